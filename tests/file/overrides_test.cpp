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
