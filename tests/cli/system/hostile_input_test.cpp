// What bad input gets: every problem in one run, the right exit status, nothing on standard output, and never a crash.
// What a single key may be is shown case by case in docs/diagnostics.md and tested with it; here are whole files,
// places and streams.

#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include <offerkit/calendar/date.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/run.hpp"
#include "support/shell.hpp"

namespace fs = std::filesystem;
using support::Outcome;
using support::Run;
using support::ScratchFolder;

namespace {

const std::string head = "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n";
const std::string sound = head + "[base]\nsalary = 182_000\n";

/// Runs in the folder, so that names in messages are short.
Outcome run_in(const ScratchFolder& folder, std::vector<std::string> arguments, std::string input = {}) {
    Run run;
    run.arguments = std::move(arguments);
    run.folder = folder.path();
    run.input = std::move(input);
    run.environment["COLUMNS"] = "100";
    return support::run(run);
}

/// `check` of one text as of a fixed day.
Outcome check_text(const std::string& text) {
    const ScratchFolder folder;
    folder.write("offer.toml", text);
    return run_in(folder, {"check", "offer.toml", "--as-of", "2026-01-20"});
}

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) {
        ++found;
    }
    return found;
}

/// That the text is refused with this code and words, and nothing goes to standard output.
void check_refused(const Outcome& outcome, int status, const std::string& code, const std::string& words) {
    INFO("it wrote:\n" << outcome.err);
    CHECK(outcome.status == status);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.find("[" + code + "]") != std::string::npos);
    CHECK(outcome.err.find(words) != std::string::npos);
}

bool root() { return ::geteuid() == 0; }

}  // namespace

TEST_CASE("a folder, a missing file and a file without permission cannot be read: status 3, each named") {
    const ScratchFolder folder;
    folder.write("sound.toml", sound);
    const auto closed = folder.write("closed.toml", sound);
    fs::create_directory(folder.path() / "papers");
    fs::permissions(closed, fs::perms::none);

    check_refused(run_in(folder, {"check", "papers"}), 3, "unreadable-file", "papers: error: this is a folder");
    check_refused(run_in(folder, {"show", "gone.toml"}), 3, "unreadable-file",
                  "gone.toml: error: there is no such file");
    check_refused(run_in(folder, {"vest", "sound.toml/offer.toml"}), 3, "unreadable-file",
                  "sound.toml/offer.toml: error: ");
    if (!root()) {
        check_refused(run_in(folder, {"compare", "closed.toml"}), 3, "unreadable-file", "you may not read this file");
    }
    fs::permissions(closed, fs::perms::owner_all);
}

TEST_CASE("a file of 10 MB is refused by its size, quickly, also from standard input") {
    const ScratchFolder folder;
    const std::string large = sound + "# " + std::string(10'000'000, 'x') + "\n";
    folder.write("large.toml", large);
    check_refused(run_in(folder, {"check", "large.toml"}), 1, "file-too-large", "8 MiB");
    check_refused(run_in(folder, {"check", "-"}, large), 1, "file-too-large", "8 MiB");
}

TEST_CASE("a schedule of 100,000 tranches is refused and the bound is named") {
    check_refused(check_text(head + "[stock]\nprice = 100.00\n[[grant]]\nquantity = 1_000_000\nvesting = { over = "
                                    "\"100000 days\", every = \"1 day\" }\n"),
                  1, "schedule-too-long", "10,000");
    // Written out one by one, too.
    std::string dates;
    const auto first = *offerkit::calendar::Date::of(2026, 3, 2);
    for (int i = 0; i < 100'000; ++i) {
        dates += std::string{i == 0 ? "" : ", "} + "{ date = " + to_string(first.plus_days(i)) + ", quantity = 1 }";
    }
    check_refused(check_text(head + "[stock]\nprice = 100.00\n[[grant]]\nquantity = 100_000\nvesting = { on = [" +
                             dates + "] }\n"),
                  1, "schedule-too-long", "10,000");
}

TEST_CASE("lists, tables and dotted keys that lie too deep are refused, not followed") {
    const int deep = 100'000;
    check_refused(check_text("a = " + std::string(deep, '[') + std::string(deep, ']') + "\n"), 1, "too-deep",
                  "64 deep");
    std::string inlined = "a = ";
    std::string dotted = "a";
    for (int i = 0; i < deep; ++i) {
        inlined += "{ a = ";
        dotted += ".a";
    }
    check_refused(check_text(inlined), 1, "too-deep", "64 deep");
    check_refused(check_text(dotted + " = 1\n"), 1, "too-deep", "64 deep");
    check_refused(check_text("[" + dotted + "]\n"), 1, "too-deep", "64 deep");
}

TEST_CASE("bytes that are not UTF-8 are refused at their place") {
    check_refused(check_text("company = \"Caf\xE9\"\n"), 1, "invalid-utf8", "offer.toml:1:15: error: ");
    check_refused(check_text("company = \"\xC3\xA9\xC3\xA9\"\n# \xED\xA0\x80\n"), 1, "invalid-utf8",
                  "offer.toml:2:3: error: ");
    check_refused(check_text(std::string("company = \"A\0c\"\n", 16)), 1, "syntax", "offer.toml:1:11: error: ");
    check_refused(check_text("company = \"A\\u0000c\"\n" + head.substr(head.find("currency"))), 1, "bad-text",
                  "offer.toml:1:11: error: ");
}

TEST_CASE("a file without TOML in it ends with an error, never with a crash") {
    for (const std::string text : {"",
                                   "\n",
                                   "[",
                                   "[[",
                                   "[$offer]",
                                   "[&",
                                   "= 1",
                                   "a",
                                   "a =",
                                   "a = \"",
                                   "a = \"\"\"",
                                   "a = {",
                                   "a = [1,",
                                   "[a",
                                   "[[a]",
                                   "\"",
                                   "\\",
                                   "a = '",
                                   "a.b = 1\na = 2",
                                   "a = 2026-99-99",
                                   "a = 1e999999999",
                                   "\xC3\xA9",
                                   "a = \xC3\xA9",
                                   "[grant]\n[[grant]]",
                                   "#"}) {
        INFO("the text is: " << text);
        const auto outcome = check_text(text);
        INFO("it wrote:\n" << outcome.err);
        CHECK(outcome.status == 1);
        CHECK(outcome.out.empty());
        CHECK(outcome.err.find(": error: ") != std::string::npos);
    }
}

TEST_CASE("a file from Windows reads as any other, and the caret stands under the mistake") {
    const std::string windows =
        "\xEF\xBB\xBF"
        "company = \"Acme\"\r\ncurrency = \"USD\"\r\nstart = 2026-03-02\r\n[base]\r\nsalary = 182_000\r\n";
    CHECK(check_text(windows).status == 0);
    const auto outcome = check_text(
        "\xEF\xBB\xBF"
        "compny = \"Acme\"\r\ncurrency = \"USD\"\r\nstart = 2026-03-02\r\n");
    CHECK(outcome.status == 1);
    CHECK(outcome.err.find("offer.toml:1:1: error: ") != std::string::npos);
    CHECK(outcome.err.find("| compny = \"Acme\"\n      | ^^^^^^\n") != std::string::npos);
    CHECK(outcome.err.find('\r') == std::string::npos);
    CHECK(outcome.err.find("\xEF\xBB\xBF") == std::string::npos);
}

TEST_CASE("the caret stands right under wide, combining and tabbed text") {
    const auto wide = check_text(
        "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\nletter_total = { means = "
        "\"\xE6\x9D\xB1\xE4\xBA\xAC\", amount = -1 }\n");
    // Two characters of two columns each: 39 characters stand before the amount, 41 columns.
    CHECK(wide.err.find("offer.toml:4:41: error: ") != std::string::npos);
    CHECK(wide.err.find("\n      | " + std::string(42, ' ') + "^^\n") != std::string::npos);
    const auto tabs = check_text(head + "\tfoo = 1\n");
    CHECK(tabs.err.find("\n    4 |     foo = 1\n      |     ^^^\n") != std::string::npos);
    CHECK(tabs.err.find('\t') == std::string::npos);
}

TEST_CASE("control and direction characters in a name are shown escaped wherever they appear") {
    const ScratchFolder folder;
    folder.write("red.toml", "company = \"\\u001b[31mAcme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n");
    const auto refused = run_in(folder, {"check", "red.toml"});
    CHECK(refused.status == 1);
    CHECK(refused.err.find("[bad-text]") != std::string::npos);
    CHECK(refused.err.find('\x1b') == std::string::npos);

    // Right-to-left override: legal text, and never sent to a terminal as it stands.
    const std::string override_character = "\xE2\x80\xAE";
    folder.write("turned.toml",
                 "company = \"Acme" + override_character +
                     "dtL\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[base]\nsalary = 182_000\nbonsu = 1\n");
    for (const std::string command : {"check", "show", "compare"}) {
        const auto outcome = run_in(folder, {command, "turned.toml", "--as-of", "2026-01-20"});
        CHECK(outcome.err.find(override_character) == std::string::npos);
        CHECK(outcome.out.find(override_character) == std::string::npos);
    }
    folder.write("turned.toml", "company = \"Acme" + override_character +
                                    "dtL\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[base]\nsalary = 182_000\n");
    for (const std::string command : {"check", "show", "compare"}) {
        INFO(command);
        const auto outcome = run_in(folder, {command, "turned.toml", "--as-of", "2026-01-20"});
        CHECK(outcome.status == 0);
        CHECK(outcome.out.find(override_character) == std::string::npos);
        CHECK(outcome.out.find("Acme") != std::string::npos);
    }

    // The names of files are text from elsewhere as well.
    const auto named = run_in(folder, {"check", "no\x1b[2Jsuch\n.toml"});
    CHECK(named.status == 3);
    CHECK(named.err.find('\x1b') == std::string::npos);
}

TEST_CASE("a company that begins like a formula cannot become one in a spreadsheet") {
    const ScratchFolder folder;
    for (const std::string name : {"=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)"}) {
        folder.write("formula.toml", "company = \"" + name +
                                         "\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[base]\nsalary = "
                                         "182_000\n[stock]\nprice = 100.00\nas_of = 2026-01-15\n"
                                         "[[grant]]\nid = \"" +
                                         name +
                                         "\"\nquantity = 480\nvesting = { over = \"4 years\", every = \"1 year\" }\n");
        for (const std::string command : {"compare", "vest", "show", "leave"}) {
            INFO(command << " of " << name);
            const auto outcome = run_in(folder, {command, "formula.toml", "--format", "csv", "--as-of", "2026-01-20"});
            REQUIRE(outcome.status == 0);
            CHECK(outcome.out.find("'" + name.substr(0, 3)) != std::string::npos);
            for (const std::string before : {"\n", ",", "\""}) {
                CHECK(outcome.out.find(before + name) == std::string::npos);
            }
        }
    }
}

TEST_CASE("every problem of every file comes out in one run, and broken TOML does not hide the rest") {
    const ScratchFolder folder;
    folder.write("one.toml",
                 "company = \"One\"\ncurency = \"USD\"\nstart = 2026-02-30\n[base]\nsalary = 182,000\nraise = 3\n");
    folder.write("two.toml", head +
                                 "[base]\nsalary = -5\n[stock]\nprice = 100.00\n[[grant]]\nquantity = 480\nvesting = { "
                                 "over = \"4 years\", every = \"5 months\" }\n");
    folder.write("three.toml", head + "[[grant]]\nvalue = 1_000\nvesting = \"gogle\"\n[bonus]\ntarget = 15\n");
    const auto outcome = run_in(folder, {"compare", "one.toml", "two.toml", "three.toml", "--as-of", "2026-01-20"});
    INFO("it wrote:\n" << outcome.err);
    CHECK(outcome.status == 1);
    CHECK(outcome.out.empty());
    for (const std::string place : {"one.toml:2:", "one.toml:3:", "one.toml:5:", "one.toml:6:", "two.toml:5:",
                                    "three.toml:6:", "three.toml:8:"}) {
        INFO("nothing is said about " << place);
        CHECK(outcome.err.find(place) != std::string::npos);
    }
    // Each says what to do.
    CHECK(count(outcome.err, ": error: ") >= 7);
    CHECK(count(outcome.err, "= help: ") >= 6);
    // In the order of the files and of their lines.
    CHECK(outcome.err.find("one.toml:2:") < outcome.err.find("one.toml:3:"));
    CHECK(outcome.err.find("one.toml:6:") < outcome.err.find("two.toml:5:"));
    CHECK(outcome.err.find("two.toml:5:") < outcome.err.find("three.toml:6:"));
}

TEST_CASE("the exit status tells wrong input, a wrong command line and what cannot be read apart, and 3 beats 1") {
    const ScratchFolder folder;
    folder.write("sound.toml", sound);
    folder.write("wrong.toml", head + "[base]\nsalary = -1\n");
    folder.write("warned.toml", sound + "[bonus]\ntarget = \"150%\"\n");
    CHECK(run_in(folder, {"check", "sound.toml"}).status == 0);
    CHECK(run_in(folder, {"check", "warned.toml"}).status == 0);
    CHECK(run_in(folder, {"check", "wrong.toml"}).status == 1);
    CHECK(run_in(folder, {"check", "sound.toml", "--as-off", "2026-01-20"}).status == 2);
    CHECK(run_in(folder, {"chek", "sound.toml"}).status == 2);
    CHECK(run_in(folder, {"check"}).status == 2);
    CHECK(run_in(folder, {"check", "gone.toml"}).status == 3);
    const auto both = run_in(folder, {"compare", "wrong.toml", "gone.toml"});
    CHECK(both.status == 3);
    CHECK(both.out.empty());
    CHECK(both.err.find("wrong.toml:5") != std::string::npos);
    CHECK(both.err.find("gone.toml") != std::string::npos);
}

TEST_CASE("check gives its problems as data on standard output, whatever the status") {
    const ScratchFolder folder;
    folder.write("wrong.toml", head + "[base]\nsalary = -1\n[bonus]\ntarget = 15\n");
    folder.write("sound.toml", sound);
    const auto outcome =
        run_in(folder, {"check", "wrong.toml", "sound.toml", "--format", "json", "--as-of", "2026-01-20"});
    CHECK(outcome.status == 1);
    const auto document = nlohmann::json::parse(outcome.out);
    CHECK(document["offerkit"]["command"] == "check");
    REQUIRE(document["files"].size() == 2);
    CHECK(document["files"][0]["file"] == "wrong.toml");
    const auto& problems = document["files"][0]["problems"];
    REQUIRE(problems.size() == 2);
    CHECK(problems[0]["code"] == "bad-money");
    CHECK(problems[0]["severity"] == "error");
    CHECK(problems[0]["line"] == 5);
    CHECK(problems[0]["column"] == 10);
    CHECK_FALSE(problems[0]["message"].get<std::string>().empty());
    CHECK(problems[1]["code"] == "bad-rate");
    CHECK_FALSE(problems[1]["help"].get<std::string>().empty());
    CHECK(document["files"][1]["problems"].empty());

    // In any other format a result is a result, and a file that is wrong has none.
    for (const std::string format : {"table", "csv", "markdown"}) {
        CHECK(run_in(folder, {"check", "wrong.toml", "--format", format}).out.empty());
    }

    const auto unreadable = run_in(folder, {"check", "gone.toml", "--format", "json"});
    CHECK(unreadable.status == 3);
    CHECK(nlohmann::json::parse(unreadable.out)["files"][0]["problems"][0]["code"] == "unreadable-file");
}

TEST_CASE("a full disk behind standard output is told and ends with 3") {
    const ScratchFolder folder;
    folder.write("sound.toml", sound);
    for (const std::string command : {"check", "show", "vest", "compare", "leave"}) {
        INFO(command);
        Run run;
        run.arguments = {command, "sound.toml", "--as-of", "2026-01-20"};
        run.folder = folder.path();
        run.output = "/dev/full";
        const auto outcome = support::run(run);
        CHECK(outcome.status == 3);
        CHECK(outcome.err.find("standard output cannot be written") != std::string::npos);
    }
}

TEST_CASE("a reader that has seen enough ends a run quietly") {
    const auto outcome =
        support::shell("set -o pipefail\nofferkit schema | head -c 10 >/dev/null\n", support::source_path(""));
    CHECK(outcome.status == 0);
    CHECK(outcome.text.empty());
}

TEST_CASE("a result that cannot be written leaves the old file in its place") {
    const ScratchFolder folder;
    folder.write("sound.toml", sound);
    folder.write("old.txt", "kept\n");
    fs::create_directory(folder.path() / "closed");
    folder.write("closed/old.txt", "kept\n");
    fs::permissions(folder.path() / "closed", fs::perms::owner_read | fs::perms::owner_exec);

    const auto compare_to = [&](const std::string& file) {
        return run_in(folder, {"compare", "sound.toml", "--as-of", "2026-01-20", "-o", file});
    };
    if (!root()) {
        const auto refused = compare_to("closed/old.txt");
        CHECK(refused.status == 3);
        CHECK(refused.err.find("closed/old.txt") != std::string::npos);
    }
    CHECK(support::read_file(folder.path() / "closed/old.txt") == "kept\n");
    fs::permissions(folder.path() / "closed", fs::perms::owner_all);

    const auto vanished = compare_to("vanished/result.txt");
    CHECK(vanished.status == 3);
    CHECK(vanished.err.find("vanished/result.txt") != std::string::npos);
    CHECK(compare_to("closed").status == 3);

    // Input that is wrong writes nothing either.
    folder.write("wrong.toml", head + "[base]\nsalary = -1\n");
    CHECK(run_in(folder, {"compare", "wrong.toml", "-o", "old.txt"}).status == 1);
    CHECK(support::read_file(folder.path() / "old.txt") == "kept\n");

    const auto written = compare_to("old.txt");
    CHECK(written.status == 0);
    CHECK(written.out.empty());
    CHECK(support::read_file(folder.path() / "old.txt").find("Acme") != std::string::npos);
    struct ::stat state{};
    REQUIRE(::stat((folder.path() / "old.txt").c_str(), &state) == 0);
    CHECK((state.st_mode & 0777U) == 0600U);
    // No temporary file stays behind.
    CHECK(std::distance(fs::directory_iterator{folder.path()}, fs::directory_iterator{}) == 4);
}

TEST_CASE("figures that leave 64 bits are an error at their line, never a wrong figure") {
    check_refused(check_text(head + "[base]\nsalary = 1_000_000_000_000\nraise = \"100000%\"\n"), 1, "overflow",
                  "offer.toml:");
    check_refused(check_text(head + "[stock]\nprice = 1_000_000_000_000\nas_of = 2026-01-15\n[[grant]]\nquantity = "
                                    "1_000_000_000_000\nvesting = { over = \"4 years\", every = \"1 year\" }\n"),
                  1, "overflow", "offer.toml:");
}

TEST_CASE("two runs over the same files give the same bytes") {
    const std::vector<std::string> files{"examples/three-offers/meta.toml", "examples/three-offers/google.toml",
                                         "examples/three-offers/amazon.toml"};
    for (const std::string format : {"table", "json", "csv", "markdown"}) {
        for (const std::string command : {"compare", "vest", "leave"}) {
            std::vector<std::string> arguments{command, "--as-of", "2026-01-20", "--format", format};
            arguments.insert(arguments.end(), files.begin(), files.end());
            const auto first = support::run(arguments);
            CHECK(first.status == 0);
            CHECK(first.out == support::run(arguments).out);
        }
    }
}

TEST_CASE("a key of four million letters does not make a message of four million") {
    const std::string word(4'000'000, 'a');
    for (const std::string& text : {word + " = 1\n", "[" + word + "]\n", "company = \"" + word + "\"\n",
                                    "start = \"" + word + "\"\n", "[[grant]]\nvesting = \"" + word + "\"\n"}) {
        const Outcome outcome = check_text(text);
        CHECK(outcome.status == 1);
        CHECK(outcome.err.size() < 20'000);
    }
    const ScratchFolder folder;
    folder.write("offer.toml", word + " = 1\n");
    CHECK(run_in(folder, {"check", "offer.toml", "--format", "json"}).out.size() < 20'000);
}

TEST_CASE("the separators of lines and paragraphs are refused in a text, as every other line break is") {
    for (const std::string separator : {"\\u0085", "\\u2028", "\\u2029", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"}) {
        check_refused(check_text("company = \"A" + separator + "c\"\n" + head.substr(head.find("currency"))), 1,
                      "bad-text", "offer.toml:1:11: error: `company` holds a control character");
    }
}

TEST_CASE("a limit on the size of files is an error of writing, and leaves nothing behind") {
    const ScratchFolder folder;
    folder.write("sound.toml", sound);
    const auto outcome =
        support::shell("(ulimit -f 1; offerkit profiles --format json -o out.json); echo $?; ls -A", folder.path());
    INFO(outcome.text);
    CHECK(outcome.text.find("cannot write `out.json`: File too large\n3\nsound.toml\n") != std::string::npos);
}

TEST_CASE("too little memory is a sentence and status 3") {
    if (!support::is_measurable) {
        return;  // the sanitizers' own memory would not fit
    }
    const ScratchFolder folder;
    std::string text = sound + "[stock]\nprice = 10.00\nas_of = 2026-01-15\n";
    for (int i = 0; i < 60; ++i) {
        text += "[[grant]]\nquantity = 1000000\nvesting = { over = \"1000 days\", every = \"1 day\" }\n";
    }
    folder.write("offer.toml", text);
    const auto outcome = support::shell(
        "(ulimit -v 40000; offerkit vest offer.toml --detail --as-of 2026-01-20 >/dev/null); echo $?", folder.path());
    INFO(outcome.text);
    CHECK(outcome.text.find("offerkit: error: there is not enough memory for this\n") != std::string::npos);
    CHECK(outcome.text.ends_with("\n3\n"));
}

TEST_CASE("threads that are not to be had are done without, or it is a sentence") {
    if (!support::is_measurable) {
        return;
    }
    const ScratchFolder folder;
    folder.write("offer.toml", sound);
    folder.write("paths.txt", "\"offer.toml\"\n\"offer.toml\"\n\"offer.toml\"\n\"offer.toml\"\n");
    // A thread asks for 8 MB of stack and for more to take its memory from.
    for (const char* limit : {"30000", "35000", "40000", "50000", "60000"}) {
        const auto outcome =
            support::shell(std::string{"(ulimit -v "} + limit +
                               "; offerkit batch --jobs 8 --as-of 2026-01-20 paths.txt >/dev/null); echo $?",
                           folder.path());
        INFO(limit << ": " << outcome.text);
        CHECK((outcome.text.ends_with("\n3\n") || outcome.text == "0\n"));
    }
}
