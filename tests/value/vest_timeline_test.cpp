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

TEST_CASE("each month and each quarter of the calendar ends on its last day") {
    const Offer offer = offers::read(
        head + "[[grant]]\nid = \"g\"\nquantity = 12\nvesting = { over = \"12 months\", every = \"1 month\" }\n");
    const OfferTimeline one = timeline(offer, {.as_of = offers::date(2026, 3, 2)});
    const auto labels = [&](VestStep step) {
        std::string all;
        for (const auto& period : vest_periods(std::span(&one, 1), step)) {
            all += period.label + " " + to_string(period.last) + " " + to_ratio(period.shares.value()) + "; ";
        }
        return all;
    };
    CHECK(labels(VestStep::quarter) ==
          "2026 Q2 2026-06-30 3; 2026 Q3 2026-09-30 3; 2026 Q4 2026-12-31 3; 2027 Q1 2027-03-31 3; ");
    CHECK(labels(VestStep::calendar_year) == "2026 2026-12-31 9; 2027 2027-12-31 3; ");
    CHECK(labels(VestStep::month).starts_with("2026-04 2026-04-30 1; 2026-05 2026-05-31 1; "));
    CHECK(labels(VestStep::month).find("2026-09 2026-09-30 1; 2026-10 2026-10-31 1; ") != std::string::npos);
    CHECK(labels(VestStep::tranche).starts_with("2026-04-02 2026-04-02 1; "));
    CHECK(labels(VestStep::year) == "Year 1 2027-03-02 12; ");
}

TEST_CASE("a stretch names each grant once, and adds money by its value, in each currency for itself") {
    const Offer offer = offers::read(
        head + yearly +
        "[[grant]]\nid = \"c\"\ninstrument = \"cash\"\nvalue = 80\nvesting = { over = \"4 years\", every = \"6 "
        "months\" }\n");
    const OfferTimeline one = timeline(offer, {.as_of = offers::date(2027, 3, 2)});
    const auto years = vest_periods(std::span(&one, 1), VestStep::year);
    REQUIRE(years.size() == 4);
    CHECK(years[0].grants == std::vector<std::string>{"g", "c"});
    CHECK(years[0].shares == offerkit::quantity::Fraction{10});
    CHECK(years[0].any_shares);
    CHECK(offers::text(years[0].value) == "120.00");
    CHECK(years[0].any_vested);
    CHECK_FALSE(years[0].any_unvested);
    CHECK_FALSE(years[1].any_vested);
    CHECK(years[1].any_unvested);
    CHECK(years[1].cumulative == offerkit::quantity::Fraction{20});
    const auto tranches = vest_periods(std::span(&one, 1), VestStep::tranche);
    REQUIRE(tranches.size() == 8);
    CHECK_FALSE(tranches[0].any_shares);
}

TEST_CASE("what waits stands on the day of its service where it is asked for, and what is released nowhere among it") {
    const Offer offer = offers::read(head + yearly + "gate = \"ipo\"\n[[event]]\nid = \"ipo\"\n");
    const OfferTimeline one = timeline(offer, {.as_of = offers::date(2027, 3, 2)});
    CHECK(vest_periods(std::span(&one, 1), VestStep::year).empty());
    const auto waiting = vest_periods(std::span(&one, 1), VestStep::year, offerkit::value::VestRows::waiting);
    REQUIRE(waiting.size() == 4);
    CHECK(waiting[0].any_vested);
    CHECK(waiting[1].any_unvested);
    CHECK_FALSE(waiting[1].any_vested);
    const Offer free = offers::read(head + yearly);
    const OfferTimeline other = timeline(free, {.as_of = offers::date(2027, 3, 2)});
    CHECK(vest_periods(std::span(&other, 1), VestStep::year, offerkit::value::VestRows::waiting).empty());
}

TEST_CASE("what has served its time by the as-of day, that day included, waits for its event alone") {
    const Offer offer = offers::read(head + yearly + "gate = \"ipo\"\n[[event]]\nid = \"ipo\"\n");
    CHECK(timeline(offer, {.as_of = offers::date(2028, 3, 1)}).grants[0].served == Shares{10});
    CHECK(timeline(offer, {.as_of = offers::date(2028, 3, 2)}).grants[0].served == Shares{20});
    CHECK(timeline(offer, {.as_of = offers::date(2028, 3, 2)}).grants[0].pending == Shares{40});
}

TEST_CASE("what an event brought early is told as such, whether its day is past or not") {
    const Offer offer = offers::read(head + yearly +
                                     "[[grant.acceleration]]\ntrigger = \"single\"\nevent = \"sale\"\namount = "
                                     "\"50%\"\norder = \"last\"\n[[event]]\nid = \"sale\"\ndate = 2027-06-01\n");
    const auto grant = timeline(offer, {.as_of = offers::date(2027, 3, 2)}).grants[0];
    CHECK(grant.accelerated == Shares{15});
    CHECK(grant.vested == Shares{10});
    CHECK(grant.unvested == Shares{15});
    CHECK(timeline(offer, {.as_of = offers::date(2027, 6, 1)}).grants[0].accelerated == Shares{15});
    CHECK(grant.tranches[1].state == VestState::accelerated);
    CHECK_FALSE(grant.tranches[1].reached);
    CHECK(timeline(offer, {.as_of = offers::date(2027, 6, 1)}).grants[0].tranches[1].reached);
}

TEST_CASE("a grant that cannot be spelled out takes the others with it, unless the sound ones are asked for") {
    const Offer offer =
        offers::read(head + yearly +
                     "[[grant]]\nid = \"bad\"\ninstrument = \"nso\"\nstrike = 1\nquantity = 4\nexpires = \"2 years\"\n"
                     "vesting = { over = \"4 years\", every = \"1 year\" }\n");
    Diagnostics diagnostics;
    CHECK_FALSE(vest_timeline(offer, {.as_of = offers::date(2026, 3, 2)}, diagnostics));
    const auto sound =
        vest_timeline(offer, {.as_of = offers::date(2026, 3, 2), .sound_grants_alone = true}, diagnostics);
    REQUIRE(sound.has_value());
    REQUIRE(sound->grants.size() == 1);
    CHECK(sound->grants[0].grant.id == "g");
}

TEST_CASE("what vests on the first day, or before it, belongs to the first year") {
    const Offer offer =
        offers::read(head +
                     "[[grant]]\nid = \"g\"\nquantity = 40\nbefore_grant = \"keep\"\nvesting = { on = "
                     "[{ date = 2026-01-02, portion = \"50%\" }, { date = 2026-03-02, portion = \"50%\" }] }\n");
    const OfferTimeline one = timeline(offer, {.as_of = offers::date(2026, 3, 2)});
    const auto years = vest_periods(std::span(&one, 1), VestStep::year);
    REQUIRE(years.size() == 1);
    CHECK(years[0].label == "Year 1");
    CHECK(years[0].shares == offerkit::quantity::Fraction{40});
}

TEST_CASE("a vest worth more than can be counted is refused at its grant, alone or with those before it") {
    const auto told = [](const std::string& quantity, bool sound_alone) {
        const std::string grant = "\"\nquantity = " + quantity + "\nvesting = { over = \"1 year\" }\n";
        const Offer offer = offers::read(
            "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[stock]\nprice = "
            "1_000_000_000\nas_of = 2026-03-02\n[[grant]]\nid = \"a" +
            grant + "[[grant]]\nid = \"b" + grant);
        Diagnostics diagnostics;
        const auto found =
            vest_timeline(offer, {.as_of = offers::date(2026, 3, 2), .sound_grants_alone = sound_alone}, diagnostics);
        std::string all = found ? "" : "none";
        for (std::size_t i = 0; found && i < found->grants.size(); ++i) {
            all += found->grants[i].grant.id;
        }
        for (const auto& problem : diagnostics.all()) {
            all +=
                " " + std::string{problem.code} + (problem.span == offer.grants[1].amount_span ? "" : " of the first");
        }
        return all;
    };
    // 64 bits hold 92,233,720 shares of 10^9 dollars in cents.
    CHECK(told("46_000_000", false) == "ab");
    CHECK(told("47_000_000", false) == "none overflow");
    CHECK(told("47_000_000", true) == "a overflow");
    CHECK(told("93_000_000", true) == "none overflow of the first overflow");
}

TEST_CASE("parts of shares that cannot be added up have no number in their period, nor in those after it") {
    const auto parts = [](const std::string& days) {
        return "[[grant]]\nid = \"" + days + "\"\nquantity = 1\nallocation = \"fractional\"\nvesting = { over = \"" +
               days + " days\", every = \"1 day\" }\n";
    };
    const std::string head_alone =
        "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2025-12-31\n[stock]\nprice = 10\nas_of = 2026-03-02\n";
    const Offer offer = offers::read(head_alone + parts("1999") + parts("1997") + parts("1993") + parts("1987") +
                                     parts("1979") + parts("1973"));
    const std::vector offers{timeline(offer, {.as_of = offers::date(2026, 3, 2)})};
    const auto years = vest_periods(offers, VestStep::calendar_year);
    REQUIRE(years.size() == 6);
    CHECK(years.front().any_shares);
    CHECK_FALSE(years.front().shares.has_value());
    CHECK_FALSE(years.back().cumulative.has_value());
    // A grant by itself has its 365 parts of 1,999 in the first year.
    const Offer one = offers::read(head_alone + parts("1999"));
    const std::vector alone{timeline(one, {.as_of = offers::date(2026, 3, 2)})};
    CHECK(vest_periods(alone, VestStep::calendar_year).front().cumulative ==
          offerkit::quantity::Fraction::of(365, 1'999));
}
