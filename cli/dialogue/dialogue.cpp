#include <cli/dialogue/dialogue.hpp>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/letters.hpp>
#include <offerkit/diagnostic/text.hpp>

namespace offerkit::cli {
namespace {

/// As much as a text in a file may have.
constexpr std::size_t longest_answer = 10'000;

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r";
    const std::size_t begin = text.find_first_not_of(blanks);
    return begin == std::string_view::npos ? std::string_view{}
                                           : text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

/// What may not stand in a file may not be answered either.
std::optional<Misunderstanding> unreadable(std::string_view answer) {
    if (answer.size() > longest_answer) {
        return Misunderstanding{"the answer is longer than 10,000 bytes", "answer in a few words"};
    }
    if (!diagnostic::is_valid_utf8(answer)) {
        return Misunderstanding{"the answer is not UTF-8", "save the answers as UTF-8"};
    }
    if (diagnostic::visible(answer) != answer) {
        return Misunderstanding{"the answer holds control characters",
                                diagnostic::formatted("leave out `{}`", diagnostic::visible(answer))};
    }
    return std::nullopt;
}

/// What stands behind a question: its default.
std::string brackets(std::string_view question, const std::optional<std::string>& fallback,
                     const render::Screen& screen) {
    constexpr std::size_t longest = 24;
    if (fallback) {
        return diagnostic::formatted(" [{}]: ", render::safe(diagnostic::shortened(*fallback, longest), screen));
    }
    return question.ends_with('?') ? " " : ": ";
}

}  // namespace

std::size_t Dialogue::room(const std::optional<std::string>& fallback) const {
    const std::size_t taken = diagnostic::display_width(brackets({}, fallback, screen_)) + 1;
    return screen_.width > taken + 20 ? screen_.width - taken : 20;
}

void Dialogue::say(std::string_view paragraph, std::size_t indent, std::size_t hanging) {
    if (repeats()) {
        return;
    }
    const std::size_t taken = indent + hanging;
    const std::size_t room = screen_.width > taken + 20 ? screen_.width - taken : 20;
    // The first line has more room than the others; wrapping it by theirs keeps the edge straight.
    std::string margin(indent, ' ');
    for (const auto& line : diagnostic::wrapped(render::safe_lines(paragraph, screen_), room)) {
        exchange_.write(render::finished_line(margin + line));
        margin.assign(taken, ' ');
    }
}

void Dialogue::gap() {
    if (!repeats()) {
        exchange_.write("\n");
    }
}

std::string Dialogue::answers() const {
    if (!exchange_.is_person()) {
        return lines_;
    }
    std::string all;
    for (const std::string& answer : given_) {
        all += answer + "\n";
    }
    return all;
}

std::optional<std::string> Dialogue::answer_to(std::string_view question, const std::optional<std::string>& fallback,
                                               std::string_view explanation) {
    if (stop_ || goes_back_) {
        return std::nullopt;
    }
    if (repeats()) {
        answer_ = given_[next_];
        if (!unreadable(answer_) && (fallback || !answer_.empty())) {
            return answer_.empty() ? *fallback : answer_;
        }
        given_.resize(next_);
    }
    const std::string asked =
        render::safe(diagnostic::shortened(question, room(fallback)), screen_) + brackets(question, fallback, screen_);
    while (!stop_ && !goes_back_) {
        exchange_.write(asked);
        const auto line = exchange_.read();
        if (!line) {
            exchange_.write("\n");
            return at_the_end(question, fallback);
        }
        ++line_count_;
        if (!exchange_.is_person()) {
            lines_ += *line + "\n";
            exchange_.write(render::safe(diagnostic::shortened(trimmed(*line), screen_.width), screen_) + "\n");
        }
        if (auto answer = heard(trimmed(*line), fallback, explanation)) {
            return answer;
        }
    }
    return std::nullopt;
}

std::optional<std::string> Dialogue::heard(std::string_view line, const std::optional<std::string>& fallback,
                                           std::string_view explanation) {
    if (const auto why = unreadable(line)) {
        try_again(*why);
    } else if (line == "?") {
        explain(explanation, fallback);
    } else if (line == "back" && given_.empty()) {
        try_again({"this is the first question", "answer it, or leave by Ctrl-C"});
    } else if (line == "back") {
        goes_back_ = true;
    } else if (line.empty() && !fallback) {
        try_again({"this question has no default",
                   exchange_.is_person() ? "answer it, or leave by Ctrl-C" : "write an answer into this line"});
    } else {
        answer_ = line;
        return line.empty() ? *fallback : answer_;
    }
    return std::nullopt;
}

void Dialogue::explain(std::string_view explanation, const std::optional<std::string>& fallback) {
    if (!explanation.empty()) {
        say(explanation, 2);
    }
    say(diagnostic::formatted("{} goes back to the question before; Ctrl-C leaves, and your answers are kept.",
                              fallback ? "Enter takes what stands in [brackets]; `back`" : "`back`"),
        2);
}

void Dialogue::accept() {
    if (!repeats()) {
        given_.push_back(answer_);
    }
    ++next_;
}

void Dialogue::begin_again() {
    given_.pop_back();
    next_ = 0;
    goes_back_ = false;
}

std::optional<std::string> Dialogue::at_the_end(std::string_view question, const std::optional<std::string>& fallback) {
    // Who leaves has not agreed to the rest.
    const bool left = exchange_.is_person() || exchange_.interrupted();
    if (fallback && !left) {
        answer_.clear();
        return fallback;
    }
    stop_ = Stop{
        true,
        (exchange_.is_person() ? given_.size() : line_count_) + 1,
        {(exchange_.interrupted() ? "interrupted before this question: " : "the answers end before this question: ") +
             std::string{question},
         left ? "nothing was written; begin again when you like" : "add a line that answers it"}};
    return std::nullopt;
}

void Dialogue::try_again(const Misunderstanding& why) {
    if (repeats()) {
        // An answer of an earlier sitting that no longer fits, and those after it: the question is asked anew.
        given_.resize(next_);
    } else if (exchange_.is_person()) {
        say(why.message + (why.help.empty() ? "" : "; " + why.help), 2);
    } else {
        stop_ = Stop{false, line_count_, why};
    }
}

std::optional<bool> yes_or_no(std::string_view answer) {
    const std::string word = diagnostic::to_lower(answer);
    if (word == "yes" || word == "y") {
        return true;
    }
    return word == "no" || word == "n" ? std::optional{false} : std::nullopt;
}

std::optional<bool> Dialogue::confirm(std::string_view question, bool fallback, std::string_view explanation) {
    return ask<bool>(
        question, fallback ? "yes" : "no",
        [](const std::string& answer) -> Understood<bool> {
            if (const auto known = yes_or_no(answer)) {
                return *known;
            }
            return misunderstood("this is a question of yes or no", "answer `yes` or `no`");
        },
        explanation);
}

}  // namespace offerkit::cli
