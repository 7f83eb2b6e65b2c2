#include <offerkit/report/compare/compare.hpp>

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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
#include <offerkit/choice/comparison/likeness.hpp>
#include <offerkit/choice/comparison/stay.hpp>
#include <offerkit/choice/decision/decision.hpp>
#include <offerkit/diagnostic/formatted.hpp>
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

/// Why the options of a run do not go together; nothing where they do.
std::optional<Complaint> refused(const Invocation& invocation) {
    const std::string_view option = invocation.after_tax         ? "--after-tax"
                                    : !invocation.sweeps.empty() ? "--sweep"
                                    : invocation.stay            ? "--stay"
                                                                 : "";
    if (invocation.format == Format::svg && !option.empty()) {
        return Complaint{diagnostic::formatted("the chart of `compare` is of money by year, before tax, of the offers "
                                               "as they stand; `{}` is not in it",
                                               option),
                         diagnostic::formatted("leave out `{}`, or take `--format html`", option)};
    }
    const bool side_by_side = is_page(invocation.format) || invocation.format == Format::xlsx;
    if (side_by_side && invocation.arguments.size() > report::most_side_by_side) {
        return Complaint{diagnostic::formatted("at most {} offers fit side by side, and {} are given",
                                               std::to_string(report::most_side_by_side),
                                               std::to_string(invocation.arguments.size())),
                         "`--format csv` and `--format json` take any number"};
    }
    if (invocation.after_tax && invocation.definition && !choice::has_twin(*invocation.definition)) {
        return Complaint{diagnostic::formatted("`--by {}` has no figure after tax", word(*invocation.definition)),
                         "`--after-tax` goes with present_value, average, first_year and annualized"};
    }
    const bool several_values = !invocation.sweeps.empty() || invocation.stay;
    if (invocation.after_tax && several_values) {
        return Complaint{"`--after-tax` ranks the offers as they stand, and `--sweep` and `--stay` count before tax",
                         "leave one of them out"};
    }
    return several_values && invocation.format == Format::ledger ? std::optional{no_sweep_in_a_journal} : std::nullopt;
}

/// A comparison, and what else was asked of it.
struct Compared {
    choice::Comparison comparison;
    TaxedOffers taxed{};
    std::optional<choice::Sweep> rows{};
    std::vector<choice::StayYear> stay{};
    std::optional<choice::Decision> decision{};
    choice::Uncertainty bands{};

    [[nodiscard]] const choice::Decision* judged() const { return decision ? &*decision : nullptr; }
};

/// Adds what was asked to a comparison of these offers. False where a problem or a complaint stands in the way.
bool add_what_was_asked(Session& session, std::span<const model::Offer> offers, Compared& compared) {
    const auto& invocation = session.invocation();
    auto& comparison = compared.comparison;
    compared.taxed = tax_offers(session, offers, comparison, invocation.after_tax);
    if (session.failed()) {
        return false;
    }
    if (invocation.after_tax) {
        choice::rank_after_tax(comparison, compared.taxed.after);
    }
    compared.rows = swept(session, comparison);
    if (session.failed()) {
        return false;
    }
    if (invocation.stay) {
        compared.stay = choice::stay(comparison, offers, session.problems()).value_or(std::vector<choice::StayYear>{});
    }
    compared.decision = decided(session, comparison);
    if (session.failed()) {
        return false;
    }
    // What prices move is not taken through taxes: what ranks after tax has no band.
    if (!compared.rows && !invocation.after_tax) {
        compared.bands = price_bands(session, comparison);
    }
    return !session.failed();
}

report::Page page_of(Session& session, const Compared& found) {
    const auto& invocation = session.invocation();
    const auto& comparison = found.comparison;
    const auto& after = found.taxed.after;
    const auto below = found.stay.empty() ? report::Page{} : report::stay_page(comparison, found.stay);
    if (!found.rows && !in_full(invocation)) {
        const auto screen =
            report::compare_first_screen(comparison, width_of(invocation), found.judged(), &found.bands, after);
        return one_screen(screen, invocation, comparison.offers.size(), below);
    }
    auto page = found.rows ? report::sweep_page(comparison, *found.rows)
                           : report::compare_page(comparison, invocation.explain, session.sources(), found.judged(),
                                                  &found.bands, after);
    return page.append(below);
}

report::Document document_of(Session& session, const Compared& found) {
    auto whole = report::compare_document(found.comparison, session.invocation().explain, session.sources(),
                                          found.judged(), &found.bands, found.taxed.after);
    if (found.rows) {
        report::add_sweep(whole, found.comparison, *found.rows);
    }
    if (!found.stay.empty()) {
        report::add_stay(whole, found.comparison, found.stay);
    }
    return whole;
}

report::Sheet sheet_of(const Compared& found) {
    return found.rows           ? report::sweep_sheet(found.comparison, *found.rows)
           : found.stay.empty() ? report::compare_sheet(found.comparison, &found.bands, found.taxed.after)
                                : report::stay_sheet(found.comparison, found.stay);
}

/// Money by year, with what waits outlined.
Output chart_of(std::span<const model::Offer> offers, const choice::Comparison& comparison) {
    const auto names = report::offer_names(report::papers_of(comparison));
    const auto with_waiting = with_all_that_waits(offers, comparison);
    return Output{render::svg_file(report::money_figure(comparison, names, with_waiting ? &*with_waiting : nullptr))};
}

}  // namespace

Answer compare(Session& session) {
    const auto& invocation = session.invocation();
    if (auto complaint = refused(invocation)) {
        session.complain(*std::move(complaint));
        return {};
    }
    auto offers = session.read_offers();
    auto valuation = session.valuation(offers.empty() ? nullptr : &offers.front());
    valuation.by = invocation.definition.value_or(model::Definition::present_value);
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
    Compared found{*std::move(comparison)};
    if (!add_what_was_asked(session, offers, found)) {
        return {};
    }
    if (invocation.format == Format::svg) {
        return {chart_of(offers, found.comparison)};
    }
    return {rendered_or_workbook(
        session, [&] { return page_of(session, found); }, [&] { return document_of(session, found); },
        [&] { return sheet_of(found); })};
}

}  // namespace offerkit::cli::commands
