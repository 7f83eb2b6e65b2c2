// A search, gathered from offer files and a pipeline file (docs/pipeline.md).

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <offerkit/choice/pipeline/pipeline.hpp>
#include <offerkit/file/profiles/profile_store.hpp>
#include <offerkit/file/read.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using choice::SearchFloor;
using offers::pay;
using offers::usd;
using quantity::Money;

namespace {

std::string in_talks(const std::string& rest) { return "evidence = \"process\"\n" + rest; }

/// Everything that a search rests on, as of 2026-01-01, by the average of a year.
struct Gathered {
    diagnostic::Sources sources{};
    diagnostic::Diagnostics problems{};
    std::vector<model::Offer> offers{};
    std::optional<model::SearchPlan> plan{};
    std::optional<choice::Pipeline> found{};

    explicit Gathered(const std::vector<std::string>& texts, const std::string& search = {}) {
        for (std::size_t i = 0; i < texts.size(); ++i) {
            offers.push_back(offers::read(texts[i], std::string(1, static_cast<char>('a' + i)) + ".toml"));
        }
        if (!search.empty()) {
            const file::ProfileStore profiles{std::vector<std::string>{}};
            plan = file::read_search_text({sources, problems, profiles}, "pipeline.toml",
                                          "currency = \"USD\"\n" + search, std::nullopt);
            for (const auto& problem : problems.all()) {
                UNSCOPED_INFO(problem.message);
            }
            REQUIRE(plan.has_value());
        }
        found = choice::pipeline(offers, plan ? &*plan : nullptr, offers::valuation(),
                                 choice::negotiation::Metric::average, problems);
    }

    [[nodiscard]] const choice::Pipeline& operator*() const {
        REQUIRE(found.has_value());
        return *found;
    }
    /// "key = value" of each thing assumed that has the key.
    [[nodiscard]] std::vector<std::string> assumed(const std::string& key) const {
        std::vector<std::string> lines;
        for (const auto& each : (**this).assumptions) {
            if (each.key == key) {
                lines.push_back(each.value);
            }
        }
        return lines;
    }
    [[nodiscard]] std::vector<std::string> told() const {
        std::vector<std::string> codes;
        for (const auto& problem : problems.all()) {
            codes.emplace_back(problem.code);
        }
        return codes;
    }
};

using Lines = std::vector<std::string>;

std::string process(const std::string& name, int value, const std::string& rest) {
    return "[[process]]\nname = \"" + name + "\"\nvalue = " + std::to_string(value) + "\nexpected = 2026-02-01\n" +
           rest;
}

std::string funnel(const std::string& channel, int sent, int replies, int onsites, int offers) {
    return "[[funnel]]\nchannel = \"" + channel + "\"\nsent = " + std::to_string(sent) +
           "\nreplies = " + std::to_string(replies) + "\nonsites = " + std::to_string(onsites) +
           "\noffers = " + std::to_string(offers) + "\n";
}

}  // namespace

TEST_CASE("the job held now is what is there without an offer, the best paid of several, and else nothing is") {
    const Gathered none{{pay("A", 100'000)}};
    CHECK((*none).floor.from == SearchFloor::From::nothing);
    CHECK((*none).floor.value == usd(0));
    CHECK(none.assumed("floor") == Lines{"0"});
    const Gathered one{{pay("A", 100'000), pay("Held", 80'000, "kind = \"current\"\n")}};
    CHECK((*one).floor.from == SearchFloor::From::current);
    CHECK((*one).floor.company == "Held");
    CHECK((*one).floor.value == usd(80'000));
    CHECK((*one).search.floor == 8'000'000);
    CHECK(one.assumed("floor").empty());
    REQUIRE((*one).search.offers.size() == 1);
    CHECK((*one).search.offers[0].value == 10'000'000);
    for (const bool first : {false, true}) {
        const std::string more = pay("More", 90'000, "kind = \"current\"\n");
        const std::string less = pay("Less", 80'000, "kind = \"current\"\n");
        const Gathered two{{first ? more : less, first ? less : more}};
        CHECK((*two).floor.company == "More");
        CHECK((*two).floor.value == usd(90'000));
    }
}

TEST_CASE("going on looking is worth its chance of pay, and the job held now for the rest") {
    const std::string looking = pay("Looking", 100'000, "kind = \"search\"\nchance = \"40%\"\n");
    const Gathered alone{{looking}};
    CHECK((*alone).floor.from == SearchFloor::From::search);
    CHECK((*alone).floor.value == usd(40'000));
    CHECK((*alone).floor.company.empty());
    // .4 x 100,000 + .6 x 50,000.
    const Gathered held{{looking, pay("Held", 50'000, "kind = \"current\"\n")}};
    CHECK((*held).floor.from == SearchFloor::From::search);
    CHECK((*held).floor.value == usd(70'000));
    CHECK((*held).floor.company == "Held");
}

TEST_CASE("two files of one company are told apart by their files") {
    const Gathered two{{pay("A", 100'000), pay("A", 110'000), pay("B", 90'000)}};
    Lines names;
    for (const auto& offer : (*two).search.offers) {
        names.push_back(offer.name);
    }
    std::sort(names.begin(), names.end());
    CHECK(names == Lines{"A (a.toml)", "A (b.toml)", "B"});
}

TEST_CASE("an offer by word of mouth is in hand like one in writing, and marked") {
    const Gathered both{{pay("A", 100'000), pay("B", 90'000, "evidence = \"verbal\"\n")}};
    REQUIRE((*both).search.offers.size() == 2);
    REQUIRE((*both).oral.size() == 1);
    CHECK((*both).search.offers[(*both).oral[0]].name == "B");
    // Its day has passed: it is nowhere.
    const Gathered passed{{pay("A", 100'000), pay("B", 90'000, "evidence = \"verbal\"\ndecide_by = 2025-12-31\n")}};
    CHECK((*passed).oral.empty());
    REQUIRE((*passed).lapsed.size() == 1);
    CHECK((*passed).lapsed[0].name == "B");
    CHECK((*passed).lapsed[0].decide_by == offers::date(2025, 12, 31));
    CHECK(passed.told() == Lines{"deadline-passed"});
}

TEST_CASE("an offer can be taken on its last day, and a process that is due today counts as tomorrow") {
    const Gathered today{{pay("A", 100'000, "decide_by = 2026-01-01\n"),
                          pay("B", 120'000, in_talks("chance = \"50%\"\nexpected = 2026-01-01\n")),
                          pay("C", 110'000, in_talks("chance = \"50%\"\nexpected = 2026-01-02\n"))}};
    CHECK((*today).lapsed.empty());
    REQUIRE((*today).search.offers.size() == 1);
    CHECK((*today).first_to_lapse == 0U);
    const auto& search = (*today).search;
    REQUIRE(search.processes.size() == 2);
    REQUIRE((*today).late.size() == 1);
    CHECK(search.processes[(*today).late[0]].name == "B");
    CHECK(search.processes[0].expected == offers::date(2026, 1, 2));
    CHECK(search.processes[1].expected == offers::date(2026, 1, 2));
    CHECK(today.told() == Lines{"answer-due"});
}

TEST_CASE("a process without its day is refused; for how long its offer stays open is assumed to be a week") {
    const Gathered missing{{pay("B", 120'000, in_talks("chance = \"50%\"\n"))}};
    CHECK_FALSE(missing.found.has_value());
    CHECK(missing.told() == Lines{"missing-key"});
    // In two weeks, as an example.
    CHECK(missing.problems.all()[0].help == "add such as `expected = 2026-01-15`");
    const Gathered usual{{pay("B", 120'000, in_talks("chance = \"50%\"\nexpected = 2026-02-01\n"))}};
    CHECK((*usual).search.processes.at(0).open_days == 7);
    CHECK(usual.assumed("open_days") == Lines{"7"});
    const Gathered stated{{pay("B", 120'000, in_talks("chance = \"50%\"\nexpected = 2026-02-01\nopen_days = 3\n"))}};
    CHECK((*stated).search.processes.at(0).open_days == 3);
    CHECK(stated.assumed("open_days").empty());
}

TEST_CASE("a stage has the chance that the record of its channel teaches, and the only record there is without one") {
    // From onsites on (4.4 + 3) / (10.7 + 5), and (4.4 + 1) / (10.7 + 1).
    const std::string cold = funnel("cold", 20, 7, 5, 3);
    const std::string warm = funnel("warm", 2, 1, 1, 1);
    const std::string file = pay("B", 120'000, in_talks("stage = \"onsite\"\nexpected = 2026-02-01\n"));
    const Gathered one{{file}, cold};
    CHECK((*one).search.processes.at(0).chance == Approx(7.4 / 15.7));
    CHECK(one.assumed("chance") == Lines{"47.1%"});
    CHECK(one.assumed("prior").size() == 1);
    const Gathered likely{{file}, "prior = [[1, 1], [1, 1], [95, 5]]\n"};
    CHECK(likely.assumed("chance") == Lines{"95%"});
    const Gathered several{{file}, cold + warm};
    CHECK_FALSE(several.found.has_value());
    CHECK(several.told() == Lines{"missing-key"});
    const Gathered named{{},
                         cold + warm + process("P", 900, "stage = \"onsite\"\nchannel = \"warm\"\n") +
                             process("Q", 900, "stage = \"onsite\"\nchannel = \"cold\"\n") +
                             process("R", 900, "chance = \"25%\"\n")};
    REQUIRE((*named).search.processes.size() == 3);
    CHECK((*named).search.processes[0].chance == Approx(5.4 / 11.7));
    CHECK((*named).search.processes[1].chance == Approx(7.4 / 15.7));
    CHECK((*named).search.processes[2].chance == Approx(0.25));
    CHECK(named.assumed("chance").size() == 2);
    CHECK((*named).channels.size() == 2);
}

TEST_CASE("priors are told where a chance or a record rests on them and the file does not state them") {
    const std::string talks = process("P", 900, "chance = \"25%\"\n");
    CHECK(Gathered({}, talks).assumed("prior").empty());
    CHECK(Gathered({}, process("P", 900, "stage = \"onsite\"\n")).assumed("prior").size() == 1);
    CHECK(Gathered({}, talks + funnel("cold", 20, 7, 5, 3)).assumed("prior").size() == 1);
    CHECK(Gathered({}, "prior = [[1, 2], [3, 4], [5, 6]]\n" + talks + funnel("cold", 20, 7, 5, 3))
              .assumed("prior")
              .empty());
}

TEST_CASE(
    "that processes are independent is said of two and more, that waiting costs nothing where no cost is stated") {
    const std::string one = process("P", 900, "chance = \"25%\"\n");
    CHECK(Gathered({}, one).assumed("independent").empty());
    CHECK(Gathered({}, one + process("Q", 800, "chance = \"5%\"\n")).assumed("independent") == Lines{"true"});
    CHECK(Gathered({}, one).assumed("cost_per_week") == Lines{"0"});
    const Gathered dear{{}, "cost_per_week = 25\n" + one};
    CHECK(dear.assumed("cost_per_week").empty());
    CHECK((*dear).search.cost_per_week == 2'500);
}

TEST_CASE("a floor is stated once: beside a job held now, or going on looking, it is refused") {
    const std::string floor = "floor = 70_000\n";
    const Gathered stated{{pay("A", 100'000)}, floor};
    CHECK((*stated).floor.from == SearchFloor::From::stated);
    CHECK((*stated).floor.value == usd(70'000));
    CHECK((*stated).floor.company.empty());
    const Gathered held{{pay("Held", 80'000, "kind = \"current\"\n")}, floor};
    CHECK_FALSE(held.found.has_value());
    CHECK(held.told() == Lines{"conflict"});
    CHECK(held.problems.all()[0].message.find("and so is `Held`") != std::string::npos);
    const Gathered looking{{pay("L", 100'000, "kind = \"search\"\nchance = \"40%\"\n")}, floor};
    CHECK_FALSE(looking.found.has_value());
    CHECK(looking.problems.all()[0].message.find("and so is the search") != std::string::npos);
}

TEST_CASE("what has an offer file is not named by the pipeline file again; the job held now may offer anew") {
    const std::string again = "[[offer]]\nname = \"A\"\nvalue = 90_000\n";
    const Gathered twice{{pay("A", 100'000)}, again};
    CHECK_FALSE(twice.found.has_value());
    CHECK(twice.told() == Lines{"duplicate-id"});
    const Gathered talks{{pay("A", 100'000)}, process("A", 900, "chance = \"25%\"\n")};
    CHECK(talks.told() == Lines{"duplicate-id"});
    const Gathered each{{pay("A", 100'000), pay("B", 90'000)},
                        process("A", 900, "chance = \"25%\"\n") + process("B", 900, "chance = \"25%\"\n")};
    CHECK(each.told() == Lines{"duplicate-id", "duplicate-id"});
    const Gathered held{{pay("A", 80'000, "kind = \"current\"\n")}, again};
    CHECK((*held).search.offers.size() == 1);
    CHECK((*held).search.offers[0].value == 9'000'000);
}

TEST_CASE("amounts of another currency need a rate, which is missed once") {
    const std::string euros = "company = \"E\"\ncurrency = \"EUR\"\nstart = 2026-06-01\n[base]\nsalary = 50_000\n";
    const std::string dollars = "floor = 100\ncost_per_week = 10\n[[offer]]\nname = \"A\"\nvalue = 110\n";
    const Gathered missing{{euros}, dollars};
    CHECK_FALSE(missing.found.has_value());
    CHECK(missing.told().size() == 1);
    const Gathered rated{{euros + "[fx]\n\"USD/EUR\" = 0.5\nas_of = 2026-01-01\n"}, dollars};
    CHECK((*rated).currency.code() == "EUR");
    CHECK((*rated).search.floor == 5'000);
    CHECK((*rated).search.cost_per_week == 500);
    CHECK((*rated).search.offers.at(1).value == 5'500);
}

TEST_CASE("what is not looked at for want of room is named, but for what cannot come or is worth too little") {
    std::string text = "floor = 500\n";
    for (int i = 0; i < 14; ++i) {
        text += process("P" + std::to_string(i), 1'000 + 10 * i, "chance = \"10%\"\n");
    }
    text += process("never", 5'000, "chance = \"0%\"\n") + process("poor", 500, "chance = \"90%\"\n");
    const Gathered many{{}, text};
    // Twelve count, those with most to gain.
    CHECK((*many).left_aside == std::vector<std::size_t>{0, 1});
}

TEST_CASE("a value of a search is money to the nearest minor unit, and what can be taken has its name") {
    const Gathered both{{pay("A", 100'000)}, process("P", 900, "chance = \"25%\"\n")};
    CHECK((*both).money(150.4) == Money{150, *quantity::Currency::of("USD")});
    CHECK((*both).money(150.5) == Money{151, *quantity::Currency::of("USD")});
    CHECK((*both).name_of({.of_process = false, .index = 0}) == "A");
    CHECK((*both).name_of({.of_process = true, .index = 0}) == "P");
    CHECK((*both).want == 1);
    CHECK_FALSE((*both).wanted.has_value());
}
