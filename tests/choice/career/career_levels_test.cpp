// Levels of different companies side by side (docs/numbers.md, "Levels").

#include <string>
#include <vector>

#include <offerkit/choice/career/beside.hpp>
#include <offerkit/choice/career/career_levels.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using offerkit::choice::place_level;
using offerkit::model::Ladder;
using offerkit::model::LadderLevel;
using offerkit::quantity::Rate;

namespace {

Ladder ladder(const std::string& id, std::int64_t scale, std::vector<LadderLevel> levels) {
    Ladder made{.header = {.kind = "ladders",
                           .id = id,
                           .name = id,
                           .source = "test",
                           .as_of = offerkit::calendar::Date::clamped(2026, 1, 1)},
                .scale_max = scale};
    made.levels = std::move(levels);
    return made;
}

const std::vector<Ladder> ladders{
    ladder("a", 100,
           {{.name = "A1", .rung = "entry", .from = 0, .to = 40},
            {.name = "A2", .rung = "senior", .from = 40, .to = 100}}),
    ladder(
        "b", 100,
        {{.name = "B1", .rung = "entry", .from = 0, .to = 55}, {.name = "B2", .rung = "senior", .from = 55, .to = 90}}),
    ladder("c", 0, {{.name = "C1", .rung = "entry"}, {.name = "C2", .rung = "senior"}}),
    ladder("d", 200, {{.name = "D2", .rung = "senior", .from = 0, .to = 200}}),
};

std::string neighbours(const std::string& of, const std::string& name) {
    const auto place = place_level({of, name, {}}, ladders);
    REQUIRE(place.has_value());
    std::string text;
    for (const auto& neighbour : place->neighbours) {
        text += (text.empty() ? "" : ", ") + neighbour.ladder + " " + neighbour.name + " " +
                (neighbour.share ? to_percent(*neighbour.share) : "rung");
    }
    return text;
}

}  // namespace

TEST_CASE("two levels correspond by the share of the one's interval that the other covers") {
    CHECK(neighbours("a", "A2") == "b B2 58.33%, b B1 25%, c C2 rung, d D2 rung");
    CHECK(neighbours("a", "A1") == "b B1 100%, c C1 rung");
}

TEST_CASE("a ladder without intervals is placed by its rungs, and that is said") {
    CHECK(neighbours("c", "C2") == "a A2 rung, b B2 rung, d D2 rung");
    CHECK(place_level({"c", "C2", {}}, ladders)->approximate);
    CHECK_FALSE(place_level({"a", "A2", {}}, ladders)->approximate);
}

TEST_CASE("a level that its ladder does not list has no place") {
    CHECK_FALSE(place_level({"a", "A9", {}}, ladders).has_value());
    CHECK_FALSE(place_level({"z", "A1", {}}, ladders).has_value());
}

TEST_CASE("a level stands beside every other ladder, or beside the one asked for") {
    using offerkit::choice::beside;
    const std::vector<offerkit::model::Level> levels{{"a", "A2", {}}, {"a", "A9", {}}, {"b", "B1", {}}};
    const auto all = offerkit::choice::places_of(levels, ladders, "");
    REQUIRE(all.size() == 2);  // no ladder lists A9
    CHECK(all[1].name == "B1");
    const auto others = beside(ladders, all[0], "");
    REQUIRE(others.size() == 3);
    CHECK(others[0].ladder->header.id == "b");
    CHECK(others[0].neighbours.size() == 2);
    CHECK(others[0].uncovered == Rate::of(1, 6));
    CHECK_FALSE(others[1].uncovered.has_value());
    const auto one = offerkit::choice::places_of(levels, ladders, "d");
    CHECK(one[0].neighbours.size() == 1);
    REQUIRE(beside(ladders, one[0], "d").size() == 1);
    CHECK(beside(ladders, one[0], "d").front().neighbours.front().name == "D2");
    CHECK(beside(ladders, one[0], "nobody").empty());
}

// One level up.

namespace {

using offerkit::choice::level_up;
using offerkit::choice::LevelUp;
using offerkit::choice::NoLevelUp;
using offerkit::choice::PayBasis;
using offerkit::model::BandProfile;
using offerkit::model::MarketMedian;
using offerkit::model::MarketProfile;
using offerkit::quantity::Currency;
using offerkit::quantity::Money;

Money dollars(std::int64_t amount) { return {amount * 100, *Currency::of("USD")}; }

offerkit::model::ProfileHeader header(const std::string& kind, const std::string& id) {
    return {
        .kind = kind, .id = id, .name = id, .source = "test", .as_of = offerkit::calendar::Date::clamped(2026, 1, 1)};
}

std::vector<MarketProfile> published() {
    MarketProfile rungs{.header = header("market", "rungs"), .currency = *Currency::of("USD")};
    rungs.medians = {{.rung = "entry",
                      .total = dollars(152'000),
                      .base = dollars(115'000),
                      .stock = dollars(24'000),
                      .bonus = dollars(14'000)},
                     {.rung = "senior", .total = dollars(275'000), .base = dollars(173'000)}};
    MarketProfile levels{.header = header("market", "levels"), .currency = *Currency::of("USD")};
    levels.medians = {{.ladder = "a", .level = "A2", .total = dollars(300'000)}};
    return {rungs, levels};
}

std::vector<BandProfile> posted() {
    BandProfile profile{.header = header("bands", "a"), .company = "A", .currency = *Currency::of("USD")};
    profile.bands = {
        {.title = "of no level", .base = {.min = dollars(1), .max = dollars(2)}},
        {.title = "Two", .ladder = "a", .level = "A2", .base = {.min = dollars(160'000), .max = dollars(220'000)}}};
    return {profile};
}

}  // namespace

TEST_CASE("the shares of a level and what a shorter ladder leaves uncovered add up to 1, for every pair of levels") {
    for (const auto& ladder : ladders) {
        for (const auto& level : ladder.levels) {
            const auto place = place_level({ladder.header.id, level.name, {}}, ladders);
            REQUIRE(place.has_value());
            for (const auto& other : ladders) {
                Rate sum{};
                bool any = false;
                for (const auto& neighbour : place->neighbours) {
                    if (neighbour.ladder == other.header.id && neighbour.share) {
                        sum = *sum.plus(*neighbour.share);
                        any = true;
                        CHECK(*neighbour.share == *Rate::of(neighbour.to - neighbour.from, *level.to - *level.from));
                    }
                }
                const auto uncovered = place->uncovered_by(other.header.id);
                CHECK(uncovered.has_value() == any);
                CHECK((!any || *sum.plus(*uncovered) == Rate{1}));
            }
        }
    }
    // B ends at 90: 10 of the 60 of A2 lie above it.
    CHECK(place_level({"a", "A2", {}}, ladders)->uncovered_by("b") == Rate::of(1, 6));
}

TEST_CASE("one level up lists medians of the level, then of its rung, then postings that name it") {
    const auto markets = published();
    const auto bands = posted();
    const auto answer = level_up({"a", "A1", {}}, ladders, bands, markets);
    const auto& up = std::get<LevelUp>(answer);
    CHECK(up.next.name == "A2");
    REQUIRE(up.pay.size() == 3);
    CHECK(up.pay[0].next.basis == PayBasis::level);
    CHECK(up.pay[0].next.source->id == "levels");
    CHECK_FALSE(up.pay[0].own.has_value());  // no median of A1 itself
    CHECK_FALSE(up.pay[0].worth().has_value());
    CHECK(up.pay[1].next.basis == PayBasis::rung);
    CHECK(up.pay[1].worth() == dollars(123'000));  // 275,000 - 152,000
    CHECK(up.pay[2].next.title == "Two");
    CHECK(up.pay[2].next.base_range.max == dollars(220'000));
}

TEST_CASE("two levels on one rung are not told apart by the medians of that rung") {
    std::vector<Ladder> fine{ladder("f", 100,
                                    {{.name = "1", .rung = "entry", .from = 0, .to = 20},
                                     {.name = "2", .rung = "entry", .from = 20, .to = 40},
                                     {.name = "3", .rung = "senior", .from = 40, .to = 100}})};
    const auto markets = published();
    const auto answer = level_up({"f", "1", {}}, fine, {}, markets);
    const auto& up = std::get<LevelUp>(answer);
    CHECK(up.same_rung);
    CHECK(up.pay.empty());
    CHECK(up.next_rung->name == "3");
    const auto second = level_up({"f", "2", {}}, fine, {}, markets);
    CHECK_FALSE(std::get<LevelUp>(second).same_rung);
    CHECK(std::get<LevelUp>(second).pay.size() == 1);
}

TEST_CASE("there is no level above the top, of a level that is not listed, or of a ladder that is not known") {
    CHECK(std::get<NoLevelUp>(level_up({"a", "A2", {}}, ladders, {}, {})) == NoLevelUp::top_of_ladder);
    CHECK(std::get<NoLevelUp>(level_up({"a", "A9", {}}, ladders, {}, {})) == NoLevelUp::unknown_level);
    CHECK(std::get<NoLevelUp>(level_up({"z", "A1", {}}, ladders, {}, {})) == NoLevelUp::unknown_ladder);
}

TEST_CASE("stock is a part of the three medians, and of nothing where one is missing") {
    const auto markets = published();
    const auto entry = offerkit::choice::pay_at("", {.name = "", .rung = "entry"}, {}, markets);
    REQUIRE(entry.size() == 1);  // figures without a level are not of a level without a name
    CHECK(offerkit::choice::stock_share(entry[0]) == Rate::of(24, 153));
    const auto senior = offerkit::choice::pay_at("", {.name = "", .rung = "senior"}, {}, markets);
    CHECK_FALSE(offerkit::choice::stock_share(senior[0]).has_value());
}

TEST_CASE("an offer is set beside medians as they are collected: salary, whole targets, grants over their years") {
    // base 200,000, bonus 10%, 400,000 over 4 years, sign-on 40,000: 200 + 20 + 100 + 10 = 330 thousand annualized.
    const std::vector offers_read{offers::read(R"(company = "Acme"
currency = "USD"
start = 2026-01-01
[base]
salary = 200_000
[bonus]
target = "10%"
[[sign_on]]
amount = 40_000
[stock]
price = 100.00
[[grant]]
id = "new-hire"
instrument = "rsu"
value = 400_000
vesting = { over = "4 years", every = "1 year" }
)")};
    const auto comparison = offers::compare(offers_read, offers::valuation());
    const auto& offer = comparison.offers.front();
    CHECK(offer.annualized.base == dollars(200'000));
    CHECK(offer.annualized.bonus == dollars(20'000));
    CHECK(offer.annualized.equity == dollars(100'000));
    CHECK(offer.annualized.sign_ons == dollars(40'000));
    CHECK(offer.definitions.annualized == dollars(330'000));
    offerkit::choice::LevelPay pay{.total = dollars(350'000), .base = dollars(190'000), .stock = dollars(130'000)};
    const auto gap = offerkit::choice::gap_to(pay, offer);
    CHECK(gap.total == dollars(20'000));
    CHECK(gap.base == dollars(-10'000));
    CHECK(gap.stock == dollars(30'000));
    CHECK_FALSE(gap.bonus.has_value());
    pay.total = Money{35'000'000, *Currency::of("EUR")};
    CHECK_FALSE(offerkit::choice::gap_to(pay, offer).total.has_value());
}
