#include "support/catch.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include <rapidcheck.h>

#include <offerkit/diagnostic/source.hpp>

using offerkit::diagnostic::Source;
using offerkit::diagnostic::Sources;

TEST_CASE("lines come without their ends, whichever system wrote them") {
    const Source unix_text{"a.toml", "one\ntwo\n\nfour"};
    CHECK(unix_text.line_count() == 4);
    CHECK(unix_text.line(1) == "one");
    CHECK(unix_text.line(3).empty());
    CHECK(unix_text.line(4) == "four");
    CHECK(unix_text.line(0).empty());
    CHECK(unix_text.line(5).empty());
    const Source windows{"b.toml", "one\r\ntwo\r\n"};
    CHECK(windows.line(1) == "one");
    CHECK(windows.line(2) == "two");
    CHECK(windows.line(3).empty());
    CHECK(Source{"empty", ""}.line_count() == 1);
    CHECK(Source{"empty", ""}.line(1).empty());
}

TEST_CASE("a byte order mark is no part of the text, so columns begin at what was written") {
    const Source source{"notepad.toml",
                        "\xEF\xBB\xBF"
                        "company = \"A\"\r\n"};
    CHECK(source.line(1) == "company = \"A\"");
    CHECK(source.text().starts_with("company"));
    CHECK(source.slice(1, 1, 1, 8) == "company");
    CHECK(source.slice(1, 11, 1, 14) == "\"A\"");
}

TEST_CASE("a slice counts its columns in code points") {
    const Source source{"a.toml",
                        "name = \"\xC3\x89mile \xE6\x9D\xB1\xE4\xBA\xAC \xF0\x9F\x98\x80\" # x\nnext = 15%\n"};
    CHECK(source.slice(1, 8, 1, 20) == "\"\xC3\x89mile \xE6\x9D\xB1\xE4\xBA\xAC \xF0\x9F\x98\x80\"");
    CHECK(source.slice(1, 9, 1, 10) == "\xC3\x89");
    CHECK(source.slice(2, 8, 2, 11) == "15%");
    CHECK(source.slice(2, 8, 2, 8).empty());
    CHECK(source.slice(2, 11, 2, 8).empty());
    CHECK(source.slice(9, 1, 9, 4).empty());
    CHECK(source.slice(2, 8, 9, 1) == "15%\n");
}

TEST_CASE("slices of any text agree with walking through it") {
    support::holds("ASCII, accents, wide letters, long lines", [] {
        const std::vector<std::string> letters{"a", "\n", " ", "\xC3\xA9", "\xE6\x9D\xB1", "\xF0\x9F\x98\x80"};
        // Long enough to pass several of the marks that the source keeps.
        const auto kinds = *rc::gen::inRange<std::size_t>(1, letters.size() + 1);
        const auto length = *rc::gen::inRange<std::size_t>(1, 1'500);
        std::vector<std::string> points;
        std::string text;
        const auto seed = *rc::gen::inRange<std::size_t>(0, 1'000'000'007);
        for (std::size_t i = 0; i < length; ++i) {
            const std::size_t pick = (seed + i * i * 31 + i / 7) % kinds;
            points.push_back(pick == 1 && i % 97 != 0 ? letters[0] : letters[pick]);
            text += points.back();
        }
        const Source source{"any", text};
        std::uint32_t line = 1;
        std::uint32_t column = 1;
        std::string_view rest = source.text();
        for (const auto& point : points) {
            RC_ASSERT(source.slice(line, column, line, column + 1) == point);
            rest.remove_prefix(point.size());
            ++column;
            if (point == "\n") {
                ++line;
                column = 1;
            }
        }
        RC_ASSERT(source.line_count() == line);
    });
}

TEST_CASE("bytes that are not UTF-8 never lead a slice out of the text") {
    support::holds("any bytes at all", [](const std::string& text) {
        const Source source{"hostile", text};
        for (std::uint32_t line = 0; line < 5; ++line) {
            for (std::uint32_t column = 0; column < 20; ++column) {
                const auto slice = source.slice(line, column, line, column + 3);
                RC_ASSERT(slice.size() <= source.text().size());
                RC_ASSERT(source.line(line).size() <= source.text().size());
            }
        }
    });
    CHECK(Source{"x", "\x80\x80"}.slice(1, 1, 1, 3).size() <= 2);
}

TEST_CASE("a line of megabytes is sliced as fast as a short one") {
    std::string text;
    for (int i = 0; i < 400'000; ++i) {
        text += "\xC3\xA9, ";
    }
    const Source source{"long", text};
    const auto begin = std::chrono::steady_clock::now();
    std::size_t bytes = 0;
    for (std::uint32_t i = 0; i < 400'000; ++i) {
        bytes += source.slice(1, 1 + 3 * i, 1, 2 + 3 * i).size();
    }
    CHECK(bytes == 800'000);
    // Walking from the line's start each time takes minutes.
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds{20});
}

TEST_CASE("sources keep their place and their order while more are read") {
    Sources sources;
    const auto first = sources.add("a.toml", "a");
    const Source& kept = sources[first];
    for (int i = 0; i < 1'000; ++i) {
        sources.add("more", "text");
    }
    CHECK(kept.name() == "a.toml");
    CHECK(&kept == &sources[first]);
    CHECK(sources.size() == 1'001);
    CHECK(first == 0);
}
