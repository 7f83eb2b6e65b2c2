#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <offerkit/calendar/date.hpp>
#include <offerkit/file/ocf/object.hpp>
#include <offerkit/quantity/fraction.hpp>

namespace offerkit::file {

/// What meets a vesting condition of Open Cap Format.
enum class OcfTrigger { start, relative, absolute, event };

/// One node of the graph that vesting terms are: when it is met, what it vests, and what may follow it.
struct OcfCondition {
    OcfObject object;
    std::string id{};
    OcfTrigger trigger = OcfTrigger::start;
    quantity::Fraction portion{};            ///< each time it is met: of the whole security, or of the rest
    bool of_the_rest = false;                ///< `remainder`
    std::optional<std::int64_t> quantity{};  ///< as stated, where shares are stated

    // Of a relative one.
    std::int64_t length = 0;
    bool in_months = false;
    std::int64_t occurrences = 1;
    std::int64_t cliff_installment = 0;
    std::optional<model::Stated<std::string>> day_of_month{};
    model::Stated<std::string> relative_to{};

    std::optional<calendar::Date> date{};  ///< of an absolute one
    std::vector<model::Stated<std::string>> next{};

    // Where what it names stands among the conditions.
    std::size_t place = 0;
    std::vector<std::size_t> next_places{};  ///< beside `next`
    std::size_t relative_place = 0;

    [[nodiscard]] bool vests_nothing() const noexcept { return portion.is_zero(); }
    [[nodiscard]] bool vests_all_of_the_rest() const noexcept {
        return of_the_rest && portion == quantity::Fraction{1};
    }
};

/// The conditions of a VESTING_TERMS object, as its schema has them. A `quantity` becomes the portion that it is of
/// `shares`. Every problem is reported; nothing is given when there is one.
[[nodiscard]] std::optional<std::vector<OcfCondition>> read_ocf_conditions(const OcfObject& terms, std::int64_t shares);

}  // namespace offerkit::file
