#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>

/// Sentences with blanks. `fmt` fills them, behind this header: including fmt itself costs each file that does 1.4
/// seconds of compiling (2.9 with optimisation) and 600 kB of object code.
namespace offerkit::diagnostic {

/// The text of a sentence, checked while compiling: each blank `{}` has its part. `{{` and `}}` are braces.
template <class... Parts>
class Sentence {
public:
    consteval Sentence(const char* text) : text_(text) {
        if (blanks_of(text_) != sizeof...(Parts)) {
            throw "a sentence needs as many parts as it has blanks";
        }
    }
    [[nodiscard]] constexpr std::string_view text() const noexcept { return text_; }

private:
    static consteval std::size_t blanks_of(std::string_view text) {
        std::size_t blanks = 0;
        for (std::size_t i = 0; i + 1 < text.size(); ++i) {
            if ((text[i] == '{' || text[i] == '}') && text[i + 1] == text[i]) {
                ++i;
            } else if (text[i] == '{' && text[i + 1] == '}') {
                ++blanks;
            }
        }
        return blanks;
    }

    std::string_view text_;
};

/// The sentence with its blanks filled in order. See `formatted`.
[[nodiscard]] std::string filled(std::string_view sentence, std::initializer_list<std::string_view> parts);

/// The sentence with a text in each blank: `formatted("{} breaks even with {} at {}", name, other, price)`.
template <class... Parts>
[[nodiscard]] std::string formatted(std::type_identity_t<Sentence<Parts...>> sentence, const Parts&... parts) {
    return filled(sentence.text(), {std::string_view(parts)...});
}

}  // namespace offerkit::diagnostic
