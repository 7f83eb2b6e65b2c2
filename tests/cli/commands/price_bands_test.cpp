// The bands of uncertain share prices as `compare` prints them, against laws that were worked out apart.

#include <string>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/run.hpp"

using nlohmann::json;

namespace {

json compared(const json& input, const std::string& by) {
    const support::ScratchFolder folder;
    folder.write("offer.toml", input.at("offer").get<std::string>());
    support::Run run;
    run.arguments = {"compare",  "offer.toml", "--by", by, "--as-of", input.at("as_of").get<std::string>(),
                     "--format", "json"};
    run.folder = folder.path();
    const auto outcome = support::run(run);
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    return json::parse(outcome.out).at("offers").at(0).at("uncertainty");
}

// Each vest is rounded to the cent and the law is not, so a figure may be off by some cents.
void check_quantiles(const json& found, const json& expected) {
    const std::string names[] = {"p10", "p25", "p50", "p75", "p90"};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        INFO(names[i]);
        CHECK_THAT(found.at(names[i]).get<double>(), Catch::Matchers::WithinAbs(expected[i].get<double>(), 1.0));
    }
}

}  // namespace

TEST_CASE("bands of whole offers are those of their known laws", "[cli][uncertainty]") {
    std::size_t offers = 0;
    const json all = json::parse(support::read_file(support::source_path("tests/data/uncertainty.json")));
    for (const auto& known : all.at("cases")) {
        if (known.at("kind") != "offer") {
            continue;
        }
        ++offers;
        INFO(known.at("id").get<std::string>());
        for (const std::string by : {"average", "present_value"}) {
            INFO(by);
            const auto band = compared(known.at("input"), by);
            const auto& expected = known.at("expected");
            CHECK_THAT(band.at("mean").get<double>(),
                       Catch::Matchers::WithinAbs(expected.at(by).at("mean").get<double>(), 0.005));
            check_quantiles(band.at("quantiles"), expected.at(by).at("quantiles"));
            REQUIRE(band.at("years").size() == expected.at("years").size());
            for (std::size_t year = 0; year < band.at("years").size(); ++year) {
                check_quantiles(band["years"][year].at("quantiles"), expected["years"][year].at("quantiles"));
            }
            // The lowest one-in-ten year bounds the tenth of the worst year from above, and comes within a percent of
            // it.
            const double bound = band.at("lowest_year").at("p10").get<double>();
            const double worst = expected.at("worst_year").at("p10").get<double>();
            CHECK(bound > worst * (1 - 1e-3));
            CHECK(bound < worst * 1.01);
        }
    }
    CHECK(offers == 3);
}
