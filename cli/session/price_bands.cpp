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

choice::Uncertainty price_bands(Session& session, const choice::Comparison& comparison) {
    const Invocation& invocation = session.invocation();
    const bool moves = has_public_stock(comparison);
    const bool exits = std::any_of(comparison.offers.begin(), comparison.offers.end(),
                                   [](const value::ValuedOffer& offer) { return offer.exits.has_value(); });
    if (comparison.offers.size() > choice::most_banded || (!moves && !exits)) {
        return {};
    }
    const bool page = is_page(invocation.format);
    return choice::uncertainty_of(comparison, moves ? default_price_moves(session) : certain_prices(),
                                  page && !invocation.detail ? choice::BandDepth::line : choice::BandDepth::block);
}

}  // namespace offerkit::cli
