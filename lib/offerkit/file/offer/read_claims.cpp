#include <offerkit/file/offer/read_claims.hpp>

#include <string>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using model::Participation;
using model::Stated;
using quantity::Exact;
using quantity::Number;

constexpr std::size_t most_series = 1'000;

/// A multiple that is at least 0; nothing where it cannot be read or is less.
std::optional<Exact> multiple_of(const View& table, std::string_view key) {
    const auto number = table.number(key);
    if (number && number->value < Number{0}) {
        table.context().error(codes::bad_number, number->span, diagnostic::formatted("`{}` is at least 0", key),
                              "write how many times the money invested it is, such as 1");
        return std::nullopt;
    }
    return number ? std::optional{Exact{number->value}} : std::nullopt;
}

/// The money that a round brought; nothing where that is not told rightly.
std::optional<Stated<Exact>> invested_in(const View& table, std::int64_t shares) {
    const std::string_view key = table.exactly_one({"invested", "price"});
    if (key == "invested") {
        const auto money = table.money("invested");
        return money ? std::optional{Stated{Exact{money->value}, money->span}} : std::nullopt;
    }
    const auto price = key == "price" ? table.price("price") : std::nullopt;
    if (!price) {
        return std::nullopt;
    }
    return Stated{Exact::ratio(price->value.steps(), quantity::Price::steps_per_major) * Exact{shares}, price->span};
}

void read_cap(const View& table, const Exact& invested, model::ShareSeries& series) {
    if (series.participation != Participation::capped) {
        table.refuse("cap", "belongs to `participation = \"capped\"`",
                     "write `participation = \"capped\"`, or take it out");
        return;
    }
    table.require("cap", "it says where sharing the rest ends");
    const auto multiple = table.has("cap") ? multiple_of(table, "cap") : std::nullopt;
    if (!multiple) {
        return;
    }
    series.cap = *multiple * invested;
    if (!series.cap.overflowed() && series.cap < series.preference) {
        table.context().error(codes::wrong_order, table.span("cap"),
                              "the cap lies below the preference: it would take away what is paid first",
                              "a cap holds all that the round gets without converting, such as `cap = 3` for three "
                              "times the money invested");
    }
}

void read_series(const View& table, model::Stock& stock) {
    Context& context = table.context();
    model::ShareSeries series{.name = text_or_empty(table, "name"), .span = table.span()};
    const auto shares = table.count("shares");
    const auto invested = invested_in(table, shares ? shares->value : 1);
    const Exact multiple = multiple_of(table, "multiple").value_or(Exact{1});
    const auto accrued = table.money("accrued");
    const auto participation = table.choice<Participation>("participation");
    const auto rank = table.count("rank");
    if (!shares || !invested || !participation || !rank || !accrued) {
        return;
    }
    series.shares = shares->value;
    series.participation = participation->value;
    series.rank = rank->value;
    series.preference = multiple * invested->value + Exact{accrued->value};
    read_cap(table, invested->value, series);
    if (series.preference.overflowed() || series.cap.overflowed()) {
        context.error(codes::overflow, invested->span, "what this round gets first is too large to be computed exactly",
                      "check `invested`, `price` and `multiple`");
        return;
    }
    stock.series.push_back(std::move(series));
}

}  // namespace

void read_claims(const View& stock_table, model::Stock& stock) {
    if (auto name = stock_table.text("exits")) {
        stock.exit_prior = model::ExitPrior{std::move(name->value), {}, name->span};
    }
    for (const View& table : stock_table.tables("series")) {
        if (stock.series.size() == most_series) {
            table.context().error(codes::schedule_too_long, table.span(), "there are more than 1,000 rounds",
                                  "join those of equal rank and terms");
            break;
        }
        read_series(table, stock);
    }
    for (const View& table : stock_table.tables("options")) {
        if (stock.options.size() == most_series) {
            table.context().error(codes::schedule_too_long, table.span(), "there are more than 1,000 kinds of options",
                                  "join those of about the same strike");
            break;
        }
        const auto shares = table.count("shares");
        const auto strike = table.price("strike");
        if (shares && strike) {
            stock.options.push_back({shares->value, strike->value, table.span()});
        }
    }
}

void check_claims(const model::Stock& stock, Context& context) {
    if (!stock.fully_diluted) {
        return;
    }
    quantity::int128 claimed = 0;
    diagnostic::Span last{};
    for (const auto& series : stock.series) {
        claimed += series.shares;
        last = series.span;
    }
    for (const auto& options : stock.options) {
        claimed += options.shares;
        last = options.span;
    }
    if (claimed >= *stock.fully_diluted) {
        const std::string all = diagnostic::grouped(*stock.fully_diluted);
        context.error(codes::too_many_shares, last,
                      diagnostic::formatted("[[stock.series]] and [[stock.options]] take all of the {} shares of "
                                            "`fully_diluted`, or more: no common share is left",
                                            all),
                      "`fully_diluted` counts every share and option, those of investors too; ask for the number");
    }
}

}  // namespace offerkit::file
