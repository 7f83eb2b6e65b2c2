#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/offers.hpp"

using offerkit::quantity::Fraction;
using offerkit::quantity::Shares;

namespace {

Shares shares_of(const nlohmann::json& value) {
    if (value.is_string()) {
        const auto text = value.get<std::string>();
        const auto slash = text.find('/');
        return Shares{*Fraction::of(std::stoll(text.substr(0, slash)), std::stoll(text.substr(slash + 1)))};
    }
    return Shares{value.get<std::int64_t>()};
}

}  // namespace

TEST_CASE("every published schedule gives its tranches to the share and the day") {
    // docs/numbers.md, "Vesting".
    const auto vectors = nlohmann::json::parse(support::read_file(support::source_path("tests/data/vesting.json")));
    REQUIRE(vectors["cases"].size() == 25);
    for (const auto& example : vectors["cases"]) {
        INFO(example["id"].get<std::string>() << ": " << example["title"].get<std::string>());
        const auto offer = offers::read(example["offer"].get<std::string>());
        const auto grant = offers::resolve_first(offer);
        const auto& tranches = grant.schedule.tranches;
        const auto& expected = example["tranches"];
        REQUIRE(tranches.size() == expected.size());
        Shares cumulative;
        for (std::size_t i = 0; i < tranches.size(); ++i) {
            INFO("tranche " << i + 1);
            cumulative += tranches[i].quantity;
            REQUIRE(tranches[i].date.has_value());
            CHECK(to_string(*tranches[i].date) == expected[i][0].get<std::string>());
            CHECK(tranches[i].quantity == shares_of(expected[i][1]));
            CHECK(cumulative == shares_of(expected[i][2]));
        }
        CHECK(cumulative == grant.quantity);
    }
}
