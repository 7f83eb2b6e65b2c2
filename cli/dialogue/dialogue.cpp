#include <cli/dialogue/dialogue.hpp>

#include <algorithm>

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
                                "leave out `" + diagnostic::visible(answer) + "`"};
    }
    return std::nullopt;
}

/// What stands behind a question: its default.
std::string brackets(std::string_view question, const std::optional<std::string>& fallback,
                     const render::Screen& screen) {
    constexpr std::size_t longest = 24;
    if (fallback) {
        return " [" + render::safe(diagnostic::shortened(*fallback, longest), screen) + "]: ";
    }
    return question.ends_with('?') ? " " : ": ";
}

}  // namespace

std::size_t Dialogue::room(const std::optional<std::string>& fallback) const {
    const std::size_t taken = diagnostic::display_width(brackets({}, fallback, screen_)) + 1;
    return screen_.width > taken + 20 ? screen_.width - taken : 20;
}

void Dialogue::say(std::string_view paragraph, std::size_t indent, std::size_t hanging) {
    const std::size_t taken = indent + hanging;
    const std::size_t room = screen_.width > taken + 20 ? screen_.width - taken : 20;
    // The first line has more room than the others; wrapping it by theirs keeps the edge straight.
    std::string margin(indent, ' ');
    for (const auto& line : diagnostic::wrapped(render::safe_lines(paragraph, screen_), room)) {
        exchange_.write(render::finished_line(margin + line));
        margin.assign(taken, ' ');
    }
}

void Dialogue::gap() { exchange_.write("\n"); }

std::optional<std::string> Dialogue::answer_to(std::string_view question, const std::optional<std::string>& fallback) {
    if (stop_) {
        return std::nullopt;
    }
    const std::string asked =
        render::safe(diagnostic::shortened(question, room(fallback)), screen_) + brackets(question, fallback, screen_);
    while (!stop_) {
        exchange_.write(asked);
        const auto line = exchange_.read();
        if (!line) {
            exchange_.write("\n");
            return at_the_end(question, fallback);
        }
        ++lines_;
        before_last_ = answers_.size();
        answers_ += *line + "\n";
        const std::string_view answer = trimmed(*line);
        if (!exchange_.is_person()) {
            exchange_.write(render::safe(diagnostic::shortened(answer, screen_.width), screen_) + "\n");
        }
        if (const auto why = unreadable(answer)) {
            try_again(*why);
        } else if (!answer.empty()) {
            return std::string{answer};
        } else if (fallback) {
            return fallback;
        } else {
            try_again({"this question has no default",
                       exchange_.is_person() ? "answer it, or leave by Ctrl-C" : "write an answer into this line"});
        }
    }
    return std::nullopt;
}

std::optional<std::string> Dialogue::at_the_end(std::string_view question, const std::optional<std::string>& fallback) {
    // Who leaves has not agreed to the rest.
    const bool left = exchange_.is_person() || exchange_.interrupted();
    if (fallback && !left) {
        return fallback;
    }
    stop_ = Stop{
        true,
        lines_ + 1,
        {(exchange_.interrupted() ? "interrupted before this question: " : "the answers end before this question: ") +
             std::string{question},
         left ? "nothing was written; begin again when you like" : "add a line that answers it"}};
    return std::nullopt;
}

void Dialogue::try_again(const Misunderstanding& why) {
    if (exchange_.is_person()) {
        answers_.resize(before_last_);
        --lines_;
        say(why.message + (why.help.empty() ? "" : "; " + why.help), 2);
    } else {
        stop_ = Stop{false, lines_, why};
    }
}

std::optional<bool> yes_or_no(std::string_view answer) {
    std::string word{answer};
    std::transform(word.begin(), word.end(), word.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (word == "yes" || word == "y") {
        return true;
    }
    return word == "no" || word == "n" ? std::optional{false} : std::nullopt;
}

std::optional<bool> Dialogue::confirm(std::string_view question, bool fallback) {
    return ask<bool>(question, fallback ? "yes" : "no", [](const std::string& answer) -> Understood<bool> {
        if (const auto known = yes_or_no(answer)) {
            return *known;
        }
        return misunderstood("this is a question of yes or no", "answer `yes` or `no`");
    });
}

}  // namespace offerkit::cli
