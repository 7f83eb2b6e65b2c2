#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <offerkit/report/calendar/events.hpp>

/// Days of a calendar in words, one of them at a time: what all days of an offer have in common, and its vests.
namespace offerkit::report {

/// What every day of an offer says: whose it is, and who told it when.
class CalendarWords {
public:
    /// The offer has to outlive this.
    CalendarWords(const model::Offer& offer, std::string name, calendar::Date as_of);

    /// `what` names the day among those of the offer; of several of that name this is number `times`, from 1.
    [[nodiscard]] CalendarEvent event(calendar::Date date, CalendarKind kind, std::string_view what, int times,
                                      const std::string& summary, std::string description) const;

    [[nodiscard]] const model::Offer& offer() const noexcept { return *offer_; }
    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    /// What a share is taken to be worth on a day to come; empty where the offer has no stock.
    [[nodiscard]] const std::string& price() const noexcept { return price_; }
    /// What the key of each day of the offer begins with.
    [[nodiscard]] const std::string& key_start() const noexcept { return key_start_; }

private:
    const model::Offer* offer_;
    std::string name_;
    std::string key_start_;
    std::string told_;
    std::string price_;
};

/// "353 shares", "24,000 options".
[[nodiscard]] std::string noun_of(const value::GrantTimeline& grant, quantity::Shares quantity);

/// A vest that happens, by its places in the timeline of its offer.
struct VestDay {
    calendar::Date date;
    std::uint32_t grant = 0;
    std::uint32_t tranche = 0;
    int times = 1;       ///< how many vests before and with this one would have its key
    bool cliff = false;  ///< it ends the first cliff of its grant
};

/// How often each vest was seen. By grant, that is by the start of its keys; then by what distinguishes a vest.
using VestUses = std::map<std::string, std::map<std::tuple<std::int32_t, calendar::Date, std::int32_t>, int>>;

/// The vests of an offer that come, in the order of its grants.
[[nodiscard]] std::vector<VestDay> vest_days(const value::OfferTimeline& timeline, const CalendarWords& words,
                                             VestUses& uses);

/// A vest in words.
[[nodiscard]] CalendarEvent vest_event(const value::OfferTimeline& timeline, const CalendarWords& words,
                                       const VestDay& day);

}  // namespace offerkit::report
