// The dialogues of `decide` as people and scripts meet them: streams, files, statuses, a terminal.

#include <sys/stat.h>
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
    run.folder = folder.path();
    run.input = std::move(input);
    run.environment["COLUMNS"] = "80";
    return run;
}

Outcome run_in(const ScratchFolder& folder, std::vector<std::string> arguments, std::string input = {}) {
    return support::run(run_of(folder, std::move(arguments), std::move(input)));
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const std::string acme = "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[base]\nsalary = 1\n";
const std::string me = "weights = \"equal\"\n[[factor]]\nid = \"growth\"\nworst_means = \"w\"\nbest_means = \"b\"\n";

}  // namespace

TEST_CASE("questions go to standard error, and the file alone to standard output") {
    const ScratchFolder folder;
    const Outcome outcome = run_in(folder, {"decide", "--weights", "--priorities", "growth"});
    CHECK(outcome.status == 0);
    CHECK(outcome.out.starts_with("# What matters to me"));
    CHECK(holds(outcome.out, "# Begun from the profile `growth`."));
    CHECK(holds(outcome.err, "Which one would you raise to its best first? (its number) [2]: "));
    folder.write("me.toml", outcome.out);
    const Outcome checked = run_in(folder, {"check", "--priorities", "me.toml"});
    CHECK(checked.status == 0);
    CHECK(checked.err.empty());
    CHECK(checked.out == "me.toml: priorities: pay, 7 factors; no problems\n");
}

TEST_CASE("a priorities file is private, and none is replaced unless that is asked for") {
    const ScratchFolder folder;
    CHECK(run_in(folder, {"decide", "--weights", "--priorities", "impact", "-o", "me.toml"}).status == 0);
    struct stat status{};
    REQUIRE(::stat((folder.path() / "me.toml").c_str(), &status) == 0);
    CHECK((status.st_mode & 07777U) == 0600);
    const std::string before = support::read_file(folder.path() / "me.toml");
    const Outcome refused = run_in(folder, {"decide", "--weights", "--priorities", "growth", "-o", "me.toml"});
    CHECK(refused.status == 3);
    CHECK(holds(refused.err, "`--force` replaces it"));
    CHECK_FALSE(holds(refused.err, "What matters"));  // before a question is asked, not after all of them
    CHECK(support::read_file(folder.path() / "me.toml") == before);
    const Outcome forced =
        run_in(folder, {"decide", "--weights", "--priorities", "me.toml", "-o", "me.toml", "--force"});
    CHECK(forced.status == 0);
    CHECK(holds(forced.err, "wrote me.toml"));
}

TEST_CASE("a script's mistake is an error with its line, and nothing is written") {
    const ScratchFolder folder;
    const Outcome outcome =
        run_in(folder, {"decide", "--weights", "-o", "me.toml"}, "Growth\nnothing\nall\npersonal_growht\n");
    CHECK(outcome.status == 1);
    CHECK(outcome.out.empty());
    CHECK(holds(outcome.err, "-:4:1: error: there is no goal `personal_growht` [bad-answer]"));
    CHECK(holds(outcome.err, "did you mean `personal_growth`?"));
    CHECK_FALSE(fs::exists(folder.path() / "me.toml"));
    const Outcome ended = run_in(folder, {"decide", "--weights"}, "Growth\nnothing\n");
    CHECK(ended.status == 1);
    CHECK(holds(ended.err, "-:3:1: error: the answers end before this question: Growth at its best (10) means"));
}

TEST_CASE("a dialogue is refused beside what it must not see or cannot use") {
    const ScratchFolder folder;
    folder.write("acme.toml", acme);
    folder.write("me.toml", me);
    for (const std::vector<std::string>& words : {std::vector<std::string>{"decide"},
                                                  {"decide", "--weights", "acme.toml"},
                                                  {"decide", "--weights", "--blind"},
                                                  {"decide", "--weights", "--format", "json"},
                                                  {"decide", "acme.toml", "--blind"},
                                                  {"decide", "-", "--blind", "--priorities", "me.toml"},
                                                  {"decide", "acme.toml", "--priorities", "me.toml", "--print"},
                                                  {"decide", "acme.toml", "--samples", "0"},
                                                  {"decide", "acme.toml", "--seed", "1.5"}}) {
        const Outcome outcome = run_in(folder, words, acme);
        INFO(outcome.err);
        CHECK(outcome.status == 2);
        CHECK(outcome.out.empty());
        CHECK(holds(outcome.err, "\n  help: "));
    }
}

TEST_CASE("blind ratings go into the files as text, comments kept, and are then decided on") {
    const ScratchFolder folder;
    const std::string rated = acme + "\n[factors]  # after the second talk\ngrowth = 3   # Ann was vague\nvisa = 9\n";
    folder.write("acme.toml", rated);
    folder.write("beta.toml", "company = \"Beta\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[base]\nsalary = 2");
    folder.write("me.toml", me);
    const Run run =
        run_of(folder, {"decide", "acme.toml", "beta.toml", "--priorities", "me.toml", "--blind"}, "5-8\n5-8\n");
    const Outcome outcome = support::run(run);
    INFO(outcome.err);
    CHECK(outcome.status == 0);
    CHECK(holds(outcome.err, "growth = 3 -> { low = 5, likely = 6.5, high = 8 }"));
    CHECK(holds(outcome.err, "growth = { low = 5, likely = 6.5, high = 8 } (new)"));
    CHECK(holds(outcome.err, "Write this into the files? [yes]:"));
    CHECK(support::read_file(folder.path() / "acme.toml") ==
          acme +
              "\n[factors]  # after the second talk\n"
              "growth = { low = 5, likely = 6.5, high = 8 }   # Ann was vague\nvisa = 9\n");
    CHECK(support::read_file(folder.path() / "beta.toml")
              .ends_with("salary = 2\n\n[factors]\ngrowth = { low = 5, likely = 6.5, high = 8 }\n"));
    // What follows is the page of `decide` on the files as they now are.
    CHECK(outcome.out == run_in(folder, {"decide", "acme.toml", "beta.toml", "--priorities", "me.toml"}).out);
}

TEST_CASE("blind ratings that are not to be written are printed") {
    const ScratchFolder folder;
    folder.write("acme.toml", acme);
    folder.write("me.toml", me);
    const Outcome refused = run_in(folder, {"decide", "acme.toml", "--priorities", "me.toml", "--blind"}, "4\nno\n");
    CHECK(refused.status == 0);
    CHECK(holds(refused.out, "# Offer A was Acme: for acme.toml, in place of its [factors]\n[factors]\ngrowth = 4\n"));
    CHECK(support::read_file(folder.path() / "acme.toml") == acme);
    // A form that is not edited line by line.
    const std::string inline_factors = "factors = { growth = 3 }\n" + acme;
    folder.write("acme.toml", inline_factors);
    const Outcome printed = run_in(folder, {"decide", "acme.toml", "--priorities", "me.toml", "--blind"}, "4\n");
    INFO(printed.err);
    CHECK(printed.status == 0);
    CHECK(holds(printed.out, "growth = 4\n"));
    CHECK(holds(printed.err, "the factors of acme.toml are written in a form that is not edited here"));
    CHECK(support::read_file(folder.path() / "acme.toml") == inline_factors);
}

TEST_CASE("an interrupted blind rating goes on where it was left") {
    const ScratchFolder folder;
    folder.write("acme.toml", acme);
    folder.write("me.toml", me + "[[factor]]\nid = \"team\"\nworst_means = \"w\"\nbest_means = \"b\"\n");
    const std::vector<std::string> words{"decide", "acme.toml", "--priorities", "me.toml", "--blind"};
    Run run = run_of(folder, words, "7\n");
    run.signal = SIGINT;
    run.signal_after = "team";
    const Outcome left = support::run_in_terminal(run, 80);
    INFO(left.out);
    CHECK(left.status == 128 + SIGINT);
    CHECK(holds(left.out, "is kept in `acme.toml.answers`"));
    CHECK(support::read_file(folder.path() / "acme.toml") == acme);
    CHECK(support::read_file(folder.path() / "acme.toml.answers") ==
          "# Answers to `offerkit decide --blind acme.toml --priorities me.toml`\n7\n");
    const Outcome done = support::run_in_terminal(run_of(folder, words, "5\n\n"), 80);
    INFO(done.out);
    CHECK(done.status == 0);
    CHECK(holds(done.out, "Going on with your answers in `acme.toml.answers`"));
    CHECK(support::read_file(folder.path() / "acme.toml") == acme + "\n[factors]\ngrowth = 7\nteam = 5\n");
    CHECK_FALSE(fs::exists(folder.path() / "acme.toml.answers"));
}

TEST_CASE("blind rating prints a table for each file, and changes none") {
    const ScratchFolder folder;
    folder.write("acme.toml", acme);
    folder.write("beta.toml", "company = \"Beta\"\ncurrency = \"USD\"\nstart = 2026-03-02\n");
    folder.write("me.toml", me);
    const Outcome outcome = run_in(
        folder, {"decide", "acme.toml", "beta.toml", "--priorities", "me.toml", "--blind", "--print"}, "8\n5 6 7\n");
    CHECK(outcome.status == 0);
    const bool acme_first = holds(outcome.out, "# Offer A was Acme: for acme.toml");
    CHECK(holds(outcome.out, acme_first ? "# Offer B was Beta: for beta.toml" : "# Offer A was Beta: for beta.toml"));
    CHECK(holds(outcome.out, "growth = 8\n"));
    CHECK(holds(outcome.out, "growth = { low = 5, likely = 6, high = 7 }\n"));
    CHECK_FALSE(holds(outcome.err, "Acme"));
    CHECK(support::read_file(folder.path() / "acme.toml") == acme);
    // What it prints is what a file takes.
    const std::size_t table = outcome.out.find("\n[factors]\n");
    folder.write("rated.toml", acme + outcome.out.substr(table, outcome.out.find("\n\n") - table) + "\n");
    CHECK(run_in(folder, {"check", "rated.toml", "--as-of", "2026-01-20"}).status == 0);
}

TEST_CASE("at a terminal a mistake is asked again, and leaving writes nothing") {
    const ScratchFolder folder;
    std::string answers = "\n\n\n\n\n\n\n\n\neuro\neur\n\u00a390k\n\u20ac90k\n\n1\n";
    answers += std::string(7 + 7 + 1 + 1, '\n');
    const Outcome done = support::run_in_terminal(
        run_of(folder, {"decide", "--weights", "--priorities", "growth", "-o", "me.toml"}, answers), 80);
    INFO(done.out);
    CHECK(done.status == 0);
    CHECK(holds(done.out, "there is no currency `euro`"));
    CHECK(holds(done.out, "90k` is not an amount in EUR; answer such as"));
    const std::string written = support::read_file(folder.path() / "me.toml");
    CHECK(holds(written, "currency = \"EUR\""));
    CHECK(holds(written, "worst = 90_000"));
    const Outcome left =
        support::run_in_terminal(run_of(folder, {"decide", "--weights", "-o", "other.toml"}, "Growth\n"), 80);
    CHECK(left.status == 1);
    CHECK(holds(left.out, "is kept in `other.toml.answers`"));
    CHECK_FALSE(fs::exists(folder.path() / "other.toml"));
    // The same command goes on from there; another one does not.
    const Outcome other = support::run_in_terminal(
        run_of(folder, {"decide", "--weights", "--priorities", "growth", "-o", "other.toml"}, ""), 80);
    CHECK_FALSE(holds(other.out, "Going on"));
    CHECK(support::read_file(folder.path() / "other.toml.answers") ==
          "# Answers to `offerkit decide --weights`\nGrowth\n");
    const Outcome further =
        support::run_in_terminal(run_of(folder, {"decide", "--weights", "-o", "other.toml"}, "back\nCalm\n"), 80);
    CHECK(holds(further.out, "Going on with your answers in `other.toml.answers`"));
    CHECK(support::read_file(folder.path() / "other.toml.answers").ends_with("\nCalm\n"));
}

TEST_CASE("a starting point is named among the assumptions wherever it is used") {
    const ScratchFolder folder;
    folder.write("acme.toml", acme);
    folder.write("me.toml", me);
    const Outcome begun = run_in(folder, {"compare", "acme.toml", "--priorities", "growth", "--format", "json"});
    CHECK(holds(begun.out, "a starting point rather than yours"));
    CHECK_FALSE(holds(run_in(folder, {"compare", "acme.toml", "--priorities", "me.toml", "--format", "json"}).out,
                      "starting point"));
    CHECK(run_in(folder, {"compare", "acme.toml", "--priorities", "grwth"}).status == 3);
}

TEST_CASE("a dialogue tries its target before it asks anything") {
    const ScratchFolder folder;
    const Outcome outcome = run_in(folder, {"decide", "--weights", "-o", "gone/me.toml"}, "growth\n");
    CHECK(outcome.status == 3);
    CHECK(outcome.err ==
          "offerkit: error: cannot write `gone/me.toml`: No such file or directory\n  help: `--output` takes another"
          " path\n");
}

TEST_CASE("answers that cannot be written where they were to go are put out instead") {
    const ScratchFolder folder;
    const Outcome to_file = run_in(folder, {"decide", "--weights", "--priorities", "growth", "-o", "/dev/full"});
    CHECK(to_file.status == 3);
    CHECK(holds(to_file.err, "cannot write `/dev/full`: No space left on device"));
    CHECK(holds(to_file.err, "what you answered is kept: it follows on standard output"));
    CHECK(to_file.out.starts_with("# What matters to me"));
    Run run = run_of(folder, {"decide", "--weights", "--priorities", "growth"});
    run.output = "/dev/full";
    const Outcome to_stream = support::run(run);
    CHECK(to_stream.status == 3);
    CHECK(holds(to_stream.err, "what you answered is kept: it follows\n# What matters to me"));
}

TEST_CASE("a person who leaves a dialogue gets the answers back") {
    const ScratchFolder folder;
    Run run = run_of(folder, {"decide", "--weights"}, "Growth, Calm\n");
    run.environment["TERM"] = "dumb";
    const Outcome outcome = support::run_in_terminal(run, 80);
    CHECK(outcome.status == 1);
    CHECK(holds(outcome.out, "what you answered so far, to be given again on standard input:\nGrowth, Calm\n"));
}

TEST_CASE("a person's answers that were misunderstood are not among those given back") {
    const ScratchFolder folder;
    Run run = run_of(folder, {"decide", "--weights", "--priorities", "growth"}, "\n\n\n\n\n\n\n\n\neuro\neur\n");
    run.environment["TERM"] = "dumb";
    const Outcome outcome = support::run_in_terminal(run, 80);
    CHECK(outcome.status == 1);
    CHECK(holds(outcome.out, "to be given again on standard input:\n\n\n\n\n\n\n\n\n\neur\n"));
}

TEST_CASE("an interrupted dialogue keeps the answers, and ends by the signal without the file it was to write") {
    const ScratchFolder folder;
    for (const int signal : {SIGINT, SIGTERM}) {
        Run run = run_of(folder, {"decide", "--weights", "-o", "me.toml"}, "Growth, Calm\n");
        run.environment["TERM"] = "dumb";
        run.signal = signal;
        run.signal_after = "Growth, Calm at its worst";
        const Outcome outcome = support::run_in_terminal(run, 80);
        INFO(outcome.out);
        CHECK(outcome.status == 128 + signal);
        CHECK(holds(outcome.out, "interrupted before this question: Growth, Calm at its worst"));
        CHECK(holds(outcome.out, "what you answered is kept in `me.toml.answers`: the same command"));
        CHECK_FALSE(fs::exists(folder.path() / "me.toml"));
        CHECK(support::read_file(folder.path() / "me.toml.answers").ends_with("\nGrowth, Calm\n"));
        struct stat status{};
        REQUIRE(::stat((folder.path() / "me.toml.answers").c_str(), &status) == 0);
        CHECK((status.st_mode & 07777U) == 0600);
        fs::remove(folder.path() / "me.toml.answers");
    }
}

TEST_CASE("a script that is interrupted has not agreed to the defaults") {
    const ScratchFolder folder;
    Run run = run_of(folder, {"decide", "--weights", "--priorities", "growth"}, "\n");
    run.signal = SIGINT;
    run.signal_after = "What else matters to you?";
    const Outcome outcome = support::run(run);
    CHECK(outcome.status == 128 + SIGINT);
    CHECK(outcome.out.empty());
    CHECK(holds(outcome.err, "interrupted before this question"));
}

TEST_CASE("a signal that the process ignores does not end a dialogue") {
    const ScratchFolder folder;
    folder.write("me.toml", me);
    ::signal(SIGHUP, SIG_IGN);  // as nohup does
    Run run = run_of(folder, {"decide", "--weights", "--priorities", "growth"}, "\n");
    run.signal = SIGHUP;
    run.signal_after = "What else matters to you?";
    const Outcome outcome = support::run(run);
    ::signal(SIGHUP, SIG_DFL);
    CHECK(outcome.status == 0);
    CHECK(outcome.out.starts_with("# What matters to me"));
}
