#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cli/dialogue/dialogue.hpp>

namespace support {

/// A dialogue's other side in a test: it remembers what was said, and answers from a list or by a function of the
/// question.
class Script final : public offerkit::cli::Exchange {
public:
    explicit Script(std::vector<std::string> answers, bool person = false)
        : answers_{std::move(answers)}, person_{person} {}
    explicit Script(std::function<std::string(const std::string& question)> answer) : answer_{std::move(answer)} {}

    [[nodiscard]] std::optional<std::string> read() override {
        // A question is what was written since the last line end.
        const std::size_t begin = said_.find_last_of('\n') + 1;
        questions_.push_back(said_.substr(begin));
        if (answer_) {
            return answer_(questions_.back());
        }
        if (next_ == answers_.size()) {
            return std::nullopt;
        }
        if (person_) {
            said_ += "\n";  // the terminal shows what is typed
        }
        return answers_[next_++];
    }
    void write(std::string_view text) override { said_ += text; }
    [[nodiscard]] bool is_person() const override { return person_; }

    [[nodiscard]] const std::string& said() const { return said_; }
    [[nodiscard]] const std::vector<std::string>& questions() const { return questions_; }

private:
    std::vector<std::string> answers_{};
    std::function<std::string(const std::string&)> answer_{};
    std::size_t next_ = 0;
    bool person_ = false;
    std::string said_{};
    std::vector<std::string> questions_{};
};

}  // namespace support
