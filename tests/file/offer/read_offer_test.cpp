#include <algorithm>
#include <string>
#include <vector>

#include <support/catch.hpp>
#include <support/files.hpp>

#include "file/reading.hpp"

using namespace offerkit;
using reading::offer;
using reading::with_grant;
using reading::with_top;

namespace {

constexpr const char* everything = R"(company = "Northwind AI"
role = "Machine Learning Engineer"
location = "Mountain View, CA, US"
place = "us-ca"
currency = "USD"
kind = "offer"
start = 2026-03-02
end = 2029-03-01
received = 2026-01-15
decide_by = 2026-01-29
evidence = "process"
chance = "40%"
expected = 2026-02-10
letter_total = { amount = 330_000, means = "annualized" }

[level]
ladder = "google"
name = "L4"

[base]
hourly = 95.5
hours_per_week = 37.5
weeks_per_year = 50
as_of = 2026-01-01
raise = "3%"
[[base.change]]
on = 2028-03-02
salary = 210_000
[[base.change]]
on = 2027-03-02
salary = 200_000

[[bonus]]
name = "13th salary"
target = "1/12"
guaranteed_years = 100
paid = 12
[[bonus]]
name = "Bonus"
amount = 30_000
payout = "80%"
deferred = { portion = "40%", vesting = { over = "3 years", every = "12 months" } }

[[sign_on]]
amount = 40_000
on = 2027-03-02
over = "12 months"
clawback = { within = "24 months", from = "start", rule = "full", waived = ["without_cause", "death"] }

[stock]
kind = "private"
symbol = "NWND"
currency = "EUR"
price = 0.8734
as_of = 2026-01-15
growth = "-5%"
volatility = "35%"
dividend_yield = "1%"
preferred_price = 41.20
fully_diluted = 52_000_000
dilution = "15%"
rounds = 2
discount = "10%"
[[stock.path]]
on = 2028-01-01
price = 2
[[stock.path]]
on = 2027-01-01
price = 1

[[grant]]
id = "options"
instrument = "iso"
ownership = "0.5%"
grant_date = 2026-03-10
vesting_start = 2026-03-02
align = ["02-15", "08-15"]
allocation = "front_loaded"
day_of_month = 31
before_grant = "keep"
gate = ["ipo", "change_of_control"]
strike = 0.85
expires = { after = "10 years", day_before = true }
early_exercise = true
after_leaving = "keep"
forfeits_vested = ["with_cause"]
[[grant.segment]]
portion = "1/4"
over = "12 months"
every = "3 months"
cliff = { after = "6 months", portion = "25%" }
gate = "ipo"
start = "event:ipo + 6 months"
[[grant.segment]]
portion = "75%"
over = "3 years"
every = "1 month"
[[grant.acceleration]]
trigger = "double"
event = "change_of_control"
within = "12 months"
months = 12
order = "soonest"
[[grant.termination_window]]
reason = "voluntary"
period = "90 days"
[[grant]]
instrument = "psu"
value = 240_000
conversion = { price = 170.00, round = "up" }
vesting = { on = [ { date = 2027-02-15, portion = "5%" }, { date = 2028-02-15, portion = "95%" } ] }
[[grant.performance]]
measure = "EBITDA"
curve = [[8, "0%"], [10, "100%"], [12, "150%"]]
expected = 10
evaluation = 2028-02-15
[[grant]]
instrument = "cash"
value = 10_000
vesting = { yearly = ["60%", "40%"], every = "6 months", cliff = "1 year" }

[refresher]
value = 60_000
first_after = "6 months"
every = "24 months"
on = "08-31"
vesting = "even-quarterly"
day_of_month = "last_day_of_month"
probability = "80%"

[[event]]
id = "ipo"
date = 2027-06-01
chance = 0.4
deadline = 2033-01-01
[[event]]
id = "change_of_control"

[[leave_of_absence]]
from = 2027-03-01
to = 2027-06-01
treatment = "extend"

[leaving]
notice = "1 month"
non_compete = "12 months"
non_compete_pay = "50%"

[benefits]
health = 12_000
retirement = "10%"
retirement_match = { tiers = [["100%", "3%"], ["50%", "2%"]], limit = 11_750 }
pto_days = 22.5
espp = { discount = "15%", contribution = "10%", lookback = true, limit = 25_000 }
[[benefits.other]]
name = "Meals"
amount = 4_000
after = "1 year"

[[cost]]
name = "Moving"
amount = 8_000
once = true

[fx]
"EUR/USD" = 1.08
as_of = 2026-01-15

[factors]
growth = 8
mentors = { low = 5, likely = 7, high = 9 }
visa = { chance = "70%" }
scope = { chance = "60%", met = 9, unmet = 4 }
brand = "unknown"

[band]
base = { min = 174_000, mid = 213_000, max = 252_000 }
equity = { max = 400_000 }
source = "posting"
as_of = 2026-01-10

[market]
total = { p25 = 240_000, p90 = 390_000 }
source = "a survey"
)";

const model::Offer& all() {
    static const auto outcome = offer(everything);
    CAPTURE(outcome.problems);
    REQUIRE(outcome.offer);
    return *outcome.offer;
}

calendar::Date day(int year, int month, int day_of_month) { return *calendar::Date::of(year, month, day_of_month); }

std::string assumed(const model::Offer& read, std::string_view key) {
    for (const auto& assumption : read.assumptions) {
        if (assumption.key == key) {
            return assumption.value;
        }
    }
    return "(none)";
}

}  // namespace

TEST_CASE("every key of an offer's top and of its pay reaches the model") {
    const model::Offer& read = all();
    CHECK(read.company == "Northwind AI");
    CHECK(read.role == "Machine Learning Engineer");
    CHECK(read.place == "us-ca");
    CHECK(read.start.value == day(2026, 3, 2));
    CHECK(read.start.span == model::Span{0, 7, 9, 10});
    CHECK(read.end->value == day(2029, 3, 1));
    CHECK(read.decide_by->value == day(2026, 1, 29));
    CHECK(read.evidence == model::Evidence::process);
    CHECK(read.chance == quantity::Rate::of(2, 5));
    CHECK(read.expected == day(2026, 2, 10));
    CHECK(read.letter_total->means == model::Definition::annualized);
    CHECK(read.level->name == "L4");
    CHECK(read.base->basis == model::Base::Basis::hourly);
    CHECK(quantity::to_plain(read.base->rate.value) == "95.50");
    CHECK(read.base->units_per_year == quantity::Number{1875});
    CHECK(read.base->raise.value == quantity::Rate::of(3, 100));
    REQUIRE(read.base->changes.size() == 2);
    CHECK(read.base->changes[0].on == day(2027, 3, 2));
    REQUIRE(read.bonuses.size() == 2);
    CHECK(std::get<quantity::Rate>(read.bonuses[0].target) == quantity::Rate::of(1, 12));
    CHECK(read.bonuses[0].paid_on == calendar::DayOfYear{12, 31});
    CHECK(read.bonuses[0].guaranteed_years == 100);
    CHECK(quantity::to_plain(std::get<quantity::Money>(read.bonuses[1].target)) == "30000");
    CHECK(read.bonuses[1].payout == *quantity::Rate::of(4, 5));
    CHECK(read.bonuses[1].deferred->portion == *quantity::Rate::of(2, 5));
    CHECK_FALSE(read.bonuses[1].paid_on);
    const model::SignOn& sign_on = read.sign_ons.at(0);
    CHECK(sign_on.name == "Sign-on");
    CHECK(std::get<calendar::Date>(sign_on.when) == day(2027, 3, 2));
    CHECK(sign_on.over == calendar::Period::months(12));
    CHECK(sign_on.clawback->rule == model::ClawbackRule::full);
    CHECK(sign_on.clawback->from == model::ClawbackFrom::start);
    CHECK(sign_on.clawback->waived == std::vector{model::LeavingReason::without_cause, model::LeavingReason::death});
}

TEST_CASE("the stock and everything priced in its currency reach the model") {
    const model::Offer& read = all();
    CHECK(read.stock->kind == model::StockKind::private_company);
    CHECK(read.stock->currency.code() == "EUR");
    CHECK(quantity::to_plain(read.stock->price.value) == "0.8734");
    CHECK(read.stock->growth.value == *quantity::Rate::of(-1, 20));
    CHECK(read.stock->fully_diluted == 52'000'000);
    CHECK(read.stock->rounds == 2);
    REQUIRE(read.stock->path.size() == 2);
    CHECK(read.stock->path[0].on == day(2027, 1, 1));
    CHECK(read.currency.code() == "USD");
    CHECK(read.refresher->value.value.currency().code() == "EUR");
    CHECK(read.band->equity.max->currency().code() == "EUR");
    CHECK(read.band->base.max->currency().code() == "USD");
    CHECK(std::get<model::ValueGrant>(read.grants[1].amount).value.currency().code() == "EUR");
    CHECK(read.grants[0].strike->value.currency().code() == "EUR");
}

TEST_CASE("a grant with every key reaches the model") {
    const model::Grant& grant = all().grants.at(0);
    CHECK(grant.id == "options");
    CHECK(grant.instrument == model::Instrument::iso);
    CHECK(std::get<model::OwnershipGrant>(grant.amount).share == *quantity::Rate::of(1, 200));
    CHECK(grant.grant_date == day(2026, 3, 10));
    CHECK(grant.vesting_start.value == day(2026, 3, 2));
    CHECK(grant.align == std::vector{calendar::VestDay::on({2, 15}), calendar::VestDay::on({8, 15})});
    CHECK(grant.allocation == model::Allocation::front_loaded);
    CHECK(grant.day_of_month == calendar::DayRule::fixed(31));
    CHECK(grant.before_grant == model::BeforeGrant::keep);
    CHECK(grant.gates == std::vector<std::string>{"ipo", "change_of_control"});
    CHECK(grant.expires->day_before);
    CHECK(grant.early_exercise);
    CHECK(grant.after_leaving == model::AfterLeaving::keep);
    CHECK(grant.forfeits_vested == std::vector{model::LeavingReason::with_cause});
    REQUIRE(grant.vesting.segments.size() == 2);
    const model::Segment& first = grant.vesting.segments[0];
    CHECK(first.portion == *quantity::Rate::of(1, 4));
    CHECK(first.every == calendar::Period::months(3));
    CHECK(first.cliff->portion == quantity::Rate::of(1, 4));
    CHECK(first.gates == std::vector<std::string>{"ipo"});
    CHECK(first.start->event == "ipo");
    CHECK(first.start->after == calendar::Period::months(6));
    CHECK(std::get<calendar::Period>(grant.accelerations.at(0).amount) == calendar::Period::months(12));
    CHECK(grant.accelerations[0].order == model::AccelerationOrder::soonest);
    CHECK(grant.termination_windows.at(0).period == calendar::Period::days(90));
}

TEST_CASE("grants by value, by dates, by year and in cash reach the model") {
    const auto& grants = all().grants;
    REQUIRE(grants.size() == 3);
    CHECK(grants[1].id == "grant-2");
    const auto& value = std::get<model::ValueGrant>(grants[1].amount);
    CHECK(quantity::to_plain(value.conversion_price->value) == "170");
    CHECK(value.round == model::ShareRounding::up);
    REQUIRE(grants[1].vesting.dates.size() == 2);
    CHECK(grants[1].vesting.dates[1].portion == quantity::Rate::of(19, 20));
    CHECK(grants[1].performance->curve.size() == 3);
    CHECK(grants[1].performance->expected == quantity::Number{10});
    REQUIRE(grants[2].vesting.segments.size() == 2);
    CHECK(grants[2].vesting.segments[0].over == calendar::Period::months(12));
    CHECK(grants[2].vesting.segments[0].every == calendar::Period::months(6));
    CHECK(grants[2].vesting.cliff->after == calendar::Period::months(12));
}

TEST_CASE("what may happen, benefits, costs, rates and ratings reach the model") {
    const model::Offer& read = all();
    CHECK(find_event(read, "ipo")->date == day(2027, 6, 1));
    CHECK_FALSE(find_event(read, "change_of_control")->date);
    CHECK(read.leaves_of_absence.at(0).treatment == model::LeaveTreatment::extend);
    CHECK(read.leaving->non_compete_pay == *quantity::Rate::of(1, 2));
    CHECK(read.benefits.retirement_match->tiers.at(1).up_to == *quantity::Rate::of(1, 50));
    CHECK(read.benefits.pto_days == quantity::Number::of(45, 2));
    CHECK(read.benefits.espp->lookback);
    CHECK(read.benefits.others.at(0).after == calendar::Period::months(12));
    CHECK(read.costs.at(0).once);
    CHECK(read.fx.rates.at(0).rate == *quantity::Number::of(27, 25));
    CHECK(read.fx.as_of == day(2026, 1, 15));
    REQUIRE(read.factors.size() == 5);
    CHECK(std::get<quantity::Number>(read.factors[0].rating) == quantity::Number{8});
    CHECK(std::get<model::RangeRating>(read.factors[1].rating).high == quantity::Number{9});
    CHECK_FALSE(std::get<model::ConditionRating>(read.factors[2].rating).met);
    CHECK(std::get<model::ConditionRating>(read.factors[3].rating).unmet == quantity::Number{4});
    CHECK(std::holds_alternative<model::UnknownRating>(read.factors[4].rating));
    CHECK(read.refresher->on == calendar::DayOfYear{8, 31});
    CHECK(read.refresher->every == calendar::Period::months(24));
    CHECK(read.market->total.p90.has_value());
    CHECK(read.profiles.size() == 2);
}

TEST_CASE("the smallest offer is three lines") { CHECK(offer(with_top("")).problems.empty()); }

TEST_CASE("every default that enters a figure is listed, with the value it has") {
    const auto outcome =
        offer(with_top("[base]\nsalary = 1\n[bonus]\ntarget = \"10%\"\n[[sign_on]]\namount = 1\nclawback = "
                       "{}\n[stock]\nprice = 10\n[[grant]]\nid = \"g\"\nvalue = 100\nvesting = \"even-yearly\"\n"));
    REQUIRE(outcome.offer);
    const model::Offer& read = *outcome.offer;
    for (const auto& assumption : read.assumptions) {
        CAPTURE(assumption.key);
        CHECK(assumption.subject == "Acme");
        CHECK_FALSE(assumption.meaning.empty());
    }
    const std::vector<std::pair<std::string, std::string>> expected{{"base.raise", "0%"},
                                                                    {"bonus.payout", "100%"},
                                                                    {"bonus.guaranteed_years", "0"},
                                                                    {"bonus.paid", "anniversary"},
                                                                    {"sign_on[0].after", "0 months"},
                                                                    {"sign_on[0].clawback.within", "12 months"},
                                                                    {"stock.kind", "public"},
                                                                    {"stock.as_of", "2026-03-02"},
                                                                    {"stock.growth", "none"},
                                                                    {"grant.g.instrument", "rsu"},
                                                                    {"grant.g.grant_date", "2026-03-02"},
                                                                    {"grant.g.vesting_start", "2026-03-02"},
                                                                    {"grant.g.conversion.round", "down"},
                                                                    {"grant.g.conversion.price", "10"},
                                                                    {"grant.g.allocation", "cumulative_round_down"},
                                                                    {"sign_on[0].clawback.from", "payment"},
                                                                    {"sign_on[0].clawback.rule", "prorated"}};
    for (const auto& [key, value] : expected) {
        CAPTURE(key);
        CHECK(assumed(read, key) == value);
    }
    // What was written, and what cannot matter to a public company, is no assumption.
    CHECK(assumed(all(), "base.raise") == "(none)");
    CHECK(assumed(read, "stock.rounds") == "(none)");
}

TEST_CASE("an unknown key names the near one, the table it belongs in, or the keys there are") {
    CHECK(offer("compny = \"A\"\ncurrency = \"USD\"\nstart = 2026-03-02\n").only("1:1 unknown-key"));
    const auto help = [](const std::string& text) { return offer(with_top(text)).helps.at(0); };
    CHECK(help("[base]\nsalary = 1\nrais = 0\n") == "did you mean `raise`?");
    CHECK(help("[base]\nsalary = 1\nevidence = \"written\"\n") ==
          "`evidence` stands at the top of the file, before the first [table]");
    CHECK(help("symbol = \"A\"\n") == "`symbol` belongs in [stock]");
    CHECK(help("[base]\nsalary = 1\nstock = 1\n") == "`stock` is a table of its own: [stock]");
    CHECK(help("[[grant]]\nshares = 5\nvesting = \"meta\"\nquantity = 5\n") == "write `quantity = 5`");
    CHECK(help("[leaving]\nzzz = 1\n") ==
          "the keys here are `notice`, `non_compete`, `non_compete_pay`, `severance`, `severance_for` and "
          "`unused_holiday_days`");
}

TEST_CASE("one run shows every problem of a file") {
    const auto outcome = offer(
        "company = 1\ncurrency = \"USDD\"\nstart = \"2026-03-02\"\nevidence = \"writen\"\n[base]\nsalary = "
        "-5\n[bonus]\ntarget = 15\n[stock]\nprice = 1e3\n");
    CHECK(outcome.problems.size() == 7);
}

TEST_CASE("an amount is not blamed for a currency that cannot be read") {
    CHECK(offer("company = \"A\"\ncurrency = \"XXQ\"\nstart = 2026-03-02\n[base]\nsalary = 1.005\n")
              .only("2:12 unknown-currency"));
}

TEST_CASE("keys that exclude each other, and the lack of all of them, are reported at their places") {
    CHECK(offer(with_top("[base]\nsalary = 1\nhourly = 1\n")).only("6:1 conflict"));
    CHECK(offer(with_top("[base]\nraise = 0\n")).only("4:1 missing-key"));
    CHECK(offer(with_top("[base]\nsalary = 1\nhours_per_week = 40\n")).only("6:1 out-of-place"));
    CHECK(offer(with_top("[bonus]\ntarget = 0.1\namount = 1\n")).only("6:1 conflict"));
    CHECK(offer(with_top("[bonus]\npayout = 1\n")).only("4:1 missing-key"));
    CHECK(offer(with_top("[[bonus]]\ntarget = 0.1\n[[bonus]]\ntarget = 0.1\nname = \"b\"\n")).only("4:1 missing-key"));
    CHECK(offer(with_top("[[sign_on]]\namount = 1\nafter = \"1 month\"\non = 2026-03-02\n")).only("7:1 conflict"));
    CHECK(
        offer(with_top("[benefits]\nretirement_match = { rate = \"50%\", tiers = [[\"1%\", \"1%\"]], up_to = 0.1 }\n"))
            .only("5:36 conflict"));
}

TEST_CASE("a year has so many hours, weeks and days") {
    CHECK(offer(with_top("[base]\nhourly = 1\nhours_per_week = 168\nweeks_per_year = 53\n")).problems.empty());
    CHECK(offer(with_top("[base]\nhourly = 1\nhours_per_week = 168.1\n")).only("6:18 bad-number"));
    CHECK(offer(with_top("[base]\ndaily = 1\ndays_per_year = 0\n")).only("6:17 bad-number"));
    CHECK(offer(with_top("[base]\ndaily = 1\ndays_per_year = 366\n")).problems.empty());
}

TEST_CASE("dates out of their order are reported at the later-named one") {
    CHECK(offer(with_top("end = 2026-03-01\n")).only("4:7 wrong-order"));
    CHECK(offer(with_top("end = 2026-03-02\n")).problems.empty());
    CHECK(offer(with_top("received = 2026-02-02\ndecide_by = 2026-02-01\n")).only("5:13 wrong-order"));
    const std::string leave = "[[leave_of_absence]]\nfrom = 2027-01-01\nto = 2027-02-01\n";
    CHECK(offer(with_top(leave + "[[leave_of_absence]]\nfrom = 2027-02-01\nto = 2027-03-01\n")).problems.empty());
    CHECK(
        offer(with_top(leave + "[[leave_of_absence]]\nfrom = 2027-01-31\nto = 2027-03-01\n")).only("8:8 wrong-order"));
    CHECK(offer(with_top("[[leave_of_absence]]\nfrom = 2027-01-01\nto = 2027-01-01\n")).only("6:6 wrong-order"));
    CHECK(offer(with_top("[band]\nbase = { min = 3, mid = 2, max = 4 }\n")).only("5:25 wrong-order"));
    CHECK(offer(with_top("[market]\ntotal = { p25 = 3, p75 = 2 }\n")).only("5:26 wrong-order"));
}

TEST_CASE("going on looking, and interviewing, need their chances") {
    CHECK(offer(with_top("kind = \"search\"\n")).problems.size() == 2);
    CHECK(offer(with_top("kind = \"search\"\nchance = 0.5\n[base]\nsalary = 1\n")).problems.empty());
    CHECK(offer(with_top("evidence = \"process\"\n")).only("1:1 missing-key"));
}

TEST_CASE("keys of a private company are refused on a public one") {
    for (const std::string key :
         {"preferred_price = 1", "fully_diluted = 1", "dilution = 0.1", "rounds = 1", "discount = 0.1"}) {
        CAPTURE(key);
        CHECK(offer(with_top("[stock]\nprice = 1\n" + key + "\n")).only("6:1 out-of-place"));
        CHECK(offer(with_top("[stock]\nkind = \"private\"\nprice = 1\n" + key + "\n")).problems.empty());
    }
}

TEST_CASE("two changes, prices or events of one name or day are reported at the second") {
    CHECK(offer(with_top("[base]\nsalary = 1\n[[base.change]]\non = 2027-01-01\nsalary = 1\n[[base.change]]\non = "
                         "2027-01-01\nsalary = 2\n"))
              .only("10:6 duplicate-id"));
    CHECK(offer(with_top("[stock]\nprice = 1\n[[stock.path]]\non = 2027-01-01\nprice = 1\n[[stock.path]]\non = "
                         "2027-01-01\nprice = 2\n"))
              .only("10:6 duplicate-id"));
    CHECK(offer(with_top("[[event]]\nid = \"a\"\n[[event]]\nid = \"a\"\n")).only("7:6 duplicate-id"));
    CHECK(offer(with_top("[[event]]\nid = \"leave\"\n")).only("5:6 duplicate-id"));
}

TEST_CASE("one table is not several, and several are not one") {
    CHECK(offer(with_top("[cost]\nname = \"a\"\namount = 1\n")).only("4:1 wrong-type"));
    CHECK(offer(with_top("[[base]]\nsalary = 1\n")).only("4:1 wrong-type"));
    CHECK(offer(with_top("grant = []\n")).only("4:9 wrong-type"));
    CHECK(offer(with_top("grant = [1]\n")).only("4:10 wrong-type"));
}

TEST_CASE("exchange rates name two currencies and are above 0") {
    CHECK(offer(with_top("[fx]\n\"EUR-USD\" = 1\n")).only("5:1 unknown-currency"));
    CHECK(offer(with_top("[fx]\n\"EUR/EUR\" = 1\n")).only("5:1 unknown-currency"));
    CHECK(offer(with_top("[fx]\n\"EUR/USD\" = 0\n")).only("5:13 bad-number"));
}

TEST_CASE("ratings are numbers, ranges in order, conditions or unknown") {
    CHECK(offer(with_top("[factors]\na = \"unknwn\"\n")).only("5:5 unknown-word"));
    CHECK(offer(with_top("[factors]\na = { low = 2, likely = 1, high = 3 }\n")).only("5:25 wrong-order"));
    CHECK(offer(with_top("[factors]\na = { low = 2, high = 3 }\n")).only("5:5 missing-key"));
    CHECK(offer(with_top("[factors]\na = { chance = 0.5, met = 3 }\n")).only("5:5 missing-key"));
    CHECK(offer(with_top("[factors]\na = true\n")).only("5:5 wrong-type"));
}

TEST_CASE("a level that its ladder does not list is worth a warning, an unknown ladder is an error") {
    const auto level = offer(with_top("[level]\nladder = \"google\"\nname = \"L44\"\n"));
    CHECK(level.only("6:8 unknown-level"));
    CHECK(level.offer.has_value());
    CHECK(offer(with_top("[level]\nladder = \"googel\"\nname = \"L4\"\n")).helps ==
          std::vector<std::string>{"did you mean `google`?"});
}

TEST_CASE("every example of the repository is read without a word") {
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{support::source_path("examples")}) {
        if (entry.path().extension() == ".toml" && entry.path().filename() != "priorities.toml" &&
            entry.path().filename() != "me.toml" && entry.path().filename() != "plan.toml" &&
            entry.path().filename() != "search.toml") {
            ++files;
            CAPTURE(entry.path());
            CHECK(offer(support::read_file(entry.path())).problems.empty());
        }
    }
    CHECK(files >= 10);
}

TEST_CASE("files that cannot be read are told apart from files that are wrong") {
    diagnostic::Sources sources;
    diagnostic::Diagnostics diagnostics;
    const file::ProfileStore profiles;
    const file::Reading from{sources, diagnostics, profiles, {}};
    const support::ScratchFolder folder;
    CHECK_FALSE(file::read_offer_file(from, (folder.path() / "none.toml").string()));
    CHECK_FALSE(file::read_offer_file(from, folder.path().string()));
    CHECK_FALSE(file::read_offer_file(from, ""));
    CHECK(diagnostics.all().size() == 3);
    CHECK(diagnostics.all()[1].message == "this is a folder, not a file");
    for (const auto& problem : diagnostics.all()) {
        CHECK(problem.severity == diagnostic::Severity::unreadable);
        CHECK(problem.span.line == 0);
    }
    CHECK(file::read_offer_file(from, folder.write("a.toml", with_top("")).string()));
}

TEST_CASE("a misspelt key is one problem, whatever else hangs on it") {
    const auto only = [](const std::string& text, const std::string& place_and_code) {
        const auto outcome = offer(text);
        CAPTURE(outcome.problems);
        CHECK(outcome.only(place_and_code));
    };
    only(with_top("[base]\nsalry = 180_000\n"), "5:1 unknown-key");
    only(with_top("[[grant]]\nquantity = 100\nvestng = \"even-yearly\"\n"), "6:1 unknown-key");
    only(with_grant("quantty = 100\n"), "6:1 unknown-key");
    only(with_grant("valu = 100_000\nconversion = { price = 10 }\n"), "6:1 unknown-key");
    // The default of a misspelt key is not taken: `rsu` would have no strike, and no performance.
    only(with_grant("quantity = 100\ninstrment = \"nso\"\nstrike = 2.5\n"), "7:1 unknown-key");
    only(with_grant("quantity = 100\ngate = \"ipo\"\n[[evnt]]\nid = \"ipo\"\n"), "8:3 unknown-key");
    only(with_grant(
             "ownership = \"1%\"\n[stock]\nkind = \"private\"\nprice = 1\nas_of = 2026-01-02\nfully_dilutd = 5\n"),
         "11:1 unknown-key");
    // What has nothing to do with it is still told.
    CHECK(offer(with_grant("quantity = 100\ninstrment = \"rsu\"\ngate = \"ipo\"\n")).has("8:8 unknown-event"));
}

TEST_CASE("an unknown key is explained by the table it belongs in, or by all keys of its own") {
    const auto help = [](const std::string& text) {
        const auto outcome = offer(text);
        CAPTURE(outcome.problems);
        REQUIRE(outcome.helps.size() == 1);
        return outcome.helps[0];
    };
    CHECK(help(with_top("salry = 1\n")) == "did you mean `salary` in [base]?");
    CHECK(help(with_top("salary = 1\n")) == "`salary` belongs in [base]");
    CHECK(help(with_top("exercise_price = 1\n")) == "write [[grant]] on a line of its own and `strike = 1` below it");
    CHECK(help(with_top("[base]\nsalary = 1\nsymbl = \"A\"\n")) == "did you mean `symbol` in [stock]?");
    CHECK(help(with_grant("quantity = 100\ncliff = \"1 year\"\n")) ==
          "`cliff` belongs in `vesting` or [[grant.segment]]");
    // All keys of a table are told, as many as fill eight lines.
    const std::string many = help(with_top("xyzzy = 1\n"));
    CHECK(many.starts_with("the keys here are `company`, `role`, "));
    CHECK(many.ends_with(" and `market`"));
    CHECK(many.size() <= 560);
}

TEST_CASE("a segment's gate that names no event is reported at the gate") {
    const auto outcome =
        offer(with_top("[[grant]]\nquantity = 100\n[[grant.segment]]\nportion = \"50%\"\nover = \"1 year\"\n"
                       "[[grant.segment]]\nportion = \"50%\"\nover = \"1 year\"\ngate = [\"ipo\", \"ip\"]\n"
                       "[[event]]\nid = \"ipo\"\n"));
    CAPTURE(outcome.problems);
    CHECK(outcome.only("12:16 unknown-event"));
    CHECK(outcome.helps == std::vector<std::string>{"did you mean `ipo`?"});
}

TEST_CASE("overlapping leaves of absence are reported once for each, not once for each pair") {
    std::string text;
    for (int i = 0; i < 60; ++i) {
        text += "[[leave_of_absence]]\nfrom = 2027-01-01\nto = 2027-02-01\ntreatment = \"extend\"\n";
    }
    CHECK(offer(with_top(text)).problems.size() == 59);
}

TEST_CASE("a file with very many problems on one very long line is told of quickly and in part") {
    std::string text = with_top("base = { salary = 1");
    for (int i = 0; i < 50'000; ++i) {
        text += ", unknown_key_with_a_rather_long_name_for_a_key_" + std::to_string(i) + " = 1";
    }
    const auto outcome = offer(text + " }\n");
    REQUIRE(outcome.problems.size() == 201);
    // The whole file's own line is without a place, and comes last.
    CHECK(outcome.problems.back() == "0:0 more-problems: 49,800 more problems in this file");
    CHECK(std::count_if(outcome.problems.begin(), outcome.problems.end(),
                        [](const auto& problem) { return problem.starts_with("4:"); }) == 200);
}

TEST_CASE("terms of a clawback that cannot go together are reported where the later one stands") {
    const auto clawback = [](const std::string& terms) {
        return offer(with_top("[[sign_on]]\namount = 5\nclawback = { " + terms + " }\n"));
    };
    const std::string steps = "steps = [[\"12 months\", \"100%\"], [\"24 months\", \"50%\"]]";
    CHECK(clawback("rule = \"steps\", " + steps).problems.empty());
    CHECK(clawback("rule = \"steps\", within = \"2 years\", " + steps).problems.empty());
    CHECK(clawback("rule = \"steps\", within = \"1 year\", " + steps).only("6:39 conflict"));
    CHECK(clawback("rule = \"steps\"").only("6:12 missing-key"));
    CHECK(clawback(steps).only("6:14 out-of-place"));
    CHECK(clawback("rule = \"full\", " + steps).only("6:29 out-of-place"));
    CHECK(clawback("rule = \"full\", full_for = \"6 months\"").only("6:29 conflict"));
    CHECK(clawback("rule = \"steps\", full_for = \"6 months\", " + steps).only("6:30 conflict"));
    CHECK(clawback("rule = \"prorated\", full_for = \"6 months\"").problems.empty());
    CHECK(clawback("full_for = \"12 months\"").problems.empty());
    CHECK(clawback("full_for = \"13 months\"").only("6:25 wrong-order"));
    CHECK(clawback("within = \"24 months\", full_for = \"90 days\"").only("6:47 mixed-units"));
    CHECK(clawback("rule = \"steps\", steps = [[\"12 months\", 0.5], [\"12 months\", 0.2]]").only("6:60 wrong-order"));
    CHECK(clawback("rule = \"steps\", steps = [[\"12 months\", 0.5], [\"24 months\", 0.7]]").only("6:73 wrong-order"));
    CHECK(clawback("rule = \"steps\", steps = [[\"90 days\", 0.5], [\"12 months\", 0.2]]").only("6:58 mixed-units"));
    CHECK(clawback("within = \"24 months\", full_for = \"90 days\"").helps.front() ==
          "write `full_for = \"3 months\"` with `within = \"2 years\"`, or `full_for = \"90 days\"` with `within = "
          "\"730 days\"`");
    CHECK(clawback("rule = \"steps\", steps = [[\"90 days\", 0.5], [\"12 months\", \"1/3\"]]").helps.front() ==
          "write `steps = [[\"90 days\", \"50%\"], [\"365 days\", \"1/3\"]]`");
    // 12 months and 370 days are both a year in months.
    CHECK(clawback("rule = \"steps\", steps = [[\"12 months\", 1], [\"370 days\", 0.5]]").helps.front() ==
          "write `steps = [[\"365 days\", \"100%\"], [\"370 days\", \"50%\"]]`");
    CHECK(clawback("rule = \"steps\", steps = [[\"0 months\", 0.5]]").only("6:40 wrong-order"));
    CHECK(clawback("rule = \"steps\", steps = [[\"1 month\", \"120%\"]]").only("6:51 bad-rate"));
    CHECK(clawback("rule = \"steps\", steps = [\"1 month\"]").only("6:39 wrong-type"));
    CHECK(clawback("rule = \"steps\", steps = []").only("6:38 wrong-type"));
    CHECK(clawback("share = \"101%\"").only("6:22 bad-rate"));
    CHECK(clawback(
              "rule = \"steps\", steps = [[\"1 year\", \"1/999983\"], [\"2 years\", \"1/1000003\"]], share = \"1/7\"")
              .only("6:38 bad-rate"));
}

TEST_CASE("severance, holidays and a ban on competing reach the model, in the unit they are written in") {
    const auto outcome =
        offer(with_top("[leaving]\nnon_compete = \"6 weeks\"\nnon_compete_pay = \"50%\"\nseverance = \"14 "
                       "days\"\nunused_holiday_days = 8.5\n"));
    REQUIRE(outcome.problems.empty());
    const auto& leaving = *outcome.offer->leaving;
    CHECK(leaving.non_compete->value.in_weeks);
    CHECK(years_of(leaving.non_compete->value) == *quantity::Fraction::of(6, 52));
    CHECK(to_string(leaving.non_compete->value) == "6 weeks");
    CHECK(years_of(leaving.severance->value) == *quantity::Fraction::of(14, 365));
    CHECK(leaving.severance_for == std::vector{model::LeavingReason::without_cause});
    CHECK(leaving.unused_holiday_days->value == *quantity::Number::of(17, 2));
    const auto assumed = [&](const reading::Outcome& read) {
        return std::any_of(read.offer->assumptions.begin(), read.offer->assumptions.end(),
                           [](const auto& each) { return each.key == "leaving.severance_for"; });
    };
    CHECK(assumed(outcome));
    const auto named = offer(with_top("[leaving]\nseverance = \"1 month\"\nseverance_for = \"good_reason\"\n"));
    CHECK(named.offer->leaving->severance_for == std::vector{model::LeavingReason::good_reason});
    CHECK_FALSE(assumed(named));
    CHECK(offer(with_top("[leaving]\nseverance_for = \"death\"\n")).only("5:1 out-of-place"));
    CHECK(offer(with_top("[leaving]\nunused_holiday_days = 400\n")).only("5:23 bad-number"));
    CHECK(offer(with_top("[leaving]\nunused_holiday_days = -1\n")).only("5:23 bad-number"));
    CHECK(offer(with_top("[leaving]\nseverance = 3\n")).only("5:13 wrong-type"));
}

TEST_CASE("an offer at a place that nobody knows is not read") {
    const auto outcome = offer(with_top("place = \"nowhere\"\n"));
    CHECK_FALSE(outcome.offer.has_value());
    CHECK(outcome.has("4:9 unknown-profile"));
}

TEST_CASE("a grant that says its shares and their part tells how many shares the company has, to within 1%") {
    const auto read = [](const std::string& shares, const std::string& part, const std::string& stock) {
        return offer(with_grant("quantity = " + shares + "\nownership = \"" + part +
                                "\"\n[stock]\nkind = \"private\"\n" + "price = 1\n" + stock));
    };
    // Half of a million are 500,000; a part in a hundred of that is 5,000.
    for (const std::string fits : {"500_000", "505_000", "495_000"}) {
        CAPTURE(fits);
        CHECK(read(fits, "50%", "fully_diluted = 1_000_000\n").problems.empty());
    }
    for (const std::string differs : {"505_001", "494_999"}) {
        CAPTURE(differs);
        const auto warned = read(differs, "50%", "fully_diluted = 1_000_000\n");
        CHECK(warned.only("7:13 ownership-differs"));
        CHECK(warned.offer.has_value());
    }
    CHECK(read("400_000", "50%", "fully_diluted = 1_000_000\n")
              .problems.at(0)
              .ends_with("400,000 of 1,000,000 shares are 40%, and the letter says 50%"));
    CHECK(read("100_000", "2/3", "fully_diluted = 300_000\n")
              .problems.at(0)
              .ends_with("100,000 of 300,000 shares are 33.3333%, and the letter says 66.6667%"));
    // 10 / (3/10) are 33 1/3, of which the nearest is 33; 11 / (2/3) are 16.5.
    CHECK(assumed(*read("10", "30%", "").offer, "stock.fully_diluted") == "33");
    CHECK(assumed(*read("11", "2/3", "").offer, "stock.fully_diluted") == "17");
    CHECK(assumed(*read("10", "0%", "").offer, "stock.fully_diluted") == "(none)");
    CHECK(assumed(*read("10", "30%", "fully_diluted = 33\n").offer, "stock.fully_diluted") == "(none)");
    // The first grant that says both counts; another that says otherwise is warned of.
    const std::string second = "[[grant]]\nquantity = 10\nownership = \"50%\"\nvesting = \"even-yearly\"\n";
    CHECK(read("10", "10%", second).has("13:13 ownership-differs"));
    CHECK(assumed(*read("10", "10%", second).offer, "stock.fully_diluted") == "100");
    // A part so fine that no company has as many shares is passed over, and the next one counts: twice 10.
    const auto fine = read("1_000_000_000_000", "1/1000000007", second);
    CAPTURE(fine.problems);
    REQUIRE(fine.offer);
    CHECK(assumed(*fine.offer, "stock.fully_diluted") == "20");
    CHECK_FALSE(
        offer(with_grant("quantity = 10\nownership = \"10%\"\n[stock]\nprice = 1\n")).offer->stock->fully_diluted);
}

TEST_CASE("leaves of absence go by their days, and of two that overlap the later one in the file is told") {
    const auto leaves = [](const std::vector<std::pair<std::string, std::string>>& all) {
        std::string text;
        for (const auto& [from, to] : all) {
            text += "[[leave_of_absence]]\nfrom = " + from + "\nto = " + to + "\n";
        }
        return offer(with_top(text));
    };
    const auto sorted = leaves({{"2028-01-01", "2028-02-01"}, {"2027-01-01", "2027-02-01"}});
    REQUIRE(sorted.problems.empty());
    CHECK(sorted.offer->leaves_of_absence[0].from == day(2027, 1, 1));
    CHECK(sorted.offer->leaves_of_absence[0].to == day(2027, 2, 1));
    CHECK(sorted.offer->leaves_of_absence[0].treatment == model::LeaveTreatment::none);
    CHECK(leaves({{"2027-01-01", "2027-01-02"}}).problems.empty());
    // Lines 4 to 6 hold the first, 7 to 9 the second.
    CHECK(leaves({{"2027-01-01", "2027-03-01"}, {"2027-02-01", "2027-04-01"}}).only("8:8 wrong-order"));
    CHECK(leaves({{"2027-02-01", "2027-04-01"}, {"2027-01-01", "2027-03-01"}}).only("8:8 wrong-order"));
    // A short one inside a long one does not end it.
    CHECK(leaves({{"2027-01-01", "2027-12-01"}, {"2027-02-01", "2027-03-01"}, {"2027-06-01", "2027-07-01"}})
              .problems.size() == 2);
    CHECK(offer(with_top("[[leave_of_absence]]\nfrom = 2027-01-01\n")).only("4:1 missing-key"));
    CHECK(offer(with_top("[[leave_of_absence]]\nto = 2027-01-01\n")).only("4:1 missing-key"));
    const std::string leave = "[[leave_of_absence]]\nfrom = 2027-01-01\nto = 2027-02-01\n";
    CHECK(assumed(*offer(with_top(leave + "[base]\nsalary = 1\n")).offer, "leave_of_absence.pay") == "unchanged");
    CHECK(assumed(*offer(with_top(leave)).offer, "leave_of_absence.pay") == "(none)");
    CHECK(assumed(*offer(with_top("[base]\nsalary = 1\n")).offer, "leave_of_absence.pay") == "(none)");
}

TEST_CASE("an event is one word, comes once, and has a day or comes after another") {
    const auto event = [](const std::string& keys) { return offer(with_top("[[event]]\n" + keys)); };
    for (const std::string id : {"two words", "a+b", "a=b"}) {
        CAPTURE(id);
        CHECK(event("id = \"" + id + "\"\n").only("5:6 bad-text"));
    }
    CHECK(event("id = \"change_of_control-2\"\n").problems.empty());
    CHECK(event("date = 2027-01-01\n").only("4:1 missing-key"));
    const auto read = event("id = \"ipo\"\ndate = 2027-06-01\nchance = \"40%\"\ndeadline = 2028-01-01\n");
    REQUIRE(read.problems.empty());
    CHECK(read.offer->events.at(0).chance == quantity::Rate::of(2, 5));
    CHECK(read.offer->events[0].deadline == day(2028, 1, 1));
    CHECK(event("id = \"ipo\"\n[[event]]\nid = \"lock\"\nafter = { plus = \"1 month\" }\n").only("8:9 missing-key"));
    CHECK(event("id = \"ipo\"\n[[event]]\nid = \"lock\"\nafter = { event = \"ipo\", plus = \"soon\" }\n")
              .only("8:33 bad-period"));
}

TEST_CASE("a ban on competing pays nothing unless it says so, which matters only where there is one") {
    const auto leaving = [](const std::string& keys) { return offer(with_top("[leaving]\n" + keys)); };
    CHECK(assumed(*leaving("non_compete = \"6 months\"\n").offer, "leaving.non_compete_pay") == "0%");
    CHECK(assumed(*leaving("notice = \"1 month\"\n").offer, "leaving.non_compete_pay") == "(none)");
    CHECK(leaving("non_compete_pay = \"50%\"\n").offer->leaving->non_compete_pay == *quantity::Rate::of(1, 2));
    CHECK(leaving("notice = \"1 month\"\n").offer->leaving->notice == calendar::Period::months(1));
    CHECK_FALSE(leaving("notice = \"1 month\"\n").offer->leaving->severance);
    CHECK(leaving("unused_holiday_days = 0\n").problems.empty());
    CHECK(leaving("unused_holiday_days = 366\n").problems.empty());
    CHECK(leaving("unused_holiday_days = 366.5\n").only("5:23 bad-number"));
    CHECK_FALSE(offer(with_top("")).offer->leaving);
}

TEST_CASE("while interviewing an offer has a stage or a chance, and open days; later it has neither") {
    const std::string interviewing = "evidence = \"process\"\n";
    const std::string stage = "onsite";
    const auto with_stage = offer(with_top(interviewing + "stage = \"" + stage + "\"\nopen_days = 12\n"));
    REQUIRE(with_stage.problems.empty());
    CHECK(with_stage.offer->stage == model::Stage::onsite);
    CHECK(with_stage.offer->open_days->value == 12);
    CHECK(offer(with_top(interviewing + "chance = \"40%\"\n")).problems.empty());
    CHECK_FALSE(offer(with_top(interviewing + "chance = \"40%\"\n")).offer->stage);
    const auto written = offer(with_top("stage = \"" + stage + "\"\nopen_days = 12\n"));
    REQUIRE(written.offer.has_value());
    CHECK_FALSE(written.offer->stage);
    CHECK_FALSE(written.offer->open_days);
    CHECK(offer(with_top("kind = \"search\"\n[base]\nsalary = 1\n")).only("1:1 missing-key"));
    CHECK(offer(with_top("kind = \"search\"\nchance = \"40%\"\n")).only("1:1 missing-key"));
    // A last day is compared with a first day that can be read alone.
    CHECK(offer("company = \"Acme\"\ncurrency = \"USD\"\nstart = \"soon\"\nend = 1999-01-01\n").only("3:9 wrong-type"));
    CHECK(offer(with_top("received = 2026-02-02\ndecide_by = 2026-02-02\n")).problems.empty());
}

TEST_CASE("a letter's total is that of the first year, unless it says of what") {
    const auto total = offer(with_top("letter_total = { amount = 330_000 }\n"));
    REQUIRE(total.problems.empty());
    CHECK(quantity::to_plain(total.offer->letter_total->amount) == "330000");
    CHECK(total.offer->letter_total->means == model::Definition::first_year);
    // "everything" is no definition of ours.
    CHECK_FALSE(offer(with_top("letter_total = { amount = 5, means = \"everything\" }\n")).offer->letter_total->means);
    CHECK(offer(with_top("letter_total = { means = \"target\" }\n")).only("4:16 missing-key"));
    CHECK(offer(with_top("letter_total = { amount = 5, means = \"all\" }\n")).only("4:38 unknown-word"));
}

TEST_CASE("a level needs its ladder and its name, and one that is far from all is told which there are") {
    CHECK(offer(with_top("[level]\nladder = \"google\"\n")).only("4:1 missing-key"));
    CHECK(offer(with_top("[level]\nname = \"L4\"\n")).only("4:1 missing-key"));
    CHECK(offer(with_top("[level]\nladder = \"google\"\nname = \"L4\"\n")).offer->profiles.size() == 1);
    const auto far = offer(with_top("[level]\nladder = \"google\"\nname = \"Wizard of the house\"\n"));
    REQUIRE(far.only("6:8 unknown-level"));
    CHECK(far.helps[0].starts_with("it has `L"));
}
