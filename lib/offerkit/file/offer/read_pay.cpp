#include <offerkit/file/offer/read_pay.hpp>

#include <algorithm>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/file/offer/read_clawback.hpp>
#include <offerkit/model/vesting_check.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::formatted;
using model::Base;
using model::Stated;
using quantity::Fraction;

/// A count of hours, weeks or days: above 0 and at most as many as there are.
std::optional<Fraction> units(const View& table, std::string_view key, std::int64_t most) {
    const auto value = table.number(key);
    if (value && (value->value <= Fraction{0} || value->value > Fraction{most})) {
        table.context().error(codes::bad_number, value->span,
                              formatted("`{}` must be above 0 and at most {}", key, std::to_string(most)),
                              formatted("write `{} = {}`", key, find_field(table.schema(), key)->sample));
        return std::nullopt;
    }
    return value ? std::optional{value->value} : std::nullopt;
}

void read_overtime(const View& table, Base& base, Fraction hours, Fraction weeks) {
    const auto overtime = table.table("overtime");
    if (!overtime) {
        return;
    }
    const auto extra = units(*overtime, "hours_per_week", 168);
    const auto rate = overtime->rate("rate");
    if (!extra || !rate) {
        return;
    }
    const auto paid = extra->times(rate->value);
    const auto yearly = paid ? paid->times(weeks) : std::nullopt;
    const auto inverse = Fraction::of(hours.denominator(), hours.numerator());
    const auto of_base = paid && inverse ? paid->times(*inverse) : std::nullopt;
    if (!yearly || !of_base) {
        table.context().error(codes::bad_number, overtime->span("hours_per_week"),
                              "the overtime of a year has too many digits", "write it with fewer decimals");
        return;
    }
    base.overtime = model::Overtime{*yearly, *of_base, overtime->span()};
}

void read_hours(const View& table, Base& base) {
    const auto hours = units(table, "hours_per_week", 168);
    const auto weeks = units(table, "weeks_per_year", 53);
    if (!hours || !weeks) {
        return;
    }
    if (const auto product = hours->times(*weeks)) {
        base.units_per_year = *product;
        read_overtime(table, base, *hours, *weeks);
    } else {
        table.context().error(codes::bad_number, table.span("hours_per_week"),
                              "the hours of a year have too many digits",
                              "write `hours_per_week` and `weeks_per_year` with fewer decimals");
    }
}

/// The months at whose end extra pay is paid, in order.
std::vector<int> read_paid_months(const View& table) {
    std::vector<int> months;
    for (const auto& month : table.counts("extra_paid")) {
        const int number = static_cast<int>(month.value);
        if (std::find(months.begin(), months.end(), number) != months.end()) {
            table.context().error(codes::duplicate_id, month.span,
                                  formatted("the month {} stands in `extra_paid` twice", std::to_string(number)),
                                  "name each month once, such as `extra_paid = [6, 12]`");
        } else {
            months.push_back(number);
        }
    }
    std::sort(months.begin(), months.end());
    return months;
}

void read_months(const View& table, Base& base) {
    base.units_per_year = Fraction{12};
    const auto months = table.number("months");
    if (!months) {
        return;
    }
    if (months->value < Fraction{12} || months->value > Fraction{24}) {
        table.context().error(codes::bad_number, months->span, "`months` is from 12 to 24",
                              "write how often a year `monthly` is paid, such as `months = 13`");
        return;
    }
    const auto beyond = months->value.minus(Fraction{12});
    const auto of_salary = beyond ? beyond->times(*Fraction::of(1, 12)) : std::nullopt;
    auto paid_in = read_paid_months(table);
    if (!of_salary) {
        table.context().error(codes::bad_number, months->span, "`months` has too many digits",
                              "write it with fewer decimals, such as `months = 13.5`");
    } else if (!of_salary->is_zero()) {
        base.extra = model::ExtraMonths{.of_salary = *of_salary, .span = table.span("months")};
        if (!paid_in.empty()) {
            base.extra->paid_in = std::move(paid_in);
        }
        if (!table.has("extra_paid")) {
            table.context().assume(table.path_of("extra_paid"), "12",
                                   "pay beyond twelve months comes at the end of December", table.span("months"));
        }
    } else {
        table.refuse("extra_paid", "has no meaning where `monthly` is paid 12 times a year",
                     "say how often it is paid, such as `months = 13`");
    }
}

void read_rate_of_pay(const View& table, Base& base) {
    const std::string_view which = table.exactly_one({"salary", "monthly", "hourly", "daily"});
    const auto amount_of = [&](std::string_view key, Base::Basis basis) {
        const auto amount = table.money(key);
        if (which == key) {
            base.basis = basis;
            if (amount) {
                base.rate = *amount;
            }
        }
    };
    amount_of("salary", Base::Basis::salary);
    amount_of("monthly", Base::Basis::monthly);
    amount_of("hourly", Base::Basis::hourly);
    amount_of("daily", Base::Basis::daily);
    if (which == "hourly") {
        read_hours(table, base);
    } else {
        for (const std::string_view key : {"hours_per_week", "weeks_per_year", "overtime"}) {
            table.refuse(key, "belongs to `hourly`");
        }
    }
    if (which == "monthly") {
        read_months(table, base);
    } else {
        table.refuse("months", "belongs to `monthly`");
        table.refuse("extra_paid", "belongs to `monthly`");
    }
    if (which == "daily") {
        base.units_per_year = units(table, "days_per_year", 366).value_or(Fraction{1});
    } else {
        table.refuse("days_per_year", "belongs to `daily`");
    }
}

model::SignOn read_sign_on(const View& table) {
    auto name = table.text("name");
    const auto amount = table.money("amount");
    model::SignOn sign_on{.name = name ? std::move(name->value) : std::string{},
                          .amount = amount.value_or(
                              Stated<quantity::Money>{quantity::Money::zero(table.context().currency), table.span()})};
    sign_on.span = table.span();
    table.refuse_together("after", {"on"});
    if (table.has("on")) {
        if (const auto on = table.date("on")) {
            sign_on.when = on->value;
        }
        if (table.has("after")) {
            static_cast<void>(table.period("after"));
        }
    } else if (const auto after = table.period("after")) {
        sign_on.when = after->value;
    }
    if (const auto over = table.period("over")) {
        if (!over->value.in_months() || over->value.is_zero()) {
            table.context().error(codes::bad_period, over->span, "`over` is a number of months: the parts are monthly",
                                  "write such as \"12 months\", or leave it out for one payment");
        } else {
            sign_on.over = over->value;
        }
    }
    sign_on.clawback = read_clawback(table);
    return sign_on;
}

}  // namespace

std::optional<Base> read_base(const View& root) {
    const auto table = root.table("base");
    if (!table) {
        return std::nullopt;
    }
    Base base{.rate = {quantity::Money::zero(root.context().currency), table->span()}};
    base.span = table->span();
    read_rate_of_pay(*table, base);
    if (const auto as_of = table->date("as_of")) {
        base.as_of = *as_of;
    }
    if (const auto raise = table->rate("raise")) {
        base.raise = *raise;
        base.raise_stated = table->has("raise");
    }
    base.raise_stated = table->has("raise") || table->was_meant("raise");
    for (const View& part : table->tables("change")) {
        const auto on = part.date("on");
        const auto salary = part.money("salary");
        if (!on || !salary) {
            continue;
        }
        const auto same = std::find_if(base.changes.begin(), base.changes.end(),
                                       [&](const auto& other) { return other.on == on->value; });
        if (same != base.changes.end()) {
            root.context().error(codes::duplicate_id, on->span,
                                 formatted("the salary changes twice on {}", calendar::to_string(on->value)),
                                 "keep one of them",
                                 diagnostic::Related{same->salary.span, "the first change stands here"});
        }
        base.changes.push_back({on->value, *salary});
    }
    std::stable_sort(base.changes.begin(), base.changes.end(),
                     [](const auto& a, const auto& b) { return a.on < b.on; });
    return base;
}

std::vector<model::SignOn> read_sign_ons(const View& root) {
    std::vector<model::SignOn> sign_ons;
    std::int64_t parts = 0;
    for (const View& table : root.tables("sign_on")) {
        sign_ons.push_back(read_sign_on(table));
        const std::int64_t before = parts;
        parts += sign_ons.back().over ? std::max(1, sign_ons.back().over->count()) : 1;
        if (before <= model::most_tranches_of_offer && parts > model::most_tranches_of_offer) {
            root.context().error(codes::schedule_too_long, table.span(),
                                 "with this sign-on the offer has more than 100,000 payments",
                                 "a letter has a few at most: check `over` of each sign-on");
        }
    }
    return sign_ons;
}

std::vector<model::Cost> read_costs(const View& root) {
    std::vector<model::Cost> costs;
    for (const View& table : root.tables("cost")) {
        auto name = table.text("name");
        const auto amount = table.money("amount");
        const auto once = table.boolean("once");
        if (name && amount && once) {
            costs.push_back({std::move(name->value), amount->value, once->value, amount->span});
        }
    }
    return costs;
}

}  // namespace offerkit::file
