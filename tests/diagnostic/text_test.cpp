#include <offerkit/diagnostic/text.hpp>

#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace offerkit::diagnostic;

TEST_CASE("a character that is not printable is seen wherever it stands in a text") {
    const std::string plain = "21 printable letters.";
    for (int code = 0; code < 0x80; ++code) {
        for (std::size_t place = 0; place < plain.size(); ++place) {
            std::string text = plain;
            text[place] = static_cast<char>(code);
            const bool printable = code >= 0x20 && code < 0x7F;
            if ((visible(text) == text) != printable) {
                FAIL("code " << code << " at " << place);
            }
        }
    }
}

TEST_CASE("width counts terminal columns, not bytes or code points") {
    CHECK(display_width("") == 0);
    CHECK(display_width("Northwind") == 9);
    CHECK(display_width("café") == 4);
    CHECK(display_width("cafe\u0301") == 4);          // the accent as a mark of its own
    CHECK(display_width("東京") == 4);                // wide
    CHECK(display_width("ｱｲ") == 2);                  // half-width
    CHECK(display_width("한국") == 4);                // syllables
    CHECK(display_width("\u1112\u1161\u11ab") == 2);  // one syllable spelled in three letters
    CHECK(display_width("–…€") == 3);
}

TEST_CASE("width takes an emoji made of several for one") {
    CHECK(display_width("😀") == 2);
    CHECK(display_width("👨\u200d👩\u200d👧") == 2);  // a family
    CHECK(display_width("👍🏽") == 2);                // with a skin tone
    CHECK(display_width("🇯🇵") == 2);                  // two letters make a flag
    CHECK(display_width("❤\ufe0f") == 2);             // text made emoji
    CHECK(display_width("❤") == 1);
}

TEST_CASE("nothing that drives a terminal is shown raw") {
    CHECK(visible("a\x1b[31mb") == "a\\x1b[31mb");
    CHECK(visible("a\tb\nc\r\n") == "a\\tb\\nc\\r\\n");
    CHECK(visible(std::string("a\0b\x7f", 4)) == "a\\x00b\\x7f");
    CHECK(visible("\u009b31m") == "\\u009b31m");  // the one-byte form of ESC [
    CHECK(display_width("\x1b") == 4);
}

TEST_CASE("nothing that reorders or hides text is shown raw") {
    for (const char* const bidi : {"\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068",
                                   "\u2069", "\u200e", "\u200f", "\u061c"}) {
        const std::string shown = visible(std::string("a") + bidi + "b");
        CAPTURE(shown);
        CHECK(shown.size() == 8);
        CHECK(shown.starts_with("a\\u"));
    }
    CHECK(visible("safe\u202egnp.exe") == "safe\\u202egnp.exe");
    CHECK(visible("line\u2028sep") == "line\\u2028sep");
    CHECK(visible("zero\u200bwidth") == "zero\\u200bwidth");
    CHECK(visible("\ufeffmark") == "\\ufeffmark");
    CHECK(visible("a\u200d") == "a\u200d");  // a joiner belongs to what it follows
    CHECK(visible("\u200da") == "\\u200da");
    CHECK(visible("hid\U000e0041\U000e0042den") == "hid\\U000e0041\\U000e0042den");
    CHECK(visible("🏴\U000e0067\U000e0062\U000e007f") == "🏴\U000e0067\U000e0062\U000e007f");  // a flag spelled in tags
}

TEST_CASE("a mark without a letter gets a circle to stand on") {
    CHECK(visible("\u0301a") == "◌\u0301a");
    CHECK(display_width("\u0301a") == 2);
}

TEST_CASE("each broken part of UTF-8 becomes one replacement and takes nothing with it") {
    CHECK(valid_utf8("a\xff"
                     "b") == "a\ufffdb");
    CHECK(valid_utf8("a\xe6\x9d"
                     "b") == "a\ufffdb");                                 // cut short: one part
    CHECK(valid_utf8("\xc0\xaf") == "\ufffd\ufffd");                      // overlong slash
    CHECK(valid_utf8("\xed\xa0\x80") == "\ufffd\ufffd\ufffd");            // surrogate
    CHECK(valid_utf8("\xf4\x90\x80\x80") == "\ufffd\ufffd\ufffd\ufffd");  // above the last character
    CHECK(valid_utf8("\xf0\x9f\x98") == "\ufffd");                        // at the end
    CHECK(valid_utf8("\x80") == "\ufffd");
    CHECK(valid_utf8("tab\t 東京 \x1b") == "tab\t 東京 \x1b");
    CHECK(is_valid_utf8("東京"));
    CHECK_FALSE(is_valid_utf8("\xc3("));
    CHECK(visible("a\xff") == "a\ufffd");
}

TEST_CASE("graphemes cover every byte of a text once and in order") {
    const std::string text = "a\u0301\t東\xff\r\n👨\u200d👩\u202e\U000e0041z";
    std::size_t at = 0;
    for (const auto& grapheme : graphemes(text)) {
        CHECK(grapheme.offset == at);
        CHECK(grapheme.size > 0);
        at += grapheme.size;
    }
    CHECK(at == text.size());
}

TEST_CASE("wrapping keeps words, breaks only what is longer than a line, and loses nothing") {
    using Lines = std::vector<std::string>;
    CHECK(wrapped("one two three", 8) == Lines{"one two", "three"});
    CHECK(wrapped("one two", 7) == Lines{"one two"});
    CHECK(wrapped("  one   two  ", 20) == Lines{"one two"});
    CHECK(wrapped("", 10) == Lines{""});
    CHECK(wrapped("a\nb", 10) == Lines{"a", "b"});
    CHECK(wrapped("abcdefgh ij", 3) == Lines{"abc", "def", "gh", "ij"});
    CHECK(wrapped("東京都庁", 5) == Lines{"東京", "都庁"});
    CHECK(wrapped("ab 10\u00a0000 c", 6) == Lines{"ab", "10\u00a0000", "c"});
    CHECK(wrapped("東", 1) == Lines{"東"});
    CHECK(wrapped("ab", 0) == Lines{"a", "b"});
}

TEST_CASE("shortening keeps graphemes whole and says that something is missing") {
    CHECK(shortened("Northwind", 9) == "Northwind");
    CHECK(shortened("Northwind", 6) == "North…");
    CHECK(shortened("東京都", 4) == "東…");
    CHECK(shortened("ab", 0).empty());
}

TEST_CASE("padding counts columns") {
    CHECK(padded_right("東", 4) + "|" == "東  |");
    CHECK(padded_left("e\u0301", 3) == "  e\u0301");
    CHECK(padded_left("longer", 3) == "longer");
}

TEST_CASE("whole digits are grouped in threes and words are left alone") {
    CHECK(grouped("0") == "0");
    CHECK(grouped("999") == "999");
    CHECK(grouped("1000") == "1,000");
    CHECK(grouped("-1234567.8912") == "-1,234,567.8912");
    CHECK(grouped("+123456") == "+123,456");
    CHECK(grouped(-9223372036854775807LL - 1) == "-9,223,372,036,854,775,808");
    CHECK(grouped("1234567", '\'') == "1'234'567");
    for (const char* const other : {"", "-", "n/a", "1e9", "12a4", ".5", "1000.", "1,000", "1.2.3"}) {
        CHECK(grouped(other) == other);
    }
}

TEST_CASE("a terminal without UTF-8 gets ASCII that still tells names apart") {
    CHECK(to_ascii("– … → ≤ ×") == "- ... -> <= x");
    CHECK(to_ascii("Zoë Łódź Straße") == "Zoe Lodz Strasse");
    CHECK(to_ascii("Zoe\u0308") == "Zoe");
    CHECK(to_ascii("€100, ½") == "EUR 100, 1/2");
    CHECK(to_ascii("東京") == "\\u6771\\u4eac");
    CHECK(to_ascii("😀") == "\\U0001f600");
    CHECK(to_ascii("a\xff\x1b") == "a?\\x1b");
}
