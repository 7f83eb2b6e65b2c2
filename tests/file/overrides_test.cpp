#include <string>
#include <vector>

#include <support/catch.hpp>

#include "file/reading.hpp"

using namespace offerkit;
using reading::offer;
using reading::with_top;

namespace {

const std::string offer_text = with_top(R"([base]
salary = 100
[bonus]
target = "10%"
[[sign_on]]
amount = 40
[stock]
price = 10
[[grant]]
id = "new-hire"
value = 1_000
conversion = { price = 20 }
vesting = { over = "4 years", every = "3 months" }
[[event]]
id = "ipo"
)");

model::Offer set(const std::string& setting) {
    const auto outcome = offer(offer_text, {setting});
    CAPTURE(setting, outcome.problems);
    REQUIRE(outcome.offer);
    return *outcome.offer;
}

std::string salary(const model::Offer& read) { return quantity::to_plain(read.base->rate.value); }

}  // namespace

TEST_CASE("a setting replaces a value as if the file said so") {
    CHECK(salary(set("base.salary=200000.50")) == "200000.50");
    CHECK(set("role=C# Engineer").role == "C# Engineer");
    CHECK(set("role=\"Engineer\"").role == "Engineer");
    CHECK(std::get<quantity::Rate>(set("bonus.target=20%").bonuses[0].target) == *quantity::Rate::of(1, 5));
    CHECK(std::get<quantity::Rate>(set("bonus[0].target=20%").bonuses[0].target) == *quantity::Rate::of(1, 5));
    CHECK(set("sign_on[0].amount=0").sign_ons[0].amount.value.is_zero());
    CHECK(quantity::to_plain(std::get<model::ValueGrant>(set("grant.new-hire.value=300").grants[0].amount).value) ==
          "300");
    CHECK(quantity::to_plain(std::get<model::ValueGrant>(set("grant[0].value=300").grants[0].amount).value) == "300");
    CHECK(set("event.ipo.date=2027-06-01").events[0].date == calendar::Date::of(2027, 6, 1));
    CHECK(set("grant.new-hire.vesting.every=\"1 month\"").grants[0].vesting.segments[0].every ==
          calendar::Period::months(1));
    CHECK(set("start=2027-01-01").start.value == *calendar::Date::of(2027, 1, 1));
}

TEST_CASE("a missing table is created, and a list grows by one at its end") {
    CHECK(quantity::to_plain(set("benefits.health=12").benefits.health->value) == "12");
    CHECK(set("sign_on[1].amount=7").sign_ons.size() == 2);
    CHECK(set("fx.EUR/USD=1.1").fx.rates.size() == 1);
    CHECK(set("fx.\"EUR/USD\"=1.1").fx.rates.size() == 1);
    CHECK(set("factors.growth=8").factors.size() == 1);
    CHECK(set("band.base.max=5").band->base.max.has_value());
}

TEST_CASE("setting one way of saying how much removes the others") {
    CHECK(std::get<model::QuantityGrant>(set("grant.new-hire.quantity=10").grants[0].amount).shares == 10);
    CHECK(set("base.hourly=95").base->basis == model::Base::Basis::hourly);
    CHECK(std::holds_alternative<quantity::Money>(set("bonus.amount=5").bonuses[0].target));
    CHECK(set("grant.new-hire.vesting.yearly=[\"50%\", \"50%\"]").grants[0].vesting.segments.size() == 2);
}

TEST_CASE("where a grant says its shares and the part they are, setting one keeps the other in proportion") {
    const std::string text =
        "company = \"A\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[stock]\nkind = \"private\"\nprice = "
        "1\n[[grant]]\nid "
        "= \"g\"\nquantity = 30_000\nownership = \"0.3%\"\nvesting = \"even-yearly\"\n";
    const auto moved = [&](const std::string& setting) {
        const auto read = offer(text, {setting});
        REQUIRE(read.problems.empty());
        // The company is as large as before.
        CHECK(read.offer->stock->fully_diluted == 10'000'000);
        return std::get<model::QuantityGrant>(read.offer->grants[0].amount);
    };
    const auto more = moved("grant.g.quantity=60_000");
    CHECK(more.shares == 60'000);
    CHECK(more.ownership->value == *quantity::Rate::of(6, 1'000));
    const auto part = moved("grant.g.ownership=0.1%");
    CHECK(part.shares == 10'000);
    CHECK(part.ownership->value == *quantity::Rate::of(1, 1'000));
    CHECK(std::holds_alternative<model::ValueGrant>(offer(text, {"grant.g.value=5"}).offer->grants[0].amount));
    // What cannot be read is reported as ever.
    CHECK(offer(text, {"grant.g.quantity=many"}).problems.size() == 1);
}

TEST_CASE("an event has a date or comes after another: setting one removes the other") {
    const std::string text =
        "company = \"A\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[[event]]\nid = \"ipo\"\ndate = "
        "2027-06-01\n[[event]]\nid = \"lock\"\nafter = { event = \"ipo\", plus = \"6 months\" }\n";
    const auto date_after = [&](const std::string& setting) { return offer(text, {setting}).offer->events[1].date; };
    CHECK(date_after("event.ipo.date=2028-01-01") == calendar::Date::of(2028, 7, 1));
    CHECK(date_after("event.lock.date=2028-01-01") == calendar::Date::of(2028, 1, 1));
    CHECK(date_after("event.lock.after.plus=\"1 month\"") == calendar::Date::of(2027, 7, 1));
}

TEST_CASE("a setting concerns the files it names, by their name as given or its last part") {
    const auto for_file = [](const std::string& setting, const std::string& name) {
        return salary(*offer(offer_text, {setting}, {}, name).offer);
    };
    CHECK(for_file("acme.toml:base.salary=5", "acme.toml") == "5");
    CHECK(for_file("acme.toml:base.salary=5", "offers/acme.toml") == "5");
    CHECK(for_file("offers/acme.toml:base.salary=5", "offers/acme.toml") == "5");
    CHECK(for_file("acme.toml:base.salary=5", "other.toml") == "100");
    CHECK(for_file("me.toml:base.salary=5", "acme.toml") == "100");
}

TEST_CASE("a value that is wrong, and a path that leads nowhere, are placed in the setting") {
    const auto problem = [](const std::string& setting) {
        const auto outcome = offer(offer_text, {setting});
        CAPTURE(setting, outcome.problems);
        REQUIRE(outcome.problems.size() == 1);
        CHECK(outcome.source_names[0] == "--set");
        CHECK(outcome.problems[0].starts_with("1:1 "));
        CHECK_FALSE(outcome.offer);
        return outcome.helps[0];
    };
    CHECK(problem("base.salry=1") == "did you mean `salary`?");
    CHECK(problem("bse.salary=1") == "did you mean `base`?");
    CHECK(problem("grant.newhire.value=1") == "did you mean `new-hire`?");
    CHECK(problem("sign_on[3].amount=5") == "it has 1 of them; they are counted from 0");
    CHECK(problem("leave_of_absence.x.to=5") ==
          "the file has none of leave_of_absence; leave_of_absence[0] would begin one");
    CHECK(problem("base.salary=-1") == "write it without the minus sign: `salary = 1`");
    CHECK(problem("salry=1") == "did you mean `salary` in [base]?");
    CHECK(problem("base.salary=abc") == "write `salary = 182_000`");
    CHECK(problem("company.x=1") == "set it whole: company=\"Northwind AI\"");
    CHECK(problem("base[0].salary=1") == "leave out [0]");
    for (const std::string setting :
         {"a..b=1", ".a=1", "a.=1", "[0]=1", "a[x]=1", "a[0=1", "a[-1]=1", "a[0]b=1", "a[99999999999999999999]=1"}) {
        CHECK(problem(setting) == "write such as base.salary, grant.new-hire.value or sign_on[0].amount");
    }
}

TEST_CASE("an argument that is no setting is reported and changes nothing") {
    for (const std::string setting : {"", "base.salary", "=5"}) {
        const auto outcome = offer(offer_text, {setting});
        CAPTURE(setting);
        CHECK(outcome.only("1:1 bad-override"));
    }
    CHECK(offer(offer_text, {"role=\"\xFF\""}).only("1:1 bad-override"));
    CHECK(offer(offer_text, {"role=" + std::string(100'000, '[')}).only("1:1 bad-override"));
}

TEST_CASE("settings apply in their order") {
    CHECK(salary(*offer(offer_text, {"base.salary=1", "base.salary=2"}).offer) == "2");
}

TEST_CASE("a path that leads nowhere leaves nothing behind, so that it is one problem") {
    for (const char* setting : {"base.salry=1", "stock.prce=1", "refresher.vesting.ovr=1", "sign_on[0].amont=1"}) {
        const auto outcome = offer(with_top(""), {setting});
        CAPTURE(setting, outcome.problems);
        CHECK(outcome.only("1:1 bad-override"));
    }
}

TEST_CASE("a list is reached by an id, a name or a place, and its only table without any") {
    const auto read = [](const std::string& text, const std::string& setting) {
        const auto outcome = offer(with_top(text), {setting});
        CAPTURE(setting, outcome.problems);
        REQUIRE(outcome.problems.empty());
        return *outcome.offer;
    };
    const std::string two = "[[cost]]\nname = \"Move\"\namount = 1\n[[cost]]\nname = \"Rent\"\namount = 2\n";
    const auto amounts = [&](const std::string& setting) {
        const auto costs = read(two, setting).costs;
        std::string text;
        for (const auto& cost : costs) {
            text += (text.empty() ? "" : " ") + quantity::to_plain(cost.amount);
        }
        return text;
    };
    CHECK(amounts("cost.Move.amount=9") == "9 2");
    CHECK(amounts("cost.Rent.amount=9") == "1 9");
    CHECK(amounts("cost[0].amount=9") == "9 2");
    CHECK(amounts("cost[1].amount=9") == "1 9");
    CHECK(amounts("cost[2]={ name = \"Car\", amount = 9 }") == "1 2 9");
    CHECK(amounts("cost[0]={ name = \"Car\", amount = 9 }") == "9 2");
    const std::string grant = "[[grant]]\nquantity = 1\nvesting = \"even-yearly\"\n";
    const auto shares = [&](const std::string& setting) {
        std::string text;
        for (const auto& each : read(grant + grant, setting).grants) {
            text += (text.empty() ? "" : " ") + std::to_string(std::get<model::QuantityGrant>(each.amount).shares);
        }
        return text;
    };
    // A grant without an id is called by its place, counted from 1.
    CHECK(shares("grant.grant-1.quantity=9") == "9 1");
    CHECK(shares("grant.grant-2.quantity=9") == "1 9");
    CHECK(offer(with_top(grant + grant), {"grant.grant-3.quantity=9"}).only("1:1 bad-override"));
    CHECK(quantity::to_plain(read("[[cost]]\nname = \"Move\"\namount = 1\n", "cost.amount=9").costs[0].amount) == "9");
    CHECK(offer(with_top(two), {"cost.amount=9"}).only("1:1 bad-override"));
}

TEST_CASE("what a path cannot reach is told with what is there") {
    const auto help = [](const std::string& text, const std::string& setting) {
        const auto outcome = offer(with_top(text), {setting});
        CAPTURE(setting, outcome.problems);
        REQUIRE(outcome.has("1:1 bad-override"));
        return outcome.problems[0].substr(18) + "; " + outcome.helps[0];
    };
    const std::string costs = "[[cost]]\nname = \"Move\"\namount = 1\n[[cost]]\nname = \"Rent\"\namount = 2\n";
    CHECK(help(costs, "cost.Zzz.amount=9") == "there is no `cost.Zzz` in acme.toml; there are `Move` and `Rent`");
    CHECK(help(costs, "cost[3].amount=9") ==
          "there is no `cost[3]` in acme.toml; it has 2 of them; they are counted from 0");
    const std::string grant = "[[grant]]\nquantity = 1\nvesting = \"even-yearly\"\n";
    CHECK(help(grant + grant, "grant.zzz.quantity=9") ==
          "there is no `grant.zzz` in acme.toml; name it by its place: grant[0]");
    CHECK(help("", "role.x=1") == "`role` holds no keys; set it whole: role=\"Machine Learning Engineer\"");
    CHECK(help("", "salry=1").starts_with("there is no `salry` in an offer; "));
    CHECK(help("[base]\nsalary = 1\n", "base.salry=1").starts_with("there is no `salry` in `base`; "));
    CHECK(help("base = 5\n", "base.salary=1")
              .starts_with("`base` is a number in acme.toml, and holds no keys; set it whole"));
    CHECK(help("cost = [1]\n", "cost[0].amount=9") == "`cost[0]` is a number in acme.toml; it should be a table");
    CHECK(help("", "leave_of_absence.x.to=2027-01-01") ==
          "there is no `leave_of_absence.x` in acme.toml; the file has none of leave_of_absence; leave_of_absence[0] "
          "would "
          "begin one");
    CHECK(help("", "base[1].salary=1") == "`base` is one table, not several; leave out [1]");
}

TEST_CASE("one bonus may be called by its place, and another by the next") {
    const std::string bonus = "[bonus]\ntarget = \"10%\"\n";
    CHECK(offer(with_top(bonus), {"bonus[0].payout=50%"}).offer->bonuses[0].payout == *quantity::Rate::of(1, 2));
    CHECK_FALSE(offer(with_top(bonus), {"bonus[1].payout=50%"}).offer);
    // Where there is none, a place begins a list and a key a table.
    CHECK(offer(with_top(""), {"bonus[0].target=10%"}).offer->bonuses.size() == 1);
    CHECK(offer(with_top(""), {"bonus.target=10%"}).offer->bonuses.size() == 1);
    CHECK_FALSE(offer(with_top(""), {"bonus[1].target=10%"}).offer);
    CHECK_FALSE(offer(with_top(""), {"sign_on.amount=10"}).offer);
}

TEST_CASE("a setting is a path and a value, joined by the first `=` outside quotation marks") {
    CHECK(offer(with_top(""), {"role=a=b"}).offer->role == "a=b");
    CHECK(offer(with_top(""), {"role="}).problems.empty());
    CHECK(offer(with_top(""), {"factors.\"a=b\"=8"}).offer->factors.at(0).factor == "a=b");
    CHECK(offer(with_top(""), {"\"role=5"}).only("1:1 bad-override"));
    // A colon parts the file from the path; of several the last one does.
    CHECK(offer(with_top(""), {"c:acme.toml:role=X"}, {}, "c:acme.toml").offer->role == "X");
    CHECK(offer(with_top(""), {":role=X"}).offer->role == "X");
    // The place of a problem is the whole setting.
    CHECK(offer(with_top(""), {"role=\"unclosed"}).offer->role == "\"unclosed");
}

TEST_CASE("setting the part of a company keeps its shares in proportion, wherever both can be read") {
    const auto read = [](const std::string& amounts, const std::string& setting) {
        return offer(
            with_top("[stock]\nkind = \"private\"\nprice = 1\n[[grant]]\n" + amounts + "vesting = \"even-yearly\"\n"),
            {setting});
    };
    const auto shares = [](const reading::Outcome& outcome) {
        CAPTURE(outcome.problems);
        REQUIRE(outcome.offer.has_value());
        return std::get<model::QuantityGrant>(outcome.offer->grants.at(0).amount);
    };
    const std::string both = "quantity = 100\nownership = \"10%\"\n";
    // Of 1,000 shares a quarter are 250; a third is 333 1/3, of which 333 are whole.
    CHECK(shares(read(both, "grant[0].ownership=25%")).shares == 250);
    CHECK(shares(read(both, "grant[0].ownership=1/3")).shares == 333);
    CHECK(shares(read(both, "grant[0].quantity=1_000")).ownership->value == quantity::Rate{1});
    // More than all of the company is no part of it: the number alone is kept.
    CHECK_FALSE(shares(read(both, "grant[0].quantity=1_001")).ownership);
    CHECK_FALSE(shares(read("quantity = 100\nownership = \"0%\"\n", "grant[0].quantity=50")).ownership);
    CHECK(std::holds_alternative<model::OwnershipGrant>(
        offer(
            with_top("[stock]\nkind = \"private\"\nprice = 1\nfully_diluted = 9\n[[grant]]\nquantity = 100\nvesting = "
                     "\"even-yearly\"\n"),
            {"grant[0].ownership=25%"})
            .offer->grants.at(0)
            .amount));
    // What a share is of the company may be too fine to be kept: then the number alone is.
    const auto fine =
        shares(read("quantity = 9_007_199_254_740_993\nownership = 0.0000000000000001\n", "grant[0].quantity=50"));
    CHECK(fine.shares == 50);
    CHECK_FALSE(fine.ownership);
    // Other keys leave both alone.
    CHECK(shares(read(both, "grant[0].id=\"x\"")).shares == 100);
    CHECK(shares(read(both, "grant[0].id=\"x\"")).ownership->value == *quantity::Rate::of(1, 10));
}
