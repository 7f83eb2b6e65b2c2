// Scenarios of a private company: known answers, and what holds for every set of them.

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <offerkit/choice/comparison/break_even.hpp>
#include <offerkit/choice/comparison/sales.hpp>
#include <offerkit/value/exits.hpp>
#include <offerkit/value/review_exits.hpp>
#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/offers.hpp"
#include "support/run.hpp"

using namespace offerkit;
using nlohmann::json;
using quantity::Exact;

namespace {

std::string text_of(const json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

double plain(const Exact& value) { return static_cast<double>(value.top()) / static_cast<double>(value.bottom()); }

double plain(quantity::Money value) { return static_cast<double>(value.minor()) / 100.0; }

/// An offer of one grant that has vested wholly, or in part, on the day of each scenario.
std::string offer_of(const json& input) {
    std::string text = fmt::format(R"(company = "Acme"
currency = "USD"
start = 2026-03-02
[stock]
kind = "private"
price = 1.00
as_of = 2026-01-15
fully_diluted = {}
)",
                                   text_of(input["fully_diluted"]));
    for (const json& series : input["series"]) {
        text += fmt::format("[[stock.series]]\nshares = {}\ninvested = {}\nparticipation = \"{}\"\nrank = {}\n",
                            text_of(series["shares"]), text_of(series["preference"]),
                            series["participation"].get<std::string>(), text_of(series["rank"]));
        if (series.contains("cap")) {
            text += fmt::format("cap = {}\n", series["cap"].get<double>() / series["preference"].get<double>());
        }
    }
    for (const json& exit : input["exits"]) {
        // Three quarters have vested after three years.
        const bool part = exit.contains("vested");
        text += fmt::format("[[exit]]\nname = \"{}\"\nchance = \"{}\"\nafter = \"{}\"\nhow = \"{}\"\nvalue = {}\n",
                            exit["name"].get<std::string>(), text_of(exit["chance"]), part ? "3 years" : "4 years",
                            exit["how"].get<std::string>(), text_of(exit["value"]));
        for (const char* key : {"fees", "debt", "rounds", "raised"}) {
            text += exit.contains(key) ? fmt::format("{} = {}\n", key, text_of(exit[key])) : "";
        }
        text += exit.contains("dilution") ? fmt::format("dilution = \"{}\"\n", text_of(exit["dilution"])) : "";
    }
    const bool option = text_of(input["strike"]) != "0";
    return text + fmt::format(
                      "[[grant]]\ninstrument = \"{}\"\nquantity = {}\n{}vesting = {{ over = \"4 years\" , "
                      "every = \"1 year\" }}\n",
                      option ? "nso" : "rsu", text_of(input["shares"]),
                      option ? "strike = " + text_of(input["strike"]) + "\n" : "");
}

std::vector<json> known() {
    const json all = json::parse(support::read_file(support::source_path("tests/data/exits.json")))["cases"];
    std::vector<json> result;
    std::copy_if(all.begin(), all.end(), std::back_inserter(result),
                 [](const json& one) { return one["kind"] == "exits"; });
    return result;
}

constexpr const char* young = R"(company = "Young"
currency = "USD"
start = 2026-03-02
[base]
salary = 150_000
[stock]
kind = "private"
price = 1.00
as_of = 2026-01-15
fully_diluted = 10_000_000
[[grant]]
id = "options"
instrument = "nso"
quantity = 48_000
strike = 1.00
vesting = { over = "4 years", every = "1 month" }
)";

std::string exit(const std::string& keys) { return "[[exit]]\n" + keys + "\n"; }

const value::Exits& exits_of(const choice::Comparison& comparison) {
    REQUIRE(comparison.offers.front().exits);
    return *comparison.offers.front().exits;
}

choice::Comparison valued(const std::vector<model::Offer>& offers) {
    return offers::compare(offers, offers::valuation());
}

}  // namespace

TEST_CASE("known scenarios: share prices, what the shares bring, and what that adds up to") {
    const auto all = known();
    REQUIRE(all.size() == 4);
    for (const json& one : all) {
        CAPTURE(one["id"].get<std::string>());
        const json& expected = one["expected"];
        const std::vector<model::Offer> papers{offers::read(offer_of(one["input"]))};
        const auto comparison = valued(papers);
        const auto& exits = exits_of(comparison);
        const double near = one["tolerance"].get<double>();
        REQUIRE(exits.scenarios.size() == expected["worth"].size());
        for (std::size_t i = 0; i < exits.scenarios.size(); ++i) {
            CHECK(plain(exits.scenarios[i].share_price) ==
                  Approx(expected["common_per_share"][i].get<double>()).epsilon(near));
            CHECK(plain(exits.scenarios[i].worth) == Approx(expected["worth"][i].get<double>()).margin(0.005));
        }
        CHECK(plain(exits.mean) == Approx(expected["mean"].get<double>()).margin(0.01));
        CHECK(plain(exits.median) == Approx(expected["median"].get<double>()).margin(0.005));
        CHECK(exits.chance_of_nothing.approximate() == Approx(expected["chance_of_nothing"].get<double>()));
        CHECK(exits.chance_of_loss.approximate() == Approx(expected["chance_of_loss_if_exercised"].get<double>()));
        CHECK(plain(exits.mean_share_price) == Approx(expected["mean_common_per_share"].get<double>()).epsilon(near));
        if (!expected.contains("break_even_value")) {
            continue;
        }
        const auto table = value::cap_table(*papers.front().stock, 0, {}, {});
        const auto owned = value::owned_by_the_end(comparison.offers.front());
        REQUIRE(table);
        const auto price = value::price_for(owned, Exact{*quantity::parse_decimal(text_of(one["input"]["target"]))});
        REQUIRE(price);
        CHECK(plain(risk::claims_at(*table, *price)) ==
              Approx(expected["break_even_value"].get<double>()).epsilon(near));
    }
}

TEST_CASE("known scenarios come out of the program as they are") {
    const support::ScratchFolder folder;
    for (const json& one : known()) {
        CAPTURE(one["id"].get<std::string>());
        const std::string file = folder.write("offer.toml", offer_of(one["input"])).string();
        const auto outcome = support::run({"show", file, "--as-of", "2026-01-20", "--format", "json"});
        REQUIRE(outcome.status == 0);
        const json exits = json::parse(outcome.out)["exits"];
        const json& expected = one["expected"];
        for (std::size_t i = 0; i < expected["worth"].size(); ++i) {
            CHECK(exits["scenarios"][i]["share_price"].get<double>() ==
                  Approx(expected["common_per_share"][i].get<double>()).epsilon(1e-9));
            CHECK(exits["scenarios"][i]["worth"].get<double>() ==
                  Approx(expected["worth"][i].get<double>()).margin(0.005));
        }
        CHECK(exits["mean"].get<double>() == Approx(expected["mean"].get<double>()).margin(0.01));
        CHECK(exits["median"].get<double>() == Approx(expected["median"].get<double>()).margin(0.005));
        CHECK(exits["chance_of_nothing"].get<double>() == Approx(expected["chance_of_nothing"].get<double>()));
        CHECK(exits["chance_of_loss"].get<double>() == Approx(expected["chance_of_loss_if_exercised"].get<double>()));
    }
}

TEST_CASE("known waterfalls come out of a sale of the program") {
    const json all = json::parse(support::read_file(support::source_path("tests/data/exits.json")))["cases"];
    const support::ScratchFolder folder;
    int asked = 0;
    for (const json& one : all) {
        if (one["kind"] != "waterfall") {
            continue;
        }
        CAPTURE(one["id"].get<std::string>());
        const json& input = one["input"];
        std::int64_t shares = input["common"].get<std::int64_t>();
        for (const auto* kind : {"series", "options"}) {
            for (const json& each : input[kind]) {
                shares += each["shares"].get<std::int64_t>();
            }
        }
        json offer{
            {"fully_diluted", shares},
            {"series", input["series"]},
            {"exits",
             json::array({{{"name", "sold"}, {"chance", "100%"}, {"how", "sale"}, {"value", input["proceeds"]}}})},
            {"shares", 1'000},
            {"strike", "0"}};
        std::string text = offer_of(offer);
        const std::size_t grant = text.find("[[grant]]");
        for (const json& options : input["options"]) {
            text.insert(grant, fmt::format("[[stock.options]]\nshares = {}\nstrike = {}\n", text_of(options["shares"]),
                                           text_of(options["strike"])));
        }
        const std::string file = folder.write("offer.toml", text).string();
        const auto outcome = support::run({"show", file, "--as-of", "2026-01-20", "--format", "json"});
        CAPTURE(outcome.err);
        REQUIRE(outcome.status == 0);
        CHECK(json::parse(outcome.out)["exits"]["scenarios"][0]["share_price"].get<double>() ==
              Approx(one["expected"]["common_per_share"].get<double>()).epsilon(1e-9));
        ++asked;
    }
    CHECK(asked == 24);
}

TEST_CASE("no scenario changes a total, and without scenarios there is nothing to tell") {
    const std::vector<model::Offer> without{offers::read(young)};
    const std::vector<model::Offer> with{
        offers::read(young + exit("chance = \"50%\"\nafter = \"3 years\"\nvalue = 90_000_000") +
                     exit("chance = \"50%\"\nafter = \"3 years\"\nvalue = 0"))};
    const auto plainly = valued(without);
    const auto told = valued(with);
    CHECK_FALSE(plainly.offers.front().exits);
    CHECK(plainly.offers.front().total == told.offers.front().total);
    CHECK(plainly.offers.front().definitions.present_value == told.offers.front().definitions.present_value);
    // 36,000 have vested after three years: 36,000 x (9 - 1).
    CHECK(exits_of(told).scenarios[0].vested == quantity::Shares{36'000});
    CHECK(offers::text(exits_of(told).scenarios[0].worth) == "288,000.00");
    CHECK(offers::text(exits_of(told).mean) == "144,000.00");
    CHECK(exits_of(told).median.is_zero());
    // All that vests inside the window can be exercised before.
    CHECK(offers::text(exits_of(told).exercise_cost) == "48,000.00");
    CHECK(exits_of(told).chance_of_loss == *quantity::Rate::of(1, 2));
    // 288,000 / 1.05^(1096 / 365.25).
    CHECK(offers::text(exits_of(told).scenarios[0].present_value) == "248,776.92");
}

TEST_CASE("a range stands for three values with 30%, 40% and 30% of its chance") {
    const std::vector<model::Offer> papers{
        offers::read(young +
                     exit("name = \"sold\"\nchance = \"50%\"\nafter = \"4 years\"\nvalue = { low = 20_000_000, "
                          "likely = 30_000_000, high = 60_000_000 }") +
                     exit("chance = \"50%\"\nafter = \"1 year\"\nvalue = 0"))};
    const auto comparison = valued(papers);
    const auto& exits = exits_of(comparison);
    REQUIRE(exits.scenarios.size() == 4);
    CHECK(exits.scenarios[0].name == "sold, low");
    CHECK(exits.scenarios[1].chance == *quantity::Rate::of(1, 5));
    CHECK(offers::text(exits.scenarios[2].worth) == "240,000.00");
    // 0.15 x 48,000 + 0.2 x 96,000 + 0.15 x 240,000.
    CHECK(offers::text(exits.mean) == "62,400.00");
}

TEST_CASE("a tender buys the part that it says, at its price") {
    const std::vector<model::Offer> papers{offers::read(
        young + exit("chance = \"1\"\nafter = \"2 years\"\nhow = \"tender\"\nprice = 3.00\nsellable = \"25%\""))};
    const auto comparison = valued(papers);
    const auto& scenario = exits_of(comparison).scenarios.front();
    CHECK_FALSE(scenario.value);
    CHECK(scenario.vested == quantity::Shares{24'000});
    CHECK(offers::text(scenario.worth) == "12,000.00");
}

TEST_CASE("an exit opens the gates that name its event, as `--if` does, in place of the three cases") {
    constexpr const char* units = R"(company = "Units"
currency = "USD"
start = 2026-03-02
[base]
salary = 150_000
[stock]
kind = "private"
price = 10.00
as_of = 2026-01-15
fully_diluted = 10_000_000
[[grant]]
id = "units"
instrument = "rsu"
quantity = 4_000
gate = "ipo"
vesting = { over = "4 years", every = "1 year" }
[[event]]
id = "ipo"
chance = "50%"
)";
    const std::vector<model::Offer> waits{offers::read(units)};
    CHECK(valued(waits).offers.front().waiting);
    const std::string listed =
        "chance = \"40%\"\non = 2028-03-02\nhow = \"listing\"\nvalue = 300_000_000\nevent = \"ipo\"";
    const std::string never = "chance = \"60%\"\non = 2029-03-02\nvalue = 300_000_000";
    const std::vector<model::Offer> papers{offers::read(units + exit(listed) + exit(never))};
    const auto comparison = valued(papers);
    const auto& exits = exits_of(comparison);
    CHECK_FALSE(comparison.offers.front().waiting);
    CHECK(comparison.offers.front().pending.front().in_scenarios);
    CHECK(exits.scenarios[0].vested == quantity::Shares{2'000});
    CHECK(offers::text(exits.scenarios[0].worth) == "60,000.00");
    CHECK(exits.scenarios[1].vested.is_zero());
    CHECK(exits.chance_of_nothing == *quantity::Rate::of(3, 5));

    // After the window: what service has earned inside it, for somebody who is there on the day.
    const std::string late = "chance = \"1\"\non = 2031-03-02\nhow = \"listing\"\nvalue = 300_000_000\nevent = \"ipo\"";
    const std::vector<model::Offer> later{offers::read(units + exit(late))};
    const auto after = valued(later);
    CHECK(exits_of(after).scenarios[0].vested == quantity::Shares{4'000});
    CHECK(exits_of(after).scenarios[0].after_window);
}

TEST_CASE("a single trigger on the day of an exit vests what it says") {
    const std::string sold = exit("chance = \"1\"\non = 2027-03-02\nvalue = 20_000_000\nevent = \"sale\"");
    const std::vector<model::Offer> papers{offers::read(
        std::string{young} + "[[grant.acceleration]]\ntrigger = \"single\"\nevent = \"sale\"\namount = \"50%\"\n" +
        sold + "[[event]]\nid = \"sale\"\n")};
    // 12,000 by service, and half of the other 36,000.
    CHECK(exits_of(valued(papers)).scenarios[0].vested == quantity::Shares{30'000});
}

TEST_CASE("the value at which offers tie makes them tie") {
    const std::string series = "[[stock.series]]\nshares = 2_000_000\ninvested = 8_000_000\n";
    const std::string top = std::string{young}.insert(std::string{young}.find("[[grant]]"), series);
    const std::string better = "company = \"Sure\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[base]\nsalary = 175_000\n";
    for (const auto by : {model::Definition::average, model::Definition::present_value}) {
        auto valuation = offers::valuation();
        valuation.by = by;
        const std::vector<model::Offer> papers{offers::read(top), offers::read(better)};
        const auto comparison = offers::compare(papers, valuation);
        const auto& tie = *std::find_if(comparison.break_even.begin(), comparison.break_even.end(),
                                        [](const choice::BreakEven& one) { return one.offer == 0; });
        REQUIRE(tie.company);
        const auto table = value::cap_table(*papers.front().stock, 0, {}, {});
        const auto price = risk::share_price(*table, Exact{tie.company->value});
        REQUIRE(price);
        const auto worth = value::worth_at(value::owned_by_the_end(comparison.offers.front()), *price);
        const double gap = plain(comparison.figure(1)) - plain(comparison.figure(0));
        // A year more or less: four years of the average; the end of the window is four years on.
        const double needed = by == model::Definition::average ? gap * 4 : gap * (1.05 * 1.05 * 1.05 * 1.05);
        CHECK(plain(worth) == Approx(needed).margin(0.02));
    }
}

TEST_CASE("sales at one value after another rise, and cost the same to exercise") {
    const std::vector<model::Offer> papers{offers::read(young)};
    const auto comparison = valued(papers);
    const auto usd = papers.front().currency;
    const std::vector<quantity::Money> values{{0, usd}, {2'000'000'000, usd}, {6'000'000'000, usd}};
    const auto sales = choice::sales_at(comparison.offers.front(), values);
    REQUIRE(sales);
    CHECK(offers::text(sales->exercise_cost) == "48,000.00");
    CHECK(sales->rows[0].worth.is_zero());
    CHECK(offers::text(sales->rows[1].worth) == "48,000.00");
    CHECK(offers::text(sales->rows[2].worth) == "240,000.00");
    CHECK_FALSE(sales->rows[0].of_value);
}

TEST_CASE("scenarios that are hardly meant are warned of") {
    const auto codes = [](const std::string& text) {
        const std::vector<model::Offer> papers{offers::read(text)};
        diagnostic::Diagnostics problems;
        value::review_exits(valued(papers).offers.front(), offers::valuation(), problems);
        std::vector<std::string> found;
        for (const auto& problem : problems.sorted()) {
            found.emplace_back(problem.code);
        }
        return found;
    };
    const std::string none = exit("chance = \"50%\"\nafter = \"1 year\"\nvalue = 0");
    CHECK(codes(young + exit("chance = \"50%\"\nafter = \"1 year\"\nvalue = 20_000_000") + none).empty());
    CHECK(codes(young + exit("chance = \"50%\"\nafter = \"1 year\"\nvalue = 90_000_000") + none) ==
          std::vector<std::string>{"scenario-price"});
    CHECK(codes(young + exit("chance = \"50%\"\nafter = \"1 year\"\nvalue = 5_000_000") + none) ==
          std::vector<std::string>{"scenario-price"});
    CHECK(codes(young + exit("chance = \"1\"\nafter = \"1 year\"\nvalue = 10_000_000")) ==
          std::vector<std::string>{"no-bad-end"});
    CHECK(codes(young +
                exit("chance = \"50%\"\nafter = \"1 year\"\nvalue = 20_000_000\nrounds = 1\ndilution = \"10%\"") +
                none) == std::vector<std::string>{"raised-unknown"});
}

TEST_CASE("a share of over three times its price, or under a third of it, is warned of in money of the price's day") {
    const auto warned = [](const std::string& price, const std::string& keys) {
        std::string text = young;
        text.replace(text.find("price = 1.00\nas_of = 2026-01-15"), 31, price);
        const std::vector<model::Offer> papers{offers::read(text + exit("chance = \"50%\"\n" + keys) +
                                                            exit("chance = \"50%\"\nafter = \"1 year\"\nvalue = 0"))};
        diagnostic::Diagnostics problems;
        value::review_exits(valued(papers).offers.front(), offers::valuation(), problems);
        return problems.all().size() == 1 ? problems.all()[0].message : std::to_string(problems.all().size());
    };
    const std::string worth = "the scenarios make a share worth ";
    const std::string above = worth + "over three times its fair value of 1.00, in today's money";
    const std::string below = worth + "under a third of its fair value of 1.00, in today's money";
    // At 5% a year the 411 days to 2027-03-02 are a factor of 1.05 ^ (411 / 365.25) = 1.0564: of 10 million shares half
    // of 63.385 million is three times 1.00 then, and half of 7.043 million a third of it.
    const std::string one = "price = 1.00\nas_of = 2026-01-15";
    const std::string in_a_year = "after = \"1 year\"\nvalue = ";
    CHECK(warned(one, in_a_year + "63_300_000") == "0");
    CHECK(warned(one, in_a_year + "63_500_000") == above);
    CHECK(warned(one, in_a_year + "7_100_000") == "0");
    CHECK(warned(one, in_a_year + "7_000_000") == below);
    // On the price's day and before it nothing is discounted: exactly three times and exactly a third are fair.
    const std::string at_once = "on = 2026-03-02\nvalue = ";
    for (const std::string day : {"2026-03-02", "2026-03-03", "2026-12-31"}) {
        CHECK(warned("price = 1\nas_of = " + day, at_once + "60_000_000") == "0");
        CHECK(warned("price = 1\nas_of = " + day, at_once + "60_000_001") == above);
        CHECK(warned("price = 3\nas_of = " + day, at_once + "20_000_000") == "0");
        CHECK(warned("price = 3\nas_of = " + day, at_once + "19_999_999") != "0");
    }
    // A price of nothing has no multiple.
    CHECK(warned("price = 0\nas_of = 2026-01-15", in_a_year + "90_000_000") == "0");
}

TEST_CASE("a sale after rounds that bring no money is warned of, where they dilute at all and nobody lists instead") {
    const auto codes = [](const std::string& keys) {
        const std::vector<model::Offer> papers{
            offers::read(young + exit("chance = \"50%\"\nafter = \"1 year\"\nvalue = 20_000_000\n" + keys) +
                         exit("chance = \"50%\"\nafter = \"1 year\"\nvalue = 0"))};
        diagnostic::Diagnostics problems;
        value::review_exits(valued(papers).offers.front(), offers::valuation(), problems);
        return problems.all().size();
    };
    CHECK(codes("rounds = 1\ndilution = \"10%\"") == 1);
    CHECK(codes("rounds = 1\ndilution = \"10%\"\nraised = 1") == 0);
    CHECK(codes("rounds = 0\ndilution = \"10%\"") == 0);
    CHECK(codes("rounds = 1\ndilution = \"0%\"") == 0);
    CHECK(codes("rounds = 1\ndilution = \"10%\"\nhow = \"listing\"") == 0);
}

TEST_CASE("investors may get first what the company was worth at its last round, and no more") {
    const auto codes = [](const std::string& invested, const std::string& preferred) {
        const std::string claims = preferred + "[[stock.series]]\nshares = 2_000_000\ninvested = " + invested + "\n";
        const std::vector<model::Offer> papers{
            offers::read(std::string{young}.insert(std::string{young}.find("[[grant]]"), claims))};
        diagnostic::Diagnostics problems;
        value::review_exits(valued(papers).offers.front(), offers::valuation(), problems);
        return problems.all().size();
    };
    // 10,000,000 shares at 4.00.
    CHECK(codes("40_000_000", "preferred_price = 4\n") == 0);
    CHECK(codes("40_000_001", "preferred_price = 4\n") == 1);
    CHECK(codes("40_000_001", "") == 0);
}

TEST_CASE("an exit on the window's last day is in it, one on the day after it or after the last day employed is not") {
    const auto after = [](const std::string& day, const std::string& end = "") {
        const std::vector<model::Offer> papers{
            offers::read(end + young + exit("chance = \"1\"\non = " + day + "\nvalue = 20_000_000"))};
        const auto comparison = valued(papers);
        return exits_of(comparison).scenarios.front().after_window;
    };
    CHECK_FALSE(after("2030-03-02"));
    CHECK(after("2030-03-03"));
    CHECK_FALSE(after("2028-06-30", "end = 2028-06-30\n"));
    CHECK(after("2028-07-01", "end = 2028-06-30\n"));
}

TEST_CASE("rounds to come add shares for new investors, and what is left over is common") {
    const std::string claims =
        "[[stock.series]]\nshares = 2_000_000\ninvested = 8_000_000\n[[stock.options]]\nshares = 500_000\nstrike = 1\n";
    auto stock = *offers::read(std::string{young}.insert(std::string{young}.find("[[grant]]"), claims)).stock;
    const auto table = [&](std::int64_t rounds, const quantity::Rate& dilution) {
        return value::cap_table(stock, rounds, dilution, Exact{30'000'000});
    };
    const auto now = table(0, *quantity::Rate::of(1, 10));
    REQUIRE(now);
    CHECK(now->common == Exact{7'500'000});
    REQUIRE(now->preferred.size() == 1);
    CHECK(now->preferred[0].shares == Exact{2'000'000});
    REQUIRE(now->options.size() == 1);
    CHECK(now->options[0].shares == Exact{500'000});
    // 10,000,000 are 0.9 x 0.9 of all: 12,345,679.01 less 10,000,000, before the series.
    const auto later = table(2, *quantity::Rate::of(1, 10));
    REQUIRE(later);
    REQUIRE(later->preferred.size() == 2);
    CHECK(later->preferred[0].shares == Exact::ratio(190'000'000, 81));
    CHECK(later->common == Exact{7'500'000});
    CHECK_FALSE(table(1, quantity::Rate{1}));
    stock.fully_diluted = 2'500'000;  // nothing is left for common shares
    CHECK_FALSE(table(0, {}));
    stock.fully_diluted = 2'500'001;
    CHECK(table(0, {}));
    stock.fully_diluted.reset();
    CHECK_FALSE(table(0, {}));
}

TEST_CASE("chances that do not add up to 100% name what is missing") {
    const std::string none = exit("chance = \"50%\"\nafter = \"1 year\"\nvalue = 0");
    CHECK(offers::problems(young + exit("chance = \"45%\"\nafter = \"1 year\"\nvalue = 20_000_000") + none) ==
          std::vector<std::string>{"chances-sum"});
    const support::ScratchFolder folder;
    const std::string file =
        folder.write("offer.toml", young + exit("chance = \"45%\"\nafter = \"1 year\"\nvalue = 20_000_000") + none)
            .string();
    const auto outcome = support::run({"check", file, "--as-of", "2026-01-20"});
    CHECK(outcome.status == 1);
    CHECK(outcome.err.find("add to 95%") != std::string::npos);
    CHECK(outcome.err.find("chance = \"5%\"") != std::string::npos);
}

TEST_CASE("sixty scenarios of a company with twenty rounds are valued at once") {
    std::string series;
    for (int i = 1; i <= 20; ++i) {
        series += fmt::format("[[stock.series]]\nshares = {}\ninvested = {}\nrank = {}\n", 100'000 + 1'000 * i,
                              1'000'000 * i, 1 + i % 4);
    }
    std::string text = std::string{young}.insert(std::string{young}.find("[[grant]]"), series);
    for (int i = 0; i < 60; ++i) {
        text +=
            exit(fmt::format("chance = \"1/60\"\nafter = \"{} months\"\nvalue = {}\nrounds = 1\ndilution = "
                             "\"16.7%\"\nraised = {}",
                             12 + i, 7'000'000 * i, 100'000 * (1 + i)));
    }
    const std::vector<model::Offer> papers{offers::read(text)};
    const auto comparison = valued(papers);
    CHECK(exits_of(comparison).scenarios.size() == 60);
    CHECK(exits_of(comparison).scenarios.back().share_price > exits_of(comparison).scenarios.front().share_price);
}

TEST_CASE("scenarios that cannot be computed exactly are refused at the first of them") {
    // A program may build an offer larger than a file may say.
    const auto refused = [](auto edit) {
        auto offer = offers::read(young + exit("chance = \"50%\"\nafter = \"1 year\"\nvalue = 20_000_000") +
                                  exit("chance = \"50%\"\nafter = \"1 year\"\nvalue = 0"));
        edit(offer);
        diagnostic::Diagnostics problems;
        const auto comparison = choice::compare({&offer, 1}, offers::valuation(), problems);
        CHECK(comparison.has_value() == problems.all().empty());
        if (problems.all().empty()) {
            return std::string{};
        }
        CHECK(problems.all().size() == 1);
        return std::string{problems.all()[0].code} +
               (problems.all()[0].span == offer.stock->exits.front().span ? "" : " elsewhere");
    };
    CHECK(refused([](model::Offer&) {}).empty());
    const auto usd = [](std::int64_t cents) { return quantity::Money{cents, *quantity::Currency::of("USD")}; };
    // 12,000 of 48,000 options have vested after a year. As many shares: all of the company's common is theirs.
    const auto few = [](model::Offer& offer, quantity::Money value) {
        offer.stock->fully_diluted = 12'000;
        offer.stock->exits.front().value = value;
    };
    // Half of it counts in the mean; its present value is to lie well within 64 bits, below 4.6 x 10^18 cents.
    CHECK(refused([&](model::Offer& offer) { few(offer, usd(4'000'000'000'000'000'000)); }).empty());
    CHECK(refused([&](model::Offer& offer) { few(offer, usd(6'000'000'000'000'000'000)); }) == "overflow");
    CHECK(refused([&](model::Offer& offer) {
              offer.stock->fully_diluted = 3'000;
              offer.stock->exits.front().value = usd(6'000'000'000'000'000'000);
          }) == "overflow");
    // Rounds in which nothing is left, many of which are no worse, and a number of all shares that nobody knows.
    const auto rounds = [](std::int64_t count, const quantity::Rate& dilution) {
        return [=](model::Offer& offer) {
            offer.stock->exits.front().rounds = count;
            offer.stock->exits.front().dilution = dilution;
            offer.stock->exits.front().raised = quantity::Money::zero(offer.currency);
        };
    };
    CHECK(refused(rounds(3, *quantity::Rate::of(1, 10))).empty());
    CHECK(refused(rounds(1, quantity::Rate{1})) == "overflow");
    CHECK(refused(rounds(3, quantity::Rate{1})) == "overflow");
    CHECK(refused([](model::Offer& offer) { offer.stock->fully_diluted.reset(); }) == "overflow");
    // A chance of which no 30% can be told.
    CHECK(refused([&](model::Offer& offer) {
              offer.stock->exits.front().value = model::ValueRange{usd(100), usd(200), usd(300)};
              offer.stock->exits.front().chance = *quantity::Rate::of(1, std::int64_t{1} << 62U);
          }) == "overflow");
    // What exercising costs: 48,000 options at 2 x 10^12 dollars.
    CHECK(refused([](model::Offer& offer) {
              offer.grants.front().strike->value = quantity::Price{
                  static_cast<quantity::int128>(quantity::Price::steps_per_major) * 2'000'000'000'000, offer.currency};
          }) == "overflow");
}

TEST_CASE("rounds that bring no money are told once of scenarios that somebody else wrote, else of each") {
    const std::string rounds =
        exit("chance = \"25%\"\nafter = \"1 year\"\nvalue = 20_000_000\nrounds = 1\ndilution = \"10%\"");
    auto offer = offers::read(young + rounds + rounds + exit("chance = \"50%\"\nafter = \"1 year\"\nvalue = 0"));
    const auto told = [&] {
        const std::vector<model::Offer> papers{offer};
        diagnostic::Diagnostics problems;
        value::review_exits(valued(papers).offers.front(), offers::valuation(), problems);
        return std::count_if(problems.all().begin(), problems.all().end(),
                             [](const auto& problem) { return problem.code == "raised-unknown"; });
    };
    CHECK(told() == 2);
    offer.stock->exit_prior.emplace();
    CHECK(told() == 1);
}

TEST_CASE("what investors get first is held against the last round only where both can be counted") {
    auto offer = offers::read(std::string{young}.insert(std::string{young}.find("[[grant]]"),
                                                        "preferred_price = 4\n[[stock.series]]\nshares = 2_000_000\n"
                                                        "invested = 40_000_001\n"));
    const auto told = [&] {
        const std::vector<model::Offer> papers{offer};
        diagnostic::Diagnostics problems;
        value::review_exits(valued(papers).offers.front(), offers::valuation(), problems);
        return problems.all().size();
    };
    CHECK(told() == 1);
    const auto preference = offer.stock->series.front().preference;
    offer.stock->series.front().preference = Exact::overflow();
    CHECK(told() == 0);
    offer.stock->series.front().preference = preference;
    offer.stock->fully_diluted.reset();
    CHECK(told() == 0);
}
