#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <cli/commands/commands.hpp>
#include <cli/commands/weigh.hpp>
#include <cli/dialogue/blind_rating.hpp>
#include <cli/dialogue/dialogue.hpp>
#include <cli/dialogue/elicitation.hpp>
#include <cli/dialogue/standard_exchange.hpp>
#include <cli/line/option_values.hpp>
#include <cli/session/new_file.hpp>
#include <cli/system/interrupts.hpp>
#include <offerkit/authoring/priorities_file.hpp>
#include <offerkit/diagnostic/codes.hpp>

namespace offerkit::cli::commands {
namespace {

namespace codes = diagnostic::codes;

render::Screen question_screen(const Invocation& invocation) {
    return screen_for(environment_of(Stream::standard_error), invocation.colour);
}

/// What ended a dialogue, as a problem of the answers: they are one more input, read line by line. A person's own are
/// given back, before an interrupt has its way.
Answer report_stop(Session& session, const Dialogue& dialogue, const Exchange& exchange,
                   std::shared_ptr<const InterruptsHeld> held) {
    const auto& stop = *dialogue.stop();
    const auto source = session.sources().add("-", dialogue.answers());
    const auto line = static_cast<std::uint32_t>(stop.line);
    const auto length = static_cast<std::uint32_t>(session.sources()[source].line(line).size());
    session.problems().error(stop.ended ? codes::missing_answer : codes::bad_answer,
                             {source, line, 1, stop.ended ? 1 : length}, stop.reason.message, stop.reason.help);
    return {.keeps = std::move(held), .given_up = exchange.is_person() ? dialogue.answers() : ""};
}

/// Whether the options go together; if not, why.
bool fits_together(Session& session) {
    const auto& invocation = session.invocation();
    const auto& files = invocation.arguments;
    if (invocation.weights && invocation.blind) {
        session.complain(
            {"`--weights` and `--blind` are two sittings", "first `--weights`, without an offer in sight"});
    } else if (invocation.weights && !files.empty()) {
        session.complain({"`--weights` looks at no offer, and " + ticked(files.front()) + " is given",
                          "leave the files out: what matters to you comes before what is on offer"});
    } else if (!invocation.weights && files.empty()) {
        session.complain({"`decide` needs FILE", "`offerkit help decide` shows how it is used"});
    } else if ((invocation.weights || invocation.blind) && invocation.format != Format::table) {
        session.complain({"`--format` has no meaning for a dialogue", "what it writes is a piece of TOML"});
    } else if (invocation.blind && std::find(files.begin(), files.end(), "-") != files.end()) {
        session.complain({"`--blind` reads your answers from standard input, where an offer is asked for too",
                          "give every offer as a file"});
    } else if (invocation.blind && !invocation.priorities) {
        session.complain({"`--blind` needs `--priorities FILE`, which names the factors",
                          "`offerkit decide --weights -o me.toml` writes one; `offerkit profiles priorities` lists some"
                          " to begin from"});
    } else {
        return true;
    }
    return false;
}

Answer weights(Session& session) {
    const auto& invocation = session.invocation();
    if (cannot_write_output(session)) {
        return {};
    }
    const model::Priorities* start = session.priorities(nullptr);
    if (session.failed()) {
        return {};
    }
    auto held = std::make_shared<const InterruptsHeld>();
    StandardExchange exchange;
    Dialogue dialogue{exchange, question_screen(invocation)};
    const auto elicited = elicit_priorities(dialogue, start);
    if (!elicited) {
        return report_stop(session, dialogue, exchange, std::move(held));
    }
    dialogue.gap();
    std::string next;
    if (writes_file(invocation)) {
        next = "wrote " + *invocation.output + "; use it with " +
               ticked("offerkit decide OFFERS --priorities " + typed(*invocation.output));
    }
    return {.output = authoring::priorities_file(*elicited),
            .once_written = std::move(next),
            .new_file = true,
            .answered = true,
            .keeps = std::move(held)};
}

Answer blind(Session& session) {
    const auto& invocation = session.invocation();
    if (cannot_write_output(session)) {
        return {};
    }
    const auto offers = session.read_offers();
    const model::Priorities* priorities = session.priorities(offers.empty() ? nullptr : &offers.front());
    if (session.failed() || priorities == nullptr) {
        return {};
    }
    auto held = std::make_shared<const InterruptsHeld>();
    StandardExchange exchange;
    Dialogue dialogue{exchange, question_screen(invocation)};
    const auto rated =
        rate_blind(dialogue, *priorities, offers, static_cast<std::uint64_t>(invocation.seed.value_or(0)));
    if (!rated) {
        return report_stop(session, dialogue, exchange, std::move(held));
    }
    dialogue.gap();
    std::string text;
    for (const auto& one : *rated) {
        const auto& offer = offers[one.offer];
        text += (text.empty() ? "" : "\n") +
                render::safe(
                    "# " + one.letter + " was " + offer.company + ": for " + offer.file + ", in place of its [factors]",
                    output_screen(invocation)) +
                "\n" + authoring::factors_table(one.ratings);
    }
    const std::string wrote = writes_file(invocation) ? "wrote " + *invocation.output + "; " : "";
    return {.output = std::move(text),
            .once_written = wrote + "paste each table into its file; none was changed",
            .new_file = true,
            .answered = true,
            .keeps = std::move(held)};
}

}  // namespace

Answer decide(Session& session) {
    const auto& invocation = session.invocation();
    if (!fits_together(session)) {
        return {};
    }
    if (invocation.weights) {
        return weights(session);
    }
    if (invocation.blind) {
        return blind(session);
    }
    return weigh(session);
}

}  // namespace offerkit::cli::commands
