#include <utility>

#include <offerkit/file/offer/read_pay.hpp>
#include <offerkit/file/terms/read_vesting.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using quantity::Fraction;

/// The longest period that tax law of the United States allows a plan whose price looks back (26 U.S.C. 423(b)(7)).
constexpr int longest_purchase_period = 27;

/// By when service makes a benefit one's own. What it vests is not known before it is earned, so portions alone can
/// say it.
std::optional<model::VestingTerms> read_benefit_vesting(const View& owner) {
    auto terms = read_vesting(owner);
    if (!terms) {
        return std::nullopt;
    }
    for (const auto& dated : terms->dates) {
        if (dated.quantity) {
            owner.context().error(codes::out_of_place, dated.span, "a benefit vests by portions of what it has come to",
                                  "write `portion = \"50%\"` instead of `quantity`");
            return std::nullopt;
        }
    }
    for (const auto& segment : terms->segments) {
        if (!segment.gates.empty() || segment.start) {
            owner.context().error(codes::out_of_place, owner.span("vesting"),
                                  "a benefit vests by service alone, and this schedule waits for an event",
                                  "write such as `vesting = { over = \"3 years\" }`");
            return std::nullopt;
        }
    }
    return terms;
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
    if (const auto after = table->period("after")) {
        match.after = after->value;
    }
    match.vesting = read_benefit_vesting(*table);
    return match;
}

/// A purchase period counts for the lookback alone, and is neither empty nor longer than plans are.
void check_purchase_period(const View& table, const std::optional<model::Stated<calendar::Period>>& period,
                           bool lookback) {
    if (!table.has("period")) {
        return;
    }
    if (!lookback) {
        table.refuse("period", "counts for the lookback alone", "write `lookback = true`, or take it out");
        return;
    }
    if (period && (period->value.is_zero() || longer_than_months(period->value, longest_purchase_period))) {
        table.context().error(codes::bad_period, period->span,
                              period->value.is_zero() ? "a purchase period is at least a day long"
                                                      : "a purchase period is at most 27 months long",
                              "write how long it is from the first price to the purchase, such as \"6 months\"");
    }
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
    const auto period = table->period("period");
    if (discount && discount->value >= Fraction{1}) {
        table->context().error(codes::bad_rate, discount->span,
                               "`discount` is below 100%: shares are bought, not given", "write such as \"15%\"");
    }
    check_purchase_period(*table, period, lookback && lookback->value);
    if (!discount || !contribution) {
        return std::nullopt;
    }
    model::StockPurchasePlan plan{
        .discount = discount->value, .contribution = contribution->value, .lookback = lookback && lookback->value};
    if (period) {
        plan.period = period->value;
    }
    if (limit) {
        plan.limit = limit->value;
    }
    plan.span = table->span();
    return plan;
}

}  // namespace

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
        auto vesting = read_benefit_vesting(part);
        if (name && amount && after) {
            benefits.others.push_back({.name = std::move(name->value),
                                       .amount = amount->value,
                                       .after = after->value,
                                       .vesting = std::move(vesting),
                                       .span = part.span("amount")});
        }
    }
    return benefits;
}

}  // namespace offerkit::file
