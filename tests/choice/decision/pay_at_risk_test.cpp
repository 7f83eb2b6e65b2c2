// Pay that is not certain, in a decision (docs/numbers.md, "Deciding under risk").

#include <cmath>
#include <string>
#include <vector>

#include <offerkit/choice/decision/coin.hpp>
#include <offerkit/choice/decision/pay_at_risk.hpp>
#include "support/catch.hpp"
#include "support/decisions.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using choice::decision::Coin;
using decisions::Deciding;
using quantity::Money;

namespace {

const model::StocksProfile& moves() {
    static const model::StocksProfile defaults{{"stocks", "default", {}, {}, calendar::Date::clamped(2026, 1, 1)},
                                               *quantity::Rate::of(2, 5),
                                               *quantity::Rate::of(1, 2)};
    return defaults;
}

std::string with_stock(const std::string& company, int salary, const std::string& stock) {
    return decisions::offer(company, salary, "") + stock;
}

/// 120,000 a year on average in one scenario of five, else nothing; at fair value nothing.
const std::string exits = R"([stock]
kind = "private"
price = 1.00
as_of = 2026-01-01
fully_diluted = 1_000_000
[[grant]]
instrument = "nso"
quantity = 10_000
strike = 1.00
vesting = { over = "1 year", every = "1 year" }
[[exit]]
name = "closes"
chance = "80%"
after = "2 years"
value = 0
[[exit]]
name = "sold"
chance = "20%"
after = "2 years"
value = 49_000_000
)";

const std::string shares = R"([stock]
symbol = "BIG"
price = 100.00
as_of = 2026-01-01
volatility = "40%"
[[grant]]
instrument = "rsu"
quantity = 4_000
vesting = { over = "4 years", every = "1 year" }
)";

const std::string pay_alone = "[money]\nworst = 100_000\nbest = 500_000\nswing = 100\n";

choice::DecisionOptions options() { return {.samples = 200, .price_moves = &moves()}; }

}  // namespace

TEST_CASE("scenarios of an exit count as the certain pay that is as good, in place of the fair value") {
    const std::vector<std::string> files{with_stock("Young", 200'000, exits)};
    const Deciding decided{files, "risk_tolerance = 80_000\n" + pay_alone, options()};
    REQUIRE(decided->scenario_mean[0]);
    CHECK(offers::text(*decided->scenario_mean[0]) == "224,000.00");
    CHECK(offers::text(decided->mean_pay[0]) == "200,000.00");
    const double counted = 200'000 - 80'000 * std::log(0.8 + 0.2 * std::exp(-120'000.0 / 80'000));
    CHECK(static_cast<double>(decided->pay[0].minor()) / 100 == Approx(counted).margin(0.006));
}

TEST_CASE("without a risk tolerance scenarios leave values alone and enter the chances of being best") {
    const std::vector<std::string> files{with_stock("Young", 200'000, exits), with_stock("Sure", 250'000, "")};
    const Deciding decided{files, pay_alone, options()};
    CHECK(decided->pay == decided->mean_pay);
    CHECK(decided->leader() == 1);
    CHECK(decided->exits_drawn);
    CHECK_FALSE(decided->prices_drawn);
    CHECK(decided->scores[0].probability_best == Approx(0.2).margin(0.005));
    // It pays 70,000 more in one future of five, and 50,000 less in the others.
    CHECK(decided->scores[1].expected_regret == Approx(0.2 * 70'000 / 400'000).margin(0.002));
    CHECK(decided->scores[0].expected_regret == Approx(0.8 * 50'000 / 400'000).margin(0.002));
}

TEST_CASE("share prices enter the chances of being best: those of two offers as their laws say") {
    const std::vector<std::string> files{with_stock("Big", 200'000, shares), with_stock("Sure", 300'000, "")};
    const Deciding decided{files, pay_alone, options()};
    CHECK(decided->prices_drawn);
    const choice::decision::PayAtRisk pay{decided.comparison(), 0, false, moves()};
    CHECK(decided->scores[0].probability_best == Approx(1 - pay.prices().below(300'000)).margin(0.006));
    CHECK(decided->scores[0].probability_best + decided->scores[1].probability_best == Approx(1));
}

TEST_CASE("a year's pay has the band that its shares' law says, and none where nothing moves it or survival counts") {
    // 4,000 shares after a year are 1,000 a year over four: 100 e^(-s^2/2 + s z) each, with s = 0.4 and z = -1.2816, 0,
    // 1.2816 for one future in ten below, the middle, and one in ten above.
    const std::string at_once = R"([stock]
symbol = "BIG"
price = 100.00
as_of = 2026-01-01
volatility = "40%"
[[grant]]
instrument = "rsu"
quantity = 4_000
vesting = { over = "1 year", every = "1 year" }
)";
    const std::vector<std::string> files{with_stock("Big", 200'000, at_once), with_stock("Sure", 300'000, "")};
    const Deciding decided{files, pay_alone, options()};
    REQUIRE(decided->pay_bands.size() == 2);
    REQUIRE(decided->pay_bands[0]);
    const auto major = [](Money money) { return static_cast<double>(money.minor()) / 100; };
    CHECK(major(decided->pay_bands[0]->low) == Approx(255'289).epsilon(0.001));
    CHECK(major(decided->pay_bands[0]->middle) == Approx(292'312).epsilon(0.001));
    CHECK(major(decided->pay_bands[0]->high) == Approx(354'130).epsilon(0.001));
    CHECK_FALSE(decided->pay_bands[1]);

    choice::DecisionOptions surviving = options();
    surviving.survival_weighted = true;
    const Deciding weighted{files, pay_alone, surviving};
    CHECK_FALSE(weighted->pay_bands[0]);
}

TEST_CASE("who holds one stock twice sees no chance where the other holds more of it") {
    std::string more = shares;
    more.replace(more.find("4_000"), 5, "5_000");
    const std::vector<std::string> files{with_stock("Less", 200'000, shares), with_stock("More", 200'000, more)};
    const Deciding decided{files, pay_alone, options()};
    CHECK(decided->scores[1].probability_best == Approx(1).margin(0.002));
}

TEST_CASE("chances do not depend on the order of the files where pay alone is uncertain") {
    std::string other = shares;
    other.replace(other.find("BIG"), 3, "OTH");
    const std::vector<std::string> files{with_stock("A", 200'000, shares), with_stock("B", 210'000, other)};
    const std::vector<std::string> turned{files[1], files[0]};
    const Deciding one{files, pay_alone, options()};
    const Deciding two{turned, pay_alone, options()};
    CHECK(one->scores[0].probability_best == two->scores[1].probability_best);
    CHECK(one->scores[0].expected_regret == Approx(two->scores[1].expected_regret).epsilon(1e-9));
}

TEST_CASE("chances do not depend on the order of the files where ratings are uncertain too") {
    const std::string factors = "[[factor]]\nid = \"growth\"\nswing = 60\n[[factor]]\nid = \"mentors\"\nswing = 30\n";
    const auto rated = [](const std::string& company, int salary, const std::string& ratings,
                          const std::string& symbol) {
        std::string stock = shares;
        stock.replace(stock.find("BIG"), 3, symbol);
        return decisions::offer(company, salary, ratings) + stock;
    };
    const std::vector<std::string> files{
        rated("A", 200'000, "growth = { low = 4, likely = 6, high = 9 }\nmentors = \"unknown\"\n", "AAA"),
        rated("B", 210'000, "growth = { chance = \"60%\" }\nmentors = { low = 2, likely = 5, high = 6 }\n", "BBB"),
        rated("C", 190'000, "growth = \"unknown\"\nmentors = 7\n", "CCC")};
    const Deciding one{files, pay_alone + factors, options()};
    const Deciding two{{files[2], files[0], files[1]}, pay_alone + factors, options()};
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(one->scores[i].probability_best == two->scores[(i + 1) % 3].probability_best);
        CHECK(one->scores[i].expected_regret == Approx(two->scores[(i + 1) % 3].expected_regret).epsilon(1e-9));
    }
}

TEST_CASE("fewer draws of pay are less exact, and say so") {
    const std::vector<std::string> files{with_stock("Big", 200'000, shares), with_stock("Sure", 300'000, "")};
    const Deciding many{files, pay_alone, options()};
    auto fewer = options();
    for (const std::uint64_t draws : {1U, 63U, 64U, 1'000U}) {
        fewer.draws = draws;
        const Deciding few{files, pay_alone, fewer};
        CAPTURE(draws);
        CHECK(few->prospects.half_width >= (draws > 1 ? many->prospects.half_width : 0));
        CHECK(few->scores[0].probability_best + few->scores[1].probability_best == Approx(1));
        CHECK(few->scores[0].probability_best ==
              Approx(many->scores[0].probability_best).margin(3 / std::sqrt(static_cast<double>(draws))));
    }
}

TEST_CASE("a price that does not move leaves every figure of a decision as it is") {
    std::string still = shares;
    still.replace(still.find("40%"), 3, "0%");
    const std::vector<std::string> files{with_stock("Big", 200'000, still), with_stock("Sure", 300'000, "")};
    const std::string priorities = "risk_tolerance = 80_000\n" + pay_alone;
    const Deciding with{files, priorities, options()};
    const Deciding without{files, priorities, {.samples = 200}};
    CHECK(with->pay == without->pay);
    CHECK(with->prospects.probability_best == without->prospects.probability_best);
    CHECK_FALSE(with->prices_drawn);
}

TEST_CASE("what somebody would take in place of a coin says the risk tolerance") {
    const quantity::Currency usd = *quantity::Currency::of("USD");
    const Coin coin = Coin::over(Money{20'000'000, usd});
    CHECK(offers::text(coin.heads) == "300,000.00");
    CHECK(offers::text(coin.tails) == "133,333.00");
    CHECK(offers::text(risk_tolerance_of(coin, Money{20'000'000, usd}).value()) == "200,000.00");
    CHECK(offers::text(risk_tolerance_of(coin, Money{18'000'000, usd}).value()) == "82,000.00");
    // Nobody takes less than tails, and at the mean risk counts for nothing.
    CHECK_FALSE(risk_tolerance_of(coin, Money{13'333'300, usd}));
    CHECK_FALSE(risk_tolerance_of(coin, Money{21'666'700, usd}));
    CHECK_FALSE(risk_tolerance_of(coin, Money{50'000'000, usd}));
}

TEST_CASE("the certain pay of a coin at a risk tolerance gives that risk tolerance, to two digits") {
    const quantity::Currency usd = *quantity::Currency::of("USD");
    const Coin coin = Coin::over(Money{15'000'000, usd});
    for (const std::int64_t tolerance : {15'000, 40'000, 90'000, 150'000, 600'000}) {
        CAPTURE(tolerance);
        const Money certain = certain_pay(coin, Money{tolerance * 100, usd});
        CHECK(risk_tolerance_of(coin, certain).value().minor() == tolerance * 100);
    }
}
