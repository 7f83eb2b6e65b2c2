#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <offerkit/calendar/date.hpp>
#include <offerkit/file/ocf/object.hpp>
#include <offerkit/file/tree/tree.hpp>

namespace offerkit::file {

/// What has been recorded of the vesting of one security: TX_VESTING_START and TX_VESTING_EVENT, each with the
/// condition it is of.
struct OcfRecord {
    std::string condition;
    calendar::Date date;
    diagnostic::Span span{};
};

/// Something that a schedule waits for.
struct OcfEvent {
    std::string id;  ///< usable in "event:..."
    std::optional<calendar::Date> date{};
    std::optional<calendar::Date> deadline{};  ///< the last day on which it counts
    diagnostic::Span span{};
};

/// Vesting terms in our own words: the keys of a grant that say when it vests.
struct OcfSchedule {
    std::vector<Entry> keys{};  ///< `segment` or `vesting`, `allocation`, `day_of_month`, `acceleration`
    std::vector<OcfEvent> events{};
    bool awaits_start = false;  ///< no vesting start is recorded: the first event stands for it
    std::optional<calendar::Date>
        start{};  ///< of the grid; absent while none is recorded, or where nothing hangs on it
};

/// A VESTING_TERMS object as the terms of one security of `quantity` shares (docs/numbers.md, "Open Cap Format").
///
/// The conditions are followed from the first along `next_condition_ids`. A chain of periods becomes segments, dates
/// become dated portions, an event becomes a segment that starts at it; an event beside the chain that vests all of the
/// rest becomes an acceleration, a day without shares beside an event its deadline. Whatever else the graph says is
/// reported with its place, and then nothing is given: it is never guessed, and never left out.
/// `event_suffix` goes behind the names of events, for a second security that awaits them by the same terms.
[[nodiscard]] std::optional<OcfSchedule> read_ocf_schedule(const OcfObject& terms, std::int64_t quantity,
                                                           const std::vector<OcfRecord>& records,
                                                           const std::string& event_suffix);

}  // namespace offerkit::file
