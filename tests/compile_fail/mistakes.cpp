// Sums that make no sense must not compile. Every line that ends in `// wrong` has to be refused by the compiler, and
// no other line may be: check.py compares the compiler's errors with these marks. This file is never linked.

#include <offerkit/calendar/date.hpp>
#include <offerkit/calendar/period.hpp>
#include <offerkit/quantity/factor.hpp>
#include <offerkit/quantity/money.hpp>
#include <offerkit/quantity/price.hpp>
#include <offerkit/quantity/shares.hpp>

using offerkit::calendar::Date;
using offerkit::calendar::DayOfYear;
using offerkit::calendar::Period;
using offerkit::quantity::Currency;
using offerkit::quantity::Fraction;
using offerkit::quantity::Money;
using offerkit::quantity::Price;
using offerkit::quantity::Rate;
using offerkit::quantity::Shares;

// What is meant to work does: otherwise every line could fail for a reason of its own.
void sense(Money money, Rate rate, Price price, Shares shares, Date date, Period period) {
    (void)(money + money);
    (void)(money - money < money);
    (void)multiply(money, rate);
    (void)value_of(shares, price, {}, price);
    (void)(shares + shares);
    (void)(price == price);
    (void)date.plus_days(1);
    (void)date.days_since(date);
    (void)period.after(date);
    (void)Money(100, money.currency());
    (void)Money{100, money.currency()};
    (void)Fraction(1);
    (void)Shares(7);
}

void money_is_not_a_number(Money money, Rate rate, Currency usd) {
    (void)(money + rate);              // wrong
    (void)(money * rate);              // wrong
    (void)(money + 1);                 // wrong
    (void)(money + 1.5);               // wrong
    (void)(money * 2);                 // wrong
    (void)(money * 0.5);               // wrong
    (void)(money / 2);                 // wrong
    (void)(money * money);             // wrong
    (void)(money < 100);               // wrong
    (void)(money == 100);              // wrong
    (void)Money(0.1, usd);             // wrong
    (void)Money(0.1F, usd);            // wrong
    (void)Money{0.1, usd};             // wrong
    (void)Money(100);                  // wrong
    Money implicit = 100;              // wrong
    double binary = money;             // wrong
    (void)static_cast<double>(money);  // wrong
}

void rates_are_exact(Rate rate) {
    (void)(rate + rate);   // wrong
    (void)(rate * rate);   // wrong
    (void)(rate + 1);      // wrong
    (void)Rate(0.15);      // wrong
    (void)Rate{0.15};      // wrong
    Rate implicit = 1;     // wrong
    (void)(rate == 0.15);  // wrong
}

void prices_and_shares_stay_apart(Price price, Shares shares, Money money, Currency usd) {
    (void)(price * shares);    // wrong
    (void)(price + money);     // wrong
    (void)(price < money);     // wrong
    (void)(shares + money);    // wrong
    (void)(shares + 1);        // wrong
    (void)(shares < 1);        // wrong
    (void)Price(170.25, usd);  // wrong
    (void)Shares(4.5);         // wrong
    (void)Shares{4.5};         // wrong
    Shares implicit = 4;       // wrong
}

void dates_are_points_and_periods_are_lengths(Date date, Period period, DayOfYear day) {
    (void)(date + date);      // wrong
    (void)(date - date);      // wrong
    (void)(date + 1);         // wrong
    (void)(date + period);    // wrong
    (void)(period + period);  // wrong
    (void)(period < period);  // wrong
    (void)(date < period);    // wrong
    (void)(date == day);      // wrong
    (void)Date(2026, 3, 2);   // wrong
    (void)Period(4);          // wrong
}
