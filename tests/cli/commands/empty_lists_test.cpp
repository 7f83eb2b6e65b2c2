// What a page would name first may not be there: every command still ends with its answer.

#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/run.hpp"

namespace {

using support::ScratchFolder;

const std::string base = "currency = \"USD\"\nstart = 2026-03-02\n[base]\nsalary = 180_000\n";
const std::string stock = "[stock]\nprice = 100\n[[grant]]\nquantity = 400\nvesting = \"standard\"\n";

std::string offer(const std::string& company, const std::string& rest) {
    return "company = \"" + company + "\"\n" + base + rest;
}

void every_format(const ScratchFolder& folder, std::vector<std::string> words) {
    words.insert(words.end(), {"--as-of", "2026-06-01"});
    for (const std::string format : {"table", "json", "csv", "markdown"}) {
        support::Run run;
        run.arguments = words;
        run.folder = folder.path();
        run.arguments.insert(run.arguments.end(), {"--format", format});
        const auto outcome = support::run(run);
        INFO(words.front() + " as " + format + "\n" + outcome.err);
        CHECK(outcome.status == 0);
        CHECK(!outcome.out.empty());
    }
}

}  // namespace

TEST_CASE("where every unsure rating is a range, nobody has to be asked first") {
    const ScratchFolder folder;
    const std::string factor = "[[factor]]\nid = \"life\"\nswing = 50\n";
    folder.write("a.toml", offer("A", "[factors]\nlife = { low = 3, likely = 5, high = 8 }\n"));
    folder.write("b.toml", offer("B", "[factors]\nlife = { low = 2, likely = 6, high = 7 }\n"));
    folder.write("me.toml", factor);
    every_format(folder, {"decide", "a.toml", "b.toml", "--priorities", "me.toml"});
    every_format(folder, {"decide", "a.toml", "b.toml", "--priorities", "me.toml", "--detail", "--explain"});

    support::Run page;
    page.arguments = {"decide", "a.toml", "b.toml", "--priorities", "me.toml"};
    page.folder = folder.path();
    CHECK(support::run(page).out.find("nobody: what is unsure are ranges") != std::string::npos);
}

TEST_CASE("a job without a grant stands beside one with a grant, in either order") {
    const ScratchFolder folder;
    folder.write("without.toml", offer("Without", ""));
    folder.write("with.toml", offer("With", stock));
    for (const std::string command : {"vest", "compare", "leave"}) {
        every_format(folder, {command, "without.toml", "with.toml"});
        every_format(folder, {command, "with.toml", "without.toml"});
        every_format(folder, {command, "without.toml"});
    }
    every_format(folder, {"vest", "without.toml", "with.toml", "--by", "quarter", "--explain"});
}
