#include <offerkit/diagnostic/letters.hpp>

#include <algorithm>

#include <offerkit/diagnostic/utf8.hpp>

namespace offerkit::diagnostic {

namespace {

constexpr bool is_latin(char32_t code) noexcept {
    return (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') || (code >= 0xC0 && code <= 0x24F);
}

}  // namespace

std::string to_lower(std::string_view text) {
    std::string result{text};
    for (char& c : result) {
        c = to_lower(c);
    }
    return result;
}

bool has_word(std::string_view text, std::span<const std::string_view> words) {
    std::string word;
    const auto found = [&] { return std::find(words.begin(), words.end(), word) != words.end(); };
    while (!text.empty()) {
        const auto next = utf8::decode(text);
        if (is_latin(next.code)) {
            word += to_lower(text.substr(0, next.size));
        } else if (found()) {
            return true;
        } else {
            word.clear();
        }
        text.remove_prefix(next.size);
    }
    return found();
}

}  // namespace offerkit::diagnostic
