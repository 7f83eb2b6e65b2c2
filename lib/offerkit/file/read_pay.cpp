#include <offerkit/file/read_pay.hpp>

#include <algorithm>

#include <offerkit/file/read_endings.hpp>
#include <offerkit/file/read_vesting.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using model::Base;
using model::Stated;
using quantity::Fraction;

/// A count of hours, weeks or days: above 0 and at most as many as there are.
std::optional<Fraction> units(const View& table, std::string_view key, std::int64_t most) {
    const auto value = table.number(key);
    if (value && (value->value <= Fraction{0} || value->value > Fraction{most})) {
        table.context().error(
            codes::bad_number, value->span,
            "`" + std::string{key} + "` must be above 0 and at most " + std::to_string(most),
            "write `" + std::string{key} + " = " + std::string{find_field(table.schema(), key)->sample} + "`");
        return std::nullopt;
    }
    return value ? std::optional{value->value} : std::nullopt;
}

void read_rate_of_pay(const View& table, Base& base) {
    const std::string_view which = table.exactly_one({"salary", "hourly", "daily"});
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
    amount_of("hourly", Base::Basis::hourly);
    amount_of("daily", Base::Basis::daily);
    if (which == "hourly") {
        const auto hours = units(table, "hours_per_week", 168);
        const auto weeks = units(table, "weeks_per_year", 53);
        if (hours && weeks) {
            const auto product = hours->times(*weeks);
            if (product) {
                base.units_per_year = *product;
            } else {
                table.context().error(codes::bad_number, table.span("hours_per_week"),
                                      "the hours of a year have too many digits",
                                      "write `hours_per_week` and `weeks_per_year` with fewer decimals");
            }
        }
    } else {
        table.refuse("hours_per_week", "belongs to `hourly`");
        table.refuse("weeks_per_year", "belongs to `hourly`");
    }
    if (which == "daily") {
        base.units_per_year = units(table, "days_per_year", 366).value_or(Fraction{1});
    } else {
        table.refuse("days_per_year", "belongs to `daily`");
    }
}

std::optional<model::DeferredBonus> read_deferred(const View& owner) {
    const auto table = owner.table("deferred");
    if (!table) {
        return std::nullopt;
    }
    const auto portion = table->rate("portion");
    auto vesting = read_vesting(*table);
    if (!portion || !vesting) {
        return std::nullopt;
    }
    return model::DeferredBonus{portion->value, std::move(*vesting), portion->span};
}

model::Bonus read_bonus(const View& table) {
    const std::string_view which = table.exactly_one({"target", "amount"});
    const auto target = table.rate("target");
    const auto amount = table.money("amount");
    auto name = table.text("name");
    model::Bonus bonus{.name = name ? std::move(name->value) : std::string{}, .target = quantity::Rate{}};
    if (which == "amount" && amount) {
        bonus.target = amount->value;
    } else if (target) {
        bonus.target = target->value;
    }
    bonus.span = which.empty() ? table.span() : table.span(which);
    if (const auto payout = table.rate("payout")) {
        bonus.payout = payout->value;
    }
    if (const auto years = table.count("guaranteed_years")) {
        bonus.guaranteed_years = years->value;
    }
    const Node* paid = table.find("paid");
    if (paid != nullptr && paid->kind == NodeKind::number) {
        if (const auto month = table.count("paid")) {
            bonus.paid_month = static_cast<int>(month->value);
        }
    } else {
        static_cast<void>(table.choice<bool>("paid", {{"anniversary", true}}));
    }
    bonus.deferred = read_deferred(table);
    return bonus;
}

std::optional<model::Clawback> read_clawback(const View& owner) {
    const auto table = owner.table("clawback");
    if (!table) {
        return std::nullopt;
    }
    model::Clawback clawback;
    if (const auto within = table->period("within")) {
        clawback.within = within->value;
    }
    if (const auto from = table->choice<model::ClawbackFrom>(
            "from", {{"payment", model::ClawbackFrom::payment}, {"start", model::ClawbackFrom::start}})) {
        clawback.from = from->value;
    }
    if (const auto rule = table->choice<model::ClawbackRule>(
            "rule", {{"prorated", model::ClawbackRule::prorated}, {"full", model::ClawbackRule::full}})) {
        clawback.rule = rule->value;
    }
    clawback.waived = read_reasons(*table, "waived");
    clawback.span = table->span();
    return clawback;
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

std::optional<model::RetirementMatch> read_match(const View& owner) {
    const auto table = owner.table("retirement_match");
    if (!table) {
        return std::nullopt;
    }
    model::RetirementMatch match;
    match.span = table->span();
    const std::string_view which = table->exactly_one({"rate", "tiers"});
    const auto rate = table->rate("rate");
    const auto up_to = table->rate("up_to");
    if (which == "rate") {
        table->require("up_to", "it says up to which share of base the employer follows");
        if (rate && up_to) {
            match.tiers.push_back({rate->value, up_to->value});
        }
    } else {
        table->refuse("up_to", "belongs to `rate`; tiers carry their own");
    }
    for (const auto& [tier, width] : table->pairs("tiers")) {
        match.tiers.push_back({tier.value, width});
    }
    if (const auto limit = table->money("limit")) {
        match.limit = limit->value;
    }
    return match;
}

std::optional<model::StockPurchasePlan> read_espp(const View& owner) {
    const auto table = owner.table("espp");
    if (!table) {
        return std::nullopt;
    }
    const auto discount = table->rate("discount");
    const auto contribution = table->rate("contribution");
    const auto lookback = table->boolean("lookback");
    const auto limit = table->money("limit");
    if (discount && discount->value >= Fraction{1}) {
        table->context().error(codes::bad_rate, discount->span,
                               "`discount` is below 100%: shares are bought, not given", "write such as \"15%\"");
    }
    if (!discount || !contribution) {
        return std::nullopt;
    }
    model::StockPurchasePlan plan{
        .discount = discount->value, .contribution = contribution->value, .lookback = lookback && lookback->value};
    if (limit) {
        plan.limit = limit->value;
    }
    plan.span = table->span();
    return plan;
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
    }
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
                                 "the salary changes twice on " + calendar::to_string(on->value), "keep one of them",
                                 diagnostic::Related{same->salary.span, "the first change stands here"});
        }
        base.changes.push_back({on->value, *salary});
    }
    std::stable_sort(base.changes.begin(), base.changes.end(),
                     [](const auto& a, const auto& b) { return a.on < b.on; });
    return base;
}

std::vector<model::Bonus> read_bonuses(const View& root) {
    std::vector<model::Bonus> bonuses;
    const auto tables = root.tables("bonus");
    for (const View& table : tables) {
        if (tables.size() > 1) {
            table.require("name", "several bonuses are told apart by it");
        }
        bonuses.push_back(read_bonus(table));
    }
    return bonuses;
}

std::vector<model::SignOn> read_sign_ons(const View& root) {
    std::vector<model::SignOn> sign_ons;
    for (const View& table : root.tables("sign_on")) {
        sign_ons.push_back(read_sign_on(table));
    }
    return sign_ons;
}

model::Benefits read_benefits(const View& root) {
    model::Benefits benefits;
    const auto table = root.table("benefits");
    if (!table) {
        return benefits;
    }
    benefits.span = table->span();
    benefits.health = table->money("health");
    benefits.retirement = table->rate("retirement");
    benefits.retirement_match = read_match(*table);
    if (const auto days = table->number("pto_days")) {
        if (days->value < Fraction{0} || days->value > Fraction{366}) {
            root.context().error(codes::bad_number, days->span, "`pto_days` must lie between 0 and 366",
                                 "write the paid days off in a year, such as 25");
        }
        benefits.pto_days = days->value;
    }
    benefits.espp = read_espp(*table);
    for (const View& part : table->tables("other")) {
        auto name = part.text("name");
        const auto amount = part.money("amount");
        const auto after = part.period("after");
        if (name && amount && after) {
            benefits.others.push_back({std::move(name->value), amount->value, after->value, part.span("amount")});
        }
    }
    return benefits;
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
