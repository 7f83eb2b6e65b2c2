#include <offerkit/choice/after_tax/equivalent.hpp>

#include <algorithm>
#include <cmath>

#include <offerkit/choice/after_tax/first_year.hpp>
#include <offerkit/quantity/estimate.hpp>
#include <offerkit/value/exchange.hpp>

namespace offerkit::choice {

namespace {

// A base is looked for up to this many times what is paid now.
constexpr int most_times = 16;

/// The offer with another salary: changes that are dated no longer apply.
model::Offer with_salary(const model::Offer& offer, Money salary) {
    model::Offer edited = offer;
    edited.base->basis = model::Base::Basis::salary;
    edited.base->rate.value = salary;
    edited.base->units_per_year = quantity::Number{1};
    edited.base->changes.clear();
    return edited;
}

Money left_of(Money kept, const Living* living) noexcept { return living != nullptr ? kept - living->all() : kept; }

struct Trial {
    Money left;
    Money pay;
};

std::optional<Trial> tried(const EquivalentCase& own, Money salary) {
    diagnostic::Diagnostics unheard;  // what is wrong with the offer itself has been told
    const auto& valued = *own.after->offer;
    const model::Offer edited = with_salary(*valued.offer, salary);
    const auto anew = value::value_offer(
        edited, valued.window, {own.context.valuation, own.context.discounting, valued.currency, own.context.rates},
        unheard);
    const auto taxed = anew ? first_year_after_tax(*anew, *own.after->law, own.context, unheard) : std::nullopt;
    if (!taxed) {
        return std::nullopt;
    }
    return Trial{left_of(taxed->after_tax, own.living), taxed->counted};
}

/// Salaries in whole units, of which the lower leaves too little and the higher enough. What is left grows in straight
/// pieces, mostly long ones, so the line through the ends leads to the answer in a few steps; where it does not, the
/// next step halves.
struct Bracket {
    std::int64_t low = 0;
    std::int64_t high = 0;
    double short_at_low = 0;   ///< by how much the goal is missed; 0: not tried, as nobody is paid nothing
    double short_at_high = 0;  ///< 0 or below
    bool halve = false;

    void take(std::int64_t units, double short_by) noexcept {
        const std::int64_t width = high - low;
        if (short_by > 0) {
            low = units;
            short_at_low = short_by;
        } else {
            high = units;
            short_at_high = short_by;
        }
        halve = high - low > width / 2;
    }

    [[nodiscard]] std::int64_t guess() const noexcept {
        if (halve || short_at_low <= 0) {
            return low + (high - low) / 2;
        }
        const double share = short_at_low / (short_at_low - short_at_high);
        const auto steps = static_cast<std::int64_t>(std::ceil(share * static_cast<double>(high - low)));
        return std::max(low + 1, std::min(low + steps, high - 1));
    }
};

/// The smallest whole base at which an offer leaves as much as the goal, which is in the currency of its place.
std::optional<Equivalent> equivalent_base(std::size_t offer, const EquivalentCase& own, std::size_t as, Money goal) {
    const model::Offer& written = *own.after->offer->offer;
    if (!written.base) {
        return std::nullopt;
    }
    const auto salary = quantity::multiply(written.base->rate.value, written.base->units_per_year);
    if (!salary || salary->is_zero()) {
        return std::nullopt;
    }
    const std::int64_t unit = salary->currency().minor_per_major();
    const auto at = [&](std::int64_t units) { return tried(own, {units * unit, salary->currency()}); };
    // What is paid now is nearer to the answer than the ends are.
    Bracket bracket{.high = salary->minor() / unit * most_times + 1};
    const auto most = at(bracket.high);
    if (!most || most->left < goal) {
        return std::nullopt;
    }
    bracket.short_at_high = quantity::major_of(goal - most->left);
    auto found = most;
    std::int64_t next = std::max(salary->minor() / unit, std::int64_t{1});
    while (bracket.high - bracket.low > 1) {
        const auto trial = at(next);
        if (!trial) {
            return std::nullopt;
        }
        const double short_by = quantity::major_of(goal - trial->left);
        if (trial->left >= goal) {
            found = trial;
        }
        bracket.take(next, short_by);
        next = bracket.guess();
    }
    return Equivalent{offer, as, {bracket.high * unit, salary->currency()}, found->pay};
}

/// What a case leaves, in another currency; nothing without a rate.
std::optional<Money> left_in(const EquivalentCase& one, quantity::Currency currency,
                             std::span<const value::RateSource> rates) {
    diagnostic::Diagnostics unheard;  // a rate that is missing has been told where it is needed
    const Money left = left_over(*one.after, one.living);
    const auto conversion = value::find_conversion(left.currency(), currency, rates, {}, unheard);
    return conversion ? conversion->apply(left) : std::nullopt;
}

}  // namespace

Money left_over(const AfterTax& after, const Living* living) noexcept {
    return left_of(after.years.front().after_tax, living);
}

std::vector<std::optional<Money>> left_in_results(std::span<const EquivalentCase> cases) {
    std::vector<std::optional<Money>> all;
    for (const EquivalentCase& one : cases) {
        all.push_back(left_in(one, one.after->offer->currency, one.context.rates));
    }
    return all;
}

std::vector<Equivalent> equivalents(std::span<const EquivalentCase> cases) {
    std::vector<Equivalent> all;
    if (cases.size() < 2) {
        return all;
    }
    // Nothing is less than any amount.
    const auto left = left_in_results(cases);
    const auto most = static_cast<std::size_t>(std::max_element(left.begin(), left.end()) - left.begin());
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const auto goal =
            i == most ? std::nullopt : left_in(cases[most], cases[i].after->law->currency(), cases[i].context.rates);
        if (auto one = goal ? equivalent_base(i, cases[i], most, *goal) : std::nullopt) {
            all.push_back(*one);
        }
    }
    return all;
}

}  // namespace offerkit::choice
