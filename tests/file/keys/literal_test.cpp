#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <offerkit/file/keys/literal.hpp>
#include <offerkit/file/keys/meant.hpp>
#include <support/catch.hpp>

#include "file/reading.hpp"

using namespace offerkit;
using file::Node;
using model::Accepts;
using model::Field;

namespace {

Node value(const std::string& text) {
    auto node = file::parse_toml_value(text, {});
    REQUIRE(node);
    return *node;
}

Field field(Accepts accepts) {
    Field made{.key = "key", .accepts = accepts};
    return made;
}

std::string rate(const std::string& text, Accepts accepts = Accepts::rate) {
    const auto read = file::literal::rate(value(text), field(accepts));
    return read ? quantity::to_ratio(*read) : read.error().help.empty() ? read.error().message : read.error().help;
}

std::string money(const std::string& text, std::string_view currency = "USD") {
    const auto read = file::literal::money(value(text), field(Accepts::money), *quantity::Currency::of(currency));
    return read ? quantity::to_plain(*read) : read.error().message;
}

}  // namespace

TEST_CASE("a rate is exact in each of its four forms (FORMAT: literals)") {
    CHECK(rate("\"15%\"") == "3/20");
    CHECK(rate("\"1/3\"") == "1/3");
    CHECK(rate("\"0.15\"") == "3/20");
    CHECK(rate("0.15") == "3/20");
    CHECK(rate("1") == "1");
    CHECK(rate("\"1\"") == "1");
    CHECK(rate("\"13.2%\"") == "33/250");
    CHECK(rate("\"13.2 %\"") == "33/250");
    CHECK(rate("\"150%\"") == "3/2");
    CHECK(rate("\"4/3\"") == "4/3");
    CHECK(rate("0.10") == "1/10");
}

TEST_CASE("a bare number above 1 is no rate, and the hint writes what was meant") {
    CHECK(rate("15") == "write \"15%\" or 0.15");
    CHECK(rate("12.5") == "write \"12.5%\" or 0.125");
    CHECK(rate("\"15\"") == "write \"15%\" or 0.15");
    CHECK(rate("1.5") == "write \"1.5%\" or \"150%\"");
    CHECK(rate("1.5", Accepts::share) == "write \"1.5%\" or 0.015");
}

TEST_CASE("what is not a rate is refused: words, halves of a form, division by nothing") {
    for (const char* text : {"\"abc\"", "\"%\"", "\"1/0\"", "\"1/\"", "\"/3\"", "\"1/-3\"", "\"1.5/3\"", "\"\"",
                             "\"1e-1\"", "\"1/+3\"", "\"99999999999999999999%\""}) {
        CAPTURE(text);
        CHECK(rate(text) == "write it such as \"15%\", \"1/3\" or 0.15");
    }
    CHECK(rate("1e-1") != "1/10");
    CHECK(rate("nan").find("plain digits") != std::string::npos);
    CHECK(rate("-0.1") == "write it without the minus sign: 0.1");
    CHECK(rate("true") == "`key` takes a rate, not true or false");
}

TEST_CASE("shares stop at 100% and growth stays above -100%") {
    CHECK(rate("\"100%\"", Accepts::share) == "1");
    CHECK(rate("\"100.01%\"", Accepts::share) == "it is a part of a whole, and all of it is \"100%\"");
    CHECK(rate("-0.5", Accepts::growth_rate) == "-1/2");
    CHECK(rate("\"-99.99%\"", Accepts::growth_rate) == "-9999/10000");
    CHECK(rate("\"-100%\"", Accepts::growth_rate) == "nothing is left at -100%");
    CHECK(rate("-1", Accepts::growth_rate) == "nothing is left at -100%");
}

TEST_CASE("money comes from its digits, never through a binary double") {
    CHECK(money("182_000") == "182000");
    CHECK(money("0.29") == "0.29");
    CHECK(money("999999999999.99") == "999999999999.99");
    CHECK(money("1_000_000_000_000") == "1000000000000");
    CHECK(money("170.250") == "170.25");
    CHECK(money("5000", "JPY") == "5000");
    CHECK(money("1.005", "KWD") == "1.005");
}

TEST_CASE("money finer than its currency, negative, absurd or in another notation is refused") {
    CHECK(money("1.005").find("USD has 2 decimals") != std::string::npos);
    CHECK(money("0.5", "JPY").find("JPY has no decimals") != std::string::npos);
    CHECK(money("-1").find("cannot be negative") != std::string::npos);
    CHECK(money("1_000_000_000_001").find("at most") != std::string::npos);
    for (const char* text : {"1e5", "0x1F", "0b11", "0o17", "inf", "nan", "1.5e3"}) {
        CAPTURE(text);
        CHECK(money(text).find("plain digits") != std::string::npos);
    }
    CHECK(money("\"5\"") == "`key` takes an amount of money, not text");
}

TEST_CASE("the hint for an amount in quotation marks is the amount itself") {
    const auto help = [](const std::string& text) {
        return file::literal::wrong_kind(value(text), field(Accepts::money)).help;
    };
    CHECK(help("\"$182,000\"") == "write `key = 182_000`");
    CHECK(help("\"1500.50\"") == "write `key = 1_500.50`");
}

TEST_CASE("counts are whole, within their bounds, and reach numbers of shares beyond a million million") {
    Field shares = field(Accepts::count);
    shares.least = 1;
    shares.most = model::most_shares;
    const auto count = [&](const std::string& text) { return file::literal::count(value(text), shares); };
    CHECK(count("9007199254740993").value() == 9'007'199'254'740'993);
    CHECK(count("5.0").value() == 5);
    CHECK_FALSE(count("5.5").has_value());
    CHECK_FALSE(count("0").has_value());
    CHECK_FALSE(count("-1").has_value());
    CHECK_FALSE(count("1000000000000000000").has_value());
}

TEST_CASE("numbers stay within a million million either way") {
    const auto number = [](const std::string& text) {
        return file::literal::number(value(text), field(Accepts::number));
    };
    CHECK(number("-1_000_000_000_000").value() == quantity::Fraction{-1'000'000'000'000});
    CHECK_FALSE(number("1_000_000_000_000.1").has_value());
    CHECK(number("1.08").value() == *quantity::Fraction::of(27, 25));
}

TEST_CASE("dates lie between 1900 and 2999 and carry no time") {
    const auto date = [](const std::string& text) { return file::literal::date(value(text), field(Accepts::date)); };
    CHECK(date("1900-01-01").has_value());
    CHECK(date("2999-12-31").has_value());
    CHECK_FALSE(date("1899-12-31").has_value());
    CHECK_FALSE(date("3000-01-01").has_value());
    CHECK(date("2026-03-02T10:00:00").error().help == "write `key = 2026-03-02`");
    CHECK(date("\"2026-03-02\"").error().help == "write `key = 2026-03-02`, without quotation marks");
    CHECK_FALSE(date("10:00:00").has_value());
}

TEST_CASE("text holds no control characters and at most ten thousand characters") {
    const auto text = [](const std::string& literal) {
        return file::literal::text(value(literal), field(Accepts::text)).has_value();
    };
    CHECK(text("\"Zürich, 東京 👩\u200d🚀\""));
    CHECK_FALSE(text("\"\\u001b[31m\""));
    CHECK_FALSE(text("\"a\\nb\""));
    CHECK_FALSE(text("\"a\\tb\""));
    CHECK_FALSE(text("\"\\u007f\""));
    CHECK_FALSE(text("\"\\u0085\""));
    std::string accents;
    for (int i = 0; i < 10'000; ++i) {
        accents += "é";
    }
    CHECK(text("\"" + accents + "\""));
    CHECK_FALSE(text("\"" + accents + "e\""));
}

TEST_CASE("a currency is one of ISO 4217, and signs are understood in the hint") {
    const auto currency = [](const std::string& text) {
        return file::literal::currency(value(text), field(Accepts::currency));
    };
    CHECK(currency("\"CHF\"").value().code() == "CHF");
    CHECK(currency("\"usd\"").error().help == "did you mean `USD`?");
    CHECK(currency("\"€\"").error().help == "write \"EUR\"");
}

TEST_CASE("every literal that cannot be taken comes with what to write instead") {
    const auto usd = *quantity::Currency::of("USD");
    const auto help = [&](Accepts kind, const std::string& literal) -> std::string {
        Field wanted = field(kind);
        wanted.sample = "\"12 months\"";
        const auto of = [](const auto& read) { return read ? std::string{"it was taken"} : read.error().help; };
        switch (kind) {
            case Accepts::money: return of(file::literal::money(value(literal), wanted, usd));
            case Accepts::price: return of(file::literal::price(value(literal), wanted, usd));
            case Accepts::period: return of(file::literal::period(value(literal), wanted));
            default: return of(file::literal::rate(value(literal), wanted));
        }
    };
    const std::string key = std::string{field(Accepts::money).key};
    CHECK(help(Accepts::money, "-182_000") == "write it without the minus sign: `" + key + " = 182_000`");
    CHECK(help(Accepts::money, "182.345") == "write `" + key + " = 182.35`");
    CHECK(help(Accepts::money, "2_000_000_000_000") == "check the number of its digits");
    CHECK(help(Accepts::price, "-1.5") == "write it without the minus sign: `" + key + " = 1.5`");
    CHECK(help(Accepts::price, "0.12345678901") == "write `" + key + " = 0.123456789`");
    CHECK(help(Accepts::rate, "-0.1") == "write it without the minus sign: 0.1");
    CHECK(help(Accepts::share, "\"120%\"") == "it is a part of a whole, and all of it is \"100%\"");
    const std::vector<std::pair<std::string, std::string>> periods{
        {"4 yrs", "4 years"},   {"4yrs", "4 years"},    {"18mo", "18 months"},      {"1.5 years", "18 months"},
        {"one year", "1 year"}, {"P4Y", "4 years"},     {"2 quarters", "6 months"}, {"90-day", "90 days"},
        {"4 Years", "4 years"}, {"a month", "1 month"}, {"2  weeks", "2 weeks"}};
    for (const auto& [written, meant] : periods) {
        CAPTURE(written);
        CHECK(help(Accepts::period, "\"" + written + "\"") == "write `" + key + " = \"" + meant + "\"`");
    }
    for (const char* unclear :
         {"", "soon", "4", "-3 months", "1.3 months", "99999999999999999999 years", "p", "- year"}) {
        CAPTURE(unclear);
        const std::string told = help(Accepts::period, "\"" + std::string{unclear} + "\"");
        CHECK(told == "write `key = \"12 months\"`");
    }
}

TEST_CASE("a correlation lies between -100% and 100%, both included") {
    CHECK(rate("\"-100%\"", Accepts::correlation) == "-1");
    CHECK(rate("\"100%\"", Accepts::correlation) == "1");
    CHECK(rate("-1", Accepts::correlation) == "-1");
    CHECK(rate("\"-100.01%\"", Accepts::correlation) == "write such as \"55%\"");
    CHECK(rate("\"100.01%\"", Accepts::correlation) == "write such as \"55%\"");
    // Only growth and correlation may be below nothing.
    CHECK(rate("\"-1%\"") == "write it without the minus sign: \"1%\"");
    CHECK(rate("\"-1%\"", Accepts::share) == "write it without the minus sign: \"1%\"");
    CHECK(rate("\"0%\"") == "0");
    CHECK(rate("\"-0.0001%\"", Accepts::growth_rate) == "-1/1000000");
}

TEST_CASE("a rate may be large, and not absurd") {
    CHECK(rate("\"100000000000000%\"") == "1000000000000");
    CHECK(rate("\"100000000000001%\"") == "write it as a percentage, such as \"15%\"");
    CHECK(rate("\"1000000000000/1\"") == "1000000000000");
}

TEST_CASE("a fraction has a whole number above its line, and one above 0 below it") {
    CHECK(rate("\"0/3\"") == "0");
    CHECK(rate("\"2/4\"") == "1/2");
    CHECK(rate("\"1/1\"") == "1");
    for (const char* text : {"\"1/0.5\"", "\"1/0\"", "\"1/-1\"", "\"a/3\"", "\"1/a\"", "\"1//3\""}) {
        CAPTURE(text);
        CHECK(rate(text) == "write it such as \"15%\", \"1/3\" or 0.15");
    }
    // What is clear in another notation is told as it is to be written.
    CHECK(rate("\"15 percent\"") == "write `key = \"15%\"`");
}

TEST_CASE("the hint for a bare number above 1 keeps to what the key can take") {
    CHECK(rate("2.9") == "write \"2.9%\" or \"290%\"");
    CHECK(rate("3") == "write \"3%\" or 0.03");
    CHECK(rate("2.9", Accepts::share) == "write \"2.9%\" or 0.029");
    CHECK(rate("1.01", Accepts::growth_rate) == "write \"1.01%\" or \"101%\"");
}

TEST_CASE("numbers other than digits are refused for every kind of number") {
    const auto usd = *quantity::Currency::of("USD");
    for (const char* text : {"1e2", "1E2", "0xFF", "0b1", "0o7", "inf", "nan"}) {
        CAPTURE(text);
        CHECK(money(text).find("plain digits") != std::string::npos);
        CHECK(rate(text).find("plain digits") + rate(text).find("write") != 2 * std::string::npos);
        CHECK_FALSE(file::literal::number(value(text), field(Accepts::number)).has_value());
        const auto price = file::literal::price(value(text), field(Accepts::price), usd);
        REQUIRE_FALSE(price.has_value());
        CHECK(price.error().message.find("plain digits") != std::string::npos);
    }
    CHECK_FALSE(file::literal::price(value("\"5\""), field(Accepts::price), usd).has_value());
    CHECK(file::literal::price(value("0.0123456789"), field(Accepts::price), usd).has_value());
    CHECK_FALSE(file::literal::price(value("0.01234567891"), field(Accepts::price), usd).has_value());
    // 20 digits are more than can be kept.
    CHECK(money("12345678901.123456789").find("more digits") != std::string::npos);
}

TEST_CASE("a count keeps to the bounds of its key, both included, and the hint cuts what is not whole") {
    Field wanted = field(Accepts::count);
    wanted.least = 2;
    wanted.most = 1'200;
    wanted.sample = "12";
    const auto count = [&](const std::string& text) -> std::string {
        const auto read = file::literal::count(value(text), wanted);
        return read ? std::to_string(*read) : read.error().message + "; " + read.error().help;
    };
    CHECK(count("2") == "2");
    CHECK(count("1_200") == "1200");
    CHECK(count("1") == "`key` must be a whole number from 2 to 1_200; write `key = 12`");
    CHECK(count("1_201") == "`key` must be a whole number from 2 to 1_200; write `key = 12`");
    CHECK(count("1100.9") == "`key` must be a whole number; write 1_100");
}

TEST_CASE("numbers end at a million million, both ways, and both included") {
    const auto number = [](const std::string& text) {
        return file::literal::number(value(text), field(Accepts::number)).has_value();
    };
    CHECK(number("1_000_000_000_000"));
    CHECK(number("-1_000_000_000_000"));
    CHECK_FALSE(number("1_000_000_000_001"));
    CHECK_FALSE(number("-1_000_000_000_001"));
}

TEST_CASE("no text breaks a line or drives a terminal, and every letter beside that may stand in one") {
    const auto holds = [](const std::string& text) {
        const Node node{.kind = file::NodeKind::text, .text = text, .entries = {}};
        return file::literal::text(node, field(Accepts::text)).has_value();
    };
    for (const char control : {'\x01', '\n', '\t', '\x1F', '\x7F'}) {
        CAPTURE(static_cast<int>(control));
        CHECK_FALSE(holds(std::string{"a"} + control));
    }
    CHECK(holds("a b~"));
    // U+0080 to U+009F are controls, U+00A0 is a space; U+2028 and U+2029 part lines and paragraphs, U+2027 and U+202A
    // do not.
    for (const char* text : {"\u0080", "\u009F", "a\u2028", "\u2029a"}) {
        CHECK_FALSE(holds(text));
    }
    for (const char* text : {"\u00A0", "\u00E9", "\u2027", "\u202A", "\u0120"}) {
        CHECK(holds(text));
    }
}

TEST_CASE("a text that a key needs is not empty, and one that it may have can be") {
    Field wanted = field(Accepts::text);
    wanted.sample = "\"Acme\"";
    const auto read = [&](const std::string& text) {
        const Node node{.kind = file::NodeKind::text, .text = text, .entries = {}};
        return file::literal::text(node, wanted);
    };
    CHECK(read("").has_value());
    wanted.required = true;
    CHECK_FALSE(read("").has_value());
    CHECK(read("  ").error().help == "write `key = \"Acme\"`");
    CHECK(read(" a").has_value());
}

TEST_CASE("signs and names of currencies are understood in the hint, and nothing is guessed of others") {
    const auto help = [](const std::string& text) {
        return file::literal::currency(value("\"" + text + "\""), field(Accepts::currency)).error().help;
    };
    CHECK(help("$") == "write \"USD\"");
    CHECK(help("US$") == "write \"USD\"");
    CHECK(help("dollar") == "write \"USD\"");
    CHECK(help("euro") == "write \"EUR\"");
    CHECK(help("£") == "write \"GBP\"");
    CHECK(help("¥") == "write \"JPY\"");
    CHECK(help("") == "write its three letters (ISO 4217), such as \"USD\" or \"EUR\"");
    CHECK(help("doubloons") == "write its three letters (ISO 4217), such as \"USD\" or \"EUR\"");
    CHECK_FALSE(file::literal::currency(value("5"), field(Accepts::currency)).has_value());
}

TEST_CASE("a word is told with the words, numbers and days that its key takes") {
    constexpr std::string_view three[] = {"low", "middle", "high"};
    constexpr std::string_view one[] = {"market"};
    const auto help = [](Field wanted, std::span<const std::string_view> words, const std::string& text) {
        wanted.choices = words;
        wanted.least = 1;
        wanted.most = 12;
        return file::literal::choice(value(text), wanted).error().help;
    };
    CHECK(help(field(Accepts::choice), three, "\"zzzzzz\"") == "it takes one of `low`, `middle` or `high`");
    CHECK(help(field(Accepts::choice), three, "\"midle\"") ==
          "did you mean `middle`? it takes one of `low`, `middle` or `high`");
    CHECK(help(field(Accepts::choice), one, "\"zzzzzz\"") == "it takes `market`");
    CHECK(help(field(Accepts::choice | Accepts::count), one, "\"zzzzzz\"") ==
          "it takes `market`, or a number from 1 to 12");
    CHECK(help(field(Accepts::choice | Accepts::day_of_year), one, "\"zzzzzz\"") ==
          "it takes `market`, or a day such as \"07-01\"");
    Field wanted = field(Accepts::choice);
    wanted.choices = three;
    CHECK(file::literal::choice(value("\"low\""), wanted).value() == 0);
    CHECK(file::literal::choice(value("\"high\""), wanted).value() == 2);
}

TEST_CASE("paid time is counted in weeks where it says weeks") {
    const auto time = [](const std::string& text) {
        return file::literal::paid_time(value("\"" + text + "\""), field(Accepts::period)).value();
    };
    CHECK(time("6 weeks").in_weeks);
    CHECK(time("1 week").in_weeks);
    CHECK_FALSE(time("42 days").in_weeks);
    CHECK_FALSE(time("3 months").in_weeks);
    CHECK_FALSE(file::literal::paid_time(value("\"soon\""), field(Accepts::period)).has_value());
}

TEST_CASE("dates lie in the years 1900 to 2999, and a time of day is none of them") {
    const auto date = [](const std::string& text) { return file::literal::date(value(text), field(Accepts::date)); };
    CHECK(date("1899-12-31").error().message == "`key` lies outside the years 1900 to 2999");
    CHECK(date("3000-01-01").error().message == "`key` lies outside the years 1900 to 2999");
    CHECK(date("2026-03-02T10:00:00").error().message == "`key` is a date without a time of day");
    CHECK(date("10:00:00").error().message.starts_with("`key` takes a date, not "));
}

TEST_CASE("a hint writes an amount with as many decimals as its currency has, rounded half up") {
    const auto help = [](const std::string& text, std::string_view currency) {
        return file::literal::money(value(text), field(Accepts::money), *quantity::Currency::of(currency)).error().help;
    };
    CHECK(help("1.004", "USD") == "write `key = 1`");
    CHECK(help("1.005", "USD") == "write `key = 1.01`");
    CHECK(help("1234.567", "USD") == "write `key = 1_234.57`");
    CHECK(help("0.4", "JPY") == "write `key = 0`");
    CHECK(help("0.5", "JPY") == "write `key = 1`");
    CHECK(help("1.0005", "KWD") == "write `key = 1.001`");
    CHECK(help("1_000_000_000_000.005", "USD") == "check the number of its digits");
}

TEST_CASE("what a key takes is told in words, the last of several behind an or") {
    const auto taken = [](Accepts accepts) {
        const std::string message = file::literal::wrong_kind(value("[]"), field(accepts)).message;
        const std::string_view before = "`key` takes ";
        return message.substr(before.size(), message.find(", not a list") - before.size());
    };
    CHECK(taken(Accepts::text) == "text");
    CHECK(taken(Accepts::rate) == "a rate");
    CHECK(taken(Accepts::choice | Accepts::count) == "a word or a whole number");
    CHECK(taken(Accepts::choice | Accepts::count | Accepts::day_of_year) ==
          "a word, a day of the year or a whole number");
    CHECK(taken(Accepts::profile | Accepts::table) == "the name of a profile or a table");
    CHECK(taken(Accepts::rate | Accepts::pairs) == "a list of pairs");
    CHECK(taken(Accepts::number | Accepts::number_pairs) == "a list of pairs");
}

TEST_CASE("a value fits a key that takes one of the kinds it can be read as, and no other key") {
    constexpr std::string_view words[] = {"low", "high"};
    const std::vector<std::string> all{"5",           "0.5",        "\"15%\"",    "\"1/3\"", "\"4 years\"", "\"02-15\"",
                                       "\"03-3wed\"", "2026-03-02", "\"Acme x\"", "true",    "\"low\"",     "[]"};
    const std::vector<std::string> texts{"\"15%\"",     "\"1/3\"",    "\"4 years\"", "\"02-15\"",
                                         "\"03-3wed\"", "\"Acme x\"", "\"low\""};
    const std::vector<std::string> amounts{"5", "0.5"};
    const std::vector<std::string> rates{"0.5", "\"15%\"", "\"1/3\""};  // 5 without a sign is more than all of it
    const std::vector<std::pair<Accepts, std::vector<std::string>>> kinds{
        {Accepts::money, amounts},
        {Accepts::stock_money, amounts},
        {Accepts::price, amounts},
        {Accepts::number, amounts},
        {Accepts::count, {"5"}},
        {Accepts::rate, rates},
        {Accepts::growth_rate, rates},
        {Accepts::share, rates},
        {Accepts::correlation, rates},
        {Accepts::date, {"2026-03-02"}},
        {Accepts::period, {"\"4 years\""}},
        {Accepts::day_of_year, {"\"02-15\""}},
        {Accepts::vest_day, {"\"02-15\"", "\"03-3wed\""}},
        {Accepts::boolean, {"true"}},
        {Accepts::choice, {"\"low\""}},
        {Accepts::text, texts},
        {Accepts::profile, texts}};
    for (const auto& [kind, fitting] : kinds) {
        Field wanted = field(kind);
        wanted.least = 1;
        wanted.most = 12;
        wanted.choices = words;
        for (const std::string& literal : all) {
            CAPTURE(file::literal::taken(wanted), literal);
            const bool expected = std::find(fitting.begin(), fitting.end(), literal) != fitting.end();
            CHECK(file::literal::fits(value(literal), wanted) == expected);
        }
    }
    // Of two kinds either will do. An amount may be as fine as any currency has it: three decimals.
    CHECK(file::literal::fits(value("\"low\""), field(Accepts::money | Accepts::text)));
    CHECK(file::literal::fits(value("1.005"), field(Accepts::money)));
    CHECK_FALSE(file::literal::fits(value("1.0005"), field(Accepts::money)));
}

TEST_CASE("a value in place of a table is told with all that the table cannot be without") {
    const auto help = [](const std::string& line) { return reading::offer(reading::with_top(line)).helps.at(0); };
    CHECK(help("level = \"L5\"\n").ends_with("or here `level = { ladder = \"google\", name = \"L5\" }`"));
    CHECK(help("level = \"L5\"\n").find("`ladder = \"google\"` and `name = \"L5\"` below it") != std::string::npos);
    // What is suggested is taken.
    const std::string refresher =
        "refresher = { vesting = { over = \"4 years\", every = \"3 months\" }, value = 50_000 }";
    CHECK(help("refresher = 50_000\n").ends_with("or here `" + refresher + "`"));
    CHECK(reading::offer(reading::with_top(refresher + "\n[stock]\nprice = 10\n")).problems.empty());
}
