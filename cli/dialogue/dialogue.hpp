#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <offerkit/render/paint.hpp>
#include <offerkit/result.hpp>

namespace offerkit::cli {

/// Where a dialogue takes place: lines come in, text goes out. A terminal, a script on standard input, or a test.
class Exchange {
public:
    Exchange() = default;
    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;
    virtual ~Exchange() = default;

    /// The next line without its end; nothing when there are no more, or a signal came to end the program.
    [[nodiscard]] virtual std::optional<std::string> read() = 0;
    virtual void write(std::string_view text) = 0;
    /// Whether a person is typing, who can be asked again; else it is a script, whose first mistake is the last.
    [[nodiscard]] virtual bool is_person() const = 0;
    /// Whether such a signal came, as Ctrl-C sends one.
    [[nodiscard]] virtual bool interrupted() const { return false; }
};

/// Why an answer is not understood, and what to answer instead.
struct Misunderstanding {
    std::string message;
    std::string help;
};
template <class T>
using Understood = Result<T, Misunderstanding>;
[[nodiscard]] inline auto misunderstood(std::string message, std::string help) {
    return failure(Misunderstanding{std::move(message), std::move(help)});
}

/// What ended a dialogue before its time. `line` is the line of the answers that it is about, from 1; where the answers
/// ended, the one after the last.
struct Stop {
    bool ended = false;  ///< there were no more answers, or nobody waited for them; else one was not understood
    std::size_t line = 0;
    Misunderstanding reason{};
};

/// Asks questions, one line each, and understands answers, one a line. An empty answer is the default where there is
/// one; `?` explains the question, and `back` goes back to the one before (see `talk`). A person who is misunderstood
/// is told why and asked again. A script is answered for by defaults once it has no more lines; what it said is written
/// beside each question, so that the whole reads like a record. After a stop nothing is asked any more.
class Dialogue {
public:
    Dialogue(Exchange& exchange, const render::Screen& screen) : exchange_{exchange}, screen_{screen} {}

    /// A paragraph, its first line indented by `indent` and the others by `hanging` more.
    void say(std::string_view paragraph, std::size_t indent = 0, std::size_t hanging = 0);
    void gap();

    /// Asks until the answer is understood. `fallback` is the answer that an empty line gives, as one would write it,
    /// and has to be understood too. `explanation` is what `?` says. Nothing when the dialogue has stopped.
    template <class T>
    [[nodiscard]] std::optional<T> ask(std::string_view question, const std::optional<std::string>& fallback,
                                       const std::function<Understood<T>(const std::string&)>& understand,
                                       std::string_view explanation = {}) {
        while (const auto answer = answer_to(question, fallback, explanation)) {
            if (auto understood = understand(*answer)) {
                accept();
                return std::move(*understood);
            } else {
                try_again(understood.error());
            }
        }
        return std::nullopt;
    }

    /// How many columns of a question fit beside its default; a longer question is shortened.
    [[nodiscard]] std::size_t room(const std::optional<std::string>& fallback) const;

    /// A question to be answered by yes or no.
    [[nodiscard]] std::optional<bool> confirm(std::string_view question, bool fallback,
                                              std::string_view explanation = {});

    /// Holds all of a talk: `questions` asks from the first question on, and is begun again where the answer is `back`,
    /// the answers but the last given for it without a word. What it returns.
    template <class Questions>
    [[nodiscard]] auto talk(Questions questions) {
        auto result = questions();
        while (goes_back_) {
            begin_again();
            result = questions();
        }
        return result;
    }
    /// Answers of an earlier sitting, given before any others as far as they are understood.
    void go_on_from(std::vector<std::string> answers) { given_ = std::move(answers); }

    [[nodiscard]] const std::optional<Stop>& stop() const noexcept { return stop_; }
    /// The answers that can be given again, a line each. Of a script: the lines as they came.
    [[nodiscard]] std::string answers() const;

private:
    [[nodiscard]] std::optional<std::string> answer_to(std::string_view question,
                                                       const std::optional<std::string>& fallback,
                                                       std::string_view explanation);
    [[nodiscard]] std::optional<std::string> at_the_end(std::string_view question,
                                                        const std::optional<std::string>& fallback);
    /// One line of the other side, understood as far as it is about the talk itself; nothing when it is not yet an
    /// answer.
    [[nodiscard]] std::optional<std::string> heard(std::string_view line, const std::optional<std::string>& fallback,
                                                   std::string_view explanation);
    void explain(std::string_view explanation, const std::optional<std::string>& fallback);
    void accept();
    void begin_again();
    /// Whether an answer of `given_` is due, so that nothing is written.
    [[nodiscard]] bool repeats() const noexcept { return next_ < given_.size(); }
    /// Tells a person why an answer was not understood; ends the dialogue of a script.
    void try_again(const Misunderstanding& why);

    Exchange& exchange_;
    render::Screen screen_;
    std::vector<std::string> given_{};  ///< the answers that were understood
    std::size_t next_ = 0;              ///< so many of them have been given in this round
    std::string answer_{};              ///< the one that is being understood
    std::string lines_{};               ///< of a script, as they came
    std::size_t line_count_ = 0;
    bool goes_back_ = false;
    std::optional<Stop> stop_{};
};

/// "yes", "y", "no" or "n", in any letters.
[[nodiscard]] std::optional<bool> yes_or_no(std::string_view answer);

}  // namespace offerkit::cli
