// An ask in one piece is made of numbers that people say (docs/numbers.md, "What to say").

#include <string>
#include <vector>

#include <offerkit/choice/negotiation/one_piece.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using namespace offerkit::choice::negotiation;
using offers::usd;
using quantity::Money;

namespace {

const std::string head = "company = \"X\"\ncurrency = \"USD\"\nstart = 2026-01-01\n";

// What moves at all does so in the order equity, sign-on, base.
model::NegotiationProfile practice() {
    return {.header = {"negotiation", "p", {}, {}, offers::date(2021, 1, 1)}, .settlement = *quantity::Rate::of(1, 2)};
}

/// One offer with its figure, over four years from 2026-01-01.
struct Asking {
    std::vector<model::Offer> offers;
    choice::Comparison comparison;
    Appraiser appraiser;

    explicit Asking(const std::string& text, Metric metric = Metric::average)
        : offers{offers::read(head + text)},
          comparison{offers::compare(offers, offers::valuation())},
          appraiser{offers, 0, comparison, metric} {}

    OnePiece upto(Money amount) { return in_one_piece(amount, offers[0], appraiser, practice()); }
    std::optional<Money> most() { return most_that_can_be_said(offers[0], appraiser, practice()); }
    std::optional<Money> closing(Money more) { return sign_on_for(more, offers[0], appraiser); }
};

std::string salary(const std::string& offered, const std::string& most) {
    return "[base]\nsalary = " + offered + "\n[band]\nbase = { max = " + most + " }\n";
}

}  // namespace

TEST_CASE("a salary is said in thousands, in fives of thousands from 200,000 on, and never above the ceiling") {
    CHECK(Asking{salary("150_000", "163_999")}.most() == usd(163'000));
    CHECK(Asking{salary("150_000", "199_999")}.most() == usd(199'000));
    CHECK(Asking{salary("150_000", "200_000")}.most() == usd(200'000));
    CHECK(Asking{salary("150_000", "204_999")}.most() == usd(200'000));
    // The ceiling itself is no number that people say, and the last below it is less than is offered.
    CHECK(Asking{salary("150_300", "150_900")}.most() == usd(150'300));
    CHECK_FALSE(Asking{"[base]\nsalary = 150_000\n"}.most().has_value());
}

TEST_CASE("pay by the hour is said in whole units, by the day in tens and by the month in hundreds") {
    // 110,900 a year is 55.45 for each of 2,000 hours, 554.50 for each of 200 days and 9,241.67 a month.
    CHECK(Asking{"[base]\nhourly = 50\nhours_per_week = 40\nweeks_per_year = 50\n[band]\nbase = { max = 110_900 }\n"}
              .most() == usd(55 * 2'000));
    CHECK(Asking{"[base]\ndaily = 500\ndays_per_year = 200\n[band]\nbase = { max = 110_900 }\n"}.most() ==
          usd(550 * 200));
    CHECK(Asking{"[base]\nmonthly = 9_000\n[band]\nbase = { max = 110_900 }\n"}.most() == usd(9'200 * 12));
}

TEST_CASE("shares are said with three digits at most below a hundred thousand, and in thousands from there on") {
    const auto most_shares = [](const std::string& most) {
        // At a price of 1 a band of so much money is as many shares; a fourth of them counts in each year.
        Asking asking{
            "[stock]\nprice = 1\n[[grant]]\nquantity = 100\nvesting = { over = \"4 years\", every = \"12 "
            "months\" }\n[band]\nequity = { max = " +
            most + " }\n"};
        return asking.most()->minor() * 4 / 100;
    };
    CHECK(most_shares("999") == 999);
    CHECK(most_shares("1_005") == 1'000);
    CHECK(most_shares("9_999") == 9'990);
    CHECK(most_shares("10_050") == 10'000);
    CHECK(most_shares("99_990") == 99'900);
    CHECK(most_shares("100_900") == 100'000);
}

TEST_CASE("a salary that reaches the amount is said at once, with its rise and its setting") {
    Asking asking{salary("150_000", "170_000")};
    const auto piece = asking.upto(usd(160'000));
    REQUIRE(piece.parts.size() == 1);
    CHECK(piece.together == usd(160'000));
    CHECK(piece.first_alone == usd(160'000));
    CHECK(piece.parts[0].lever == LeverKind::base);
    CHECK(std::get<Money>(piece.parts[0].from) == usd(150'000));
    CHECK(std::get<Money>(piece.parts[0].to) == usd(160'000));
    CHECK(std::get<Money>(piece.parts[0].change) == usd(10'000));
    CHECK(piece.parts[0].rise == *quantity::Rate::of(1, 15));
    CHECK(piece.parts[0].setting == "base.salary=160000");
}

TEST_CASE("what is rounded up would pass the amount, and is rounded down instead") {
    CHECK(Asking{salary("150_000", "170_000")}.upto(usd(160'400)).together == usd(160'000));
    // From 200,000 on in fives of thousands: 205,000 is above 204,000.
    CHECK(Asking{salary("199_500", "207_000")}.upto(usd(204'000)).together == usd(200'000));
    // Down from 151,000 there is only less than what is offered.
    Asking little{salary("150_500", "160_000")};
    CHECK(little.upto(usd(150'800)).parts.empty());
    CHECK(little.upto(usd(150'800)).together == usd(150'500));
    CHECK_FALSE(little.upto(usd(150'800)).first_alone.has_value());
}

TEST_CASE("where rounding up stays at the amount or below, as a whole cent a year may, it is taken") {
    // A sign-on of 19,999.98 is 5,000.00 a year, to the nearest cent, and so is 20,000.
    Asking asking{"[base]\nsalary = 100_000\n[band]\nsign_on = { max = 30_000 }\n"};
    const auto piece = asking.upto(usd(105'000));
    REQUIRE(piece.parts.size() == 1);
    CHECK(std::get<Money>(piece.parts[0].to) == usd(20'000));
}

TEST_CASE("the easiest lever goes to its ceiling before the next, and what is not needed is not asked for") {
    Asking asking{"[base]\nsalary = 150_000\n[band]\nbase = { max = 170_000 }\nsign_on = { max = 20_500 }\n"};
    const auto both = asking.upto(usd(160'000));
    REQUIRE(both.parts.size() == 2);
    CHECK(both.parts[0].lever == LeverKind::sign_on);
    CHECK_FALSE(both.parts[0].rise.has_value());
    CHECK(std::get<Money>(both.parts[0].to) == usd(20'000));
    CHECK(both.first_alone == usd(155'000));
    CHECK(std::get<Money>(both.parts[1].to) == usd(155'000));
    CHECK(both.together == usd(160'000));
    const auto one = asking.upto(usd(154'000));
    REQUIRE(one.parts.size() == 1);
    CHECK(std::get<Money>(one.parts[0].to) == usd(16'000));
    // All of them at their ceilings, where they end before the amount.
    const auto all = asking.upto(usd(400'000));
    CHECK(all.together == usd(175'000));
    CHECK(asking.most() == usd(175'000));
    CHECK(asking.upto(usd(150'000)).parts.empty());
}

TEST_CASE("a lever that does not move the figure, or has no ceiling, is no part") {
    // Nothing vests in the first year.
    Asking later{
        "[base]\nsalary = 150_000\n[stock]\nprice = 10\n[[grant]]\nquantity = 100\nvesting = { over = \"4 "
        "years\", every = \"4 years\" }\n[band]\nbase = { max = 170_000 }\nequity = { max = 90_000 }\n",
        Metric::first_year};
    const auto piece = later.upto(usd(160'000));
    REQUIRE(piece.parts.size() == 1);
    CHECK(piece.parts[0].lever == LeverKind::base);
    CHECK(piece.first_alone == usd(160'000));
    Asking open{"[base]\nsalary = 150_000\n[[sign_on]]\namount = 10_000\n"};
    CHECK(open.upto(usd(200'000)).parts.empty());
}

TEST_CASE("a sign-on that closes a gap is said in thousands, inside its ceiling") {
    Asking asking{"[base]\nsalary = 150_000\n[[sign_on]]\namount = 10_500\n[band]\nsign_on = { max = 30_000 }\n"};
    // 2,000 more a year of four are 8,000; a cent more takes the next thousand; 19,500 are left.
    CHECK(asking.closing(usd(2'000)) == usd(8'000));
    CHECK(asking.closing(usd(2'000) + Money{1, usd(0).currency()}) == usd(9'000));
    CHECK(asking.closing(usd(4'900)) == usd(19'000));
    CHECK_FALSE(asking.closing(usd(0)).has_value());
    CHECK_FALSE(Asking{"[base]\nsalary = 150_000\n"}.closing(usd(2'000)).has_value());
    CHECK_FALSE(Asking{"[base]\nsalary = 150_000\n[band]\nsign_on = { max = 900 }\n"}.closing(usd(100)).has_value());
}
