#include <offerkit/report/show/first_screen.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/show/questions.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/comparisons.hpp>
#include <offerkit/report/words/definitions.hpp>
#include <offerkit/report/words/exits.hpp>
#include <offerkit/report/words/levels.hpp>
#include <offerkit/report/words/notes.hpp>
#include <offerkit/report/words/offer_names.hpp>
#include <offerkit/report/words/run_assumptions.hpp>
#include <offerkit/report/words/uncertainty.hpp>
#include <offerkit/report/words/wording.hpp>
#include <offerkit/value/totals.hpp>

namespace offerkit::report {
namespace {

using quantity::Money;
using timeline::Category;
using value::ValuedOffer;

const ValuedOffer& valued(const ShownOffer& one) { return one.shown.offers.front(); }

std::string share_text(const ValuedOffer& offer, Money part, timeline::Certainty certainty) {
    const auto share = value::share_of(part, offer.total);
    return share && !part.is_zero() ? diagnostic::formatted("{} {}", to_percent(*share, 0),
                                                            uncapitalised(std::string(words_of(certainty).name)))
                                    : std::string();
}

/// "62% fixed while employed; 38% at target or market".
std::vector<std::string> certainty(const ValuedOffer& offer) {
    return {share_text(offer, offer.by_certainty.guaranteed, timeline::Certainty::guaranteed),
            share_text(offer, offer.by_certainty.contingent, timeline::Certainty::contingent),
            share_text(offer, offer.by_certainty.uncertain, timeline::Certainty::uncertain)};
}

/// What the total does not hold, in a few words each.
std::vector<std::string> not_in_it(const ShownOffer& one) {
    const auto& offer = valued(one);
    std::vector<std::string> all;
    if (offer.waiting && one.shown.valuation.pending == model::Pending::none) {
        all.push_back(
            diagnostic::formatted("{} (worth {} today)", waiting_words(*offer.waiting), whole(offer.waiting->worth)));
    }
    for (const auto& grant : offer.not_known) {
        all.push_back(diagnostic::formatted("`{}`, whose worth is not known", grant.grant));
    }
    if (const auto& later = offer.paid.vests_later; later.until) {
        all.push_back(
            diagnostic::formatted("vests after the {}: {}", to_string(offer.window.horizon()), whole(later.value)));
    }
    if (!offer.refreshers.empty() && !one.shown.valuation.count_refreshers) {
        all.emplace_back("refreshers");
    }
    all.emplace_back("tax, cost of living");
    return all;
}

class OneOffer {
public:
    OneOffer(const ShownOffer& one, std::string name)
        : one_{one}, offer_{valued(one)}, paper_{*offer_.offer}, name_{std::move(name)} {}

    FirstScreen write() {
        screen_.verdict = diagnostic::formatted("{}: {} a year as letters count it, {} over {}", name_,
                                                whole(offer_.definitions.annualized), whole(offer_.total),
                                                to_string(offer_.window.horizon()));
        const std::string role = role_of(paper_);
        screen_.basis =
            diagnostic::formatted("{} before tax{}", offer_.currency.code(), role.empty() ? "" : "; " + role);
        figures();
        points();
        return std::move(screen_);
    }

private:
    [[nodiscard]] std::vector<std::pair<Category, std::string_view>> used() const {
        std::vector<std::pair<Category, std::string_view>> used;
        for (const auto& [category, title] : category_words()) {
            const bool counted = category != Category::refreshers || one_.shown.valuation.count_refreshers;
            const auto paid = [which = category](const auto& year) { return !year.parts[which].is_zero(); };
            if (counted && std::any_of(offer_.years.begin(), offer_.years.end(), paid)) {
                used.emplace_back(category, title);
            }
        }
        return used;
    }

    void figures() {
        const auto parts = used();
        screen_.figures.columns.push_back({"", Align::left, Priority::key});
        for (const auto& [category, title] : parts) {
            screen_.figures.columns.push_back({std::string(title), Align::right});
        }
        screen_.figures.columns.push_back({"Total", Align::right});
        for (const int year : years_on_screen(static_cast<int>(offer_.years.size()))) {
            const auto& figures = offer_.years[static_cast<std::size_t>(year - 1)];
            std::vector<Cell> cells{"Year " + std::to_string(year)};
            for (const auto& [category, title] : parts) {
                cells.emplace_back(whole(figures.parts[category]));
            }
            cells.emplace_back(whole(figures.total), Tone::strong);
            screen_.row(0, Row(std::move(cells)));
        }
        std::vector<Cell> cells{Cell("Total", Tone::strong)};
        for (const auto& [category, title] : parts) {
            cells.emplace_back(whole(value::total_of(offer_, category)));
        }
        cells.emplace_back(whole(offer_.total), Tone::strong);
        screen_.row(0, Row::total(std::move(cells)));
    }

    void points() {
        const auto& definitions = offer_.definitions;
        screen_.point(1, "Counted as",
                      {"first year " + whole(definitions.first_year), "annualized " + whole(definitions.annualized),
                       "present value " + whole(definitions.present_value)});
        screen_.point(2, "How sure", certainty(offer_));
        screen_.point(4, "Prices move", bands());
        screen_.point(4, "Simulated", simulated_texts(one_.uncertainty));
        screen_.point(4, "Exits", exits());
        if (one_.after) {
            screen_.point(4, "After tax",
                          {diagnostic::formatted("{} a year on average, in {}", whole(one_.after->definitions.average),
                                                 one_.after->law->place.header.name)});
        }
        if (one_.level) {
            screen_.point(5, "Level", level_clauses(*one_.level));
        }
        screen_.point(3, "Standing",
                      {standing_of(paper_), paper_.decide_by ? "answer by " + to_string(paper_.decide_by->value) : ""});
        screen_.point(6, "Shares", shares());
        if (const auto& ban = offer_.non_compete) {
            screen_.point(5, "Non-compete",
                          {diagnostic::formatted(
                              "{} barred from competitors, {} than working", to_string(ban->time),
                              ban->cost.minor() < 0 ? whole(-ban->cost) + " more" : whole(ban->cost) + " less")});
        }
        if (const auto& make_whole = offer_.make_whole; make_whole && !make_whole->total.is_zero()) {
            screen_.point(
                3, "Made whole",
                {diagnostic::formatted("ask a new employer for {} (`leave` has it)", whole(make_whole->total))});
        }
        screen_.point(2, "Ask", questions_about(offer_));
        screen_.point(2, "Not in it", not_in_it(one_));
        screen_.point(3, "Assumed", run_assumptions(one_.shown));
    }

    [[nodiscard]] std::vector<std::string> bands() const {
        if (one_.uncertainty.offers.empty() || !one_.uncertainty.offers.front()) {
            return {};
        }
        const auto& band = *one_.uncertainty.offers.front();
        return {diagnostic::formatted("present value {} to {} in 8 of 10, middle {}",
                                      band_amount(band.quantiles.front()), band_amount(band.quantiles.back()),
                                      band_amount(band.quantiles[2]))};
    }

    [[nodiscard]] std::vector<std::string> exits() const {
        if (!offer_.exits) {
            return {};
        }
        return {exits_in_brief(offer_)};
    }

    [[nodiscard]] std::vector<std::string> shares() const {
        std::vector<std::string> all;
        for (const auto& grant : offer_.grants) {
            const bool cash = grant.instrument == model::Instrument::cash;
            all.push_back(diagnostic::formatted(
                "`{}` {}{}", grant.id,
                cash ? with_currency(Money{grant.quantity.whole(), grant.currency}) : counted(grant.quantity),
                grant.strike ? " at a strike of " + to_grouped(*grant.strike) : ""));
        }
        if (paper_.stock && paper_.stock->price_is_known) {
            all.push_back(diagnostic::formatted("price {} on {}", to_grouped(paper_.stock->price.value),
                                                to_string(paper_.stock->as_of.value)));
        }
        return all;
    }

    const ShownOffer& one_;
    const ValuedOffer& offer_;
    const model::Offer& paper_;
    std::string name_;
    FirstScreen screen_{};
};

FirstScreen several(std::span<const ShownOffer> offers, const std::vector<std::string>& names) {
    FirstScreen screen;
    screen.verdict = (names.size() <= 3 ? joined(names) : std::to_string(names.size()) + " offers") + ", one by one";
    screen.basis = "Before tax. `show` of one of them has its years; `compare` says who leads.";
    screen.figures.columns = {{"", Align::left, Priority::key}, {"Year 1", Align::right}, {"Annualized", Align::right},
                              {"Total", Align::right},          {"In", Align::left},      {"Fixed", Align::right}};
    for (std::size_t i = 0; i < offers.size(); ++i) {
        const auto& offer = valued(offers[i]);
        const auto fixed = value::share_of(offer.by_certainty.guaranteed, offer.total);
        screen.row(0, Row({names[i], whole(offer.definitions.first_year), whole(offer.definitions.annualized),
                           Cell(whole(offer.total), Tone::strong), std::string(offer.currency.code()),
                           fixed ? Cell(to_percent(*fixed, 0)) : Cell::not_applicable()}));
    }
    for (std::size_t i = 0; i < offers.size(); ++i) {
        const auto& paper = *valued(offers[i]).offer;
        std::vector<std::string> about{role_of(paper), standing_of(paper),
                                       paper.decide_by ? "answer by " + to_string(paper.decide_by->value) : ""};
        screen.point(1, names[i], std::move(about));
    }
    for (std::size_t i = 0; i < offers.size(); ++i) {
        screen.point(2, "Ask " + names[i], questions_about(valued(offers[i])));
    }
    for (std::size_t i = 0; i < offers.size(); ++i) {
        if (valued(offers[i]).waiting) {
            screen.point(1, "Not in it", not_in_it(offers[i]));
        }
    }
    screen.point(2, "Assumed", run_assumptions(offers.front().shown));
    return screen;
}

}  // namespace

FirstScreen show_first_screen(std::span<const ShownOffer> offers) {
    std::vector<const model::Offer*> papers;
    for (const auto& each : offers) {
        papers.push_back(valued(each).offer);
    }
    const auto names = offer_names(papers);
    return offers.size() == 1 ? OneOffer{offers.front(), names.front()}.write() : several(offers, names);
}

}  // namespace offerkit::report
