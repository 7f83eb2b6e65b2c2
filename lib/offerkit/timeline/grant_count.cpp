#include <offerkit/timeline/grant_count.hpp>

#include <string_view>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>

namespace offerkit::timeline {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::formatted;
using quantity::int128;
using quantity::Money;

std::string_view words_of(model::ShareRounding round) noexcept {
    switch (round) {
        case model::ShareRounding::down: break;
        case model::ShareRounding::up: return "rounded up";
        case model::ShareRounding::nearest: return "rounded to the nearest";
    }
    return "rounded down";
}

std::optional<GrantCount> count_value(const model::Offer& offer, const model::Grant& grant,
                                      const model::ValueGrant& value, Diagnostics& diagnostics) {
    const auto conversion = conversion_price(offer, grant);
    if (!conversion) {
        diagnostics.error(codes::no_price, grant.amount_span,
                          "this grant is of an amount of money, and no price says how many shares that is",
                          "add `conversion = { price = 170.00 }` to the grant, or a [stock] table with its `price`");
        return std::nullopt;
    }
    const auto price = rounded(conversion->price);
    if (!price || price->is_zero()) {
        diagnostics.error(codes::no_price, conversion->span,
                          formatted("a value cannot be turned into shares at a price of {}", price ? "0" : "no end"),
                          "state the price that the letter converts at, in `conversion = { price = ... }`");
        return std::nullopt;
    }
    const auto shares = shares_for(value.value, quantity::Fraction{1}, conversion->price, value.round);
    if (!shares) {
        diagnostics.error(codes::overflow, grant.amount_span, "this value comes to more shares than can be counted",
                          "check the value and the conversion price");
        return std::nullopt;
    }
    if (*shares == 0) {
        diagnostics.warning(
            codes::no_shares, grant.amount_span,
            formatted("{} buys no whole share at {}", amount_text(value.value), quantity::to_grouped(*price)),
            "check the value and the price it is converted at");
    }
    const std::string of = conversion->of_day       ? formatted(" (the price of {})", to_string(*conversion->of_day))
                           : value.conversion_price ? ""
                                                    : " (stock.price)";
    return GrantCount{
        *shares,
        formatted("{} / {}{}, {}", amount_text(value.value), quantity::to_grouped(*price), of, words_of(value.round)),
        conversion->of_day};
}

std::optional<GrantCount> count_ownership(const model::Offer& offer, const model::Grant& grant,
                                          const model::OwnershipGrant& ownership, Diagnostics& diagnostics) {
    if (!offer.stock || !offer.stock->fully_diluted) {
        diagnostics.error(
            codes::no_share_count, grant.amount_span,
            "a share of the company cannot be counted without the number of all its shares",
            "add `fully_diluted = 52_000_000` to [stock]; a company that grants a share knows the number");
        return std::nullopt;
    }
    const int128 shares =
        static_cast<int128>(*offer.stock->fully_diluted) * ownership.share.numerator() / ownership.share.denominator();
    if (shares == 0) {
        diagnostics.warning(codes::no_shares, grant.amount_span, "this share of the company comes to no whole share",
                            "check `ownership` and `fully_diluted`");
    }
    return GrantCount{static_cast<std::int64_t>(shares),
                      formatted("{} of {} fully diluted, rounded down", quantity::to_percent(ownership.share, 6),
                                diagnostic::grouped(*offer.stock->fully_diluted))};
}

}  // namespace

std::string amount_text(quantity::Money amount) {
    return std::string{amount.currency().code()} + " " +
           quantity::to_grouped(amount, amount.minor() % amount.currency().minor_per_major() == 0);
}

std::optional<ConversionPrice> conversion_price(const model::Offer& offer, const model::Grant& grant) {
    const auto* value = std::get_if<model::ValueGrant>(&grant.amount);
    if (value != nullptr && value->conversion_price) {
        return ConversionPrice{{value->conversion_price->value}, std::nullopt, value->conversion_price->span};
    }
    if (!offer.stock || !offer.stock->price_is_known) {
        return std::nullopt;
    }
    const model::Stock& stock = *offer.stock;
    if (!grant.grant_date_is_written || grant.grant_date <= stock.as_of.value) {
        return ConversionPrice{{stock.price.value}, std::nullopt, stock.price.span};
    }
    return ConversionPrice{PriceCurve{stock}.before_discount(grant.grant_date), grant.grant_date, stock.price.span};
}

std::optional<GrantCount> count_of(const model::Offer& offer, const model::Grant& grant, Diagnostics& diagnostics) {
    if (const auto* stated = std::get_if<model::QuantityGrant>(&grant.amount)) {
        return GrantCount{stated->shares, {}};
    }
    if (const auto* ownership = std::get_if<model::OwnershipGrant>(&grant.amount)) {
        return count_ownership(offer, grant, *ownership, diagnostics);
    }
    const auto& value = std::get<model::ValueGrant>(grant.amount);
    if (grant.instrument == model::Instrument::cash) {
        return GrantCount{value.value.minor(), {}};
    }
    return count_value(offer, grant, value, diagnostics);
}

}  // namespace offerkit::timeline
