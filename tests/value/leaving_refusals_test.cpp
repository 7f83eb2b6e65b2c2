// Leaving that cannot be counted is refused once, and so is what no book of leaving can be opened for.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <offerkit/value/leaving.hpp>
#include <offerkit/value/leaving_months.hpp>
#include <offerkit/value/non_compete.hpp>

#include "support/catch.hpp"
#include "support/leaving.hpp"

using namespace offerkit;
using calendar::Date;
using calendar::Period;
using leaving::head;
using model::LeavingReason;
using offers::date;
using quantity::Factor;
using quantity::Fraction;
using quantity::Money;

namespace {

using Codes = std::vector<std::string>;

const Codes refused{"overflow"};

/// Once this in cents fits into 64 bits, twice does not.
Money vast() { return {6'000'000'000'000'000'000, *quantity::Currency::of("USD")}; }

/// A share of 10^9 dollars, of which 64 bits hold 92 million in cents. What is forfeited counts once more by its delay,
/// and what of it vests next a third time.
const std::string dear = "[stock]\nprice = 1_000_000_000\nas_of = 2026-01-01\n";
const std::string once = "30_000_000\n";
const std::string too_many = "100_000_000\n";
const std::string vested_once = "60_000_000\n";
const std::string yearly = "vesting = { over = \"2 years\", every = \"1 year\" }\n";

std::string grant(const std::string& quantity, const std::string& rest = yearly) {
    return "[[grant]]\nquantity = " + quantity + rest;
}

Codes codes_of(const diagnostic::Diagnostics& diagnostics) {
    Codes codes;
    for (const auto& problem : diagnostics.all()) {
        if (problem.severity == diagnostic::Severity::error) {
            codes.emplace_back(problem.code);
        }
    }
    return codes;
}

/// A book of leaving and what it refuses.
class Book {
public:
    explicit Book(const model::Offer& offer, const model::Valuation& valuation = offers::valuation(),
                  const std::string& currency = "USD")
        : offer_{std::make_unique<model::Offer>(offer)} {
        const timeline::Window window{offer_->start.value, valuation.horizon, false, std::nullopt};
        const std::vector<value::RateSource> rates{{&offer_->fx, offer_->file}};
        auto opened = value::LeavingBook::open(*offer_, window, {valuation, *quantity::Currency::of(currency), rates},
                                               date(2032, 1, 1), problems_);
        if (opened) {
            book_.emplace(std::move(*opened));
        }
    }

    /// What keeps the book from being opened.
    [[nodiscard]] Codes opening() const {
        CHECK(book_.has_value() == codes_of(problems_).empty());
        return codes_of(problems_);
    }
    [[nodiscard]] Codes on(Date day, LeavingReason reason = LeavingReason::voluntary) {
        REQUIRE(book_.has_value());
        diagnostic::Diagnostics problems;
        const bool counted = book_->on({day, reason}, problems).has_value();
        CHECK(counted == problems.all().empty());
        return codes_of(problems);
    }
    [[nodiscard]] Codes answer(const value::LeavingTimes& times) {
        REQUIRE(book_.has_value());
        diagnostic::Diagnostics problems;
        const bool counted = value::leaving_answer(*book_, times, problems).has_value();
        CHECK(counted == problems.all().empty());
        return codes_of(problems);
    }

private:
    std::unique_ptr<model::Offer> offer_;
    diagnostic::Diagnostics problems_;
    std::optional<value::LeavingBook> book_;
};

Codes leaving_of(const std::string& text, Date day, LeavingReason reason = LeavingReason::voluntary) {
    return Book{offers::read(head + text)}.on(day, reason);
}

}  // namespace

TEST_CASE("what vests, comes early or is lost is refused where one grant is worth more than can be counted") {
    const std::string early = "[[grant.acceleration]]\ntrigger = \"death\"\n";
    for (const auto& [quantity, codes] : {std::pair{once, Codes{}}, std::pair{too_many, refused}}) {
        INFO(quantity);
        CHECK(leaving_of(dear + grant(quantity), date(2026, 6, 1)) == codes);
        CHECK(leaving_of(dear + grant(quantity), date(2028, 3, 1)) == codes);
        CHECK(leaving_of(dear + grant(quantity) + early, date(2026, 6, 1), LeavingReason::death) == codes);
    }
    // Half has vested and half comes early; each can be counted, all that is kept until the event cannot.
    const std::string kept = "gate = \"ipo\"\nafter_leaving = \"keep\"\n" + early + "[[event]]\nid = \"ipo\"\n";
    CHECK(leaving_of(dear + grant(once) + kept, date(2027, 3, 1), LeavingReason::death).empty());
    CHECK(leaving_of(dear + grant(too_many) + kept, date(2027, 3, 1), LeavingReason::death) == refused);
}

TEST_CASE("the next vest is counted at the price of its own day, and refused where that is too much") {
    const auto grows_to = [](const std::string& price) {
        return leaving_of("[stock]\nprice = 10\nas_of = 2026-01-01\n[[stock.path]]\non = 2027-02-01\nprice = " + price +
                              "\n" + grant("200_000_000\n"),
                          date(2026, 6, 1));
    };
    CHECK(grows_to("500_000_000").empty());
    CHECK(grows_to("1_000_000_000") == refused);
    // Of two grants together.
    const auto both = [](const std::string& price) {
        return leaving_of("[stock]\nprice = 10\nas_of = 2026-01-01\n[[stock.path]]\non = 2027-02-01\nprice = " + price +
                              "\n" + grant(too_many) + grant(too_many),
                          date(2026, 6, 1));
    };
    CHECK(both("500_000_000").empty());
    CHECK(both("1_000_000_000") == refused);
}

TEST_CASE("several grants that can be counted one by one are refused where they cannot be together") {
    const std::string early = "[[grant.acceleration]]\ntrigger = \"death\"\n";
    const auto both = [](const std::string& one, Date day) {
        CHECK(leaving_of(dear + one, day, LeavingReason::death).empty());
        return leaving_of(dear + one + one, day, LeavingReason::death);
    };
    CHECK(both(grant(once), date(2026, 6, 1)) == refused);
    CHECK(both(grant(vested_once), date(2028, 3, 1)) == refused);
    CHECK(both(grant(vested_once, yearly + early), date(2026, 6, 1)) == refused);
    // Shares that nobody knows the price of are counted all the same.
    const auto unpriced = [](std::int64_t shares) {
        auto offer = offers::read(head + grant("1\n") + grant("1\n"));
        offer.grants[0].amount = offer.grants[1].amount = model::QuantityGrant{shares};
        Book book{offer};
        CHECK(book.on(date(2026, 6, 1)) == book.on(date(2028, 3, 1)));
        return book.on(date(2026, 6, 1));
    };
    CHECK(unpriced(4'000'000'000'000'000'000).empty());
    CHECK(unpriced(6'000'000'000'000'000'000) == refused);
}

TEST_CASE("what options cost to exercise is refused where one of them or all cannot be counted") {
    const auto option = [](const std::string& quantity) {
        return grant(quantity, "instrument = \"nso\"\nstrike = 1_000_000_000\n" + yearly);
    };
    CHECK(leaving_of(option(vested_once), date(2028, 3, 1)).empty());
    CHECK(leaving_of(option(too_many), date(2028, 3, 1)) == refused);
    CHECK(leaving_of(option(vested_once) + option(vested_once), date(2028, 3, 1)) == refused);
    // Not vested, they cannot be exercised.
    CHECK(leaving_of(option(too_many), date(2026, 6, 1)).empty());
}

TEST_CASE("sign-ons that are owed back or not paid yet are refused where they cannot be counted together") {
    const auto with = [](const std::string& terms, Date day) {
        auto offer = offers::read(head + "[[sign_on]]\namount = 1\n" + terms + "[[sign_on]]\namount = 1\n" + terms);
        offer.sign_ons[0].amount.value = vast();
        Book one{offer};
        CHECK(one.on(day).empty());
        offer.sign_ons[1].amount.value = vast();
        return Book{offer}.on(day);
    };
    CHECK(with("on = 2026-06-01\n", date(2026, 7, 1)).empty());
    CHECK(with("on = 2026-06-01\n", date(2026, 5, 1)) == refused);
    CHECK(with("on = 2026-06-01\nclawback = { within = \"12 months\" }\n", date(2026, 6, 1)) == refused);
}

TEST_CASE("grants and a sign-on that can be counted apart are refused where what is at stake cannot") {
    const auto stake = [](Money sign_on) {
        auto offer = offers::read(head + dear + grant(once) + "[[sign_on]]\namount = 1\non = 2026-12-01\n");
        offer.sign_ons[0].amount.value = sign_on;
        return Book{offer}.on(date(2026, 6, 1));
    };
    CHECK(stake({3'000'000'000'000'000'000, vast().currency()}).empty());
    CHECK(stake({7'000'000'000'000'000'000, vast().currency()}) == refused);
}

TEST_CASE("each amount of leaving is refused where it cannot be counted in the currency of the results") {
    const std::string rate = "[fx]\nas_of = 2026-01-01\n\"USD/KRW\" = 1_000\n";
    const auto in_won = [&](const std::string& text, auto edit, Date day) {
        auto offer = offers::read(head + rate + text);
        edit(offer);
        return std::pair{Book{offer}.on(day, LeavingReason::without_cause),
                         Book{offer, offers::valuation(), "KRW"}.on(day, LeavingReason::without_cause)};
    };
    // 10 won a cent, so that what is vast in cents is ten times too much in won.
    const std::pair<Codes, Codes> won{{}, refused};
    const auto salary = [](model::Offer& offer) { offer.base->rate.value = vast(); };
    const std::string pay = "[base]\nsalary = 100_000\n";
    CHECK(in_won(pay, salary, date(2027, 6, 1)) == std::pair{Codes{}, Codes{}});
    CHECK(in_won(pay + "[leaving]\nseverance = \"12 months\"\n", salary, date(2027, 6, 1)) == won);
    CHECK(in_won(pay + "[leaving]\nunused_holiday_days = 260\n", salary, date(2027, 6, 1)) == won);
    CHECK(in_won(pay + "[bonus]\ntarget = \"100%\"\n", salary, date(2027, 2, 1)) == won);
    CHECK(in_won(pay + "[bonus]\ntarget = \"100%\"\npaid = 6\n", salary, date(2027, 3, 1)) == won);
    CHECK(in_won(
              "[[sign_on]]\namount = 1\non = 2026-12-01\n",
              [](model::Offer& offer) { offer.sign_ons[0].amount.value = vast(); }, date(2026, 6, 1)) == won);
    CHECK(in_won(
              "[[benefits.other]]\nname = \"Much\"\namount = 1\nvesting = { over = \"8 years\" }\n",
              [](model::Offer& offer) {
                  offer.benefits.others[0].amount = {1'000'000'000'000'000'000, vast().currency()};
              },
              date(2028, 3, 1)) == won);
}

TEST_CASE("severance that cannot be counted refuses leaving for its reasons alone") {
    auto offer = offers::read(head + "[base]\nsalary = 100_000\n[leaving]\nseverance = \"24 months\"\n");
    offer.base->rate.value = vast();
    Book book{offer};
    CHECK(book.on(date(2027, 3, 1)).empty());
    CHECK(book.on(date(2027, 3, 1), LeavingReason::without_cause) == refused);
}

TEST_CASE("no book is opened where bonuses or benefits cannot be counted, or a grant, price or rate is missing") {
    const std::string pay = "[base]\nsalary = 100_000\nraise = \"100%\"\n";
    const auto vast_pay = [&](const std::string& rest) {
        auto offer = offers::read(head + pay + rest);
        offer.base->rate.value = vast();
        return Book{offer}.opening();
    };
    CHECK(vast_pay("").empty());
    CHECK(vast_pay("[bonus]\ntarget = \"10%\"\n") == refused);
    CHECK(vast_pay(
              "[benefits]\nretirement_match = { rate = \"50%\", up_to = \"6%\", vesting = { over = \"1 year\" } }\n") ==
          refused);
    CHECK(Book{offers::read(head + pay), offers::valuation(), "EUR"}.opening() == Codes{"no-exchange-rate"});
    CHECK(Book{offers::read(head + "[stock]\ncurrency = \"EUR\"\nprice = 10\nas_of = 2026-01-01\n" + grant("4\n"))}
              .opening() == Codes{"no-exchange-rate"});
    CHECK(Book{offers::read(head + "[[grant]]\nvalue = 1_000\n" + yearly)}.opening() == Codes{"no-price"});
    auto counted = offers::valuation();
    counted.count_refreshers = true;
    const auto refresher = offers::read(head + "[refresher]\nvalue = 100\n" + yearly);
    CHECK(Book{refresher}.opening().empty());
    CHECK(Book{refresher, counted}.opening() == Codes{"no-price"});
}

TEST_CASE("an answer is refused where the day itself, the month after it or one of its months cannot be counted") {
    const auto from = [](const std::string& day, std::optional<Period> horizon = std::nullopt) {
        Book book{offers::read(head + "[stock]\nprice = 10\nas_of = 2026-01-01\n[[stock.path]]\non = " + day +
                               "\nprice = 1_000_000_000\n" + grant(too_many))};
        return book.answer({.departure = {date(2026, 6, 1)}, .first_month = date(2026, 6, 1), .horizon = horizon});
    };
    CHECK(from("2026-06-01") == refused);
    CHECK(from("2026-07-01") == refused);
    CHECK(from("2026-08-01").empty());
    CHECK(from("2026-08-01", Period::months(2)).empty());
    CHECK(from("2026-08-01", Period::months(3)) == refused);
    // The day of a vest that is looked into may lie between two months that can be counted.
    Book between{offers::read(head +
                              "[stock]\nprice = 10\nas_of = 2026-01-01\n[[stock.path]]\non = 2026-08-17\nprice = "
                              "1_000_000_000\n[[stock.path]]\non = 2026-08-18\nprice = 10\n" +
                              grant(too_many,
                                    "vesting = { on = [{ date = 2026-08-17, portion = \"10%\" }, { date = 2027-08-17, "
                                    "portion = \"90%\" }] }\n"))};
    CHECK(between.answer(
              {.departure = {date(2026, 6, 1)}, .first_month = date(2026, 6, 1), .horizon = Period::months(6)}) ==
          refused);
}

TEST_CASE("a ban on competing is told where what it pays and costs can be counted") {
    auto offer =
        offers::read(head + "[base]\nsalary = 1\n[leaving]\nnon_compete = \"12 months\"\nnon_compete_pay = \"100%\"\n");
    const auto told = [&](double annualized, double salary) {
        return value::non_compete_of(offer, Factor{annualized, 0.0}, Factor{salary, 0.0}, offer.currency).has_value();
    };
    CHECK(told(4e18, 4e18));
    CHECK_FALSE(told(5e18, 5e18));   // what is paid
    CHECK_FALSE(told(4e18, -4e18));  // what it costs
    offer.leaving->non_compete_pay = Fraction{};
    CHECK(told(4e18, 5e18));
    CHECK_FALSE(told(5e18, 0));
}
