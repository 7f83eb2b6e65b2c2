// The catalogue of diagnostics. Every code has reproducers in tests/diagnostics:
//
//   <code>.toml, <code>.<variant>.toml    checked by `offerkit check FILE --as-of 2026-01-20`
//   <code>.command, <code>.<variant>.command   a line of shell, for what one file cannot show; the files it names
//   beside
//                                         it are `<code>.<anything>.txt` or reproducers of other codes
//
// Each is run, must report its code, and is shown with what it prints in docs/diagnostics.md.

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <regex>
#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/golden.hpp"
#include "support/shell.hpp"

namespace fs = std::filesystem;

namespace {

struct Code {
    std::string id;
    std::string meaning;
};

/// Codes that belong together, as codes.hpp groups them.
struct Group {
    std::string title;
    std::vector<Code> codes{};
};

std::vector<Group> groups() {
    const std::string text = support::read_file(support::source_path("lib/offerkit/diagnostic/codes.hpp")) +
                             support::read_file(support::source_path("lib/offerkit/diagnostic/plan_codes.hpp"));
    static const std::regex part{R"re((?:^|\n)// ([^\n]*)|Code \w+\{"([^"]+)",\s*"([^"]+)"\})re"};
    std::vector<Group> found;
    for (auto match = std::sregex_iterator{text.begin(), text.end(), part}; match != std::sregex_iterator{}; ++match) {
        if ((*match)[1].matched) {
            std::string title = (*match)[1].str();
            title = title.substr(0, title.find(" ("));
            while (title.ends_with('.')) {
                title.pop_back();
            }
            found.push_back({std::move(title)});
        } else {
            REQUIRE_FALSE(found.empty());
            found.back().codes.push_back({(*match)[2].str(), (*match)[3].str()});
        }
    }
    return found;
}

fs::path folder() { return support::source_path("tests/diagnostics"); }

struct Reproducer {
    fs::path file;
    [[nodiscard]] std::string name() const { return file.filename().string(); }
    [[nodiscard]] bool is_offer() const { return file.extension() == ".toml"; }
    [[nodiscard]] std::string code() const { return name().substr(0, name().find('.')); }
    [[nodiscard]] std::string command() const {
        if (is_offer()) {
            return "offerkit check " + name() + " --as-of 2026-01-20";
        }
        std::string line = support::read_file(file);
        while (line.ends_with('\n')) {
            line.pop_back();
        }
        return line;
    }
};

std::vector<Reproducer> reproducers() {
    std::vector<Reproducer> found;
    for (const auto& entry : fs::directory_iterator{folder()}) {
        const auto ending = entry.path().extension();
        if (ending == ".toml" || ending == ".command") {
            found.push_back({entry.path()});
        }
    }
    // The plain one before its variants.
    const auto key = [](const Reproducer& one) { return std::pair{one.file.stem().string(), one.name()}; };
    std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    return found;
}

std::string sentence(std::string text) {
    text.front() =
        static_cast<char>(text.front() >= 'a' && text.front() <= 'z' ? text.front() - 'a' + 'A' : text.front());
    return text + ".";
}

/// The first line of a problem, and the line that says what to do about it: there is one for each.
const std::regex& problem_line() {
    static const std::regex line{R"((^|\n)[^\n]*: (error|warning|note): [^\n]* \[[a-z0-9-]+\](?=\n))"};
    return line;
}
const std::regex& help_line() {
    static const std::regex line{R"((^|\n) *= help: )"};
    return line;
}

std::ptrdiff_t count_of(const std::string& text, const std::regex& what) {
    return std::distance(std::sregex_iterator{text.begin(), text.end(), what}, std::sregex_iterator{});
}

/// The meaning as a sentence of Markdown; the page's own words begin where the code's do.
std::string entry_of(const Code& code, const std::vector<Reproducer>& all) {
    std::string text = "### `" + code.id + "`\n\n" + sentence(code.meaning) + "\n";
    bool any = false;
    for (const auto& reproducer : all) {
        if (reproducer.code() != code.id) {
            continue;
        }
        any = true;
        INFO(reproducer.name() << ": $ " << reproducer.command());
        const auto outcome = support::shell(reproducer.command(), folder());
        INFO("it wrote:\n" << outcome.text);
        CHECK(outcome.text.find("[" + code.id + "]") != std::string::npos);
        const bool wrong = outcome.text.find(": error: ") != std::string::npos;
        CHECK((outcome.status == 1 || outcome.status == 3) == wrong);
        CHECK(count_of(outcome.text, problem_line()) == count_of(outcome.text, help_line()));
        if (reproducer.is_offer()) {
            text += "\n```toml\n" + support::read_file(reproducer.file) + "```\n\n```text\n" + outcome.text + "```\n";
        } else {
            text += "\n```text\n$ " + reproducer.command() + "\n" + outcome.text + "```\n";
        }
    }
    INFO("no file in tests/diagnostics brings about " << code.id);
    CHECK(any);
    return text;
}

constexpr const char* introduction =
    "# Diagnostics\n"
    "\n"
    "<!-- Written by tests/docs/diagnostics_test.cpp from the files in tests/diagnostics: change those. -->\n"
    "\n"
    "Every problem that offerkit reports has a code, in brackets at the end of its first line, which never changes "
    "its\n"
    "meaning. This page shows each of them: what it means, a file that brings it about, and the exact words.\n"
    "\n"
    "An **error** means that no result is computed: the exit status is 1, or 3 when a file cannot be read at all. A\n"
    "**warning** is legal and probably not meant, a **note** is worth knowing: both leave the status as it is. All "
    "problems\n"
    "of all files come out in one run. `offerkit check --format json` gives them as data ([JSON](json.md)).\n";

}  // namespace

TEST_CASE("every diagnostic has a reproducer, and the catalogue shows what each prints") {
    const auto all = reproducers();
    const auto by_topic = groups();
    std::vector<std::string> known;
    std::string page = introduction;
    std::string entries;
    for (const auto& group : by_topic) {
        page += "\n**" + group.title + ".**";
        entries += "\n## " + group.title + "\n";
        bool first = true;
        for (const auto& code : group.codes) {
            page += std::string{first ? " " : ", "} + "[`" + code.id + "`](#" + code.id + ")";
            first = false;
            entries += "\n" + entry_of(code, all);
            known.push_back(code.id);
        }
        page += "\n";
    }
    for (const auto& reproducer : all) {
        INFO(reproducer.name() << " is named for a code that codes.hpp does not hold");
        CHECK(std::find(known.begin(), known.end(), reproducer.code()) != known.end());
    }
    golden::check_source_file("docs/diagnostics.md", page + entries);
}
