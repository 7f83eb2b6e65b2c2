#pragma once

#include <array>
#include <optional>
#include <vector>

#include <offerkit/model/offer.hpp>
#include <offerkit/words.hpp>

namespace offerkit::model {

/// What of the shares counts that wait for events without a date: nothing, each at the chance of its event, or all.
enum class Pending { none, chance, all };
[[nodiscard]] constexpr auto words(Pending) noexcept {
    using enum Pending;
    return std::to_array<Word<Pending>>({{none, "none"}, {chance, "chance"}, {all, "all"}});
}

/// How a run values offers: everything that is not in an offer itself. The library never reads a clock: `as_of` is
/// given.
struct Valuation {
    Date as_of;
    Period horizon = Period::months(48);
    Rate discount_rate = *Rate::of(5, 100);
    Rate exit_per_year = *Rate::of(132, 1000);
    bool count_refreshers = false;
    Pending pending = Pending::none;
    Definition by = Definition::present_value;
    std::optional<Currency> currency{};     ///< of the results; absent: the first offer's
    FxTable fx{};                           ///< rates of the command line, before those of the files
    std::vector<Assumption> assumptions{};  ///< the defaults above that nobody chose
};

}  // namespace offerkit::model
