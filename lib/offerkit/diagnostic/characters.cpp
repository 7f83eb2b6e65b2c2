#include <offerkit/diagnostic/characters.hpp>

#include <utf8proc.h>

namespace offerkit::diagnostic {
namespace {

utf8proc_category_t category(char32_t code) { return utf8proc_category(static_cast<utf8proc_int32_t>(code)); }

}  // namespace

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

bool is_mark(char32_t code) {
    const auto kind = category(code);
    return kind == UTF8PROC_CATEGORY_MN || kind == UTF8PROC_CATEGORY_ME || kind == UTF8PROC_CATEGORY_MC;
}

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

}  // namespace offerkit::diagnostic
