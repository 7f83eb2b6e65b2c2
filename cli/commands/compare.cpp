#include <offerkit/report/compare/compare.hpp>

#include <algorithm>
#include <optional>

#include <cli/commands/commands.hpp>
#include <cli/commands/draws.hpp>
#include <cli/commands/sweeping.hpp>
#include <cli/session/one_screen.hpp>
#include <cli/session/price_bands.hpp>
#include <cli/session/tax_laws.hpp>
#include <cli/session/waiting.hpp>
#include <cli/session/workbook.hpp>
#include <offerkit/choice/after_tax/ranking.hpp>
#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/comparison/stay.hpp>
#include <offerkit/choice/decision/decision.hpp>
#include <offerkit/render/svg/figure.hpp>
#include <offerkit/report/compare/first_screen.hpp>
#include <offerkit/report/one_file/figures.hpp>
#include <offerkit/report/stay/stay.hpp>
#include <offerkit/report/sweep/sweep.hpp>
#include <offerkit/report/words/offer_names.hpp>
#include <offerkit/report/words/papers.hpp>

namespace offerkit::cli::commands {
namespace {

/// What `decide` makes of offers that rate the factors of the priorities, as that command counts risk. Rows for a
/// spreadsheet have no room for it.
std::optional<choice::Decision> decided(Session& session, const choice::Comparison& comparison) {
    const auto* priorities = session.priorities(comparison.offers.front().offer);
    const bool rated = std::any_of(comparison.offers.begin(), comparison.offers.end(),
                                   [](const auto& offer) { return !offer.offer->factors.empty(); });
    if (priorities == nullptr || priorities->factors.empty() || !rated || session.invocation().format == Format::csv) {
        return std::nullopt;
    }
    const auto moves = default_price_moves(session);
    auto decision = choice::decide(comparison, *priorities,
                                   with_draws({.acceptability = false, .price_moves = &moves}, session.invocation()),
                                   session.problems());
    if (decision) {
        decision->options.price_moves = nullptr;  // it lives here, and only deciding needs it
    }
    return decision;
}

/// What was asked that the chart does not show; nothing where it shows all.
std::optional<Complaint> not_in_the_chart(const Invocation& invocation) {
    const std::string_view option = invocation.after_tax         ? "--after-tax"
                                    : !invocation.sweeps.empty() ? "--sweep"
                                    : invocation.stay            ? "--stay"
                                                                 : "";
    if (invocation.format != Format::svg || option.empty()) {
        return std::nullopt;
    }
    return Complaint{"the chart of `compare` is of money by year, before tax, of the offers as they stand; `" +
                         std::string(option) + "` is not in it",
                     "leave out `" + std::string(option) + "`, or take `--format html`"};
}

}  // namespace

Answer compare(Session& session) {
    const auto& invocation = session.invocation();
    if (auto complaint = not_in_the_chart(invocation)) {
        session.complain(*std::move(complaint));
        return {};
    }
    const bool side_by_side = is_page(invocation.format) || invocation.format == Format::xlsx;
    if (side_by_side && invocation.arguments.size() > report::most_side_by_side) {
        session.complain({"at most " + std::to_string(report::most_side_by_side) + " offers fit side by side, and " +
                              std::to_string(invocation.arguments.size()) + " are given",
                          "`--format csv` and `--format json` take any number"});
        return {};
    }
    const auto by = invocation.definition.value_or(model::Definition::present_value);
    if (invocation.after_tax && !choice::has_twin(by)) {
        session.complain({"`--by " + std::string{word(by)} + "` has no figure after tax",
                          "`--after-tax` goes with present_value, average, first_year and annualized"});
        return {};
    }
    if (invocation.after_tax && (!invocation.sweeps.empty() || invocation.stay)) {
        session.complain({"`--after-tax` ranks the offers as they stand, and `--sweep` and `--stay` count before tax",
                          "leave one of them out"});
        return {};
    }
    if ((!invocation.sweeps.empty() || invocation.stay) && invocation.format == Format::ledger) {
        session.complain(no_sweep_in_a_journal);
        return {};
    }
    auto offers = session.read_offers();
    auto valuation = session.valuation(offers.empty() ? nullptr : &offers.front());
    valuation.by = by;
    if (session.failed()) {
        return {};
    }
    const auto removed = invocation.common ? std::optional{choice::keep_what_all_state(offers)} : std::nullopt;
    auto comparison = choice::compare(offers, valuation, session.problems());
    if (!comparison || session.failed()) {
        return {};
    }
    if (invocation.format == Format::ledger) {
        return {journal(report::ledger_entries(comparison->offers), valuation.as_of)};
    }
    comparison->removed = removed;
    const auto taxed = tax_offers(session, offers, *comparison, invocation.after_tax);
    if (session.failed()) {
        return {};
    }
    if (invocation.after_tax) {
        choice::rank_after_tax(*comparison, taxed.after);
    }
    const auto rows = swept(session, *comparison);
    if (session.failed()) {
        return {};
    }
    std::vector<choice::StayYear> stay;
    if (invocation.stay) {
        stay = choice::stay(*comparison, offers, session.problems()).value_or(std::vector<choice::StayYear>{});
    }
    const auto decision = decided(session, *comparison);
    if (session.failed()) {
        return {};
    }
    // What prices move is not taken through taxes: what ranks after tax has no band.
    const auto bands = rows || invocation.after_tax ? choice::Uncertainty{} : price_bands(session, *comparison);
    if (session.failed()) {
        return {};
    }
    if (invocation.format == Format::svg) {
        const auto names = report::offer_names(report::papers_of(*comparison));
        const auto with_waiting = with_all_that_waits(offers, *comparison);
        return {Output{
            render::svg_file(report::money_figure(*comparison, names, with_waiting ? &*with_waiting : nullptr))}};
    }
    const auto* judged = decision ? &*decision : nullptr;
    const auto document = [&] {
        auto whole =
            report::compare_document(*comparison, invocation.explain, session.sources(), judged, &bands, taxed.after);
        if (rows) {
            report::add_sweep(whole, *comparison, *rows);
        }
        if (!stay.empty()) {
            report::add_stay(whole, *comparison, stay);
        }
        return whole;
    };
    return {rendered_or_workbook(
        session,
        [&] {
            const auto below = stay.empty() ? report::Page{} : report::stay_page(*comparison, stay);
            if (!rows && !in_full(invocation)) {
                const auto screen =
                    report::compare_first_screen(*comparison, width_of(invocation), judged, &bands, taxed.after);
                return one_screen(screen, invocation, comparison->offers.size(), below);
            }
            auto page = rows ? report::sweep_page(*comparison, *rows)
                             : report::compare_page(*comparison, invocation.explain, session.sources(), judged, &bands,
                                                    taxed.after);
            return page.append(below);
        },
        document,
        [&] {
            return rows           ? report::sweep_sheet(*comparison, *rows)
                   : stay.empty() ? report::compare_sheet(*comparison, &bands, taxed.after)
                                  : report::stay_sheet(*comparison, stay);
        })};
}

}  // namespace offerkit::cli::commands
