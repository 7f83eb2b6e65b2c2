#include <offerkit/file/offer/read_stock.hpp>

#include <algorithm>
#include <string>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/file/offer/read_claims.hpp>
#include <offerkit/file/terms/read_volatility.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::Related;
using model::Stated;
using model::StockKind;

bool has_digit(std::string_view text) noexcept { return text.find_first_of("0123456789") != std::string_view::npos; }

void read_growth(const View& table, model::Stock& stock) {
    Context& context = table.context();
    if (const Node* growth = table.find("growth"); growth != nullptr && growth->text == "market") {
        stock.growth_of_market = true;
    } else if (growth != nullptr && growth->kind == NodeKind::text && !has_digit(growth->text)) {
        context.error(codes::bad_rate, growth->span, "`growth` is a rate, or `market`",
                      "write such as \"4%\", or \"market\" for what a market expects of the price");
    } else if (const auto rate = growth != nullptr ? table.rate("growth") : std::nullopt) {
        stock.growth = *rate;
        stock.growth_stated = true;
    } else if (!table.has("path") && !table.was_meant("growth")) {
        context.assume("stock.growth", "none", "no forecast of the share price", table.span());
    }
}

/// How the price moves; a market correlation belongs to public stock.
void read_moves(const View& table, model::Stock& stock) {
    if (const auto volatility = read_volatility(table)) {
        stock.volatility = volatility->value;
    }
    if (stock.kind == StockKind::private_company) {
        table.refuse("market_correlation", "belongs to public stock", "take it out");
    }
    if (const auto correlation = table.rate("market_correlation")) {
        stock.market_correlation = correlation->value;
    }
    if (const auto dividends = table.rate("dividend_yield")) {
        stock.dividend_yield = dividends->value;
    }
}

/// What only a private company has. `kind_is_read`: without a kind nothing is refused.
void read_private_company(const View& table, bool kind_is_read, model::Stock& stock) {
    const bool is_private = stock.kind == StockKind::private_company;
    for (const std::string_view key :
         {"preferred_price", "fully_diluted", "dilution", "rounds", "discount", "exits", "series", "options"}) {
        if (kind_is_read && !is_private) {
            table.refuse(key, "belongs to a private company", "write `kind = \"private\"`, or take it out");
        }
    }
    const auto applies = [&](std::string_view key) { return is_private || table.has(key); };
    if (const auto preferred = table.price("preferred_price")) {
        stock.preferred_price = preferred->value;
    }
    if (const auto diluted = table.count("fully_diluted")) {
        stock.fully_diluted = diluted->value;
    }
    if (const auto dilution = applies("dilution") ? table.rate("dilution") : std::nullopt) {
        stock.dilution = dilution->value;
    }
    if (const auto rounds = applies("rounds") ? table.count("rounds") : std::nullopt) {
        stock.rounds = rounds->value;
    }
    if (const auto discount = applies("discount") ? table.rate("discount") : std::nullopt) {
        stock.discount = discount->value;
    }
    read_claims(table, stock);
}

void read_path(const View& table, model::Stock& stock) {
    for (const View& step : table.tables("path")) {
        const auto on = step.date("on");
        const auto price = step.price("price");
        if (!on || !price) {
            continue;
        }
        const auto same = std::find_if(stock.path.begin(), stock.path.end(),
                                       [&](const auto& other) { return other.on == on->value; });
        if (same != stock.path.end()) {
            table.context().error(codes::duplicate_id, on->span,
                                  diagnostic::formatted("there are two prices for {}", calendar::to_string(on->value)),
                                  "keep one of them", Related{same->span, "the first one stands here"});
        }
        stock.path.push_back({on->value, price->value, price->span});
    }
    std::stable_sort(stock.path.begin(), stock.path.end(), [](const auto& a, const auto& b) { return a.on < b.on; });
}

}  // namespace

void read_stock(const View& root, model::Offer& offer) {
    const auto table = root.table("stock");
    Context& context = root.context();
    if (!table) {
        return;
    }
    if (const auto currency = table->currency("currency")) {
        context.stock_currency = currency->value;
    }
    const auto kind = table->choice<StockKind>("kind");
    const auto price = table->price("price");
    const auto as_of = table->date("as_of");
    model::Stock stock{
        .symbol = text_or_empty(*table, "symbol"),
        .currency = context.stock_currency,
        .price = price.value_or(Stated<quantity::Price>{quantity::Price::zero(context.stock_currency), table->span()}),
        .as_of = as_of.value_or(Stated<calendar::Date>{offer.start.value, table->span()})};
    stock.span = table->span();
    // A price that cannot be read is a problem of its own; one that is not there is not known yet.
    stock.price_is_known = table->has("price") || table->was_meant("price");
    if (kind) {
        stock.kind = kind->value;
    }
    if (!table->has("as_of") && stock.price_is_known) {
        context.assume("stock.as_of", calendar::to_string(offer.start.value),
                       "the price is taken as that of the first day", table->span());
    }
    read_growth(*table, stock);
    read_moves(*table, stock);
    read_private_company(*table, kind.has_value(), stock);
    read_path(*table, stock);
    offer.stock = std::move(stock);
}

}  // namespace offerkit::file
