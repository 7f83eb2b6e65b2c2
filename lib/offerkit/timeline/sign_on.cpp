#include <offerkit/timeline/sign_on.hpp>

#include <algorithm>

#include <offerkit/quantity/int128.hpp>

namespace offerkit::timeline {

using calendar::Period;
using quantity::int128;
using quantity::Money;

namespace {

/// How much of a term is not served by a day, in its own unit: whole months since it began, or days.
std::int64_t not_served(Period term, Date begin, Date day) noexcept {
    if (day >= term.after(begin)) {
        return 0;
    }
    const std::int64_t served = term.in_months() ? day.whole_months_since(begin) : day.days_since(begin);
    return std::clamp<std::int64_t>(term.count() - served, 0, term.count());
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
    if (sign_on.clawback && !sign_on.amount.value.is_zero()) {
        until_ = sign_on.clawback->within.after(term_begin(parts_.back()));
    }
}

Date SignOnTerms::term_begin(const SignOnPart& part) const noexcept {
    return sign_on_->clawback && sign_on_->clawback->from == model::ClawbackFrom::start ? start_ : part.date;
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
    settled.waived =
        std::find(clawback.waived.begin(), clawback.waived.end(), departure.reason) != clawback.waived.end();
    if (settled.waived) {
        return settled;
    }
    settled.until = until_;
    // In amount x units of the term not served, over the units of the term: one division, one rounding.
    int128 owed = 0;
    for (const auto& part : parts_) {
        if (part.date > departure.on) {
            continue;
        }
        const std::int64_t rest = not_served(clawback.within, term_begin(part), departure.on);
        const bool whole = clawback.rule == model::ClawbackRule::full && rest > 0;
        owed += static_cast<int128>(part.amount.minor()) * (whole ? clawback.within.count() : rest);
    }
    if (owed != 0) {
        // At most what was paid, so it fits.
        const int128 minor = quantity::round_half_up(owed, clawback.within.count());
        settled.owed = Money{static_cast<std::int64_t>(minor), zero.currency()};
    }
    return settled;
}

}  // namespace offerkit::timeline
