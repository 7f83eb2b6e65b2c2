#include <cli/commands/sitting.hpp>

#include <utility>

#include <cli/line/option_values.hpp>
#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>

namespace offerkit::cli {

namespace codes = diagnostic::codes;

Sitting::Sitting(const Invocation& invocation, const std::optional<std::string>& beside)
    : held_{std::make_shared<const InterruptsHeld>()},
      dialogue_{exchange_, screen_for(environment_of(Stream::standard_error), invocation.colour)} {
    // A script gives all of its answers itself.
    if (!beside || !exchange_.is_person()) {
        return;
    }
    kept_.emplace(invocation, *beside);
    if (auto answers = kept_->read()) {
        dialogue_.say(diagnostic::formatted("Going on with your answers in {}; `back` goes back through them.",
                                            ticked(kept_->file())));
        dialogue_.go_on_from(std::move(*answers));
    }
}

Answer Sitting::left(Session& session) const {
    auto stop = *dialogue_.stop();
    const std::string answers = dialogue_.answers();
    Answer answer{.keeps = held_};
    if (kept_ && !answers.empty() && kept_->write(answers)) {
        stop.reason.help = diagnostic::formatted("what you answered is kept in {}: the same command goes on from there",
                                                 ticked(kept_->file()));
    } else if (exchange_.is_person()) {
        answer.given_up = answers;
    }
    const auto source = session.sources().add("-", answers);
    const auto line = static_cast<std::uint32_t>(stop.line);
    const auto length = static_cast<std::uint32_t>(session.sources()[source].line(line).size());
    session.problems().error(stop.ended ? codes::missing_answer : codes::bad_answer,
                             {source, line, 1, stop.ended ? 1 : length}, stop.reason.message, stop.reason.help);
    return answer;
}

Answer Sitting::done(Answer answer) const {
    answer.keeps = std::make_shared<const std::pair<std::shared_ptr<const void>, std::shared_ptr<const void>>>(
        held_, answer.keeps);
    if (kept_) {
        answer.afterwards = [kept = *kept_, before = answer.afterwards] {
            kept.remove();
            return before ? before() : Afterwards{};
        };
    }
    return answer;
}

}  // namespace offerkit::cli
