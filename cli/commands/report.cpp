#include <offerkit/report/one_file/one_file.hpp>

#include <algorithm>
#include <optional>
#include <span>
#include <string>

#include <cli/commands/bargain.hpp>
#include <cli/commands/commands.hpp>
#include <cli/commands/draws.hpp>
#include <cli/session/answer.hpp>
#include <cli/session/price_bands.hpp>
#include <cli/session/tax_laws.hpp>
#include <cli/session/waiting.hpp>
#include <offerkit/choice/leaving/leaving.hpp>
#include <offerkit/choice/timelines/timelines.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/render/html/html.hpp>

namespace offerkit::cli::commands {
namespace {

/// What `decide` makes of the offers, where priorities have factors.
std::optional<choice::Decision> decided(Session& session, const choice::Comparison& comparison,
                                        const model::Priorities* priorities) {
    if (priorities == nullptr || (priorities->factors.empty() && !priorities->money)) {
        return std::nullopt;
    }
    const auto moves = default_price_moves(session);
    return choice::decide(comparison, *priorities,
                          with_draws({.acceptability = false, .price_moves = &moves}, session.invocation()),
                          session.problems());
}

/// Leaving in each month from the first day of the earliest offer on.
choice::LeavingAnswers left(Session& session, std::span<const model::Offer> offers,
                            const choice::Comparison& comparison) {
    auto valuation = session.leaving_valuation(&offers.front());
    const choice::LeavingTerms terms{.on = std::max(comparison.present, comparison.valuation.as_of),
                                     .reason = model::LeavingReason::voluntary,
                                     .by_month = true};
    return choice::leaving(offers, valuation, terms, session.problems());
}

}  // namespace

Answer report(Session& session) {
    const auto& invocation = session.invocation();
    if (!invocation.for_oneself && (invocation.target || invocation.metric)) {
        const std::string option = invocation.target ? "--target" : "--metric";
        session.complain({diagnostic::formatted(
                              "`{}` is about what to ask for, which is in a report with `--private` alone", option),
                          diagnostic::formatted("add `--private`, or leave out `{}`", option)});
        return {};
    }
    const auto offers = session.read_offers();
    const auto* first = offers.empty() ? nullptr : &offers.front();
    auto valuation = session.valuation(first);
    valuation.by = invocation.definition.value_or(model::Definition::present_value);
    const auto* priorities = session.priorities(first);
    if (session.failed() || first == nullptr) {
        return {};
    }
    const auto comparison = choice::compare(offers, valuation, session.problems());
    if (!comparison || session.failed()) {
        return {};
    }
    const auto with_waiting = with_all_that_waits(offers, *comparison);
    const auto taxed = tax_offers(session, offers, *comparison, false);
    const auto bands = price_bands(session, *comparison);
    const auto decision = decided(session, *comparison, priorities);
    const auto timeline_valuation = session.timeline_valuation();
    const auto timelines = choice::timelines(offers, timeline_valuation, {}, session.problems());
    const auto leaving = left(session, offers, *comparison);
    const auto days = offerkit::report::calendar_facts(timelines, timeline_valuation, session.problems());
    if (session.failed()) {
        return {};
    }
    std::optional<choice::Negotiation> negotiation;
    if (invocation.for_oneself) {
        negotiation = negotiated(session, offers, valuation);
    }
    if (session.failed()) {
        return {};
    }
    const offerkit::report::ReportView view{.comparison = *comparison,
                                            .with_waiting = with_waiting ? &*with_waiting : nullptr,
                                            .bands = bands,
                                            .taxes = taxed.after,
                                            .timelines = timelines,
                                            .leaving = leaving.answers,
                                            .days = days ? &*days : nullptr,
                                            .decision = decision ? &*decision : nullptr,
                                            .priorities = priorities,
                                            .negotiation = negotiation ? &*negotiation : nullptr,
                                            .sources = session.sources()};
    return {Output{render::to_html(offerkit::report::report_paper(view))}};
}

}  // namespace offerkit::cli::commands
