#include "support/catch.hpp"

#include <string>
#include <vector>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/diagnostic/text.hpp>

using offerkit::diagnostic::Code;
using offerkit::diagnostic::Diagnostics;
using offerkit::diagnostic::Related;
using offerkit::diagnostic::Severity;
using offerkit::diagnostic::Span;

namespace {

constexpr Code one{"one", "the first kind"};
constexpr Code two{"two", "the second kind"};

std::vector<std::string> messages(const Diagnostics& diagnostics) {
    std::vector<std::string> result;
    for (const auto& diagnostic : diagnostics.sorted()) {
        result.push_back(diagnostic.message);
    }
    return result;
}

}  // namespace

TEST_CASE("problems come in the order of the files, of the lines and of the columns") {
    Diagnostics diagnostics;
    diagnostics.error(one, Span{1, 1, 1, 1}, "second file");
    diagnostics.warning(one, Span{0, 9, 4, 1}, "later column");
    diagnostics.error(two, Span{0, 9, 2, 1}, "earlier column");
    diagnostics.note(one, Span{0, 2, 8, 1}, "earlier line");
    diagnostics.unreadable(one, Span{0, 0, 0, 0}, "whole file");
    CHECK(messages(diagnostics) ==
          std::vector<std::string>{"whole file", "earlier line", "earlier column", "later column", "second file"});
    CHECK(diagnostics.all().front().message == "second file");
}

TEST_CASE("problems of one place keep the order in which they were found, each once") {
    Diagnostics diagnostics;
    const Span place{0, 3, 7, 5};
    diagnostics.error(one, place, "b");
    diagnostics.error(one, place, "a");
    diagnostics.error(one, place, "b");
    diagnostics.error(two, place, "b");
    diagnostics.warning(one, place, "b");
    diagnostics.error(one, Span{0, 3, 7, 6}, "b");
    diagnostics.error(one, Span{0, 4, 7, 5}, "b");
    CHECK(messages(diagnostics) == std::vector<std::string>{"b", "a", "b", "b", "b", "b"});
    CHECK(diagnostics.all().size() == 7);
}

TEST_CASE("errors and unreadable files stop a result; warnings and notes do not") {
    Diagnostics diagnostics;
    CHECK_FALSE(diagnostics.has_errors());
    diagnostics.warning(one, {}, "w");
    diagnostics.note(one, {}, "n");
    CHECK_FALSE(diagnostics.has_errors());
    CHECK_FALSE(diagnostics.has_unreadable());
    diagnostics.error(one, {}, "e");
    CHECK(diagnostics.has_errors());
    CHECK_FALSE(diagnostics.has_unreadable());
    Diagnostics missing;
    missing.unreadable(one, {}, "u");
    CHECK(missing.has_errors());
    CHECK(missing.has_unreadable());
}

TEST_CASE("a problem carries its code, help and the other place it is about") {
    Diagnostics diagnostics;
    diagnostics.error(one, Span{0, 5, 1, 2}, "twice", "rename one", Related{Span{0, 2, 1, 2}, "first here"});
    const auto& found = diagnostics.all().front();
    CHECK(found.severity == Severity::error);
    CHECK(found.code == "one");
    CHECK(found.help == "rename one");
    REQUIRE(found.related.has_value());
    CHECK(found.related->span.line == 2);
    CHECK(to_string(Severity::unreadable) == "error");
    CHECK(to_string(Severity::error) == "error");
    CHECK(to_string(Severity::warning) == "warning");
    CHECK(to_string(Severity::note) == "note");
}

TEST_CASE("a sentence that repeats too long a word loses its middle and no half character") {
    Diagnostics diagnostics;
    std::string word;
    for (int i = 0; i < 10'000; ++i) {
        word += "\u00e9";
    }
    diagnostics.error({"code", "meaning"}, {}, "unknown key `" + word + "` in [base]", "did you mean `" + word + "`?");
    const auto& problem = diagnostics.all().front();
    using offerkit::diagnostic::is_valid_utf8;
    using offerkit::diagnostic::longest_sentence;
    CHECK(problem.message.size() <= longest_sentence + 5);
    CHECK(problem.message.starts_with("unknown key `\u00e9"));
    CHECK(problem.message.ends_with("\u00e9` in [base]"));
    CHECK(is_valid_utf8(problem.message));
    CHECK(is_valid_utf8(problem.help));
    diagnostics.error({"code", "meaning"}, {}, std::string(longest_sentence, 'x'), "");
    CHECK(diagnostics.all().back().message == std::string(longest_sentence, 'x'));
}
