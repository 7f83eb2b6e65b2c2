// Levels of different companies side by side (docs/numbers.md, "Levels").

#include <string>
#include <vector>

#include <offerkit/choice/career_levels.hpp>

#include "support/catch.hpp"

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

TEST_CASE("MODEL 7: two levels correspond by the share of the one's interval that the other covers") {
    CHECK(neighbours("a", "A2") == "b B2 58.33%, b B1 25%, c C2 rung, d D2 rung");
    CHECK(neighbours("a", "A1") == "b B1 100%, c C1 rung");
}

TEST_CASE("MODEL 7: a ladder without intervals is placed by its rungs, and that is said") {
    CHECK(neighbours("c", "C2") == "a A2 rung, b B2 rung, d D2 rung");
    CHECK(place_level({"c", "C2", {}}, ladders)->approximate);
    CHECK_FALSE(place_level({"a", "A2", {}}, ladders)->approximate);
}

TEST_CASE("a level that its ladder does not list has no place") {
    CHECK_FALSE(place_level({"a", "A9", {}}, ladders).has_value());
    CHECK_FALSE(place_level({"z", "A1", {}}, ladders).has_value());
}
