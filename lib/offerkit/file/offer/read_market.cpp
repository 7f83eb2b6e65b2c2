#include <offerkit/file/offer/read_market.hpp>

#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/file/terms/read_pay_range.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::Related;
using model::Stated;
using quantity::Fraction;

std::optional<model::FactorRating> read_rating(const View& table, const View& factors, const std::string& id) {
    model::FactorRating rating{id, model::UnknownRating{}, factors.span(id)};
    if (const auto askable = table.boolean("askable")) {
        rating.askable = askable->value;
    }
    const bool ranged = (table.has("low") || table.has("high")) && !table.has("chance");
    const std::string_view form = ranged ? "likely" : table.exactly_one({"likely", "chance"});
    if (form == "likely") {
        const auto low = table.number("low");
        const auto likely = table.number("likely");
        const auto high = table.number("high");
        table.require("likely", "a range is `low`, `likely` and `high`");
        table.require("low", "a range is `low`, `likely` and `high`");
        table.require("high", "a range is `low`, `likely` and `high`");
        table.refuse("met", "belongs to `chance`");
        table.refuse("unmet", "belongs to `chance`");
        if (!low || !likely || !high) {
            return std::nullopt;
        }
        if (low->value > likely->value || likely->value > high->value) {
            factors.context().error(codes::wrong_order, likely->span, "`low`, `likely` and `high` are not in order",
                                    "`low` is the smallest number and `high` the largest, also where less is better");
        }
        rating.rating = model::RangeRating{low->value, likely->value, high->value};
        return rating;
    }
    const auto chance = table.rate("chance");
    const auto met = table.number("met");
    const auto unmet = table.number("unmet");
    table.refuse("low", "belongs to `likely`");
    table.refuse("high", "belongs to `likely`");
    if (table.has("met") != table.has("unmet")) {
        table.require(table.has("met") ? "unmet" : "met", "the two levels of a condition stand together");
    }
    if (!chance) {
        return std::nullopt;
    }
    model::ConditionRating condition{.chance = chance->value};
    if (met && unmet) {
        condition.met = met->value;
        condition.unmet = unmet->value;
    }
    rating.rating = condition;
    return rating;
}

}  // namespace

void read_fx(const View& root, model::Offer& offer) {
    const auto table = root.table("fx");
    if (!table) {
        return;
    }
    Context& context = root.context();
    offer.fx.as_of = date_of(*table, "as_of");
    for (const Entry& entry : table->node().entries) {
        if (entry.key == "as_of") {
            continue;
        }
        const std::string_view key = entry.key;
        const std::size_t slash = key.find('/');
        const auto base = quantity::Currency::of(key.substr(0, slash));
        const auto quote =
            slash == std::string_view::npos ? std::nullopt : quantity::Currency::of(key.substr(slash + 1));
        const auto rate = table->number(key);
        if (!base || !quote || *base == *quote) {
            context.error(codes::unknown_currency, entry.key_span,
                          diagnostic::formatted("`{}` is not a pair of currencies", entry.key),
                          "write \"EUR/USD\" = 1.08 for 1 EUR = 1.08 USD");
            continue;
        }
        if (rate && rate->value <= Fraction{0}) {
            context.error(codes::bad_number, rate->span, "a rate of exchange is above 0",
                          "write what one unit of the first currency costs in the second, such as 1.08");
            continue;
        }
        if (rate) {
            offer.fx.rates.push_back({*base, *quote, rate->value, rate->span});
        }
    }
}

void read_factors(const View& root, model::Offer& offer) {
    const auto factors = root.table("factors");
    if (!factors) {
        return;
    }
    for (const Entry& entry : factors->node().entries) {
        if (entry.value.kind == NodeKind::table) {
            if (auto rating = read_rating(*factors->table(entry.key), *factors, entry.key)) {
                offer.factors.push_back(std::move(*rating));
            }
        } else if (entry.value.kind == NodeKind::text) {
            if (factors->one_of(entry.key)) {
                offer.factors.push_back({entry.key, model::UnknownRating{}, entry.value.span});
            }
        } else if (const auto number = factors->number(entry.key)) {
            offer.factors.push_back({entry.key, number->value, number->span});
        }
    }
}

void read_band(const View& root, model::Offer& offer) {
    const auto table = root.table("band");
    if (!table) {
        return;
    }
    model::OfferBand band{
        .source = text_or_empty(*table, "source"), .as_of = date_of(*table, "as_of"), .span = table->span()};
    const auto range = [&](std::string_view key, model::PayRange& into) {
        if (const auto part = table->table(key)) {
            into = read_pay_range(*part);
        }
    };
    range("base", band.base);
    range("equity", band.equity);
    range("sign_on", band.sign_on);
    offer.band = std::move(band);
}

void read_market(const View& root, model::Offer& offer) {
    const auto table = root.table("market");
    if (!table) {
        return;
    }
    model::OfferMarket market{
        .source = text_or_empty(*table, "source"), .as_of = date_of(*table, "as_of"), .span = table->span()};
    if (const auto total = table->table("total")) {
        std::optional<Stated<quantity::Money>> before;
        const auto next = [&](std::string_view key, std::optional<quantity::Money>& into) {
            const auto amount = total->money(key);
            if (!amount) {
                return;
            }
            if (before && amount->value < before->value) {
                root.context().error(codes::wrong_order, amount->span,
                                     diagnostic::formatted("`{}` is below the percentile before it", key),
                                     "percentiles rise", Related{before->span, "the one before it stands here"});
            }
            into = amount->value;
            before = amount;
        };
        next("p10", market.total.p10);
        next("p25", market.total.p25);
        next("p50", market.total.p50);
        next("p75", market.total.p75);
        next("p90", market.total.p90);
    }
    offer.market = std::move(market);
}

}  // namespace offerkit::file
