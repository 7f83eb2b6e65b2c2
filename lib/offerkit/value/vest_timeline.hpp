#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/timeline/grant.hpp>
#include <offerkit/timeline/window.hpp>
#include <offerkit/words.hpp>

namespace offerkit::value {

/// What has become of a tranche by a day. `impossible`: its event missed the deadline. `forfeited`: a departure takes
/// it. `accelerated`: it comes early, whether its day is past or not.
enum class VestState { vested, unvested, pending, impossible, forfeited, accelerated };
[[nodiscard]] constexpr auto words(VestState) noexcept {
    using enum VestState;
    return std::to_array<Word<VestState>>({{vested, "vested"},
                                           {unvested, "unvested"},
                                           {pending, "pending"},
                                           {impossible, "impossible"},
                                           {forfeited, "forfeited"},
                                           {accelerated, "accelerated"}});
}

/// A tranche priced.
struct ValuedTranche {
    timeline::Tranche tranche;
    VestState state = VestState::unvested;
    bool reached = false;  ///< its day is on or before the as-of day, and it was released
    bool served = false;   ///< it waits for an event alone: its time is served by the as-of day
    std::optional<quantity::Shares>
        cumulative{};  ///< of the grant's dated tranches up to this one; absent for those that never come, or not yet
    std::optional<quantity::Money> value{};  ///< on its day; while pending at the price of the as-of day; absent where
                                             ///< nothing will come, and where nobody knows the price or the strike
};

/// A grant spelled out, with what has become of it. The sums and `lost` of its schedule add up to its quantity.
struct GrantTimeline {
    timeline::ResolvedGrant grant;
    std::vector<ValuedTranche> tranches{};
    quantity::Shares vested{};
    quantity::Shares unvested{};
    quantity::Shares pending{};
    quantity::Shares served{};  ///< of the pending: their time is served, and only the event is missing
    quantity::Shares impossible{};
    quantity::Shares forfeited{};
    quantity::Shares accelerated{};
    quantity::Shares beyond{};  ///< after the time asked for, hence not among the tranches
};

struct OfferTimeline {
    const model::Offer* offer = nullptr;  ///< the caller's: it must outlive this
    std::vector<GrantTimeline> grants{};  ///< in the order of the file, then refreshers
};

/// What to spell out.
struct TimelineQuery {
    calendar::Date as_of;                          ///< inclusive: what vests on it has vested
    std::optional<calendar::Date> until{};         ///< no tranche dated later
    bool sound_grants_alone = false;               ///< leave out a grant that cannot be spelled out, instead of all
    const timeline::Window* refreshers = nullptr;  ///< when given, the refreshers of this window too
};

/// Every grant of an offer on its dates. Nothing (or, where the query says so, the other grants) when a schedule cannot
/// be spelled out or a value leaves 64 bits, which is reported at its line.
[[nodiscard]] std::optional<OfferTimeline> vest_timeline(const model::Offer& offer, const TimelineQuery& query,
                                                         diagnostic::Diagnostics& diagnostics);

}  // namespace offerkit::value
