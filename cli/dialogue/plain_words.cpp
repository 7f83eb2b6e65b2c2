#include <cli/dialogue/plain_words.hpp>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/letters.hpp>
#include <offerkit/file/keys/likely.hpp>

namespace offerkit::cli::letter_words {
std::vector<std::string> words_of(std::string_view text, std::string_view separators) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (c == ' ' || c == '\t' || separators.find(c) != std::string_view::npos) {
            if (!words.back().empty()) {
                words.emplace_back();
            }
        } else {
            words.back() += diagnostic::to_lower(c);
        }
    }
    if (words.back().empty()) {
        words.pop_back();
    }
    return words;
}

bool means_every(std::string_view word) noexcept { return word == "every" || word == "each" || word == "per"; }

std::optional<calendar::Period> length_of(std::string_view first, std::string_view second) {
    if (second.empty() || means_every(first)) {
        return std::nullopt;
    }
    const auto period = calendar::parse_period(file::likely::period(diagnostic::formatted("{} {}", first, second)));
    return period ? std::optional{*period} : std::nullopt;
}

}  // namespace offerkit::cli::letter_words
