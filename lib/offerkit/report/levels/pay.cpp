#include <offerkit/report/levels/pay.hpp>

#include <algorithm>
#include <optional>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/model/fields/fields.hpp>
#include <offerkit/report/levels/facts.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using choice::LevelPay;
using choice::PayBasis;
using diagnostic::formatted;
using quantity::Money;

/// "150,000 to 200,000", "from 150,000", "up to 200,000"; empty for an empty range.
std::string range_text(const model::PayRange& range) {
    if (range.min && range.max) {
        return formatted("{} to {}", to_grouped(*range.min, true), to_grouped(*range.max, true));
    }
    return range.min   ? "from " + to_grouped(*range.min, true)
           : range.max ? "up to " + to_grouped(*range.max, true)
                       : "";
}

Cell range_cell(const model::PayRange& range) {
    std::string text = range_text(range);
    return text.empty() ? Cell::not_applicable() : Cell(std::move(text));
}

bool has_rungs(const model::MarketProfile& market) {
    return std::any_of(market.medians.begin(), market.medians.end(),
                       [](const auto& median) { return !median.rung.empty(); });
}

}  // namespace

quantity::Money to_thousands(quantity::Money amount) {
    const std::int64_t step = 1'000 * amount.currency().minor_per_major();
    return {(amount.minor() + step / 2) / step * step, amount.currency()};
}

Cell money_cell(const std::optional<Money>& amount) {
    return amount ? Cell(to_grouped(*amount, true)) : Cell::not_applicable();
}

void add_rung_pay(Page& page, const LevelFacts& facts, const std::map<std::string, std::vector<std::string>>& marks) {
    for (const auto& market : facts.markets) {
        if (!has_rungs(market)) {
            continue;
        }
        Table table;
        table.columns = {{"Rung", Align::left, Priority::key},
                         {"Total", Align::decimal},
                         {"Base", Align::decimal},
                         {"Stock", Align::decimal},
                         {"Bonus", Align::decimal},
                         {"Stock of the three", Align::right}};
        for (const auto rung : model::standard_rungs()) {
            for (const auto& pay : choice::pay_at("", {.name = "", .rung = std::string(rung)}, {}, {&market, 1})) {
                const auto mark = marks.find(std::string(rung));
                const bool marked = mark != marks.end();
                const Tone tone = marked ? Tone::strong : Tone::normal;
                const auto share = choice::stock_share(pay);
                table.row({Cell(marked ? formatted("{} ({})", rung, joined(mark->second)) : std::string(rung), tone),
                           money_cell(pay.total), money_cell(pay.base), money_cell(pay.stock), money_cell(pay.bonus),
                           share ? Cell(to_percent(*share, 0)) : Cell::not_applicable()});
            }
        }
        page.heading(
            formatted("Median pay a year by rung, in {}, {}", market.currency.code(), to_string(market.header.as_of)));
        page.add(std::move(table));
        page.text(
            formatted("Each figure is a median of its own: base, stock and bonus are no parts of the total "
                      "beside them and do not add up to it. The last column, stock as a part of the three "
                      "medians, shows how pay moves to equity. Source: {}.",
                      market.header.source));
    }
}

void add_level_pay(Page& page, const LevelFacts& facts, const choice::LevelPlace& place) {
    const auto& level = level_of(facts, place);
    Table medians;
    medians.columns = {{"Profile", Align::left, Priority::key},
                       {"As of"},
                       {"Total", Align::decimal},
                       {"Base", Align::decimal},
                       {"Stock", Align::decimal},
                       {"Bonus", Align::decimal}};
    Table postings;
    postings.columns = {
        {"Profile", Align::left, Priority::key}, {"As of"}, {"Posting"}, {"Base"}, {"Total"}, {"Bonus"}};
    for (const auto& pay : choice::pay_at(place.ladder, level, facts.bands, facts.markets)) {
        const std::string profile = pay.source->kind + "/" + pay.source->id;
        const std::string as_of = to_string(pay.source->as_of);
        if (pay.basis == PayBasis::level) {
            medians.row({profile, as_of, money_cell(pay.total), money_cell(pay.base), money_cell(pay.stock),
                         money_cell(pay.bonus)});
            medians.caption = formatted("Medians for {}, {} a year", place.name, pay.total->currency().code());
        } else if (pay.basis == PayBasis::posting) {
            postings.row({profile, as_of, pay.title, range_cell(pay.base_range), range_cell(pay.total_range),
                          pay.bonus_rate ? Cell(to_percent(*pay.bonus_rate)) : Cell::not_applicable()});
            const auto& some = pay.base_range.min ? pay.base_range.min : pay.total_range.min;
            postings.caption = formatted("Postings for {}{}", place.name,
                                         some ? formatted(", {} a year", some->currency().code()) : "");
        }
    }
    if (medians.rows.empty() && postings.rows.empty()) {
        return;
    }
    page.heading(formatted("Published for {} itself", place.name));
    for (Table* table : {&medians, &postings}) {
        if (!table->rows.empty()) {
            page.add(std::move(*table));
        }
    }
}

}  // namespace offerkit::report
