#include <offerkit/report/vest/vest.hpp>

#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <cli/commands/commands.hpp>
#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/render/icalendar.hpp>

namespace offerkit::cli::commands {
namespace {

report::VestStep step_of(std::string_view word) {
    return word == "month"           ? report::VestStep::month
           : word == "quarter"       ? report::VestStep::quarter
           : word == "year"          ? report::VestStep::year
           : word == "calendar-year" ? report::VestStep::calendar_year
                                     : report::VestStep::tranche;
}

Answer calendar(Session& session, std::span<const value::OfferTimeline> timelines, const model::Valuation& valuation) {
    const auto facts = report::calendar_facts(timelines, valuation, session.problems());
    if (!facts) {
        return {};
    }
    std::string left_out;
    for (const auto& line : facts->left_out) {
        left_out += (left_out.empty() ? "" : "\n") + line;
    }
    return {.output = render::to_icalendar(*facts), .once_written = std::move(left_out)};
}

struct Kept {
    std::vector<model::Offer> offers;
    std::vector<value::OfferTimeline> timelines;
};

}  // namespace

Answer vest(Session& session) {
    const auto& invocation = session.invocation();
    if (invocation.format == Format::icalendar && !invocation.by.empty() && invocation.by != "tranche") {
        session.complain(
            {"`--by` has no meaning with `--format ics`", "a calendar has a day for each vest: leave `--by` out"});
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
    const auto windows = choice::windows_of(offers, valuation);
    for (std::size_t i = 0; i < offers.size(); ++i) {
        value::TimelineQuery query{.as_of = valuation.as_of, .sound_grants_alone = invocation.from_ocf};
        if (invocation.horizon) {
            query.until = windows[i].end();
        }
        if (invocation.refreshers) {
            query.refreshers = &windows[i];
        }
        if (auto timeline = value::vest_timeline(offers[i], query, session.problems())) {
            timelines.push_back(std::move(*timeline));
        }
    }
    if (invocation.from_ocf && session.problems().has_errors() && !timelines.empty()) {
        session.show_the_rest();
    }
    if (session.failed()) {
        return {};
    }
    if (invocation.format == Format::icalendar) {
        Answer answer = calendar(session, timelines, valuation);
        answer.despite_problems = session.shows_the_rest();
        return answer;
    }
    const report::VestView view{step_of(invocation.by), invocation.explain, valuation, session.sources()};
    return {.output = rendered(
                invocation, [&] { return report::vest_page(timelines, view); },
                [&] { return report::vest_document(timelines, view); },
                [&] { return report::vest_sheet(timelines, view); }),
            .despite_problems = session.shows_the_rest(),
            .keeps = kept};
}

}  // namespace offerkit::cli::commands
