#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include <cli/commands/commands.hpp>
#include <cli/commands/rate_blind.hpp>
#include <cli/commands/sitting.hpp>
#include <cli/commands/weigh.hpp>
#include <cli/dialogue/elicitation.hpp>
#include <cli/line/option_values.hpp>
#include <cli/session/new_file.hpp>
#include <offerkit/authoring/priorities_file.hpp>
#include <offerkit/diagnostic/formatted.hpp>

namespace offerkit::cli::commands {
namespace {

/// Whether the options go together; if not, why.
bool fits_together(Session& session) {
    const auto& invocation = session.invocation();
    const auto& files = invocation.arguments;
    if (invocation.weights && invocation.blind) {
        session.complain(
            {"`--weights` and `--blind` are two sittings", "first `--weights`, without an offer in sight"});
    } else if (invocation.weights && !files.empty()) {
        session.complain(
            {diagnostic::formatted("`--weights` looks at no offer, and {} is given", ticked(files.front())),
             "leave the files out: what matters to you comes before what is on offer"});
    } else if (!invocation.weights && files.empty()) {
        session.complain({"`decide` needs FILE", "`offerkit help decide` shows how it is used"});
    } else if ((invocation.weights || invocation.print) && invocation.format != Format::table) {
        session.complain({"`--format` has no meaning for " + ticked(invocation.weights ? "--weights" : "--print"),
                          "what it writes is a piece of TOML"});
    } else if (invocation.blind && std::find(files.begin(), files.end(), "-") != files.end()) {
        session.complain({"`--blind` reads your answers from standard input, where an offer is asked for too",
                          "give every offer as a file"});
    } else if (invocation.blind && !invocation.priorities) {
        session.complain({"`--blind` needs `--priorities FILE`, which names the factors",
                          "`offerkit decide --weights -o me.toml` writes one; `offerkit profiles priorities` lists some"
                          " to begin from"});
    } else if (invocation.print && !invocation.blind) {
        session.complain({"`--print` is for `--blind`, whose ratings it prints instead of writing them",
                          "leave it out, or give `--blind` too"});
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
    Sitting sitting{invocation, writes_file(invocation) ? invocation.output : std::nullopt};
    Dialogue& dialogue = sitting.dialogue();
    const auto elicited = dialogue.talk([&] { return elicit_priorities(dialogue, start); });
    if (!elicited) {
        return sitting.left(session);
    }
    dialogue.gap();
    std::string next;
    if (writes_file(invocation)) {
        next = diagnostic::formatted("wrote {}; use it with `offerkit decide OFFERS --priorities {}`",
                                     *invocation.output, typed(*invocation.output));
    }
    return sitting.done({.output = authoring::priorities_file(*elicited),
                         .once_written = std::move(next),
                         .new_file = true,
                         .answered = true});
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
        return rate_blind(session);
    }
    return weigh(session);
}

}  // namespace offerkit::cli::commands
