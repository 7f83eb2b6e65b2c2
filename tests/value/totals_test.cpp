// What parts add up to, and what part of a whole they are; the days that leaving depends on.

#include <offerkit/value/totals.hpp>

#include <optional>
#include <string>
#include <vector>

#include <offerkit/value/leaving_days.hpp>

#include "support/catch.hpp"
#include "support/leaving.hpp"
#include "support/offers.hpp"

using offerkit::model::LeavingReason;
using offerkit::quantity::Currency;
using offerkit::quantity::Fraction;
using offerkit::quantity::Money;
using offerkit::quantity::Shares;
using offerkit::value::iso_deadline;
using offerkit::value::notice_day;
using offerkit::value::share_of;

namespace {

Money usd(std::int64_t cents) { return {cents, *Currency::of("USD")}; }

}  // namespace

TEST_CASE("a part of a whole is exact, and there is none of nothing") {
    CHECK(share_of(usd(1), usd(3)) == Fraction::of(1, 3));
    CHECK(share_of(usd(-50), usd(100)) == Fraction::of(-1, 2));
    CHECK(share_of(usd(1), usd(0)) == std::nullopt);
    CHECK(share_of(Shares(*Fraction::of(1, 2)), Shares(*Fraction::of(3, 2))) == Fraction::of(1, 3));
    CHECK(share_of(Shares(3), Shares(0)) == std::nullopt);
}

TEST_CASE("a category adds up over the years of the window") {
    const std::vector<offerkit::model::Offer> read{offers::read(
        "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[base]\nsalary = 100000\n[[sign_on]]\namount = "
        "5000\n")};
    const auto compared = offers::compare(read, offers::valuation());
    const auto& valued = compared.offers.front();
    CHECK(offerkit::value::total_of(valued, offerkit::timeline::Category::base) == usd(40'000'000));
    CHECK(offerkit::value::total_of(valued, offerkit::timeline::Category::sign_on) == usd(500'000));
    auto sum = usd(0);
    for (const auto category : offerkit::value::all_categories) {
        sum += offerkit::value::total_of(valued, category);
    }
    CHECK(sum == valued.total);
}

TEST_CASE("notice is given in time to leave on the day, and an ISO ends three months after it") {
    const std::string head =
        "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[stock]\nprice = 10\nas_of = 2026-03-02\n";
    const std::string grant =
        "[[grant]]\nid = \"g\"\nquantity = 40\nstrike = 1\nvesting = { over = \"4 years\", every = \"1 year\" }\n";
    leaving::Case with(head + "[leaving]\nnotice = \"3 months\"\n" + grant + "instrument = \"iso\"\n");
    leaving::Case without(head + grant + "instrument = \"nso\"\n");
    const auto day = offers::date(2028, 11, 30);
    CHECK(notice_day(with.on(day)) == offers::date(2028, 8, 30));
    CHECK(notice_day(without.on(day)) == std::nullopt);
    const auto until = [&](leaving::Case& of, LeavingReason reason) {
        const auto left = of.on(day, reason);
        REQUIRE(left.options.size() == 1);
        return iso_deadline(left, left.options.front());
    };
    CHECK(until(with, LeavingReason::voluntary) == offers::date(2029, 2, 28));
    CHECK(until(with, LeavingReason::disability) == offers::date(2029, 11, 30));
    CHECK(until(with, LeavingReason::death) == std::nullopt);
    CHECK(until(without, LeavingReason::voluntary) == std::nullopt);
}
