// Performance shares: the payout read off a curve, and what it does to a schedule. Each answer is worked out by hand.

#include <limits>

#include <offerkit/timeline/performance.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"
#include "support/tranches.hpp"

using namespace offerkit;
using offerkit::quantity::Fraction;
using offerkit::quantity::Shares;
using tranches::rows;
using tranches::Rows;

namespace {

// 1,000 shares over four years, a quarter each 2 March.
offerkit::timeline::ResolvedGrant psu(const std::string& performance, const std::string& grant = "quantity = 1000") {
    return offers::resolve_first(
        offers::read("company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[[grant]]\ninstrument = \"psu\"\n" +
                     grant + "\nvesting = { over = \"4 years\", every = \"12 months\" }\n[[grant.performance]]\n" +
                     "measure = \"FY27 EBITDA\"\n" + performance));
}

const std::string curve = "curve = [[8_000_000, \"0%\"], [10_000_000, \"100%\"], [12_000_000, \"150%\"]]\n";
// As award agreements write it: half at the threshold, all at the target, twice at most.
const std::string threshold_curve = "curve = [[80, \"50%\"], [100, \"100%\"], [120, \"200%\"]]\n";

Fraction payout(const std::string& performance) { return psu(performance).performance->payout; }

}  // namespace

TEST_CASE("a payout lies on the straight line between two points of its curve") {
    CHECK(payout(curve + "expected = 8_000_000") == Fraction{0});
    CHECK(payout(curve + "expected = 9_000_000") == *Fraction::of(1, 2));
    CHECK(payout(curve + "expected = 10_000_000") == Fraction{1});
    CHECK(payout(curve + "expected = 11_000_000") == *Fraction::of(5, 4));
    CHECK(payout(curve + "expected = 10_600_000") == *Fraction::of(115, 100));
    CHECK(payout(curve + "expected = 12_000_000") == *Fraction::of(3, 2));
}

TEST_CASE("below the first point of a curve nothing is paid, beyond the last one its payout is the cap") {
    CHECK(payout(threshold_curve + "expected = 79.99") == Fraction{0});
    CHECK(payout(threshold_curve + "expected = 80") == *Fraction::of(1, 2));
    CHECK(payout(threshold_curve + "expected = 90") == *Fraction::of(3, 4));
    CHECK(payout(threshold_curve + "expected = 110") == *Fraction::of(3, 2));
    CHECK(payout(threshold_curve + "expected = 1_000") == Fraction{2});
    CHECK(payout("curve = [[5, \"80%\"]]\nexpected = 4") == Fraction{0});
    CHECK(payout("curve = [[5, \"80%\"]]\nexpected = 5") == *Fraction::of(4, 5));
}

TEST_CASE("a payout is applied to the shares given so far, so that rounding loses no share on the way") {
    // 125% of 250, 500, 750, 1,000 is 312.5, 625, 937.5, 1,250.
    const auto down = psu(curve + "expected = 11_000_000");
    CHECK(rows(down.schedule) == Rows{"2027-03-02 312", "2028-03-02 313", "2029-03-02 312", "2030-03-02 313"});
    CHECK(down.quantity == Shares{1250});
    CHECK(down.performance->target == Shares{1000});
    const auto nearest = psu(curve + "expected = 11_000_000\nround = \"nearest\"");
    CHECK(rows(nearest.schedule) == Rows{"2027-03-02 313", "2028-03-02 312", "2029-03-02 313", "2030-03-02 312"});
    // A third of 1,000 is 333.33; of 250, 500 and 750: 83.33, 166.67, 250.
    const std::string thirds = "curve = [[0, \"0%\"], [3, \"100%\"]]\nexpected = 1\n";
    CHECK(rows(psu(thirds).schedule) == Rows{"2027-03-02 83", "2028-03-02 83", "2029-03-02 84", "2030-03-02 83"});
    CHECK(rows(psu(thirds + "round = \"up\"").schedule) ==
          Rows{"2027-03-02 84", "2028-03-02 83", "2029-03-02 83", "2030-03-02 84"});
    CHECK(psu(thirds + "round = \"up\"").quantity == Shares{334});
}

TEST_CASE("a measure that misses its threshold leaves a grant of no shares") {
    const auto nothing = psu(curve + "expected = 7_000_000");
    CHECK(nothing.quantity == Shares{0});
    CHECK(nothing.schedule.tranches.empty());
    CHECK(nothing.performance->target == Shares{1000});
}

TEST_CASE("nothing of a performance grant is earned before its evaluation") {
    const auto grant = psu(curve + "expected = 10_000_000\nevaluation = 2028-06-15");
    CHECK(rows(grant.schedule) == Rows{"2028-06-15 500", "2029-03-02 250", "2030-03-02 250"});
    CHECK(grant.schedule.tranches[0].awaited_evaluation);
    CHECK(grant.schedule.tranches[0].scheduled == offers::date(2028, 3, 2));
    CHECK_FALSE(grant.schedule.tranches[1].awaited_evaluation);
    // Leaving the day before the evaluation forfeits what years of service had not earned yet.
    const auto left = settle(grant, offerkit::timeline::Departure{offers::date(2028, 6, 14)});
    CHECK(tranches::sums(left).forfeited == Shares{1000});
    const auto stayed = settle(grant, offerkit::timeline::Departure{offers::date(2028, 6, 15)});
    CHECK(tranches::sums(stayed).forfeited == Shares{500});
}

TEST_CASE("what a rule rounds away and exact fractions follow the payout too") {
    // 1,003 over 4 gives 250 each and loses 3; 150% gives 375 each, and of floor(1,504.5) = 1,504 loses 4.
    const auto truncated = psu(curve + "expected = 12_000_000", "quantity = 1003\nallocation = \"truncate_forfeit\"");
    CHECK(rows(truncated.schedule) == Rows{"2027-03-02 375", "2028-03-02 375", "2029-03-02 375", "2030-03-02 375"});
    CHECK(truncated.quantity == Shares{1504});
    CHECK(truncated.schedule.lost == Shares{4});
    // Half of 18 is 9, a quarter of it each time.
    const auto exact = psu(curve + "expected = 9_000_000", "quantity = 18\nallocation = \"fractional\"");
    CHECK(rows(exact.schedule) == Rows{"2027-03-02 9/4", "2028-03-02 9/4", "2029-03-02 9/4", "2030-03-02 9/4"});
}

TEST_CASE("a curve that does not rise in its results is an error") {
    const std::string head =
        "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[[grant]]\ninstrument = \"psu\"\nquantity = "
        "10\nvesting = { over = \"1 year\" }\n[[grant.performance]]\nexpected = 1\n";
    CHECK(offers::problems(head + "curve = [[2, \"50%\"], [1, \"100%\"]]").front() == "wrong-order");
}

TEST_CASE("a curve that pays less for more is an error, and one that stands still is not") {
    const std::string head =
        "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[stock]\nprice = 1\n[[grant]]\ninstrument = "
        "\"psu\"\nquantity = "
        "10\nvesting = { over = \"1 year\" }\n[[grant.performance]]\nexpected = 1\n";
    CHECK(offers::problems(head + "curve = [[1, \"50%\"], [2, \"20%\"]]").front() == "wrong-order");
    CHECK(offers::problems(head + "curve = [[1, \"50%\"], [2, \"50%\"]]").empty());
}

TEST_CASE("a payout too fine to be computed between two points is refused, at a point of the curve it is not") {
    const auto fine = [](std::int64_t below) { return *Fraction::of(1, below); };
    model::Performance performance{.curve = {{Fraction{0}, fine(2'000'000'011)}, {Fraction{1}, fine(2'000'000'033)}},
                                   .expected = fine(2'000'000'063)};
    diagnostic::Diagnostics diagnostics;
    CHECK_FALSE(timeline::payout_of(performance, diagnostics));
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].code == "overflow");
    performance.expected = Fraction{0};
    diagnostic::Diagnostics none;
    CHECK(timeline::payout_of(performance, none) == fine(2'000'000'011));
    CHECK(none.all().empty());
}

TEST_CASE("a payout is refused where one of its three differences is too fine, and read off where all can be told") {
    const auto part = [](std::int64_t of, std::int64_t below) { return *Fraction::of(of, below); };
    // Two of these denominators together have no common one in 64 bits.
    constexpr std::int64_t near = 4'000'000'007;
    constexpr std::int64_t far = 5'000'000'029;
    const auto told = [](const model::CurvePoint& left, const model::CurvePoint& right, const Fraction& expected) {
        const model::Performance performance{.curve = {left, right}, .expected = expected};
        diagnostic::Diagnostics diagnostics;
        const auto payout = timeline::payout_of(performance, diagnostics);
        CHECK(payout.has_value() == diagnostics.all().empty());
        return payout;
    };
    // Half of the way from 1 to 3 of a payout, along a fine measure and a plain one.
    CHECK(told({part(1, far), Fraction{1}}, {part(3, far), Fraction{3}}, part(2, far)) == Fraction{2});
    CHECK(told({Fraction{0}, part(1, far)}, {Fraction{2}, part(3, far)}, Fraction{1}) == part(2, far));
    // The way from the left point, the whole of it to the right one, and the rise of the payout.
    CHECK_FALSE(told({part(1, far), Fraction{1}}, {part(2, far), Fraction{3}}, part(1, near)));
    CHECK_FALSE(told({part(1, far), Fraction{1}}, {part(2, near), Fraction{3}}, part(2, far)));
    CHECK_FALSE(told({Fraction{0}, part(1, far)}, {Fraction{2}, part(1, near)}, Fraction{1}));
}

TEST_CASE("a payout of more shares than can be counted, or of too fine parts of them, is none") {
    const auto pays = [](const std::vector<Fraction>& parts, std::int64_t target, const Fraction& rate) {
        timeline::Service service;
        for (const auto& part : parts) {
            service.earnings.push_back({.quantity = Shares{part}});
        }
        const auto paid = timeline::pay_out(service, target, rate, model::ShareRounding::down);
        return paid ? std::to_string(*paid) : "none";
    };
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    CHECK(pays({Fraction{most}}, most, Fraction{1}) == "9223372036854775807");
    CHECK(pays({Fraction{most}}, most, Fraction{2}) == "none");
    const auto third = *Fraction::of(1, 3);
    CHECK(pays({third, third, third}, 1, Fraction{2}) == "2");
    const auto fine = [](std::int64_t below) { return *Fraction::of(1, below); };
    CHECK(pays({fine(2'000'000'011), fine(2'000'000'033), fine(2'000'000'063)}, 1, Fraction{1}) == "none");
    // A half of a part of that many is too fine by itself.
    CHECK(pays({fine(5'000'000'029)}, 4'000'000'006, *Fraction::of(1, 2)) == "2000000003");
    CHECK(pays({fine(5'000'000'029)}, 4'000'000'007, *Fraction::of(1, 2)) == "none");
}

TEST_CASE("what is earned before the evaluation waits for its day, on it and after it nothing does") {
    const auto evaluation = offers::date(2028, 6, 15);
    timeline::Service service;
    for (const int after : {-1, 0, 1}) {
        service.earnings.push_back({.earned = evaluation.plus_days(after), .quantity = Shares{1}});
    }
    service.earnings.push_back({.quantity = Shares{1}, .waiting = timeline::Release::pending});
    timeline::await_evaluation(service, evaluation);
    CHECK(service.earnings[0].earned == evaluation);
    CHECK(service.earnings[0].awaited_evaluation);
    CHECK_FALSE(service.earnings[1].awaited_evaluation);
    CHECK(service.earnings[2].earned == evaluation.plus_days(1));
    CHECK_FALSE(service.earnings[3].earned);
}
