#include <cli/run.hpp>

#include <algorithm>
#include <utility>

#include <cli/commands/commands.hpp>
#include <cli/help/help.hpp>
#include <cli/line/parse.hpp>
#include <cli/registry/release.hpp>
#include <cli/session/answer.hpp>
#include <cli/session/session.hpp>
#include <cli/system/process.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/render/caret.hpp>

namespace offerkit::cli {
namespace {

constexpr int done = 0;
constexpr int wrong_input = 1;
constexpr int wrong_command_line = 2;
constexpr int file_failed = 3;

render::Screen error_screen(Colour colour) { return screen_for(environment_of(Stream::standard_error), colour); }

/// Writes to standard error as well as that goes: where it cannot be written, nobody can be told.
void tell(std::string_view text) { static_cast<void>(write_stream(Stream::standard_error, text)); }

void tell_error(std::string_view message, std::string_view help, Colour colour) {
    const render::Screen screen = error_screen(colour);
    std::string out =
        diagnostic::formatted("{} {} {}\n", render::painted("offerkit:", render::Ink::bold, screen),
                              render::painted("error:", render::Ink::bold_red, screen), render::safe(message, screen));
    if (!help.empty()) {
        constexpr std::string_view lead = "  help: ";
        bool first = true;
        for (const auto& line : diagnostic::wrapped(
                 render::safe_lines(help, screen), screen.width > lead.size() + 20 ? screen.width - lead.size() : 20)) {
            out += (first ? diagnostic::formatted("  {} ", render::painted("help:", render::Ink::green, screen))
                          : std::string(lead.size(), ' ')) +
                   line + "\n";
            first = false;
        }
    }
    tell(out);
}

/// Where answers go that a person gave and that could not be written where they were to go.
void rescue(const Answer& answer, Stream stream, const Invocation& invocation) {
    if (!answer.answered) {
        return;
    }
    const bool shown = stream == Stream::standard_output;
    tell(shown ? "offerkit: what you answered is kept: it follows on standard output\n"
               : "offerkit: what you answered is kept: it follows\n");
    const std::string text = answer.output.text();
    if (!shown || write_stream(stream, text).outcome != Writing::done) {
        tell(render::safe_lines(text, error_screen(invocation.colour)));
    }
}

int put_out(const Answer& answer, const Invocation& invocation) {
    const report::Text text = [&](const report::Sink& sink) { answer.output.write_to(sink); };
    if (invocation.output && *invocation.output != "-") {
        const auto existing = answer.new_file && !invocation.force ? Existing::kept : Existing::replaced;
        if (const auto written = write_private_file(*invocation.output, text, existing); !written) {
            tell_error(written.error(), "", invocation.colour);
            rescue(answer, Stream::standard_output, invocation);
            return file_failed;
        }
        return done;
    }
    const Written written = write_stream(Stream::standard_output, text);
    if (written.outcome == Writing::failed) {
        tell_error("standard output cannot be written: " + written.error, "", invocation.colour);
        rescue(answer, Stream::standard_error, invocation);
        return file_failed;
    }
    return done;
}

std::string text_of(const Invocation& invocation) {
    const render::Screen screen = output_screen(invocation);
    switch (invocation.ask) {
        case Invocation::Ask::overview: return overview_text(screen);
        case Invocation::Ask::version: return diagnostic::formatted("offerkit {}\n", release());
        case Invocation::Ask::help:
            return invocation.command == nullptr ? general_help_text(screen) : help_text(*invocation.command, screen);
        case Invocation::Ask::run: break;
    }
    return {};
}

int run_command(Invocation invocation) {
    Session session(std::move(invocation));
    const Answer answer = commands::find(session.invocation().command->name)(session);
    const auto& problems = session.problems();
    if (!problems.all().empty()) {
        tell(render::to_text(problems.sorted(), session.sources(), error_screen(session.invocation().colour)));
    }
    if (!answer.given_up.empty()) {
        const render::Screen screen = error_screen(session.invocation().colour);
        tell(diagnostic::formatted("offerkit: what you answered so far, to be given again on standard input:\n{}{}",
                                   render::safe_lines(answer.given_up, screen),
                                   answer.given_up.ends_with('\n') ? "" : "\n"));
    }
    int status = problems.has_unreadable() ? file_failed : problems.has_errors() ? wrong_input : done;
    if (status == done && session.complaint()) {
        tell_error(session.complaint()->message, session.complaint()->help, session.invocation().colour);
        return session.complaint()->about_file ? file_failed : wrong_command_line;
    }
    if (status == done || answer.despite_problems) {
        const auto& asked = session.invocation();
        const int written = put_out(answer, asked);
        if (written == done && !answer.once_written.empty()) {
            tell(render::safe_lines(answer.once_written, error_screen(asked.colour)) + "\n");
        }
        status = std::max(status, written);
        if (written == done && answer.afterwards) {
            const Afterwards after = answer.afterwards();
            if (!after.told.empty()) {
                tell(render::safe_lines(after.told, error_screen(asked.colour)) + "\n");
            }
            status = std::max(status, after.unreadable ? file_failed : after.wrong ? wrong_input : done);
        }
    }
    return status;
}

}  // namespace

int run(std::span<const std::string> words) {
    take_signals_as_errors();
    auto invocation = parse(words);
    if (!invocation) {
        tell_error(invocation.error().message, invocation.error().help, Colour::automatic);
        return wrong_command_line;
    }
    if (invocation->ask != Invocation::Ask::run) {
        return put_out({.output = text_of(*invocation)}, *invocation);
    }
    return run_command(std::move(*invocation));
}

}  // namespace offerkit::cli
