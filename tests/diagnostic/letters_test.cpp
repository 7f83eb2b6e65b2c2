// Letters in lower case, and whole words of a text.

#include <array>
#include <string>
#include <string_view>

#include <offerkit/diagnostic/letters.hpp>

#include "support/catch.hpp"

using namespace offerkit::diagnostic;

TEST_CASE("A to Z become a to z, and nothing else changes") {
    for (int byte = 0; byte < 256; ++byte) {
        const char c = static_cast<char>(byte);
        const bool upper = std::string_view{"ABCDEFGHIJKLMNOPQRSTUVWXYZ"}.find(c) != std::string_view::npos;
        CHECK(to_lower(c) == (upper ? static_cast<char>(byte + 32) : c));
    }
    CHECK(to_lower("RSU-2 f\u00dcr") == "rsu-2 f\u00dcr");
    CHECK(to_lower("").empty());
}

TEST_CASE("a word stands whole in a text in any case; an accent makes another word, a digit or a mark ends one") {
    constexpr std::array<std::string_view, 2> words{"pay", "bonus"};
    for (const std::string_view text :
         {"pay", "PAY", "My Pay", "pay_2", "2pay", "sick-pay", "pay\u2014later", "x bonus", "\u00d6 pay", "pay\xff"}) {
        INFO(text);
        CHECK(has_word(text, words));
    }
    for (const std::string_view text : {"", "payload", "repay", "p ay", "pay\u00e9", "\u00e9pay", "pa\u0177", "x"}) {
        INFO(text);
        CHECK_FALSE(has_word(text, words));
    }
}
