// What has become of each tranche by a day, and what it is worth.

#include <string>

#include <offerkit/value/vest_periods.hpp>
#include <offerkit/value/vest_timeline.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using offerkit::calendar::Date;
using offerkit::diagnostic::Diagnostics;
using offerkit::model::Offer;
using offerkit::quantity::Shares;
using offerkit::value::OfferTimeline;
using offerkit::value::TimelineQuery;
using offerkit::value::vest_periods;
using offerkit::value::vest_timeline;
using offerkit::value::VestState;
using offerkit::value::VestStep;

namespace {

const std::string head =
    "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[stock]\nprice = 10\nas_of = 2026-03-02\n";
const std::string yearly =
    "[[grant]]\nid = \"g\"\ninstrument = \"rsu\"\nquantity = 40\nvesting = { over = \"4 years\", every = \"12 months\" "
    "}\n";

OfferTimeline timeline(const Offer& offer, const TimelineQuery& query) {
    Diagnostics diagnostics;
    auto found = vest_timeline(offer, query, diagnostics);
    REQUIRE(diagnostics.all().empty());
    REQUIRE(found.has_value());
    return std::move(*found);
}

}  // namespace

TEST_CASE("the as-of day is inclusive: what vests on it has vested") {
    const Offer offer = offers::read(head + yearly);
    const auto before = timeline(offer, {.as_of = offers::date(2027, 3, 1)}).grants[0];
    CHECK(before.vested == Shares{0});
    const auto on = timeline(offer, {.as_of = offers::date(2027, 3, 2)}).grants[0];
    CHECK(on.vested == Shares{10});
    CHECK(on.unvested == Shares{30});
    CHECK(on.tranches[0].state == VestState::vested);
    CHECK(on.tranches[0].cumulative == Shares{10});
    CHECK(offers::text(*on.tranches[3].value) == "100.00");
}

TEST_CASE("what is dated after the last day employed is forfeited, worth nothing, and out of the running total") {
    const Offer offer = offers::read("end = 2028-03-01\n" + head + yearly);
    const auto grant = timeline(offer, {.as_of = offers::date(2026, 3, 2)}).grants[0];
    CHECK(grant.unvested == Shares{10});
    CHECK(grant.forfeited == Shares{30});
    CHECK(grant.tranches[1].state == VestState::forfeited);
    CHECK_FALSE(grant.tranches[1].value.has_value());
    CHECK_FALSE(grant.tranches[1].cumulative.has_value());
}

TEST_CASE("pending shares are worth today's price and part of no running total") {
    const Offer offer =
        offers::read(head + "growth = \"100%\"\n" + yearly + "gate = \"ipo\"\n[[event]]\nid = \"ipo\"\n");
    const auto grant = timeline(offer, {.as_of = offers::date(2026, 3, 2)}).grants[0];
    CHECK(grant.pending == Shares{40});
    for (const auto& tranche : grant.tranches) {
        CHECK(tranche.state == VestState::pending);
        CHECK(offers::text(*tranche.value) == "100.00");
        CHECK_FALSE(tranche.cumulative.has_value());
    }
}

TEST_CASE("shares are priced on their own day, and nothing below the strike is worth less than nothing") {
    const Offer growing = offers::read(head + "growth = \"100%\"\n" + yearly);
    const auto tranches = timeline(growing, {.as_of = offers::date(2026, 3, 2)}).grants[0].tranches;
    CHECK(offers::text(*tranches[3].value) == "1,600.00");  // four years of doubling: exactly 1461 days
    const Offer option = offers::read(
        head +
        "[[grant]]\nid = \"o\"\ninstrument = \"nso\"\nquantity = 40\nstrike = 12\nvesting = { over = \"1 year\" }\n");
    CHECK(offers::text(*timeline(option, {.as_of = offers::date(2026, 3, 2)}).grants[0].tranches[0].value) == "0.00");
}

TEST_CASE("what lies beyond the time asked for is counted, so that every share is accounted for") {
    const Offer offer = offers::read(head + yearly);
    const auto grant =
        timeline(offer, {.as_of = offers::date(2027, 6, 1), .until = offers::date(2028, 3, 2)}).grants[0];
    CHECK(grant.tranches.size() == 2);
    CHECK(grant.vested == Shares{10});
    CHECK(grant.unvested == Shares{10});
    CHECK(grant.beyond == Shares{20});
}

TEST_CASE("refreshers stand behind the grants of the file when they are asked for") {
    const Offer offer = offers::read(head + yearly + "[refresher]\nvalue = 120\nvesting = { over = \"1 year\" }\n");
    CHECK(timeline(offer, {.as_of = offers::date(2026, 3, 2)}).grants.size() == 1);
    const offerkit::timeline::Window window(offers::date(2026, 3, 2), offerkit::calendar::Period::months(24), false,
                                            std::nullopt);
    const auto with = timeline(offer, {.as_of = offers::date(2026, 3, 2), .refreshers = &window});
    REQUIRE(with.grants.size() == 3);
    CHECK(with.grants[1].grant.id == "refresher-1");
    CHECK(with.grants[1].grant.quantity == Shares{12});
}

TEST_CASE("values that add up to more than can be counted are refused, not wrapped") {
    const Offer offer = offers::read(
        "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[stock]\nprice = 1_000_000_000_000\n[[grant]]\nid "
        "= \"g\"\n"
        "instrument = \"rsu\"\nquantity = 200_000\nvesting = { over = \"4 years\", every = \"12 months\" }\n");
    Diagnostics diagnostics;
    CHECK_FALSE(vest_timeline(offer, {.as_of = offers::date(2026, 3, 2)}, diagnostics).has_value());
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].code == "overflow");
}

TEST_CASE("a timeline gathers by months, quarters and years of the calendar, and by years from the first day") {
    const Offer offer = offers::read(head + yearly);
    const OfferTimeline one = timeline(offer, {.as_of = offers::date(2027, 3, 2)});
    const auto first = [&](VestStep step) { return vest_periods(std::span(&one, 1), step).front(); };
    CHECK(first(VestStep::month).label == "2027-03");
    CHECK(first(VestStep::month).last == offers::date(2027, 3, 31));
    CHECK(first(VestStep::quarter).label == "2027 Q1");
    CHECK(first(VestStep::quarter).last == offers::date(2027, 3, 31));
    CHECK(first(VestStep::calendar_year).last == offers::date(2027, 12, 31));
    CHECK(first(VestStep::year).label == "Year 1");  // an anniversary belongs to the year that ends there
    CHECK(first(VestStep::year).last == offers::date(2027, 3, 2));
    CHECK(first(VestStep::year).any_vested);
    const auto all = vest_periods(std::span(&one, 1), VestStep::calendar_year);
    REQUIRE(all.size() == 4);
    CHECK(all[3].cumulative == offerkit::quantity::Fraction{40});
}

TEST_CASE("offers stay apart on the same line of time, each with its own running total") {
    const Offer a = offers::read(head + yearly, "a.toml");
    const Offer b = offers::read(head + yearly, "b.toml");
    const std::vector<OfferTimeline> both{timeline(a, {.as_of = offers::date(2026, 3, 2)}),
                                          timeline(b, {.as_of = offers::date(2026, 3, 2)})};
    const auto periods = vest_periods(both, VestStep::year);
    REQUIRE(periods.size() == 8);
    CHECK(periods[0].offer == 0);
    CHECK(periods[1].offer == 1);
    CHECK(periods[7].cumulative == offerkit::quantity::Fraction{40});
}
