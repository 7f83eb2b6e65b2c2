#include <offerkit/diagnostic/text.hpp>

#include <algorithm>
#include <array>

#include <utf8proc.h>

namespace offerkit::diagnostic {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Decoded {
    char32_t code = 0;
    std::size_t size = 0;
    bool valid = false;
};

constexpr unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

/// Reads the character at the front of a text that is not empty. A broken one takes its maximal well-formed start
/// (Unicode 15, section 3.9, "substitution of maximal subparts"), so that one bad byte never swallows its neighbours.
Decoded decode(std::string_view text) {
    const unsigned char lead = byte_at(text, 0);
    if (lead < 0x80) {
        return {lead, 1, true};
    }
    // The second byte has a narrower range after some leads: this is what excludes overlong forms, surrogates and
    // anything above U+10FFFF.
    std::size_t size = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    char32_t code = 0;
    if (lead >= 0xC2 && lead <= 0xDF) {
        size = 2;
        code = lead & 0x1FU;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        size = 3;
        code = lead & 0x0FU;
        low = lead == 0xE0 ? 0xA0 : low;
        high = lead == 0xED ? 0x9F : high;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        size = 4;
        code = lead & 0x07U;
        low = lead == 0xF0 ? 0x90 : low;
        high = lead == 0xF4 ? 0x8F : high;
    } else {
        return {replacement, 1, false};
    }
    for (std::size_t i = 1; i < size; ++i) {
        if (i >= text.size() || byte_at(text, i) < low || byte_at(text, i) > high) {
            return {replacement, i, false};
        }
        code = (code << 6U) | (byte_at(text, i) & 0x3FU);
        low = 0x80;
        high = 0xBF;
    }
    return {code, size, true};
}

void append_utf8(std::string& out, char32_t code) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code), bytes.data());
    for (utf8proc_ssize_t i = 0; i < size; ++i) {
        out.push_back(static_cast<char>(bytes[static_cast<std::size_t>(i)]));
    }
}

std::string escape(char32_t code) {
    switch (code) {
        case U'\t': return "\\t";
        case U'\n': return "\\n";
        case U'\r': return "\\r";
        default: break;
    }
    const std::size_t digits = code < 0x80 ? 2 : code < 0x10000 ? 4 : 8;
    std::string out = code < 0x80 ? "\\x" : code < 0x10000 ? "\\u" : "\\U";
    for (std::size_t i = digits; i-- > 0;) {
        out.push_back("0123456789abcdef"[(code >> (4 * i)) & 0xFU]);
    }
    return out;
}

constexpr char32_t zero_width_non_joiner = 0x200C;
constexpr char32_t zero_width_joiner = 0x200D;
constexpr char32_t emoji_presentation = 0xFE0F;
constexpr char32_t black_flag = 0x1F3F4;

constexpr bool is_joiner(char32_t code) { return code == zero_width_joiner || code == zero_width_non_joiner; }
constexpr bool is_tag(char32_t code) { return code >= 0xE0020 && code <= 0xE007F; }
constexpr bool is_regional_indicator(char32_t code) { return code >= 0x1F1E6 && code <= 0x1F1FF; }

utf8proc_category_t category(char32_t code) { return utf8proc_category(static_cast<utf8proc_int32_t>(code)); }

bool is_mark(char32_t code) {
    const auto kind = category(code);
    return kind == UTF8PROC_CATEGORY_MN || kind == UTF8PROC_CATEGORY_ME || kind == UTF8PROC_CATEGORY_MC;
}

/// Controls, and the format characters a reader cannot see: they can reorder, hide or fake what is shown.
bool is_dangerous(char32_t code) {
    switch (category(code)) {
        case UTF8PROC_CATEGORY_CC:
        case UTF8PROC_CATEGORY_CS:
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP: return true;
        case UTF8PROC_CATEGORY_CF: {
            // Signs that enclose or precede digits are visible, though Unicode files them under format.
            const bool visible_sign = (code >= 0x0600 && code <= 0x0605) || code == 0x06DD || code == 0x070F ||
                                      code == 0x08E2 || code == 0x110BD || code == 0x110CD;
            return !visible_sign;
        }
        default: return false;
    }
}

/// A grapheme being put together, code by code.
struct Building {
    Grapheme grapheme;
    char32_t first = 0;
    bool wants_emoji = false;

    void begin(const Decoded& next, std::size_t offset) {
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
            append_utf8(grapheme.shown, 0x25CC);  // a dotted circle carries a mark that has no letter
            grapheme.width = 1;
        }
        extend(next);
    }

    void extend(const Decoded& next) {
        append_utf8(grapheme.shown, next.code);
        grapheme.size += next.size;
        const auto width =
            static_cast<std::size_t>(std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(next.code))));
        grapheme.width = std::max(grapheme.width, width);
        const bool flag = is_regional_indicator(first) && grapheme.size > next.size;
        if (flag || (next.code == emoji_presentation && category(first) == UTF8PROC_CATEGORY_SO)) {
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

bool is_printable_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
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
        const Decoded next = decode(text.substr(at));
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
        const Decoded next = decode(text);
        if (next.valid) {
            out.append(text.substr(0, next.size));
        } else {
            append_utf8(out, replacement);
        }
        text.remove_prefix(next.size);
    }
    return out;
}

bool is_valid_utf8(std::string_view text) {
    while (!text.empty()) {
        const Decoded next = decode(text);
        if (!next.valid) {
            return false;
        }
        text.remove_prefix(next.size);
    }
    return true;
}

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
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
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

namespace {

struct Habit {
    char32_t code;
    std::string_view ascii;
};

/// What people type where these signs cannot be typed. Sorted by code.
constexpr auto habits = std::to_array<Habit>({
    {0x00A3, "GBP "}, {0x00A7, "section "}, {0x00AB, "<<"},  {0x00B1, "+/-"}, {0x00B7, "-"},    {0x00BB, ">>"},
    {0x00C6, "AE"},   {0x00D7, "x"},        {0x00D8, "O"},   {0x00DF, "ss"},  {0x00E6, "ae"},   {0x00F7, "/"},
    {0x00F8, "o"},    {0x0110, "D"},        {0x0111, "d"},   {0x0131, "i"},   {0x0141, "L"},    {0x0142, "l"},
    {0x0152, "OE"},   {0x0153, "oe"},       {0x2010, "-"},   {0x2011, "-"},   {0x2012, "-"},    {0x2013, "-"},
    {0x2014, "--"},   {0x2018, "'"},        {0x2019, "'"},   {0x201A, "'"},   {0x201C, "\""},   {0x201D, "\""},
    {0x201E, "\""},   {0x2022, "*"},        {0x2026, "..."}, {0x2044, "/"},   {0x20AC, "EUR "}, {0x2190, "<-"},
    {0x2192, "->"},   {0x2212, "-"},        {0x2248, "~"},   {0x2260, "!="},  {0x2264, "<="},   {0x2265, ">="},
    {0x25CC, ""},     {0xFFFD, "?"},
});

/// The letters left of a compatibility decomposition once its marks are gone, or nothing when some are not ASCII.
std::string plain_letters(char32_t code) {
    std::array<utf8proc_int32_t, 32> parts{};
    int boundary = 0;
    const auto count = utf8proc_decompose_char(
        static_cast<utf8proc_int32_t>(code), parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
        static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT), &boundary);
    std::string out;
    for (std::size_t i = 0; count > 0 && i < std::min(static_cast<std::size_t>(count), parts.size()); ++i) {
        const auto part = static_cast<char32_t>(parts[i]);
        if (part == 0x2044) {
            out.push_back('/');
        } else if (part >= 0x20 && part < 0x7F) {
            out.push_back(static_cast<char>(part));
        } else if (!is_mark(part)) {
            return {};
        }
    }
    return out;
}

}  // namespace

std::string counted(long long count, std::string_view noun) {
    return grouped(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

std::string to_ascii(std::string_view text) {
    std::string out;
    bool after_ascii = false;
    const std::string shown = visible(text);
    for (std::string_view rest = shown; !rest.empty();) {
        const Decoded next = decode(rest);
        rest.remove_prefix(next.size);
        if (next.code < 0x80) {
            out.push_back(static_cast<char>(next.code));
            after_ascii = true;
            continue;
        }
        // A mark on a letter that has been kept goes; a mark on an escaped letter is part of its name.
        if (is_mark(next.code) && after_ascii) {
            continue;
        }
        const auto* const habit = std::lower_bound(habits.begin(), habits.end(), next.code,
                                                   [](const Habit& h, char32_t code) { return h.code < code; });
        if (habit != habits.end() && habit->code == next.code) {
            out += habit->ascii;
            after_ascii = true;
        } else if (const std::string letters = plain_letters(next.code); !letters.empty()) {
            out += letters;
            after_ascii = true;
        } else {
            out += escape(next.code);
            after_ascii = false;
        }
    }
    return out;
}

}  // namespace offerkit::diagnostic
