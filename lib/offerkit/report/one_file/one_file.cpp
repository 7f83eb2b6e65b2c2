#include <offerkit/report/one_file/one_file.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/choice/comparison/price_lines.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/report/compare/break_even.hpp>
#include <offerkit/report/compare/compare.hpp>
#include <offerkit/report/decide/decide.hpp>
#include <offerkit/report/negotiate/negotiate.hpp>
#include <offerkit/report/one_file/after_tax.hpp>
#include <offerkit/report/one_file/by_definition.hpp>
#include <offerkit/report/one_file/days.hpp>
#include <offerkit/report/one_file/figures.hpp>
#include <offerkit/report/words/after_tax.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/assumptions.hpp>
#include <offerkit/report/words/comparisons.hpp>
#include <offerkit/report/words/definitions.hpp>
#include <offerkit/report/words/exits.hpp>
#include <offerkit/report/words/notes.hpp>
#include <offerkit/report/words/offer_names.hpp>
#include <offerkit/report/words/papers.hpp>
#include <offerkit/report/words/ties.hpp>
#include <offerkit/report/words/uncertainty.hpp>
#include <offerkit/report/words/wording.hpp>
#include <offerkit/value/totals.hpp>
#include <offerkit/version.hpp>

namespace offerkit::report {
namespace {

using choice::Comparison;

class PaperWriter {
public:
    explicit PaperWriter(const ReportView& view)
        : view_(view),
          comparison_(view.comparison),
          papers_(papers_of(view.comparison)),
          names_(offer_names(papers_)),
          lines_(choice::price_lines(view.comparison)) {}

    Paper write() {
        Paper paper;
        paper.title = diagnostic::formatted(
            "{} over {}", names_.size() <= 3 ? joined(names_) : std::to_string(names_.size()) + " offers",
            to_string(comparison_.valuation.horizon));
        paper.under_title =
            diagnostic::formatted("As of {}. All amounts are in {}, before tax unless they say otherwise.",
                                  to_string(comparison_.valuation.as_of), comparison_.currency.code());
        sections_ = &paper.sections;
        add_answer();
        add("years", "Money by year").add(money_figure(comparison_, names_, view_.with_waiting));
        add_bands_section();
        add_prices();
        add_vesting();
        add_leaving();
        add_exits_section();
        add_after_tax();
        add_decision();
        add_days();
        add_all_figures();
        add_assumptions();
        add_not_counted();
        if (view_.negotiation != nullptr) {
            add("for-yourself", "For yourself: what to ask for, and when to walk away")
                .add(negotiate_page(*view_.negotiation, false, view_.sources));
        }
        paper.closing = diagnostic::formatted(
            "Made offline by offerkit {} from your own files. It loads nothing and sends nothing. None of it is "
            "advice.",
            version());
        return paper;
    }

private:
    PaperSection& add(std::string id, std::string heading) {
        sections_->push_back({std::move(id), std::move(heading), {}});
        return sections_->back();
    }

    [[nodiscard]] bool several() const { return comparison_.offers.size() > 1; }

    [[nodiscard]] std::string first_sentence() const {
        if (several()) {
            return lead_line(comparison_, names_);
        }
        return diagnostic::formatted("{} comes to {} ({}), and pays {} over {}.", names_.front(),
                                     about(comparison_.figure(0)), figure_name(comparison_),
                                     about(comparison_.offers.front().total), to_string(comparison_.valuation.horizon));
    }

    /// How sure that is: by share prices where they are uncertain, else by what the money hangs on.
    [[nodiscard]] std::string second_sentence() const {
        const std::size_t best = comparison_.best();
        if (const std::string exits = with_exits(); !exits.empty()) {
            return diagnostic::formatted("Counting exits, {}.", exits);
        }
        if (several() && view_.bands.any() && view_.bands.pays_most.size() == names_.size()) {
            const auto most = std::max_element(view_.bands.pays_most.begin(), view_.bands.pays_most.end());
            const auto leader = static_cast<std::size_t>(most - view_.bands.pays_most.begin());
            return diagnostic::formatted(
                "If share prices move as such shares have moved, {} pays most with a chance "
                "of {}.",
                names_[leader], chance_text(*most));
        }
        const auto& offer = comparison_.offers[best];
        const auto share = value::share_of(offer.by_certainty.guaranteed, offer.total);
        return diagnostic::formatted("Of what {} pays, {} is guaranteed while employed{}.", names_[best],
                                     about(offer.by_certainty.guaranteed),
                                     share ? diagnostic::formatted(" ({})", to_percent(*share, 0)) : "");
    }

    /// How often the offers with exits pay more than the others; share prices alone would say that they never do.
    [[nodiscard]] std::string with_exits() const {
        std::string text;
        for (std::size_t i = 0; i < names_.size(); ++i) {
            if (const std::string wins = exit_wins_text(i, names_, view_.bands); !wins.empty()) {
                text += (text.empty() ? "" : "; ") + wins;
            }
        }
        return text;
    }

    /// What would change the answer, a line each.
    [[nodiscard]] std::vector<std::string> changes() const {
        std::vector<std::string> lines;
        for (const auto& crossing : lines_.crossings) {
            lines.push_back(
                diagnostic::formatted("If all share prices moved alike, {} would lead instead of {} from {}% on.",
                                      crossing.percent < 0 ? names_[crossing.from] : names_[crossing.to],
                                      crossing.percent < 0 ? names_[crossing.to] : names_[crossing.from],
                                      (crossing.percent > 0 ? "+" : "") + Datum(crossing.percent).plain()));
            if (crossing.percent < 0) {
                lines.back().replace(lines.back().rfind(" on."), 4, " down.");
            }
        }
        for (const auto& tie : comparison_.break_even) {
            if (const std::string way = way_to_tie(comparison_, tie); !way.empty()) {
                lines.push_back(diagnostic::formatted("At {}, {} would be worth as much as {}.", way, names_[tie.offer],
                                                      names_[tie.against]));
            }
        }
        for (auto line : {waiting_line(comparison_, names_), asymmetry_line(comparison_, names_),
                          refreshers_line(comparison_, names_), exits_line(comparison_, names_)}) {
            if (!line.empty()) {
                lines.push_back(std::move(line));
            }
        }
        return lines;
    }

    void add_answer() {
        auto& section = add("answer", several() ? "Who pays more" : "The answer");
        section.text(first_sentence() + " " + second_sentence());
        if (view_.decision != nullptr) {
            section.text("By what matters to you: " + decide_line(comparison_, *view_.decision));
        }
        const auto& words = words_of(comparison_.valuation.by);
        section.text(
            diagnostic::formatted("The figure behind it is the {}: {}.", figure_name(comparison_), words.meaning));
        section.add(definition_choices(comparison_, names_));
        if (several() && taxed_apart(comparison_) && !all_taxed(view_.taxes)) {
            section.text("Places or currencies differ, so tax may change the order.");
        }
        if (auto lines = changes(); !lines.empty()) {
            section.add(Block{Heading{"What changes it", 3}}).add(Block{List{std::move(lines), false}});
        }
        section.add(Block{Heading{"Not included", 3}});
        section.text(not_counted(papers_, comparison_.valuation.count_refreshers, comparison_.after_tax));
    }

    void add_bands_section() {
        if (!view_.bands.any()) {
            return;
        }
        auto& section = add("bands", "If share prices move");
        section.add(bands_figure(comparison_, names_, view_.bands));
        Page page;
        add_bands(page, comparison_, names_, &view_.bands);
        for (auto& block : page.blocks) {
            if (!std::holds_alternative<Heading>(block)) {
                section.add(std::move(block));
            }
        }
    }

    void add_prices() {
        const bool moves = std::find(lines_.moves.begin(), lines_.moves.end(), true) != lines_.moves.end();
        Page ties;
        if (several() && comparison_.offers.size() <= most_side_by_side) {
            ties = break_even_part(comparison_, names_);
        }
        if (!moves && ties.blocks.empty()) {
            return;
        }
        auto& section = add("share-price", "Value against share price");
        if (moves) {
            section.add(price_figure(comparison_, names_, lines_));
        }
        if (!ties.blocks.empty()) {
            section.add(Block{Heading{"Break-even, each alone", 3}}).add(ties);
        }
    }

    void add_vesting() {
        if (auto figure = vesting_figure(view_.timelines, comparison_.valuation.as_of)) {
            add("vesting", "Vesting").add(std::move(*figure));
        }
    }

    void add_leaving() {
        auto figure = leaving_figure(view_.leaving);
        if (!figure) {
            return;
        }
        auto& section = add("leaving", "Leaving");
        section.add(std::move(*figure));
        std::vector<std::string> days;
        for (std::size_t i = 0; i < view_.leaving.size(); ++i) {
            if (!view_.leaving[i].months) {
                continue;
            }
            for (const auto& day : view_.leaving[i].months->cheaper) {
                days.push_back(diagnostic::formatted("{}: leaving on {} costs about {} less than the day before.",
                                                     names_[i], to_string(day.day), about(day.by)));
            }
        }
        if (!days.empty()) {
            section.add(Block{Heading{"Days worth waiting for", 3}}).add(Block{List{std::move(days), false}});
        }
    }

    void add_exits_section() {
        Page page;
        add_exits(page, comparison_, names_, &view_.bands);
        if (page.blocks.empty()) {
            return;
        }
        auto& section = add("exits", "If the company is sold or goes public");
        for (auto& block : page.blocks) {
            if (auto* heading = std::get_if<Heading>(&block)) {
                heading->level = 3;
            }
            section.add(std::move(block));
        }
    }

    void add_after_tax() {
        if (auto table = after_tax_table(comparison_, names_, view_.taxes)) {
            add("after-tax", "After tax")
                .text("A year, in the place that each offer names. `offerkit tax` shows every line of it.")
                .add(Block{*std::move(table)});
        }
    }

    void add_decision() {
        if (view_.decision == nullptr || view_.priorities == nullptr) {
            return;
        }
        Page page = decide_page({comparison_, *view_.decision, *view_.priorities, view_.sources}, false, false);
        for (auto& block : page.blocks) {
            if (auto* heading = std::get_if<Heading>(&block); heading != nullptr && heading->level == 2) {
                heading->level = 3;
            }
        }
        add("decides", "Your factors, and what decides").add(page);
    }

    void add_days() {
        if (view_.days == nullptr) {
            return;
        }
        if (Page days = days_part(*view_.days, comparison_.valuation.as_of); !days.blocks.empty()) {
            add("days", "Days that matter").add(days);
        }
    }

    void add_all_figures() {
        if (comparison_.offers.size() > most_side_by_side) {
            return;
        }
        const Page page = compare_page(comparison_, false, view_.sources, nullptr, nullptr, view_.taxes);
        auto& section = add("figures", "All figures side by side");
        for (const auto& block : page.blocks) {
            if (std::holds_alternative<Table>(block) || std::holds_alternative<Bars>(block)) {
                section.add(block);
            }
            if (const auto* heading = std::get_if<Heading>(&block); heading != nullptr && heading->level > 1) {
                break;
            }
        }
    }

    /// "60 days before": how old a fact is on the day of the report.
    [[nodiscard]] std::string age_of(calendar::Date day) const {
        const auto days = comparison_.valuation.as_of.days_since(day);
        return to_string(day) + (days > 0   ? diagnostic::formatted(", {} old", diagnostic::counted(days, "day"))
                                 : days < 0 ? ", after the day of this report"
                                            : ", of today");
    }

    void add_assumptions() {
        auto lines = assumption_lines(comparison_.valuation, papers_, names_, true);
        add_rates_used(lines);
        if (const auto price = price_assumption(view_.bands); !price.empty()) {
            lines.push_back(price);
        }
        auto& section = add("assumed", "Assumed, and how old it is");
        if (!lines.empty()) {
            section.add(Block{List{std::move(lines), false}});
        }
        Table table;
        table.columns = {{"Fact", Align::left, Priority::key}, {"From"}, {"Whose"}};
        for (std::size_t i = 0; i < papers_.size(); ++i) {
            if (const auto* stock = comparison_.offers[i].stock(); stock != nullptr && stock->price_is_known) {
                table.row(
                    {Cell(diagnostic::formatted("Share price of {}, {}", names_[i], to_grouped(stock->price.value))),
                     Cell(age_of(stock->as_of.value)), Cell("your file")});
            }
            for (const auto& use : papers_[i]->profiles) {
                table.row({Cell(diagnostic::formatted("{}: {} profile `{}`", names_[i], use.kind, use.id)),
                           Cell(age_of(use.as_of)), Cell(use.source)});
            }
        }
        if (!table.rows.empty()) {
            section.add(Block{std::move(table)});
        }
    }

    void add_rates_used(std::vector<std::string>& lines) const {
        for (auto& rate : rates_used(comparison_.offers)) {
            lines.push_back(std::move(rate));
        }
    }

    void add_not_counted() {
        if (auto paid = when_paid(comparison_.offers, names_); !paid.empty()) {
            add("paid", "When the money arrives").add(Block{List{std::move(paid), false}});
        }
        auto& section = add("not-counted", "Not counted");
        std::vector<std::string> beside;
        for (std::size_t i = 0; i < comparison_.offers.size(); ++i) {
            for (auto& line : beside_the_total(comparison_.offers[i], several() ? names_[i] : "")) {
                beside.push_back(capitalised(std::move(line)));
            }
        }
        if (!beside.empty()) {
            section.add(Block{List{std::move(beside), false}});
        }
        section.text(not_counted(papers_, comparison_.valuation.count_refreshers, comparison_.after_tax));
    }

    const ReportView& view_;
    const Comparison& comparison_;
    std::vector<const model::Offer*> papers_;
    std::vector<std::string> names_;
    choice::PriceLines lines_;
    std::vector<PaperSection>* sections_ = nullptr;
};

}  // namespace

Paper report_paper(const ReportView& view) { return PaperWriter(view).write(); }

}  // namespace offerkit::report
