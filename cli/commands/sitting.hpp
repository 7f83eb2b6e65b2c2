#pragma once

#include <memory>
#include <optional>
#include <string>

#include <cli/dialogue/dialogue.hpp>
#include <cli/dialogue/standard_exchange.hpp>
#include <cli/session/answer.hpp>
#include <cli/session/kept_answers.hpp>
#include <cli/session/session.hpp>
#include <cli/system/interrupts.hpp>

namespace offerkit::cli {

/// A dialogue of a command with the person at the terminal, or with a script: signals are held back while it lasts, and
/// what was answered before it was left is kept where that is possible.
class Sitting {
public:
    /// `beside`: the file that answers are kept beside; without one they are given back on the terminal.
    Sitting(const Invocation& invocation, const std::optional<std::string>& beside);

    [[nodiscard]] Dialogue& dialogue() noexcept { return dialogue_; }

    /// Of a dialogue that has stopped: what ended it, as a problem of the answers, which are one more input, read line
    /// by line.
    [[nodiscard]] Answer left(Session& session) const;
    /// Of a dialogue that came to its end: the answer, which lasts until all is told; what was kept is forgotten then.
    [[nodiscard]] Answer done(Answer answer) const;

private:
    std::shared_ptr<const InterruptsHeld> held_;
    StandardExchange exchange_{};
    Dialogue dialogue_;
    std::optional<KeptAnswers> kept_{};
};

}  // namespace offerkit::cli
