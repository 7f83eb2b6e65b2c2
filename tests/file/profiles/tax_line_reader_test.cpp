// One line of a tax form: which keys mean something on which kind, and where each value of a line goes.

#include <algorithm>
#include <array>
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
using quantity::RoundingWay;
using Strings = std::vector<std::string>;

namespace {

constexpr auto single = static_cast<std::size_t>(tax::Status::single);
constexpr auto joint = static_cast<std::size_t>(tax::Status::joint);

struct Read {
    std::optional<tax::Form> form{};
    reading::Outcome outcome{};
};

/// A form for single persons and couples, whose first line stands in line 10 of the file; `unit` is its own.
Read form_of(const std::string& lines, const std::string& unit = "household") {
    std::string top = taxes::top();
    top.replace(top.find("household"), 9, unit);
    const support::ScratchFolder folder;
    folder.write("taxes/test-2026.toml", top + lines);
    taxes::Desk desk{{folder.path().string()}};
    Read result;
    result.form = desk.store.tax_form("test-2026", desk.naming());
    reading::take_problems(result.outcome, desk.sources, desk.problems);
    return result;
}

/// Keys of a line of that kind, from line 13 of the file on, five in one line where they stand in a table.
std::string keys(const std::string& kind, const std::string& rest) {
    return "[[line]]\nid = \"x\"\nkind = \"" + kind + "\"\n" + rest + "\n";
}

reading::Outcome problems(const std::string& kind, const std::string& rest) {
    return form_of(keys(kind, rest)).outcome;
}

/// The last line of a form without a problem.
tax::Line line(const std::string& kind, const std::string& rest) {
    const Read result = form_of(keys(kind, rest));
    CAPTURE(kind, rest, result.outcome.problems);
    REQUIRE(result.form);
    return result.form->lines.back();
}

std::optional<std::pair<Exact, Exact>> both(const std::optional<tax::ByStatus<Exact>>& numbers) {
    return numbers ? std::optional{std::pair{(*numbers)[single], (*numbers)[joint]}} : std::nullopt;
}

Exact share(std::int64_t top, std::int64_t bottom) { return Exact::ratio(top, bottom); }

std::pair<Exact, Exact> pair_of(std::int64_t a, std::int64_t b) { return {Exact{a}, Exact{b}}; }

}  // namespace

TEST_CASE("a key that means nothing on a line of its kind is refused there, and no other is") {
    const std::vector<std::pair<std::string, std::string>> all{{"of", "\"pay\""},
                                                               {"plus", "\"pay\""},
                                                               {"minus", "\"pay\""},
                                                               {"value", "3"},
                                                               {"taper", "{ of = \"pay\", from = 0, rate = \"1%\" }"},
                                                               {"bands", "[[0, \"1%\"]]"},
                                                               {"bands_of", "\"y\""},
                                                               {"steps", "[[0, 5]]"},
                                                               {"edge", "\"from\""},
                                                               {"pieces", "[{ from = 0, c = 1 }]"},
                                                               {"times", "\"2%\""},
                                                               {"round_of", "{ to = 1, how = \"up\" }"},
                                                               {"split", "{ single = 1, joint = 2 }"},
                                                               {"indexed", "{ to = 1, how = \"up\" }"},
                                                               {"per", "\"earner\""},
                                                               {"only", "{ of = \"pay\", over = 1 }"},
                                                               {"at_least", "0"},
                                                               {"at_most", "9"},
                                                               {"round", "{ to = 1, how = \"up\" }"},
                                                               {"is", "\"social\""},
                                                               {"deductible", "true"},
                                                               {"label", "\"L\""},
                                                               {"source", "\"S\""},
                                                               {"note", "\"N\""}};
    // The kinds of keys that not every kind has. What reads one base may round and split it; the numbers of amounts and
    // bands may rise with prices.
    const Strings base{"bands", "steps", "curve", "product"};
    const std::vector<std::pair<std::string, Strings>> kinds_of{
        {"of", {"bands", "steps", "curve", "product", "least", "greatest"}},
        {"plus", {"sum"}},
        {"minus", {"sum"}},
        {"value", {"amount"}},
        {"taper", {"amount"}},
        {"bands", {"bands"}},
        {"bands_of", {"bands"}},
        {"steps", {"steps"}},
        {"edge", {"steps"}},
        {"pieces", {"curve"}},
        {"times", {"product"}},
        {"round_of", base},
        {"split", base},
        {"indexed", {"amount", "bands"}}};
    for (const std::string kind : {"amount", "bands", "steps", "curve", "sum", "least", "greatest", "product"}) {
        CAPTURE(kind);
        std::string text;
        Strings expected;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::string& key = all[i].first;
            text += key + " = " + all[i].second + "\n";
            const auto own =
                std::find_if(kinds_of.begin(), kinds_of.end(), [&](const auto& one) { return one.first == key; });
            if (own != kinds_of.end() && std::find(own->second.begin(), own->second.end(), kind) == own->second.end()) {
                expected.push_back(std::to_string(13 + i) + ":1 out-of-place: `" + key +
                                   "` has no meaning on a line of kind `" + kind + "`");
            }
        }
        Strings refused = problems(kind, text).problems;
        std::erase_if(refused,
                      [](const std::string& problem) { return problem.find(" out-of-place:") == std::string::npos; });
        CHECK(refused == expected);
    }
}

TEST_CASE("an amount has its value and how it falls, for everybody or by status") {
    const auto alike = line("amount", "value = 3");
    CHECK(both(alike.value) == pair_of(3, 3));
    CHECK_FALSE(alike.taper);
    const auto read = line("amount",
                           "value = { single = 3, joint = 7 }\n"
                           "taper = { of = \"pay\", from = { single = 100, joint = 200 }, by = 6, each = 25, how = "
                           "\"nearest\", floor = 1 }");
    CHECK(both(read.value) == pair_of(3, 7));
    REQUIRE(read.taper);
    CHECK(read.taper->of.name == "pay");
    CHECK(both(read.taper->from) == pair_of(100, 200));
    CHECK_FALSE(read.taper->rate);
    CHECK(both(read.taper->by) == pair_of(6, 6));
    CHECK(both(read.taper->each) == pair_of(25, 25));
    CHECK(read.taper->way == RoundingWay::nearest);
    CHECK(both(read.taper->floor) == pair_of(1, 1));
    const auto rated = line("amount", "value = 3\ntaper = { of = \"pay\", from = 1, rate = \"30%\" }");
    CHECK(rated.taper->rate == share(3, 10));
    CHECK(rated.taper->way == RoundingWay::up);
    CHECK(both(rated.taper->floor) == pair_of(0, 0));
}

TEST_CASE("an amount falls by a rate, or by an amount for each part") {
    const auto taper = [](const std::string& rest) {
        return problems("amount", "value = 3\ntaper = { of = \"pay\", from = 1, " + rest + " }");
    };
    CHECK(taper("rate = \"30%\", by = 6").only("14:47 conflict"));
    CHECK(taper("rate = \"30%\", each = 6").only("14:47 conflict"));
    CHECK(taper("by = 6").only("14:9 missing-key"));
    CHECK(taper("each = 6").only("14:9 missing-key"));
    CHECK(taper("floor = 6").problems.size() == 2);
    CHECK(taper("by = 6, each = 0").only("14:48 bad-number"));
    CHECK(taper("by = 6, each = 0.5").problems.empty());
    CHECK(problems("amount", "value = 3\ntaper = { from = 1, rate = \"1%\" }").only("14:9 missing-key"));
    CHECK(problems("amount", "value = 3\ntaper = { of = \"pay\", rate = \"1%\" }").only("14:9 missing-key"));
}

TEST_CASE("a line counts only where its gate holds, and a gate has a bound") {
    const auto read = line("amount", "value = 3\nonly = { of = \"pay\", over = 1, from = 2, under = 8, up_to = 9 }");
    REQUIRE(read.only);
    CHECK(read.only->of.name == "pay");
    CHECK(both(read.only->over) == pair_of(1, 1));
    CHECK(both(read.only->from) == pair_of(2, 2));
    CHECK(both(read.only->under) == pair_of(8, 8));
    CHECK(both(read.only->up_to) == pair_of(9, 9));
    for (const std::string bound : {"over", "from", "under", "up_to"}) {
        CAPTURE(bound);
        CHECK(problems("amount", "value = 3\nonly = { of = \"pay\", " + bound + " = 1 }").problems.empty());
    }
    CHECK(problems("amount", "value = 3\nonly = { of = \"pay\" }").only("14:8 missing-key"));
    CHECK(problems("amount", "value = 3\nonly = { over = 1 }").only("14:8 missing-key"));
    CHECK_FALSE(line("amount", "value = 3").only);
}

TEST_CASE("limits, rounding, splitting and indexing of a line keep their own numbers") {
    const auto read =
        line("bands",
             "of = \"pay\"\nbands = { single = [[0, \"1%\"], [10, \"2%\"]], joint = [[0, \"3%\"]] }\n"
             "at_least = 4\nat_most = { single = 5, joint = 6 }\nround = { to = 7, how = \"nearest\" }\n"
             "round_of = { to = { single = 8, joint = 9 }, how = \"down\" }\nsplit = { single = 1, joint = "
             "2 }\nindexed = { to = \"0.05\", how = \"up\" }");
    REQUIRE(read.of.size() == 1);
    CHECK(read.of[0].name == "pay");
    CHECK(read.rows[single].size() == 2);
    CHECK(read.rows[single].back().from == Exact{10});
    CHECK(read.rows[single].back().value == share(1, 50));
    REQUIRE(read.rows[joint].size() == 1);
    CHECK(read.rows[joint][0].value == share(3, 100));
    CHECK(both(read.at_least) == pair_of(4, 4));
    CHECK(both(read.at_most) == pair_of(5, 6));
    CHECK(both(read.round->to) == pair_of(7, 7));
    CHECK(read.round->way == RoundingWay::nearest);
    CHECK(both(read.round_of->to) == pair_of(8, 9));
    CHECK(read.round_of->way == RoundingWay::down);
    CHECK(both(read.split) == pair_of(1, 2));
    CHECK(read.indexed->to[joint] == share(1, 20));
    CHECK(read.indexed->way == RoundingWay::up);
    const auto plain = line("bands", "of = \"pay\"\nbands = [[0, \"1%\"]]");
    CHECK_FALSE((plain.at_least || plain.at_most || plain.round || plain.round_of || plain.split || plain.indexed));
    CHECK(problems("bands", "of = \"pay\"\nbands = [[0, \"1%\"]]\nsplit = { single = 0, joint = 1 }")
              .only("15:20 bad-number"));
    CHECK(problems("amount", "value = 1\nindexed = { to = \"some\", how = \"up\" }").only("14:18 bad-number"));
    CHECK(problems("amount", "value = 1\nround = { to = 1 }").only("14:9 missing-key"));
}

TEST_CASE("a line takes the bands of its own, or those of a line above") {
    const auto read = problems("bands", "of = \"pay\"\nbands = [[0, \"1%\"]]\nbands_of = \"x\"");
    CHECK(read.has("15:1 conflict"));
    const Read two = form_of(keys("bands", "of = \"pay\"\nbands = [[0, \"1%\"]]") +
                             "[[line]]\nid = \"y\"\nkind = \"bands\"\nof = \"equity\"\nbands_of = \"x\"\n");
    REQUIRE(two.form);
    CHECK(two.form->lines[0].bands_of.empty());
    CHECK(two.form->lines[1].bands_of == "x");
    CHECK(two.form->lines[1].rows[single].empty());
}

TEST_CASE("a step is an amount or a rate, and counts above its threshold unless it says from") {
    const auto read = line("steps", "of = \"pay\"\nsteps = [[0, 5], [10, \"2%\"]]");
    CHECK_FALSE(read.at_edge);
    REQUIRE(read.rows[joint].size() == 2);
    CHECK(read.rows[joint][0].value == Exact{5});
    CHECK(read.rows[joint][1].value == share(1, 50));
    CHECK_FALSE(line("steps", "of = \"pay\"\nsteps = [[0, 5]]\nedge = \"over\"").at_edge);
    CHECK(line("steps", "of = \"pay\"\nsteps = [[0, 5]]\nedge = \"from\"").at_edge);
    CHECK(problems("steps", "of = \"pay\"").only("10:1 missing-key"));
    CHECK(problems("steps", "steps = [[0, 5]]").only("10:1 missing-key"));
    CHECK(problems("steps", "of = \"pay\"\nsteps = [[0, 5, 6]]").only("14:10 wrong-type"));
    CHECK(problems("steps", "of = \"pay\"\nsteps = [3]").only("14:10 wrong-type"));
    CHECK(problems("steps", "of = \"pay\"\nsteps = 3").only("14:9 wrong-type"));
    CHECK(problems("steps", "of = \"pay\"\nsteps = [[\"x\", 5]]").problems.size() == 1);
}

TEST_CASE("a curve has pieces of one to three coefficients") {
    const auto read = line("curve",
                           "of = \"pay\"\npieces = [{ from = 0, c = 4 }, { from = 10, origin = 11, unit = 100, c = [1, "
                           "2, \"3.5\"] }]");
    REQUIRE(read.pieces.size() == 2);
    CHECK(read.pieces[0].c == std::array{Exact{4}, Exact{}, Exact{}});
    CHECK(read.pieces[0].unit == Exact{1});
    CHECK(read.pieces[0].origin == Exact{});
    CHECK(read.pieces[1].from == Exact{10});
    CHECK(read.pieces[1].origin == Exact{11});
    CHECK(read.pieces[1].unit == Exact{100});
    CHECK(read.pieces[1].c == std::array{Exact{1}, Exact{2}, share(7, 2)});
    const auto piece = [](const std::string& rest) {
        return problems("curve", "of = \"pay\"\npieces = [{ from = 0, " + rest + " }]");
    };
    CHECK(piece("c = []").only("14:27 form-line"));
    CHECK(piece("c = [1, 2, 3, 4]").only("14:27 form-line"));
    CHECK(piece("c = [1, 2, 3]").problems.empty());
    CHECK(piece("c = [1, \"much\"]").only("14:31 bad-number"));
    CHECK(piece("unit = 0, c = 1").only("14:30 bad-number"));
    CHECK(piece("unit = 0.5, c = 1").problems.empty());
    CHECK(piece("unit = -1, c = 1").only("14:30 bad-number"));
    CHECK(piece("origin = 1").only("14:11 missing-key"));
    CHECK(problems("curve", "of = \"pay\"\npieces = [{ from = 0, c = 1 }, { from = 0, c = 2 }]")
              .only("14:41 wrong-order"));
    CHECK(problems("curve", "of = \"pay\"").only("10:1 missing-key"));
}

TEST_CASE("a product is a line times a rate, which begins with a digit or a sign, or times another line") {
    const auto rate = [](const std::string& text) { return line("product", "of = \"pay\"\ntimes = \"" + text + "\""); };
    CHECK(rate("3.8%").rate == share(38, 1000));
    CHECK(rate("-2%").rate == share(-2, 100));
    CHECK(rate("1/3").rate == share(1, 3));
    CHECK_FALSE(rate("3.8%").times);
    CHECK_FALSE(rate("cash").rate);
    CHECK(rate("cash").times->name == "cash");
    CHECK(rate("cash").times->form.empty());
    CHECK(problems("product", "of = \"pay\"").only("10:1 missing-key"));
    CHECK(problems("product", "times = \"2%\"").only("10:1 missing-key"));
    CHECK(problems("product", "of = \"pay\"\ntimes = \"\"").problems.size() == 1);
}

TEST_CASE("a sum has something to add or to take off, and the least and the greatest something to choose from") {
    const auto read = line("sum", "plus = [\"pay\", \"equity\"]\nminus = \"cash\"");
    REQUIRE(read.plus.size() == 2);
    CHECK(read.plus[1].name == "equity");
    REQUIRE(read.minus.size() == 1);
    CHECK(read.minus[0].name == "cash");
    CHECK(problems("sum", "plus = \"pay\"").problems.empty());
    CHECK(problems("sum", "minus = \"pay\"").problems.empty());
    CHECK(problems("sum", "").only("10:1 missing-key"));
    for (const std::string kind : {"least", "greatest"}) {
        CHECK(line(kind, "of = [\"pay\", \"cash\"]").of.size() == 2);
        CHECK(line(kind, "of = \"pay\"").of.size() == 1);
        CHECK(problems(kind, "").only("10:1 missing-key"));
    }
}

TEST_CASE("what a line is for is read beside its numbers, and its source is the form's unless it has its own") {
    const auto plain = line("amount", "value = 3");
    CHECK_FALSE(plain.is);
    CHECK_FALSE(plain.deductible);
    CHECK_FALSE(plain.per_earner);
    CHECK(plain.label.empty());
    CHECK(plain.note.empty());
    CHECK(plain.source == "made up");
    CHECK(plain.table_year == 2026);
    const auto read = line("amount",
                           "value = 3\nis = \"local_income_tax\"\ndeductible = true\nper = \"earner\"\nlabel = \"L\"\n"
                           "note = \"N\"\nsource = \"S\"");
    CHECK(read.is == tax::Component::local_income_tax);
    CHECK(read.deductible);
    CHECK(read.per_earner);
    CHECK(read.label == "L");
    CHECK(read.note == "N");
    CHECK(read.source == "S");
    CHECK_FALSE(line("amount", "value = 3\ndeductible = false").deductible);
    const Read person = form_of(keys("amount", "value = 3"), "person");
    REQUIRE(person.form);
    CHECK(person.form->of_person);
    CHECK(person.form->lines.at(0).per_earner);
}

TEST_CASE("a line is called by small letters, digits and underlines, and by no input's name") {
    const auto named = [](const std::string& id) {
        return form_of("[[line]]\nid = \"" + id + "\"\nkind = \"amount\"\nvalue = 1\n").outcome;
    };
    for (const std::string good : {"a", "z9_0", "az", "_"}) {
        CAPTURE(good);
        CHECK(named(good).problems.empty());
    }
    for (const std::string bad : {"A", "a-b", "a.b", "a b", "\xc3\xa4", "a{", "a`", "a/", "a:"}) {
        CAPTURE(bad);
        CHECK(named(bad).only("11:6 form-line"));
        CHECK(named(bad).problems.at(0).find("is no name of a line") != std::string::npos);
    }
    CHECK(named("lesser_pay").problems.at(0).find("is the name of an input") != std::string::npos);
}

TEST_CASE("a number of a line may stand in quotation marks where its key says so") {
    CHECK(problems("amount", "value = \"3\"").only("13:9 wrong-type"));
    CHECK(problems("amount", "value = { single = 3, joint = \"much\" }").only("13:31 wrong-type"));
    CHECK(problems("amount", "value = { single = 3 }").only("13:9 form-status"));
    CHECK(problems("amount", "value = { single = 3, joint = 4, separate = 5 }").only("13:34 form-status"));
}
