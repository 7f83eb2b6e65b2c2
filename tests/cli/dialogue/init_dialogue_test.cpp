// `init --ask` as people and scripts meet it: a letter in plain words in, an offer file out.

#include <csignal>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/run.hpp"

namespace fs = std::filesystem;
using support::Outcome;
using support::Run;
using support::ScratchFolder;

namespace {

Run run_of(const ScratchFolder& folder, std::vector<std::string> arguments, std::string input = {}) {
    Run run;
    run.arguments = std::move(arguments);
    run.arguments.insert(run.arguments.end(), {"--as-of", "2026-11-27"});
    run.folder = folder.path();
    run.input = std::move(input);
    run.environment["COLUMNS"] = "80";
    run.environment["TERM"] = "dumb";
    return run;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const std::string letter =
    "Northwind AI\nMachine Learning Engineer\nMountain View\n\nJan 4\nNov 25\nDec 9\n\n$185k\n15%\n$40k\n1 year\n"
    "$240k\n4 years quarterly with a one-year cliff\n\n$170\n";

}  // namespace

TEST_CASE("init --ask makes a file of a letter in plain words, and what it says is what was answered") {
    const ScratchFolder folder;
    const Outcome asked = support::run(run_of(folder, {"init", "--ask", "-o", "mine.toml"}, letter));
    INFO(asked.err);
    CHECK(asked.status == 0);
    CHECK(holds(asked.err, "Shares or options? [none]: $240k"));
    const std::string text = support::read_file(folder.path() / "mine.toml");
    INFO(text);
    for (const std::string line :
         {"company = \"Northwind AI\"", "currency = \"USD\"", "start = 2027-01-04", "received = 2026-11-25",
          "decide_by = 2026-12-09", "salary = 185_000", "target = \"15%\"", "amount = 40_000",
          "clawback = { within = \"1 year\" }", "value = 240_000", "price = 170", "as_of = 2026-11-27",
          "vesting = { over = \"4 years\", every = \"3 months\", cliff = \"1 year\" }"}) {
        CHECK(holds("\n" + text, "\n" + line));
    }
    CHECK(holds(text, "#hourly = 95"));  // what was not asked for waits in comments
    CHECK(holds(text, "# From here on"));
    const Outcome checked = support::run(run_of(folder, {"check", "mine.toml"}));
    INFO(checked.err);
    CHECK(checked.status == 0);
    CHECK_FALSE(holds(checked.err + checked.out, "example"));
}

TEST_CASE("init --ask takes options of a private company, and what is left out stays out") {
    const ScratchFolder folder;
    const Outcome asked = support::run(run_of(folder, {"init", "--ask"},
                                              "Tern\n\n\n\n2027-02-01\n\n\nno\n150k\n\n\n20,000 options at $1.35\n\n4 "
                                              "years monthly, one-year cliff\nno\n1.35\n"));
    INFO(asked.err);
    CHECK(asked.status == 0);
    CHECK(holds(asked.out, "\nevidence = \"verbal\""));
    CHECK(holds(asked.out, "\ninstrument = \"iso\""));
    CHECK(holds(asked.out, "\nquantity = 20_000"));
    CHECK(holds(asked.out, "\nstrike = 1.35"));
    CHECK(holds(asked.out, "\nkind = \"private\""));
    CHECK(holds(asked.out, "\n#[bonus]"));
    CHECK(holds(asked.out, "\n#[[sign_on]]"));
    folder.write("tern.toml", asked.out);
    const Outcome checked = support::run(run_of(folder, {"check", "tern.toml"}));
    INFO(checked.err);
    CHECK(checked.status == 0);
}

TEST_CASE("init --ask knows the usual terms of a company, and asks before it takes them") {
    const ScratchFolder folder;
    const std::string answers = "Google\n\nML engineer\n\nL5\n\nJan 4\n\n\n\n220k\n\n\n$480k\n\n\n180\n";
    const Outcome asked = support::run(run_of(folder, {"init", "--ask"}, answers));
    INFO(asked.err << asked.out);
    CHECK(asked.status == 0);
    CHECK(holds(asked.out, "\nname = \"L5\""));
    CHECK(holds(asked.out, "\nvesting = \"google\""));
    CHECK(holds(asked.out, "Usual at Google"));
    folder.write("google.toml", asked.out);
    CHECK(support::run(run_of(folder, {"check", "google.toml"})).status == 0);
    const Outcome refused = support::run(run_of(folder, {"init", "--ask", "--company", "gogle"}));
    CHECK(refused.status == 2);
    CHECK(holds(refused.err, "did you mean `google`?"));
}

TEST_CASE("at a terminal init --ask explains, goes back, and goes on after an interrupt") {
    const ScratchFolder folder;
    Run run =
        run_of(folder, {"init", "--ask", "-o", "mine.toml"}, "Nothwind\nback\nNorthwind AI\n\n\n\n12/9\n?\nDec 9\n");
    run.signal = SIGINT;
    run.signal_after = "When did you get the offer?";
    const Outcome left = support::run_in_terminal(run, 80);
    INFO(left.out);
    CHECK(left.status == 128 + SIGINT);
    CHECK(holds(left.out, "`12/9` could be more than one day"));
    CHECK(holds(left.out, "Every date of pay and vesting is counted from it."));
    CHECK(holds(left.out, "what you answered is kept in `mine.toml.answers`: the same command"));
    CHECK_FALSE(fs::exists(folder.path() / "mine.toml"));
    const Outcome done =
        support::run_in_terminal(run_of(folder, {"init", "--ask", "-o", "mine.toml"}, "\n\n\n$185k\n\n\n\n"), 80);
    INFO(done.out);
    CHECK(done.status == 0);
    CHECK_FALSE(holds(done.out, "Which company?"));
    CHECK(holds(support::read_file(folder.path() / "mine.toml"), "company = \"Northwind AI\""));
    CHECK(holds(support::read_file(folder.path() / "mine.toml"), "start = 2026-12-09"));
    CHECK_FALSE(fs::exists(folder.path() / "mine.toml.answers"));
}

TEST_CASE("init writes priorities to fill in, and refuses what does not go together") {
    const ScratchFolder folder;
    const Outcome written = support::run(run_of(folder, {"init", "priorities", "-o", "me.toml"}));
    CHECK(written.status == 0);
    CHECK(holds(written.err, "wrote me.toml; fill it in, then run `offerkit check --priorities me.toml`"));
    const Outcome checked = support::run(run_of(folder, {"check", "--priorities", "me.toml"}));
    INFO(checked.err);
    CHECK(checked.status == 0);
    CHECK(checked.err.empty());
    for (const std::vector<std::string>& words : {std::vector<std::string>{"init", "priorities", "--ask"},
                                                  {"init", "priorities", "--company", "google"},
                                                  {"init", "--ask", "--career", "me.toml"},
                                                  {"init", "offer.toml"}}) {
        const Outcome refused = support::run(run_of(folder, words));
        CHECK(refused.status == 2);
        CHECK(holds(refused.err, "\n  help: "));
    }
}
