#pragma once

#include <string>
#include <string_view>

#include <cli/dialogue/dialogue.hpp>

namespace offerkit::cli {

/// A dialogue over the program's own streams: answers from standard input, questions on standard error, so that
/// standard output is left to the result. It notices a signal while it waits if the caller holds them back
/// (`InterruptsHeld`); else the signal ends the program, answers and all.
class StandardExchange final : public Exchange {
public:
    StandardExchange();
    [[nodiscard]] std::optional<std::string> read() override;
    void write(std::string_view text) override;
    [[nodiscard]] bool is_person() const override { return is_terminal_; }
    [[nodiscard]] bool interrupted() const override { return interrupted_; }

private:
    bool is_terminal_ = false;
    bool ended_ = false;
    bool interrupted_ = false;
    std::size_t read_bytes_ = 0;
    std::string waiting_{};  ///< read and not yet given out
};

}  // namespace offerkit::cli
