// What one walks away with on a day, each by hand (docs/numbers.md, "Leaving").

#include <offerkit/value/leaving.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/leaving.hpp"

using namespace offerkit;
using leaving::Case;
using leaving::head;
using model::LeavingReason;
using offers::date;
using offers::text;
using quantity::Shares;

namespace {

std::string grant(const std::string& terms) { return leaving::stock + "[[grant]]\nid = \"g\"\n" + terms; }
/// 1,600 over four years, 400 at each anniversary.
const std::string yearly = grant("quantity = 1_600\nvesting = { over = \"4 years\", every = \"12 months\" }\n");
/// The same as options at 4.00, the share at 10.00.
const std::string options = grant(
    "instrument = \"nso\"\nstrike = 4\nquantity = 1_600\nvesting = { over = \"4 years\", every = \"12 months\" }\n");

using Split = std::vector<std::int64_t>;
Split shares_of(const value::Split& split) {
    return {split.vested.quantity.whole(), split.accelerated.quantity.whole(), split.forfeited.quantity.whole()};
}

}  // namespace

TEST_CASE("the job held now: leaving 2027-01-10 forfeits 812 shares and owes 17,500 of the retention bonus") {
    // "Cost of leaving": 125 + 237 + 450 of the three later grants, the first one fully vested; 120.00 a share.
    auto valuation = offers::valuation();
    valuation.as_of = date(2026, 1, 20);
    Case held{support::read_file(support::source_path("examples/job-held-now/current.toml")), valuation};
    const auto result = held.on(2027, 1, 10);
    std::vector<std::int64_t> forfeited;
    for (const auto& each : result.grants) {
        forfeited.push_back(each.split.forfeited.quantity.whole());
    }
    CHECK(forfeited == std::vector<std::int64_t>{0, 125, 237, 450});
    CHECK(result.all.forfeited.quantity == Shares{812});
    CHECK(text(result.all.forfeited.value) == "97,440.00");
    CHECK(text(result.clawback) == "17,500.00");
    CHECK(text(result.cost) == "114,940.00");
    CHECK(result.all.vested.quantity == Shares{1'600 + 275 + 183});
    // 25 + 27 + 225 on one day.
    REQUIRE(result.all.next.has_value());
    CHECK(result.all.next->date == date(2027, 3, 15));
    CHECK(result.all.next->quantity == Shares{277});
    CHECK(text(result.all.next->value) == "33,240.00");
}

TEST_CASE("what vests on the last day employed is yours, what vests the day after is not") {
    Case one{head + yearly};
    CHECK(shares_of(one.on(2027, 2, 28).all) == Split{0, 0, 1'600});
    CHECK(shares_of(one.on(2027, 3, 1).all) == Split{400, 0, 1'200});
    CHECK(shares_of(one.on(2030, 2, 28).all) == Split{1'200, 0, 400});
    CHECK(shares_of(one.on(2030, 3, 1).all) == Split{1'600, 0, 0});
    CHECK_FALSE(one.on(2030, 3, 1).all.next.has_value());
    CHECK(one.on(2030, 3, 1).cost.is_zero());
}

TEST_CASE("a schedule of the 31st vests on the last day of a month that has none") {
    Case late{"company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-08-31\n" +
              grant("quantity = 12\nvesting = { over = \"12 months\", every = \"1 month\" }\n")};
    CHECK(late.on(2026, 9, 29).all.vested.quantity == Shares{0});
    CHECK(late.on(2026, 9, 30).all.vested.quantity == Shares{1});
    CHECK(late.on(2027, 2, 27).all.vested.quantity == Shares{5});
    CHECK(late.on(2027, 2, 28).all.vested.quantity == Shares{6});
    CHECK(late.on(2027, 3, 30).all.vested.quantity == Shares{6});
}

TEST_CASE("all values are at the price of the day of leaving, on the curve that values everything") {
    // 10.00 doubling every 1461 / 4 days: 20.00 after 2 x 365.25 days cannot fall on a whole day, a step can.
    Case stepped{head +
                 "[stock]\nkind = \"public\"\nprice = 10.00\nas_of = 2026-01-01\n[[stock.path]]\non = "
                 "2027-06-01\nprice = 25.00\n[[grant]]\nid = \"g\"\nquantity = 1_600\nvesting = { over = \"4 "
                 "years\", every = \"12 months\" }\n"};
    CHECK(text(stepped.on(2027, 5, 31).all.forfeited.value) == "12,000.00");
    CHECK(text(stepped.on(2027, 6, 1).all.forfeited.value) == "30,000.00");
    CHECK(text(stepped.on(2027, 6, 1).all.vested.value) == "10,000.00");
    // What the next vest adds is at the price of its own day.
    CHECK(text(stepped.on(2027, 5, 31).all.next->value) == "10,000.00");
}

TEST_CASE("a private share is worth its fair value less the discount, when one leaves as well") {
    // 10.00 x 0.8 = 8.00, 1,600 of them; rounds to come change nothing of it.
    Case owned{head +
               "[stock]\nkind = \"private\"\nprice = 10\ndiscount = \"20%\"\ndilution = \"10%\"\nrounds = "
               "1\n[[grant]]\nid = \"g\"\nquantity = 1_600\nvesting = \"even-yearly\"\n"};
    CHECK(text(owned.on(2026, 6, 1).all.forfeited.value) == "12,800.00");
}

TEST_CASE("vested options: what can be exercised, what that costs, what it is worth, and until when") {
    Case held{head + options +
              "expires = \"10 years\"\n[[grant.termination_window]]\nreason = \"any\"\nperiod = \"90 "
              "days\"\n"};
    const auto result = held.on(2028, 9, 30);
    REQUIRE(result.options.size() == 1);
    const auto& option = result.options.front();
    CHECK(option.exercisable == Shares{800});
    CHECK(text(option.cost.value()) == "3,200.00");   // 800 x 4
    CHECK(text(option.value.value()) == "4,800.00");  // 800 x (10 - 4)
    CHECK(option.window.deadline == date(2028, 12, 29));
    CHECK(option.under_water == false);
    CHECK(text(result.all.forfeited.value) == "4,800.00");
    CHECK(text(result.to_exercise.cash) == "3,200.00");
    CHECK(result.to_exercise.options == Shares{800});
    CHECK(result.to_exercise.until == date(2028, 12, 29));
    CHECK_FALSE(result.costs_nothing());
}

TEST_CASE("options under water are worth nothing and still cost their strike") {
    const std::string deep = "instrument = \"iso\"\nquantity = 1_600\nvesting = \"even-yearly\"\n";
    Case under{head + grant("strike = 12\n" + deep)};
    const auto option = under.on(2027, 3, 1).options.front();
    CHECK(option.under_water == true);
    CHECK(option.value.value().is_zero());
    CHECK(text(option.cost.value()) == "4,800.00");
    CHECK_FALSE(option.window.deadline.has_value());
    // At the strike it is not under water, and worth nothing yet.
    Case level{head + grant("strike = 10\n" + deep)};
    CHECK(level.on(2027, 3, 1).options.front().under_water == false);
    CHECK(level.on(2027, 3, 1).options.front().value.value().is_zero());
}

TEST_CASE("phantom shares without a strike are worth their whole price and are no options") {
    Case whole{head + leaving::stock +
               "[[grant]]\nid = \"g\"\ninstrument = \"phantom\"\nquantity = 1_600\nvesting = { over = \"4 years\", "
               "every = \"3 months\" }\n"};
    const auto result = whole.on(2026, 6, 1);
    CHECK(text(result.all.vested.value) == "1,000.00");
    CHECK(text(result.all.forfeited.value) == "15,000.00");
    CHECK(result.options.empty());
}

TEST_CASE("options without a strike can be exercised until a day, for a price that nobody knows yet") {
    Case unset{head + grant("instrument = \"nso\"\nquantity = 1_600\nvesting = \"even-yearly\"\n"
                            "[[grant.termination_window]]\nreason = \"any\"\nperiod = \"90 days\"\n")};
    const auto result = unset.on(2028, 9, 30);
    REQUIRE(result.options.size() == 1);
    const auto& option = result.options.front();
    CHECK(option.exercisable == Shares{800});
    CHECK_FALSE(option.cost.has_value());
    CHECK_FALSE(option.value.has_value());
    CHECK_FALSE(option.under_water.has_value());
    CHECK(option.window.deadline == date(2028, 12, 29));
    CHECK(result.to_exercise.options == Shares{800});
    CHECK(result.to_exercise.no_strike == Shares{800});
    CHECK(result.to_exercise.cash.is_zero());
    CHECK_FALSE(result.costs_nothing());
}

TEST_CASE("options without a price cost their strike, and their worth is not known") {
    const std::string no_price = "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n";
    Case unpriced{no_price +
                  "[[grant]]\nid = \"g\"\ninstrument = \"nso\"\nstrike = 4\nquantity = 1_600\nvesting = "
                  "\"even-yearly\"\n"};
    const auto result = unpriced.on(2028, 9, 30);
    REQUIRE(result.options.size() == 1);
    CHECK(text(result.options.front().cost.value()) == "3,200.00");
    CHECK_FALSE(result.options.front().value.has_value());
    CHECK(result.to_exercise.no_strike.is_zero());
}

TEST_CASE("rights to a gain cost nothing to exercise") {
    Case sar{head + grant("instrument = \"sar\"\nstrike = 4\nquantity = 1_600\nvesting = \"even-yearly\"\n")};
    const auto option = sar.on(2027, 3, 1).options.front();
    CHECK(option.exercisable == Shares{400});
    CHECK(option.cost.value().is_zero());
    CHECK(text(option.value.value()) == "2,400.00");
}

TEST_CASE("options that have expired are worth nothing on leaving") {
    Case old{head + options + "expires = { after = \"5 years\", day_before = true }\n"};
    const auto last = old.on(2031, 2, 28);
    CHECK(last.options.front().exercisable == Shares{1'600});
    CHECK_FALSE(last.options.front().expired);
    const auto after = old.on(2031, 3, 1);
    CHECK(after.options.front().expired);
    CHECK(after.options.front().exercisable == Shares{0});
    CHECK(after.all.vested.quantity == Shares{1'600});
    CHECK(after.all.vested.value.is_zero());
}

TEST_CASE("death and disability bring what their acceleration says, other reasons nothing") {
    Case insured{head + yearly +
                 "[[grant.acceleration]]\ntrigger = \"death\"\n[[grant.acceleration]]\ntrigger = "
                 "\"disability\"\namount = \"50%\"\norder = \"soonest\"\n"};
    CHECK(shares_of(insured.on(2027, 6, 1, LeavingReason::death).all) == Split{400, 1'200, 0});
    CHECK(text(insured.on(2027, 6, 1, LeavingReason::death).all.accelerated.value) == "12,000.00");
    CHECK(shares_of(insured.on(2027, 6, 1, LeavingReason::disability).all) == Split{400, 600, 600});
    CHECK(shares_of(insured.on(2027, 6, 1, LeavingReason::without_cause).all) == Split{400, 0, 1'200});
    CHECK(shares_of(insured.on(2027, 6, 1).all) == Split{400, 0, 1'200});
}

TEST_CASE("a double trigger pays to those who are let go inside its window, and to nobody else") {
    Case sold{head + yearly +
              "[[grant.acceleration]]\ntrigger = \"double\"\nevent = \"sale\"\nwithin = \"12 "
              "months\"\n[[event]]\nid = \"sale\"\ndate = 2027-06-01\n"};
    CHECK(shares_of(sold.on(2027, 6, 1, LeavingReason::without_cause).all) == Split{400, 1'200, 0});
    CHECK(shares_of(sold.on(2028, 1, 1, LeavingReason::good_reason).all) == Split{400, 1'200, 0});
    CHECK(shares_of(sold.on(2028, 1, 1, LeavingReason::voluntary).all) == Split{400, 0, 1'200});
    CHECK(shares_of(sold.on(2028, 1, 1, LeavingReason::with_cause).all) == Split{400, 0, 1'200});
    // Two years on, half of it has vested by itself, and the window is over.
    CHECK(shares_of(sold.on(2029, 1, 1, LeavingReason::without_cause).all) == Split{800, 0, 800});
}

TEST_CASE("being dismissed for cause takes vested shares where the grant says so") {
    Case strict{head + options + "forfeits_vested = [\"with_cause\"]\n"};
    const auto result = strict.on(2028, 9, 30, LeavingReason::with_cause);
    CHECK(shares_of(result.all) == Split{0, 0, 1'600});
    CHECK(result.options.front().exercisable == Shares{0});
    CHECK(shares_of(strict.on(2028, 9, 30).all) == Split{800, 0, 800});
}

TEST_CASE("shares that served their time and wait for an event are lost, or kept and told apart") {
    const std::string gated = "gate = \"ipo\"\n%[[event]]\nid = \"ipo\"\n";
    const auto with = [&](const std::string& terms) {
        std::string text = gated;
        return head + yearly + text.replace(text.find('%'), 1, terms);
    };
    const auto lost = Case{with("")}.on(2028, 6, 1);
    CHECK(shares_of(lost.all) == Split{0, 0, 1'600});
    CHECK(lost.all.gated.quantity == Shares{1'600});  // all of it would have waited
    Case kept{with("after_leaving = \"keep\"\n")};
    const auto result = kept.on(2028, 6, 1);
    CHECK(shares_of(result.all) == Split{800, 0, 800});
    CHECK(result.all.waiting.quantity == Shares{800});
    CHECK(text(result.all.waiting.value) == "8,000.00");
    CHECK(result.all.gated.quantity == Shares{800});
}

TEST_CASE("options kept while they wait for an event cannot be exercised yet") {
    Case kept{head + options + "gate = \"ipo\"\nafter_leaving = \"keep\"\n[[event]]\nid = \"ipo\"\n"};
    CHECK(kept.on(2028, 6, 1).options.front().exercisable == Shares{0});
    CHECK(kept.on(2028, 6, 1).all.vested.quantity == Shares{800});
}

TEST_CASE("what can never vest counts as forfeited and is worth nothing, so that the three add up to the grant") {
    Case missed{head + yearly + "gate = \"ipo\"\n[[event]]\nid = \"ipo\"\ndeadline = 2025-12-31\n"};
    const auto result = missed.on(2028, 6, 1);
    CHECK(shares_of(result.all) == Split{0, 0, 1'600});
    CHECK(result.all.never == Shares{1'600});
    CHECK(result.cost.is_zero());
    // 18 shares, 4 at a time: 2 are nobody's.
    Case truncated{head + grant("quantity = 18\nallocation = \"truncate_forfeit\"\nvesting = { over = \"4 years\", "
                                "every = \"12 months\" }\n")};
    const auto cut = truncated.on(2027, 3, 1);
    CHECK(shares_of(cut.all) == Split{4, 0, 14});
    CHECK(cut.all.never == Shares{2});
    CHECK(text(cut.cost) == "120.00");
}

TEST_CASE("money that vests counts by its value, never as a number of shares") {
    Case both{head + yearly +
              "[[grant]]\nid = \"cash\"\ninstrument = \"cash\"\nvalue = 40_000\nvesting = "
              "\"even-yearly\"\n"};
    const auto result = both.on(2027, 3, 1);
    CHECK(result.all.vested.quantity == Shares{400});
    CHECK(text(result.all.vested.value) == "14,000.00");
    CHECK(text(result.all.forfeited.value) == "42,000.00");
    CHECK(result.all.next->quantity == Shares{400});
    CHECK(text(result.all.next->value) == "14,000.00");
}

TEST_CASE("amounts of another currency are converted one by one and never added") {
    // Shares in dollars, a sign-on in euros: 1,200 x 10 = 12,000 dollars are 10,000 euros.
    Case abroad{
        "company = \"Acme\"\ncurrency = \"EUR\"\nstart = 2026-03-01\n[[sign_on]]\namount = 5_000\nclawback = { "
        "within = \"24 months\" }\n[fx]\n\"EUR/USD\" = 1.2\n[stock]\nkind = \"public\"\ncurrency = "
        "\"USD\"\nprice = 10\n[[grant]]\nid = \"g\"\nquantity = 1_600\nvesting = \"even-yearly\"\n"};
    const auto result = abroad.on(2027, 3, 1);
    CHECK(text(result.all.forfeited.value) == "10,000.00");
    CHECK(text(result.clawback) == "2,500.00");
    CHECK(text(result.cost) == "12,500.00");
}

TEST_CASE("before the first day nothing has happened, and after the last one nothing changes any more") {
    const std::string sign_on = "[[sign_on]]\namount = 10_000\nclawback = { within = \"12 months\" }\n";
    Case future{head + sign_on + yearly};
    const auto before = future.on(2026, 2, 28);
    CHECK(before.time == value::LeavingTime::before_start);
    CHECK(shares_of(before.all) == Split{0, 0, 1'600});
    CHECK(before.clawback.is_zero());
    CHECK(text(before.unpaid_sign_on) == "10,000.00");
    Case ending{"company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-01\nend = 2028-02-28\n" + yearly};
    const auto after = ending.on(2029, 6, 1);
    CHECK(after.time == value::LeavingTime::after_end);
    CHECK(after.last_day == date(2028, 2, 28));
    CHECK(shares_of(after.all) == Split{400, 0, 1'200});
    CHECK_FALSE(after.all.next.has_value());
    CHECK(shares_of(ending.on(2028, 2, 28).all) == Split{400, 0, 1'200});
}

TEST_CASE("starting elsewhere forfeits what compare says: the make-whole figure is leaving on the window's first day") {
    const std::vector<model::Offer> both{
        offers::read(support::read_file(support::source_path("examples/job-held-now/current.toml")), "current.toml"),
        offers::read(support::read_file(support::source_path("examples/job-held-now/microsoft.toml")), "m.toml")};
    const auto comparison = offers::compare(both, offers::valuation());
    // By 2026-03-02: 1,500 + 175 + 78 vested; 100 + 225 + 342 + 450 are not, at 120.00. The retention bonus was paid
    // the day before, so that no month of its 24 is served.
    REQUIRE(comparison.offers[0].make_whole.has_value());
    CHECK(comparison.offers[0].make_whole->on == date(2026, 3, 2));
    CHECK(text(comparison.offers[0].make_whole->forfeited) == "36,600.00");
    CHECK(text(comparison.offers[0].make_whole->clawback) == "30,000.00");
    // Of the 1,117 shares 100 are the last of the first grant, 100 of 400 and 105 of 420 (183 in all, less 78) vest
    // within a year; the 225 of 2027-03-15 come after 2027-03-02: 305 x 120.00.
    CHECK(text(comparison.offers[0].make_whole->total) == "66,600.00");
    CHECK(text(comparison.offers[0].make_whole->whole) == "164,040.00");
    CHECK_FALSE(comparison.offers[1].make_whole.has_value());
}

TEST_CASE("a refresher counts on leaving once it has been given, and only when refreshers are asked for") {
    const std::string refresher =
        "[refresher]\nvalue = 4_000\nvesting = { over = \"4 years\", every = \"12 months\" }\n";
    auto counted = offers::valuation();
    counted.count_refreshers = true;
    Case with{head + yearly + refresher, counted};
    CHECK(with.on(2027, 2, 28).all.forfeited.quantity == Shares{1'600});
    CHECK(with.on(2027, 3, 1).all.forfeited.quantity == Shares{1'200 + 400});
    CHECK(with.on(2028, 3, 1).all.forfeited.quantity == Shares{800 + 300 + 400});
    Case without{head + yearly + refresher};
    CHECK(without.on(2028, 3, 1).all.forfeited.quantity == Shares{800});
}

TEST_CASE("what the next vest adds is told while the papers run, their last day included") {
    const auto next = [](const std::string& end) {
        Case one{"company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-01\nend = " + end + "\n" + yearly};
        const auto result = one.on(2027, 2, 1);
        return result.all.next ? to_string(result.all.next->date) : "none";
    };
    CHECK(next("2027-03-01") == "2027-03-01");
    CHECK(next("2027-02-28") == "none");
}

TEST_CASE("the first and the last day of the papers are days employed") {
    Case one{"company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-01\nend = 2028-02-28\n" + yearly};
    CHECK(one.on(2026, 2, 28).time == value::LeavingTime::before_start);
    CHECK(one.on(2026, 3, 1).time == value::LeavingTime::employed);
    CHECK(one.on(2028, 2, 28).time == value::LeavingTime::employed);
    CHECK(one.on(2028, 2, 29).time == value::LeavingTime::after_end);
}

TEST_CASE("nobody leaves for any reason") {
    const auto offer = offers::read(head);
    const auto valuation = offers::valuation();
    const timeline::Window window{offer.start.value, valuation.horizon, false, std::nullopt};
    diagnostic::Diagnostics problems;
    auto book = value::LeavingBook::open(offer, window, {valuation, offer.currency, {}}, date(2040, 1, 1), problems);
    REQUIRE(book.has_value());
    CHECK_FALSE(book->on({date(2027, 1, 1), LeavingReason::any}, problems));
    REQUIRE(problems.all().size() == 1);
    CHECK(problems.all()[0].code == "unknown-word");
}

TEST_CASE("options are under water at the price of their day, grown by then") {
    Case growing{
        head +
        "[stock]\nprice = 10\nas_of = 2026-01-01\ngrowth = \"100%\"\n[[grant]]\nid = \"g\"\ninstrument = \"nso\"\n"
        "strike = 15\nquantity = 100\nvesting = { over = \"1 month\" }\n"};
    // 10.00 doubles in a year; 15.00 is reached after 214 days.
    CHECK(growing.on(2026, 6, 1).options.front().under_water == true);
    CHECK(growing.on(2026, 6, 1).to_exercise.under_water == Shares{100});
    CHECK(growing.on(2027, 1, 1).options.front().under_water == false);
    CHECK(growing.on(2027, 1, 1).to_exercise.under_water.is_zero());
}

TEST_CASE("of several grants the next vest is all that comes on the first of their days") {
    Case two{head + yearly +
             "[[grant]]\nid = \"h\"\nquantity = 100\nvesting = { over = \"6 months\" }\n[[grant]]\nid = \"i\"\n"
             "quantity = 10\nvesting = { over = \"6 months\" }\n"};
    const auto result = two.on(2026, 6, 1);
    CHECK(result.all.next->date == date(2026, 9, 1));
    CHECK(result.all.next->quantity == Shares{110});
    CHECK(text(result.all.next->value) == "1,100.00");
    CHECK(two.on(2026, 9, 1).all.next->quantity == Shares{400});
}

TEST_CASE("options that leaving brings can be exercised as those that have vested") {
    Case insured{head + options + "[[grant.acceleration]]\ntrigger = \"death\"\namount = \"50%\"\n"};
    // 400 have vested, and half of the 1,200 left come at once.
    const auto option = insured.on(2027, 6, 1, LeavingReason::death).options.front();
    CHECK(option.exercisable == Shares{1'000});
    CHECK(text(option.cost.value()) == "4,000.00");
}
