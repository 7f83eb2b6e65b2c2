#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

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
/// one. A person who is misunderstood is told why and asked again. A script is answered for by defaults once it has no
/// more lines; what it said is written beside each question, so that the whole reads like a record. After a stop
/// nothing is asked any more.
class Dialogue {
public:
    Dialogue(Exchange& exchange, const render::Screen& screen) : exchange_{exchange}, screen_{screen} {}

    /// A paragraph, its first line indented by `indent` and the others by `hanging` more.
    void say(std::string_view paragraph, std::size_t indent = 0, std::size_t hanging = 0);
    void gap();

    /// Asks until the answer is understood. `fallback` is the answer that an empty line gives, as one would write it,
    /// and has to be understood too. Nothing when the dialogue has stopped.
    template <class T>
    [[nodiscard]] std::optional<T> ask(std::string_view question, const std::optional<std::string>& fallback,
                                       const std::function<Understood<T>(const std::string&)>& understand) {
        while (const auto answer = answer_to(question, fallback)) {
            if (auto understood = understand(*answer)) {
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
    [[nodiscard]] std::optional<bool> confirm(std::string_view question, bool fallback);

    [[nodiscard]] const std::optional<Stop>& stop() const noexcept { return stop_; }
    /// The lines read so far, as they came; of a person without those that were not understood, so that they can be
    /// given again.
    [[nodiscard]] const std::string& answers() const noexcept { return answers_; }

private:
    [[nodiscard]] std::optional<std::string> answer_to(std::string_view question,
                                                       const std::optional<std::string>& fallback);
    [[nodiscard]] std::optional<std::string> at_the_end(std::string_view question,
                                                        const std::optional<std::string>& fallback);
    /// Tells a person why an answer was not understood; ends the dialogue of a script.
    void try_again(const Misunderstanding& why);

    Exchange& exchange_;
    render::Screen screen_;
    std::string answers_{};
    std::size_t before_last_ = 0;  ///< where the last line of `answers_` begins
    std::size_t lines_ = 0;        ///< of `answers_`
    std::optional<Stop> stop_{};
};

/// "yes", "y", "no" or "n", in any letters.
[[nodiscard]] std::optional<bool> yes_or_no(std::string_view answer);

}  // namespace offerkit::cli
