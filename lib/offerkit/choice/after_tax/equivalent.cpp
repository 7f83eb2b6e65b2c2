#include <offerkit/choice/after_tax/equivalent.hpp>

#include <algorithm>

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

Money left_of(const AfterTax& after, const Living* living) noexcept {
    const Money kept = after.years.front().after_tax;
    return living != nullptr ? kept - living->all() : kept;
}

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
    const auto taxed = anew ? after_tax(*anew, *own.after->law, own.context, unheard) : std::nullopt;
    if (!taxed) {
        return std::nullopt;
    }
    return Trial{left_of(*taxed, own.living), taxed->years.front().counted()};
}

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
    std::int64_t low = 0;
    std::int64_t high = salary->minor() / unit * most_times + 1;
    const auto at = [&](std::int64_t units) { return tried(own, {units * unit, salary->currency()}); };
    const auto most = at(high);
    if (!most || most->left < goal) {
        return std::nullopt;
    }
    // The smallest whole unit that leaves as much.
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        const auto trial = at(middle);
        if (!trial) {
            return std::nullopt;
        }
        (trial->left < goal ? low : high) = middle;
    }
    const auto trial = at(high);
    return trial ? std::optional{Equivalent{offer, as, {high * unit, salary->currency()}, trial->pay}} : std::nullopt;
}

/// What a case leaves, in another currency; nothing without a rate.
std::optional<Money> left_in(const EquivalentCase& one, quantity::Currency currency,
                             std::span<const value::RateSource> rates) {
    diagnostic::Diagnostics unheard;  // a rate that is missing has been told where it is needed
    const Money left = left_of(*one.after, one.living);
    const auto conversion = value::find_conversion(left.currency(), currency, rates, {}, unheard);
    return conversion ? conversion->apply(left) : std::nullopt;
}

}  // namespace

Money left_over(const AfterTax& after, const Living* living) noexcept { return left_of(after, living); }

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
