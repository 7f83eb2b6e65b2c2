#include <offerkit/report/show/show.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/product/columns.hpp>
#include <offerkit/report/words/after_tax.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/assumptions.hpp>
#include <offerkit/report/words/comparisons.hpp>
#include <offerkit/report/words/definitions.hpp>
#include <offerkit/report/words/envelope.hpp>
#include <offerkit/report/words/equity_facts.hpp>
#include <offerkit/report/words/equity_worth.hpp>
#include <offerkit/report/words/exits.hpp>
#include <offerkit/report/words/explain.hpp>
#include <offerkit/report/words/levels.hpp>
#include <offerkit/report/words/notes.hpp>
#include <offerkit/report/words/offer_document.hpp>
#include <offerkit/report/words/offer_names.hpp>
#include <offerkit/report/words/uncertainty.hpp>
#include <offerkit/report/words/uncertainty_document.hpp>
#include <offerkit/report/words/wording.hpp>
#include <offerkit/value/totals.hpp>

namespace offerkit::report {
namespace {

using choice::Comparison;
using choice::LevelPlace;
using quantity::Money;
using quantity::Rate;
using timeline::Category;
using value::ValuedOffer;

/// The parts that the offer has, in the order of the columns.
std::vector<CategoryWords> used_categories(const ValuedOffer& offer) {
    std::vector<CategoryWords> used;
    for (const auto& words : category_words()) {
        const bool any = std::any_of(offer.years.begin(), offer.years.end(),
                                     [&](const auto& year) { return !year.parts[words.category].is_zero(); });
        if (any) {
            used.push_back(words);
        }
    }
    return used;
}

/// A line of what is paid: a year of the window, or all of them.
struct PaidYear {
    const ValuedOffer* offer = nullptr;
    const value::YearFigures* year = nullptr;  ///< null: all of them
    value::ByCategory parts;
    Money total;

    [[nodiscard]] std::string label() const { return year != nullptr ? "Year " + std::to_string(year->year) : "Total"; }
    [[nodiscard]] Tone tone() const { return year != nullptr ? Tone::normal : Tone::strong; }
};

std::vector<PaidYear> paid_years(const ValuedOffer& offer) {
    std::vector<PaidYear> years;
    for (const auto& year : offer.years) {
        years.push_back({&offer, &year, year.parts, year.total});
    }
    return years;
}

/// What is paid, line by line. A page shows the `used` parts, and refreshers behind the total where they are not in it.
Columns<PaidYear> year_columns(const std::vector<CategoryWords>& used, bool refreshers_counted) {
    using Year = const PaidYear&;
    Columns<PaidYear> columns;
    columns.data("company", [](Year year) { return year.offer->offer->company; })
        .data("file", [](Year year) { return year.offer->offer->file; })
        .data("currency", [](Year year) { return year.offer->currency.code(); })
        .data("year", [](Year year) { return year.year->year; })
        .data("from", [](Year year) { return year.year->from; })
        .data("to", [](Year year) { return year.year->to; })
        .add({.priority = Priority::key, .shown = [](Year year) { return Cell(year.label(), year.tone()); }});
    const auto is_used = [&](Category category) {
        return std::any_of(used.begin(), used.end(), [&](const auto& words) { return words.category == category; });
    };
    for (const auto& words : category_words()) {
        const bool apart = words.category == Category::refreshers && !refreshers_counted;
        columns.add({.key = std::string(word(words.category)),
                     .title = std::string(words.name),
                     .align = Align::decimal,
                     .on_page = is_used(words.category) && !apart,
                     .value = [category = words.category](Year year) { return year.parts[category]; },
                     .tone = &PaidYear::tone});
    }
    columns
        .add({.key = "total",
              .title = "Total",
              .align = Align::decimal,
              .value = &PaidYear::total,
              .tone = [](Year) { return Tone::strong; },
              .role = Role::total})
        .add({.title = "Refreshers (not included)",
              .align = Align::decimal,
              .priority = Priority::extra,
              .on_page = is_used(Category::refreshers) && !refreshers_counted,
              .value = [](Year year) { return year.parts[Category::refreshers]; },
              .tone = [](Year) { return Tone::dim; }});
    return columns;
}

std::string rung_words(const LevelPlace& level) {
    std::string text = level.name;
    text += level.title.empty() ? "" : ", " + level.title;
    text += level.rung.empty() ? "" : "; rung: " + level.rung;
    return text + (level.approximate ? " (placed by rung alone)" : "");
}

class PageWriter {
public:
    PageWriter(const ShownOffer& one, std::string name)
        : shown_(one.shown),
          offer_(shown_.offers.front()),
          paper_(*offer_.offer),
          level_(one.level),
          uncertainty_(one.uncertainty),
          lookback_(one.lookback),
          after_(one.after),
          name_(std::move(name)) {
        for (const auto& year : offer_.years) {
            for (const auto& words : category_words()) {
                money_.see(year.parts[words.category]);
            }
        }
        money_.see(offer_.by_certainty.guaranteed);
        money_.see(offer_.by_certainty.contingent);
    }

    Page write(bool explain, const diagnostic::Sources& sources) {
        Page page;
        const std::string role = role_of(paper_);
        page.title(name_ + (role.empty() ? "" : ": " + role));
        page.facts(facts());
        page.heading(diagnostic::formatted("Paid, in {} before tax", offer_.currency.code()));
        page.add(years());
        if (Bars bars = mix(); !bars.legend.empty()) {
            page.add(std::move(bars));
        }
        const std::vector<std::string> name{name_};
        for (const auto& line : {waiting_line(shown_, name), refreshers_line(shown_, name), exits_line(shown_, name)}) {
            if (!line.empty()) {
                page.text(line);
            }
        }
        page.heading("How sure it is").add(certainty());
        page.heading("What people call total compensation").add(definitions());
        add_bands(page, shown_, name, &uncertainty_);
        add_equity_facts(page, shown_);
        add_exits(page, shown_, name, &uncertainty_);
        add_option_worths(page, risk::option_worths(offer_, shown_.valuation));
        for (const auto& line : {market_discount_text(risk::market_discount(offer_)), lookback_text(lookback_),
                                 worth_to_you_text(uncertainty_, name)}) {
            if (!line.empty()) {
                page.text(line);
            }
        }
        close_page(page, shown_.offers, name, shown_.valuation, explain, price_assumption(uncertainty_));
        if (explain) {
            page.heading("Where it comes from").add(explanation_table(offer_, shown_.valuation, sources));
        }
        return page;
    }

private:
    [[nodiscard]] std::vector<Fact> facts() const {
        std::vector<Fact> facts;
        const auto add = [&](std::string key, std::string text) {
            if (!text.empty()) {
                facts.push_back({std::move(key), Cell(std::move(text))});
            }
        };
        add("Counted", diagnostic::formatted("{} to {} ({})", to_string(offer_.window.start()),
                                             to_string(offer_.window.end()), to_string(offer_.window.horizon())));
        add("Standing",
            standing_of(paper_) + (paper_.decide_by ? "; decide by " + to_string(paper_.decide_by->value) : ""));
        add("Location", paper_.location);
        if (level_) {
            add("Level", rung_words(*level_));
            std::string elsewhere;
            const auto clauses = level_clauses(*level_);
            for (std::size_t i = 1; i < clauses.size(); ++i) {
                elsewhere += (elsewhere.empty() ? "" : "; ") + clauses[i];
            }
            add("Elsewhere", elsewhere);
        }
        if (paper_.stock) {
            const auto& stock = *paper_.stock;
            add("Share",
                (stock.symbol.empty() ? "" : stock.symbol + ", ") +
                    (stock.price_is_known
                         ? diagnostic::formatted("{} {} on {}", stock.currency.code(), to_grouped(stock.price.value),
                                                 to_string(stock.as_of.value))
                         : std::string("price not known")) +
                    (stock.kind == model::StockKind::private_company ? ", private: fair value of common" : ""));
        }
        for (const auto& grant : offer_.grants) {
            add("Grant", grant_text(grant));
        }
        if (paper_.benefits.pto_days) {
            add("Time off", quantity::to_decimal(*paper_.benefits.pto_days) + " paid days a year");
        }
        return facts;
    }

    [[nodiscard]] std::string grant_text(const timeline::ResolvedGrant& grant) const {
        const bool cash = grant.instrument == model::Instrument::cash;
        std::string text = diagnostic::formatted(
            "`{}`: {}", grant.id,
            cash ? with_currency(Money{grant.quantity.whole(), grant.currency}) : counted(grant.quantity));
        text += grant.quantity_rule.empty() ? "" : diagnostic::formatted(" ({})", grant.quantity_rule);
        text += grant.strike ? ", strike " + to_grouped(*grant.strike) : "";
        return diagnostic::formatted("{}, vesting from {}", text, to_string(grant.vesting_start));
    }

    [[nodiscard]] Table years() const {
        std::vector<PaidYear> years = paid_years(offer_);
        PaidYear all{&offer_, nullptr, value::ByCategory(offer_.currency), offer_.total};
        for (const auto& words : category_words()) {
            all.parts.add(words.category, value::total_of(offer_, words.category));
        }
        years.push_back(std::move(all));
        Table table = year_columns(used_categories(offer_), shown_.valuation.count_refreshers).table(years, money_);
        table.rows.back().kind = RowKind::total;
        return table;
    }

    [[nodiscard]] Bars mix() const {
        Bars bars;
        std::vector<Category> drawn;
        for (const auto& words : used_categories(offer_)) {
            if (words.category == Category::costs ||
                (words.category == Category::refreshers && !shown_.valuation.count_refreshers)) {
                continue;
            }
            const auto share = value::share_of(value::total_of(offer_, words.category), offer_.total);
            bars.legend.push_back(uncapitalised(std::string(words.name)) + (share ? " " + to_percent(*share, 0) : ""));
            drawn.push_back(words.category);
        }
        for (const auto& year : offer_.years) {
            Bar bar{"Year " + std::to_string(year.year), {}, to_grouped(year.total, true)};
            for (const auto category : drawn) {
                bar.segments.push_back(static_cast<double>(year.parts[category].minor()));
            }
            bars.bars.push_back(std::move(bar));
        }
        return bars;
    }

    [[nodiscard]] Table certainty() const {
        Table table;
        table.columns = {{"", Align::left, Priority::key},
                         {std::string(offer_.currency.code()), Align::decimal},
                         {"of it", Align::right},
                         {"What it is"}};
        const bool contract = paper_.employment == model::Employment::contract;
        const auto add = [&](timeline::Certainty certainty, Money amount) {
            const auto share = value::share_of(amount, offer_.total);
            const auto& words = words_of(certainty);
            const bool all_pay = contract && certainty == timeline::Certainty::contingent;
            const bool nothing = contract && certainty == timeline::Certainty::guaranteed;
            table.row({words.name, money_(amount), share ? Cell(to_percent(*share, 0)) : Cell::not_applicable(),
                       all_pay   ? "all pay, for a contract ends at will; shares that can be sold"
                       : nothing ? "nothing, for a contract ends at will"
                                 : words.meaning});
        };
        add(timeline::Certainty::guaranteed, offer_.by_certainty.guaranteed);
        add(timeline::Certainty::contingent, offer_.by_certainty.contingent);
        add(timeline::Certainty::uncertain, offer_.by_certainty.uncertain);
        return table;
    }

    [[nodiscard]] Table definitions() const {
        Table table;
        table.columns = {
            {"", Align::left, Priority::key}, {std::string(offer_.currency.code()), Align::decimal}, {"What it is"}};
        for (const auto& words : definition_words()) {
            table.row({definition_name(shown_, words.definition),
                       to_grouped(get(offer_.definitions, words.definition), true), words.meaning});
        }
        if (after_) {
            table.row({"after_tax_average", to_grouped(after_->definitions.average, true),
                       "the yearly average that stays after tax in " + after_->law->place.header.name});
        }
        return table;
    }

    const Comparison& shown_;
    const ValuedOffer& offer_;
    const model::Offer& paper_;
    const std::optional<LevelPlace>& level_;
    const choice::Uncertainty& uncertainty_;
    const std::optional<risk::LookbackWorth>& lookback_;
    const std::optional<choice::AfterTax>& after_;
    std::string name_;
    MoneyStyle money_;
};

Document level_document(const LevelPlace& level) {
    Document neighbours = array_of(level.neighbours, [&](const auto& neighbour) {
        return Document::object(
            {{"ladder", neighbour.ladder}, {"name", neighbour.name}, {"share", document_of(neighbour.share)}});
    });
    return Document::object({{"ladder", level.ladder},
                             {"name", level.name},
                             {"rung", text_or_null(level.rung)},
                             {"approximate", level.approximate},
                             {"neighbours", std::move(neighbours)}});
}

void add_offer(Document& document, const ShownOffer& one, bool explain, const diagnostic::Sources& sources) {
    const Comparison& shown = one.shown;
    const auto& offer = shown.offers.front();
    document.set("valuation", valuation_document(shown));
    document.merge(offer_document(offer, shown.valuation.by));
    Document mix = Document::object();
    for (const auto& words : category_words()) {
        const bool counted = words.category != Category::refreshers || shown.valuation.count_refreshers;
        const auto share =
            counted ? value::share_of(value::total_of(offer, words.category), offer.total) : std::optional<Rate>{};
        mix.set(word(words.category), document_of(share));
    }
    document.set("after_tax", after_tax_document(one.after));
    document.set("mix", std::move(mix));
    document.set("level", one.level ? level_document(*one.level) : Document::null());
    document.set("uncertainty", uncertainty_document(one.uncertainty, 0));
    document.set("private_equity", private_equity_document(shown));
    document.set("option_facts", option_facts_document(shown));
    document.set("exits", exits_document(shown, 0, one.uncertainty));
    document.set("option_value", option_worths_document(risk::option_worths(offer, shown.valuation)));
    document.set("market_discount", market_discount_document(risk::market_discount(offer)));
    document.set("espp", lookback_document(one.lookback));
    document.set("worth_to_you", worth_to_you_document(one.uncertainty, 0));
    if (explain) {
        document.set("explanation", explanation_document(offer, shown.valuation, sources));
    }
    Document rates = array_of(rates_used(shown.offers));
    const std::array<const model::Offer*, 1> papers{offer.offer};
    document.set("rates", std::move(rates));
    Document assumptions = assumption_documents(shown.valuation, papers);
    add_price_assumptions(assumptions, one.uncertainty);
    document.set("assumptions", std::move(assumptions));
}

}  // namespace

Page show_page(std::span<const ShownOffer> offers, bool explain, const diagnostic::Sources& sources) {
    std::vector<const model::Offer*> papers;
    for (const auto& each : offers) {
        papers.push_back(each.shown.offers.front().offer);
    }
    const auto names = offer_names(papers);
    Page page;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        page.append(PageWriter(offers[i], names[i]).write(explain, sources));
    }
    return page;
}

Document show_document(std::span<const ShownOffer> offers, bool explain, const diagnostic::Sources& sources) {
    Document document = envelope("show");
    if (offers.size() == 1) {
        add_offer(document, offers.front(), explain, sources);
        return document;
    }
    Document entries = Document::array();
    for (const auto& each : offers) {
        Document entry = Document::object();
        add_offer(entry, each, explain, sources);
        entries.push(std::move(entry));
    }
    return document.set("offers", std::move(entries));
}

Sheet show_sheet(std::span<const ShownOffer> offers) {
    std::vector<PaidYear> years;
    for (const auto& each : offers) {
        auto more = paid_years(each.shown.offers.front());
        years.insert(years.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    return year_columns({}, false).sheet(years);
}

}  // namespace offerkit::report
