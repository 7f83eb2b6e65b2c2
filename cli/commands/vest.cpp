#include <offerkit/report/vest/vest.hpp>

#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <cli/commands/commands.hpp>
#include <cli/session/one_screen.hpp>
#include <cli/session/workbook.hpp>
#include <offerkit/choice/timelines/timelines.hpp>
#include <offerkit/render/icalendar.hpp>
#include <offerkit/render/svg/figure.hpp>
#include <offerkit/report/one_file/figures.hpp>
#include <offerkit/report/vest/first_screen.hpp>

namespace offerkit::cli::commands {
namespace {

Answer calendar(Session& session, std::span<const value::OfferTimeline> timelines, const model::Valuation& valuation) {
    const auto facts = report::calendar_facts(timelines, valuation, session.problems());
    if (!facts) {
        return {};
    }
    std::string left_out;
    for (const auto& line : facts->left_out) {
        left_out += (left_out.empty() ? "" : "\n") + line;
    }
    return {.output = Output([facts = *facts](const report::Sink& sink) { render::write_icalendar(facts, sink); }),
            .once_written = std::move(left_out)};
}

Answer drawing(Session& session, std::span<const value::OfferTimeline> timelines, calendar::Date today) {
    const auto figure = report::vesting_figure(timelines, today);
    if (!figure) {
        session.complain({"nothing vests on a day that is known, so that there is nothing to draw",
                          "`--format table` tells what waits, and for what"});
        return {};
    }
    return {.output = Output{render::svg_file(*figure)}, .despite_problems = session.shows_the_rest()};
}

/// Whether the format knows other steps than the single vest; complains where it does not.
bool may_step(Session& session) {
    const Format format = session.invocation().format;
    if (format == Format::icalendar) {
        session.complain(
            {"`--by` has no meaning with `--format ics`", "a calendar has a day for each vest: leave `--by` out"});
    } else if (format == Format::ledger) {
        session.complain({"`--by` has no meaning with `--format ledger`",
                          "a journal has a posting for each vest: leave `--by` out"});
    }
    return format != Format::icalendar && format != Format::ledger;
}

struct Kept {
    std::vector<model::Offer> offers;
    std::vector<value::OfferTimeline> timelines;
};

}  // namespace

Answer vest(Session& session) {
    const auto& invocation = session.invocation();
    const auto step = invocation.step.value_or(value::VestStep::tranche);
    if (step != value::VestStep::tranche && !may_step(session)) {
        return {};
    }
    // Kept until the output is written, which is made of them.
    const auto kept = std::make_shared<Kept>(Kept{session.read_offers(), {}});
    const auto& offers = kept->offers;
    auto& timelines = kept->timelines;
    const auto valuation = session.timeline_valuation();
    if (session.failed()) {
        return {};
    }
    timelines = choice::timelines(offers, valuation,
                                  {.within_horizon = invocation.horizon.has_value(),
                                   .refreshers = invocation.refreshers,
                                   .sound_grants_alone = invocation.from_ocf},
                                  session.problems());
    if (invocation.from_ocf && session.problems().has_errors() && !timelines.empty()) {
        session.show_the_rest();
    }
    if (session.failed()) {
        return {};
    }
    if (invocation.format == Format::icalendar) {
        Answer answer = calendar(session, timelines, valuation);
        answer.despite_problems = session.shows_the_rest();
        answer.keeps = kept;
        return answer;
    }
    if (invocation.format == Format::svg) {
        return drawing(session, timelines, valuation.as_of);
    }
    const report::VestView view{step, invocation.explain, valuation, session.sources()};
    if (invocation.format == Format::ledger) {
        return {.output = journal(report::ledger_entries(timelines), valuation.as_of),
                .despite_problems = session.shows_the_rest(),
                .keeps = kept};
    }
    return {.output = rendered_or_workbook(
                session,
                [&] {
                    // A stretch of time that is named is a table of its own.
                    return in_full(invocation) || invocation.step
                               ? report::vest_page(timelines, view)
                               : one_screen(report::vest_first_screen(timelines, view), invocation, timelines.size());
                },
                [&] { return report::vest_document(timelines, view); },
                [&] { return report::vest_sheet(timelines, view); }),
            .despite_problems = session.shows_the_rest(),
            .keeps = kept};
}

}  // namespace offerkit::cli::commands
