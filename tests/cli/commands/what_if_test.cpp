// What if: sweeps, another discount rate, events supposed, what waits counted, and only what all offers state.

#include <algorithm>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/run.hpp"

namespace {

using support::Outcome;
using support::ScratchFolder;

const std::string salaried = "company = \"A\"\ncurrency = \"USD\"\nstart = 2026-01-05\n[base]\nsalary = 150_000\n";
const std::string private_shares =
    "company = \"B\"\ncurrency = \"USD\"\nstart = 2026-01-05\n[base]\nsalary = 100_000\n[stock]\nkind = "
    "\"private\"\nprice = 50\nas_of = 2026-01-05\n[[event]]\nid = \"tender\"\nchance = \"50%\"\n[[grant]]\nid = "
    "\"g\"\nquantity = 8_000\ngate = \"tender\"\nvesting = { over = \"4 years\", every = \"3 months\" }\n";

struct Files {
    ScratchFolder folder;
    Files() {
        folder.write("a.toml", salaried);
        folder.write("b.toml", private_shares);
        folder.write("me.toml",
                     "discount_rate = \"3%\"\n[money]\nworst = 0\nbest = 400_000\nswing = 100\n[[factor]]\nid = "
                     "\"life\"\nswing = 1\n");
    }
    [[nodiscard]] Outcome run(std::vector<std::string> words) const {
        support::Run run;
        run.arguments = std::move(words);
        run.arguments.insert(run.arguments.end(), {"--as-of", "2026-01-05"});
        run.folder = folder.path();
        return support::run(run);
    }
    [[nodiscard]] nlohmann::json json(std::vector<std::string> words) const {
        words.insert(words.end(), {"--format", "json"});
        const auto outcome = run(std::move(words));
        INFO(outcome.err);
        REQUIRE(outcome.status == 0);
        return nlohmann::json::parse(outcome.out);
    }
};

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a sweep has a row for each value, who leads at it, and where the lead changes hands") {
    const Files files;
    const auto swept = files.json(
        {"compare", "a.toml", "b.toml", "--by", "average", "--pending", "all", "--sweep", "stock.price=20..60/20"});
    REQUIRE(swept["sweep"].size() == 3);
    CHECK(swept["sweep"][0]["values"] == nlohmann::json::array({20}));
    // The price is of [stock] in every file, so both are read with it; only B has shares.
    CHECK(swept["sweep"][1]["figures"] == nlohmann::json::array({150'000, 180'000}));
    CHECK(swept["sweep"][0]["leader"] == "A");
    CHECK(swept["sweep"][2]["leader"] == "B");
    REQUIRE(swept["crossings"].size() == 1);
    CHECK(swept["crossings"][0]["at"] == 25);
    const auto page = files.run(
        {"compare", "a.toml", "b.toml", "--by", "average", "--pending", "all", "--sweep", "b.toml:stock.price=20,60"});
    CHECK(holds(page.out, "the lead passes from A to B"));
    CHECK(holds(files.run({"compare", "a.toml", "b.toml", "--sweep", "base.salary=1,2", "--format", "csv"}).out,
                "base.salary,A,B,leader\n1,"));
}

TEST_CASE("a sweep of one file's key names the file wherever it names the key") {
    const Files files;
    const std::vector<std::string> words{"compare", "a.toml",  "b.toml",
                                         "--by",    "average", "--pending",
                                         "all",     "--sweep", "b.toml:stock.price=20..60/20"};
    CHECK(files.json(words)["sweep_paths"] == nlohmann::json::array({"b.toml:stock.price"}));
    CHECK(files.json(words)["crossings"][0]["path"] == "b.toml:stock.price");
    CHECK(holds(files.run(words).out, "A and B by `b.toml:stock.price`"));
    CHECK(holds(files.run(words).out, "`b.toml:stock.price` at "));
}

TEST_CASE("a sweep through which offers tie names all of them, and no leader") {
    const ScratchFolder folder;
    folder.write("a.toml", salaried);
    folder.write("c.toml", "company = \"C\"" + salaried.substr(salaried.find('\n')));
    support::Run run;
    run.arguments = {"compare", "a.toml", "c.toml", "--as-of", "2026-01-05", "--sweep", "base.salary=100000,200000"};
    run.folder = folder.path();
    const auto tied = support::run(run).out;
    CHECK(holds(tied, "A and C tie at every value."));
    CHECK_FALSE(holds(tied, "The same offer leads"));
    run.arguments.back() = "a.toml:base.salary=150000,200000";
    CHECK(holds(support::run(run).out, "The lead passes to nobody: at some values there is a tie."));
    run.arguments.back() = "a.toml:base.salary=160000,200000";
    CHECK(holds(support::run(run).out, "The same offer leads at every value."));
}

TEST_CASE("two sweeps make a grid, and one offer can be swept alone") {
    const Files files;
    const auto grid = files.json({"show", "b.toml", "--sweep", "base.salary=1..2/1", "--sweep", "base.raise=0%,10%"});
    REQUIRE(grid["sweep"].size() == 4);
    CHECK(grid["sweep"][1]["values"] == nlohmann::json::array({1, 0.1}));
    CHECK(grid["sweep"][0]["figures"].size() == 1);
    CHECK(grid["crossings"].empty());
}

TEST_CASE("a sweep that cannot be followed says why, and at which value") {
    const Files files;
    const auto refused = [&](const std::string& sweep) {
        const auto outcome = files.run({"compare", "a.toml", "b.toml", "--sweep", sweep});
        CHECK(outcome.status == 2);
        CHECK(outcome.out.empty());
        return outcome.err;
    };
    CHECK(holds(refused("base.salary"), "takes a path and its values"));
    CHECK(holds(refused("base.salary=1..5"), "needs its step"));
    CHECK(holds(refused("base.salary=5..1/1"), "above the last"));
    CHECK(holds(refused("base.salary=1..5/0"), "step has to be above 0"));
    CHECK(holds(refused("base.salary=0..10001/1"), "more than 10000 rows"));
    CHECK(holds(refused("base.salary=1,,2"), "empty"));
    CHECK(holds(refused("base.raise=1%..5/1"), "mixed"));
    CHECK(holds(refused("c.toml:base.salary=1"), "not given"));
    CHECK(holds(refused("base.salry=1,2"), "`base.salry=1`"));
    CHECK(holds(refused("base.raise=0%,-200%"), "`base.raise=-200%`"));
}

TEST_CASE("--discount goes before the priorities, and is refused where it is no rate") {
    const Files files;
    const auto rate = [&](std::vector<std::string> more) {
        std::vector<std::string> words{"compare", "a.toml"};
        words.insert(words.end(), more.begin(), more.end());
        return files.json(std::move(words))["valuation"]["discount_rate"];
    };
    CHECK(rate({}) == 0.05);
    CHECK(rate({"--priorities", "me.toml"}) == 0.03);
    CHECK(rate({"--priorities", "me.toml", "--discount", "8%"}) == 0.08);
    CHECK(rate({"--discount", "0.08"}) == 0.08);
    for (const auto* wrong : {"8", "101%", "-1%", "much"}) {
        CHECK(files.run({"compare", "a.toml", "--discount", wrong}).status == 2);
    }
}

TEST_CASE("what waits is named on every first screen, counted on demand, and an event can be supposed everywhere") {
    const Files files;
    const std::string line = "8,000 shares that wait for `tender`";
    CHECK(holds(files.run({"compare", "a.toml", "b.toml"}).out, line));
    CHECK(holds(files.run({"show", "b.toml"}).out, line));
    CHECK(holds(files.run({"decide", "a.toml", "b.toml", "--priorities", "me.toml"}).out, line));
    const auto best = [&](std::vector<std::string> more) {
        std::vector<std::string> words{"compare", "a.toml", "b.toml", "--by", "average"};
        words.insert(words.end(), more.begin(), more.end());
        return files.json(std::move(words));
    };
    CHECK(best({})["best"]["company"] == "A");
    CHECK(best({})["breakeven"][0]["required_chance"] == 0.5);
    const auto tie = best({"--pending", "chance"});
    CHECK(tie["lead"]["class"] == "about_even");
    CHECK(tie["lead"]["amount"] == 0);
    CHECK(best({"--pending", "all"})["best"]["company"] == "B");
    const auto happened = best({"--if", "tender=2026-01-05"});
    CHECK(happened["best"]["company"] == "B");
    CHECK(happened["offers"][1]["waiting"].is_null());
    CHECK(happened["offers"][1]["cases"].is_null());
    for (const auto& words : std::vector<std::vector<std::string>>{{"show", "b.toml"},
                                                                   {"leave", "b.toml", "--on", "2027-01-05"},
                                                                   {"negotiate", "b.toml"},
                                                                   {"decide", "b.toml", "--priorities", "me.toml"}}) {
        auto with = words;
        with.insert(with.end(), {"--if", "tender=2026-06-01"});
        CHECK(files.run(with).status == 0);
    }
}

TEST_CASE("--common ranks with what all offers state") {
    const Files files;
    files.folder.write("c.toml", salaried + "raise = \"10%\"\n[benefits]\nhealth = 9_000\n");
    const auto apart = files.json({"compare", "a.toml", "c.toml"});
    CHECK(apart["common"].is_null());
    REQUIRE(apart["asymmetries"].size() == 2);
    CHECK(apart["asymmetries"][0]["key"] == "raise");
    CHECK(apart["asymmetries"][0]["company"] == "A");
    const auto alike = files.json({"compare", "a.toml", "c.toml", "--common"});
    CHECK(alike["common"]["removed"] == nlohmann::json::array({"raise", "benefits"}));
    CHECK(alike["asymmetries"].empty());
    CHECK(alike["lead"]["amount"] == 0);
    CHECK(holds(files.run({"compare", "a.toml", "c.toml", "--common"}).out, "a raise and benefits"));
    CHECK(holds(files.run({"compare", "a.toml", "c.toml"}).out, "Not alike"));
}
