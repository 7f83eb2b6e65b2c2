// `decide --weights`: what a person says becomes a priorities file that says the same.

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <cli/dialogue/elicitation.hpp>
#include <offerkit/authoring/priorities_file.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/file/read.hpp>
#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/script.hpp"

using namespace offerkit;
using cli::Dialogue;
using model::Priorities;
using quantity::Number;
using render::Screen;
using support::Script;

namespace {

const Screen narrow{80, false, true};

std::optional<Priorities> read_text(const std::string& text) {
    const support::ScratchFolder folder;
    diagnostic::Sources sources;
    diagnostic::Diagnostics diagnostics;
    const file::ProfileStore profiles;
    auto priorities = file::read_priorities_file({sources, diagnostics, profiles, {}},
                                                 folder.write("me.toml", text).string(), std::nullopt);
    for (const auto& problem : diagnostics.all()) {
        UNSCOPED_INFO(problem.span.line << ": " << problem.message);
    }
    CHECK(diagnostics.all().empty());
    return priorities;
}

Priorities profile(const std::string& id) {
    diagnostic::Sources sources;
    diagnostic::Diagnostics diagnostics;
    const file::ProfileStore profiles;
    auto priorities = file::read_priorities_named({sources, diagnostics, profiles, {}}, id, std::nullopt);
    REQUIRE(priorities);
    return *priorities;
}

Number swing(const Priorities& priorities, const std::string& id) {
    if (id == "money") {
        return priorities.money->swing->value;
    }
    const auto found = std::find_if(priorities.factors.begin(), priorities.factors.end(),
                                    [&](const auto& factor) { return factor.id == id; });
    REQUIRE(found != priorities.factors.end());
    return found->swing->value;
}

template <class T>
bool same(const std::optional<model::Stated<T>>& a, const std::optional<model::Stated<T>>& b) {
    return a.has_value() == b.has_value() && (!a || a->value == b->value);
}

bool same(const std::vector<model::MoneyAt>& a, const std::vector<model::MoneyAt>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return x.place.value == y.place.value && x.amount == y.amount;
    });
}

bool equal(const std::optional<model::Household>& a, const std::optional<model::Household>& b) {
    return a.has_value() == b.has_value() &&
           (!a ||
            (same(a->status, b->status) && same(a->spouse_pay, b->spouse_pay) && same(a->children, b->children) &&
             same(a->deferral, b->deferral) && a->most_deferral.has_value() == b->most_deferral.has_value() &&
             same(a->pretax_benefits, b->pretax_benefits) && same(a->other_income, b->other_income) &&
             same(a->deduction, b->deduction) && same(a->index, b->index) && same(a->spending, b->spending) &&
             same(a->spending_in, b->spending_in) && same(a->spending_at, b->spending_at) && same(a->rent, b->rent)));
}

/// Whether two priorities say the same, wherever they were written. A file takes no name from a profile.
bool equal(const Priorities& a, const Priorities& b) {
    bool all = same(a.horizon, b.horizon) && same(a.discount_rate, b.discount_rate) &&
               same(a.exit_per_year, b.exit_per_year) && same(a.risk_tolerance, b.risk_tolerance) &&
               same(a.wealth, b.wealth) && same(a.risk_aversion, b.risk_aversion) && same(a.currency, b.currency) &&
               equal(a.household, b.household) && a.equal_weights == b.equal_weights &&
               a.money.has_value() == b.money.has_value() && a.factors.size() == b.factors.size();
    if (all && a.money) {
        all = a.money->worst == b.money->worst && a.money->best == b.money->best &&
              same(a.money->swing, b.money->swing) && a.money->goal == b.money->goal;
    }
    for (std::size_t i = 0; all && i < a.factors.size(); ++i) {
        const auto& x = a.factors[i];
        const auto& y = b.factors[i];
        all = x.id == y.id && x.name == y.name && same(x.swing, y.swing) && same(x.rank, y.rank) &&
              x.scale.worst == y.scale.worst && x.scale.best == y.scale.best && x.worst_means == y.worst_means &&
              x.best_means == y.best_means && x.goal == y.goal && x.must.has_value() == y.must.has_value() &&
              (!x.must || (x.must->at_least == y.must->at_least && x.must->chance == y.must->chance)) &&
              x.children.size() == y.children.size() && x.monetary == y.monetary;
        for (std::size_t j = 0; all && j < x.children.size(); ++j) {
            all = x.children[j].value == y.children[j].value;
        }
    }
    return all;
}

/// A person who answers every question with something that it takes, at random.
class RandomPerson {
public:
    explicit RandomPerson(unsigned seed) : random_{seed} {}

    std::string operator()(const std::string& question) {
        const auto asks = [&](const char* what) { return question.find(what) != std::string::npos; };
        if (asks("What else matters") && ++named_ > 3) {
            return "";
        }
        if (asks("What matters to you?") || asks("What else matters")) {
            return one_of({"Growth ", "\xe6\x88\x90\xe9\x95\xb7 ", "a \"quoted\" name ", "back\\slash ", "growth-",
                           "An extremely long name that never fits into one line of any question at all "}) +
                   std::to_string(pick(1000));
        }
        if (asks(") means")) {
            return one_of({"nothing", "all of it", "\"so\" \\ they say", "\xc3\xa9t\xc3\xa9"});
        }
        if (asks("Goal (")) {
            return one_of({"", "none", "impact", "money_later", "personal_growth"});
        }
        if (asks("at least (such")) {
            return one_of({"", "90%", "33.3%", "0%"});
        }
        if (asks(": at least") || asks(": at most")) {
            return one_of({"", "", "anything", "0", "10", "3.5"});
        }
        if (asks("Does yearly pay")) {
            return one_of({"", "", "yes", "no"});
        }
        if (asks("Currency")) {
            return one_of({"", "eur", "JPY", "KWD"});
        }
        if (asks("lowest yearly pay")) {
            return std::to_string(pick(100'000));
        }
        if (asks("highest you can")) {
            return std::to_string(100'000 + pick(1'000'000));
        }
        if (asks("Which one")) {
            return one_of({"1", "2", "1"});
        }
        if (asks("certain pay")) {
            return one_of({"", "no"});
        }
        if (asks("How do you file")) {
            return one_of({"", "no", "single", "joint", "head", "separate"});
        }
        if (asks("spouse's pay") || asks("What living takes")) {
            return one_of({"", "0", "80_000"});
        }
        if (asks("Children")) {
            return one_of({"", "0", "2"});
        }
        if (asks("retirement plan")) {
            return one_of({"", "0", "max", "10_000"});
        }
        if (asks("right?")) {
            return one_of({"", "yes", "no", "12_345"});
        }
        if (asks("worth to you a year")) {
            return std::to_string(pick(100'000));
        }
        CHECK(asks("counts"));
        return std::to_string(pick(100)) + one_of({"", ".5", ".25"});
    }

private:
    std::size_t pick(std::size_t count) { return random_() % count; }
    std::string one_of(const std::vector<std::string>& words) { return words[pick(words.size())]; }

    std::mt19937 random_;
    int named_ = 0;
};

const std::string tree = R"(name = "Me"
horizon = "18 months"
discount_rate = "1/3"
stay = { exit_per_year = "13.2%" }
risk_tolerance = 150_000.50
currency = "USD"
[money]
worst = 150_000
best = 450_000.25
swing = 50
[[factor]]
id = "people"
swing = 100
children = ["mentors", "team"]
[[factor]]
id = "mentors"
swing = 4
[[factor]]
id = "team"
swing = 3
[[factor]]
id = "commute"
name = "Minutes to work"
scale = { worst = 90, best = 0 }
swing = 10
must = { at_least = 60, chance = "2/3" }
)";

}  // namespace

TEST_CASE("a file written from any answers is read without a problem and says what was answered") {
    for (unsigned seed = 0; seed < 300; ++seed) {
        CAPTURE(seed);
        std::optional<Priorities> start;
        if (seed % 3 == 1) {
            start = profile(seed % 2 == 0 ? "growth" : "six-conditions");
        } else if (seed % 3 == 2) {
            start = read_text(tree);
        }
        Script script{RandomPerson{seed}};
        Dialogue dialogue{script, narrow};
        const auto elicited = cli::elicit_priorities(dialogue, start ? &*start : nullptr);
        if (!elicited) {
            FAIL(script.said() << dialogue.stop()->reason.message);
        }
        const std::string text = authoring::priorities_file(*elicited);
        CAPTURE(text);
        const auto again = read_text(text);
        REQUIRE(again);
        CHECK(equal(*again, *elicited));
        CHECK(authoring::priorities_file(*again) ==
              authoring::priorities_file(Priorities{*again}));  // and writing it is stable
    }
}

TEST_CASE("every line of the dialogue fits 80 columns, and every question is one line") {
    for (unsigned seed = 0; seed < 60; ++seed) {
        const Priorities start = profile(seed % 2 == 0 ? "brand" : "research-to-applied");
        Script script{RandomPerson{seed}};
        Dialogue dialogue{script, narrow};
        REQUIRE(cli::elicit_priorities(dialogue, seed % 3 == 0 ? nullptr : &start));
        for (const auto& question : script.questions()) {
            CAPTURE(question);
            CHECK(diagnostic::display_width(question) < 80);
            CHECK(question.size() > 3);
        }
        std::string line;
        for (const char c : script.said()) {
            if (c != '\n') {
                line += c;
                continue;
            }
            // What a script answered is written behind its question.
            const bool asked = std::any_of(script.questions().begin(), script.questions().end(),
                                           [&](const auto& question) { return line.starts_with(question); });
            if (!asked) {
                CAPTURE(line);
                CHECK(diagnostic::display_width(line) <= 80);
            }
            line.clear();
        }
    }
}

TEST_CASE("Enter at every question keeps what a starting point says") {
    for (const char* id : {"growth", "money-now", "six-conditions", "research-to-applied"}) {
        CAPTURE(id);
        const Priorities start = profile(id);
        Script script{std::vector<std::string>{}};
        Dialogue dialogue{script, narrow};
        const auto kept = cli::elicit_priorities(dialogue, &start);
        REQUIRE(kept);
        REQUIRE(kept->factors.size() == start.factors.size());
        for (std::size_t i = 0; i < start.factors.size(); ++i) {
            // Equal weights become equal swings.
            CHECK(kept->factors[i].swing->value == (start.equal_weights ? Number{100} : start.factors[i].swing->value));
        }
        CHECK(kept->money.has_value() == start.money.has_value());
        CHECK(script.said().find("only a starting point") != std::string::npos);
    }
}

TEST_CASE("a person's own file keeps what the dialogue does not ask about") {
    const auto start = read_text(tree);
    REQUIRE(start);
    // The four ends that the file does not say, then defaults.
    Script script{{"alone", "taught", "strangers", "friends", "an hour and a half", "next door"}};
    Dialogue dialogue{script, narrow};
    const auto kept = cli::elicit_priorities(dialogue, &*start);
    REQUIRE(kept);
    CHECK(kept->name == "Me");
    CHECK(kept->horizon->value == calendar::Period::months(18));
    CHECK(kept->discount_rate->value == *quantity::Rate::of(1, 3));
    CHECK(kept->risk_tolerance->value.minor() == 15'000'050);
    CHECK(kept->factors[3].must->chance == *quantity::Rate::of(2, 3));
    CHECK(swing(*kept, "people") == Number{100});
    CHECK(swing(*kept, "mentors") == Number{100});  // among its siblings the largest is 100
    CHECK(swing(*kept, "team") == Number{75});
    CHECK(script.said().find("Minutes to work, 90 to 0: at most [60]") != std::string::npos);
}

TEST_CASE("swings are told in money, and a correction in money becomes the swing that says it") {
    // 80 points of pay are 60,000: growth at 100 says 75,000; no, 40,000: 40,000 / 60,000 x 80 = 53.33.
    Script script{{"Growth",  "nothing learned",
                   "steep",   "",
                   "Commute", "an hour",
                   "a walk",  "",
                   "",        "4",
                   "90%",     "",
                   "yes",     "eur",
                   "60,000",  "120,000",
                   "2",       "80",
                   "30",      "no",
                   "40000",   "yes"}};
    Dialogue dialogue{script, narrow};
    const auto mine = cli::elicit_priorities(dialogue, nullptr);
    REQUIRE(mine);
    CHECK(script.said().find("A full swing of Growth is worth EUR 75,000 a year: right?") != std::string::npos);
    CHECK(script.said().find("A full swing of Commute is worth EUR 22,500 a year: right?") != std::string::npos);
    CHECK(swing(*mine, "growth") == *quantity::parse_decimal("53.33"));
    CHECK(swing(*mine, "commute") == Number{30});
    CHECK(swing(*mine, "money") == Number{80});
    CHECK(mine->factors[0].must->at_least == Number{4});
    CHECK(mine->factors[0].must->chance == *quantity::Rate::of(9, 10));
    CHECK_FALSE(mine->factors[1].must);
}

TEST_CASE("the swings of a dialogue stand beside 100, and what lies outside is refused") {
    const auto refused = [](std::vector<std::string> answers) {
        Script script{std::move(answers)};
        Dialogue dialogue{script, narrow};
        CHECK_FALSE(cli::elicit_priorities(dialogue, nullptr));
        REQUIRE(dialogue.stop());
        return dialogue.stop()->reason.message;
    };
    CHECK(refused({"A", "w", "b", "", "", "", "", "USD", "1", "2", "1", "101"}) == "`101` is not between 0 and 100");
    CHECK(refused({"A", "w", "b", "", "", "", "", "USD", "1", "2", "3"}) == "`3` is none of them");
    CHECK(refused({"A", "w", "b", "", "", "", "", "USD", "2", "2"}) == "the highest pay is above the lowest");
    CHECK(refused({"A", "w", "b", "", "A"}) == "`A` is there already");
    CHECK(refused({"A", "w", "b", "", "", "11"}) == "`11` is not between 0 and 10");
    CHECK(refused({}) == "the answers end before this question: What matters to you?");
}

TEST_CASE("money that a factor counts already is not asked for again") {
    Priorities start = profile("six-conditions");
    start.factors[0].monetary = true;
    Script script{std::vector<std::string>{}};
    Dialogue dialogue{script, narrow};
    const auto mine = cli::elicit_priorities(dialogue, &start);
    REQUIRE(mine);
    CHECK_FALSE(mine->money);
    CHECK(script.said().find("yearly pay") == std::string::npos);
}

TEST_CASE("a household stays with priorities that are asked for again, with all that no question is about") {
    const auto begun = read_text(R"(currency = "USD"
[money]
worst = 100_000
best = 300_000
swing = 100
[household]
status = "joint"
spouse_pay = 80_000
children = 2
deferral = "max"
pretax_benefits = 6_000
other_income = 1_000
deduction = "standard"
index = "3%"
spending = 90_000
spending_at = "us-ca"
rent = { us-ca = 42_000, us-ny-nyc = 48_000 }
[[factor]]
id = "growth"
scale = { worst = 0, best = 10 }
worst_means = "none"
best_means = "much"
swing = 50
)");
    REQUIRE(begun);
    const auto again = read_text(authoring::priorities_file(*begun));
    REQUIRE(again);
    CHECK(equal(*begun, *again));
    // Enter to every question leaves it as it is.
    Script script{std::vector<std::string>{}};
    Dialogue dialogue{script, narrow};
    const auto asked = cli::elicit_priorities(dialogue, &*begun);
    REQUIRE(asked);
    CHECK(equal(asked->household, begun->household));
}

TEST_CASE("who files as a couple is asked for the spouse's pay, and a status that is none is refused with the words") {
    const auto begun = read_text(
        "currency = \"USD\"\n[money]\nworst = 1\nbest = 300_000\nswing = 100\n[[factor]]\n"
        "id = \"growth\"\nscale = { worst = 0, best = 10 }\nworst_means = \"none\"\n"
        "best_means = \"much\"\nswing = 50\n[household]\nstatus = \"joint\"\n");
    REQUIRE(begun);
    Script script{std::vector<std::string>{}};
    Dialogue dialogue{script, narrow};
    REQUIRE(cli::elicit_priorities(dialogue, &*begun));
    CHECK(script.said().find("Your spouse's pay a year, in USD") != std::string::npos);
    CHECK(script.said().find("What living takes a year, after tax, in USD") != std::string::npos);
}
