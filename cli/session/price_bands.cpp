#include <cli/session/price_bands.hpp>

#include <algorithm>

namespace offerkit::cli {

namespace {

/// Whether anything can move: the profile is read for nothing else.
bool has_public_stock(const choice::Comparison& comparison) {
    return std::any_of(comparison.offers.begin(), comparison.offers.end(), [](const value::ValuedOffer& offer) {
        return offer.stock() != nullptr && offer.stock()->kind == model::StockKind::public_market;
    });
}

/// No price moves.
model::StocksProfile certain_prices() {
    return {{"stocks", "default", {}, {}, calendar::Date::clamped(calendar::first_year, 1, 1)}};
}

}  // namespace

model::StocksProfile default_price_moves(Session& session) {
    auto profile = session.profiles().stocks("default", {session.sources(), session.problems()});
    if (!profile) {
        return certain_prices();
    }
    return *std::move(profile);
}

std::optional<risk::LookbackWorth> lookback_worth(Session& session, const value::ValuedOffer& offer) {
    const auto& plan = offer.offer->benefits.espp;
    if (!plan || !plan->lookback) {
        return std::nullopt;
    }
    return risk::lookback_worth(offer, default_price_moves(session));
}

choice::Uncertainty price_bands(Session& session, const choice::Comparison& comparison) {
    const Invocation& invocation = session.invocation();
    const bool moves = has_public_stock(comparison);
    const bool exits = std::any_of(comparison.offers.begin(), comparison.offers.end(),
                                   [](const value::ValuedOffer& offer) { return offer.exits.has_value(); });
    if (comparison.offers.size() > choice::most_banded || (!moves && !exits)) {
        return {};
    }
    const bool page = is_page(invocation.format);
    const auto defaults = moves ? default_price_moves(session) : certain_prices();
    auto bands = choice::uncertainty_of(
        comparison, defaults, page && !invocation.detail ? choice::BandDepth::line : choice::BandDepth::block);
    const auto* priorities = session.priorities(comparison.offers.front().offer);
    if (priorities != nullptr && priorities->wealth && priorities->risk_aversion) {
        bands.worth_to_you = choice::worths_to_you(comparison, defaults, *priorities, session.problems());
        bands.wealth = priorities->wealth->value;
        bands.risk_aversion = priorities->risk_aversion->value;
    }
    return bands;
}

}  // namespace offerkit::cli
