#include <offerkit/diagnostic/utf8.hpp>

#include <string>
#include <string_view>

#include "support/catch.hpp"

TEST_CASE("only well-formed UTF-8 passes: no overlong forms, surrogates or values past the last") {
    using offerkit::diagnostic::utf8::first_invalid;
    CHECK(first_invalid("plain é 東 👩\u200d🚀") == std::string::npos);
    // The first and the last of each length.
    for (const char* edge : {"\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEF\xBF\xBF", "\xF0\x90\x80\x80",
                             "\xF4\x8F\xBF\xBF"}) {
        CAPTURE(edge);
        CHECK(first_invalid(edge) == std::string::npos);
    }
    CHECK(first_invalid("\xC1\xBF") == 0);
    CHECK(first_invalid("\xE0\x9F\xBF") == 0);
    CHECK(first_invalid("\xF0\x8F\xBF\xBF") == 0);
    CHECK(first_invalid("\xF5\x80\x80\x80") == 0);
    CHECK(first_invalid("\xC0\xAF") == 0);
    CHECK(first_invalid("a\xE0\x80\x80") == 1);
    CHECK(first_invalid("\xED\xA0\x80") == 0);
    CHECK(first_invalid("\xF4\x90\x80\x80") == 0);
    CHECK(first_invalid("\xF0\x80\x80\x80") == 0);
    CHECK(first_invalid("ab\x80") == 2);
    CHECK(first_invalid("\xE6\x9D") == 0);
}

TEST_CASE("characters are written, counted and read back") {
    namespace utf8 = offerkit::diagnostic::utf8;
    for (const char32_t code : {U'a', U'\u00e9', U'\u6771', U'\U0001F680', U'\U0010FFFF'}) {
        std::string text = "x";
        utf8::append(text, code);
        CHECK(utf8::length(text) == 2U);
        const auto read = utf8::decode(std::string_view(text).substr(1));
        CHECK(read.valid);
        CHECK(read.code == code);
        CHECK(read.size == text.size() - 1);
    }
    // A character that ends early takes what it has; its neighbour stays whole.
    const auto broken = utf8::decode("\xE6\x9Dx");
    CHECK_FALSE(broken.valid);
    CHECK(broken.code == utf8::replacement);
    CHECK(broken.size == 2);
}
