#include <offerkit/render/caret.hpp>

#include "support/catch.hpp"

using namespace offerkit::diagnostic;
using offerkit::render::Screen;
using offerkit::render::to_text;

namespace {

/// The problem `wrong` at a place of a file that holds `text`.
std::string shown(std::string text, Span span, Screen screen = {80, false, true}, std::string help = {}) {
    Sources sources;
    span.source = sources.add("offer.toml", std::move(text));
    return to_text(Diagnostic{Severity::error, "some-code", span, "wrong", std::move(help)}, sources, screen);
}

}  // namespace

TEST_CASE("a problem shows its place, its line, a caret and what to write instead") {
    Sources sources;
    const auto id = sources.add("offer.toml", "company = \"X\"\n\n\n\n\n\n\n\n\n\n[base]\nsalry = 182_000\n");
    const Diagnostic problem{
        Severity::error, "unknown-key", {id, 12, 1, 5}, "unknown key `salry`", "did you mean `salary`?"};
    CHECK(to_text(problem, sources, Screen{}) ==
          "offer.toml:12:1: error: unknown key `salry` [unknown-key]\n"
          "   12 | salry = 182_000\n"
          "      | ^^^^^\n"
          "      = help: did you mean `salary`?\n");
}

TEST_CASE("a problem with a second place shows both, and problems are set apart by a blank line") {
    Sources sources;
    const auto id = sources.add("a.toml", "id = \"x\"\nid = \"x\"\n");
    const std::vector<Diagnostic> problems{
        {Severity::error,
         "duplicate-id",
         {id, 2, 6, 3},
         "two grants are called `x`",
         "rename one",
         Related{{id, 1, 6, 3}, "the first is here"}},
        {Severity::unreadable, "not-readable", {id, 0, 0, 0}, "cannot be read", "look at its permissions"},
        {Severity::warning, "old-price", {id, 1, 0, 0}, "the price is old", ""}};
    CHECK(to_text(problems, sources, Screen{}) ==
          "a.toml:2:6: error: two grants are called `x` [duplicate-id]\n"
          "    2 | id = \"x\"\n"
          "      |      ^^^\n"
          "      = help: rename one\n"
          "a.toml:1:6: note: the first is here\n"
          "    1 | id = \"x\"\n"
          "      |      ---\n"
          "\n"
          "a.toml: error: cannot be read [not-readable]\n"
          "      = help: look at its permissions\n"
          "\n"
          "a.toml:1: warning: the price is old [old-price]\n"
          "    1 | id = \"x\"\n");
}

TEST_CASE("the caret stands under its word behind tabs") {
    CHECK(shown("\tab\tbad = 1\n", {0, 1, 5, 3}) ==
          "offer.toml:1:5: error: wrong [some-code]\n"
          "    1 |     ab  bad = 1\n"
          "      |         ^^^\n");
    CHECK(shown("a\tb\n", {0, 1, 2, 1}) ==
          "offer.toml:1:2: error: wrong [some-code]\n"
          "    1 | a   b\n"
          "      |  ^^^\n");
}

TEST_CASE("the caret stands under its word behind wide and combining characters") {
    CHECK(shown("\"東京\" bad\n", {0, 1, 6, 3}) ==
          "offer.toml:1:6: error: wrong [some-code]\n"
          "    1 | \"東京\" bad\n"
          "      |        ^^^\n");
    CHECK(shown("\"e\u0301\" bad\n", {0, 1, 6, 3}) ==
          "offer.toml:1:6: error: wrong [some-code]\n"
          "    1 | \"e\u0301\" bad\n"
          "      |     ^^^\n");
    CHECK(shown("👨\u200d👩\u200d👧 東\n", {0, 1, 7, 1}) ==
          "offer.toml:1:7: error: wrong [some-code]\n"
          "    1 | 👨\u200d👩\u200d👧 東\n"
          "      |    ^^\n");
}

TEST_CASE("a file from Windows shows neither its byte order mark nor its line ends") {
    CHECK(shown("\xEF\xBB\xBF"
                "bad = 1\r\nx\r\n",
                {0, 1, 1, 3}) ==
          "offer.toml:1:1: error: wrong [some-code]\n"
          "    1 | bad = 1\n"
          "      | ^^^\n");
}

TEST_CASE("dangerous characters in the line are written out and the caret still fits") {
    CHECK(shown("x = \"\x1b[2J\u202e\" bad\n", {0, 1, 13, 3}) ==
          "offer.toml:1:13: error: wrong [some-code]\n"
          "    1 | x = \"\\x1b[2J\\u202e\" bad\n"
          "      |                     ^^^\n");
    CHECK(shown("a\xff bad\n", {0, 1, 4, 3}) ==
          "offer.toml:1:4: error: wrong [some-code]\n"
          "    1 | a\ufffd bad\n"
          "      |    ^^^\n");
}

TEST_CASE("a place where something is missing has its caret just past the line") {
    CHECK(shown("salary =\n", {0, 1, 9, 1}) ==
          "offer.toml:1:9: error: wrong [some-code]\n"
          "    1 | salary =\n"
          "      |         ^\n");
    CHECK(shown("", {0, 1, 1, 0}) ==
          "offer.toml:1:1: error: wrong [some-code]\n"
          "    1 |\n"
          "      | ^\n");
    CHECK(shown("ab\n", {0, 1, 2, 50}) ==  // a place that goes on in further lines ends with the line
          "offer.toml:1:2: error: wrong [some-code]\n"
          "    1 | ab\n"
          "      |  ^\n");
    CHECK(shown("ab\n", {0, 7, 2, 5}) == "offer.toml:7:2: error: wrong [some-code]\n");
}

TEST_CASE("of a very long line the part around the place is shown") {
    const std::string line = std::string(300, 'x') + " bad " + std::string(300, 'y');
    CHECK(shown(line, {0, 1, 302, 3}, {40, false, true}) ==
          "offer.toml:1:302: error: wrong [some-code]\n"
          "    1 | …xxxxxxxxx bad yyyyyyyyyyyyyyyy…\n"
          "      |            ^^^\n");
    CHECK(shown(line, {0, 1, 2, 3}, {40, false, true}) ==
          "offer.toml:1:2: error: wrong [some-code]\n"
          "    1 | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…\n"
          "      |  ^^^\n");
    CHECK(shown(line, {0, 1, 605, 1}, {40, false, true}) ==
          "offer.toml:1:605: error: wrong [some-code]\n"
          "    1 | …yyyyyyyyyyy\n"
          "      |            ^\n");
    CHECK(shown(line, {0, 1, 606, 1}, {40, false, true}) ==
          "offer.toml:1:606: error: wrong [some-code]\n"
          "    1 | …yyyyyyyyyy\n"
          "      |            ^\n");
    const std::string megabytes = std::string(3'000'000, 'x') + "bad" + std::string(3'000'000, '\t');
    CHECK(shown(megabytes, {0, 1, 3'000'001, 3}, {40, false, true}) ==
          "offer.toml:1:3000001: error: wrong [some-code]\n"
          "    1 | …xxxxxxxxxxbad                 …\n"
          "      |            ^^^\n");
}

TEST_CASE("a terminal without UTF-8 gets an excerpt and a caret in ASCII") {
    CHECK(shown("n = \"東\" bad\n", {0, 1, 9, 3}, {80, false, false}) ==
          "offer.toml:1:9: error: wrong [some-code]\n"
          "    1 | n = \"\\u6771\" bad\n"
          "      |              ^^^\n");
}

TEST_CASE("help wraps below itself and names from files are made safe") {
    CHECK(shown("a\n", {0, 1, 1, 1}, {40, false, true}, "write it \x1b[1m with a unit\nor leave it out altogether") ==
          "offer.toml:1:1: error: wrong [some-code]\n"
          "    1 | a\n"
          "      | ^\n"
          "      = help: write it \\x1b[1m with a\n"
          "              unit\n"
          "              or leave it out altogether\n");
}

TEST_CASE("colour adds ink to a problem and changes no text of it") {
    const std::string plain = shown("bad = 1\n", {0, 1, 1, 3}, {80, false, true}, "h");
    const std::string coloured = shown("bad = 1\n", {0, 1, 1, 3}, {80, true, true}, "h");
    CHECK(coloured ==
          "\x1b[1moffer.toml:1:1:\x1b[0m \x1b[1;31merror:\x1b[0m wrong \x1b[2m[some-code]\x1b[0m\n"
          "\x1b[2m    1 |\x1b[0m bad = 1\n"
          "\x1b[2m      |\x1b[0m \x1b[1;31m^^^\x1b[0m\n"
          "\x1b[2m      =\x1b[0m \x1b[32mhelp: \x1b[0mh\n");
    CHECK(plain.find('\x1b') == std::string::npos);
}
