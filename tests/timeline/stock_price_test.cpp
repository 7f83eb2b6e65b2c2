// What a share is worth on a day, and how many shares money makes (docs/numbers.md, "Stock").

#include <string>

#include <offerkit/timeline/stock_price.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using model::ShareRounding;
using offers::date;
using offers::usd;
using quantity::Fraction;
using quantity::Money;
using timeline::PriceCurve;

namespace {

model::Stock stock(const std::string& rest) {
    return *offers::read("company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-01-01\n[stock]\nas_of = 2026-01-01\n" +
                         rest)
                .stock;
}

std::string on(const model::Stock& stock, calendar::Date day) {
    const auto price = rounded(PriceCurve{stock}.on(day));
    return price ? to_plain(*price) : "none";
}

/// Rounded down, up and to the nearest; "?" where 64 bits do not hold them.
std::string shares(Money amount, const timeline::DayPrice& price, const Fraction& part = Fraction{1}) {
    std::string text;
    for (const auto round : {ShareRounding::down, ShareRounding::up, ShareRounding::nearest}) {
        const auto count = shares_for(amount, part, price, round);
        text += (text.empty() ? "" : " ") + (count ? std::to_string(*count) : std::string("?"));
    }
    return text;
}

}  // namespace

TEST_CASE("a path of prices holds each from its day on, and the price before the first") {
    const auto path = stock("price = 10\npath = [{ on = 2027-01-01, price = 20 }, { on = 2028-01-01, price = 5 }]\n");
    CHECK(on(path, date(2025, 1, 1)) == "10");
    CHECK(on(path, date(2026, 12, 31)) == "10");
    CHECK(on(path, date(2027, 1, 1)) == "20");
    CHECK(on(path, date(2027, 12, 31)) == "20");
    CHECK(on(path, date(2028, 1, 1)) == "5");
    CHECK(on(path, date(2900, 1, 1)) == "5");
}

TEST_CASE("a price grows by the day from the day it is of, and not backwards") {
    const auto growing = stock("price = 10\ngrowth = \"10%\"\n");
    CHECK(on(growing, date(2020, 1, 1)) == "10");
    CHECK(on(growing, date(2026, 1, 1)) == "10");
    CHECK(on(growing, date(2030, 1, 1)) == "14.641");  // 1,461 days are four years of 365.25
    CHECK(on(stock("price = 10\n"), date(2030, 1, 1)) == "10");
    CHECK(on(stock("price = 1_000_000\ngrowth = \"1000%\"\n"), date(2900, 1, 1)) == "none");
}

TEST_CASE("a discount lowers what a private share is worth, and not what money is counted into shares at") {
    const auto less = stock("kind = \"private\"\nprice = 10\ndiscount = \"20%\"\n");
    CHECK(on(less, date(2026, 1, 1)) == "8");
    CHECK(to_plain(*rounded(PriceCurve{less}.before_discount(date(2026, 1, 1)))) == "10");
}

TEST_CASE("money is counted into whole shares down, up or to the nearest") {
    const auto at = [](const std::string& price) {
        return PriceCurve{stock("price = " + price + "\n")}.on(date(2026, 1, 1));
    };
    CHECK(shares(usd(1'000), at("3")) == "333 334 333");
    CHECK(shares(usd(1'000), at("6")) == "166 167 167");
    CHECK(shares(usd(1'000), at("16")) == "62 63 63");  // 62.5
    CHECK(shares(usd(1'000), at("5")) == "200 200 200");
    CHECK(shares(usd(1'000), at("0.5")) == "2000 2000 2000");
    CHECK(shares(usd(0), at("5")) == "0 0 0");
    CHECK(shares(usd(-5), at("5")) == "0 0 0");
    CHECK(shares(usd(1'000), at("3"), *Fraction::of(1, 2)) == "166 167 167");
    CHECK(shares(usd(1'000), at("5"), *Fraction::of(1, 2)) == "100 100 100");
    CHECK(shares(usd(1'000), at("5"), Fraction{0}) == "0 0 0");
}

TEST_CASE("money becomes shares at a price that has grown; at no price, or at too many shares, it becomes none") {
    const auto paper = stock("price = 10\ngrowth = \"10%\"\n");
    PriceCurve growing{paper};
    const auto price = growing.before_discount(date(2030, 1, 1));
    CHECK(shares(usd(1'000), price) == "68 69 68");  // 1,000 / 14.641 = 68.3
    CHECK(shares(usd(1'010), price) == "68 69 69");  // 68.98
    const quantity::Currency currency = usd(1).currency();
    CHECK(shares(usd(1'000), {quantity::Price{0, currency}}) == "0 0 0");
    const quantity::Price least{1, currency};
    CHECK(shares(usd(90'000'000'000'000'000), {least}) == "? ? ?");
    CHECK(shares(usd(90'000'000'000'000'000), {least}, *Fraction::of(1, 2)) == "? ? ?");
    CHECK(shares(usd(1'000), {least, quantity::Factor{0.0, 0.0}}) == "0 0 0");
}
