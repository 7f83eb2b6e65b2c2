// A whole negotiation: what the pieces say together (docs/numbers.md, "Negotiating").

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <offerkit/choice/negotiation/negotiation.hpp>
#include <offerkit/file/read.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using namespace offerkit::choice::negotiation;
using choice::Negotiation;
using offers::usd;
using quantity::Money;

namespace {

std::string pay(const std::string& company, int salary, const std::string& rest = {}) {
    return "company = \"" + company + "\"\ncurrency = \"USD\"\nstart = 2026-01-01\n" + rest +
           "[base]\nsalary = " + std::to_string(salary) + "\n";
}

model::NegotiationProfile practice() {
    diagnostic::Sources sources;
    diagnostic::Diagnostics diagnostics;
    const auto profile = file::ProfileStore{std::vector<std::string>{}}.negotiation("practice", {sources, diagnostics});
    REQUIRE(profile.has_value());
    return *profile;
}

Negotiation negotiated(const std::vector<model::Offer>& offers, choice::NegotiationTerms terms = {}) {
    diagnostic::Diagnostics diagnostics;
    auto found = choice::negotiate(offers, offers::valuation(), std::move(terms), practice(), diagnostics);
    for (const auto& problem : diagnostics.sorted()) {
        UNSCOPED_INFO(problem.message);
    }
    REQUIRE(found.has_value());
    return *std::move(found);
}

model::Priorities priorities() {
    diagnostic::Sources sources;
    diagnostic::Diagnostics diagnostics;
    const file::ProfileStore profiles{std::vector<std::string>{}};
    const support::ScratchFolder folder;
    const auto path = folder.write("me.toml",
                                   "currency = \"USD\"\n[money]\nworst = 100_000\nbest = 300_000\nswing = 100\n"
                                   "[[factor]]\nid = \"growth\"\nswing = 50\n");
    const auto read = file::read_priorities_file({sources, diagnostics, profiles}, path.string(), std::nullopt);
    REQUIRE(read.has_value());
    return *read;
}

bool has_flag(const Negotiation& found, std::string_view code) {
    return std::any_of(found.red_flags.begin(), found.red_flags.end(),
                       [&](const auto& flag) { return flag.code == code; });
}

}  // namespace

TEST_CASE("the best alternative is the largest figure, and at the reservation the two offers tie in a comparison") {
    const std::vector offers{offers::read(pay("Own", 150'000), "own.toml"),
                             offers::read(pay("Less", 140'000), "less.toml"),
                             offers::read(pay("More", 165'000), "more.toml")};
    const auto found = negotiated(offers);
    CHECK(found.alternatives.batna().offer == 2);
    CHECK(found.reservation == usd(165'000));
    CHECK(found.target.amount == usd(165'000));
    CHECK(found.target.from == TargetFrom::competing_offer);
    // Nothing says how far they can go, so no number is said.
    CHECK_FALSE(found.ask.counter.has_value());
    CHECK(found.strongest()->amount == usd(165'000));
    const auto& base = *std::find_if(found.levers.begin(), found.levers.end(),
                                     [](const auto& answer) { return answer.lever == LeverKind::base; });
    REQUIRE(base.goal == Goal::batna);
    CHECK(base.resulting == usd(165'000));
    auto raised = offers;
    raised[0].base->rate.value = std::get<Money>(*base.level);
    const auto tied = offers::compare(raised, [] {
        auto valuation = offers::valuation();
        valuation.by = model::Definition::annualized;
        return valuation;
    }());
    CHECK(tied.figure(0) == tied.figure(2));
}

TEST_CASE("what is only hoped for is worth its chance, and the rest of it the next best") {
    const std::vector offers{
        offers::read(pay("Own", 150'000), "own.toml"), offers::read(pay("Sure", 140'000), "sure.toml"),
        offers::read(pay("Maybe", 200'000, "evidence = \"process\"\nchance = \"40%\"\n"), "maybe.toml"),
        offers::read(pay("Look", 160'000, "kind = \"search\"\nchance = \"25%\"\n"), "look.toml")};
    const auto found = negotiated(offers);
    // Looking: .25 x 160,000 + .75 x 140,000 = 145,000. Maybe: .4 x 200,000 + .6 x 145,000 = 167,000.
    CHECK(found.alternatives.of(3).worth == usd(145'000));
    CHECK(found.alternatives.of(2).worth == usd(167'000));
    CHECK(found.alternatives.batna().offer == 2);
    CHECK(found.reservation == usd(167'000));
    // An offer in process is not one that can be named: the target rests on what has been said.
    CHECK(found.target.competing_offer == usd(140'000));
    CHECK(found.target.amount == usd(167'000));
    CHECK(found.target.from == TargetFrom::reservation);
    // Waiting is worth what the best alternative is; with the offer open the interviews fall to the larger of it and of
    // looking, 145,000: .4 x 200,000 + .6 x 150,000 = 170,000.
    REQUIRE(found.waiting.has_value());
    CHECK(found.waiting->wait == usd(167'000));
    CHECK(found.waiting->with_extension == usd(170'000));
    CHECK(found.waiting->extension == usd(3'000));
}

TEST_CASE("where taking the offer now is best, staying open is worth what it adds to that and no more") {
    const std::vector offers{
        offers::read(pay("Own", 190'000), "own.toml"), offers::read(pay("Sure", 140'000), "sure.toml"),
        offers::read(pay("Maybe", 200'000, "evidence = \"process\"\nchance = \"40%\"\n"), "maybe.toml")};
    const auto found = negotiated(offers);
    // Waiting: .4 x 200,000 + .6 x 140,000 = 164,000, below the 190,000 at hand; open .4 x 200,000 + .6 x 190,000.
    REQUIRE(found.waiting.has_value());
    CHECK(found.waiting->accept_now == usd(190'000));
    CHECK(found.waiting->wait == usd(164'000));
    CHECK(found.waiting->with_extension == usd(194'000));
    CHECK(found.waiting->extension == usd(4'000));
}

TEST_CASE("an offer in process is waited for, however little it adds to a better one that is sure") {
    const std::vector offers{
        offers::read(pay("Own", 150'000), "own.toml"), offers::read(pay("Sure", 180'000), "sure.toml"),
        offers::read(pay("Maybe", 170'000, "evidence = \"process\"\nchance = \"40%\"\n"), "maybe.toml")};
    const auto found = negotiated(offers);
    REQUIRE(found.waiting.has_value());
    REQUIRE(found.waiting->offers.size() == 1);
    CHECK(found.waiting->offers[0].offer == 2);
    CHECK(found.waiting->wait == usd(180'000));
}

TEST_CASE(
    "with nothing sure beside it, letting an offer go falls back to no pay, which priorities weigh as the worst") {
    const auto me = priorities();
    const std::string worst = "[factors]\ngrowth = 0\n";
    const std::vector offers{
        offers::read(pay("Own", 150'000, worst), "own.toml"),
        offers::read(pay("Maybe", 200'000, "evidence = \"process\"\nchance = \"40%\"\n" + worst), "maybe.toml")};
    const auto found = negotiated(offers, {.priorities = &me});
    REQUIRE(found.waiting.has_value());
    // Of 100,000 to 300,000 the 200,000 are worth a half: .4 x .5 + .6 x 0 = .2 of the way, which is 140,000.
    CHECK(found.waiting->wait == usd(140'000));
    // Open: .4 x .5 + .6 x .25 = .35.
    CHECK(found.waiting->with_extension == usd(170'000));
}

TEST_CASE("equal figures go to the better evidence") {
    const std::vector offers{offers::read(pay("Own", 150'000), "own.toml"),
                             offers::read(pay("Held", 160'000, "kind = \"current\"\n"), "h.toml"),
                             offers::read(pay("Said", 160'000, "evidence = \"verbal\"\n"), "s.toml"),
                             offers::read(pay("Paper", 160'000), "p.toml")};
    const auto found = negotiated(offers);
    CHECK(found.alternatives.batna().grade == Grade::written);
    CHECK(found.alternatives.all[1].grade == Grade::verbal);
    CHECK(found.alternatives.all[2].grade == Grade::current);
}

TEST_CASE("staying saves a clawback, spread over the years; what leaving forfeits stands beside it") {
    // 30,000 paid 2025-07-01 and owed for 24 months: on 2026-01-01 18 of 24 months are left, 22,500, a year 5,625.
    const std::vector offers{
        offers::read(pay("Own", 200'000), "own.toml"),
        offers::read("company = \"Held\"\ncurrency = \"USD\"\nkind = \"current\"\nstart = 2025-01-01\n[base]\nsalary = "
                     "100_000\n[[sign_on]]\namount = 30_000\non = 2025-07-01\nclawback = { within = \"24 months\" }\n",
                     "held.toml")};
    const auto found = negotiated(offers);
    const auto& held = found.alternatives.batna();
    CHECK(held.figure == usd(100'000));
    CHECK(held.clawback == usd(22'500));
    CHECK(held.worth == usd(105'625));
    CHECK(held.make_whole == usd(22'500));
}

TEST_CASE("with priorities the reservation is the pay at which the two offers tie in a decision") {
    const auto me = priorities();
    // Growth 8 against 5 of 10 at half the weight of money's 200,000: worth 0.3 x 50 / 100 x 200,000 = 30,000 a year.
    const std::vector offers{offers::read(pay("Own", 150'000) + "[factors]\ngrowth = 8\n", "own.toml"),
                             offers::read(pay("Other", 170'000) + "[factors]\ngrowth = 5\n", "other.toml")};
    for (const Metric metric : {Metric::average, Metric::decide}) {
        const auto found = negotiated(offers, {.metric = metric, .priorities = &me});
        REQUIRE(found.counts_other_factors);
        CHECK(found.reservation == usd(140'000));
        CHECK(found.target.competing_offer == usd(metric == Metric::decide ? 140'000 : 170'000));
        auto moved = offers;
        moved[0].base->rate.value = *found.reservation;
        const auto tied = negotiated(moved, {.metric = Metric::decide, .priorities = &me});
        REQUIRE(tied.decision.has_value());
        CHECK(std::fabs(tied.decision->scores[0].value - tied.decision->scores[1].value) < 1e-9);
    }
    // Without pay the first is the better one, and that is told first.
    const auto found = negotiated(offers, {.priorities = &me});
    REQUIRE(found.decision->without_money.has_value());
    CHECK(found.decision->without_money->ranking.front() == 0);
    // Money alone, where the figure is not a year's over the whole time.
    CHECK_FALSE(negotiated(offers, {.metric = Metric::first_year, .priorities = &me}).counts_other_factors);
}

TEST_CASE("an offer alone still has a target, levers and what is missing") {
    const std::vector offers{offers::read(pay("Own", 150'000), "own.toml")};
    const auto found = negotiated(offers);
    CHECK_FALSE(found.reservation.has_value());
    CHECK(found.target.amount == usd(165'000));
    CHECK(found.target.from == TargetFrom::markup);
    CHECK_FALSE(found.levers.empty());
    CHECK_FALSE(found.break_even_loss.has_value());
    for (const auto what : {choice::Missing::alternatives, choice::Missing::band, choice::Missing::market,
                            choice::Missing::level, choice::Missing::grant_price}) {
        CHECK(std::find(found.missing.begin(), found.missing.end(), what) != found.missing.end());
    }
    CHECK(found.strongest() == nullptr);
}

TEST_CASE("a target at or below the offer has no counter and takes nothing") {
    const std::vector offers{offers::read(pay("Own", 150'000), "own.toml")};
    const auto found = negotiated(offers, {.target = usd(140'000)});
    CHECK_FALSE(found.ask.counter.has_value());
    CHECK(found.in_one_piece.parts.empty());
    CHECK(found.packages.empty());
    for (const auto& answer : found.levers) {
        CHECK(answer.reachable);
        CHECK(answer.settings.empty());
    }
}

TEST_CASE("published figures stand only beside annualized pay") {
    const std::vector offers{offers::read(
        pay("Own", 150'000) + "[market]\ntotal = { p75 = 170_000, p90 = 180_000 }\nsource = \"S\"\n", "own.toml")};
    const auto annualized = negotiated(offers);
    CHECK(annualized.target.amount == usd(170'000));
    CHECK(annualized.strongest()->amount == usd(180'000));
    const auto average = negotiated(offers, {.metric = Metric::average});
    CHECK(average.target.from == TargetFrom::markup);
    CHECK(average.strongest() == nullptr);
    CHECK(negotiated(offers, {.target_percentile = 90}).target.amount == usd(180'000));
}

TEST_CASE("the counter settles at the target, inside what a reason carries and what they can pay") {
    // 75,000 + (90,000 - 75,000) / 0.5.
    const std::string own =
        pay("Own", 75'000) + "[market]\ntotal = { p25 = 70_000, p50 = 80_000, p75 = 90_000, p90 = 105_000 }\n";
    const std::vector wide{offers::read(own + "[band]\nbase = { max = 200_000 }\n", "own.toml")};
    const auto found = negotiated(wide, {.target = usd(90'000)});
    CHECK(found.ask.counter == usd(105'000));
    CHECK(found.settles_at == usd(90'000));
    REQUIRE(found.in_one_piece.parts.size() == 1);
    CHECK(std::get<Money>(found.in_one_piece.parts[0].to) == usd(105'000));
    CHECK(found.in_one_piece.together == usd(105'000));
    // Neither a band nor a kind of employer says how far they can go.
    const std::vector open{offers::read(own, "own.toml")};
    CHECK_FALSE(negotiated(open).ask.counter.has_value());
    const std::vector narrow{offers::read(own + "[band]\nbase = { max = 80_500 }\n", "own.toml")};
    const auto short_of = negotiated(narrow, {.target = usd(90'000)});
    CHECK_FALSE(short_of.ask.reachable);
    CHECK(short_of.ask.counter == usd(80'000));
}

TEST_CASE("another offer of the same company is a version of this one, never a rival") {
    const std::vector offers{offers::read(pay("Own", 150'000), "first.toml"),
                             offers::read(pay("Own", 160'000), "second.toml")};
    CHECK(negotiated(offers).alternatives.empty());
}

TEST_CASE("red flags are seen from the file alone") {
    const std::vector doubtful{offers::read(R"(company = "X"
currency = "USD"
start = 2026-03-02
received = 2026-01-10
decide_by = 2026-01-16
evidence = "verbal"
[base]
salary = 100_000
[[sign_on]]
amount = 10_000
clawback = { within = "25 months" }
[leaving]
non_compete = "27 weeks"
[stock]
kind = "private"
price = 4
preferred_price = 4
[[grant]]
id = "a"
value = 40_000
vesting = { over = "4 years", every = "1 month", cliff = "18 months" }
[[grant]]
id = "b"
quantity = 1_000
vesting = { over = "4 years", every = "1 month" }
)",
                                            "x.toml")};
    const auto found = negotiated(doubtful);
    for (const char* code : {"short-deadline", "not-in-writing", "long-clawback", "long-non-compete", "long-cliff",
                             "equity-in-money-only", "shares-of-unknown-whole", "preferred-as-value", "no-level"}) {
        INFO(code);
        CHECK(has_flag(found, code));
    }
    const std::vector sound{offers::read(R"(company = "X"
currency = "USD"
start = 2026-03-02
received = 2026-01-10
decide_by = 2026-01-17
[level]
ladder = "google"
name = "L4"
[base]
salary = 100_000
[[sign_on]]
amount = 10_000
clawback = { within = "24 months" }
[leaving]
non_compete = "6 months"
[stock]
kind = "private"
price = 4
preferred_price = 9
fully_diluted = 1_000_000
[[grant]]
id = "b"
quantity = 1_000
vesting = { over = "4 years", every = "1 month", cliff = "12 months" }
)",
                                         "x.toml")};
    CHECK(negotiated(sound).red_flags.empty());
}

TEST_CASE("one level up is worth the ratio of two medians of one year, applied to the offer") {
    const std::vector one{offers::read(pay("Own", 150'000) + "[level]\nladder = \"google\"\nname = \"L4\"\n")};
    choice::NegotiationTerms terms;
    terms.level_step = {"L5", *quantity::Rate::of(141, 100), "S", offers::date(2020, 7, 1)};
    CHECK(negotiated(one, terms).level_worth == usd(61'500));
    // Only annualized pay is counted as such medians are.
    terms.metric = Metric::average;
    CHECK_FALSE(negotiated(one, terms).level_worth.has_value());
}

TEST_CASE("until pay is named in an offer one is still before it, and the job held now answers another one") {
    const auto stage = [](const std::string& own) {
        return negotiated({offers::read(own, "own.toml"), offers::read(pay("Other", 140'000), "other.toml")}).stage;
    };
    CHECK(stage(pay("Own", 150'000)) == Stage::offer);
    CHECK(stage(pay("Own", 150'000, "evidence = \"verbal\"\n")) == Stage::offer);
    CHECK(stage(pay("Own", 150'000, "evidence = \"process\"\nchance = \"50%\"\n")) == Stage::before_offer);
    CHECK(stage("company = \"Own\"\ncurrency = \"USD\"\nstart = 2026-01-01\n[[sign_on]]\namount = 9_000\n") ==
          Stage::before_offer);
    CHECK(stage(pay("Own", 150'000, "kind = \"current\"\n")) == Stage::counter_offer);
}
