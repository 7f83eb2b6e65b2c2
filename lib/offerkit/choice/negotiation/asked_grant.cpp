#include <offerkit/choice/negotiation/asked_grant.hpp>

#include <algorithm>

#include <offerkit/timeline/grant.hpp>
#include <offerkit/timeline/grant_count.hpp>

namespace offerkit::choice::negotiation {

namespace {

// Whether a number of shares can change without its schedule falling apart.
bool can_grow(const model::Grant& grant) {
    return !grant.performance && std::none_of(grant.vesting.dates.begin(), grant.vesting.dates.end(),
                                              [](const auto& dated) { return dated.quantity.has_value(); });
}

}  // namespace

std::optional<std::size_t> grant_of(const model::Offer& offer) {
    const auto& grants = offer.grants;
    auto found = std::find_if(grants.begin(), grants.end(),
                              [](const auto& grant) { return grant.id == "new-hire" && can_grow(grant); });
    if (found == grants.end()) {
        found = std::find_if(grants.begin(), grants.end(), can_grow);
    }
    return found == grants.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - grants.begin())};
}

model::Grant new_grant(const model::Offer& offer) {
    return {.id = "new-hire",
            .amount = model::ValueGrant{.value = quantity::Money::zero(offer.stock->currency)},
            .grant_date = offer.start.value,
            .vesting_start = offer.start,
            .vesting = {.segments = {{.over = new_grant_over, .every = new_grant_every}}}};
}

std::int64_t shares_of(const model::Offer& offer, const model::Grant& grant) {
    diagnostic::Diagnostics unheard;
    const auto count = timeline::count_of(offer, grant, unheard);
    return count ? count->quantity : 0;
}

}  // namespace offerkit::choice::negotiation
