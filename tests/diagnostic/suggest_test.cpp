#include <array>
#include <string_view>

#include <offerkit/diagnostic/suggest.hpp>
#include <support/catch.hpp>

using namespace offerkit::diagnostic;

namespace {
constexpr std::array<std::string_view, 6> keys{"salary", "hourly", "start", "vesting_start", "sign_on", "id"};
}

TEST_CASE("a slip is a letter too many, too few, another one, or two swapped") {
    CHECK(slips_between("salary", "salary") == 0);
    CHECK(slips_between("salry", "salary") == 1);
    CHECK(slips_between("sallary", "salary") == 1);
    CHECK(slips_between("selary", "salary") == 1);
    CHECK(slips_between("slaary", "salary") == 1);
    CHECK(slips_between("", "abc") == 3);
}

TEST_CASE("letters' case and hyphens are no slips, because people write both") {
    CHECK(slips_between("Sign-On", "sign_on") == 0);
    CHECK(did_you_mean("Sign-On", keys) == "did you mean `sign_on`?");
}

TEST_CASE("near words come nearest first, and far ones not at all") {
    CHECK(did_you_mean("salry", keys) == "did you mean `salary`?");
    CHECK(did_you_mean("zzzzzz", keys).empty());
    CHECK(did_you_mean("", keys).empty());
    // A word of two letters has no room for a slip of two.
    CHECK(did_you_mean("xy", keys).empty());
}

TEST_CASE("a word that holds another whole is near to it") {
    CHECK(did_you_mean("vest_start", std::array<std::string_view, 2>{"cliff", "start"}) == "did you mean `start`?");
}

TEST_CASE("the same candidate is named once, and long words cost no time") {
    CHECK(did_you_mean("ipoo", std::array<std::string_view, 2>{"ipo", "ipo"}) == "did you mean `ipo`?");
    const std::string long_word(1'000'000, 'a');
    CHECK(did_you_mean(long_word, keys).empty());
}

TEST_CASE("lists of words read like a sentence and are cut where they are long") {
    CHECK(listed(std::array<std::string_view, 1>{"a"}) == "`a`");
    CHECK(listed(std::array<std::string_view, 3>{"a", "b", "c"}) == "`a`, `b` or `c`");
    CHECK(listed(std::array<std::string_view, 3>{"a", "b", "c"}, "and", 2) == "`a`, `b` and 1 more");
}
