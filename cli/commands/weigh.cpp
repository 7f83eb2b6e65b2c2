#include <cli/commands/weigh.hpp>

#include <cstddef>
#include <string>
#include <vector>

#include <cli/commands/career_pay.hpp>
#include <cli/commands/draws.hpp>
#include <cli/session/answer.hpp>
#include <cli/session/one_screen.hpp>
#include <cli/session/price_bands.hpp>
#include <cli/session/tax_laws.hpp>
#include <cli/session/workbook.hpp>
#include <offerkit/choice/after_tax/ranking.hpp>
#include <offerkit/choice/decision/decision.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/report/compare/compare.hpp>
#include <offerkit/report/decide/decide.hpp>

namespace offerkit::cli::commands {
namespace {

/// Whether the options can be followed; if not, why.
bool can_weigh(Session& session) {
    const auto& invocation = session.invocation();
    const bool side_by_side = is_page(invocation.format);
    if (!invocation.priorities) {
        const auto ids = session.profiles().ids("priorities");
        const std::vector<std::string_view> names(ids.begin(), ids.end());
        session.complain(
            {"`decide` needs `--priorities FILE`: what matters to you, and how much",
             "`offerkit decide --weights -o me.toml` asks you and writes it; to begin from, name a profile: " +
                 diagnostic::listed(names, "or")});
        return false;
    }
    if (side_by_side && invocation.arguments.size() > report::most_side_by_side) {
        session.complain({diagnostic::formatted("at most {} offers fit side by side, and {} are given",
                                                std::to_string(report::most_side_by_side),
                                                std::to_string(invocation.arguments.size())),
                          "`--format csv` and `--format json` take any number"});
        return false;
    }
    if (invocation.after_tax && invocation.definition == model::Definition::survival_weighted) {
        session.complain({"`--by survival_weighted` has no figure after tax", "leave one of them out"});
        return false;
    }
    return true;
}

/// The page in as many words as one screen holds.
report::Page page_of(const report::DecideView& view, const Invocation& invocation) {
    using report::Brevity;
    const auto at = [&](Brevity brevity) {
        return report::decide_page(view, invocation.detail || invocation.format == Format::xlsx, invocation.explain,
                                   brevity);
    };
    report::Page page = at(Brevity::usual);
    if (invocation.format != Format::table || in_full(invocation)) {
        return page;
    }
    for (const auto brevity : {Brevity::short_, Brevity::shorter, Brevity::shortest, Brevity::tight, Brevity::barest}) {
        if (fits_one_screen(page, invocation)) {
            break;
        }
        page = at(brevity);
    }
    return page;
}

}  // namespace

Answer weigh(Session& session) {
    const auto& invocation = session.invocation();
    if (!can_weigh(session)) {
        return {};
    }
    const auto offers = session.read_offers();
    const model::Priorities* priorities = session.priorities(offers.empty() ? nullptr : &offers.front());
    auto valuation = session.valuation(offers.empty() ? nullptr : &offers.front());
    valuation.by = invocation.definition.value_or(model::Definition::average);
    if (session.failed() || priorities == nullptr) {
        return {};
    }
    auto comparison = choice::compare(offers, valuation, session.problems());
    if (!comparison || session.failed()) {
        return {};
    }
    if (invocation.career && !count_careers(session, offers, *comparison, *priorities)) {
        return {};
    }
    if (invocation.after_tax) {
        const auto taxed = tax_offers(session, offers, *comparison, true);
        if (session.failed()) {
            return {};
        }
        choice::rank_after_tax(*comparison, taxed.after);
    }
    // The first screen says nothing of all possible weights.
    const bool whole = in_full(invocation) || invocation.format == Format::json || invocation.format == Format::csv;
    const auto moves = default_price_moves(session);
    const choice::DecisionOptions options{
        .samples = static_cast<std::uint64_t>(invocation.samples.value_or(10'000)),
        .seed = static_cast<std::uint64_t>(invocation.seed.value_or(0)),
        .survival_weighted = invocation.definition == model::Definition::survival_weighted,
        .acceptability = whole,
        // What is uncertain about a path is in its figure.
        .price_moves = invocation.career ? nullptr : &moves};
    const auto decision = choice::decide(*comparison, *priorities, with_draws(options, invocation), session.problems());
    if (!decision || session.failed()) {
        return {};
    }
    const report::DecideView view{*comparison, *decision, *priorities, session.sources()};
    return {rendered_or_workbook(
        session, [&] { return page_of(view, invocation); }, [&] { return report::decide_document(view); },
        [&] { return report::decide_sheet(view); })};
}

}  // namespace offerkit::cli::commands
