#include <offerkit/diagnostic/text.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include <utf8proc.h>

#include <offerkit/diagnostic/characters.hpp>
#include <offerkit/diagnostic/utf8.hpp>

namespace offerkit::diagnostic {
namespace {

constexpr char32_t zero_width_non_joiner = 0x200C;
constexpr char32_t zero_width_joiner = 0x200D;
constexpr char32_t emoji_presentation = 0xFE0F;
constexpr char32_t black_flag = 0x1F3F4;

constexpr bool is_joiner(char32_t code) { return code == zero_width_joiner || code == zero_width_non_joiner; }
constexpr bool is_tag(char32_t code) { return code >= 0xE0020 && code <= 0xE007F; }
constexpr bool is_regional_indicator(char32_t code) { return code >= 0x1F1E6 && code <= 0x1F1FF; }

/// A grapheme being put together, code by code.
struct Building {
    Grapheme grapheme;
    char32_t first = 0;
    bool wants_emoji = false;

    void begin(const utf8::Decoded& next, std::size_t offset) {
        grapheme = {};
        grapheme.offset = offset;
        first = next.code;
        wants_emoji = false;
        if (is_dangerous(next.code)) {
            grapheme.shown = escape(next.code);
            grapheme.width = grapheme.shown.size();
            grapheme.size = next.size;
            grapheme.escaped = true;
            return;
        }
        if (is_mark(next.code)) {
            utf8::append(grapheme.shown, 0x25CC);  // a dotted circle carries a mark that has no letter
            grapheme.width = 1;
        }
        extend(next);
    }

    void extend(const utf8::Decoded& next) {
        utf8::append(grapheme.shown, next.code);
        grapheme.size += next.size;
        const auto width =
            static_cast<std::size_t>(std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(next.code))));
        grapheme.width = std::max(grapheme.width, width);
        const bool flag = is_regional_indicator(first) && grapheme.size > next.size;
        if (flag || (next.code == emoji_presentation &&
                     utf8proc_category(static_cast<utf8proc_int32_t>(first)) == UTF8PROC_CATEGORY_SO)) {
            grapheme.width = 2;
        }
    }

    [[nodiscard]] bool takes(char32_t next, bool boundary) const {
        if (boundary || grapheme.escaped) {
            return false;
        }
        // Tags spell a flag after the black flag; anywhere else they are hidden text.
        return is_tag(next) ? first == black_flag : (is_joiner(next) || !is_dangerous(next));
    }
};

constexpr bool is_printable(char c) { return c >= 0x20 && c < 0x7F; }

bool is_printable_ascii(std::string_view text) {
    // Eight bytes at a time: none has its highest bit, nor gets or loses it by what is added and taken away.
    constexpr std::uint64_t high = 0x8080808080808080U;
    while (text.size() >= sizeof(std::uint64_t)) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data(), sizeof bytes);
        const std::uint64_t above = bytes + 0x0101010101010101U;
        const std::uint64_t below = (bytes | high) - 0x2020202020202020U;
        if (((bytes | above | ~below) & high) != 0) {
            return false;
        }
        text.remove_prefix(sizeof bytes);
    }
    return std::all_of(text.begin(), text.end(), is_printable);
}

/// Words with one space between them, and none at either end.
bool is_evenly_spaced(std::string_view text) {
    return !text.starts_with(' ') && !text.ends_with(' ') && text.find("  ") == std::string_view::npos;
}

}  // namespace

std::vector<Grapheme> graphemes(std::string_view text) {
    std::vector<Grapheme> result;
    result.reserve(text.size());
    if (is_printable_ascii(text)) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            result.push_back({std::string(1, text[i]), i, 1, 1, false});
        }
        return result;
    }
    Building building;
    utf8proc_int32_t state = 0;
    char32_t previous = 0;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text.substr(at));
        const bool boundary =
            at == 0 || utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(previous),
                                                        static_cast<utf8proc_int32_t>(next.code), &state);
        if (at > 0 && building.takes(next.code, boundary)) {
            building.extend(next);
        } else {
            if (at > 0) {
                result.push_back(std::move(building.grapheme));
            }
            building.begin(next, at);
        }
        previous = next.code;
        at += next.size;
    }
    if (!text.empty()) {
        result.push_back(std::move(building.grapheme));
    }
    return result;
}

std::string visible(std::string_view text) {
    if (is_printable_ascii(text)) {
        return std::string(text);
    }
    std::string out;
    for (const auto& grapheme : graphemes(text)) {
        out += grapheme.shown;
    }
    return out;
}

std::size_t display_width(std::string_view text) {
    if (is_printable_ascii(text)) {
        return text.size();
    }
    std::size_t width = 0;
    for (const auto& grapheme : graphemes(text)) {
        width += grapheme.width;
    }
    return width;
}

std::string valid_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const utf8::Decoded next = utf8::decode(text);
        if (next.valid) {
            out.append(text.substr(0, next.size));
        } else {
            utf8::append(out, utf8::replacement);
        }
        text.remove_prefix(next.size);
    }
    return out;
}

bool is_valid_utf8(std::string_view text) { return utf8::first_invalid(text) == std::string_view::npos; }

std::string ticked(std::string_view text) { return "`" + std::string{text} + "`"; }

std::string shortened(std::string_view text, std::size_t width) {
    if (display_width(text) <= width) {
        return visible(text);
    }
    if (width == 0) {
        return {};
    }
    std::string out;
    std::size_t used = 0;
    for (const auto& grapheme : graphemes(text)) {
        if (used + grapheme.width + 1 > width) {
            break;
        }
        out += grapheme.shown;
        used += grapheme.width;
    }
    return out + "…";
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    width = std::max<std::size_t>(width, 1);
    // Most texts, cells of tables above all, fit as they are.
    if (text.size() <= width && is_printable_ascii(text) && is_evenly_spaced(text)) {
        return {std::string(text)};
    }
    std::vector<std::string> lines;
    std::string line;
    std::size_t line_width = 0;
    std::vector<Grapheme> word;
    std::size_t word_width = 0;

    const auto end_line = [&] {
        lines.push_back(std::move(line));
        line.clear();
        line_width = 0;
    };
    const auto end_word = [&] {
        if (word.empty()) {
            return;
        }
        if (!line.empty() && line_width + 1 + word_width > width) {
            end_line();
        }
        if (!line.empty()) {
            line += ' ';
            ++line_width;
        }
        for (const auto& grapheme : word) {
            if (line_width > 0 && line_width + grapheme.width > width) {
                end_line();
            }
            line += grapheme.shown;
            line_width += grapheme.width;
        }
        word.clear();
        word_width = 0;
    };

    for (auto& grapheme : graphemes(text)) {
        if (grapheme.shown == " ") {
            end_word();
        } else if (grapheme.escaped && grapheme.shown == "\\n") {
            end_word();
            end_line();
        } else {
            word_width += grapheme.width;
            word.push_back(std::move(grapheme));
        }
    }
    end_word();
    end_line();
    return lines;
}

std::string padded_right(std::string_view text, std::size_t width) {
    const std::size_t taken = display_width(text);
    return std::string(text) + std::string(taken < width ? width - taken : 0, ' ');
}

std::string padded_left(std::string_view text, std::size_t width) {
    const std::size_t taken = display_width(text);
    return std::string(taken < width ? width - taken : 0, ' ') + std::string(text);
}

std::string grouped(std::string_view number, char separator) {
    std::string_view rest = number;
    std::string out;
    if (!rest.empty() && (rest.front() == '-' || rest.front() == '+')) {
        out.push_back(rest.front());
        rest.remove_prefix(1);
    }
    const std::string_view whole = rest.substr(0, std::min(rest.find('.'), rest.size()));
    const std::string_view fraction = rest.substr(whole.size());
    const bool fraction_fits =
        fraction.empty() || (fraction.size() > 1 && std::all_of(fraction.begin() + 1, fraction.end(), is_digit));
    if (whole.empty() || !std::all_of(whole.begin(), whole.end(), is_digit) || !fraction_fits) {
        return std::string(number);
    }
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (i > 0 && (whole.size() - i) % 3 == 0) {
            out.push_back(separator);
        }
        out.push_back(whole[i]);
    }
    out.append(fraction);
    return out;
}

std::string grouped(long long number, char separator) { return grouped(std::to_string(number), separator); }

std::string counted(long long count, std::string_view noun) {
    return grouped(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

}  // namespace offerkit::diagnostic
