// What a tax form takes over from the form of an earlier year, and what of it its own file replaces.

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/file/profiles/profile_store.hpp>
#include <offerkit/file/profiles/written_form.hpp>
#include <offerkit/tax/form.hpp>
#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/taxes.hpp"

#include "file/reading.hpp"

using namespace offerkit;
using quantity::Exact;

namespace {

/// The form of 2026 with these lines of its own, which takes over the one of 2025 with those; the first of either
/// stands behind line 10 of its file.
struct Years {
    std::optional<tax::Form> form{};
    reading::Outcome outcome{};

    Years(const std::string& before, const std::string& now, const std::string& status = "enacted") {
        const support::ScratchFolder folder;
        folder.write("taxes/test-2025.toml", taxes::top("test", 2025, "checked_by_known_answers = true\n") + before);
        folder.write("taxes/test-2026.toml",
                     "id = \"test\"\nyear = 2026\nlike = \"test-2025\"\nname = \"New\"\nstatus = \"" + status +
                         "\"\nsource = \"new law\"\nas_of = 2026-01-02\n\n\n\n" + now);
        taxes::Desk desk{{folder.path().string()}};
        form = desk.store.tax_form("test-2026", desk.naming());
        reading::take_problems(outcome, desk.sources, desk.problems);
        if (form) {
            for (const diagnostic::SourceId source : form->sources) {
                sources.push_back(desk.sources[source].name());
            }
        }
    }
    std::vector<std::string> sources{};

    [[nodiscard]] const tax::Line& line(const std::string& id) const {
        CAPTURE(id, outcome.problems);
        REQUIRE(form);
        REQUIRE(form->find(id) != nullptr);
        return *form->find(id);
    }
};

std::string limit(const std::string& name, int value) {
    return name + " = { value = " + std::to_string(value) + ", source = \"s" + std::to_string(value) + "\" }\n";
}

std::string warning(const std::string& label, const std::string& text) {
    return "[[warning]]\nlabel = \"" + label + "\"\ntext = \"" + text + "\"\n";
}

std::string amount(const std::string& id, const std::string& more = {}) {
    return "[[line]]\nid = \"" + id + "\"\nkind = \"amount\"\nvalue = 1\n" + more;
}

const std::string bands =
    "[[line]]\nid = \"b\"\nkind = \"bands\"\nof = \"pay\"\nlabel = \"B\"\nbands = [[0, \"10%\"]]\n";

}  // namespace

TEST_CASE("a form keeps what it does not say anew, except that answers have checked the earlier one") {
    const Years years{amount("x"), ""};
    CAPTURE(years.outcome.problems);
    REQUIRE(years.form);
    CHECK(years.form->year == 2026);
    CHECK(years.form->header.name == "New");
    CHECK(years.form->currency.code() == "USD");
    CHECK_FALSE(years.form->of_person);
    CHECK(years.form->lines.size() == 1);
    CHECK_FALSE(years.form->checked);
    REQUIRE(years.sources.size() == 2);
    CHECK(years.sources[0].ends_with("test-2026.toml"));
    CHECK(years.sources[1].ends_with("test-2025.toml"));
    const support::ScratchFolder folder;
    folder.write("taxes/test-2025.toml", taxes::top("test", 2025, "checked_by_known_answers = true\n") + amount("x"));
    folder.write("taxes/test-2026.toml", taxes::top("test", 2026, "checked_by_known_answers = false\n") + amount("x"));
    taxes::Desk desk{{folder.path().string()}};
    CHECK(desk.store.tax_form("test-2025", desk.naming())->checked);
    CHECK_FALSE(desk.store.tax_form("test-2026", desk.naming())->checked);
}

TEST_CASE("limits are taken over one by one, and a later one replaces that of its name") {
    const Years years{"[limits]\n" + limit("deferral", 10) + limit("other", 20) + amount("x"),
                      "[limits]\n" + limit("other", 30) + limit("new", 40)};
    CAPTURE(years.outcome.problems);
    REQUIRE(years.form);
    const auto value = [&](const std::string& name) {
        const tax::Limit* one = years.form->limit(name);
        return one == nullptr ? std::string{"none"} : std::to_string(one->value.minor() / 100) + " " + one->source;
    };
    CHECK(years.form->limits.size() == 3);
    CHECK(value("deferral") == "10 s10");
    CHECK(value("other") == "30 s30");
    CHECK(value("new") == "40 s40");
    const Years first{amount("x"), "[limits]\n" + limit("deferral", 10)};
    REQUIRE(first.form);
    CHECK(first.form->limits.size() == 1);
    const Years kept{"[limits]\n" + limit("deferral", 10) + amount("x"), ""};
    REQUIRE(kept.form);
    CHECK(kept.form->limits.size() == 1);
}

TEST_CASE("warnings are taken over one by one, and a later one replaces that of its label in its place") {
    const Years years{amount("x") + warning("a", "old a") + warning("b", "old b"),
                      warning("c", "new c") + warning("a", "new a")};
    CAPTURE(years.outcome.problems);
    REQUIRE(years.form);
    std::vector<std::string> texts;
    for (const tax::Warning& one : years.form->warnings) {
        texts.push_back(one.text);
    }
    CHECK(texts == std::vector<std::string>{"new a", "old b", "new c"});
    const Years first{amount("x"), warning("a", "new a") + warning("b", "new b")};
    REQUIRE(first.form);
    CHECK(first.form->warnings.size() == 2);
    CHECK(Years{amount("x"), "limits = 3\n"}.outcome.only("11:10 wrong-type"));
    CHECK(Years{amount("x"), "warning = 3\n"}.outcome.only("11:11 wrong-type"));
}

TEST_CASE("a line keeps the keys that are not given anew, and one with a kind is new altogether") {
    const Years years{bands + amount("y", "label = \"Y\"\n"),
                      "[[line]]\nid = \"b\"\nbands = [[0, \"20%\"]]\n"
                      "[[line]]\nid = \"y\"\nkind = \"amount\"\nvalue = 5\n"};
    CHECK(years.line("b").label == "B");
    CHECK(years.line("b").rows[0].at(0).value == Exact::ratio(1, 5));
    CHECK(years.line("b").of.size() == 1);
    CHECK(years.line("y").label.empty());
    CHECK(years.line("y").value[0] == Exact{5});
    // Bands of its own take the place of those of another line, and the other way round.
    const std::string other = "[[line]]\nid = \"c\"\nkind = \"bands\"\nof = \"equity\"\nbands_of = \"b\"\n";
    const Years own{bands + other, "[[line]]\nid = \"c\"\nbands = [[0, \"30%\"]]\n"};
    CHECK(own.line("c").bands_of.empty());
    CHECK(own.line("c").rows[0].at(0).value == Exact::ratio(3, 10));
    const Years back{bands + "[[line]]\nid = \"c\"\nkind = \"bands\"\nof = \"equity\"\nbands = [[0, \"30%\"]]\n",
                     "[[line]]\nid = \"c\"\nbands_of = \"b\"\n"};
    CHECK(back.line("c").bands_of == "b");
    CHECK(back.line("c").rows[0].empty());
    CHECK(Years{amount("x"), "[[line]]\nid = \"x\"\ndrop = false\nvalue = 4\n"}.line("x").value[0] == Exact{4});
}

TEST_CASE("a new line stands below the one it comes after, and cannot come after what is not there") {
    const Years years{amount("x") + amount("y"), amount("n", "after = \"x\"\n") + amount("m", "after = \"y\"\n")};
    CAPTURE(years.outcome.problems);
    REQUIRE(years.form);
    std::string order;
    for (const tax::Line& line : years.form->lines) {
        order += line.id;
    }
    CHECK(order == "xnym");
    const Years near{amount("first"), amount("n", "after = \"fist\"\n")};
    CHECK(near.outcome.only("15:9 form-line"));
    CHECK(near.outcome.helps == std::vector<std::string>{"did you mean `first`?"});
    const Years far{amount("first"), amount("n", "after = \"zz\"\n")};
    CHECK(far.outcome.helps == std::vector<std::string>{"name a line that is taken over, or new and written above"});
    CHECK(Years{amount("first"), amount("n")}.outcome.only("11:1 missing-key"));
    CHECK(Years{amount("first"), "[[line]]\nid = \"fist\"\nvalue = 2\n"}.outcome.helps ==
          std::vector<std::string>{"did you mean `first`?"});
    CHECK(Years{amount("first"), "[[line]]\nid = \"zz\"\nvalue = 2\n"}.outcome.helps ==
          std::vector<std::string>{"a new line has a `kind`, and `after = \"...\"` names the line above it"});
}

TEST_CASE("a line that goes away leaves the others where they are") {
    const Years years{amount("x") + amount("y") + amount("z"), "[[line]]\nid = \"y\"\ndrop = true\n"};
    CAPTURE(years.outcome.problems);
    REQUIRE(years.form);
    REQUIRE(years.form->lines.size() == 2);
    CHECK(years.form->lines[0].id == "x");
    CHECK(years.form->lines[1].id == "z");
}

TEST_CASE("the year of a number is that of the file that gave it, or confirmed it by being enacted") {
    const std::string before = amount("kept") + amount("given") + amount("named");
    const std::string now = "[[line]]\nid = \"given\"\nvalue = 2\n[[line]]\nid = \"named\"\nlabel = \"N\"\n";
    const Years law{before, now};
    CHECK(law.line("kept").table_year == 2026);
    CHECK(law.line("kept").standing == tax::Standing::enacted);
    CHECK(law.line("named").table_year == 2026);
    const Years guess{before, now, "projected"};
    CHECK(guess.line("kept").table_year == 2025);
    CHECK(guess.line("kept").standing == tax::Standing::projected);
    CHECK(guess.line("given").table_year == 2026);
    CHECK(guess.line("given").standing == tax::Standing::projected);
    CHECK(guess.line("named").table_year == 2025);
    CHECK(guess.line("named").label == "N");
}

TEST_CASE("each key with a number of a line makes the line one of its year") {
    const std::vector<std::pair<std::string, std::string>> numbers{
        {"amount\"\nvalue = 1", "value = 2"},
        {"amount\"\nvalue = 1", "taper = { of = \"pay\", from = 0, rate = \"1%\" }"},
        {"amount\"\nvalue = 1", "at_least = 2"},
        {"amount\"\nvalue = 1", "at_most = 2"},
        {"amount\"\nvalue = 1", "only = { of = \"pay\", over = 1 }"},
        {"bands\"\nof = \"pay\"\nbands = [[0, \"1%\"]]", "bands = [[0, \"2%\"]]"},
        {"bands\"\nof = \"pay\"\nbands = [[0, \"1%\"]]", "bands_of = \"first\""},
        {"bands\"\nof = \"pay\"\nbands = [[0, \"1%\"]]", "split = { single = 1, joint = 2 }"},
        {"steps\"\nof = \"pay\"\nsteps = [[0, 1]]", "steps = [[0, 2]]"},
        {"curve\"\nof = \"pay\"\npieces = [{ from = 0, c = 1 }]", "pieces = [{ from = 0, c = 2 }]"},
        {"product\"\nof = \"pay\"\ntimes = \"1%\"", "times = \"2%\""}};
    for (const auto& [before, now] : numbers) {
        CAPTURE(before, now);
        const std::string first = "[[line]]\nid = \"first\"\nkind = \"bands\"\nof = \"pay\"\nbands = [[0, \"1%\"]]\n";
        const Years years{first + "[[line]]\nid = \"x\"\nkind = \"" + before + "\n",
                          "[[line]]\nid = \"x\"\n" + now + "\n", "projected"};
        CHECK(years.line("x").table_year == 2026);
        CHECK(years.line("first").table_year == 2025);
    }
    for (const std::string other : {"note = \"n\"", "source = \"s\"", "round = { to = 1, how = \"up\" }"}) {
        CAPTURE(other);
        CHECK(Years{amount("x"), "[[line]]\nid = \"x\"\n" + other + "\n", "projected"}.line("x").table_year == 2025);
    }
}

TEST_CASE("a form has up to two hundred lines, those that it takes over among them") {
    const auto many = [](const std::string& letter, int count, const std::string& more = {}) {
        std::string text;
        for (int i = 1; i <= count; ++i) {
            text += amount(letter + std::to_string(i), more);
        }
        return text;
    };
    CHECK(Years{many("a", 200), ""}.form);
    CHECK(Years{many("a", 100), many("b", 100, "after = \"a100\"\n")}.form);
    const Years over{many("a", 200), amount("b", "after = \"a200\"\n")};
    CHECK(over.outcome.only("11:1 form-line"));
    CHECK(over.outcome.problems.at(0).find("at most 200 lines") != std::string::npos);
}

TEST_CASE("a form of an earlier year that is not sound is not taken over") {
    CHECK(Years{"[[line]]\nid = \"x\"\nkind = \"amount\"\nvalue = \"much\"\n", ""}.outcome.problems.size() == 1);
    CHECK_FALSE(Years{"colour = 3\n" + amount("x"), ""}.form);
    CHECK(Years{amount("x"), "like = 3\n"}.outcome.problems.size() >= 1);
}
