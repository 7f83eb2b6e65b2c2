// Levers on the full model (docs/numbers.md, "Negotiating").

#include <cmath>
#include <string>
#include <vector>

#include <rapidcheck.h>

#include <offerkit/choice/negotiation/lever.hpp>
#include <offerkit/choice/negotiation/package.hpp>
#include <offerkit/file/read.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using namespace offerkit::choice::negotiation;
using quantity::Money;

namespace {

model::Offer read_with(const std::string& text, const std::vector<std::string>& settings) {
    diagnostic::Sources sources;
    diagnostic::Diagnostics diagnostics;
    const file::ProfileStore profiles{std::vector<std::string>{}};
    std::vector<file::Override> overrides;
    for (const auto& setting : settings) {
        overrides.push_back(*file::parse_override(setting, sources, diagnostics));
    }
    auto offer = file::read_offer({sources, diagnostics, profiles, overrides}, "test.toml", text);
    for (const auto& problem : diagnostics.sorted()) {
        INFO(problem.message);
        CHECK(problem.severity != diagnostic::Severity::error);
    }
    REQUIRE(offer.has_value());
    return *std::move(offer);
}

Money figure(const model::Offer& offer, Metric metric, const model::Valuation& valuation) {
    const std::vector one{offer};
    const auto comparison = offers::compare(one, valuation);
    return get(comparison.offers[0].definitions, definition_of(metric));
}

std::string cents(int most) {
    return std::to_string(*rc::gen::inRange(0, most)) + "." + std::to_string(*rc::gen::inRange(10, 99));
}

std::string percent(int most) { return "\"" + std::to_string(*rc::gen::inRange(0, most)) + "%\""; }

// Any part may be missing, and pay may be by the year, the day or the hour.
std::string random_offer() {
    const auto any = [] { return *rc::gen::arbitrary<bool>(); };
    std::string text = "company = \"X\"\ncurrency = \"USD\"\nstart = 2026-0" + std::to_string(*rc::gen::inRange(1, 9)) +
                       "-" + std::to_string(*rc::gen::inRange(10, 29)) + "\n";
    const int pay = *rc::gen::inRange(0, 5);
    text += pay == 0   ? ""
            : pay == 1 ? "[base]\nhourly = " + cents(200) + "\nhours_per_week = 38\n"
            : pay == 2 ? "[base]\ndaily = " + cents(900) + "\n"
                       : "[base]\nsalary = " + cents(400'000) + "\nraise = " + percent(10) + "\n";
    const int bonus = *rc::gen::inRange(0, 4);
    text += bonus == 0   ? ""
            : bonus == 1 ? "[bonus]\namount = " + cents(40'000) + "\n"
            : bonus == 2 ? "[[bonus]]\nname = \"13th\"\ntarget = \"1/12\"\nguaranteed_years = 100\n[[bonus]]\nname = "
                           "\"own\"\ntarget = \"2/7\"\n"
                         : "[bonus]\ntarget = " + percent(60) + "\npayout = " + percent(150) + "\npaid = 3\n";
    if (any()) {
        text += "[[sign_on]]\nname = \"S\"\namount = " + cents(90'000) + "\n" +
                (any() ? "over = \"" + std::to_string(*rc::gen::inRange(1, 30)) + " months\"\n" : "");
    }
    if (any()) {
        text += "[benefits]\nhealth = " + cents(20'000) +
                "\nretirement_match = { rate = \"50%\", up_to = \"6%\", limit "
                "= 11_750 }\nespp = { discount = \"15%\", contribution = \"10%\", limit = 25_000 }\n";
    }
    if (any()) {
        text += "[stock]\nkind = \"public\"\nprice = 1" + cents(700) + "\ngrowth = " + percent(30) + "\n";
        const int grant = *rc::gen::inRange(0, 5);
        const std::string vesting = any()
                                        ? "vesting = { over = \"4 years\", every = \"1 month\", cliff = \"1 year\" }\n"
                                        : "vesting = { yearly = [\"40%\", \"30%\", \"20%\", \"10%\"], every = \"3 "
                                          "months\" }\n";
        text += grant == 0   ? ""
                : grant == 1 ? "[[grant]]\nquantity = " + std::to_string(*rc::gen::inRange(1, 5'000)) + "\n" + vesting
                : grant == 2 ? "[[grant]]\nid = \"g.1\"\nvalue = 1" + cents(400'000) + "\n" + vesting
                : grant == 3 ? "[[grant]]\nid = \"new-hire\"\nvalue = 1" + cents(400'000) +
                                   "\nconversion = { price = 1" + cents(300) + ", round = \"up\" }\n" + vesting
                             : "[[grant]]\nid = \"o\"\ninstrument = \"nso\"\nstrike = 5\nquantity = " +
                                   std::to_string(*rc::gen::inRange(1, 5'000)) + "\n" + vesting;
    }
    return text;
}

constexpr LeverKind stepping[] = {LeverKind::base, LeverKind::bonus, LeverKind::sign_on, LeverKind::equity,
                                  LeverKind::equity_shares};
/// Annualized pay counts a grant as the letter quotes it. Asked for in shares, a grant of money is quoted anew, at the
/// price of those shares, which is another amount before a single share more is asked for.
bool restates_the_grant(LeverKind kind, Metric metric, const model::Offer& offer) {
    return kind == LeverKind::equity_shares && metric == Metric::annualized &&
           std::any_of(offer.grants.begin(), offer.grants.end(),
                       [](const auto& grant) { return std::holds_alternative<model::ValueGrant>(grant.amount); });
}

constexpr Metric metrics[] = {Metric::annualized, Metric::average, Metric::present_value, Metric::first_year,
                              Metric::decide};

}  // namespace

TEST_CASE("each lever's answer, put back into the file by its setting, reaches the goal, and one step less does not") {
    int solved = 0;
    support::holds("levers", [&] {
        const std::string text = random_offer();
        RC_LOG() << text;
        const std::vector one{read_with(text, {})};
        auto valuation = offers::valuation();
        valuation.horizon = calendar::Period::months(*rc::gen::element(12, 36, 48, 48, 54));
        const auto comparison = offers::compare(one, valuation);
        const Metric metric = *rc::gen::elementOf(std::vector<Metric>(std::begin(metrics), std::end(metrics)));
        Appraiser appraiser{one, 0, comparison, metric};
        const Money goal = appraiser.figure() + Money{*rc::gen::inRange<std::int64_t>(1, 30'000'000), one[0].currency};
        for (const LeverKind kind : stepping) {
            if (restates_the_grant(kind, metric, one[0])) {
                continue;
            }
            const auto lever = Lever::of(kind, one[0], appraiser);
            const auto found = lever ? reach(*lever, one[0], goal, appraiser) : std::nullopt;
            if (!found) {
                continue;
            }
            ++solved;
            RC_LOG() << word(kind) << " " << word(metric) << " " << lever->setting(found->steps) << "\n";
            RC_ASSERT(found->steps > 0);
            const auto enough = figure(read_with(text, {lever->setting(found->steps)}), metric, valuation);
            RC_ASSERT(enough == found->resulting);
            RC_ASSERT(enough >= goal);
            // One step less than the first is the offer as it stands: a file cannot say "no shares".
            const auto less = found->steps == 1 ? one[0] : read_with(text, {lever->setting(found->steps - 1)});
            RC_ASSERT(figure(less, metric, valuation) < goal);
            // The lever itself edits the offer to the same effect.
            model::Offer edited = one[0];
            lever->apply(edited, found->steps);
            RC_ASSERT(figure(edited, metric, valuation) == enough);
        }
    });
    CHECK(solved > 100);
}

TEST_CASE("more of a lever is never worth less, and a lever at rest changes nothing") {
    support::holds("monotone", [] {
        const std::string text = random_offer();
        const std::vector one{read_with(text, {})};
        const auto valuation = offers::valuation();
        const auto comparison = offers::compare(one, valuation);
        const Metric metric = *rc::gen::elementOf(std::vector<Metric>(std::begin(metrics), std::end(metrics)));
        Appraiser appraiser{one, 0, comparison, metric};
        for (const LeverKind kind : stepping) {
            const auto lever = Lever::of(kind, one[0], appraiser);
            if (!lever || restates_the_grant(kind, metric, one[0])) {
                continue;
            }
            const auto at = [&](std::int64_t steps) {
                model::Offer edited = one[0];
                lever->apply(edited, steps);
                return *appraiser.figure_of(edited);
            };
            RC_ASSERT(at(0) == appraiser.figure());
            const auto few = *rc::gen::inRange<std::int64_t>(0, 5'000);
            const auto more = few + *rc::gen::inRange<std::int64_t>(0, 5'000);
            RC_ASSERT(at(few) <= at(more));
        }
    });
}

TEST_CASE("10,000 of base is worth what the closed form of the same flows says") {
    // Base and its raise, a bonus of 15% and a match of 4% as shares of base, a sign-on at the start, a grant in equal
    // vests at each year's end at a flat price, 8% a year. With base paid at each year's end the published answer is
    // 41,107 and 49,644; with base and match paid by the month, as people are, the same closed form gives what the
    // model must find.
    const auto worth = [](int payments_a_year, double days_in_year) {
        double base = 0;
        double grant = 0;
        for (int year = 1; year <= 4; ++year) {
            const double salary = 10'000 * std::pow(1.03, year - 1);
            for (int i = 1; i <= payments_a_year; ++i) {
                const double t = year - 1 + static_cast<double>(i) / payments_a_year;
                base += salary * 1.04 / payments_a_year * std::pow(1.08, -t * days_in_year);
            }
            base += salary * 0.15 * std::pow(1.08, -year * days_in_year);
            grant += 0.25 * std::pow(1.08, -year * days_in_year);
        }
        return std::pair{base, base / grant};
    };
    CHECK(worth(1, 1.0).first == Approx(41'107).margin(0.5));
    CHECK(worth(1, 1.0).second == Approx(49'644).margin(0.5));
    const std::vector one{read_with(R"(company = "X"
currency = "USD"
start = 2026-01-01
[base]
salary = 200_000
raise = "3%"
[bonus]
target = "15%"
[benefits]
retirement = "4%"
[stock]
price = 1
growth = "0%"
[[grant]]
value = 100_000
vesting = { over = "4 years", every = "12 months" }
)",
                                    {})};
    auto valuation = offers::valuation();
    valuation.discount_rate = *quantity::Rate::of(8, 100);
    const auto comparison = offers::compare(one, valuation);
    Appraiser appraiser{one, 0, comparison, Metric::present_value};
    const auto exchange = exchange_of(one[0], appraiser);
    REQUIRE(exchange.has_value());
    const auto amount = [&](LeverKind kind) {
        for (const auto& equal : exchange->equals) {
            if (equal.lever == kind) {
                return static_cast<double>(std::get<Money>(equal.amount).minor()) / 100;
            }
        }
        return 0.0;
    };
    // Months are of unequal length and a year is 365.25 days, which moves the sum by less than two in ten thousand.
    CHECK(amount(LeverKind::sign_on) == Approx(worth(12, 1.0).first).epsilon(2e-4));
    CHECK(amount(LeverKind::equity) == Approx(worth(12, 1.0).second).epsilon(2e-4));
    CHECK(exchange->base == Money{1'000'000, one[0].currency});
}

TEST_CASE("a lever over its cap is not reachable, and says what it would have taken") {
    const std::vector one{read_with(R"(company = "X"
currency = "USD"
start = 2026-01-01
[base]
salary = 200_000
[[sign_on]]
amount = 10_000
[stock]
price = 100
[[grant]]
quantity = 400
vesting = { over = "4 years", every = "12 months" }
[band]
base = { min = 180_000, max = 210_000 }
sign_on = { max = 20_000 }
equity = { max = 60_000 }
)",
                                    {})};
    const auto comparison = offers::compare(one, offers::valuation());
    Appraiser appraiser{one, 0, comparison, Metric::average};
    // 200,000 + 2,500 + 10,000 a year; at the caps 210,000 + 5,000 + 15,000.
    CHECK(offers::text(appraiser.figure()) == "212,500.00");
    const auto money = [&](std::int64_t major) { return Money{major * 100, one[0].currency}; };
    const model::NegotiationProfile practice{.header = {"negotiation", "p", {}, {}, offers::date(2021, 1, 1)},
                                             .ask_low = quantity::Rate{1},
                                             .ask_high = quantity::Rate{1},
                                             .settlement = quantity::Rate{1}};
    CHECK(offers::text(*with_all_at(ceilings_of(one[0], appraiser, practice), false, one[0], appraiser)) ==
          "230,000.00");
    const auto all = answers(Goal::target, money(225'000), one[0], appraiser, practice);
    const auto of = [&](LeverKind kind) {
        for (const auto& answer : all) {
            if (answer.lever == kind) {
                return answer;
            }
        }
        return LeverAnswer{};
    };
    CHECK(std::get<Money>(*of(LeverKind::base).needed) == money(12'500));
    CHECK_FALSE(of(LeverKind::base).reachable);
    CHECK(std::get<Money>(*of(LeverKind::base).cap) == money(210'000));
    CHECK(std::get<Money>(*of(LeverKind::equity).level) == money(90'000));
    CHECK(of(LeverKind::equity_shares).settings == std::vector<std::string>{"grant.grant-1.quantity=900"});
    CHECK(std::get<quantity::Shares>(*of(LeverKind::equity_shares).cap) == quantity::Shares{600});
    // Equity first, then the sign-on, then base: the order in which they give.
    CHECK(all.front().lever == LeverKind::equity);
    CHECK(all.back().lever == LeverKind::bonus);
    const auto package = pack(PackageKind::easiest_first, Goal::target, money(225'000), one[0], appraiser, practice);
    REQUIRE(package.parts.size() == 3);
    CHECK(package.reachable);
    CHECK(package.parts[0].at_cap);
    CHECK(package.parts[1].at_cap);
    CHECK(std::get<Money>(package.parts[2].needed) == money(5'000));
    // A third of the 3,500 in each: 1,166.67 of base, 4,666.67 of sign-on, and 47 shares, which are 8.33 a year more
    // than a third. Base gives that back, so that the whole is no larger than it must be.
    const auto spread = pack(PackageKind::spread, Goal::target, money(216'000), one[0], appraiser,
                             {.header = practice.header, .bonus = model::Flexibility::none});
    REQUIRE(spread.parts.size() == 3);
    CHECK(offers::text(spread.resulting) == "216,000.00");
    CHECK(std::get<quantity::Shares>(spread.parts[0].needed) == quantity::Shares{47});
    CHECK(offers::text(std::get<Money>(spread.parts[2].needed)) == "1,158.34");
    CHECK(spread.parts[2].setting == "base.salary=201158.34");
    const auto short_of = pack(PackageKind::spread, Goal::target, money(400'000), one[0], appraiser,
                               {.header = practice.header, .bonus = model::Flexibility::none});
    CHECK(short_of.parts.size() == 3);  // a bonus that is fixed by policy is not asked for
    CHECK_FALSE(short_of.reachable);
    CHECK(offers::text(short_of.resulting) == "230,000.00");
}
