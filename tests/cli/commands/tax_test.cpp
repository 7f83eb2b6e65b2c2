// `offerkit tax` as a person and a script meet it.

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/run.hpp"
#include "support/taxes.hpp"

using namespace offerkit;
using nlohmann::json;

namespace {

/// Runs `tax` on texts: offers by their names, and the priorities.
support::Outcome tax_of(const std::vector<std::pair<std::string, std::string>>& files, const std::string& priorities,
                        std::vector<std::string> words = {}) {
    const support::ScratchFolder folder;
    support::Run run;
    run.arguments = {"tax"};
    for (const auto& [name, text] : files) {
        folder.write(name, text);
        run.arguments.push_back(name);
    }
    run.arguments.insert(run.arguments.end(), {"--as-of", "2026-01-02"});
    if (!priorities.empty()) {
        folder.write("me.toml", priorities);
        run.arguments.insert(run.arguments.end(), {"--priorities", "me.toml"});
    }
    run.arguments.insert(run.arguments.end(), words.begin(), words.end());
    run.folder = folder.path();
    return support::run(run);
}

std::string first_day_of_tax_year(const std::string& place, int year) {
    const std::string country = place.substr(0, 2);
    return std::to_string(year) + (country == "uk"   ? "-04-06"
                                   : country == "au" ? "-07-01"
                                   : country == "in" ? "-04-01"
                                                     : "-01-01");
}

/// A known answer as an offer of one year that pays the first earner's income.
std::string offer_of(const json& example, const std::string& currency) {
    const json& earner = example["earners"][0];
    const std::string place = example["place"];
    std::string text = "company = \"Acme\"\nplace = \"" + place + "\"\ncurrency = \"" + currency +
                       "\"\nstart = " + first_day_of_tax_year(place, example["year"]) +
                       "\n[base]\nsalary = " + earner["wage"].dump() + "\n";
    if (earner["bonus"] != 0) {
        text += "[bonus]\namount = " + earner["bonus"].dump() + "\n";
    }
    const json shares = earner["rsu"];
    const json spread = example["iso_spread"];
    if (shares != 0 || spread != 0) {
        text += "[stock]\nprice = 2\n";
    }
    if (shares != 0) {
        text += "[[grant]]\nid = \"shares\"\ninstrument = \"rsu\"\nvalue = " + shares.dump() +
                "\nvesting = { over = \"6 months\" }\n";
    }
    if (spread != 0) {
        text += "[[grant]]\nid = \"options\"\ninstrument = \"iso\"\nstrike = 1\nquantity = " + spread.dump() +
                "\nvesting = { over = \"6 months\" }\nexercise = { on = " + std::to_string(example["year"].get<int>()) +
                "-08-01 }\n";
    }
    return text;
}

std::string household_of(const json& example) {
    const json& earners = example["earners"];
    std::string text =
        "horizon = \"1 year\"\n[household]\nstatus = \"" + example["status"].get<std::string>() + "\"\ndeduction = \"" +
        example["deduction"].get<std::string>() + "\"\nchildren = " + example["children"].dump() +
        "\ndeferral = " + earners[0]["deferral"].dump() + "\npretax_benefits = " + earners[0]["benefits"].dump() + "\n";
    if (earners.size() == 2) {
        text += "spouse_pay = " + earners[1]["wage"].dump() + "\n";
    }
    return text;
}

/// The taxes of the second earner alone.
tax::Assessment spouse_alone(const json& example) {
    taxes::Desk desk;
    const auto plan =
        desk.plan(example["place"], example["year"], *from_word<tax::Status>(example["status"].get<std::string>()));
    auto household = taxes::earning(plan, 0);
    auto spouse = household.earners.front();
    spouse.cash = quantity::Money{example["earners"][1]["wage"].get<std::int64_t>() * plan.currency().minor_per_major(),
                                  plan.currency()};
    household.earners.push_back(spouse);
    household.children = example["children"].get<std::int64_t>();
    return *tax::assess(plan, household,
                        example["deduction"] == "best" ? tax::Deduction::best : tax::Deduction::standard);
}

const std::string acme = R"(company = "Acme"
place = "us-ca"
currency = "USD"
start = 2026-01-05
[base]
salary = 150_000
)";

}  // namespace

TEST_CASE("every known answer that an offer can have is met through the command, component by component") {
    const json all = json::parse(support::read_file(support::source_path("tests/data/tax.json")))["cases"];
    int compared = 0;
    int met = 0;
    for (const json& example : all) {
        // No key of a file is a gain: it does not come from an offer.
        if (example["long_gain"] != 0) {
            continue;
        }
        CAPTURE(example["id"].get<std::string>());
        taxes::Desk desk;
        const std::string currency{desk.plan(example["place"], example["year"]).currency().code()};
        const auto result =
            tax_of({{"acme.toml", offer_of(example, currency)}}, household_of(example), {"--format", "json"});
        CAPTURE(result.err);
        REQUIRE(result.status == 0);
        const json year = json::parse(result.out)["offers"][0]["years"][0];
        CHECK(year["tax_year"] == example["year"]);
        const bool couple = example["earners"].size() == 2;
        const auto alone = couple ? std::optional{spouse_alone(example)} : std::nullopt;
        for (const auto& [key, expected] : example["expected"].items()) {
            const auto component = from_word<tax::Component>(key);
            if (!component) {
                continue;
            }
            const double other = alone ? static_cast<double>(alone->of(*component).minor()) / 100 : 0;
            CAPTURE(key, other);
            CHECK(std::abs(year["components"][key].get<double>() + other - expected.get<double>()) <=
                  example["tolerance"].get<double>() + 1e-6);
            ++compared;
        }
        ++met;
    }
    CHECK(met == 104);
    CHECK(compared > 500);
}

TEST_CASE("what is missing or too much is named with what to write") {
    const auto no_place = tax_of({{"a.toml", "company = \"A\"\ncurrency = \"USD\"\nstart = 2026-01-05\n"}}, "");
    CHECK(no_place.status == 1);
    CHECK(no_place.err.find("`place` is missing") != std::string::npos);
    CHECK(no_place.err.find("offerkit profiles places") != std::string::npos);
    const auto above = tax_of({{"a.toml", acme}}, "[household]\ndeferral = 30_000\n");
    CHECK(above.status == 1);
    CHECK(above.err.find("24,500") != std::string::npos);
    const auto unknown = tax_of({{"a.toml", acme}}, "[household]\nstatus = \"maried\"\n");
    CHECK(unknown.status == 1);
    CHECK(unknown.err.find("joint") != std::string::npos);
    std::string ohio = acme;
    ohio.replace(ohio.find("us-ca"), 5, "us-oh");
    const auto status = tax_of({{"a.toml", ohio}}, "[household]\nstatus = \"joint\"\n");
    CHECK(status.status == 1);
    CHECK(status.err.find("single") != std::string::npos);
    std::string near = acme;
    near.replace(near.find("us-ca"), 5, "us-cq");
    const auto place = tax_of({{"a.toml", near}}, "");
    CHECK(place.status == 1);
    CHECK(place.err.find("did you mean") != std::string::npos);
}

TEST_CASE("the first screen fits a terminal, and names year, status and what is left out") {
    std::string seattle = acme;
    seattle.replace(seattle.find("us-ca"), 5, "us-wa");
    seattle.replace(seattle.find("Acme"), 4, "Rain");
    const auto page = tax_of({{"a.toml", acme}, {"b.toml", seattle}}, "[household]\ndeferral = \"max\"\n");
    CAPTURE(page.err);
    REQUIRE(page.status == 0);
    CAPTURE(page.out);
    CHECK(page.out.find("tax year 2026") != std::string::npos);
    CHECK(page.out.find("projected") != std::string::npos);
    CHECK(page.out.find("Left out") != std::string::npos);
    CHECK(page.out.find("-24,500") != std::string::npos);
    CHECK(std::count(page.out.begin(), page.out.end(), '\n') <= 26);
}

TEST_CASE("an offer of another country is taxed in its own currency, and equivalent pay is told in it") {
    std::string berlin = acme;
    berlin.replace(berlin.find("us-ca"), 5, "de");
    berlin.replace(berlin.find("USD"), 3, "EUR");
    berlin += "[fx]\n\"EUR/USD\" = 1.10\n";
    const auto result = tax_of({{"a.toml", acme}, {"b.toml", berlin}}, "", {"--format", "json"});
    CAPTURE(result.err);
    REQUIRE(result.status == 0);
    const json document = json::parse(result.out);
    CHECK(document["offers"][1]["currency"] == "EUR");
    CHECK(document["offers"][1]["years"][0]["cash"] == 150000);
    REQUIRE(document["equivalents"].size() == 1);
}

TEST_CASE("tax due on shares that nobody buys is told of shares, never of options that wait to be exercised") {
    const auto told = [](const std::string& grant) {
        const auto result = tax_of({{"a.toml",
                                     "company = \"A\"\nplace = \"us-ca\"\ncurrency = \"USD\"\nstart = "
                                     "2026-01-05\n[base]\nsalary = 150_000\n[stock]\nkind = \"private\"\n"
                                     "price = 2\nas_of = 2026-01-02\n[[grant]]\nquantity = 8_000\n" +
                                         grant + "vesting = { over = \"4 years\", every = \"1 year\" }\n"}},
                                   "", {"--format", "json"});
        CAPTURE(result.err);
        REQUIRE(result.status == 0);
        return json::parse(result.out)["offers"][0]["warnings"].dump().find("private company") != std::string::npos;
    };
    CHECK(told("instrument = \"rsu\"\n"));
    CHECK_FALSE(told("instrument = \"nso\"\nstrike = 1\n"));
}
