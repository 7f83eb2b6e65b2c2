#include <offerkit/report/words/explain.hpp>

#include <algorithm>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/assumptions.hpp>
#include <offerkit/report/words/definitions.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using quantity::Money;
using quantity::Shares;
using timeline::CashFlow;
using timeline::Category;
using value::ValuedOffer;

/// What a year holds of one thing: the payments that share a year, a column, a name and a line.
struct Part {
    int year;
    Category category;
    std::string label;
    diagnostic::Span span;
    Money amount;
    std::size_t payments = 0;
    bool waits = false;  ///< for events without a date, and is counted all the same
};

std::vector<Part> parts_of(const ValuedOffer& offer) {
    std::vector<Part> parts;
    for (const CashFlow& flow : offer.flows) {
        const auto found = std::find_if(parts.begin(), parts.end(), [&](const Part& part) {
            return part.year == flow.year && part.category == flow.category && part.label == flow.label &&
                   part.span == flow.span && part.waits == flow.waits;
        });
        if (found == parts.end()) {
            parts.push_back({flow.year, flow.category, flow.label, flow.span, flow.amount, 1, flow.waits});
        } else {
            found->amount += flow.amount;
            ++found->payments;
        }
    }
    std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) {
        return std::pair(a.year, a.category) < std::pair(b.year, b.category);
    });
    return parts;
}

const timeline::ResolvedGrant* find_grant(const ValuedOffer& offer, const Part& part) {
    const auto& grants = part.category == Category::refreshers ? offer.refreshers : offer.grants;
    const auto found =
        std::find_if(grants.begin(), grants.end(), [&](const auto& grant) { return grant.id == part.label; });
    return found == grants.end() ? nullptr : &*found;
}

/// `first`: of this grant, whose count of shares is explained once.
std::string equity_rule(const ValuedOffer& offer, const Part& part, bool first) {
    const auto* grant = find_grant(offer, part);
    if (grant == nullptr) {
        return "shares x the price of the day they vest";
    }
    const std::string vests = counted(part.payments, "vest");
    if (part.waits) {
        return vests + " that wait for an event without a date, counted as `--pending` says, at today's price";
    }
    if (grant->instrument == model::Instrument::cash) {
        return vests + " of money by the grant's schedule";
    }
    Shares shares;
    for (const auto& tranche : grant->schedule.tranches) {
        if (tranche.date && offer.window.year_of(*tranche.date) == part.year) {
            shares += tranche.quantity;
        }
    }
    std::string rule = diagnostic::formatted("{} in {}, each x the share price of its day", counted(shares), vests);
    if (grant->strike) {
        rule += " above the strike of " + to_grouped(*grant->strike);
    }
    if (first && !grant->quantity_rule.empty()) {
        rule += diagnostic::formatted("; the grant is {}: {}", counted(grant->quantity), grant->quantity_rule);
    }
    return rule;
}

std::string base_rule(const Part& part) {
    if (part.label == "raise") {
        return "what the yearly raise adds to the salary as stated, a twelfth of a year each month";
    }
    return part.label == "overtime" ? "hours x hourly rate x what of it overtime is paid x weeks, a twelfth each month"
                                    : "the salary each month as stated, a twelfth of a year each";
}

std::string bonus_rule(const model::Offer& paper, const Part& part, bool held_now) {
    if (part.label.ends_with("(deferred)")) {
        return "what earlier bonuses deferred to this year";
    }
    const auto bonus = std::find_if(paper.bonuses.begin(), paper.bonuses.end(),
                                    [&](const model::Bonus& each) { return each.span == part.span; });
    if (bonus == paper.bonuses.end() && paper.base && paper.base->extra && part.span == paper.base->extra->span) {
        return "(months - 12) / 12 of the salary on the day of payment, in equal parts, earned by days";
    }
    const std::string amount = "base x target x payout, or the amount x payout";
    if (held_now) {
        return diagnostic::formatted("what is paid in the year: {} of the bonus year that earned it", amount);
    }
    return bonus == paper.bonuses.end() || (!bonus->year && bonus->parts == 1)
               ? "the year's " + amount
               : "of each bonus year, the part of its days in this year: its " + amount;
}

std::string rule_of(const ValuedOffer& offer, const Part& part, bool first) {
    const std::string twelfths = part.payments == 1 ? "" : ", in " + counted(part.payments, "part");
    switch (part.category) {
        case Category::base: return base_rule(part) + twelfths;
        case Category::bonus: return bonus_rule(*offer.offer, part, offer.window.held_now()) + twelfths;
        case Category::sign_on: return "paid once and counted in the year it is paid" + twelfths;
        case Category::equity:
        case Category::refreshers: return equity_rule(offer, part, first);
        case Category::benefits: return "what a year of it is worth, a twelfth each month" + twelfths;
        case Category::costs:
            return part.payments == 1 ? "paid once" : "a year's cost, a twelfth each month" + twelfths;
    }
    return {};
}

std::string total_rule(const value::ValuedOffer& offer, const model::Valuation& valuation) {
    return offer.refreshers.empty() || valuation.count_refreshers
               ? "the sum of the parts of the year"
               : "the sum of the parts of the year without refreshers";
}

std::string definition_rule(const DefinitionWords& words, const ValuedOffer& offer, const model::Valuation& valuation) {
    std::string rule(words.rule);
    switch (words.definition) {
        case model::Definition::present_value:
            return diagnostic::formatted("{}; discount {}", rule, to_percent(valuation.discount_rate));
        case model::Definition::survival_weighted:
            return diagnostic::formatted("{}; chance of leaving {}", rule, to_percent(valuation.exit_per_year));
        case model::Definition::average:
            return diagnostic::formatted("{}: {} over {}", rule, to_grouped(offer.total),
                                         to_string(offer.window.horizon()));
        default: return rule;
    }
}

}  // namespace

std::string place_of(const diagnostic::Span& span, const diagnostic::Sources& sources) {
    if (span.source >= sources.size()) {
        return {};
    }
    const std::string& name = sources[span.source].name();
    return span.line == 0 ? name : name + ":" + std::to_string(span.line);
}

std::string place_beside(const std::string& file, const diagnostic::Span& span, const diagnostic::Sources& sources) {
    const bool here = span.source < sources.size() && span.line > 0 && sources[span.source].name() == file;
    return here ? "line " + std::to_string(span.line) : place_of(span, sources);
}

std::vector<Trace> traces_of(const ValuedOffer& offer, const model::Valuation& valuation) {
    std::vector<Trace> traces;
    const auto parts = parts_of(offer);
    auto part = parts.begin();
    std::vector<std::string> explained;
    const auto converted = rates_used(std::span(&offer, 1));
    for (const auto& year : offer.years) {
        for (; part != parts.end() && part->year == year.year; ++part) {
            std::string figure(word(part->category));
            figure += part->label.empty() ? "" : ": " + part->label;
            const bool first = std::find(explained.begin(), explained.end(), figure) == explained.end();
            if (first) {
                explained.push_back(figure);
            }
            traces.push_back({year.year, std::move(figure), part->amount, part->span, rule_of(offer, *part, first)});
        }
        traces.push_back({year.year, "total", year.total, std::nullopt, total_rule(offer, valuation)});
    }
    traces.push_back({0, "total", offer.total, std::nullopt, "the sum of the years"});
    for (const auto& words : definition_words()) {
        traces.push_back({0, std::string(word(words.definition)), get(offer.definitions, words.definition),
                          std::nullopt, definition_rule(words, offer, valuation)});
    }
    if (!converted.empty()) {
        traces.back().rule += "; all amounts converted one by one: " + joined(converted);
    }
    return traces;
}

Table explanation_table(const ValuedOffer& offer, const model::Valuation& valuation,
                        const diagnostic::Sources& sources) {
    Table table;
    table.caption = offer.offer->file;
    table.columns = {{"Figure"}, {std::string(offer.currency.code()), Align::decimal}, {"From"}, {"By"}};
    const auto traces = traces_of(offer, valuation);
    MoneyStyle money;
    for (const auto& trace : traces) {
        money.see(trace.amount);
    }
    int year = -1;
    for (const auto& trace : traces) {
        if (trace.year != year) {
            year = trace.year;
            table.heading(year == 0
                              ? "The whole time"
                              : diagnostic::formatted("Year {}, to {}", std::to_string(year),
                                                      to_string(offer.years[static_cast<std::size_t>(year - 1)].to)));
        }
        const Tone tone = trace.figure == "total" ? Tone::strong : Tone::normal;
        const bool repeated = std::any_of(traces.begin(), traces.end(), [&](const Trace& before) {
            return before.year == trace.year - 1 && before.year > 0 && before.figure == trace.figure &&
                   before.place == trace.place && before.rule == trace.rule;
        });
        table.row({Cell(trace.figure, tone), Cell(money(trace.amount), tone),
                   trace.place ? place_beside(offer.offer->file, *trace.place, sources) : "",
                   repeated ? Cell("as the year before", Tone::dim) : Cell(trace.rule)});
    }
    return table;
}

Document explanation_document(const ValuedOffer& offer, const model::Valuation& valuation,
                              const diagnostic::Sources& sources) {
    return array_of(traces_of(offer, valuation), [&](const auto& trace) {
        return Document::object({{"year", trace.year == 0 ? Document::null() : Document(trace.year)},
                                 {"figure", trace.figure},
                                 {"amount", document_of(trace.amount)},
                                 {"place", trace.place ? Document(place_of(*trace.place, sources)) : Document::null()},
                                 {"rule", trace.rule}});
    });
}

}  // namespace offerkit::report
