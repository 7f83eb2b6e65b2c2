#include <string>

#include <offerkit/file/document/document.hpp>
#include <support/catch.hpp>

#include "file/reading.hpp"

using reading::offer;
using reading::with_top;

TEST_CASE("a byte order mark and Windows line ends change nothing, not even columns") {
    const auto outcome = offer(
        "\xEF\xBB\xBF"
        "company = 5\r\ncurrency = \"USD\"\r\nstart = 2026-03-02\r\n[base]\r\nsalary = \"x\"\r\n");
    CHECK(outcome.problems == std::vector<std::string>{"1:11 wrong-type: `company` takes text, not a number",
                                                       "5:10 wrong-type: `salary` takes an amount of money, not text"});
    const auto good = offer(
        "\xEF\xBB\xBF"
        "company = \"A\"\r\ncurrency = \"USD\"\r\nstart = 2026-03-02\r\n[base]\r\nsalary = 1.25\r\n");
    REQUIRE(good.offer);
    CHECK(offerkit::quantity::to_plain(good.offer->base->rate.value) == "1.25");
}

TEST_CASE("columns count characters, not bytes, behind wide and combining letters") {
    const auto outcome = offer(with_top("letter_total = { means = \"東京é\", amount = 1.005 }\n"));
    CHECK(outcome.has("4:26 unknown-word"));
    CHECK(outcome.has("4:42 bad-money"));
}

TEST_CASE("bytes that are not UTF-8 are found at their line and column") {
    CHECK(offer("company = \"A\xC3\"\n").only("1:13 invalid-utf8"));
    CHECK(offer("a = 1\nb = \"\xE6\x9D\xB1\xFF\"").only("2:7 invalid-utf8"));
    CHECK(offer("\xFF\xFE"
                "c")
              .problems == std::vector<std::string>{"1:1 invalid-utf8: the file is UTF-16, not UTF-8"});
}

TEST_CASE("nesting is bounded before any parser recurses into it") {
    const auto nested = [](std::size_t depth) {
        return "a = " + std::string(depth, '[') + std::string(depth, ']') + "\n";
    };
    CHECK(offer(nested(64)).has("1:1 unknown-key"));
    CHECK(offer(nested(65)).only("1:69 too-deep"));
    CHECK(offer(nested(1'000'000)).has("1:69 too-deep"));
    std::string dotted = "a";
    for (int i = 0; i < 1'000'000; ++i) {
        dotted += ".a";
    }
    CHECK(offer(dotted + " = 1").has("1:130 too-deep"));
    // Brackets in texts and comments nest nothing.
    const std::string brackets(200, '[');
    CHECK(offer(with_top("role = \"" + brackets + "\" # " + brackets + "\nlocation = '''" + brackets +
                         "'''\n[[cost]]\namount = 8_000\nname = \"\"\"" + brackets + "\"\"\"\"\"\n"))
              .problems.empty());
}

TEST_CASE("nesting is counted again behind a text or comment, whichever way it ends, and never inside") {
    using offerkit::file::find_too_deep;
    const std::string deep(65, '[');
    for (const std::string text :
         {R"("x")", "'x'", R"("a \" b")", R"('a \')", R"("""x""")", "'''x'''", R"("""a "quoted" b""""")",
          R"("""a\"""")", "'''it's'''''", "\"\"", "''", "\"not closed", "'not closed", "1 # it's \"", "{ a = [1] }"}) {
        CAPTURE(text);
        const std::string before = "role = " + text + "\na = ";
        CHECK(find_too_deep(before + deep) == before.size() + 64);
        CHECK(find_too_deep(before + deep.substr(1)) == std::string::npos);
    }
    for (const std::string& text :
         {"\"" + deep + "\"", "'" + deep + "'", R"("""a "b" )" + deep + "\n" + deep + R"(""")", "'''\n" + deep + "'''",
          R"("\" )" + deep + "\"", "1 # " + deep, "\"\"\"" + deep, "\"" + deep + "\\"}) {
        CAPTURE(text);
        CHECK(find_too_deep("role = " + text) == std::string::npos);
    }
    // Of a key's dots those of one key count, and those of its value; brackets close what they opened, and no more.
    const std::string dots(64, '.');
    CHECK(find_too_deep("a" + dots + " = 1" + dots + "\nb" + dots) == std::string::npos);
    CHECK(find_too_deep("a" + dots + ".") == 65);
    CHECK(find_too_deep("a" + dots + "[b" + dots + "]c" + dots) == std::string::npos);
    CHECK(find_too_deep("]]}" + deep) == 3 + 64);
    CHECK(find_too_deep(std::string(64, '{') + "}{") == std::string::npos);
    CHECK(find_too_deep(std::string(64, '{') + "}{[") == 66);
}

TEST_CASE("a long text may end with quotation marks of its own, and what follows on its line is counted") {
    using offerkit::file::find_too_deep;
    const std::string deep(64, '[');
    for (const std::string text : {R"("""x""")", R"("""x"""")", R"("""x""""")", "'''x'''", "'''x''''", "'''x'''''"}) {
        CAPTURE(text);
        // The bracket before the text is the first of 65.
        const std::string before = "a = [" + text + ", ";
        CHECK(find_too_deep(before + deep) == before.size() + 63);
        CHECK(find_too_deep(before + deep.substr(1)) == std::string::npos);
    }
}

TEST_CASE("a file over 8 MiB is refused, and one just below is read") {
    const std::string comment(8U * 1024U * 1024U - 100U, '#');
    CHECK(offer(with_top(comment)).problems.empty());
    CHECK(offer(std::string(8U * 1024U * 1024U + 1U, '#')).only("0:0 file-too-large"));
}

TEST_CASE("an empty file lacks its three required keys, each placed in line 1") {
    const auto outcome = offer("");
    CHECK(outcome.problems == std::vector<std::string>{"1:1 missing-key: `company` is missing",
                                                       "1:1 missing-key: `currency` is missing",
                                                       "1:1 missing-key: `start` is missing"});
    CHECK(outcome.helps[0] == "add `company = \"Northwind AI\"`");
}

TEST_CASE("a file of exactly 8 MiB is read, its mark at the beginning included") {
    const std::string most = with_top(std::string(8U * 1024U * 1024U - with_top("").size(), '#'));
    REQUIRE(most.size() == 8U * 1024U * 1024U);
    CHECK(offer(most).problems.empty());
    CHECK(offer(most + "#").only("0:0 file-too-large"));
}

TEST_CASE("a broken byte is found behind lines and wide letters") {
    CHECK(offer("a = 1\nb = 2\n\xFF").only("3:1 invalid-utf8"));
    CHECK(offer("\xFF").problems == std::vector<std::string>{"1:1 invalid-utf8: a byte here is not UTF-8"});
    CHECK(offer("\xFE\xFF"
                "c")
              .problems == std::vector<std::string>{"1:1 invalid-utf8: the file is UTF-16, not UTF-8"});
    CHECK(offer("東京\xFF").only("1:3 invalid-utf8"));
}

TEST_CASE("after a broken line the others are read, with their own numbers, whatever ends them") {
    const auto outcome =
        offer("company = \"A\"\r\ncurrency = USD\r\nstart = 2026-03-02\r\n[base]\r\nsalary = \"x\"\r\n");
    CHECK(outcome.problems.size() == 2);
    CHECK(outcome.has("2:12 syntax"));
    CHECK(outcome.has("5:10 wrong-type"));
    // Nothing is called missing, and nothing is shown.
    CHECK_FALSE(outcome.offer);
    CHECK(offer("company = A\ncurrency = B\nstart = C\n").problems.size() == 3);
    CHECK(offer("company = A").only("1:11 syntax"));
}

TEST_CASE("nineteen broken lines are all told, and so is what else is wrong") {
    const auto broken = [](int lines) {
        std::string text = "company = \"A\"\ncurrency = \"USD\"\nstart = 2026-03-02\n";
        for (int i = 0; i < lines; ++i) {
            text += "x" + std::to_string(i) + " = ?\n";
        }
        return offer(text + "[base]\nsalary = -1\n");
    };
    CHECK(broken(19).problems.size() == 20);
    CHECK(broken(19).has("24:10 bad-money"));
    // The twentieth ends the reading.
    CHECK(broken(20).problems.size() == 20);
    CHECK_FALSE(broken(20).has("25:10 bad-money"));
}

TEST_CASE("one byte or bracket is marked where a file cannot be read on from") {
    const auto marked = [](const std::string& text) {
        offerkit::diagnostic::Sources sources;
        offerkit::diagnostic::Diagnostics diagnostics;
        CHECK_FALSE(offerkit::file::read_document("acme.toml", text, sources, diagnostics).has_value());
        REQUIRE(diagnostics.all().size() == 1);
        return diagnostics.all().front().span;
    };
    CHECK(marked("\na = " + std::string(65, '[')) == offerkit::diagnostic::Span{0, 2, 69, 1});
    CHECK(marked("\n\na\xFF") == offerkit::diagnostic::Span{0, 3, 2, 1});
    CHECK(marked(std::string(8U * 1024U * 1024U + 1U, '#')) == offerkit::diagnostic::Span{0, 0, 0, 0});
}
