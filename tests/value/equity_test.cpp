// What grants are worth on a day, how sure that is, and what time does to it (docs/numbers.md, "Equity", "How sure" and
// "Present value"). Each answer is worked out by hand.

#include <string>
#include <vector>

#include <offerkit/timeline/stock_price.hpp>
#include <offerkit/value/equity.hpp>
#include <offerkit/value/figures.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using calendar::Period;
using offers::date;
using quantity::Factor;
using quantity::Fraction;
using quantity::Shares;
using timeline::Timing;

namespace {

const std::string head = "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-01-01\n";
const std::string priced = "[stock]\nprice = 10\nas_of = 2026-01-01\n";
const std::string hundred = "[[grant]]\nquantity = 100\n";
const std::string year = "vesting = { over = \"1 year\" }\n";
const std::string cash = "[[grant]]\ninstrument = \"cash\"\nvalue = 1_000\n";

/// The first grant of an offer with everything it rests on.
class Case {
public:
    explicit Case(const std::string& text) : offer_{offers::read(head + text)}, grant_{offers::resolve_first(offer_)} {
        if (offer_.stock) {
            prices_.emplace(*offer_.stock);
        }
    }
    Case(const Case&) = delete;
    Case& operator=(const Case&) = delete;

    [[nodiscard]] const model::Stock* stock() const { return offer_.stock ? &*offer_.stock : nullptr; }
    timeline::ResolvedGrant& grant() { return grant_; }
    std::string worth(std::int64_t quantity, calendar::Date day = date(2026, 1, 1), Factor part = {}) {
        const auto worth = value::worth_on(grant_, Shares{quantity}, prices_ ? &*prices_ : nullptr, day, part);
        return worth ? offers::text(*worth) : "too large";
    }
    std::string quoted() {
        const auto value = value::quoted_value_of(grant_, stock());
        REQUIRE(value.has_value());
        return offers::text(value->quoted) +
               (value->at_price ? ", at its price " + offers::text(*value->at_price) : "");
    }
    Timing timing() { return value::timing_of(grant_, stock()); }
    std::string sure() { return std::string{word(value::certainty_of(grant_, stock()))}; }
    bool turns_into_money() { return value::turns_into_money(grant_, grant_.schedule.tranches.front(), stock()); }
    /// The part of its value that counts in a year, of 365.25 days or 12 months.
    double annual() {
        const timeline::Window window{offer_.start.value, Period::months(48), false, std::nullopt};
        return value::annual_part(grant_, window).approximate();
    }

private:
    model::Offer offer_;
    timeline::ResolvedGrant grant_;
    std::optional<timeline::PriceCurve> prices_{};
};

}  // namespace

TEST_CASE("shares are worth their price above their strike, at least nothing, and a part of that is rounded once") {
    Case option{priced + hundred + year + "instrument = \"nso\"\nstrike = 4.01\n"};
    CHECK(option.worth(3) == "17.97");
    const Factor half{0.5, 0.0};
    CHECK(option.worth(3, date(2026, 1, 1), half) == "8.99");  // 8.985
    CHECK(option.worth(3, date(2026, 1, 1), {0.0, 0.0}) == "0.00");
    Case under{priced + hundred + year + "instrument = \"nso\"\nstrike = 10.50\n"};
    CHECK(under.worth(3) == "0.00");
    CHECK(under.worth(3, date(2026, 1, 1), half) == "0.00");
    Case growing{priced + "growth = \"100%\"\n" + hundred + year};
    CHECK(growing.worth(1, date(2030, 1, 1)) == "160.00");
    CHECK(growing.worth(1, date(2030, 1, 1), half) == "80.00");
    Case money{cash + year};
    CHECK(money.worth(12'345) == "123.45");
    CHECK(money.worth(12'345, date(2026, 1, 1), half) == "61.73");
}

TEST_CASE("shares of a price or a strike that nobody knows are worth nothing, and too many are no number") {
    CHECK(Case{hundred + year}.worth(3) == "0.00");
    CHECK(Case{priced + hundred + year + "instrument = \"nso\"\n"}.worth(3) == "0.00");
    const std::string dear = "[stock]\nprice = 1_000_000_000_000\nas_of = 2026-01-01\n";
    Case many{dear + hundred + year};
    CHECK(many.worth(90'000) == "90,000,000,000,000,000.00");
    CHECK(many.worth(93'000) == "too large");
    CHECK(many.worth(1'000'000, date(2026, 1, 1), {0.5, 0.0}) == "too large");
}

TEST_CASE("how sure a grant is rests on its kind, its stock and its events") {
    const std::string closed = "[stock]\nkind = \"private\"\nprice = 10\nas_of = 2026-01-01\n";
    CHECK(Case{priced + hundred + year}.sure() == "contingent");
    CHECK(Case{closed + hundred + year}.sure() == "uncertain");
    CHECK(Case{cash + year}.sure() == "contingent");
    CHECK(Case{closed + cash + year}.sure() == "contingent");
    CHECK(Case{priced + hundred + year + "gate = \"ipo\"\n[[event]]\nid = \"ipo\"\n"}.sure() == "uncertain");
    CHECK(Case{priced + hundred + year +
               "instrument = \"psu\"\n[[grant.performance]]\nexpected = 1\n"
               "curve = [[1, \"100%\"]]\n"}
              .sure() == "uncertain");
    Case refresher{priced + hundred + year};
    refresher.grant().refresher = true;
    CHECK(refresher.sure() == "uncertain");
}

TEST_CASE("private shares turn into money when a gate with a date releases them, all others on their day") {
    const std::string closed = "[stock]\nkind = \"private\"\nprice = 10\nas_of = 2026-01-01\n";
    CHECK(Case{priced + hundred + year}.turns_into_money());
    CHECK_FALSE(Case{closed + hundred + year}.turns_into_money());
    CHECK(Case{closed + cash + year}.turns_into_money());
    CHECK(Case{closed + hundred + year + "gate = \"ipo\"\n[[event]]\nid = \"ipo\"\ndate = 2027-06-01\n"}
              .turns_into_money());
    CHECK_FALSE(Case{closed + hundred + year + "gate = \"ipo\"\n[[event]]\nid = \"ipo\"\n"}.turns_into_money());
    CHECK(Case{cash + year}.turns_into_money());
}

TEST_CASE("time takes nothing off shares and off what options gain, unless the file says how the price moves") {
    using Kind = Timing::Kind;
    CHECK(Case{priced + hundred + year}.timing() == Timing{Kind::shares, std::nullopt});
    CHECK(Case{priced + hundred + year + "instrument = \"nso\"\nstrike = 1\n"}.timing() ==
          Timing{Kind::gain, std::nullopt});
    CHECK(Case{cash + year}.timing() == Timing{});
    CHECK(Case{hundred + year}.timing() == Timing{});
    CHECK(Case{priced + "growth = \"0%\"\n" + hundred + year}.timing() == Timing{});
    CHECK(Case{priced + "path = [{ on = 2027-01-01, price = 20 }]\n" + hundred + year}.timing() == Timing{});
    CHECK(Case{priced + "[[grant]]\nvalue = 1_000\ngrant_date = 2026-06-01\n" + year}.timing() ==
          Timing{Kind::shares, date(2026, 6, 1)});
}

TEST_CASE("a letter's value counts, and is told to differ when its shares come to over one percent more or less") {
    const auto quoted = [](const std::string& price) {
        return Case{"[stock]\nprice = " + price +
                    "\nas_of = 2026-01-01\n[[grant]]\nvalue = 1_000\nconversion = { price = 10 }\n" + year}
            .quoted();
    };
    CHECK(quoted("10") == "1,000.00");
    CHECK(quoted("10.10") == "1,000.00");
    CHECK(quoted("10.1001") == "1,000.00, at its price 1,010.01");
    CHECK(quoted("9.90") == "1,000.00");
    CHECK(quoted("9.8999") == "1,000.00, at its price 989.99");
    // Shares that are counted are quoted at today's price above their strike, after a private company's discount.
    const std::string closed = "[stock]\nkind = \"private\"\nprice = 10\nas_of = 2026-01-01\ndiscount = \"20%\"\n";
    CHECK(Case{priced + hundred + year}.quoted() == "1,000.00");
    CHECK(Case{closed + hundred + year}.quoted() == "800.00");
    CHECK(Case{closed + hundred + year + "instrument = \"iso\"\nstrike = 3\n"}.quoted() == "500.00");
    CHECK(Case{priced + "growth = \"50%\"\n" + hundred + year}.quoted() == "1,000.00");
    CHECK(Case{hundred + year}.quoted() == "0.00");
    CHECK(Case{cash + year}.quoted() == "1,000.00");
    // What becomes shares on a later day is worth itself, whatever they cost today.
    CHECK(Case{priced + "[[grant]]\nvalue = 1_000\ngrant_date = 2026-06-01\n" + year}.quoted() == "1,000.00");
    // Of performance shares the target.
    CHECK(Case{priced + hundred + year +
               "instrument = \"psu\"\n[[grant.performance]]\nexpected = 1\n"
               "curve = [[1, \"150%\"]]\n"}
              .quoted() == "1,000.00");
}

TEST_CASE("the stock's price counts the shares of a value that names no price of its own") {
    const auto counted = [](const std::string& terms) {
        Case one{priced + "[[grant]]\n" + terms + year};
        return value::counted_at_stock_price(one.grant());
    };
    CHECK(counted("value = 1_000\n"));
    CHECK_FALSE(counted("value = 1_000\nconversion = { price = 10 }\n"));
    CHECK_FALSE(counted("quantity = 100\n"));
    Case refresher{priced + "[[grant]]\nvalue = 1_000\n" + year};
    refresher.grant().paper = nullptr;
    CHECK_FALSE(value::counted_at_stock_price(refresher.grant()));
}

TEST_CASE("what is not known of a grant is named, and how to learn it") {
    CHECK(value::not_known_words({}).empty());
    CHECK(value::not_known_words({.strike = true}) == "strike");
    CHECK(value::not_known_words({.price = true}) == "price");
    CHECK(value::not_known_words({.strike = true, .price = true}) == "strike and price");
    const auto warned = [](const std::string& stock, const std::string& more) {
        Case one{stock + hundred + year + more};
        diagnostic::Diagnostics diagnostics;
        value::warn_of_not_known({&one.grant(), 1}, diagnostics);
        return diagnostics.all().empty() ? "" : diagnostics.all().front().message;
    };
    CHECK(warned(priced, "").empty());
    CHECK(warned("", "") == "the price of these shares is not known yet, so they count as nothing");
    CHECK(warned(priced, "instrument = \"nso\"\n") ==
          "the strike of these shares is not known yet, so they count as nothing");
    CHECK(warned("", "instrument = \"nso\"\n") ==
          "the strike and price of these shares are not known yet, so they count as nothing");
}

TEST_CASE("a year counts the part of a grant that its years say, less what waits for an event without a date") {
    const auto segments = [](const std::string& gate) {
        return priced + hundred + "[[grant.segment]]\nportion = \"50%\"\nover = \"2 years\"\nevery = \"1 year\"\n" +
               "[[grant.segment]]\nportion = \"50%\"\nover = \"2 years\"\nevery = \"1 year\"\n" + gate;
    };
    CHECK(Case{segments("")}.annual() == 0.25);
    CHECK(Case{segments("gate = \"ipo\"\n[[event]]\nid = \"ipo\"\n")}.annual() == 0.125);
    CHECK(Case{segments("gate = \"ipo\"\n[[event]]\nid = \"ipo\"\ndate = 2029-01-01\n")}.annual() == 0.25);
    CHECK(Case{priced + hundred + "vesting = { over = \"30 months\" }\n"}.annual() == Approx(0.4).epsilon(1e-15));
    CHECK(Case{priced + hundred + "vesting = { over = \"1461 days\" }\n"}.annual() == 0.25);
    CHECK(Case{priced + hundred + "vesting = { over = \"1000 days\" }\n"}.annual() == Approx(0.36525).epsilon(1e-12));
    // What a rule gives to nobody waits for nothing.
    CHECK(Case{priced + "[[grant]]\nquantity = 103\nallocation = \"truncate_forfeit\"\nvesting = { over = \"4 years\", "
                        "every = \"1 year\" }\n"}
              .annual() == 0.25);
    // A grant that begins to vest on the first anniversary or later is of no first year.
    CHECK(Case{priced + hundred + year + "vesting_start = 2026-12-31\n"}.annual() == 1.0);
    CHECK(Case{priced + hundred + year + "vesting_start = 2027-01-01\n"}.annual() == 0.0);
}

TEST_CASE("money is discounted by days from the present, and what is past counts whole") {
    value::Discounting discounting{date(2026, 1, 1), *Fraction::of(1, 4), *Fraction::of(1, 2)};
    value::Dividends none{nullptr};
    const auto at = [&](calendar::Date day, const Timing& timing = {}) {
        const auto weights = discounting.weights_of(day, timing, date(2026, 1, 1), none);
        return std::pair{weights.present_value.approximate(), weights.survival_weighted.approximate()};
    };
    // Four years are 1,461 days: 0.8^4 = 0.4096, and half of those who are there leave each year.
    CHECK(at(date(2030, 1, 1)).first == Approx(0.4096).epsilon(1e-14));
    CHECK(at(date(2030, 1, 1)).second == Approx(0.4096 / 16).epsilon(1e-14));
    CHECK(at(date(2026, 1, 1)) == std::pair{1.0, 1.0});
    CHECK(at(date(2020, 1, 1)) == std::pair{1.0, 1.0});
    const Timing later{Timing::Kind::shares, date(2030, 1, 1)};
    CHECK(at(date(2034, 1, 1), later).first == Approx(0.4096).epsilon(1e-14));
    CHECK(at(date(2034, 1, 1), {Timing::Kind::gain, std::nullopt}).first == 1.0);
    CHECK(at(date(2034, 1, 1), {Timing::Kind::shares, date(2020, 1, 1)}).first == 1.0);
}

TEST_CASE("who is certain to leave within a year has what comes on the first day and nothing after it") {
    value::Discounting discounting{date(2026, 1, 1), Fraction{0}, Fraction{1}};
    value::Dividends none{nullptr};
    const auto stays = [&](calendar::Date day) {
        return discounting.weights_of(day, {}, date(2026, 1, 1), none).survival_weighted.approximate();
    };
    CHECK(stays(date(2026, 1, 1)) == 1.0);
    CHECK(stays(date(2026, 1, 2)) == 0.0);
}

TEST_CASE("waiting for a share misses its dividends, from the day on which it is a share") {
    auto stock = *offers::read(head + priced).stock;
    value::Dividends without{&stock};
    CHECK(without.missed_over(1461).approximate() == 1.0);
    stock.dividend_yield = *Fraction::of(1, 4);
    value::Dividends dividends{&stock};
    CHECK(dividends.missed_over(1461).approximate() == Approx(0.4096).epsilon(1e-14));
    CHECK(dividends.missed_over(0).approximate() == 1.0);
    CHECK(dividends.missed_over(-1461).approximate() == 1.0);
    value::Discounting discounting{date(2026, 1, 1), *Fraction::of(1, 4), Fraction{0}};
    // Money for four years, then a share for four.
    const auto weights =
        discounting.weights_of(date(2034, 1, 1), {Timing::Kind::shares, date(2030, 1, 1)}, date(2026, 1, 1), dividends);
    CHECK(weights.present_value.approximate() == Approx(0.4096 * 0.4096).epsilon(1e-14));
}

TEST_CASE("a discount of more digits than a fraction has room for is taken to fifteen decimals") {
    // A ninth, but for eleven parts in 9 x 10^18: 0.9^4 = 0.6561.
    const auto fine = *quantity::Rate::of(999'999'999'999'999'989, 9'000'000'000'000'000'000);
    value::Discounting discounting{date(2026, 1, 1), fine, Fraction{0}};
    value::Dividends none{nullptr};
    CHECK(discounting.weights_of(date(2030, 1, 1), {}, date(2026, 1, 1), none).present_value.approximate() ==
          Approx(0.6561).epsilon(1e-13));
}

TEST_CASE("an average is of twelve months, or of 365.25 days") {
    const quantity::Money total{1'461'000, *quantity::Currency::of("USD")};
    CHECK(offers::text(value::average_of(total, Period::months(18))) == "9,740.00");
    CHECK(offers::text(value::average_of(total, Period::days(1461))) == "3,652.50");
    CHECK(offers::text(value::average_of(total, Period::days(365))) == "14,620.01");  // x 365.25 / 365
}
