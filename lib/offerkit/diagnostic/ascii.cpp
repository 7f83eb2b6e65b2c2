#include <algorithm>
#include <array>

#include <utf8proc.h>

#include <offerkit/diagnostic/characters.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/diagnostic/utf8.hpp>

namespace offerkit::diagnostic {
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

std::string to_ascii(std::string_view text) {
    std::string out;
    bool after_ascii = false;
    const std::string shown = visible(text);
    for (std::string_view rest = shown; !rest.empty();) {
        const utf8::Decoded next = utf8::decode(rest);
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
