#include <offerkit/file/keys/likely_text.hpp>

#include <algorithm>
#include <array>

#include <offerkit/diagnostic/letters.hpp>

namespace offerkit::file::likely {

std::string lowered(std::string_view text) {
    std::string result;
    for (const char c : text.substr(0, longest)) {
        result += diagnostic::to_lower(c);
    }
    return result;
}

std::string_view trimmed(std::string_view text) noexcept {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) {
        text.remove_suffix(1);
    }
    return text;
}

bool cut_end(std::string& text, std::string_view word) {
    if (!text.ends_with(word)) {
        return false;
    }
    text.resize(text.size() - word.size());
    text = trimmed(text);
    return true;
}
bool cut_front(std::string& text, std::string_view word) {
    if (!text.starts_with(word)) {
        return false;
    }
    text.erase(0, word.size());
    text = trimmed(text);
    return true;
}

std::string number_named(std::string_view word) {
    constexpr std::array<std::string_view, 13> numbers{"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                                       "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    const auto found = std::find(numbers.begin(), numbers.end(), word);
    return found == numbers.end() ? std::string{} : std::to_string(found - numbers.begin());
}

std::string counted(std::int64_t count, std::string_view unit) {
    return std::to_string(count) + " " + std::string{unit} + (count == 1 ? "" : "s");
}

}  // namespace offerkit::file::likely
