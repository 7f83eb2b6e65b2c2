#include <offerkit/report/compare/first_screen.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/choice/comparison/hanging.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/report/compare/clauses.hpp>
#include <offerkit/report/decide/decide.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/comparisons.hpp>
#include <offerkit/report/words/definitions.hpp>
#include <offerkit/report/words/offer_names.hpp>
#include <offerkit/report/words/papers.hpp>
#include <offerkit/report/words/run_assumptions.hpp>
#include <offerkit/report/words/uncertainty.hpp>
#include <offerkit/report/words/wording.hpp>
#include <offerkit/value/totals.hpp>

namespace offerkit::report {
namespace {

using choice::Comparison;
using diagnostic::formatted;
using model::Pending;
using quantity::Money;
using value::ValuedOffer;

/// What stays on a screen while lines last, in this order: docs/guide.md, "One screen".
namespace keep {
constexpr int figures = 0;  ///< years, total, the chosen figure
constexpr int asked = 1;    ///< what was asked for, and what makes a figure wrong
constexpr int cases = 2;    ///< of what waits
constexpr int bands = 3;
constexpr int exits = 4;
constexpr int after_tax = 5;
constexpr int break_even = 6;
constexpr int not_alike = 7;
constexpr int non_compete = 8;
constexpr int refreshers = 9;
constexpr int decide_by = 10;
constexpr int not_in_it = 11;
constexpr int assumed = 12;
constexpr int fixed = 13;
constexpr int rest = 14;
}  // namespace keep

class Writer {
public:
    Writer(const Comparison& comparison, std::size_t width, const choice::Decision* decision,
           const choice::Uncertainty* uncertainty, AfterTaxes taxes)
        : comparison_{comparison},
          width_{width},
          decision_{decision},
          uncertainty_{uncertainty},
          taxes_{taxes},
          names_{offer_names(papers_of(comparison))},
          clauses_{comparison, names_},
          hanging_{hanging_lead(comparison)} {}

    FirstScreen write() {
        screen_.verdict = verdict();
        screen_.basis = basis();
        if (constexpr std::size_t titles = 22; fits_side_by_side(width_, titles, names_)) {
            side_by_side();
        } else {
            one_below_the_other();
        }
        points();
        return std::move(screen_);
    }

private:
    [[nodiscard]] bool several() const { return comparison_.offers.size() > 1; }
    [[nodiscard]] Money figure(std::size_t i) const { return comparison_.figure(i); }
    [[nodiscard]] Money behind(std::size_t i) const { return shown_difference(figure(comparison_.best()), figure(i)); }

    [[nodiscard]] std::string verdict() const {
        const std::string horizon = to_string(comparison_.valuation.horizon);
        const auto lead = comparison_.lead();
        if (!lead) {
            return formatted("{}: {} in {}, {} in all over {}", names_.front(), whole(figure(0)), short_name(),
                             whole(comparison_.offers.front().total), horizon);
        }
        if (hanging_) {
            const bool one = hanging_->events.size() == 1;
            return formatted("Hangs on {}: {} leads without it, {} with it",
                             one ? diagnostic::ticked(hanging_->events.front()) : "what waits",
                             names_[hanging_->without], names_[hanging_->with]);
        }
        const Money most = figure(comparison_.best());
        if (const auto leaders = comparison_.leaders(); leaders.size() > 1) {
            return formatted("{} tie at {} over {}", joined(names_of(leaders, names_)), whole(most), horizon);
        }
        if (lead->about_even) {
            return formatted("{}: about even, {} of {} apart", joined(names_of(lead->even, names_)),
                             whole(shown_difference(most, figure(lead->even.back()))), whole(most));
        }
        const Money next = figure(comparison_.ranking[1]);
        return formatted("{} leads by {}: {} against {} of {}", names_[comparison_.best()],
                         whole(shown_difference(most, next)), whole(most), whole(next), names_[comparison_.ranking[1]]);
    }

    [[nodiscard]] std::string basis() const {
        std::string text = formatted("{}{}{}", comparison_.currency.code(),
                                     comparison_.after_tax ? ", definitions after tax" : " before tax",
                                     several() ? ", ranked by " + figure_name(comparison_) : "");
        switch (comparison_.valuation.pending) {
            case Pending::none: break;
            case Pending::chance: text += "; what waits counts at its chance"; break;
            case Pending::all: text += "; all that waits counts"; break;
        }
        const bool apart = several() && !all_taxed(taxes_) && taxed_apart(comparison_);
        text += apart ? "; tax may change the order" : "";
        return hanging_ ? formatted("{}. {}", text, tie_of_what_waits()) : text;
    }

    /// From which chance on the other one leads, and on which side of it the file's own chance is.
    [[nodiscard]] std::string tie_of_what_waits() const {
        return formatted("{} leads above a chance of {}; {}", names_[hanging_->with], chance_text(hanging_->tie),
                         hanging_->stated ? "you say " + chance_text(*hanging_->stated) : "its chance is not stated");
    }

    [[nodiscard]] std::string short_name() const {
        return uncapitalised(std::string(words_of(comparison_.valuation.by).name));
    }

    template <class CellOf>
    void add_row(int rank, std::string title, CellOf cell, RowKind kind = RowKind::normal) {
        screen_.offer_row(rank, std::move(title), names_.size(), cell, kind);
    }

    [[nodiscard]] Cell figure_cell(std::size_t i) const {
        return {whole(figure(i)), several() && figure(i) == figure(comparison_.best()) ? Tone::good : Tone::strong};
    }

    [[nodiscard]] static Cell year_cell(const ValuedOffer& offer, int year) {
        const auto place = static_cast<std::size_t>(year - 1);
        return place < offer.years.size() ? Cell(whole(offer.years[place].total)) : Cell::not_applicable();
    }

    void side_by_side() {
        screen_.figures.columns.push_back({"", Align::left, Priority::key});
        for (const auto& name : names_) {
            screen_.figures.columns.push_back({name, Align::right});
        }
        const int years = most_years(comparison_);
        const auto shown = years_on_screen(years);
        for (const int year : shown) {
            add_row(keep::figures, "Year " + std::to_string(year),
                    [&](std::size_t i) { return year_cell(comparison_.offers[i], year); });
        }
        if (static_cast<int>(shown.size()) < years) {
            add_row(keep::figures, comparison_.after_tax ? "Average, after tax" : "Average per year",
                    [&](std::size_t i) { return Cell(whole(comparison_.offers[i].definitions.average)); });
        }
        add_row(
            keep::figures, comparison_.after_tax ? "Total, before tax" : "Total",
            [&](std::size_t i) { return Cell(whole(comparison_.offers[i].total), Tone::strong); }, RowKind::total);
        add_row(keep::figures, std::string(words_of(comparison_.valuation.by).name) + (several() ? " *" : ""),
                [&](std::size_t i) { return figure_cell(i); });
        if (names_.size() > 2) {
            add_row(keep::rest, "Behind the best", [&](std::size_t i) { return Cell(whole(behind(i))); });
        }
        add_cases();
        add_bands();
        add_row(keep::fixed, "Fixed while employed", [&](std::size_t i) { return fixed_cell(i); });
        if (several() &&
            any_offer(comparison_, [](const ValuedOffer& offer) { return offer.make_whole.has_value(); })) {
            add_row(keep::not_alike, "Ask to be made whole", [&](std::size_t i) {
                const auto& make_whole = comparison_.offers[i].make_whole;
                return make_whole ? Cell(whole(make_whole->total)) : Cell::not_applicable();
            });
        }
        if (all_taxed(taxes_) && !comparison_.after_tax) {
            add_row(keep::after_tax, "After tax, per year",
                    [&](std::size_t i) { return Cell(whole(taxes_[i]->definitions.average)); });
        }
    }

    /// What waits in its three cases, of which the figures above are one.
    void add_cases() {
        if (!any_offer(comparison_, [](const ValuedOffer& offer) { return offer.waiting.has_value(); })) {
            return;
        }
        const auto one = [&](Pending which, const char* title, const value::Definitions value::Waiting::* of) {
            if (which != comparison_.valuation.pending) {
                add_row(keep::cases, title, [&, of](std::size_t i) {
                    const auto& waiting = comparison_.offers[i].waiting;
                    return Cell(whole(waiting ? get((*waiting).*of, comparison_.valuation.by) : figure(i)));
                });
            }
        };
        one(Pending::none, "Nothing that waits", &value::Waiting::none);
        one(Pending::chance, "What waits, at chance", &value::Waiting::chance);
        one(Pending::all, "What waits, in full", &value::Waiting::all);
    }

    /// Whether share prices move what the offers are ranked by.
    [[nodiscard]] bool moves() const {
        return uncertainty_ != nullptr && uncertainty_->any() && uncertainty_->figure == comparison_.valuation.by;
    }

    /// What the figures stay above and below in 9 of 10 futures each if share prices move, the middle between, and in
    /// how many futures each offer pays most.
    void add_bands() {
        if (!moves()) {
            return;
        }
        const auto one = [&](const char* title, std::size_t quantile) {
            add_row(keep::bands, title, [&, quantile](std::size_t i) {
                const auto& band = uncertainty_->offers[i];
                return Cell(band_amount(band ? band->quantiles[quantile] : figure(i)));
            });
        };
        one("1 in 10 below", 0);
        one("Middle", risk::shown_chances.size() / 2);
        one("1 in 10 above", risk::shown_chances.size() - 1);
        if (!uncertainty_->pays_most.empty()) {
            add_row(keep::bands, pays_most_title(comparison_),
                    [&](std::size_t i) { return Cell(chance_text(uncertainty_->pays_most[i])); });
        }
    }

    [[nodiscard]] Cell fixed_cell(std::size_t i) const {
        const auto& offer = comparison_.offers[i];
        const auto share = value::share_of(offer.by_certainty.guaranteed, offer.total);
        return share ? Cell(to_percent(*share, 0)) : Cell::not_applicable();
    }

    void one_below_the_other() {
        const int years = most_years(comparison_);
        screen_.figures.columns = {{"", Align::left, Priority::key}, {"Year 1", Align::right}};
        if (years > 1) {
            screen_.figures.columns.push_back({"Year " + std::to_string(years), Align::right});
        }
        screen_.figures.columns.push_back({"Total", Align::right});
        screen_.figures.columns.push_back({std::string(words_of(comparison_.valuation.by).name) + " *", Align::right});
        screen_.figures.columns.push_back({"Behind", Align::right});
        screen_.figures.columns.push_back({"Fixed", Align::right});
        for (const std::size_t i : comparison_.ranking) {
            const auto& offer = comparison_.offers[i];
            std::vector<Cell> cells{names_[i], year_cell(offer, 1)};
            if (years > 1) {
                cells.push_back(year_cell(offer, years));
            }
            cells.emplace_back(whole(offer.total));
            cells.push_back(figure_cell(i));
            cells.emplace_back(whole(behind(i)));
            cells.push_back(fixed_cell(i));
            screen_.row(keep::figures, Row(std::move(cells)));
        }
        if (moves()) {
            // A line an offer, whatever its name.
            constexpr std::size_t longest = 20;
            screen_.below = band_lines(comparison_, names_within(names_, longest), *uncertainty_, comparison_.ranking,
                                       "If prices move");
            screen_.below_rank = keep::bands;
        }
    }

    void points() {
        if (decision_ != nullptr && several()) {
            screen_.point(keep::asked, "You weigh", {decide_line(comparison_, *decision_)});
        }
        screen_.point(keep::asked, "Not known", clauses_.not_known(), Tone::bad);
        if (moves()) {
            screen_.point(keep::bands, "Simulated", simulated_texts(*uncertainty_));
        }
        screen_.point(keep::exits, "Exits", clauses_.exits());
        screen_.point(keep::break_even, "Break-even", clauses_.ties());
        screen_.point(keep::not_alike, "Not alike", clauses_.unlike());
        screen_.point(keep::asked, "Left out",
                      comparison_.removed ? std::vector{common_line(comparison_)} : std::vector<std::string>{});
        screen_.point(keep::non_compete, "Non-compete", clauses_.non_competes());
        screen_.point(keep::refreshers, "Refreshers", {refreshers_line(comparison_, names_)});
        screen_.point(keep::not_alike, "Paid", clauses_.paid());
        screen_.point(keep::not_alike, "Standing", clauses_.standings());
        screen_.point(keep::decide_by, "Decide by", clauses_.deadlines());
        screen_.point(keep::not_in_it, "Not in it", clauses_.not_in_it());
        screen_.point(keep::assumed, "Assumed", run_assumptions(comparison_));
    }

    const Comparison& comparison_;
    std::size_t width_;
    const choice::Decision* decision_;
    const choice::Uncertainty* uncertainty_;
    AfterTaxes taxes_;
    std::vector<std::string> names_;
    CompareClauses clauses_;
    std::optional<choice::HangingLead> hanging_;
    FirstScreen screen_{};
};

}  // namespace

FirstScreen compare_first_screen(const Comparison& comparison, std::size_t width, const choice::Decision* decision,
                                 const choice::Uncertainty* uncertainty, AfterTaxes taxes) {
    return Writer{comparison, width, decision, uncertainty, taxes}.write();
}

}  // namespace offerkit::report
