// The same amounts by the day on which they arrive (docs/numbers.md, "Earned and paid"). Each answer is worked out by
// hand.

#include <string>
#include <vector>

#include <offerkit/timeline/grant.hpp>
#include <offerkit/timeline/stock_price.hpp>
#include <offerkit/value/exchange.hpp>
#include <offerkit/value/paid_basis.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using calendar::Period;
using offers::date;
using quantity::Money;
using timeline::CashFlow;
using timeline::Category;

namespace {

quantity::Currency dollars() { return *quantity::Currency::of("USD"); }
Money usd(std::int64_t major) { return {major * 100, dollars()}; }

CashFlow flow(calendar::Date day, std::int64_t major, Category category, int year) {
    return {.date = day, .amount = usd(major), .category = category, .year = year};
}

std::string told(const value::LaterMoney& later) {
    return offers::text(later.amount) + (later.until ? " until " + to_string(*later.until) : "");
}

timeline::Window two_years() { return {date(2026, 3, 2), Period::months(24), false, std::nullopt}; }

/// What grants vest after two years: shares, then money.
std::string later(const std::string& text) {
    const auto offer = offers::read("company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n" + text);
    std::vector<timeline::ResolvedGrant> grants;
    diagnostic::Diagnostics unheard;
    for (const auto& grant : offer.grants) {
        grants.push_back(timeline::resolve(offer, grant, date(2026, 1, 1), unheard).value());
    }
    std::optional<timeline::PriceCurve> prices;
    if (offer.stock) {
        prices.emplace(*offer.stock);
    }
    value::Exchange exchange{dollars(), {}};
    diagnostic::Diagnostics diagnostics;
    REQUIRE(exchange.find(dollars(), {}, diagnostics));
    value::PaidBasis paid{dollars()};
    if (!value::add_later_vests(paid, two_years(), grants, prices ? &*prices : nullptr, exchange)) {
        return "too large";
    }
    const auto& vests = paid.vests_later;
    return quantity::to_ratio(vests.quantity.exact()) + " for " + told({vests.value, vests.until}) + "; " +
           told(paid.deferred_later);
}

const std::string priced = "[stock]\nprice = 10\nas_of = 2026-03-02\n";

}  // namespace

TEST_CASE("money that comes later ends with the last of its days, and nothing has no day") {
    value::LaterMoney all{usd(0)};
    all.add(usd(0), date(2031, 1, 1));
    CHECK(told(all) == "0.00");
    all.add(usd(5), date(2030, 1, 1));
    all.add(usd(7), date(2029, 1, 1));
    CHECK(told(all) == "12.00 until 2030-01-01");
    all.add(usd(1), date(2031, 1, 1));
    CHECK(told(all) == "13.00 until 2031-01-01");
}

TEST_CASE("a bonus is paid in the year of its day, all else in the year that it counts in") {
    value::PaidBasis paid{dollars()};
    const std::vector<CashFlow> flows{
        flow(date(2027, 3, 2), 1, Category::bonus, 2),    // an anniversary ends the first year
        flow(date(2027, 3, 3), 10, Category::bonus, 1),   // earned in the first, paid in the second
        flow(date(2028, 3, 3), 100, Category::bonus, 2),  // paid after the window
        flow(date(2027, 3, 2), 1'000, Category::base, 2),
    };
    value::add_flows(paid, two_years(), flows, false);
    CHECK(paid.by_year == std::vector{usd(1), usd(1'010)});
    CHECK(told(paid.paid_later) == "100.00 until 2028-03-03");
    CHECK(paid.not_payable.is_zero());
    CHECK(paid.differs_from(std::vector{usd(10), usd(1'101)}));
    CHECK_FALSE(paid.differs_from(std::vector{usd(1), usd(1'010)}));
    CHECK(paid.differs_from(std::vector{usd(1)}));
}

TEST_CASE("what turns into no money stands apart, and refreshers count where they are asked for") {
    auto closed = flow(date(2027, 3, 2), 5, Category::equity, 1);
    closed.payable = false;
    const std::vector<CashFlow> flows{closed, flow(date(2027, 3, 2), 7, Category::refreshers, 1)};
    value::PaidBasis without{dollars()};
    value::add_flows(without, two_years(), flows, false);
    CHECK(without.by_year == std::vector{usd(0), usd(0)});
    CHECK(without.not_payable == usd(5));
    value::PaidBasis with{dollars()};
    value::add_flows(with, two_years(), flows, true);
    CHECK(with.by_year == std::vector{usd(7), usd(0)});
}

TEST_CASE("vests after the window count by their shares and the price of their days, money by itself") {
    CHECK(later(priced + "[[grant]]\nquantity = 40\nvesting = { over = \"4 years\", every = \"1 year\" }\n") ==
          "20 for 200.00 until 2030-03-02; 0.00");
    CHECK(
        later("[[grant]]\ninstrument = \"cash\"\nvalue = 40\nvesting = { over = \"4 years\", every = \"1 year\" }\n") ==
        "0 for 0.00; 20.00 until 2030-03-02");
    // The window's last day belongs to it.
    CHECK(later(priced + "[[grant]]\nquantity = 40\nvesting = { over = \"2 years\", every = \"1 year\" }\n") ==
          "0 for 0.00; 0.00");
    CHECK(later(priced +
                "[[grant]]\nquantity = 40\nvesting = { over = \"4 years\", every = \"1 year\" }\ngate = \"ipo\"\n"
                "[[event]]\nid = \"ipo\"\n") == "0 for 0.00; 0.00");
    CHECK(later("[stock]\nprice = 1_000_000_000_000\nas_of = 2026-03-02\n[[grant]]\nquantity = 400_000\n"
                "vesting = { over = \"4 years\", every = \"1 year\" }\n") == "too large");
}

TEST_CASE("vests after the window are refused where they cannot be counted together, shares or money") {
    const auto shares = [](const std::string& quantity) {
        const std::string grant = "[[grant]]\nquantity = " + quantity + "\nvesting = { over = \"4 years\" }\n";
        return later("[stock]\nprice = 1_000_000_000\nas_of = 2026-03-02\n" + grant + grant);
    };
    // 64 bits hold 92,233,720 shares of 10^9 dollars in cents.
    CHECK(shares("46_000_000") == "92000000 for 92,000,000,000,000,000.00 until 2030-03-02; 0.00");
    CHECK(shares("47_000_000") == "too large");
    // More money than a file may say, as a program may.
    const auto money = [](std::int64_t cents) {
        auto offer = offers::read(
            "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[[grant]]\ninstrument = \"cash\"\nvalue = 1\n"
            "vesting = { over = \"4 years\" }\n");
        offer.grants.front().amount = model::ValueGrant{Money{cents, dollars()}};
        const std::vector two(2, offers::resolve_first(offer));
        value::Exchange exchange{dollars(), {}};
        diagnostic::Diagnostics diagnostics;
        REQUIRE(exchange.find(dollars(), {}, diagnostics));
        value::PaidBasis paid{dollars()};
        return value::add_later_vests(paid, two_years(), two, nullptr, exchange) ? told(paid.deferred_later)
                                                                                 : "too large";
    };
    CHECK(money(4'600'000'000'000'000'000) == "92,000,000,000,000,000.00 until 2030-03-02");
    CHECK(money(4'700'000'000'000'000'000) == "too large");
    // Parts of shares that have no common part in 64 bits.
    const auto parts = [](const std::string& days) {
        return "[[grant]]\nquantity = 1\nallocation = \"fractional\"\nvesting = { over = \"" + days +
               " days\", every = \"1 day\" }\n";
    };
    CHECK(later(priced + parts("1999") + parts("1997") + parts("1993")) != "too large");
    CHECK(later(priced + parts("1999") + parts("1997") + parts("1993") + parts("1987") + parts("1979") +
                parts("1973")) == "too large");
}
