// What is out of the ordinary in an offer, where more than one page says it.

#include <algorithm>

#include <offerkit/value/review.hpp>
#include <offerkit/value/review_pay.hpp>

#include "support/catch.hpp"
#include "support/leaving.hpp"

using namespace offerkit;
using leaving::head;

namespace {

std::optional<std::int64_t> days_of(const std::string& dates) {
    return value::too_few_days(offers::read(head + dates));
}

std::vector<std::string> warnings_of(const std::string& rest) {
    const std::vector one{offers::read(head + rest)};
    const auto valuation = offers::valuation();
    diagnostic::Diagnostics problems;
    value::review(offers::compare(one, valuation).offers.at(0), valuation, problems);
    std::vector<std::string> texts;
    for (const auto& problem : problems.sorted()) {
        texts.push_back(problem.message);
    }
    return texts;
}

using Codes = std::vector<std::string>;

/// The codes of all that a review as of 2026-01-01 says, behind each ", note" where it is no warning.
Codes codes_of(const std::string& rest) {
    const std::vector one{offers::read(rest.starts_with("company") ? rest : head + rest)};
    const auto valuation = offers::valuation();
    diagnostic::Diagnostics problems;
    value::review(offers::compare(one, valuation).offers.at(0), valuation, problems);
    Codes codes;
    for (const auto& problem : problems.sorted()) {
        codes.push_back(std::string{problem.code} + (problem.severity == diagnostic::Severity::note ? ", note" : ""));
    }
    return codes;
}

const std::string pay = "[base]\nsalary = 100_000\n";

}  // namespace

TEST_CASE("six days to decide are too few, seven are a week, and without both dates nobody can say") {
    CHECK(days_of("received = 2026-01-10\ndecide_by = 2026-01-16\n") == 6);
    CHECK_FALSE(days_of("received = 2026-01-10\ndecide_by = 2026-01-17\n").has_value());
    CHECK(days_of("received = 2026-01-10\ndecide_by = 2026-01-10\n") == 0);
    CHECK_FALSE(days_of("decide_by = 2026-01-10\n").has_value());
    CHECK_FALSE(days_of("received = 2026-01-10\n").has_value());
    const std::string paid = "[base]\nsalary = 100_000\n";
    CHECK(warnings_of("received = 2026-01-10\ndecide_by = 2026-01-11\n" + paid) ==
          std::vector<std::string>{"1 day to decide; a week at least is fair"});
    CHECK(warnings_of("received = 2026-01-10\ndecide_by = 2026-01-17\n" + paid).empty());
}

TEST_CASE("a ban on competing is long from over six months on, in whatever unit") {
    const auto is_long = [](const std::string& ban) {
        return value::is_long_ban(
            offers::read(head + "[leaving]\nnon_compete = \"" + ban + "\"\n").leaving->non_compete->value);
    };
    CHECK_FALSE(is_long("6 months"));
    CHECK(is_long("7 months"));
    CHECK_FALSE(is_long("181 days"));
    CHECK(is_long("182 days"));
    CHECK(is_long("26 weeks"));
}

TEST_CASE("terms about leaving that can change nothing are warned of") {
    const std::string paid = "[base]\nsalary = 100_000\n";
    // Without base pay, that it is missing is said as well.
    CHECK(warnings_of("[leaving]\nseverance = \"3 months\"\n").size() == 2);
    CHECK(warnings_of("[leaving]\nunused_holiday_days = 3\n").size() == 2);
    CHECK(warnings_of(paid + "[leaving]\nseverance = \"3 months\"\nunused_holiday_days = 3\n").empty());
    CHECK(warnings_of(paid + "[leaving]\nnon_compete_pay = \"50%\"\n").size() == 1);
    CHECK(warnings_of(paid + "[leaving]\nnon_compete = \"3 months\"\nnon_compete_pay = \"50%\"\n").empty());
    CHECK(warnings_of(paid + "[[sign_on]]\namount = 5\nclawback = { share = 0 }\n").size() == 1);
}

TEST_CASE("an offer without base pay is warned of, whatever else it grants") {
    const std::string none = "this file states no base pay, so every figure counts none";
    CHECK(warnings_of("") == std::vector<std::string>{"nothing in this file pays anything"});
    CHECK(warnings_of("[[sign_on]]\namount = 5\n") == std::vector<std::string>{none});
    CHECK(warnings_of("[[grant]]\ninstrument = \"cash\"\nvalue = 5\nvesting = \"even-yearly\"\n") ==
          std::vector<std::string>{none});
    CHECK(warnings_of("[base]\nhourly = 50\nhours_per_week = 40\n").empty());
}

TEST_CASE("a portion that was rounded from a simple fraction is warned of, each one, and what is meant is named") {
    const auto of = [](const std::string& first, const std::string& second) {
        std::vector<std::string> meant;
        for (const auto& text : warnings_of(pay +
                                            "[stock]\nprice = 1\nas_of = 2026-01-01\n[[grant]]\nquantity = "
                                            "1_000_000\nvesting = { on = [{ date = 2027-03-01, portion = \"" +
                                            first + "\" }, { date = 2028-03-01, portion = \"" + second + "\" }] }\n")) {
            meant.push_back(text.substr(text.rfind(' ') + 1));
        }
        return meant;
    };
    CHECK(of("33.33%", "66.67%") == Codes{"1/3", "2/3"});
    CHECK(of("16.67%", "83.33%") == Codes{"1/6", "5/6"});
    CHECK(of("14.29%", "85.71%") == Codes{"1/7", "6/7"});
    CHECK(of("11.11%", "88.89%") == Codes{"1/9", "8/9"});
    CHECK(of("8.33%", "91.67%") == Codes{"1/12", "11/12"});
    // What is exact, or a whole number of percent, or near no simple fraction, means itself.
    CHECK(of("1/3", "2/3").empty());
    CHECK(of("33%", "67%").empty());
    CHECK(of("12.5%", "87.5%").empty());
    CHECK(of("0.02%", "99.98%").empty());
    CHECK(of("1/7", "6/7").empty());
    CHECK(of("5/12", "7/12").empty());
}

TEST_CASE("rounded portions of stretches, of cliffs and of refreshers are looked at as well") {
    const std::string stock = "[stock]\nprice = 1\nas_of = 2026-01-01\n";
    const std::string cliff =
        "{ over = \"1 year\", every = \"3 months\", cliff = { after = \"6 months\", portion = "
        "\"33.33%\" } }\n";
    const auto year = [](const std::string& portion, const std::string& more = "") {
        return "[[grant.segment]]\nportion = \"" + portion + "\"\nover = \"1 year\"\nevery = \"3 months\"\n" + more;
    };
    const std::string grant = pay + stock + "[[grant]]\nquantity = 1_000\n";
    CHECK(codes_of(grant + "vesting = " + cliff) == Codes{"repeating-decimal"});
    CHECK(codes_of(pay + stock + "[refresher]\nvalue = 1_000\nvesting = " + cliff) == Codes{"repeating-decimal"});
    CHECK(codes_of(grant + year("33.33%") + year("66.67%")).size() == 2);
    CHECK(codes_of(grant + year("50%", "cliff = { after = \"6 months\", portion = \"33.33%\" }\n") + year("50%"))
              .size() == 1);
}

TEST_CASE("a bonus with a day of payment and no year stated may be of another year than one thinks") {
    const auto bonus = [](const std::string& rest) { return codes_of(pay + "[bonus]\ntarget = \"10%\"\n" + rest); };
    CHECK(bonus("").empty());
    CHECK(bonus("paid = 3\n") == Codes{"employment-years"});
    CHECK(bonus("paid = 3\nyear = \"employment\"\n").empty());
    CHECK(bonus("paid = 3\nyear = \"calendar\"\n").empty());
    CHECK(bonus("year = \"calendar\"\n").empty());
}

TEST_CASE("vesting that starts after the 28th falls on other days in shorter months, unless the plan says which") {
    const auto grant = [](const std::string& start, const std::string& terms) {
        return warnings_of(
            pay + "[stock]\nprice = 1\nas_of = 2026-01-01\n[[grant]]\nquantity = 1_000\nvesting_start = " + start +
            "\n" + terms);
    };
    const std::string months = "vesting = { over = \"1 year\", every = \"1 month\" }\n";
    const auto named = [](const std::string& day) {
        return Codes{"vesting starts on the " + day + ": in shorter months it falls on their last day"};
    };
    CHECK(grant("2026-03-28", months).empty());
    CHECK(grant("2026-03-29", months) == named("29th"));
    CHECK(grant("2026-03-30", months) == named("30th"));
    CHECK(grant("2026-03-31", months) == named("31st"));
    CHECK(grant("2026-03-31", months + "day_of_month = \"last_day_of_month\"\n").empty());
    CHECK(grant("2026-03-15", months + "align = \"03-31\"\nday_of_month = \"vesting_start_day\"\n") == named("31st"));
    CHECK(grant("2026-03-31", "vesting = { over = \"1 year\", every = \"1 year\" }\nalign = \"03-31\"\n").empty());
    CHECK(grant("2026-03-31", "vesting = { over = \"52 weeks\", every = \"1 week\" }\n").empty());
    CHECK(grant("2026-03-31", "vesting = { on = [{ date = 2027-03-31, portion = 1 }] }\n").empty());
}

TEST_CASE("a clawback that can never take anything is warned of, by what takes its effect") {
    const auto sign_on = [](const std::string& rest) { return warnings_of(pay + "[[sign_on]]\n" + rest); };
    CHECK(sign_on("amount = 1_000\nclawback = { within = \"12 months\" }\n").empty());
    CHECK(sign_on("amount = 1_000\n").empty());
    CHECK(sign_on("amount = 0\nclawback = { within = \"12 months\" }\n") ==
          Codes{"nothing is paid, so nothing can be owed back"});
    CHECK(sign_on("amount = 1_000\nclawback = { within = \"0 months\", share = 0 }\n") ==
          Codes{"a clawback within no time owes nothing on any day"});
    // From the first day, 1 March 2026, twelve months end on 1 March 2027.
    const std::string from_start = "amount = 1_000\nclawback = { within = \"12 months\", from = \"start\" }\n";
    CHECK(sign_on(from_start + "on = 2027-02-28\n").empty());
    CHECK(sign_on(from_start + "on = 2027-03-01\n") ==
          Codes{"counted from the start this clawback ends on 2027-03-01, and the first payment comes on 2027-03-01"});
    CHECK(sign_on("amount = 1_000\non = 2027-03-01\nclawback = { within = \"12 months\" }\n").empty());
}

TEST_CASE("a window after leaving is of use to options alone, and where vested ones are kept") {
    const auto grant = [](const std::string& kind, const std::string& rest) {
        return codes_of(pay +
                        "[stock]\nprice = 2\nas_of = 2026-01-01\n[[grant]]\nquantity = 1_000\nvesting = "
                        "\"even-yearly\"\n" +
                        kind + rest);
    };
    const std::string option = "instrument = \"nso\"\nstrike = 1\n";
    const auto window = [](const std::string& reason, const std::string& period) {
        return "[[grant.termination_window]]\nreason = \"" + reason + "\"\nperiod = \"" + period + "\"\n";
    };
    const std::string both = window("any", "3 months") + window("with_cause", "3 months");
    CHECK(grant("instrument = \"rsu\"\n", both) == Codes{"no-effect"});
    CHECK(grant(option, both).empty());
    const std::string taken = option + "forfeits_vested = [\"with_cause\"]\n";
    CHECK(grant(taken, both) == Codes{"no-effect"});
    CHECK(grant(taken, window("any", "3 months")).empty());
    CHECK(grant(taken, window("with_cause", "0 days")).empty());
}

TEST_CASE("a price is old from the day after ninety on, and one that nobody knows is not") {
    const auto price = [](const std::string& as_of, const std::string& rest = "") {
        return codes_of(pay + "[stock]\nprice = 10\nas_of = " + as_of + "\n" + rest);
    };
    CHECK(price("2025-10-03").empty());
    CHECK(price("2025-10-02") == Codes{"old-price"});
}

TEST_CASE("common shares at exactly the preferred price are warned of, in a private company alone") {
    const auto stock = [](const std::string& kind, const std::string& preferred) {
        return codes_of(pay + "[stock]\nkind = \"" + kind +
                        "\"\nprice = 10\nas_of = 2026-01-01\npreferred_price = " + preferred + "\n");
    };
    CHECK(stock("private", "10") == Codes{"preferred-price"});
    CHECK(stock("private", "10.01").empty());
    // A file may not say it of public stock; a program may.
    auto offer = offers::read(head + pay + "[stock]\nprice = 10\nas_of = 2026-01-01\n");
    offer.stock->preferred_price = offer.stock->price.value;
    const std::vector one{offer};
    diagnostic::Diagnostics problems;
    value::review(offers::compare(one, offers::valuation()).offers.at(0), offers::valuation(), problems);
    CHECK(problems.all().empty());
}

TEST_CASE("a profile is old from the day after its second anniversary on") {
    const model::ProfileUse profile{.kind = "vesting", .id = "even", .source = {}, .as_of = offers::date(2024, 1, 1)};
    CHECK_FALSE(value::is_old(profile, offers::date(2026, 1, 1)));
    CHECK(value::is_old(profile, offers::date(2026, 1, 2)));
}

TEST_CASE("a letter that says more than its parts is warned of, one that says less gets a note") {
    const auto letter = [](const std::string& rest) { return codes_of(rest + pay); };
    CHECK(letter("letter_total = { amount = 110_000, means = \"first_year\" }\n") == Codes{"letter-total"});
    CHECK(letter("letter_total = { amount = 90_000, means = \"first_year\" }\n") == Codes{"letter-total, note"});
    // Everything once counts a sign-on of the second year, too.
    const std::string later = pay + "[[sign_on]]\namount = 10_000\nafter = \"1 year\"\n";
    CHECK(codes_of("letter_total = { amount = 110_000, means = \"everything\" }\n" + later).empty());
    CHECK(codes_of("letter_total = { amount = 110_000, means = \"first_year\" }\n" + later) == Codes{"letter-total"});
    const auto texts = warnings_of("letter_total = { amount = 120_000, means = \"everything\" }\n" + later);
    REQUIRE(texts.size() == 1);
    CHECK(texts[0] == "the letter says 120,000 and the parts of `everything` add up to 110,000 USD: 10,000 is missing");
}

TEST_CASE("base pay that is hardly meant is told by its size, in the money of the country") {
    const auto base = [](const std::string& currency, const std::string& text) {
        return codes_of("company = \"Acme\"\ncurrency = \"" + currency + "\"\nstart = 2026-03-01\n[base]\n" + text +
                        "\n");
    };
    CHECK(base("USD", "salary = 0") == Codes{"empty-salary"});
    CHECK(base("USD", "salary = 0\n[[base.change]]\non = 2026-06-01\nsalary = 100_000").empty());
    CHECK(base("USD", "salary = 999.99") == Codes{"small-salary"});
    CHECK(base("USD", "salary = 1_000").empty());
    CHECK(base("USD", "salary = 10_000_000").empty());
    CHECK(base("USD", "salary = 10_000_000.01") == Codes{"large-salary"});
    // A hundred yen are about a dollar, and have no smaller unit.
    CHECK(base("JPY", "salary = 99_999") == Codes{"small-salary"});
    CHECK(base("JPY", "salary = 100_000").empty());
    CHECK(base("JPY", "salary = 1_000_000_000").empty());
    CHECK(base("JPY", "salary = 1_000_000_001") == Codes{"large-salary"});
    // Eighty rupees too, and a rupee has a hundred paise.
    CHECK(base("INR", "salary = 80_000").empty());
    CHECK(base("INR", "salary = 79_999") == Codes{"small-salary"});
    CHECK(base("INR", "salary = 800_000_000.01") == Codes{"large-salary"});
    // What is paid by the hour is looked at by the year: 40 hours of 52 weeks.
    CHECK(base("USD", "hourly = 100_000\nhours_per_week = 40") == Codes{"large-salary"});
    CHECK(base("USD", "hourly = 0.10\nhours_per_week = 40") == Codes{"small-salary"});
}

TEST_CASE("a salary of about what people earn is sound in every currency, and a thousandth of it is small") {
    // How many units a dollar was in 2025, roughly.
    const std::vector<std::pair<std::string, std::int64_t>> about{
        {"EUR", 1},     {"GBP", 1},   {"CHF", 1},     {"AMD", 385}, {"ARS", 1'200}, {"BDT", 120},    {"CLP", 950},
        {"COP", 4'100}, {"CRC", 510}, {"CZK", 22},    {"DKK", 7},   {"EGP", 50},    {"HUF", 350},    {"IDR", 16'400},
        {"ISK", 125},   {"KES", 129}, {"KRW", 1'400}, {"KZT", 520}, {"LKR", 300},   {"MXN", 19},     {"NGN", 1'550},
        {"PHP", 57},    {"PKR", 281}, {"PYG", 7'500}, {"RSD", 104}, {"RUB", 82},    {"SEK", 10},     {"THB", 33},
        {"TRY", 40},    {"TWD", 31},  {"TZS", 2'600}, {"UAH", 41},  {"UGX", 3'650}, {"UZS", 12'600}, {"VND", 26'000}};
    for (const auto& [currency, units] : about) {
        const auto base = [&, code = currency](std::int64_t dollars) {
            return codes_of("company = \"Acme\"\ncurrency = \"" + code +
                            "\"\nstart = 2026-03-01\n[base]\nsalary = " + std::to_string(dollars * units) + "\n");
        };
        INFO(currency);
        CHECK(base(100'000).empty());
        CHECK(base(100) == Codes{"small-salary"});
        CHECK(base(5'000'000).empty());
        CHECK(base(30'000'000) == Codes{"large-salary"});
    }
}

TEST_CASE("a salary is small below a thousand dollars' worth and large beyond ten million, to the unit") {
    // About how many units a dollar is, to one digit; a currency that is not named here counts as one.
    const std::vector<std::pair<std::string, std::int64_t>> worth{
        {"AMD", 400},    {"ARS", 1'000}, {"BDT", 100}, {"CLP", 900},   {"COP", 4'000},  {"CRC", 500},
        {"CZK", 20},     {"DKK", 7},     {"EGP", 50},  {"HUF", 300},   {"IDR", 20'000}, {"INR", 80},
        {"IRR", 50'000}, {"ISK", 100},   {"JPY", 100}, {"KES", 100},   {"KRW", 1'000},  {"KZT", 500},
        {"LBP", 90'000}, {"LKR", 300},   {"MXN", 20},  {"NGN", 1'000}, {"PHP", 60},     {"PKR", 300},
        {"PYG", 7'000},  {"RSD", 100},   {"RUB", 80},  {"SEK", 10},    {"THB", 30},     {"TRY", 40},
        {"TWD", 30},     {"TZS", 2'000}, {"UAH", 40},  {"UGX", 4'000}, {"UZS", 10'000}, {"VND", 20'000},
        {"EUR", 1},      {"CHF", 1},     {"PLN", 1}};
    const auto offer = offers::read("company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-01\n" + pay);
    for (const auto& [code, units] : worth) {
        const auto said = [&, name = code](std::int64_t salary) {
            auto paid = offer;
            paid.currency = *quantity::Currency::of(name);
            paid.base->rate.value = {salary * paid.currency.minor_per_major(), paid.currency};
            diagnostic::Diagnostics problems;
            value::review_amounts(paid, problems);
            return problems.all().empty() ? std::string{} : std::string{problems.all()[0].code};
        };
        INFO(code);
        CHECK(said(1'000 * units).empty());
        CHECK(said(1'000 * units - 1) == "small-salary");
        CHECK(said(10'000'000 * units).empty());
        CHECK(said(10'000'000 * units + 1) == "large-salary");
    }
}

TEST_CASE("a bonus of more than the salary, or of more than three salaries as an amount, is hardly meant") {
    const auto bonus = [](const std::string& text) { return codes_of(pay + "[bonus]\n" + text + "\n"); };
    CHECK(bonus("target = \"100%\"").empty());
    CHECK(bonus("target = \"100.01%\"") == Codes{"large-bonus"});
    CHECK(bonus("amount = 300_000").empty());
    CHECK(bonus("amount = 300_000.01") == Codes{"large-bonus"});
    CHECK(codes_of("[base]\nsalary = 0\n[[base.change]]\non = 2026-06-01\nsalary = 1\n[bonus]\namount = 1\n").empty());
}

TEST_CASE("a day to decide by that has passed is told with the days since") {
    const auto told = [](const std::string& day, const std::string& rest = "") {
        return warnings_of("decide_by = " + day + "\n" + rest + pay);
    };
    CHECK(told("2026-01-01").empty());
    CHECK(told("2025-12-31") == Codes{"the day to decide by passed 1 day before 2026-01-01"});
    CHECK(told("2025-12-30") == Codes{"the day to decide by passed 2 days before 2026-01-01"});
}

TEST_CASE("a first day more than two years ahead is hardly meant, but for the job held now") {
    const auto from = [](const std::string& start, const std::string& kind) {
        return codes_of("company = \"Acme\"\ncurrency = \"USD\"\nkind = \"" + kind + "\"\nstart = " + start + "\n" +
                        pay);
    };
    CHECK(from("2028-01-01", "offer").empty());
    CHECK(from("2028-01-02", "offer") == Codes{"far-start"});
    CHECK(from("2025-01-02", "current").empty());
}

TEST_CASE("whatever pays anything, a file without base pay does not pay nothing") {
    const std::string none = "this file states no base pay, so every figure counts none";
    const std::string stock = "[stock]\nprice = 1\nas_of = 2026-01-01\n";
    for (const std::string& pays : {std::string{"[bonus]\namount = 5\n"}, std::string{"[benefits]\nhealth = 5\n"},
                                    std::string{"[[benefits.other]]\nname = \"Meals\"\namount = 5\n"},
                                    stock + "[refresher]\nvalue = 5\nvesting = { over = \"1 year\" }\n"}) {
        INFO(pays);
        CHECK(warnings_of(pays) == Codes{none});
    }
    CHECK(warnings_of("[benefits]\npto_days = 20\n") == Codes{"nothing in this file pays anything"});
    CHECK(warnings_of("[[cost]]\nname = \"Bus\"\namount = 5\n") == Codes{"nothing in this file pays anything"});
}

TEST_CASE("what to do about an old profile depends on what it is of") {
    const auto help = [](const std::string& kind) {
        auto offer = offers::read(head + pay);
        offer.profiles.push_back({.kind = kind, .id = "x", .source = {}, .as_of = offers::date(2023, 1, 1)});
        const std::vector one{offer};
        diagnostic::Diagnostics problems;
        value::review(offers::compare(one, offers::valuation()).offers.at(0), offers::valuation(), problems);
        REQUIRE(problems.all().size() == 1);
        CHECK(problems.all()[0].message ==
              "the profile " + kind + "/x states a fact of 2023-01-01, over two years old");
        return problems.all()[0].help;
    };
    CHECK(help("ladders") == "check with the company what the level is called today");
    CHECK(help("vesting") == "compare it with your letter, and spell the terms out where they differ");
    CHECK(help("markets") ==
          "check it against something newer; a file of your own can be named by its path, ending in .toml");
}

TEST_CASE("the job held now has no day to decide by that could pass, and severance of a base of nothing is nothing") {
    const auto kind = [](const std::string& word) {
        return codes_of("company = \"Acme\"\ncurrency = \"USD\"\nkind = \"" + word +
                        "\"\nstart = 2025-03-01\ndecide_by = 2025-12-31\n" + pay);
    };
    CHECK(kind("offer") == Codes{"deadline-passed"});
    CHECK(kind("current").empty());
    const auto unpaid = codes_of("[base]\nsalary = 0\n[leaving]\nseverance = \"3 months\"\n");
    CHECK(std::count(unpaid.begin(), unpaid.end(), "no-effect") == 1);
}

TEST_CASE("a salary written in thousands is told in full, other pay by its unit") {
    const auto help = [](const std::string& base) {
        diagnostic::Diagnostics problems;
        value::review_amounts(offers::read(head + "[base]\n" + base), problems);
        REQUIRE(problems.all().size() == 1);
        return problems.all()[0].help;
    };
    CHECK(help("salary = 182\n") == "if thousands are meant, write `salary = 182_000`");
    CHECK(help("salary = 96.5\n") == "if thousands are meant, write `salary = 96_500`");
    const std::string unit = "check its unit: `salary` is for a year, `hourly` for an hour, `daily` for a day";
    CHECK(help("monthly = 10\n") == unit);
    CHECK(help("salary = 182_000_000\n") == "count its digits; a group of three is parted by _, as in 182_000");
    CHECK(help("monthly = 182_000_000\n") == "an amount of a whole year is written as `salary`");
}

TEST_CASE("pay that comes to more in thousands than can be counted is small all the same") {
    auto offer = offers::read(head + pay);
    offer.base->units_per_year = *quantity::Fraction::of(1, 1'000'000'000'000'000);
    offer.base->rate.value = {90'000'000'000'000'000, offer.currency};
    diagnostic::Diagnostics problems;
    value::review_amounts(offer, problems);
    REQUIRE(problems.all().size() == 1);
    CHECK(problems.all()[0].code == "small-salary");
    CHECK(problems.all()[0].help.starts_with("check its unit"));
    // Of what comes to more than can be told nothing is said.
    offer.base->units_per_year = quantity::Fraction{1'000};
    diagnostic::Diagnostics none;
    value::review_amounts(offer, none);
    CHECK(none.all().empty());
}
