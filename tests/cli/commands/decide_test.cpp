// `decide` from files to what people and programs read.

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

Outcome run_in(const ScratchFolder& folder, std::vector<std::string> words) {
    support::Run run;
    run.arguments = std::move(words);
    run.arguments.insert(run.arguments.end(), {"--as-of", "2026-01-20"});
    run.folder = folder.path();
    return support::run(run);
}

nlohmann::json document(const ScratchFolder& folder, std::vector<std::string> words) {
    words.insert(words.end(), {"--format", "json"});
    const auto outcome = run_in(folder, std::move(words));
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    return nlohmann::json::parse(outcome.out);
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string offer(const std::string& company, int salary, const std::string& factors) {
    return "company = \"" + company +
           "\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[base]\nsalary = " + std::to_string(salary) + "\n[factors]\n" +
           factors;
}

std::string factor(const std::string& id, const std::string& rest) {
    return "[[factor]]\nid = \"" + id + "\"\nworst_means = \"none\"\nbest_means = \"all\"\n" + rest + "\n";
}

const std::string hand_priorities = "[money]\nworst = 100_000\nbest = 300_000\nswing = 35\n" +
                                    factor("p", "swing = 25") + factor("q", "swing = 25") + factor("r", "swing = 15");

void write_by_hand(const ScratchFolder& folder) {
    folder.write("a.toml", offer("A", 280'000, "p = 3\nq = 4\nr = 5\n"));
    folder.write("b.toml", offer("B", 200'000, "p = 8\nq = 6\nr = 4\n"));
    folder.write("c.toml", offer("C", 220'000, "p = 6\nq = 6\nr = 7\n"));
    folder.write("me.toml", hand_priorities);
}

const std::vector<std::string> by_hand{"decide", "a.toml", "b.toml", "c.toml", "--priorities", "me.toml"};

Approx near(double value) { return Approx(value).epsilon(0).margin(1e-9); }

}  // namespace

TEST_CASE("a decision worked by hand comes out of its files to the last figure") {
    // The example of docs/numbers.md, "Deciding". Salaries alone, so yearly pay is the salary. On 100,000 to 300,000:
    // 0.9, 0.5 and 0.6. The swings add up to 100:
    //   A = 0.35 x 0.9 + 0.25 x 0.3 + 0.25 x 0.4 + 0.15 x 0.5 = 0.315 + 0.075 + 0.1  + 0.075 = 0.565
    //   B = 0.35 x 0.5 + 0.25 x 0.8 + 0.25 x 0.6 + 0.15 x 0.4 = 0.175 + 0.2   + 0.15 + 0.06  = 0.585
    //   C = 0.35 x 0.6 + 0.25 x 0.6 + 0.25 x 0.6 + 0.15 x 0.7 = 0.21  + 0.15  + 0.15 + 0.105 = 0.615
    const ScratchFolder folder;
    write_by_hand(folder);
    const auto result = document(folder, by_hand);

    CHECK(result["verdict"]["leader"] == "C");
    CHECK(result["verdict"]["second"] == "B");
    CHECK(result["verdict"]["margin"].get<double>() == near(0.03));
    const std::vector<double> values{0.565, 0.585, 0.615};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto& score = result["scores"][i];
        CHECK(score["value"].get<double>() == near(values[i]));
        CHECK(score["expected_regret"].get<double>() == near(0.615 - values[i]));
        CHECK(score["probability_best"].get<double>() == (i == 2 ? 1.0 : 0.0));
        double sum = 0;
        for (const auto& part : score["contributions"]) {
            sum += part["product"].get<double>();
        }
        CHECK(sum == near(values[i]));
    }
    CHECK(result["scores"][1]["contributions"][1]["place"] == "b.toml:7");
    CHECK(result["scores"][0]["yearly_pay"] == 280000);

    // C against B: pay 0.35 x 0.1, p 0.25 x -0.2, q nothing, r 0.15 x 0.3.
    const auto& advantages = result["decided_by"][0]["advantages"];
    CHECK(advantages[0]["factor"] == "p");
    CHECK(advantages[0]["amount"].get<double>() == near(-0.05));
    CHECK(advantages[1]["factor"] == "r");
    CHECK(advantages[1]["amount"].get<double>() == near(0.045));
    CHECK(advantages[2]["amount"].get<double>() == near(0.035));

    // Pay at weight t: C leads B while 0.6 t + 0.405/0.65 (1 - t) >= 0.5 t + 0.41/0.65 (1 - t), which is t >= 1/14, and
    // A while 0.6 t + 0.405/0.65 (1 - t) >= 0.9 t + 0.25/0.65 (1 - t), which is t <= 31/70.
    const auto& pay = result["weight_intervals"][0];
    CHECK(pay["winner"][0].get<double>() == near(1.0 / 14));
    CHECK(pay["winner"][1].get<double>() == near(31.0 / 70));
    CHECK(pay["next_below"] == "B");
    CHECK(pay["next_above"] == "A");

    // A full swing of p: 0.25 / 0.35 x 200,000. B ties at 200,000 + 0.03 / 0.35 x 200,000; A would need 308,571.
    CHECK(result["money_equivalents"][1]["per_swing"].get<double>() == Approx(142'857.142857).margin(1e-5));
    CHECK(result["price_of_choice"][1]["money"].get<double>() == Approx(217'142.857143).margin(1e-5));
    CHECK(result["price_of_choice"][0]["money"].is_null());

    // Without pay A has 0.25, B 0.41 and C 0.405, each over 0.65: another leader.
    CHECK(result["without_money"]["leader"] == "B");
    CHECK(result["without_money"]["scores"][1]["value"].get<double>() == near(0.41 / 0.65));

    // The nearest changes: pay x (31/39) / (7/13) = 155/3 points; p at B up by 0.03 / 0.25 of its scale; B's pay.
    CHECK(result["flips"]["weight"]["factor"] == "money");
    CHECK(result["flips"]["weight"]["points"].get<double>() == near(155.0 / 3));
    CHECK(result["flips"]["rating"]["company"] == "B");
    CHECK(result["flips"]["rating"]["factor"] == "p");
    CHECK(result["flips"]["rating"]["rating"].get<double>() == near(9.2));
    CHECK(result["flips"]["pay"]["change"].get<double>() == Approx(17'142.857143).margin(1e-5));

    const auto page = run_in(folder, by_hand);
    for (const auto* part :
         {"C leads, 0.62 against 0.59 for B, mostly for r; with weights a fifth off", "-0.05 p: 6 against 8",
          "+0.05 r: 7 against 4", "if yearly pay counted 52 points instead of 35 (A leads)",
          "if p at B were 9.2 instead of 8", "if B paid USD 17,200 a year more",
          "B leads (0.63 against 0.62): it is pay that puts C first", "every rating is written as certain"}) {
        INFO(page.out << "\nwithout: " << part);
        CHECK(holds(page.out, part));
    }
}

TEST_CASE("what is told to change a decision changes it when it is put into the files") {
    const ScratchFolder folder;
    write_by_hand(folder);
    const auto leader = [&](const std::vector<std::string>& settings) {
        auto words = by_hand;
        for (const auto& setting : settings) {
            words.insert(words.end(), {"--set", setting});
        }
        return document(folder, words)["verdict"]["leader"].get<std::string>();
    };
    CHECK(leader({}) == "C");
    CHECK(leader({"b.toml:factors.p=9.21"}) == "B");
    CHECK(leader({"b.toml:factors.p=9.19"}) == "C");
    CHECK(leader({"b.toml:base.salary=217200"}) == "B");
    CHECK(leader({"b.toml:base.salary=217100"}) == "C");
    std::string heavier = hand_priorities;
    heavier.replace(heavier.find("swing = 35"), 10, "swing = 52");
    folder.write("me.toml", heavier);
    CHECK(leader({}) == "A");
}

TEST_CASE("dropping the losing offer changes no score of the others, nor their order") {
    const ScratchFolder folder;
    write_by_hand(folder);
    const auto three = document(folder, by_hand);
    const auto two = document(folder, {"decide", "b.toml", "c.toml", "--priorities", "me.toml"});
    CHECK(two["scores"][0]["value"] == three["scores"][1]["value"]);
    CHECK(two["scores"][1]["value"] == three["scores"][2]["value"]);
    CHECK(two["verdict"]["leader"] == "C");
}

TEST_CASE("without priorities decide says how to get some") {
    const ScratchFolder folder;
    write_by_hand(folder);
    const auto outcome = run_in(folder, {"decide", "a.toml"});
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK(holds(outcome.err, "--priorities FILE"));
    CHECK(holds(outcome.err, "offerkit decide --weights -o me.toml"));
    CHECK(holds(outcome.err, "growth"));
}

TEST_CASE("samples and seeds are whole numbers, and the same ones give the same bytes") {
    const ScratchFolder folder;
    write_by_hand(folder);
    const auto with = [&](std::vector<std::string> options) {
        auto words = by_hand;
        words.insert(words.end(), options.begin(), options.end());
        return run_in(folder, words);
    };
    for (const std::vector<std::string>& wrong : {std::vector<std::string>{"--samples", "0"},
                                                  {"--samples", "1e4"},
                                                  {"--samples", "1.5"},
                                                  {"--samples", "99999999999999"},
                                                  {"--seed", "-1"},
                                                  {"--seed", "x"},
                                                  {"--by", "median"}}) {
        const auto outcome = with(wrong);
        INFO(wrong[0] << " " << wrong[1] << ": " << outcome.err);
        CHECK(outcome.status == 2);
        CHECK(holds(outcome.err, "help: "));
    }
    const std::vector<std::string> chosen{"--samples", "500", "--seed", "7", "--format", "json"};
    const auto first = with(chosen);
    CHECK(first.status == 0);
    CHECK(first.out == with(chosen).out);
    CHECK(holds(first.out, "\"samples\": 500"));
    CHECK(holds(first.out, "\"seed\": 7"));
}

TEST_CASE("one offer is judged against must-haves and worst ends, never compared") {
    const ScratchFolder folder;
    folder.write("one.toml", offer("Acme", 150'000, "rest = 0\nvisa = { chance = \"70%\" }\n"));
    folder.write("me.toml", "[money]\nworst = 100_000\nbest = 200_000\nswing = 50\n" + factor("rest", "swing = 25") +
                                factor("visa", "swing = 25\nmust = { at_least = 10, chance = \"90%\" }"));
    const std::vector<std::string> words{"decide", "one.toml", "--priorities", "me.toml"};
    const auto page = run_in(folder, words);
    CHECK(page.status == 0);
    // 0.5 x 0.5 + 0.25 x 0 + 0.25 x 0.7 = 0.425.
    for (const auto* part : {"Acme, judged alone", "Acme misses visa: 70% likely, 90% asked",
                             "rest: would you walk away for that?", "Held back by", "the job you hold"}) {
        INFO(page.out << "\nwithout: " << part);
        CHECK(holds(page.out, part));
    }
    CHECK_FALSE(holds(page.out, "against"));
    CHECK_FALSE(holds(page.out, "leads"));
    const auto result = document(folder, words);
    CHECK(result["scores"][0]["value"].get<double>() == near(0.425));
    CHECK(result["verdict"]["margin"].is_null());
    CHECK(result["pairwise"].empty());
    CHECK(result["price_of_choice"].empty());
    CHECK(result["must_haves"][0]["met"] == false);
}

TEST_CASE("an offer that leads and misses a must-have says so at the top, and names the best that meets them all") {
    const ScratchFolder folder;
    folder.write("a.toml", offer("Acme", 150'000, "growth = 9\nrest = 3\n"));
    folder.write("b.toml", offer("Bolt", 150'000, "growth = 5\nrest = 6\n"));
    folder.write("me.toml", factor("growth", "swing = 100") + factor("rest", "swing = 20\nmust = { at_least = 5 }"));
    const auto page = run_in(folder, {"decide", "a.toml", "b.toml", "--priorities", "me.toml"});
    CHECK(holds(page.out, "Acme suits you best, but it misses a must-have\n"));
    CHECK(holds(page.out, "Acme misses rest: 3, at least 5 asked"));
    CHECK(holds(page.out, "the best that meets them all is Bolt"));
}

TEST_CASE("two offers that come to the same are told so, and nothing is divided by zero") {
    const ScratchFolder folder;
    folder.write("a.toml", offer("Acme", 150'000, "growth = 5\n"));
    folder.write("b.toml", offer("Bolt", 150'000, "growth = 5\n"));
    folder.write("me.toml", factor("growth", "swing = 100"));
    const std::vector<std::string> words{"decide", "a.toml", "b.toml", "--priorities", "me.toml"};
    const auto page = run_in(folder, words);
    CHECK(page.status == 0);
    CHECK(holds(page.out, "Too close to call: Acme or Bolt"));
    CHECK(holds(page.out, "come to the same, 0.50"));
    CHECK_FALSE(holds(page.out, "nan"));
    CHECK(document(folder, words)["verdict"]["class"] == "toss_up");
}

TEST_CASE("what is not rated is taken as unknown, with a warning at both files; what nobody asked for is told too") {
    const ScratchFolder folder;
    folder.write("a.toml", offer("Acme", 150'000, "growth = 5\nparking = 3\n"));
    folder.write("b.toml", offer("Bolt", 150'000, "rest = \"unknown\"\n"));
    folder.write("me.toml", factor("growth", "swing = 100") + factor("rest", "swing = 50"));
    const auto page = run_in(folder, {"decide", "a.toml", "b.toml", "--priorities", "me.toml"});
    INFO(page.err << page.out);
    CHECK(page.status == 0);
    CHECK(holds(page.err, "a.toml:8:11: warning"));
    CHECK(holds(page.err, "`parking` is no factor of `me.toml`"));
    CHECK(holds(page.err, "no rating of `growth`"));
    CHECK(holds(page.err, "me.toml:2:6: note"));
    CHECK(holds(page.out, "Bolt: no rating of `growth`: taken as unknown"));
    CHECK(holds(page.out, "rest at Bolt anywhere on its"));
    CHECK(holds(page.out, "what you do not know yet decides between them"));
}

TEST_CASE("pay may be counted by the years one is likely to stay") {
    const ScratchFolder folder;
    write_by_hand(folder);
    auto words = by_hand;
    words.insert(words.end(), {"--by", "survival_weighted"});
    const auto staying = document(folder, words);
    CHECK(staying["valuation"]["by"] == "survival_weighted");
    CHECK(staying["scores"][0]["yearly_pay"].get<double>() < 280'000);
    CHECK(holds(run_in(folder, words).out, "a chance of leaving of 13.2% a year"));
}

TEST_CASE("compare says in one line what decide says, where priorities have factors and an offer rates them") {
    const ScratchFolder folder;
    write_by_hand(folder);
    folder.write("time.toml", "discount_rate = \"8%\"\n");
    const std::vector<std::string> files{"compare", "a.toml", "b.toml", "c.toml"};
    auto words = files;
    words.insert(words.end(), {"--priorities", "me.toml"});
    CHECK(holds(run_in(folder, words).out, "You weigh"));
    const auto result = document(folder, words);
    CHECK(result["decide"]["leader"] == "C");
    CHECK(result["best"]["company"] == "A");
    words.back() = "time.toml";
    CHECK_FALSE(holds(run_in(folder, words).out, "`decide` says"));
    CHECK(document(folder, words)["decide"].is_null());
    CHECK(document(folder, files)["decide"].is_null());
}

TEST_CASE("a profile as priorities is called a starting point, and how to make it one's own") {
    const ScratchFolder folder;
    write_by_hand(folder);
    const auto page = run_in(folder, {"decide", "a.toml", "b.toml", "--priorities", "growth"});
    CHECK(page.status == 0);
    CHECK(holds(page.out, "a starting point, `growth`, not yours"));
    CHECK(holds(page.out, "--weights"));
    const auto whole = run_in(folder, {"decide", "a.toml", "b.toml", "--priorities", "growth", "--detail"});
    CHECK(holds(whole.out, "These priorities are a starting point, `growth`, not yours"));
    CHECK(holds(whole.out, "offerkit decide"));
}

TEST_CASE("however much there is to say of a decision, its first screen holds it, and the details say the rest") {
    const ScratchFolder folder;
    const auto lines = [](const Outcome& outcome) { return std::count(outcome.out.begin(), outcome.out.end(), '\n'); };
    std::vector<std::string> words{"decide", "--priorities", "me.toml"};
    // Unsure, unrated, beyond the scale of pay, must-haves missed, scales without words: everything at once.
    folder.write("me.toml",
                 "[money]\nworst = 100_000\nbest = 150_000\nswing = 35\ngoal = \"money_now\"\n"
                 "[[factor]]\nid = \"p\"\nswing = 30\nmust = { at_least = 6, chance = \"90%\" }\ngoal = \"impact\"\n"
                 "[[factor]]\nid = \"salary-growth\"\nname = \"How far my salary can grow from here\"\nswing = 25\n"
                 "goal = \"money_later\"\n[[factor]]\nid = \"r\"\nswing = 15\ngoal = \"experience\"\n");
    for (int i = 1; i <= 8; ++i) {
        const std::string file = "offer" + std::to_string(i) + ".toml";
        folder.write(file, offer("Company " + std::to_string(i), 160'000 + i,
                                 "p = { chance = \"" + std::to_string(10 * i) +
                                     "%\" }\nsalary-growth = " + std::to_string(9 - i) + "\n"));
        words.push_back(file);
        const auto outcome = run_in(folder, words);
        INFO(outcome.out);
        CHECK(outcome.status == 0);
        CHECK(lines(outcome) <= 24);
        CHECK(holds(outcome.out, "--detail"));
        if (i > 1) {
            CHECK(holds(outcome.out, "Beware of"));
            CHECK(holds(outcome.out, "pay beyond its scale"));
        }
    }
    words.emplace_back("--detail");
    const auto whole = run_in(folder, words);
    CHECK(holds(whole.out, "Before you rely on it"));
    CHECK(holds(whole.out, "is above the best end of its scale"));
    // Pays beyond the scale count the same, but they are not equal.
    CHECK_FALSE(holds(whole.out, "all offers are equal on `money`"));
    CHECK_FALSE(holds(whole.out, "All offers are equal on `money`"));
}

TEST_CASE("what is no offer yet is scored beside the others, and said to be none") {
    const ScratchFolder folder;
    write_by_hand(folder);
    folder.write("c.toml", "kind = \"search\"\nchance = \"40%\"\n" + offer("C", 290'000, "p = 9\nq = 6\nr = 7\n"));
    CHECK(holds(run_in(folder, by_hand).out, "C: no offer yet, and 40% likely to be one"));
    folder.write("c.toml", "evidence = \"process\"\nchance = \"25%\"\n" + offer("C", 290'000, "p = 9\nq = 6\nr = 7\n"));
    const auto warnings = document(folder, by_hand)["warnings"];
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0]["kind"] == "not-made");
    CHECK(warnings[0]["company"] == "C");
    CHECK(warnings[0]["message"] == "no offer yet, and 25% likely to be one: scored as if it were");
}

TEST_CASE("an offer that is better by what is expected alone is not called better for certain") {
    const ScratchFolder folder;
    folder.write("a.toml", offer("A", 100'000, "p = { chance = \"70%\" }\n"));
    folder.write("b.toml", offer("B", 100'000, "p = \"unknown\"\n"));
    folder.write("c.toml", offer("C", 100'000, "p = 5\n"));
    folder.write("d.toml", offer("D", 100'000, "p = 4\n"));
    folder.write("me.toml", factor("p", "swing = 25"));
    CHECK(
        holds(run_in(folder, {"decide", "a.toml", "b.toml", "--priorities", "me.toml"}).out, "can be expected to be"));
    CHECK_FALSE(
        holds(run_in(folder, {"decide", "c.toml", "d.toml", "--priorities", "me.toml"}).out, "can be expected to be"));
}

TEST_CASE("all offers that tie are named, on the page and with their files in the document") {
    const ScratchFolder folder;
    for (const std::string name : {"a", "b", "c"}) {
        folder.write(name + ".toml", offer("Acme", 200'000, "p = 5\nq = 6\nr = 7\n"));
    }
    folder.write("me.toml", hand_priorities);
    const auto page = run_in(folder, by_hand);
    CHECK(holds(page.out, "Too close to call: a, b or c"));
    CHECK(holds(page.out, "a, b and c come to the same"));

    const auto result = document(folder, by_hand);
    const auto& verdict = result["verdict"];
    CHECK(verdict["leader_file"] == "a.toml");
    CHECK(verdict["tied_with"] == nlohmann::json::parse(R"(["Acme", "Acme"])"));
    CHECK(verdict["tied_with_file"] == nlohmann::json::parse(R"(["b.toml", "c.toml"])"));
    CHECK(result["without_money"]["leader_file"] == "a.toml");
}
