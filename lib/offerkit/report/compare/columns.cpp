#include <offerkit/report/compare/columns.hpp>

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include <offerkit/report/words/comparisons.hpp>
#include <offerkit/report/words/definitions.hpp>
#include <offerkit/report/words/papers.hpp>
#include <offerkit/report/words/uncertainty_document.hpp>
#include <offerkit/value/totals.hpp>

namespace offerkit::report {
namespace {

using choice::BreakEven;
using choice::Comparison;
using quantity::Money;
using timeline::Category;
using value::ValuedOffer;

/// Puts the figures of a comparison into columns, group by group.
class ColumnsOf {
public:
    ColumnsOf(const Comparison& comparison, const choice::Uncertainty* uncertainty, AfterTaxes taxes)
        : comparison_(comparison), uncertainty_(uncertainty), taxes_(taxes), years_(most_years(comparison)) {}

    Columns<std::size_t> all() {
        add_paper();
        add_years();
        add_parts();
        add_definitions();
        add_certainty();
        add_rest();
        add_ties();
        add_waiting();
        add_moves();
        add_paid();
        add_bands();
        add_after_tax();
        return std::move(columns_);
    }

private:
    using Offer = const ValuedOffer&;

    /// A figure of an offer: on a page a line with this title, and for programs alone where it has none.
    template <class Of>
    void add(std::string key, Of of, std::string title = {}, std::function<Tone(const std::size_t&)> tone = {},
             Role role = Role::figure) {
        columns_.add({.key = std::move(key),
                      .title = std::move(title),
                      .value = [&offers = comparison_.offers, of](std::size_t i) { return Datum(of(offers[i])); },
                      .tone = std::move(tone),
                      .role = role});
    }

    void add_paper() {
        columns_.add({.key = "rank",
                      .title = "Rank *",
                      .value = [ranks = comparison_.ranks()](std::size_t i) { return ranks[i]; },
                      .tone = [ranks = comparison_.ranks()](
                                  std::size_t i) { return ranks[i] == 1 ? Tone::good : Tone::normal; }});
        add("company", [](Offer offer) { return offer.offer->company; });
        add("file", [](Offer offer) { return offer.offer->file; });
        add("role", [](Offer offer) { return offer.offer->role; });
        add("currency", [](Offer offer) { return offer.currency.code(); });
        add("from", [](Offer offer) { return offer.window.start(); }, "Counted from");
        add("to", [](Offer offer) { return offer.window.end(); });
        add("total", [](Offer offer) { return offer.total; }, "Total");
    }

    void add_years() {
        for (int k = 1; k <= years_; ++k) {
            add(
                year_key(k),
                [place = static_cast<std::size_t>(k - 1)](Offer offer) {
                    return place < offer.years.size() ? Datum(offer.years[place].total) : Datum();
                },
                "Year " + std::to_string(k));
        }
    }

    void add_parts() {
        for (const auto category : value::all_categories) {
            add(std::string(word(category)), [category](Offer offer) { return value::total_of(offer, category); });
        }
        columns_.add({.title = "Refreshers (not included)",
                      .value =
                          [&offers = comparison_.offers](std::size_t i) {
                              return offers[i].refreshers.empty()
                                         ? Datum()
                                         : Datum(value::total_of(offers[i], Category::refreshers));
                          },
                      .tone = [](std::size_t) { return Tone::dim; }});
    }

    void add_definitions() {
        const bool several = comparison_.offers.size() > 1;
        for (const auto& words : definition_words()) {
            const auto definition = words.definition;
            Money most = get(comparison_.offers.front().definitions, definition);
            for (const auto& offer : comparison_.offers) {
                most = std::max(most, get(offer.definitions, definition));
            }
            const bool chosen = several && definition == comparison_.valuation.by;
            add(
                definition_key(definition), [definition](Offer offer) { return get(offer.definitions, definition); },
                definition_name(comparison_, definition) + (chosen ? " *" : ""),
                [&offers = comparison_.offers, definition, most, several](std::size_t i) {
                    return several && get(offers[i].definitions, definition) == most ? Tone::good : Tone::normal;
                },
                chosen ? Role::ranked_by : Role::figure);
        }
    }

    void add_certainty() {
        using timeline::Certainty;
        const auto one = [&](const char* key, Certainty certainty, Money value::ByCertainty::* part) {
            add(key, [part](Offer offer) { return offer.by_certainty.*part; }, std::string(words_of(certainty).name));
        };
        one("certainty_guaranteed", Certainty::guaranteed, &value::ByCertainty::guaranteed);
        one("certainty_contingent", Certainty::contingent, &value::ByCertainty::contingent);
        one("certainty_uncertain", Certainty::uncertain, &value::ByCertainty::uncertain);
    }

    void add_rest() {
        columns_.add({.key = "difference_to_best",
                      .title = "Difference to the best *",
                      .value = [&all = comparison_](std::size_t i) { return all.figure(i) - all.figure(all.best()); },
                      .role = Role::behind_best});
    }

    void add_ties() {
        std::vector<const BreakEven*> ties(comparison_.offers.size(), nullptr);
        for (const auto& tie : comparison_.break_even) {
            ties[tie.offer] = &tie;
        }
        const auto one = [&](const char* key, auto of) {
            columns_.data(key,
                          [ties, of](std::size_t i) { return ties[i] != nullptr ? Datum(of(*ties[i])) : Datum(); });
        };
        one("breakeven_against",
            [&offers = comparison_.offers](const BreakEven& tie) { return offers[tie.against].offer->company; });
        one("breakeven_price", [](const BreakEven& tie) { return tie.price; });
        one("breakeven_growth", [](const BreakEven& tie) { return tie.growth; });
        one("breakeven_price_after_counting", [](const BreakEven& tie) { return tie.price_after_counting; });
        one("breakeven_chance", [](const BreakEven& tie) { return tie.chance; });
        one("breakeven_payout", [](const BreakEven& tie) { return tie.payout; });
    }

    void add_waiting() {
        const auto one = [&](const char* key, auto of) {
            add(key, [of](Offer offer) { return offer.waiting ? Datum(of(*offer.waiting)) : Datum(); });
        };
        const auto by = comparison_.valuation.by;
        one("waiting_value", [](const auto& waiting) { return waiting.worth; });
        one("case_none", [by](const auto& waiting) { return get(waiting.none, by); });
        one("case_chance", [by](const auto& waiting) { return get(waiting.chance, by); });
        one("case_all", [by](const auto& waiting) { return get(waiting.all, by); });
    }

    void add_moves() {
        add(
            "make_whole", [](Offer offer) { return offer.make_whole ? Datum(offer.make_whole->total) : Datum(); },
            "To be made whole (not included)", [](std::size_t) { return Tone::dim; });
        add("make_whole_with_all",
            [](Offer offer) { return offer.make_whole ? Datum(offer.make_whole->whole) : Datum(); });
        add("non_compete_cost",
            [](Offer offer) { return offer.non_compete ? Datum(offer.non_compete->cost) : Datum(); });
    }

    void add_paid() {
        for (int k = 1; k <= years_; ++k) {
            add("paid_" + year_key(k), [place = static_cast<std::size_t>(k - 1)](Offer offer) {
                const auto& paid = offer.paid.by_year;
                return place < paid.size() ? Datum(paid[place]) : Datum();
            });
        }
        add("paid_later", [](Offer offer) { return offer.paid.paid_later.amount; });
        add("deferred_later", [](Offer offer) { return offer.paid.deferred_later.amount; });
        add("vests_later", [](Offer offer) { return offer.paid.vests_later.value; });
        add("not_payable", [](Offer offer) { return offer.paid.not_payable; });
    }

    void add_bands() {
        const auto names = uncertainty_columns();
        for (std::size_t column = 0; column < names.size(); ++column) {
            columns_.data(std::string(names[column]), [uncertainty = uncertainty_, column](std::size_t i) {
                return uncertainty != nullptr ? uncertainty_datum(*uncertainty, i, column) : Datum();
            });
        }
    }

    void add_after_tax() {
        columns_.data("after_tax_average", [taxes = taxes_](std::size_t i) {
            return i < taxes.size() && taxes[i] ? Datum(taxes[i]->definitions.average) : Datum();
        });
    }

    const Comparison& comparison_;
    const choice::Uncertainty* uncertainty_;
    AfterTaxes taxes_;
    int years_;
    Columns<std::size_t> columns_;
};

}  // namespace

Columns<std::size_t> compare_columns(const Comparison& comparison, const choice::Uncertainty* uncertainty,
                                     AfterTaxes taxes) {
    return ColumnsOf(comparison, uncertainty, taxes).all();
}

std::string year_key(int year) { return "year_" + std::to_string(year); }

std::string definition_key(model::Definition definition) {
    return std::string(word(definition)) + (definition == model::Definition::guaranteed ? "_first_year" : "");
}

}  // namespace offerkit::report
