#include <offerkit/timeline/sign_on.hpp>

#include <algorithm>
#include <numeric>

#include <offerkit/quantity/int128.hpp>

namespace offerkit::timeline {

using calendar::Period;
using quantity::int128;
using quantity::Money;

namespace {

/// The parts of which all rates of the steps are whole numbers: at most what the reader lets through.
std::int64_t common_parts(const std::vector<model::ClawbackStep>& steps) noexcept {
    std::int64_t parts = 1;
    for (const auto& step : steps) {
        parts = std::lcm(parts, step.owed.denominator());
    }
    return parts;
}

/// When nothing is owed any more, counted from the payment or the start; nothing where nothing ever is.
std::optional<Period> owed_for(const model::Clawback& clawback) {
    if (clawback.share.is_zero()) {
        return std::nullopt;
    }
    if (clawback.rule != model::ClawbackRule::steps) {
        return clawback.within;
    }
    const auto last = std::find_if(clawback.steps.rbegin(), clawback.steps.rend(),
                                   [](const model::ClawbackStep& step) { return !step.owed.is_zero(); });
    return last == clawback.steps.rend() ? std::nullopt : std::optional{last->until};
}

}  // namespace

Date sign_on_begin(const model::SignOn& sign_on, Date start) noexcept {
    const auto* date = std::get_if<Date>(&sign_on.when);
    return date != nullptr ? *date : std::get<Period>(sign_on.when).after(start);
}

std::vector<SignOnPart> sign_on_parts(const model::SignOn& sign_on, Date start) {
    const Date begin = sign_on_begin(sign_on, start);
    if (!sign_on.over || sign_on.over->count() <= 0) {
        return {{begin, sign_on.amount.value}};
    }
    const int count = sign_on.over->count();
    std::vector<SignOnPart> parts;
    parts.reserve(static_cast<std::size_t>(count));
    for (int i = 1; i <= count; ++i) {
        parts.push_back({begin.plus_months(i), quantity::equal_part(sign_on.amount.value, i, count)});
    }
    return parts;
}

SignOnTerms::SignOnTerms(const model::SignOn& sign_on, Date start)
    : sign_on_{&sign_on}, start_{start}, parts_{sign_on_parts(sign_on, start)} {
    if (!sign_on.clawback) {
        return;
    }
    const model::Clawback& clawback = *sign_on.clawback;
    switch (clawback.rule) {
        case model::ClawbackRule::full: break;
        case model::ClawbackRule::steps: parts_owed_of_ = common_parts(clawback.steps); break;
        case model::ClawbackRule::prorated: {
            const int prorated = clawback.within.count() - (clawback.full_for ? clawback.full_for->count() : 0);
            parts_owed_of_ = std::max(1, prorated);
            break;
        }
    }
    if (const auto owed = owed_for(clawback); owed && !sign_on.amount.value.is_zero() && !parts_.empty()) {
        until_ = owed->after(term_begin(parts_.back()));
    }
}

Date SignOnTerms::term_begin(const SignOnPart& part) const noexcept {
    return sign_on_->clawback && sign_on_->clawback->from == model::ClawbackFrom::start ? start_ : part.date;
}

std::int64_t SignOnTerms::parts_owed(const model::Clawback& clawback, Date begin, Date day) const noexcept {
    if (day >= clawback.within.after(begin)) {
        return 0;
    }
    switch (clawback.rule) {
        case model::ClawbackRule::full: return parts_owed_of_;
        case model::ClawbackRule::steps: {
            const auto step =
                std::partition_point(clawback.steps.begin(), clawback.steps.end(),
                                     [&](const model::ClawbackStep& each) { return each.until.after(begin) <= day; });
            return step == clawback.steps.end() ? 0
                                                : step->owed.numerator() * (parts_owed_of_ / step->owed.denominator());
        }
        case model::ClawbackRule::prorated: break;
    }
    if (clawback.full_for && day < clawback.full_for->after(begin)) {
        return parts_owed_of_;
    }
    const std::int64_t served = clawback.within.in_months() ? day.whole_months_since(begin) : day.days_since(begin);
    return std::clamp<std::int64_t>(clawback.within.count() - served, 0, parts_owed_of_);
}

SettledSignOn SignOnTerms::settle(const Departure& departure) const {
    const Money zero = Money::zero(sign_on_->amount.value.currency());
    SettledSignOn settled{.name = sign_on_->name,
                          .paid = zero,
                          .unpaid = zero,
                          .owed = zero,
                          .has_clawback = sign_on_->clawback.has_value(),
                          .span = sign_on_->clawback ? sign_on_->clawback->span : sign_on_->span};
    for (const auto& part : parts_) {
        (part.date <= departure.on ? settled.paid : settled.unpaid) += part.amount;
    }
    if (!sign_on_->clawback) {
        return settled;
    }
    const model::Clawback& clawback = *sign_on_->clawback;
    settled.terms = &clawback;
    settled.waived =
        std::find(clawback.waived.begin(), clawback.waived.end(), departure.reason) != clawback.waived.end();
    if (settled.waived) {
        return settled;
    }
    settled.until = until_;
    // In amount x parts owed, over the parts: one division, one rounding.
    int128 owed = 0;
    for (const auto& part : parts_) {
        if (part.date <= departure.on) {
            owed += static_cast<int128>(part.amount.minor()) * parts_owed(clawback, term_begin(part), departure.on);
        }
    }
    if (owed != 0) {
        // At most what was paid, so it fits.
        const int128 minor = quantity::round_half_up(
            owed * clawback.share.numerator(), static_cast<int128>(parts_owed_of_) * clawback.share.denominator());
        settled.owed = Money{static_cast<std::int64_t>(minor), zero.currency()};
    }
    return settled;
}

}  // namespace offerkit::timeline
