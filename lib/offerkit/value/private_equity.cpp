#include <offerkit/value/private_equity.hpp>

#include <utility>

#include <offerkit/timeline/stock_price.hpp>
#include <offerkit/value/equity.hpp>

namespace offerkit::value {

namespace {

using quantity::Factor;
using quantity::Fraction;
using quantity::int128;
using quantity::Price;

/// (1 - dilution)^rounds.
Factor kept_of_ownership(const model::Stock& stock) {
    Factor kept{};
    // Squaring: rounds may be many, and each multiplication must stay the same everywhere.
    Factor base = Factor{} - Factor::of(stock.dilution);
    for (auto left = stock.dilution.is_zero() ? 0U : static_cast<std::uint64_t>(stock.rounds); left != 0; left >>= 1U) {
        if ((left & 1U) != 0) {
            kept = kept * base;
        }
        base = base * base;
    }
    return kept;
}

/// A part of a company to twelve decimals: finer than any count of shares tells apart.
std::optional<Fraction> diluted(const Fraction& ownership, Factor kept) {
    constexpr std::int64_t scale = 1'000'000'000'000;
    return Fraction::of(quantity::round_half_up(Factor::of(ownership) * kept * Factor::of(int128{scale})), scale);
}

std::optional<Price> price_on(timeline::PriceCurve& prices, calendar::Date day) {
    return timeline::rounded(prices.on(day));
}

}  // namespace

std::optional<PrivateEquity> private_equity(const model::Offer& offer, std::span<const timeline::ResolvedGrant> grants,
                                            calendar::Date as_of) {
    if (!offer.stock || offer.stock->kind != model::StockKind::private_company) {
        return std::nullopt;
    }
    const model::Stock& stock = *offer.stock;
    timeline::PriceCurve prices{stock};
    PrivateEquity result{.stock = &stock, .share_value = stock.price_is_known ? price_on(prices, as_of) : std::nullopt};
    const Factor kept = kept_of_ownership(stock);
    for (const auto& grant : grants) {
        const auto worth = grant.instrument == model::Instrument::cash
                               ? std::nullopt
                               : worth_on(grant, grant.quantity, &prices, as_of);
        if (!worth) {
            continue;
        }
        PrivateGrant one{.grant = grant.id,
                         .instrument = grant.instrument,
                         .quantity = grant.quantity,
                         .strike = grant.strike,
                         .strike_is_missing = grant.not_known.strike};
        if (!grant.not_known.any()) {
            one.at_fair_value = *worth;
        }
        if (grant.strike && is_option(grant.instrument)) {
            one.exercise_cost =
                quantity::value_of(grant.quantity, *grant.strike, {}, Price::zero(grant.strike->currency()));
        }
        const bool owned = grant.instrument != model::Instrument::phantom && grant.instrument != model::Instrument::sar;
        if (owned && stock.fully_diluted && grant.quantity.is_whole()) {
            one.ownership = Fraction::of(grant.quantity.whole(), *stock.fully_diluted);
            one.ownership_after = one.ownership ? diluted(*one.ownership, kept) : std::nullopt;
        }
        result.grants.push_back(std::move(one));
    }
    return result.grants.empty() ? std::nullopt : std::optional{std::move(result)};
}

}  // namespace offerkit::value
