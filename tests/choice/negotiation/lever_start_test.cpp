// Where a lever begins, which of several things it moves and how far it may go (docs/numbers.md, "Negotiating").

#include <string>
#include <vector>

#include <offerkit/choice/negotiation/asked_grant.hpp>
#include <offerkit/choice/negotiation/lever.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using namespace offerkit::choice::negotiation;
using offers::usd;
using quantity::Money;
using quantity::Rate;
using quantity::Shares;

namespace {

const std::string head = "company = \"X\"\ncurrency = \"USD\"\nstart = 2026-03-02\n";
const std::string salary = "[base]\nsalary = 150_000\n";
const std::string stock = "[stock]\nprice = 10\n";
const std::string vesting = "vesting = { over = \"4 years\", every = \"12 months\" }\n";

struct Asking {
    std::vector<model::Offer> offers;
    choice::Comparison comparison;
    Appraiser appraiser;

    explicit Asking(const std::string& text, std::optional<model::UsualRoom> room = {})
        : offers{offers::read(head + text)},
          comparison{offers::compare(offers, offers::valuation())},
          appraiser{offers, 0, comparison, Metric::average, std::move(room)} {}

    [[nodiscard]] std::optional<Lever> lever(LeverKind kind) const { return Lever::of(kind, offers[0], appraiser); }
    [[nodiscard]] std::string setting(LeverKind kind, std::int64_t steps) const { return lever(kind)->setting(steps); }
};

std::string grant(const std::string& id, const std::string& rest) { return "[[grant]]\nid = \"" + id + "\"\n" + rest; }

}  // namespace

TEST_CASE("base moves in the key that the file writes it in, and a salary is begun where there is none") {
    CHECK(Asking{salary}.setting(LeverKind::base, 100) == "base.salary=150001");
    CHECK(Asking{"[base]\nmonthly = 9_000\n"}.setting(LeverKind::base, 50) == "base.monthly=9000.50");
    CHECK(Asking{"[base]\nhourly = 50\n"}.setting(LeverKind::base, 100) == "base.hourly=51");
    CHECK(Asking{"[base]\ndaily = 500\n"}.setting(LeverKind::base, 100) == "base.daily=501");
    const Asking unpaid{"[bonus]\namount = 5_000\n"};
    CHECK(unpaid.setting(LeverKind::base, 100) == "base.salary=1");
    CHECK(unpaid.lever(LeverKind::base)->is_new());
    CHECK_FALSE(Asking{salary}.lever(LeverKind::base)->is_new());
}

TEST_CASE("a yearly band is reached by the hour when its hours reach it, and leaves no steps where it is passed") {
    const auto cap = [](const std::string& text) { return Asking{text}.lever(LeverKind::base)->cap(); };
    const auto yearly = cap(salary + "[band]\nbase = { max = 160_000 }\n");
    CHECK(std::get<Money>(yearly->amount) == usd(160'000));
    CHECK(yearly->steps == 1'000'000);
    // 2,000 hours: 110,010 are 55.005, of which no more than 55.00 fits.
    const auto hourly =
        cap("[base]\nhourly = 50\nhours_per_week = 40\nweeks_per_year = 50\n[band]\nbase = { max = 110_010 }\n");
    CHECK(std::get<Money>(hourly->amount) == usd(55));
    CHECK(hourly->steps == 500);
    CHECK(cap(salary + "[band]\nbase = { max = 140_000 }\n")->steps == 0);
    CHECK_FALSE(cap(salary).has_value());
    CHECK_FALSE(cap(salary + "[band]\nbase = { min = 140_000 }\n").has_value());
}

TEST_CASE("the bonus that is negotiated is the first that is not paid to everybody") {
    const std::string thirteenth = "[[bonus]]\nname = \"13th\"\ntarget = \"1/12\"\nguaranteed_years = 100\n";
    const std::string own = "[[bonus]]\nname = \"own\"\ntarget = \"10%\"\n";
    CHECK(Asking{salary + thirteenth + own}.setting(LeverKind::bonus, 100) == "bonus[1].target=11%");
    CHECK(Asking{salary + own + thirteenth}.setting(LeverKind::bonus, 100) == "bonus[0].target=11%");
    CHECK(Asking{salary + thirteenth + thirteenth}.setting(LeverKind::bonus, 1).find("bonus[0].target=") == 0);
    const std::string nine = "[[bonus]]\nname = \"n\"\ntarget = \"20%\"\nguaranteed_years = 9\n";
    const std::string ten = "[[bonus]]\nname = \"n\"\ntarget = \"20%\"\nguaranteed_years = 10\n";
    CHECK(Asking{salary + nine + own}.setting(LeverKind::bonus, 100) == "bonus[0].target=21%");
    CHECK(Asking{salary + ten + own}.setting(LeverKind::bonus, 100) == "bonus[1].target=11%");
    CHECK(Asking{salary + own}.setting(LeverKind::bonus, 100) == "bonus.target=11%");
    CHECK(Asking{salary + "[bonus]\namount = 5_000\n"}.setting(LeverKind::bonus, 100) == "bonus.amount=5001");
    CHECK(Asking{salary}.setting(LeverKind::bonus, 100) == "bonus.target=1%");
    CHECK(Asking{salary}.lever(LeverKind::bonus)->is_new());
    // What is no percentage with few digits is a fraction.
    CHECK(Asking{salary + "[bonus]\ntarget = \"1/3\"\n"}.setting(LeverKind::bonus, 0) == "bonus.target=1/3");
}

TEST_CASE("a sign-on that is offered is raised, and beside one of the past another is begun") {
    const std::string paid = "[[sign_on]]\namount = 10_000\n";
    CHECK(Asking{salary + paid}.setting(LeverKind::sign_on, 100) == "sign_on[0].amount=10001");
    const Asking none{salary};
    CHECK(none.setting(LeverKind::sign_on, 100) == "sign_on[0].amount=1");
    CHECK(none.lever(LeverKind::sign_on)->is_new());
    CHECK_FALSE(Asking{salary + paid}.lever(LeverKind::sign_on)->is_new());
    const Asking held{"kind = \"current\"\n" + salary + paid + "on = 2026-03-02\n"};
    CHECK(held.setting(LeverKind::sign_on, 100) == "sign_on[1].amount=1");
    CHECK(held.lever(LeverKind::sign_on)->is_new());
}

TEST_CASE("the grant that is asked about can grow: no shares on fixed dates, and none that hang on a result") {
    const std::string plain = "quantity = 400\n" + vesting;
    const auto asked = [](const std::string& text) { return grant_of(Asking{salary + stock + text}.offers[0]); };
    CHECK(asked(grant("a", plain) + grant("new-hire", plain)) == 1U);
    CHECK(asked(grant("a", plain) + grant("b", plain)) == 0U);
    CHECK_FALSE(asked("").has_value());
    const std::string dated = "quantity = 400\nvesting = { on = [{ date = 2027-03-02, quantity = 400 }] }\n";
    CHECK(asked(grant("a", dated) + grant("b", plain)) == 1U);
    CHECK(asked(grant("b", plain) + grant("new-hire", dated)) == 0U);
    CHECK_FALSE(asked(grant("a", dated)).has_value());
    // Dates with a portion each take any number.
    const std::string portioned = "quantity = 400\nvesting = { on = [{ date = 2027-03-02, portion = \"100%\" }] }\n";
    CHECK(asked(grant("a", portioned) + grant("b", plain)) == 0U);
    const std::string measured = "instrument = \"psu\"\n" + plain +
                                 "[[grant.performance]]\ncurve = [[0, \"0%\"], [10, \"100%\"]]\nexpected = 5\n";
    CHECK(asked(grant("a", measured) + grant("b", plain)) == 1U);
}

TEST_CASE("equity is asked for by the grant's name where a path can say it, else by its place") {
    const std::string plain = "value = 40_000\n" + vesting;
    CHECK(Asking{salary + stock + grant("new-hire", plain)}.setting(LeverKind::equity, 100) ==
          "grant.new-hire.value=40001");
    CHECK(Asking{salary + stock + grant("A_z-0.9", plain)}.setting(LeverKind::equity, 100) == "grant[0].value=40001");
    CHECK(Asking{salary + stock + grant("Az_09", plain)}.setting(LeverKind::equity, 100) == "grant.Az_09.value=40001");
    CHECK(Asking{salary + stock + grant("new-hire", plain)}.setting(LeverKind::equity_shares, 1) ==
          "grant.new-hire.quantity=4001");
    const std::string begun = Asking{salary + stock}.setting(LeverKind::equity_shares, 25);
    CHECK(begun.find("grant[0]={ id = \"new-hire\", quantity = 25, vesting = ") == 0);
}

TEST_CASE("shares in money cost what is just enough to buy them, and need a price and no strike") {
    const Asking odd{salary + "[stock]\nprice = 3.333\n" + grant("g", "quantity = 5\n" + vesting)};
    // 16.665.
    CHECK(std::get<Money>(odd.lever(LeverKind::equity)->at(0)) == Money{1'667, usd(0).currency()});
    CHECK(std::get<Shares>(odd.lever(LeverKind::equity_shares)->at(0)) == Shares{5});
    CHECK_FALSE(Asking{salary}.lever(LeverKind::equity).has_value());
    CHECK_FALSE(Asking{salary}.lever(LeverKind::equity_shares).has_value());
    const Asking option{salary + stock + grant("g", "instrument = \"nso\"\nstrike = 5\nquantity = 400\n" + vesting)};
    CHECK_FALSE(option.lever(LeverKind::equity).has_value());
    CHECK(option.lever(LeverKind::equity_shares).has_value());
    const Asking cash{salary + grant("g", "instrument = \"cash\"\nvalue = 4_000\n" + vesting)};
    CHECK(std::get<Money>(cash.lever(LeverKind::equity)->at(0)) == usd(4'000));
    CHECK_FALSE(cash.lever(LeverKind::equity_shares).has_value());
    CHECK_FALSE(Asking{salary}.lever(LeverKind::level).has_value());
}

TEST_CASE("a band of equity is in money, and in whole shares at the price where the lever is") {
    const std::string band = "[band]\nequity = { max = 6_009 }\n";
    const Asking shares{salary + stock + grant("g", "quantity = 400\n" + vesting) + band};
    CHECK(std::get<Shares>(shares.lever(LeverKind::equity_shares)->cap()->amount) == Shares{600});
    CHECK(shares.lever(LeverKind::equity_shares)->cap()->steps == 200);
    CHECK(std::get<Money>(shares.lever(LeverKind::equity)->cap()->amount) == usd(6'009));
    CHECK(shares.lever(LeverKind::equity)->cap()->steps == 200'900);
    // Of options no band of values says anything.
    const Asking option{salary + stock + grant("g", "instrument = \"nso\"\nstrike = 5\nquantity = 400\n" + vesting) +
                        band};
    CHECK_FALSE(option.lever(LeverKind::equity_shares)->cap().has_value());
    const model::UsualRoom room{.equity = Rate{2}, .source = "R", .as_of = offers::date(2020, 1, 1)};
    // The band goes before what is usual, and what is usual is of what was offered.
    const Asking both{salary + stock + grant("g", "quantity = 400\n" + vesting) + band, room};
    CHECK(std::get<Shares>(both.lever(LeverKind::equity_shares)->cap()->amount) == Shares{600});
    const Asking usual{salary + stock + grant("g", "quantity = 401\n" + vesting), room};
    CHECK(std::get<Shares>(usual.lever(LeverKind::equity_shares)->cap()->amount) == Shares{802});
    CHECK(std::get<Money>(usual.lever(LeverKind::equity)->cap()->amount) == usd(8'020));
    auto edited = usual.offers[0];
    usual.lever(LeverKind::equity_shares)->apply(edited, 100);
    CHECK(Lever::of(LeverKind::equity_shares, edited, usual.appraiser)->cap()->steps == 301);
}

TEST_CASE("what is usual is a share of the base that is offered, rounded down, and of a sign-on of a year's") {
    const model::UsualRoom room{.base = *Rate::of(10'001, 10'000),
                                .sign_on = *Rate::of(1, 3),
                                .source = "R",
                                .as_of = offers::date(2020, 1, 1)};
    // 50.00 x 1.0001 is 50.005; a third of 100,000 is 33,333.33.
    const Asking hourly{"[base]\nhourly = 50\nhours_per_week = 40\nweeks_per_year = 50\n", room};
    CHECK(std::get<Money>(hourly.lever(LeverKind::base)->cap()->amount) == usd(50));
    CHECK(std::get<Money>(hourly.lever(LeverKind::sign_on)->cap()->amount) == Money{33'333'33, usd(0).currency()});
    const Asking unpaid{"[bonus]\namount = 5_000\n", room};
    CHECK_FALSE(unpaid.lever(LeverKind::base)->cap().has_value());
    CHECK_FALSE(unpaid.lever(LeverKind::sign_on)->cap().has_value());
    const Asking banded{salary + "[band]\nbase = { max = 151_000 }\nsign_on = { max = 9_000 }\n", room};
    CHECK(std::get<Money>(banded.lever(LeverKind::base)->cap()->amount) == usd(151'000));
    CHECK(std::get<Money>(banded.lever(LeverKind::sign_on)->cap()->amount) == usd(9'000));
}

TEST_CASE("what moves easily is less stiff than what moves little, rarely or never") {
    using model::Flexibility;
    CHECK(stiffness_of(Flexibility::high) == 0);
    CHECK(stiffness_of(Flexibility::low) == 1);
    CHECK(stiffness_of(Flexibility::rare) == 2);
    CHECK(stiffness_of(Flexibility::none) == 3);
}
