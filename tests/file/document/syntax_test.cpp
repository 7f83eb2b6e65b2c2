#include <string>
#include <vector>

#include <support/catch.hpp>

#include "file/reading.hpp"

using reading::offer;
using reading::with_top;

namespace {

/// What is said about a fourth line: message and help.
struct Case {
    const char* line;
    const char* place_and_code;
    const char* message;
    const char* help;
};

}  // namespace

TEST_CASE("a line that is not TOML is explained in words of our own, with what to write instead") {
    const auto known = GENERATE(
        Case{"role = “Engineer”", "4:8 syntax", "quotation marks are straight in TOML", "write `role = \"Engineer\"`"},
        Case{"role = Engineer # x", "4:8 syntax", "a text stands in quotation marks", "write `role = \"Engineer\"`"},
        Case{"role = \"Engineer", "4:8 syntax", "the text is not closed", "end it with \" on the same line"},
        Case{"role = \"a\" \"b\"", "4:8 syntax", "something follows the text on its line",
             "one key and its value stand on one line"},
        Case{"role = \"C:\\users\"", "4:8 syntax", "a backslash in \"...\" begins an escape",
             "write two backslashes, or put the text in '...'"},
        Case{"role: \"Engineer\"", "4:1 syntax", "a key and its value are joined by `=`",
             "write `role = \"Engineer\"`"},
        Case{"role \"Engineer\"", "4:1 syntax", "`=` is missing after `role`", "write `role = \"Engineer\"`"},
        Case{"role", "4:1 syntax", "`role` stands alone", "write a key, `=` and its value; a comment begins with #"},
        Case{"role =", "4:1 syntax", "`role` has no value", "give it one, or take the line out"},
        Case{"my role = 1", "4:1 syntax", "`my role` is not a key", "a key is one word: write `my_role = 1`"},
        Case{"chance = 15%", "4:10 syntax", "a percentage stands in quotation marks", "write `chance = \"15%\"`"},
        Case{"chance = 1/3", "4:10 syntax", "a fraction stands in quotation marks", "write `chance = \"1/3\"`"},
        Case{"align = 02-15", "4:9 syntax", "a day of the year stands in quotation marks", "write `align = \"02-15\"`"},
        Case{"paid = 3-15", "4:8 syntax", "a day of the year stands in quotation marks", "write `paid = \"03-15\"`"},
        Case{"align = 03-3wed", "4:9 syntax", "a day of the year stands in quotation marks",
             "write `align = \"03-3wed\"`"},
        Case{"align = [02-15, \"05-15\", 8-15]", "4:9 syntax", "this list is not valid",
             "write `align = [\"02-15\", \"05-15\", \"08-15\"]`"},
        Case{"yearly = [38%, 62%]", "4:10 syntax", "this list is not valid", "write `yearly = [\"38%\", \"62%\"]`"},
        Case{"x = 4 years", "4:5 syntax", "a period stands in quotation marks", "write `x = \"4 years\"`"},
        Case{"x = 182,000", "4:5 syntax", "an amount is digits alone, without a currency sign, commas or letters",
             "write `x = 182_000`"},
        Case{"x = $95.50", "4:5 syntax", "an amount is digits alone, without a currency sign, commas or letters",
             "write `x = 95.50`"},
        Case{"x = 182k", "4:5 syntax", "an amount is digits alone, without a currency sign, commas or letters",
             "write `x = 182_000`"},
        Case{"x = 99999999999999999999", "4:5 syntax", "this number is too large",
             "an amount is at most 1_000_000_000_000"},
        Case{"x = 007", "4:5 syntax", "a number does not begin with 0",
             "leave out the leading zeros, or put a code in quotation marks"},
        Case{"x = True", "4:5 syntax", "yes is written `true`", "write `x = true`"},
        Case{"x = no", "4:5 syntax", "no is written `false`", "write `x = false`"},
        Case{"end = 2026-02-30", "4:7 bad-date", "`2026-02-30` is not a day of the calendar",
             "that month ends on 2026-02-28"},
        Case{"end = 2026-13-01", "4:7 bad-date", "`2026-13-01` has no such month",
             "a date is written year-month-day, such as 2026-03-02"},
        Case{"end = 2026-3-2", "4:7 bad-date", "a date has two digits for the month and for the day",
             "write 2026-03-02"},
        Case{"end = 02/15/2026", "4:7 bad-date", "a date is written year-month-day", "write `end = 2026-02-15`"},
        Case{"end = 15.02.2026", "4:7 bad-date", "a date is written year-month-day", "write `end = 2026-02-15`"},
        Case{"end = 2.3.2026", "4:7 bad-date", "a date is written year-month-day",
             "write `end = 2026-02-03` or `end = 2026-03-02`"},
        Case{"end = Dec 9, 2026", "4:7 bad-date", "a date is written year-month-day", "write `end = 2026-12-09`"},
        Case{"role: Engineer", "4:1 syntax", "a key and its value are joined by `=`", "write `role = \"Engineer\"`"},
        Case{"base: $185,000 # a year", "4:1 syntax", "a key and its value are joined by `=`",
             "write `base = 185_000`"},
        Case{"company = \"B\"", "4:1 duplicate-key", "`company` is written twice in this table", "keep one of them"},
        Case{"x = { a = 1,", "4:5 syntax", "a table between `{` and `}` ends on the line it begins on",
             "close it on this line, or write it as a [table] of its own"},
        Case{"x = { a = 1, }", "4:5 syntax", "no comma stands before `}`", "take it out"},
        Case{"x = [1, 2", "4:5 syntax", "the list is not closed", "end it with ]"},
        Case{"[grant", "4:1 syntax", "a table header is a name in brackets",
             "write [name], or [[name]] where there may be several"},
        Case{"x = %", "4:5 syntax", "`%` is not a value",
             "a number is digits, a text stands in quotation marks, a date is such as 2026-03-02"},
        Case{"x = 2026--2", "4:5 syntax", "`2026--2` is not a value",
             "a number is digits, a text stands in quotation marks, a date is such as 2026-03-02"},
        Case{"x = 5abc", "4:5 syntax", "`5abc` is not a value",
             "a number is digits, a text stands in quotation marks, a date is such as 2026-03-02"},
        Case{"x = 182K", "4:5 syntax", "an amount is digits alone, without a currency sign, commas or letters",
             "write `x = 182_000`"},
        Case{"x = 182€", "4:5 syntax", "an amount is digits alone, without a currency sign, commas or letters",
             "write `x = 182`"},
        Case{"x = £182", "4:5 syntax", "an amount is digits alone, without a currency sign, commas or letters",
             "write `x = 182`"},
        Case{"x = 182$", "4:5 syntax", "an amount is digits alone, without a currency sign, commas or letters",
             "write `x = 182`"},
        Case{"x = 182 000", "4:5 syntax", "an amount is digits alone, without a currency sign, commas or letters",
             "write `x = 182_000`"},
        Case{"x = $a,b1", "4:5 syntax", "an amount is digits alone, without a currency sign, commas or letters",
             "such as 182_000 or 170.25"},
        Case{"x = 'a", "4:5 syntax", "the text is not closed", "end it with ' on the same line"},
        Case{"x = Yes", "4:5 syntax", "yes is written `true`", "write `x = true`"},
        Case{"x = TRUE", "4:5 syntax", "yes is written `true`", "write `x = true`"},
        Case{"x = yes", "4:5 syntax", "yes is written `true`", "write `x = true`"},
        Case{"x = False", "4:5 syntax", "no is written `false`", "write `x = false`"},
        Case{"x = FALSE", "4:5 syntax", "no is written `false`", "write `x = false`"},
        Case{"x = No", "4:5 syntax", "no is written `false`", "write `x = false`"},
        Case{"x = { a 1 }", "4:5 syntax", "this table between `{` and `}` is not valid",
             "write { key = value, key = value }"},
        Case{"x = [1 2]", "4:5 syntax", "this list is not valid", "write [value, value]"},
        Case{"x = \"a\x01\"", "4:5 syntax", "a text holds no control characters", "take the invisible character out"},
        Case{"x = 2026-02-00", "4:5 bad-date", "`2026-02-00` is not a day of the calendar",
             "that month ends on 2026-02-28"},
        Case{"x = 2026-00-01", "4:5 bad-date", "`2026-00-01` has no such month",
             "a date is written year-month-day, such as 2026-03-02"},
        Case{"x = 1.2.3", "4:5 bad-date", "a date is written year-month-day",
             "such as 2026-03-02, without quotation marks"},
        Case{"my role =", "4:1 syntax", "`my role` is not a key", "a key is one word of letters, digits, _ and -"},
        Case{"role # alone", "4:1 syntax", "`role` stands alone",
             "write a key, `=` and its value; a comment begins with #"},
        Case{"[a.b", "4:1 syntax", "a table header is a name in brackets",
             "write [name], or [[name]] where there may be several"},
        Case{"role\tx", "4:1 syntax", "`=` is missing after `role`", "write `role = \"x\"`"},
        Case{"???", "4:1 syntax", "this is neither a key with its value nor a table header",
             "a comment begins with #"});
    CAPTURE(known.line);
    const auto outcome = offer(with_top(std::string{known.line} + "\n"));
    REQUIRE(outcome.problems.size() == 1);
    CHECK(outcome.problems[0] == std::string{known.place_and_code} + ": " + known.message);
    CHECK(outcome.helps[0] == known.help);
    CHECK_FALSE(outcome.offer);
}

TEST_CASE("a broken line hides no other problem of the file, and nothing is called missing because of it") {
    const auto outcome = offer(
        "company = Acme\ncurrency = \"USD\"\nstart = 2026-02-30\n[base]\nsalary = 182,000\nraise = 3\n[[grant]]\ngate "
        "= \"ipo\"\nquantity = 0\n");
    CHECK(outcome.problems.size() == 5);
    CHECK(outcome.has("1:11 syntax"));
    CHECK(outcome.has("3:9 bad-date"));
    CHECK(outcome.has("5:10 syntax"));
    CHECK(outcome.has("6:9 bad-rate"));
    CHECK(outcome.has("9:12 bad-number"));
}

TEST_CASE("a broken header ends the reading, because its keys would fall to another table") {
    CHECK(offer(with_top("[base\nsalary = 1\n[stock\nprice = x\n")).only("4:1 syntax"));
}

TEST_CASE("a table written twice is a duplicate, and a list that runs on is named as open") {
    CHECK(offer(with_top("[base]\nsalary = 1\n[base]\nraise = 0\n")).only("6:1 duplicate-key"));
    CHECK(offer(with_top("x = [1, 2\nrole = \"a\"\n")).problems ==
          std::vector<std::string>{"5:1 syntax: the list that began above is not closed"});
}

TEST_CASE("a file of nothing but broken lines stops after twenty problems") {
    std::string text;
    for (int i = 0; i < 100; ++i) {
        text += "x" + std::to_string(i) + " = ?\n";
    }
    CHECK(offer(text).problems.size() == 20);
}

namespace {

/// What is said of a value in line 4 behind `x = `: "message; help".
std::string said(const std::string& value) {
    const auto outcome = offer(with_top("x = " + value + "\n"));
    CAPTURE(value, outcome.problems);
    REQUIRE(outcome.problems.size() == 1);
    const std::string& problem = outcome.problems[0];
    return problem.substr(problem.find(": ") + 2) + "; " + outcome.helps[0];
}

/// The help for a value that is told as an amount, a period, a date or whatever else.
std::string helped(const std::string& value, const std::string& message) {
    const std::string all = said(value);
    CAPTURE(value, all);
    REQUIRE(all.starts_with(message + "; "));
    return all.substr(message.size() + 2);
}

}  // namespace

TEST_CASE("quotation marks of letters are made straight, single ones as well") {
    const std::string message = "quotation marks are straight in TOML";
    CHECK(helped("\u201CA\u201D", message) == "write `x = \"A\"`");
    CHECK(helped("\u2018A\u2019", message) == "write `x = \"A\"`");
    CHECK(helped("\u201CA", message) == "write `x = \"A`");
    CHECK(helped("A\u201D", message) == "write `x = A\"`");
    CHECK(helped("A \u2018b\u2019 c\u2019", message) == "write `x = A \"b\" c\"`");
}

TEST_CASE("a date that lacks digits, or has too many, is told as the day that it is") {
    const std::string digits = "a date has two digits for the month and for the day";
    CHECK(helped("2026-3-02", digits) == "write 2026-03-02");
    CHECK(helped("2026-03-2", digits) == "write 2026-03-02");
    CHECK(helped("2026-12-9", digits) == "write 2026-12-09");
    CHECK(said("2026-0-01").starts_with("`2026-0-01` has no such month; "));
    CHECK(said("2026-1-32").starts_with("`2026-1-32` is not a day of the calendar; that month ends on 2026-01-31"));
    CHECK(said("2028-02-30") == "`2028-02-30` is not a day of the calendar; that month ends on 2028-02-29");
    CHECK(said("2026-12-32") == "`2026-12-32` is not a day of the calendar; that month ends on 2026-12-31");
    for (const std::string other : {"2026-003-02", "2026-03-002", "226-3-2", "20260-3-2", "2026-3-", "2026-3-2-1"}) {
        CAPTURE(other);
        CHECK(said(other).find("two digits for the month") == std::string::npos);
        CHECK(said(other).find("day of the calendar") == std::string::npos);
    }
}

TEST_CASE("a percentage or a fraction stands in quotation marks, and nothing else is taken for one") {
    CHECK(helped("15 %", "a percentage stands in quotation marks") == "write `x = \"15 %\"`");
    CHECK(helped("-1.5%", "a percentage stands in quotation marks") == "write `x = \"-1.5%\"`");
    CHECK(helped("1/12", "a fraction stands in quotation marks") == "write `x = \"1/12\"`");
    CHECK(said("1/2/3").find("fraction") == std::string::npos);
    CHECK(said("1/x").find("fraction") == std::string::npos);
    CHECK(said("x1%").find("percentage") == std::string::npos);
}

TEST_CASE("an amount is told as digits alone, and a period or a date is no amount") {
    const std::string message = "an amount is digits alone, without a currency sign, commas or letters";
    CHECK(helped("\u20AC182,000", message) == "write `x = 182_000`");
    CHECK(helped("182,5", message) == "write `x = 182.5`");
    CHECK(helped("182 k", message) == "write `x = 182_000`");
    CHECK(helped("1,23,4", message) == "such as 182_000 or 170.25");
    // 32 characters are an amount, and 33 are none.
    CHECK(helped("$" + std::string(25, ' ') + "182,00", message) == "write `x = 182.00`");
    CHECK(said("$" + std::string(26, ' ') + "182,00").find("digits alone") == std::string::npos);
    CHECK(said("$abc").find("digits alone") == std::string::npos);
    CHECK(helped("4 yrs", "a period stands in quotation marks") == "write `x = \"4 years\"`");
    CHECK(helped("90d", "a period stands in quotation marks") == "write `x = \"90 days\"`");
}

TEST_CASE("a day with the name of its month, or of three numbers, is a date however it is written") {
    const std::string message = "a date is written year-month-day";
    CHECK(helped("9 December 2026", message) == "write `x = 2026-12-09`");
    CHECK(helped("2026/12/9", message) == "write `x = 2026-12-09`");
    CHECK(helped("1.1.1", message) == "such as 2026-03-02, without quotation marks");
    CHECK(said("1.2").find("year-month-day") == std::string::npos);
    CHECK(said("1.2.3.4").find("year-month-day") == std::string::npos);
    CHECK(helped("3-31", "a day of the year stands in quotation marks") == "write `x = \"03-31\"`");
}

TEST_CASE("the values of a list are each told as they are to be written, where all of them are clear") {
    const std::string message = "this list is not valid";
    CHECK(helped("[4 years, 90 days]", message) == "write `x = [\"4 years\", \"90 days\"]`");
    CHECK(helped("[abc]", message) == "write `x = [\"abc\"]`");
    CHECK(helped("[\"a\", b]", message) == "write `x = [\"a\", \"b\"]`");
    CHECK(helped("[$1, true]", message) == "write `x = [1, true]`");
    CHECK(helped("[, 38%]", message) == "write [value, value]");
    CHECK(helped("[38%, ]", message) == "write `x = [\"38%\"]`");
    CHECK(helped("[38%, 1 2]", message) == "write [value, value]");
    CHECK(helped("[38%, [62%]]", message) == "write [value, value]");
    CHECK(helped("[38%, { a = 1 }]", message) == "write [value, value]");
    CHECK(helped("[38%, 'a']", message) == "write [value, value]");
    CHECK(helped("[38%, \"a\" b]", message) == "write [value, value]");
    CHECK(said("[38%, \"]").find("\"38%\"") == std::string::npos);
}

TEST_CASE("what follows a text, and what is in it, is told apart from one that is not closed") {
    CHECK(said("\"a\" b") == "something follows the text on its line; one key and its value stand on one line");
    CHECK(said("'a' b") == "something follows the text on its line; one key and its value stand on one line");
    CHECK(said("\"\" b") == "something follows the text on its line; one key and its value stand on one line");
    CHECK(said("\"") == "the text is not closed; end it with \" on the same line");
    CHECK(said("\"a'") == "the text is not closed; end it with \" on the same line");
    CHECK(said("'a\x01'") == "a text holds no control characters; take the invisible character out");
    CHECK(said("\"\\q\"") ==
          "a backslash in \"...\" begins an escape; write two backslashes, or put the text in '...'");
    CHECK(said("\"\\uD800\"").starts_with("a backslash in \"...\" begins an escape; "));
}

TEST_CASE("a word alone is a text, and what is no word is no value") {
    CHECK(helped("abc", "a text stands in quotation marks") == "write `x = \"abc\"`");
    CHECK(helped("Zebra", "a text stands in quotation marks") == "write `x = \"Zebra\"`");
    CHECK(helped("Apple", "a text stands in quotation marks") == "write `x = \"Apple\"`");
    CHECK(helped("zebra", "a text stands in quotation marks") == "write `x = \"zebra\"`");
    CHECK(said("?").starts_with("`?` is not a value; "));
    CHECK(said("@a").starts_with("`@a` is not a value; "));
    CHECK(said("{ a = 1").starts_with("a table between `{` and `}` ends on the line it begins on; "));
    CHECK(said("{ a }").starts_with("this table between `{` and `}` is not valid; "));
}

TEST_CASE("a line that can be left out hides no other mistake") {
    for (const std::string line : {"role: \"Engineer\"", "role \"Engineer\"", "role", "role =", "my role = 1"}) {
        INFO(line);
        const auto outcome = offer(with_top(line + "\ncolour = 5\n"));
        REQUIRE(outcome.problems.size() == 2);
        CHECK(outcome.problems[0].starts_with("4:1 syntax"));
        CHECK(outcome.problems[1].starts_with("5:1 unknown-key"));
    }
}

TEST_CASE("a key is cut at the first `=` outside quotation marks, and its comment is no part of the value") {
    const auto whole = [](const std::string& line) {
        const auto outcome = offer(with_top(line + "\n"));
        CAPTURE(line, outcome.problems);
        REQUIRE(outcome.problems.size() == 1);
        return outcome.problems[0] + "; " + outcome.helps[0];
    };
    CHECK(whole("role = a # \"b\" = c") == "4:8 syntax: a text stands in quotation marks; write `role = \"a\"`");
    CHECK(whole("role = a=b") == "4:8 syntax: a text stands in quotation marks; write `role = \"a=b\"`");
    // Quotation marks make a key of any text.
    CHECK(whole("\"a=b\" = ?").starts_with("4:9 syntax: `?` is not a value"));
    CHECK(whole("'a=b c' = ?").starts_with("4:11 syntax: `?` is not a value"));
    CHECK(whole("'a' b' = ?").starts_with("4:1 syntax: "));
    CHECK(whole("  role = ?").starts_with("4:10 syntax: "));
    CHECK(whole("= 5").starts_with("4:1 syntax: "));
    CHECK(whole("my_role-2.x/y = ?").find("`?` is not a value") != std::string::npos);
    CHECK(whole("my(role) = 5").find("`my(role)` is not a key; a key is one word") != std::string::npos);
    CHECK(whole("the new role = 5").find("a key is one word: write `the_new_role = 5`") != std::string::npos);
}

TEST_CASE("what is open at the end of a file is told on the last line that says something") {
    CHECK(offer(with_top("x = [1, 2\n\n  \n\n")).only("4:5 syntax"));
    CHECK(offer(with_top("x = [1,\n2\n\n\n")).only("5:1 syntax"));
}
