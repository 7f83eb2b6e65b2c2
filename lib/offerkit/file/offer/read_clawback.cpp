#include <offerkit/file/offer/read_clawback.hpp>

#include <numeric>
#include <string>
#include <utility>

#include <offerkit/calendar/other_unit.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/file/offer/read_endings.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using calendar::Period;
using diagnostic::formatted;
using diagnostic::Related;
using model::Clawback;
using model::ClawbackRule;
using quantity::Fraction;
using Steps = std::vector<std::pair<model::Stated<Period>, model::Stated<quantity::Rate>>>;

std::string in_quotes(Period period) { return "\"" + to_string(period) + "\""; }

/// A rate as a file writes it: "75%", or "1/3" where decimals do not end.
std::string rate_text(const Fraction& rate) {
    constexpr std::int64_t finest = 100'000'000;
    return finest % rate.denominator() == 0 ? quantity::to_percent(rate, 6) : to_ratio(rate);
}

/// All steps with their times in one unit: that of the first, or days where months would run two of them together.
std::string steps_in_one_unit(const Steps& steps) {
    const auto in = [&](bool in_months, bool& in_order) {
        std::string text;
        int last = 0;
        for (const auto& [until, owed] : steps) {
            const Period time = about_in(until.value, in_months ? Period::Unit::months : Period::Unit::days);
            in_order = in_order && time.count() > last;
            last = time.count();
            text += (text.empty() ? "" : ", ") + ("[" + in_quotes(time) + ", \"" + rate_text(owed.value) + "\"]");
        }
        return formatted("write `steps = [{}]`", text);
    };
    bool in_order = true;
    std::string text = in(steps.front().first.value.in_months(), in_order);
    return in_order ? text : in(false, in_order);
}

/// Steps by time, in one unit, of which each owes at most what the one before does.
void check_steps(const View& table, const Steps& steps) {
    Context& context = table.context();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto& [until, owed] = steps[i];
        if (until.value.is_zero()) {
            context.error(codes::wrong_order, until.span, "a step ends after some time, not on the first day",
                          "write such as [\"12 months\", \"100%\"], or take it out");
        }
        if (i == 0) {
            continue;
        }
        const auto& [until_before, owed_before] = steps[i - 1];
        if (until.value.in_months() != until_before.value.in_months()) {
            context.error(codes::mixed_units, until.span, "the times of `steps` are counted in one unit",
                          steps_in_one_unit(steps));
            return;
        }
        if (until.value.count() <= until_before.value.count()) {
            context.error(codes::wrong_order, until.span,
                          formatted("this step ends no later than the one before, {}", to_string(until_before.value)),
                          "write the steps by time, the first to end first",
                          Related{until_before.span, "the step before stands here"});
        }
        if (owed.value > owed_before.value) {
            context.error(codes::wrong_order, owed.span,
                          formatted("more is owed here than before, {}", quantity::to_percent(owed_before.value, 6)),
                          "say what is still owed until that time, not what has been forgiven",
                          Related{owed_before.span, "the step before stands here"});
        }
    }
}

/// What is owed comes out exact as long as all rates together have a denominator that is not too large.
void check_digits(const View& table, const Clawback& clawback) {
    std::int64_t parts = 1;
    const auto take = [&](const Fraction& rate) {
        const auto each = rate.times(clawback.share);
        const std::int64_t own = each ? each->denominator() : model::most_clawback_parts + 1;
        const auto all = own > model::most_clawback_parts
                             ? quantity::int128{own}
                             : static_cast<quantity::int128>(parts) / std::gcd(parts, own) * own;
        if (all > model::most_clawback_parts) {
            return false;
        }
        parts = static_cast<std::int64_t>(all);
        return true;
    };
    bool exact = take(Fraction{1});
    for (const auto& step : clawback.steps) {
        exact = exact && take(step.owed);
    }
    if (!exact) {
        table.context().error(codes::bad_rate, table.has("steps") ? table.span("steps") : table.span("share"),
                              "the rates of this clawback have too many digits together",
                              "write them with fewer decimals, such as \"33.33%\"");
    }
}

void read_steps(const View& table, Clawback& clawback) {
    table.require("steps", "the rule says what is owed until when");
    const Steps steps = table.dated_pairs("steps");
    check_steps(table, steps);
    for (const auto& [until, owed] : steps) {
        clawback.steps.push_back({until.value, owed.value});
    }
    if (clawback.steps.empty()) {
        return;
    }
    const Period last = clawback.steps.back().until;
    const auto within = table.has("within") ? table.period("within") : std::nullopt;
    if (within && within->value != last) {
        table.context().error(
            codes::conflict, within->span,
            formatted("`within` is {} and the last step ends after {}", to_string(within->value), to_string(last)),
            "take `within` out: the last step says how long the clawback runs",
            Related{steps.back().first.span, "the last step stands here"});
    }
    clawback.within = last;
}

void read_term(const View& table, Clawback& clawback) {
    if (const auto within = table.period("within")) {
        clawback.within = within->value;
    }
    const auto full_for = table.period("full_for");
    if (!full_for) {
        return;
    }
    if (!full_for->value.is_zero() && full_for->value.in_months() != clawback.within.in_months()) {
        const auto pair = [](Period full, Period all) {
            return formatted("`full_for = {}` with `within = {}`", in_quotes(full), in_quotes(all));
        };
        table.context().error(
            codes::mixed_units, full_for->span, "`full_for` and `within` are counted in one unit",
            formatted("write {}, or {}", pair(about_in(full_for->value, clawback.within.unit()), clawback.within),
                      pair(full_for->value, about_in(clawback.within, full_for->value.unit()))));
        return;
    }
    if (full_for->value.count() > clawback.within.count()) {
        table.context().error(
            codes::wrong_order, full_for->span,
            formatted("`full_for` is longer than {}{}",
                      table.has("within") ? "`within`, " : "the whole clawback, which without `within` runs for ",
                      to_string(clawback.within)),
            formatted("say in `within` from when nothing is owed, such as `within = {}`",
                      in_quotes(full_for->value.in_months() ? Period::months(full_for->value.count() + 12)
                                                            : Period::days(full_for->value.count() + 365))));
        return;
    }
    clawback.full_for = full_for->value;
}

/// `full_for` belongs to what is prorated after it.
void refuse_full_for(const View& table, std::string_view rule) {
    static_cast<void>(table.period("full_for"));
    if (table.has("full_for")) {
        table.context().error(codes::conflict, table.key_span("full_for"),
                              formatted("`full_for` and `rule = \"{}\"` exclude each other", rule),
                              "keep one of them: after `full_for` the rest is prorated",
                              Related{table.span("rule"), "`rule` stands here"});
    }
}

}  // namespace

std::optional<Clawback> read_clawback(const View& owner) {
    const auto table = owner.table("clawback");
    if (!table) {
        return std::nullopt;
    }
    Clawback clawback;
    if (const auto from = table->choice<model::ClawbackFrom>("from")) {
        clawback.from = from->value;
    }
    // `full_for` is a rule by itself: only what comes after it is prorated.
    if (table->has("rule") || !table->has("full_for")) {
        if (const auto rule = table->choice<ClawbackRule>("rule")) {
            clawback.rule = rule->value;
        }
    }
    if (const auto share = table->rate("share")) {
        clawback.share = share->value;
    }
    switch (clawback.rule) {
        case ClawbackRule::steps:
            refuse_full_for(*table, "steps");
            read_steps(*table, clawback);
            break;
        case ClawbackRule::full:
            refuse_full_for(*table, "full");
            read_term(*table, clawback);
            clawback.full_for.reset();
            break;
        case ClawbackRule::prorated: read_term(*table, clawback); break;
    }
    if (clawback.rule != ClawbackRule::steps) {
        static_cast<void>(table->dated_pairs("steps"));
        table->refuse("steps", "belongs to `rule = \"steps\"`", "write `rule = \"steps\"` beside it");
    }
    check_digits(*table, clawback);
    clawback.waived = read_reasons(*table, "waived");
    clawback.span = table->span();
    return clawback;
}

}  // namespace offerkit::file
