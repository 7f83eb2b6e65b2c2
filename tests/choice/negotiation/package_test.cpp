// What each lever would take, packages of several, and what bounds them (docs/numbers.md, "Negotiating").

#include <algorithm>
#include <string>
#include <vector>

#include <offerkit/choice/negotiation/package.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using namespace offerkit::choice::negotiation;
using model::Flexibility;
using quantity::Money;
using quantity::Rate;

namespace {

const std::string head = "company = \"X\"\ncurrency = \"USD\"\nstart = 2026-01-01\n";
const std::string salary = "[base]\nsalary = 150_000\n";
const std::string stock = "[stock]\nprice = 10\n";
const std::string vesting = "vesting = { over = \"4 years\", every = \"12 months\" }\n";

const quantity::Currency dollar = *quantity::Currency::of("USD");
Money usd(std::int64_t major) { return {major * 100, dollar}; }

// In the order equity, sign-on, base, bonus, as the profile's defaults say.
model::NegotiationProfile practice() {
    return {.header = {"negotiation", "p", {}, {}, offers::date(2021, 1, 1)},
            .settlement = *Rate::of(1, 2),
            .bonus = Flexibility::rare};
}

/// One offer with its figure, over four years from 2026-01-01.
struct Asking {
    std::vector<model::Offer> offers;
    choice::Comparison comparison;
    Appraiser appraiser;

    explicit Asking(const std::string& text, Metric metric = Metric::average, std::optional<model::UsualRoom> room = {})
        : offers{offers::read(head + text)},
          comparison{offers::compare(offers, offers::valuation())},
          appraiser{offers, 0, comparison, metric, std::move(room)} {}

    [[nodiscard]] std::vector<LeverKind> kinds(const model::NegotiationProfile& how = practice()) const {
        return by_ease(offers[0], appraiser, how);
    }
    LeverAnswer answer(LeverKind kind, Money amount) {
        const auto all = answers(Goal::target, amount, offers[0], appraiser, practice());
        const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.lever == kind; });
        REQUIRE(found != all.end());
        return *found;
    }
    Package packed(PackageKind kind, Money amount, const model::NegotiationProfile& how = practice()) {
        return pack(kind, Goal::target, amount, offers[0], appraiser, how);
    }
    [[nodiscard]] std::vector<Ceiling> ceilings() const { return ceilings_of(offers[0], appraiser, practice()); }
};

model::UsualRoom room() {
    return {.base = *Rate::of(11, 10),
            .equity = Rate{2},
            .sign_on = *Rate::of(1, 5),
            .source = "Room",
            .as_of = offers::date(2020, 2, 2)};
}

using Kinds = std::vector<LeverKind>;

}  // namespace

TEST_CASE("equity is asked for once, in the unit that the letter quotes, and never where there is none") {
    using enum LeverKind;
    CHECK(Asking{salary}.kinds() == Kinds{sign_on, base, bonus});
    // A grant that is not there yet is asked for in money.
    CHECK(Asking{salary + stock}.kinds() == Kinds{equity, sign_on, base, bonus});
    CHECK(Asking{salary + stock + "[[grant]]\nvalue = 40_000\n" + vesting}.kinds() ==
          Kinds{equity, sign_on, base, bonus});
    CHECK(Asking{salary + stock + "[[grant]]\nquantity = 400\n" + vesting}.kinds() ==
          Kinds{equity_shares, sign_on, base, bonus});
    // An option has no value in money to ask for.
    CHECK(Asking{salary + stock + "[[grant]]\ninstrument = \"nso\"\nstrike = 5\nquantity = 400\n" + vesting}.kinds() ==
          Kinds{equity_shares, sign_on, base, bonus});
    CHECK(Asking{salary + "[[grant]]\ninstrument = \"cash\"\nvalue = 40_000\n" + vesting}.kinds() ==
          Kinds{equity, sign_on, base, bonus});
    // Of several grants the one of the hire counts, wherever it stands.
    const std::string older = "[[grant]]\nid = \"old\"\nquantity = 400\n" + vesting;
    const std::string hire = "[[grant]]\nid = \"new-hire\"\nvalue = 40_000\n" + vesting;
    CHECK(Asking{salary + stock + older + hire}.kinds().front() == equity);
    CHECK(Asking{salary + stock + older + "[[grant]]\nid = \"b\"\nvalue = 40_000\n" + vesting}.kinds().front() ==
          equity_shares);
}

TEST_CASE("what moves most easily comes first, and what is fixed by policy is not asked for") {
    using enum LeverKind;
    auto how = practice();
    how.sign_on = Flexibility::none;
    how.base = Flexibility::high;
    how.equity = Flexibility::low;
    CHECK(Asking{salary + stock}.kinds(how) == Kinds{base, equity, bonus});
    how.equity = Flexibility::none;
    CHECK(Asking{salary + stock + "[[grant]]\nquantity = 400\n" + vesting}.kinds(how) == Kinds{base, bonus});
    how.base = how.bonus = Flexibility::none;
    Asking asking{salary};
    CHECK(asking.kinds(how).empty());
    const auto package = asking.packed(PackageKind::spread, usd(160'000), how);
    CHECK(package.parts.empty());
    CHECK_FALSE(package.reachable);
    CHECK(package.resulting == usd(150'000));
    // What it would take is told of it all the same, at the end.
    const auto all = answers(Goal::target, usd(160'000), asking.offers[0], asking.appraiser, how);
    REQUIRE(all.size() == 3);
    CHECK(all[0].flexibility == Flexibility::none);
    CHECK(std::get<Money>(*all[1].needed) == usd(10'000));
}

TEST_CASE("a lever alone is enough up to its ceiling and at it, and beyond it says what it would have taken") {
    Asking asking{salary + "[band]\nbase = { max = 160_000 }\n"};
    const auto at = asking.answer(LeverKind::base, usd(160'000));
    CHECK(at.reachable);
    CHECK(at.obstacle == Obstacle::nothing);
    CHECK(at.resulting == usd(160'000));
    CHECK(at.settings == std::vector<std::string>{"base.salary=160000"});
    const auto over = asking.answer(LeverKind::base, usd(160'001));
    CHECK_FALSE(over.reachable);
    CHECK(over.obstacle == Obstacle::over_cap);
    CHECK(std::get<Money>(*over.needed) == usd(10'001));
    CHECK_FALSE(over.is_new);
    const auto open = asking.answer(LeverKind::sign_on, usd(400'000));
    CHECK(open.reachable);
    CHECK(open.is_new);
    CHECK_FALSE(open.cap.has_value());
    // Above its ceiling already, and above the goal: there is nothing to do.
    Asking above{"[base]\nsalary = 170_000\n[band]\nbase = { max = 160_000 }\n"};
    CHECK(above.answer(LeverKind::base, usd(165'000)).reachable);
    CHECK(above.answer(LeverKind::base, usd(165'000)).said.empty());
}

TEST_CASE("a lever that cannot move the figure has no effect, and asks for nothing") {
    Asking later{salary + stock + "[[grant]]\nquantity = 100\nvesting = { over = \"4 years\", every = \"4 years\" }\n",
                 Metric::first_year};
    const auto answer = later.answer(LeverKind::equity_shares, usd(160'000));
    CHECK(answer.obstacle == Obstacle::no_effect);
    CHECK_FALSE(answer.reachable);
    CHECK_FALSE(answer.needed.has_value());
    CHECK(answer.settings.empty());
    CHECK(answer.flexibility == Flexibility::high);
}

TEST_CASE("an amount is said as the next number that people say: thousands from 10,000 on, else whole units") {
    const auto said = [](const std::string& text, LeverKind kind, Money amount) {
        return Asking{text, Metric::first_year}.answer(kind, amount).said;
    };
    const Money cent{1, dollar};
    CHECK(said(salary, LeverKind::base, usd(163'250)) == "base.salary=164000");
    CHECK(said(salary, LeverKind::base, usd(163'000)) == "base.salary=163000");
    CHECK(said(salary, LeverKind::base, usd(201'000)) == "base.salary=205000");
    CHECK(said(salary, LeverKind::sign_on, usd(159'998) + cent) == "sign_on[0].amount=9999");
    CHECK(said(salary, LeverKind::sign_on, usd(160'000) + cent) == "sign_on[0].amount=11000");
    CHECK(said(salary, LeverKind::sign_on, usd(159'123)) == "sign_on[0].amount=9123");
    // Not past the ceiling, but up to it.
    CHECK(said(salary + "[band]\nbase = { max = 163_999 }\n", LeverKind::base, usd(163'250)) == "base.salary=163250");
    CHECK(said(salary + "[band]\nbase = { max = 164_000 }\n", LeverKind::base, usd(163'250)) == "base.salary=164000");
    // A share of base is no money: 10,000 of 150,000 are 6.67%, rounded up to a step of 0.01%.
    CHECK(said(salary, LeverKind::bonus, usd(160'000)) == "bonus.target=6.67%");
}

TEST_CASE("the easiest first, up to its ceiling, or the same part of each") {
    Asking asking{salary + "[band]\nbase = { max = 170_000 }\nsign_on = { max = 20_000 }\n"};
    auto how = practice();
    how.bonus = Flexibility::none;
    const auto first = asking.packed(PackageKind::easiest_first, usd(160'000), how);
    REQUIRE(first.parts.size() == 2);
    CHECK(first.parts[0].lever == LeverKind::sign_on);
    CHECK(first.parts[0].at_cap);
    CHECK(first.parts[0].setting == "sign_on[0].amount=20000");
    CHECK(std::get<Money>(first.parts[0].needed) == usd(20'000));
    CHECK_FALSE(first.parts[1].at_cap);
    CHECK(std::get<Money>(first.parts[1].needed) == usd(5'000));
    CHECK(std::get<Money>(first.parts[1].level) == usd(155'000));
    CHECK(first.reachable);
    CHECK(first.resulting == usd(160'000));
    // 4,000 more: half of it in base, and in a sign-on four times the other half, less the cents that rounding gives.
    const auto spread = asking.packed(PackageKind::spread, usd(154'000), how);
    REQUIRE(spread.parts.size() == 2);
    CHECK(spread.parts[0].lever == LeverKind::sign_on);
    CHECK(std::get<Money>(spread.parts[0].needed) >= usd(7'999));
    CHECK(std::get<Money>(spread.parts[0].needed) <= usd(8'000));
    CHECK(std::get<Money>(spread.parts[1].needed) == usd(2'000));
    CHECK(spread.resulting == usd(154'000));
    // Where the sign-on ends, base takes up what is left: 10,000 a year less the sign-on's 5,000.
    const auto rest = asking.packed(PackageKind::spread, usd(162'000), how);
    REQUIRE(rest.parts.size() == 2);
    CHECK(rest.parts[0].at_cap);
    CHECK(std::get<Money>(rest.parts[1].needed) == usd(7'000));
    CHECK(rest.reachable);
}

TEST_CASE(
    "at the goal already, a package asks for nothing; at every ceiling it reaches the goal exactly or not at all") {
    Asking asking{salary + "[band]\nbase = { max = 170_000 }\n"};
    auto how = practice();
    how.bonus = how.sign_on = Flexibility::none;
    for (const auto kind : {PackageKind::easiest_first, PackageKind::spread}) {
        const auto nothing = asking.packed(kind, usd(150'000), how);
        CHECK(nothing.parts.empty());
        CHECK(nothing.reachable);
        const auto exactly = asking.packed(kind, usd(170'000), how);
        CHECK(exactly.reachable);
        REQUIRE(exactly.parts.size() == 1);
        CHECK_FALSE(exactly.parts[0].at_cap);
        const auto more = asking.packed(kind, usd(170'001), how);
        CHECK_FALSE(more.reachable);
        CHECK(more.parts.at(0).at_cap);
        CHECK(more.resulting == usd(170'000));
    }
    // A lever that stands at its ceiling is no part.
    Asking full{"[base]\nsalary = 170_000\n[band]\nbase = { max = 170_000 }\n"};
    CHECK(full.packed(PackageKind::easiest_first, usd(171'000), how).parts.empty());
}

TEST_CASE("shares that are worth more than their part leave the others less, down to nothing") {
    // A share is 25,000 in each year: the first is more than the 3,000 that are asked for, and base gives its part
    // back.
    Asking asking{salary + "[stock]\nprice = 100_000\n[[grant]]\nquantity = 4\n" + vesting +
                  "[band]\nbase = { max = 170_000 }\n"};
    auto how = practice();
    how.bonus = how.sign_on = Flexibility::none;
    const auto spread = asking.packed(PackageKind::spread, asking.appraiser.figure() + usd(3'000), how);
    REQUIRE(spread.parts.size() == 1);
    CHECK(spread.parts[0].lever == LeverKind::equity_shares);
    CHECK(std::get<quantity::Shares>(spread.parts[0].needed) == quantity::Shares{1});
    CHECK(spread.resulting == asking.appraiser.figure() + usd(25'000));
}

TEST_CASE("10,000 of base is as much in every other lever") {
    Asking asking{salary + stock + "[[grant]]\nquantity = 400\n" + vesting};
    const auto exchange = exchange_of(asking.offers[0], asking.appraiser);
    REQUIRE(exchange.has_value());
    CHECK(exchange->base == usd(10'000));
    CHECK(exchange->worth == usd(10'000));
    REQUIRE(exchange->equals.size() == 4);
    // Over four years 40,000, of which rounding a year's fourth gives two cents; 4,000 shares at 10; 6.67% of 150,000.
    CHECK(std::get<Money>(exchange->equals[0].amount) == Money{39'999'98, dollar});
    CHECK(exchange->equals[2].lever == LeverKind::equity_shares);
    CHECK(std::get<quantity::Shares>(exchange->equals[2].amount) == quantity::Shares{4'000});
    CHECK(std::get<Rate>(exchange->equals[3].amount) == *Rate::of(667, 10'000));
    // By the hour it is what comes nearest to it: 5.00 for each of 2,000 hours, and 4.81 for each of 2,080.
    Asking hourly{"[base]\nhourly = 50\nhours_per_week = 40\nweeks_per_year = 52\n"};
    CHECK(exchange_of(hourly.offers[0], hourly.appraiser)->worth == Money{10'004'80, dollar});
    CHECK(exchange_of(hourly.offers[0], hourly.appraiser)->base == usd(10'000));
    Asking unpaid{"[bonus]\namount = 10_000\n"};
    CHECK_FALSE(exchange_of(unpaid.offers[0], unpaid.appraiser).has_value());
}

TEST_CASE("a ceiling is the band's where the band says one, else that of such an employer, and each names its source") {
    const std::string offer = salary + stock + "[[sign_on]]\namount = 5_000\n[[grant]]\nquantity = 400\n" + vesting;
    Asking usual{offer, Metric::average, room()};
    const auto all = usual.ceilings();
    REQUIRE(all.size() == 3);
    CHECK(all[0].lever == LeverKind::equity_shares);
    CHECK(std::get<quantity::Shares>(all[0].cap) == quantity::Shares{800});
    CHECK(std::get<Money>(all[1].cap) == usd(30'000));
    CHECK(std::get<Money>(all[2].cap) == usd(165'000));
    for (const auto& each : all) {
        CHECK_FALSE(each.from_band);
        CHECK(each.source == "Room");
        CHECK(each.as_of == offers::date(2020, 2, 2));
    }
    // 165,000 + 30,000 / 4 + 8,000 / 4.
    CHECK(with_all_at(all, false, usual.offers[0], usual.appraiser) == usd(174'500));
    CHECK_FALSE(with_all_at(all, true, usual.offers[0], usual.appraiser).has_value());

    Asking banded{offer + "[band]\nbase = { max = 155_000 }\nsource = \"Band\"\nas_of = 2025-05-05\n", Metric::average,
                  room()};
    const auto mixed = banded.ceilings();
    REQUIRE(mixed.size() == 3);
    CHECK_FALSE(mixed[0].from_band);
    CHECK_FALSE(mixed[1].from_band);
    CHECK(mixed[1].source == "Room");
    CHECK(mixed[2].from_band);
    CHECK(mixed[2].source == "Band");
    CHECK(mixed[2].as_of == offers::date(2025, 5, 5));
    CHECK(std::get<Money>(mixed[2].cap) == usd(155'000));
    // The band alone: 155,000 with the sign-on and the grant as they are, 1,250 and 1,000 a year.
    CHECK(with_all_at(mixed, true, banded.offers[0], banded.appraiser) == usd(157'250));
    CHECK(Asking{offer}.ceilings().empty());

    Asking rest{offer + "[band]\nsign_on = { max = 8_000 }\nequity = { max = 6_000 }\n", Metric::average, room()};
    const auto others = rest.ceilings();
    REQUIRE(others.size() == 3);
    CHECK(std::get<quantity::Shares>(others[0].cap) == quantity::Shares{600});
    CHECK(others[0].from_band);
    CHECK(std::get<Money>(others[1].cap) == usd(8'000));
    CHECK(others[1].from_band);
    CHECK_FALSE(others[2].from_band);
}

TEST_CASE("usual room in money is a share of the grant's money, and none is known of a grant that is not there") {
    Asking money{salary + stock + "[[grant]]\nvalue = 40_000\n" + vesting, Metric::average, room()};
    CHECK(std::get<Money>(money.ceilings().at(0).cap) == usd(80'000));
    Asking none{salary + stock, Metric::average, room()};
    const auto ceilings = none.ceilings();
    CHECK(std::none_of(ceilings.begin(), ceilings.end(),
                       [](const Ceiling& each) { return each.lever == LeverKind::equity; }));
    // By the hour the room is of the rate, and that of a sign-on of a year: a fifth of 100,000.
    Asking hourly{"[base]\nhourly = 50\nhours_per_week = 40\nweeks_per_year = 50\n", Metric::average, room()};
    CHECK(std::get<Money>(hourly.ceilings().at(0).cap) == usd(20'000));
    CHECK(std::get<Money>(hourly.ceilings().at(1).cap) == usd(55));
}

TEST_CASE("the smallest step of a lever has its setting, and none is given where nothing is to be moved") {
    Asking asking{salary};
    const auto there = asking.answer(LeverKind::base, usd(150'000));
    CHECK(there.reachable);
    CHECK(there.settings.empty());
    CHECK(there.obstacle == Obstacle::nothing);
    const auto cent = asking.answer(LeverKind::base, Money{15'000'001, dollar});
    CHECK(cent.resulting == Money{15'000'001, dollar});
    CHECK(cent.settings.size() == 1);
}
