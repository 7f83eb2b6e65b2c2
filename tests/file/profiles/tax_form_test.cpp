// What is wrong with a tax form, each with its place.

#include <array>
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

namespace {

/// Lines of the file before the first [[line]].
constexpr int head = 9;

/// Problems of a form of these lines; `more` are files beside it, by name and text.
reading::Outcome problems(const std::string& lines, const std::string& more_keys = {},
                          const std::vector<std::pair<std::string, std::string>>& more = {}) {
    const support::ScratchFolder folder;
    folder.write("taxes/test-2026.toml", taxes::top("test", 2026, more_keys) + lines);
    for (const auto& [name, text] : more) {
        folder.write("taxes/" + name + ".toml", text);
    }
    taxes::Desk desk{{folder.path().string()}};
    const auto form = desk.store.tax_form("test-2026", desk.naming());
    reading::Outcome outcome;
    reading::take_problems(outcome, desk.sources, desk.problems);
    CHECK(form.has_value() == outcome.problems.empty());
    return outcome;
}

std::string line(const std::string& rest) { return "[[line]]\nid = \"x\"\n" + rest; }

/// The place and code of a problem in some line of `lines`, counted from its first.
std::string at(int row, int column, const std::string& code) {
    return std::to_string(head + row) + ":" + std::to_string(column) + " " + code;
}

const std::string earlier = taxes::top("test", 2025) +
                            "[[line]]\nid = \"x\"\nkind = \"bands\"\nof = \"pay\"\nbands = [[0, \"10%\"]]\n"
                            "[[line]]\nid = \"y\"\nkind = \"bands\"\nof = \"pay\"\nbands_of = \"x\"\n"
                            "[[line]]\nid = \"z\"\nkind = \"amount\"\nvalue = 5\nstatus = \"projected\"\n";

}  // namespace

TEST_CASE("a line reads inputs, earlier lines, and lines of the forms that are used") {
    CHECK(problems(line("kind = \"sum\"\nplus = [\"pay\", \"x\"]\n")).only(at(4, 16, "form-reference")));
    CHECK(problems(line("kind = \"sum\"\nplus = \"pey\"\n")).helps == std::vector<std::string>{"did you mean `pay`?"});
    CHECK(problems(line("kind = \"sum\"\nplus = \"us-federal.agi\"\n")).only(at(4, 8, "form-reference")));
    CHECK(problems(line("kind = \"sum\"\nplus = \"us-federal.agi\"\n"), "uses = \"us-federal\"\n").problems.empty());
    const auto near = problems(line("kind = \"sum\"\nplus = \"us-federal.agy\"\n"), "uses = \"us-federal\"\n");
    CHECK(near.only(at(5, 8, "form-reference")));
    CHECK(near.helps == std::vector<std::string>{"did you mean `agi`?"});
    CHECK(problems("", "uses = \"us-federel\"\n").only("10:8 unknown-profile"));
    CHECK(problems(line("kind = \"bands\"\nof = \"pay\"\nbands_of = \"y\"\n")).only(at(2, 6, "form-reference")));
    CHECK(problems(line("kind = \"amount\"\nvalue = 3\n") +
                   "[[line]]\nid = \"y\"\nkind = \"sum\"\nper = \"earner\"\nplus = \"x\"\n")
              .only(at(9, 8, "form-reference")));
}

TEST_CASE("a table begins at 0 and rises") {
    const auto bands = [](const std::string& rows) {
        return problems(line("kind = \"bands\"\nof = \"pay\"\nbands = " + rows + "\n"));
    };
    CHECK(bands("[[0, \"1%\"], [10, \"-2%\"]]").problems.empty());
    CHECK(bands("[[5, \"1%\"]]").only(at(5, 11, "wrong-order")));
    CHECK(bands("[[0, \"1%\"], [10, \"2%\"], [10, \"3%\"]]").only(at(5, 34, "wrong-order")));
    CHECK(bands("[[0, 1]]").only(at(5, 14, "bad-rate")));
    CHECK(bands("[[0, \"1 %\"]]").problems.empty());
    CHECK(bands("[[0, \"1 percent\"]]").only(at(5, 14, "bad-rate")));
    CHECK(bands("[]").only(at(5, 9, "wrong-type")));
    CHECK(bands("[[0]]").only(at(5, 10, "wrong-type")));
    CHECK(bands("{ single = [[0, \"1%\"]] }").only(at(5, 9, "form-status")));
    CHECK(bands("{ single = [[0, \"1%\"]], joint = [[0, \"1%\"]], head = [[0, \"1%\"]] }")
              .only(at(5, 54, "form-status")));
    CHECK(problems(line("kind = \"curve\"\nof = \"pay\"\npieces = [{ from = 1, c = 1 }]\n"))
              .only(at(5, 20, "wrong-order")));
    CHECK(problems(line("kind = \"curve\"\nof = \"pay\"\npieces = [{ from = 0, unit = 0, c = 1 }]\n"))
              .only(at(5, 30, "bad-number")));
}

TEST_CASE("a line has what its kind needs, and nothing that means nothing there") {
    CHECK(problems(line("kind = \"amount\"\n")).only(at(1, 1, "missing-key")));
    CHECK(problems(line("kind = \"bands\"\nof = \"pay\"\n")).only(at(1, 1, "missing-key")));
    CHECK(problems(line("kind = \"bands\"\nbands = [[0, \"1%\"]]\n")).only(at(1, 1, "missing-key")));
    CHECK(problems(line("kind = \"bands\"\nof = [\"pay\", \"cash\"]\nbands = [[0, \"1%\"]]\n"))
              .only(at(4, 6, "form-line")));
    CHECK(problems(line("kind = \"amount\"\nvalue = 1\nplus = \"pay\"\n")).only(at(5, 1, "out-of-place")));
    CHECK(problems(line("kind = \"product\"\nof = \"pay\"\ntimes = \"3,8%\"\n")).only(at(5, 9, "bad-rate")));
    CHECK(problems(line("kind = \"bandz\"\n")).only(at(3, 8, "unknown-word")));
    CHECK(problems(line("value = 1\n")).only(at(1, 1, "missing-key")));
    CHECK(problems(line("kind = \"amount\"\nvalue = 1\nis = \"incometax\"\n")).only(at(5, 6, "unknown-word")));
    CHECK(problems(line("kind = \"amount\"\nvalue = 1\nround = { to = 0, how = \"up\" }\n"))
              .only(at(5, 16, "bad-number")));
    CHECK(problems(line("kind = \"amount\"\nvalue = 1\nonly = { of = \"pay\" }\n")).only(at(5, 8, "missing-key")));
    CHECK(problems(line("kind = \"amount\"\nvalue = 1\nlabl = \"A\"\n")).only(at(5, 1, "unknown-key")));
    CHECK(problems("[[line]]\nid = \"pay\"\nkind = \"amount\"\nvalue = 1\n").only(at(2, 6, "form-line")));
    CHECK(problems(line("kind = \"amount\"\nvalue = 1\n") + line("kind = \"amount\"\nvalue = 1\n"))
              .only(at(6, 6, "duplicate-id")));
    CHECK(problems(line("kind = \"amount\"\nvalue = 1\nafter = \"y\"\n")).only(at(5, 1, "out-of-place")));
    std::string many;
    for (int i = 0; i <= 200; ++i) {
        many += "[[line]]\nid = \"l" + std::to_string(i) + "\"\nkind = \"amount\"\nvalue = 1\n";
    }
    CHECK(problems(many).only(at(801, 1, "form-line")));
}

TEST_CASE("a form has a source, a status and a currency, and is called as it says") {
    const support::ScratchFolder folder;
    folder.write("taxes/test-2026.toml", "id = \"test\"\nyear = 2026\nname = \"Test\"\nas_of = 2026-01-01\n");
    folder.write("taxes/named-2026.toml", taxes::top("other"));
    taxes::Desk desk{{folder.path().string()}};
    CHECK_FALSE(desk.store.tax_form("test-2026", desk.naming()));
    CHECK_FALSE(desk.store.tax_form("named-2026", desk.naming()));
    reading::Outcome outcome;
    reading::take_problems(outcome, desk.sources, desk.problems);
    CHECK(outcome.problems ==
          std::vector<std::string>{"1:1 missing-key: `source` is missing", "1:1 missing-key: `status` is missing",
                                   "1:6 conflict: `id` and `year` make `other-2026`, and the file is called "
                                   "`named-2026.toml`"});
    CHECK(outcome.helps == std::vector<std::string>{"add `source = \"offer letters, 2026\"`",
                                                    "add `status = \"enacted\"`", "call the file `other-2026.toml`"});
}

TEST_CASE("a later form takes over lines, changes them, adds some and drops some") {
    const support::ScratchFolder folder;
    folder.write("taxes/test-2025.toml", earlier);
    folder.write(
        "taxes/test-2026.toml",
        "id = \"test\"\nyear = 2026\nlike = \"test-2025\"\nname = \"T\"\nstatus = \"projected\"\nsource = \"s\"\n"
        "as_of = 2026-01-01\n[[line]]\nid = \"x\"\nbands = [[0, \"20%\"]]\n"
        "[[line]]\nid = \"new\"\nkind = \"sum\"\nplus = \"x\"\nafter = \"x\"\n"
        "[[line]]\nid = \"y\"\nbands = [[0, \"5%\"]]\nstatus = \"enacted\"\n");
    folder.write(
        "taxes/test-2027.toml",
        "id = \"test\"\nyear = 2027\nlike = \"test-2026\"\nname = \"T\"\nstatus = \"enacted\"\nsource = \"s\"\n"
        "as_of = 2026-01-01\n[[line]]\nid = \"x\"\ndrop = true\n[[line]]\nid = \"new\"\nkind = \"amount\"\n"
        "value = 9\n[[line]]\nid = \"z\"\nstatus = \"projected\"\n");
    taxes::Desk desk{{folder.path().string()}};
    const auto form = desk.store.tax_form("test-2026", desk.naming());
    REQUIRE(form);
    CHECK(desk.problems.all().empty());
    REQUIRE(form->lines.size() == 4);
    CHECK(form->lines[1].id == "new");
    CHECK(form->find("x")->table_year == 2026);
    CHECK(form->find("x")->standing == tax::Standing::projected);
    CHECK(form->find("y")->bands_of.empty());
    CHECK(form->find("y")->standing == tax::Standing::enacted);
    CHECK(form->find("z")->table_year == 2025);
    CHECK(form->find("z")->standing == tax::Standing::projected);
    const auto last = desk.store.tax_form("test-2027", desk.naming());
    REQUIRE(last);
    CHECK(last->find("x") == nullptr);
    CHECK(last->find("new")->kind == tax::Kind::amount);
    CHECK(last->find("new")->plus.empty());
    CHECK(last->find("y")->table_year == 2027);
    CHECK(last->find("z")->table_year == 2025);
    CHECK(last->currency.code() == "USD");
}

TEST_CASE("what a form cannot take over, or change, is reported where it says so") {
    const auto like = [](const std::string& name, const std::string& lines = {}) {
        return problems(lines, "like = \"" + name + "\"\n",
                        {{"test-2025", earlier},
                         {"test-2027", taxes::top("test", 2027)},
                         {"euro-2025",
                          "id = \"euro\"\nyear = 2025\nname = \"E\"\ncurrency = \"EUR\"\nunit = "
                          "\"person\"\nstatuses = \"single\"\nstatus = \"enacted\"\nsource = \"s\"\nas_of = "
                          "2025-01-01\n"},
                         {"same-2026", taxes::top("same", 2026)},
                         {"round-2026", taxes::top("round", 2026, "like = \"test-2026\"\n")}});
    };
    CHECK(like("test-2025").problems.empty());
    CHECK(like("test-2024").only("10:8 unknown-profile"));
    CHECK(like("test-2027").only("10:8 form-inheritance"));
    CHECK(like("test-2026").only("10:8 form-inheritance"));
    CHECK(like("round-2026").only("10:8 form-inheritance"));
    const auto other = like("euro-2025");
    CHECK(other.has("4:12 form-inheritance"));
    CHECK(other.has("5:8 form-inheritance"));
    // Lines of one's own are not read against what cannot be taken over.
    const std::string change = "[[line]]\nid = \"xx\"\nvalue = 3\n";
    CHECK(like("test-2024", change).only("10:8 unknown-profile"));
    CHECK(like("test-2026", change).only("10:8 form-inheritance"));
    CHECK(like("test-2027", change).only("10:8 form-inheritance"));
    CHECK(like("euro-2025", change).problems.size() == 2);
    CHECK(problems(change, "like = 3\n").only("10:8 wrong-type"));
    CHECK(like("same-2026").problems.empty());
    CHECK(like("test-2025", "[[line]]\nid = \"xx\"\nvalue = 3\n").only("12:6 form-line"));
    CHECK(like("test-2025", "[[line]]\nid = \"w\"\nkind = \"amount\"\nvalue = 3\n").only("11:1 missing-key"));
    CHECK(like("test-2025", "[[line]]\nid = \"w\"\nkind = \"amount\"\nvalue = 3\nafter = \"v\"\n")
              .only("15:9 form-line"));
    CHECK(like("test-2025", "[[line]]\nid = \"x\"\nafter = \"y\"\n").only("13:1 out-of-place"));
    CHECK(like("test-2025", "[[line]]\nid = \"z\"\ndrop = true\nvalue = 3\n").only("14:1 conflict"));
    CHECK(like("test-2025", "[[line]]\nid = \"w\"\ndrop = true\n").only("12:6 form-line"));
    CHECK(like("test-2025", "[[line]]\nid = \"x\"\ndrop = true\n").only("16:6 form-reference"));
}

TEST_CASE("a form of one's own goes before the built-in one, in a chain as well") {
    const support::ScratchFolder folder;
    folder.write(
        "taxes/us-tx-2026.toml",
        taxes::top("us-tx") + line("kind = \"product\"\nof = \"pay\"\ntimes = \"1%\"\nis = \"state_income_tax\"\n"));
    taxes::Desk desk{{folder.path().string()}};
    const auto plan = desk.plan("us-tx", 2026);
    const auto result = tax::assess(plan, taxes::earning(plan, 100'000), tax::Deduction::standard);
    REQUIRE(result);
    CHECK(result->of(tax::Component::state_income_tax) == quantity::Money{100'000, plan.currency()});
    CHECK(taxes::Desk{}.store.tax_years("us-ny") == std::vector<int>{2025, 2026, 2027});
}

TEST_CASE("a form is read once a run, and read anew where the texts it takes over are not at hand") {
    const support::ScratchFolder folder;
    folder.write("taxes/test-2025.toml", earlier);
    folder.write("taxes/test-2026.toml", taxes::top("test", 2026, "like = \"test-2025\"\n"));
    const file::ProfileStore store{{folder.path().string()}};
    diagnostic::Diagnostics diagnostics;
    diagnostic::Sources first;
    const auto place_of_x = [&](diagnostic::Sources& sources) {
        return store.tax_form("test-2026", {sources, diagnostics})->find("x")->span;
    };
    CHECK(first[place_of_x(first).source].name().ends_with("test-2025.toml"));
    CHECK(first.size() == 2);
    CHECK(first[place_of_x(first).source].name().ends_with("test-2025.toml"));
    CHECK(first.size() == 2);
    // The same form under the same number, and something else where the one it takes over was.
    diagnostic::Sources second;
    second.add(first[0].name(), first[0].text());
    second.add("something else", {});
    CHECK(second[place_of_x(second).source].name().ends_with("test-2025.toml"));
    CHECK(second.size() == 4);
    CHECK(diagnostics.all().empty());
}

TEST_CASE("a place names forms that exist, and a price level has its year and its source") {
    const auto place = [](const std::string& text) {
        const support::ScratchFolder folder;
        folder.write("places/mine.toml", "id = \"mine\"\nname = \"Mine\"\nsource = \"s\"\nas_of = 2026-01-01\n" + text);
        taxes::Desk desk{{folder.path().string()}};
        const auto read = desk.store.place("mine", desk.naming());
        reading::Outcome outcome;
        reading::take_problems(outcome, desk.sources, desk.problems);
        CHECK(read.has_value() == outcome.problems.empty());
        return outcome;
    };
    CHECK(place("taxes = \"de\"\nprice_level = 104.5\nlevel_year = 2024\nlevel_source = \"s\"\n").problems.empty());
    CHECK(place("taxes = [\"de\", \"de-2026\"]\n").only("5:16 unknown-profile"));
    CHECK(place("taxes = \"de\"\nprice_level = 0\nlevel_year = 2024\nlevel_source = \"s\"\n").only("6:15 bad-number"));
    CHECK(place("taxes = \"de\"\nprice_level = 104.5\n").problems.size() == 2);
}

TEST_CASE("every built-in place can be computed, in the year of its forms and in one far ahead") {
    taxes::Desk desk;
    for (const std::string& id : desk.store.ids("places")) {
        CAPTURE(id);
        for (const int year : {2025, 2026, 2035}) {
            const auto plan = desk.plan(id, year, tax::Status::single, *quantity::Rate::of(1, 40));
            CHECK(tax::assess(plan, taxes::earning(plan, 100'000, 50'000)));
            CHECK((year == 2026 || plan.uses().front().standing == tax::Standing::projected ||
                   plan.uses().front().year == year));
        }
    }
}

TEST_CASE("what a form says beside its lines is read into its own place") {
    const support::ScratchFolder folder;
    folder.write("taxes/plain-2026.toml", taxes::top("plain"));
    folder.write(
        "taxes/test-2026.toml",
        taxes::top("test", 2026,
                   "begins = \"04-06\"\nconfidence = \"medium\"\nnote = \"N\"\nuses = [\"plain\"]\n"
                   "checked_by_known_answers = true\n") +
            "[limits.deferral]\nvalue = 24_500\ncatch_up_50 = 8_000\ncatch_up_60_63 = 11_250\nsource = \"IRS\"\n"
            "[limits.bare]\nvalue = 5\nsource = \"S\"\n" +
            line("kind = \"amount\"\nvalue = 1\n") +
            "[[warning]]\nlabel = \"L\"\ntext = \"T.\"\ngrants = [\"iso\", \"nso\"]\nplanned = false\n"
            "unsold = true\nsays = [\"package\", \"pool\"]\nworks_in = \"plain\"\nlate_start = true\nat_ceiling = "
            "\"x\"\nchildren = true\nabove = 100\nsource = \"W\"\n"
            "[[warning]]\nlabel = \"M\"\ntext = \"U.\"\n");
    taxes::Desk desk{{folder.path().string()}};
    const auto form = desk.store.tax_form("test-2026", desk.naming());
    const auto plain = desk.store.tax_form("plain-2026", desk.naming());
    REQUIRE(form);
    REQUIRE(plain);
    CHECK(form->begins == calendar::DayOfYear{4, 6});
    CHECK(plain->begins == calendar::DayOfYear{1, 1});
    CHECK(form->confidence == tax::Confidence::medium);
    CHECK(plain->confidence == tax::Confidence::low);
    CHECK(form->header.note == "N");
    CHECK(form->uses == std::vector<std::string>{"plain"});
    CHECK(form->checked);
    CHECK_FALSE(plain->checked);
    CHECK(form->knows == std::array{true, true, false, false});
    CHECK_FALSE(form->of_person);
    const tax::Limit* deferral = form->limit("deferral");
    REQUIRE(deferral != nullptr);
    CHECK(deferral->value == quantity::Money{2'450'000, form->currency});
    CHECK(deferral->source == "IRS");
    REQUIRE(deferral->more.size() == 2);
    CHECK(deferral->more[0] == std::pair{std::string{"catch_up_50"}, quantity::Money{800'000, form->currency}});
    CHECK(deferral->more[1] == std::pair{std::string{"catch_up_60_63"}, quantity::Money{1'125'000, form->currency}});
    CHECK(form->limit("bare")->more.empty());
    REQUIRE(form->warnings.size() == 2);
    const tax::Warning& all = form->warnings[0];
    CHECK(all.label == "L");
    CHECK(all.text == "T.");
    CHECK(all.grants == std::vector{model::Instrument::iso, model::Instrument::nso});
    CHECK(all.planned == false);
    CHECK(all.unsold);
    CHECK(all.says == std::vector<std::string>{"package", "pool"});
    CHECK(all.works_in == std::vector<std::string>{"plain"});
    CHECK(all.late_start);
    CHECK(all.at_ceiling->name == "x");
    CHECK(all.children);
    CHECK(all.above == quantity::Money{10'000, form->currency});
    CHECK(all.source == "W");
    const tax::Warning& none = form->warnings[1];
    CHECK(none.grants.empty());
    CHECK_FALSE((none.planned || none.unsold || none.late_start || none.at_ceiling || none.children || none.above));
    CHECK(none.says.empty());
    CHECK(none.source == "made up");
}

TEST_CASE("a warning names a line of its form, and a limit has a value") {
    const std::string warning = "[[warning]]\nlabel = \"L\"\ntext = \"T.\"\nat_ceiling = ";
    const auto ceiling = [&](const std::string& name) {
        return problems("[[line]]\nid = \"ceiling\"\nkind = \"amount\"\nvalue = 1\n" + warning + "\"" + name + "\"\n");
    };
    CHECK(ceiling("ceiling").problems.empty());
    CHECK(ceiling("cieling").only(at(8, 14, "form-reference")));
    CHECK(ceiling("cieling").helps == std::vector<std::string>{"did you mean `ceiling`?"});
    CHECK(ceiling("zz").helps ==
          std::vector<std::string>{"name a line of this form, such as a contribution with a ceiling"});
    CHECK(problems("[limits.deferral]\nsource = \"S\"\n").only(at(1, 1, "missing-key")));
}

TEST_CASE("a form uses others that there are, and not in a circle") {
    CHECK(problems("", "uses = \"b\"\n", {{"b-2026", taxes::top("b", 2026, "uses = \"test\"\n")}})
              .problems.at(0)
              .find("uses `test-2026`, which uses it") != std::string::npos);
    CHECK(problems("", "uses = \"test\"\n").only("10:8 form-inheritance"));
    CHECK(problems("", "uses = \"b\"\n", {{"b-2024", taxes::top("b", 2024)}}).problems.empty());
    CHECK(problems("", "uses = [\"b\", \"c\"]\n",
                   {{"b-2026", taxes::top("b", 2026, "uses = \"c\"\n")}, {"c-2026", taxes::top("c")}})
              .problems.empty());
    CHECK(problems("", "uses = \"b\"\n", {{"b-2026", taxes::top("b") + "colour = 3\n"}}).problems.size() == 1);
}

TEST_CASE("the years of a jurisdiction are those of its own files, in their order") {
    const support::ScratchFolder folder;
    for (const std::string name :
         {"zz-2031", "zz-2027", "zz-x-2029", "zz-20300", "zz-203", "zzz-2030", "zz_2030", "zz-20x1"}) {
        folder.write("taxes/" + name + ".toml", taxes::top());
    }
    CHECK(taxes::Desk{{folder.path().string()}}.store.tax_years("zz") == std::vector{2027, 2031});
    CHECK(taxes::Desk{{folder.path().string()}}.store.tax_years("zz-x") == std::vector{2029});
    CHECK(taxes::Desk{}.store.tax_years("zz").empty());
}

TEST_CASE("a form that takes over none says its currency, its unit and its statuses itself") {
    const std::vector<std::pair<std::string, std::string>> needed{
        {"currency", "\"USD\""}, {"unit", "\"person\""}, {"statuses", "\"single\""}};
    const auto form = [&](const std::string& left_out) {
        std::string text =
            "id = \"test\"\nyear = 2026\nname = \"T\"\nstatus = \"enacted\"\nsource = \"s\"\nas_of = 2026-01-01\n";
        for (const auto& [key, value] : needed) {
            text += key == left_out ? "" : key + " = " + value + "\n";
        }
        const support::ScratchFolder folder;
        folder.write("taxes/test-2026.toml", text);
        taxes::Desk desk{{folder.path().string()}};
        const auto read = desk.store.tax_form("test-2026", desk.naming());
        reading::Outcome outcome;
        reading::take_problems(outcome, desk.sources, desk.problems);
        CHECK(read.has_value() == outcome.problems.empty());
        CHECK((!read || read->of_person));
        return outcome;
    };
    CHECK(form("").problems.empty());
    for (const auto& [key, value] : needed) {
        CAPTURE(key);
        CHECK(form(key).problems ==
              std::vector{"1:1 missing-key: `" + key + "` is missing: there is nothing to take it over from"});
    }
}

TEST_CASE("what a place says is read into its own place, and a price level is above 0") {
    const auto place = [](const std::string& text) {
        const support::ScratchFolder folder;
        folder.write("places/mine.toml", "name = \"Mine\"\nsource = \"s\"\nas_of = 2026-01-01\n" + text);
        taxes::Desk desk{{folder.path().string()}};
        auto read = desk.store.place("mine", desk.naming());
        reading::Outcome outcome;
        reading::take_problems(outcome, desk.sources, desk.problems);
        CHECK(read.has_value() == outcome.problems.empty());
        return std::pair{read, outcome};
    };
    const std::string level = "level_year = 2024\nlevel_source = \"BEA\"\n";
    const auto all = place("id = \"mine\"\ntaxes = [\"us-federal\", \"us-tx\"]\nprice_level = 104.5\n" + level).first;
    REQUIRE(all);
    CHECK(all->taxes == std::vector<std::string>{"us-federal", "us-tx"});
    CHECK(all->price_level == *quantity::Number::of(209, 2));
    CHECK(all->level_year == 2024);
    CHECK(all->level_source == "BEA");
    const auto small = place("id = \"mine\"\ntaxes = \"de\"\nprice_level = 0.5\n" + level).first;
    REQUIRE(small);
    CHECK(small->price_level == *quantity::Number::of(1, 2));
    CHECK(place("id = \"mine\"\ntaxes = \"de\"\nprice_level = -1\n" + level).second.only("6:15 bad-number"));
    // A file is called as its place is.
    const auto other = place("id = \"yours\"\ntaxes = \"de\"\n").second;
    CHECK(other.only("4:6 conflict"));
    CHECK(other.helps == std::vector<std::string>{"call the file `yours.toml`"});
}

TEST_CASE("what a warning says no to is not asked for") {
    const support::ScratchFolder folder;
    folder.write("taxes/test-2026.toml",
                 taxes::top("test", 2026) +
                     "[[warning]]\nlabel = \"L\"\ntext = \"T.\"\nunsold = false\nlate_start = false\nchildren = "
                     "false\nplanned = true\n");
    taxes::Desk desk{{folder.path().string()}};
    const auto form = desk.store.tax_form("test-2026", desk.naming());
    REQUIRE(form);
    const tax::Warning& one = form->warnings.at(0);
    CHECK_FALSE((one.unsold || one.late_start || one.children));
    CHECK(one.planned == true);
}
