// What people write, and the one thing they can have meant: known answers, each worked out by hand.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <support/catch.hpp>

#include <offerkit/file/keys/likely.hpp>

namespace likely = offerkit::file::likely;

namespace {

/// What a value written in a file can have meant for a key of this kind: "`a` or `b`", as it is to be written.
std::string meant(const std::string& written, offerkit::model::Accepts accepts, std::string_view sample = {}) {
    const auto node = offerkit::file::parse_toml_value(written, {});
    REQUIRE(node.has_value());
    std::string all;
    for (const std::string& one : likely::values(*node, {.key = "key", .accepts = accepts, .sample = sample})) {
        all += (all.empty() ? "" : " or ") + one;
    }
    return all;
}

using Pairs = std::vector<std::pair<std::string_view, std::string_view>>;

std::string joined(const std::vector<offerkit::calendar::Date>& days) {
    std::string text;
    for (const auto day : days) {
        text += (text.empty() ? "" : " or ") + to_string(day);
    }
    return text;
}

}  // namespace

TEST_CASE("an amount is told whatever stands around it") {
    for (const std::string_view written :
         {"$185,000",          "us$185,000",      "USD 185,000",   "185,000 USD",    "185,000 dollars",
          "185,000 eur",       "chf 185,000",     "185,000 gbp",   "185,000 cad",    "AUD 185,000",
          "sgd 185,000",       "\u20AC185,000",   "\u00A3185,000", "185,000 \u20AC", "185,000 per year",
          "185,000 per annum", "185,000 a year",  "185,000/year",  "185,000/yr",     "185,000 p.a.",
          "185,000 pa",        "$185,000 a year", "  185,000\t",   "$185k a year",   "185k usd"}) {
        CAPTURE(written);
        CHECK(likely::amount(written) == "185_000");
    }
}

TEST_CASE("an amount names its currency twice at most") {
    CHECK(likely::amount("$185,000 USD") == "185_000");
    CHECK(likely::amount("US$ 185,000 a year USD") == "185_000");
    CHECK(likely::amount("$ usd 185,000 eur").empty());
}

TEST_CASE("small numbers are told in words") {
    CHECK(likely::number("two") == "2");
    CHECK(likely::number(" Twelve ") == "12");
    CHECK(likely::amount("$ten a year") == "10");
    CHECK(likely::number("thirteen").empty());
    CHECK(likely::number("a").empty());
    // Where nobody knows the key, it may be a name.
    CHECK(likely::value("One") == "\"One\"");
}

TEST_CASE("thousands and decimals are told apart by their marks") {
    const Pairs known{{"185000", "185_000"},
                      {"1234", "1_234"},
                      {"999", "999"},
                      {"185_000", "185_000"},
                      {"185 000", "185_000"},
                      {"1'234'567", "1_234_567"},
                      {"1,234,567", "1_234_567"},
                      {"1.234.567", "1_234_567"},
                      {"1,234,567.89", "1_234_567.89"},
                      {"1.234.567,89", "1_234_567.89"},
                      {"12,345.6", "12_345.6"},
                      {"1,234", "1_234"},
                      {"1.234", "1_234"},
                      {"1,23", "1.23"},
                      {"1.23", "1.23"},
                      {"1,2345", "1.2345"},
                      {"12.3456", "12.3456"},
                      // A group that is too long, too short or parted in two ways means nothing.
                      {"1234,567", ""},
                      {"12,34", "12.34"},
                      {"1,23,456", ""},
                      {"1,234.567", ""},
                      {"1,234'567", ""},
                      {"1.2.3", ""},
                      {"1,,234", ""},
                      {"5.", ""},
                      {",5", ""},
                      {"", ""},
                      {"a lot", ""},
                      {"12-34", ""}};
    for (const auto& [written, meant] : known) {
        CAPTURE(written);
        CHECK(likely::amount(written) == meant);
    }
    // Of a price three decimals are usual.
    CHECK(likely::amount("1.234", true) == "1.234");
    CHECK(likely::amount("1,234.567", true) == "1_234.567");
    CHECK(likely::amount("1,234", true) == "1_234");
}

TEST_CASE("words and exponents multiply an amount") {
    const Pairs known{{"2k", "2_000"},
                      {"2 thousand", "2_000"},
                      {"2tsd", "2_000"},
                      {"2m", "2_000_000"},
                      {"2 million", "2_000_000"},
                      {"2 mio", "2_000_000"},
                      {"2mn", "2_000_000"},
                      {"2bn", "2_000_000_000"},
                      {"2 billion", "2_000_000_000"},
                      {"1.5m", "1_500_000"},
                      {"1,5k", "1_500"},
                      {"0.5k", "500"},
                      {"1,500k", "1_500_000"},
                      {"1e5", "100_000"},
                      {"1.85E5", "185_000"},
                      {"1e+3", "1_000"},
                      {"1.2345e2", "123.45"},
                      {"1e12", "1_000_000_000_000"},
                      {"1.1e12", ""},
                      {"1000000000000", "1_000_000_000_000"},
                      {"1000000000001", ""},
                      {"1e15", ""},
                      {"1001bn", ""},
                      {"1e100", ""},
                      {"1e-3", ""},
                      {"1e", ""},
                      {"e5", ""},
                      {"1e5k", ""},
                      {"1e99", ""}};
    for (const auto& [written, meant] : known) {
        CAPTURE(written);
        CHECK(likely::amount(written) == meant);
    }
}

TEST_CASE("what is longer than anybody writes is not guessed at") {
    CHECK(likely::amount(std::string(44, ' ') + "185k") == "185_000");
    CHECK(likely::amount(std::string(45, ' ') + "185k").empty());
    CHECK(likely::rate(std::string(45, ' ') + "15%") == "15%");
    CHECK(likely::rate(std::string(46, ' ') + "15%").empty());
    CHECK(likely::period(std::string(41, ' ') + "4 years") == "4 years");
    CHECK(likely::period(std::string(42, ' ') + "4 years").empty());
    CHECK(joined(likely::dates(std::string(37, ' ') + "Dec 9, 2026")) == "2026-12-09");
    CHECK(likely::dates(std::string(38, ' ') + "Dec 9, 2026").empty());
    CHECK(likely::day_of_year(std::string(42, ' ') + "15 Feb") == "02-15");
    CHECK(likely::day_of_year(std::string(43, ' ') + "15 Feb").empty());
}

TEST_CASE("a day is told in every usual order, and as two where it may be either") {
    const Pairs known{{"Dec 9, 2026", "2026-12-09"},
                      {"9 Dec 2026", "2026-12-09"},
                      {"9th of December, 2026", "2026-12-09"},
                      {"the 1st of June 2026", "2026-06-01"},
                      {"June 2nd, 2026", "2026-06-02"},
                      {"3rd June 2026", "2026-06-03"},
                      {"Wednesday, 9 December 2026", "2026-12-09"},
                      {"wed 9 dec 2026", "2026-12-09"},
                      {"2026 Dec 9", "2026-12-09"},
                      {"2026/12/9", "2026-12-09"},
                      {"2026.12.09", "2026-12-09"},
                      {"12/9/2026", "2026-12-09 or 2026-09-12"},
                      {"9.12.2026", "2026-09-12 or 2026-12-09"},
                      {"9.9.2026", "2026-09-09"},
                      {"31.12.2026", "2026-12-31"},
                      {"12/31/2026", "2026-12-31"},
                      {"1 January 1900", "1900-01-01"},
                      {"31 December 1899", ""},
                      {"9 Dec 26", ""},
                      {"9/12/26", ""},
                      {"Dec 2026", ""},
                      {"Dec 9, 2026, noon", ""},
                      {"31 June 2026", ""},
                      {"9 Decem 2026", ""},
                      {"9 De 2026", ""}};
    for (const auto& [written, meant] : known) {
        CAPTURE(written);
        CHECK(joined(likely::dates(written)) == meant);
    }
}

TEST_CASE("every month has its name, whole and short") {
    const std::vector<std::pair<std::string, std::string>> months{
        {"January", "01"},   {"February", "02"}, {"March", "03"},    {"April", "04"},
        {"May", "05"},       {"June", "06"},     {"July", "07"},     {"August", "08"},
        {"September", "09"}, {"October", "10"},  {"November", "11"}, {"December", "12"}};
    for (const auto& [name, number] : months) {
        CAPTURE(name);
        CHECK(likely::day_of_year(name + " 15") == number + "-15");
        CHECK(likely::day_of_year("15 " + name.substr(0, 3)) == number + "-15");
        CHECK(joined(likely::dates("15 " + name + " 2026")) == "2026-" + number + "-15");
    }
    CHECK(likely::day_of_year("15 Sept") == "09-15");
    CHECK(likely::day_of_year("2-15") == "02-15");
    CHECK(likely::day_of_year("Feb 29") == "02-29");
    CHECK(likely::day_of_year("Feb 30").empty());
    CHECK(likely::day_of_year("02-31") == "02-29");
    CHECK(likely::day_of_year("Apr 31") == "04-30");
    CHECK(likely::day_of_year("13-31").empty());
    CHECK(likely::day_of_year("Feb").empty());
    CHECK(likely::day_of_year("13/15").empty());
    CHECK(likely::day_of_year("Feb 15 2026").empty());
}

TEST_CASE("a period is told in units, in words and in short") {
    const Pairs known{{"4 years", "4 years"},
                      {"4 yrs", "4 years"},
                      {"4yr", "4 years"},
                      {"4y", "4 years"},
                      {"P4Y", "4 years"},
                      {"four years", "4 years"},
                      {"4-year", "4 years"},
                      {"4_years", "4 years"},
                      {"1 yr", "1 year"},
                      {"per annum", "1 year"},
                      {"48mo", "48 months"},
                      {"3 mos", "3 months"},
                      {"3 mth", "3 months"},
                      {"3 mnths", "3 months"},
                      {"3 mon", "3 months"},
                      {"3m", "3 months"},
                      {"twelve months", "12 months"},
                      {"zero months", "0 months"},
                      {"a month", "1 month"},
                      {"each month", "1 month"},
                      {"every month", "1 month"},
                      {"an annum", "1 year"},
                      {"month", "1 month"},
                      {"quarter", "3 months"},
                      {"2 quarters", "6 months"},
                      {"4 qtrs", "12 months"},
                      {"1q", "3 months"},
                      {"2 weeks", "2 weeks"},
                      {"2 wks", "2 weeks"},
                      {"2w", "2 weeks"},
                      {"fortnight", "2 weeks"},
                      {"3 fortnights", "6 weeks"},
                      {"90 days", "90 days"},
                      {"90 dys", "90 days"},
                      {"90d", "90 days"},
                      {"1.5 years", "18 months"},
                      {"0.5 years", "6 months"},
                      {"1.5 quarters", ""},
                      {"1.3 years", ""},
                      {"1.5 months", ""},
                      {"1200 months", "1200 months"},
                      {"1201 months", ""},
                      {"-3 months", ""},
                      {"4 ys", ""},
                      {"4 lightyears", ""},
                      {"4", ""},
                      {"", ""},
                      {"some years", ""}};
    for (const auto& [written, meant] : known) {
        CAPTURE(written);
        CHECK(likely::period(written) == meant);
    }
    const Pairs often{{"monthly", "1 month"},       {"quarterly", "3 months"},   {"yearly", "1 year"},
                      {"annually", "1 year"},       {"annual", "1 year"},        {"weekly", "1 week"},
                      {"daily", "1 day"},           {"biweekly", "2 weeks"},     {"bi-weekly", "2 weeks"},
                      {"fortnightly", "2 weeks"},   {"half-yearly", "6 months"}, {"semi-annually", "6 months"},
                      {"semiannually", "6 months"}, {"biannually", "6 months"},  {"half a year", "6 months"},
                      {"half year", "6 months"},    {"immediately", "0 days"},   {"Monthly", "1 month"}};
    for (const auto& [written, meant] : often) {
        CAPTURE(written);
        CHECK(likely::period(written) == meant);
    }
}

TEST_CASE("a second number in a period is not dropped") {
    for (const std::string_view written : {"every 3 months", "4 years 6 months", "4 years and 6 months", "P1Y6M",
                                           "a 3 month", "2 to 3 years", "3 months, 12 in all"}) {
        CAPTURE(written);
        CHECK(likely::period(written).empty());
    }
    CHECK(likely::period("4 years of service") == "4 years");
}

TEST_CASE("a rate without a percent sign is at most the whole") {
    const Pairs known{{"15%", "15%"},
                      {"15 %", "15%"},
                      {"15 percent", "15%"},
                      {"15 per cent", "15%"},
                      {"15 pct", "15%"},
                      {"15,5%", "15.5%"},
                      {"150%", "150%"},
                      {"0,15", "0.15"},
                      {"0.15", "0.15"},
                      {"1", "1"},
                      {"1.01", ""},
                      {"15", ""},
                      {"fifteen", ""},
                      {"", ""},
                      {"%", ""}};
    for (const auto& [written, meant] : known) {
        CAPTURE(written);
        CHECK(likely::rate(written) == meant);
    }
}

TEST_CASE("a value without a key is a date, a truth, an amount, a rate, a period or a text, in this order") {
    const Pairs known{{"\"as it is\"", "\"as it is\""},
                      {"'as it is'", "'as it is'"},
                      {"[1, 2]", "[1, 2]"},
                      {"{ a = 1 }", "{ a = 1 }"},
                      {"true", "true"},
                      {"false", "false"},
                      {"2026-12-09", "2026-12-09"},
                      {"185000", "185000"},
                      {"  7 ", "7"},
                      {"Dec 9, 2026", "2026-12-09"},
                      {"yes", "true"},
                      {"Y", "true"},
                      {"No", "false"},
                      {"$185k", "185_000"},
                      {"15 %", "\"15%\""},
                      {"4 yrs", "\"4 years\""},
                      {"monthly", "\"monthly\""},
                      {"12/9/2026", "\"12/9/2026\""},
                      {"C:\\Acme", "\"C:\\\\Acme\""},
                      {" \t", ""}};
    for (const auto& [written, meant] : known) {
        CAPTURE(written);
        CHECK(likely::value(written) == meant);
    }
}

TEST_CASE("a number is months or years where a period is wanted, the likelier unit first") {
    using offerkit::model::Accepts;
    CHECK(meant("4", Accepts::period) == "\"4 years\" or \"4 months\"");
    // More than ten are months, and so is any number of a key whose example is in months.
    CHECK(meant("10", Accepts::period) == "\"10 years\" or \"10 months\"");
    CHECK(meant("11", Accepts::period) == "\"11 months\" or \"11 years\"");
    CHECK(meant("3", Accepts::period, "\"6 months\"") == "\"3 months\" or \"3 years\"");
    CHECK(meant("1", Accepts::period) == "\"1 year\" or \"1 month\"");
    CHECK(meant("0", Accepts::period) == "\"0 years\" or \"0 months\"");
    CHECK(meant("2.5", Accepts::period).empty());
    CHECK(meant("-1", Accepts::period).empty());
}

TEST_CASE("a value of another kind is told as the key takes it, where it says the same") {
    using offerkit::model::Accepts;
    CHECK(meant("20261209", Accepts::date) == "2026-12-09");
    CHECK(meant("2026129", Accepts::date).empty());
    CHECK(meant("202612091", Accepts::date).empty());
    CHECK(meant("20261309", Accepts::date).empty());
    CHECK(meant("2026-12-09T10:00:00", Accepts::date) == "2026-12-09");
    CHECK(meant("2026-12-09T10:00:00", Accepts::text).empty());
    CHECK(meant("2026-12-09", Accepts::day_of_year) == "\"12-09\"");
    CHECK(meant("2026-12-09", Accepts::vest_day) == "\"12-09\"");
    CHECK(meant("2026-12-09", Accepts::text) == "\"2026-12-09\"");
    CHECK(meant("2026-12-09", Accepts::money).empty());
    CHECK(meant("true", Accepts::text) == "\"true\"");
    CHECK(meant("true", Accepts::money).empty());
    CHECK(meant("10:00:00", Accepts::text).empty());
    CHECK(meant("5", Accepts::text) == "\"5\"");
    CHECK(meant("5", Accepts::profile) == "\"5\"");
    CHECK(meant("5", Accepts::rate).empty());
    CHECK(meant("5", Accepts::text | Accepts::period) == "\"5 years\" or \"5 months\"");
    for (const auto kind : {Accepts::money, Accepts::stock_money, Accepts::price, Accepts::number, Accepts::count}) {
        CHECK(meant("1.85e5", kind) == "185_000");
        CHECK(meant("\"185k\"", kind) == "185_000");
        CHECK(meant("185", kind).empty());
    }
    // Of a price and of a number three decimals are usual, and of an amount they are thousands.
    CHECK(meant("\"1.234\"", Accepts::price) == "1.234");
    CHECK(meant("\"1.234\"", Accepts::number) == "1.234");
    CHECK(meant("\"1.234\"", Accepts::money) == "1_234");
    CHECK(meant("1e3", Accepts::text) == "\"1e3\"");
}

TEST_CASE("a text is told as each kind of value that the key takes") {
    using offerkit::model::Accepts;
    CHECK(meant("\"12/9/2026\"", Accepts::date) == "2026-12-09 or 2026-09-12");
    CHECK(meant("\"Yes\"", Accepts::boolean) == "true");
    CHECK(meant("\"y\"", Accepts::boolean) == "true");
    CHECK(meant("\"no\"", Accepts::boolean) == "false");
    CHECK(meant("\"FALSE\"", Accepts::boolean) == "false");
    CHECK(meant("\"perhaps\"", Accepts::boolean).empty());
    for (const auto kind : {Accepts::rate, Accepts::growth_rate, Accepts::share, Accepts::correlation}) {
        CHECK(meant("\"15 percent\"", kind) == "\"15%\"");
        CHECK(meant("\"much\"", kind).empty());
    }
    CHECK(meant("\"4 yrs\"", Accepts::period) == "\"4 years\"");
    CHECK(meant("\"15 Feb\"", Accepts::day_of_year) == "\"02-15\"");
    CHECK(meant("\"15 Feb\"", Accepts::vest_day) == "\"02-15\"");
    // A weekday of a month keeps its number; of another weekday nobody knows which day is meant.
    CHECK(meant("\"03-3WED\"", Accepts::vest_day) == "\"03-3wed\"");
    for (const std::string weekday : {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}) {
        CAPTURE(weekday);
        CHECK(meant("\"2nd " + weekday + " of March\"", Accepts::vest_day).empty());
    }
    CHECK(meant("\"15 Feb\"", Accepts::text).empty());
    CHECK(meant("\"12 Feb\"", Accepts::day_of_year | Accepts::money) == "\"02-12\"");
}
