#include <offerkit/model/vesting_check.hpp>

#include <algorithm>
#include <cmath>
#include <string>

#include <offerkit/calendar/other_unit.hpp>
#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/quantity/detail/wide_fraction.hpp>

namespace offerkit::model {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::Diagnostics;
using diagnostic::formatted;
using quantity::Fraction;
using quantity::detail::WideFraction;

// A third that was rounded: 33.3%, 0.3333, 66.67%. Plain 33% is what plans of 33/33/22/12 really say.
bool is_rounded_third(const Rate& portion) noexcept {
    const double thirds = portion.approximate() * 3.0;
    const auto in_percent =
        Fraction::of(static_cast<quantity::int128>(portion.numerator()) * 100, portion.denominator());
    return portion.denominator() % 3 != 0 && in_percent && !in_percent->is_whole() &&
           std::fabs(thirds - std::nearbyint(thirds)) < 0.002;
}

// The sum as long as it is exact in `Part`.
template <class Part>
std::optional<Part> sum_of(const std::vector<Rate>& portions) {
    Part sum;
    for (const Rate& portion : portions) {
        const auto next = sum.plus(Part{portion});
        if (!next) {
            return std::nullopt;
        }
        sum = *next;
    }
    return sum;
}

// How far portions are from the whole: positive where something is missing, 0 where nothing is. Exact where that fits
// 64 bits, else to sixteen decimals and never a false 0. Nothing when the portions are too fine to be added.
std::optional<Fraction> gap_to_whole(const std::vector<Rate>& portions) {
    if (const auto sum = sum_of<Fraction>(portions)) {
        if (const auto gap = Fraction{1}.minus(*sum)) {
            return gap;
        }
    }
    const auto sum = sum_of<WideFraction>(portions);
    const auto gap = sum ? WideFraction{1}.minus(*sum) : std::nullopt;
    if (!gap || gap->is_zero()) {
        return gap ? std::optional{Fraction{}} : std::nullopt;
    }
    constexpr int decimals = 16;
    const auto rounded = gap->rounded(decimals);
    if (rounded && rounded->is_zero()) {
        constexpr std::int64_t finest = 10'000'000'000'000'000;
        return Fraction::of(gap->numerator() < 0 ? -1 : 1, finest);
    }
    return rounded;
}

bool check_sum(const std::vector<Rate>& portions, Span span, Diagnostics& diagnostics) {
    const auto to_whole = gap_to_whole(portions);
    const auto sum = to_whole ? Fraction{1}.minus(*to_whole) : std::nullopt;
    if (!sum) {
        diagnostics.error(codes::overflow, span, "the portions are too fine to be added exactly",
                          "write them with fewer digits, or as fractions such as \"1/3\"");
        return false;
    }
    if (to_whole->is_zero()) {
        return true;
    }
    const bool missing = *to_whole > Fraction{};
    const Fraction gap = missing ? *to_whole : *Fraction{}.minus(*to_whole);
    // As many decimals as it takes to see that something is amiss.
    const int decimals = gap.approximate() < 1e-8 ? 16 : 6;
    std::string parts;
    for (const Rate& portion : portions) {
        parts += (parts.empty() ? "" : " + ") + quantity::to_percent(portion, 6);
    }
    constexpr std::size_t longest_sum = 160;
    std::string help = parts.size() < longest_sum ? formatted("{} = {}; ", parts, quantity::to_percent(*sum, decimals))
                                                  : std::string{};
    if (std::any_of(portions.begin(), portions.end(), is_rounded_third)) {
        help += "write a third as \"1/3\"";
    } else {
        help += missing ? formatted("add {} to one of them", quantity::to_percent(gap, decimals))
                        : formatted("take {} off one of them", quantity::to_percent(gap, decimals));
    }
    diagnostics.error(codes::portions_sum, span,
                      formatted("the portions add up to {}, not 100%: {}{}", quantity::to_percent(*sum, decimals),
                                quantity::to_percent(gap, decimals), missing ? " is missing" : " too much"),
                      std::move(help));
    return false;
}

std::string every_text(calendar::Period every) { return formatted("`every = \"{}\"`", to_string(every)); }

// What to write where a segment is not a whole number of its periods.
std::string help_for_uneven(calendar::Period over, calendar::Period every) {
    using calendar::Period;
    if (over.in_months() != every.in_months()) {
        const Period same = about_in(every, over.unit());
        if (!same.is_zero() && over.divided_by(same)) {
            return formatted("write {}: days are never turned into months", every_text(same));
        }
    } else if (over.in_months()) {
        int shorter = std::min(every.count(), over.count());
        while (over.count() % shorter != 0) {
            --shorter;
        }
        int longer = every.count();
        while (longer < over.count() && over.count() % longer != 0) {
            ++longer;
        }
        return formatted("write {}{}", every_text(Period::months(shorter)),
                         longer > over.count() || longer == shorter ? "" : " or " + every_text(Period::months(longer)));
    } else if (over.count() > every.count()) {
        const int times = over.count() / every.count();
        return formatted("write `over = \"{}\"` or `over = \"{}\"`", to_string(Period::days(times * every.count())),
                         to_string(Period::days((times + 1) * every.count())));
    }
    return formatted("write both in months and years, or both in days and weeks, such as {}", every_text(over));
}

bool check_steps(const VestingTerms& terms, Diagnostics& diagnostics) {
    bool sound = true;
    std::int64_t tranches = 0;
    for (const auto& segment : terms.segments) {
        if (const auto steps = step_count(segment)) {
            tranches += *steps;
            continue;
        }
        sound = false;
        diagnostics.error(codes::uneven_period, segment.span,
                          formatted("`over` ({}) is not a whole number of `every` ({})", to_string(segment.over),
                                    to_string(segment.every)),
                          help_for_uneven(segment.over, segment.every));
    }
    tranches += static_cast<std::int64_t>(terms.dates.size());
    if (tranches > most_tranches) {
        diagnostics.error(codes::schedule_too_long, terms.span,
                          formatted("this schedule has {} tranches", diagnostic::grouped(tranches)),
                          "a schedule has at most 10,000; check `over` and `every`");
        sound = false;
    }
    return sound;
}

// Where lengths are of one unit, a cliff can be placed without knowing a day.
bool check_cliff(const Cliff& cliff, Period length, Diagnostics& diagnostics) {
    const bool of_one_unit = cliff.after.in_months() == length.in_months() || length.is_zero();
    if ((cliff.after.is_zero() && !(cliff.portion && length.is_zero())) || !of_one_unit) {
        return true;
    }
    if (cliff.after.count() > length.count()) {
        diagnostics.error(codes::cliff_past_end, cliff.span,
                          formatted("the cliff ({}) lies past the end of what it holds back ({})",
                                    to_string(cliff.after), to_string(length)),
                          "a cliff lies inside its schedule: shorten it, or lengthen `over`");
        return false;
    }
    if (cliff.portion && *cliff.portion < Rate{1} && cliff.after.count() == length.count()) {
        diagnostics.error(codes::cliff_past_end, cliff.span,
                          formatted("the cliff releases {} and no tranche follows it to release the rest",
                                    quantity::to_percent(*cliff.portion, 4)),
                          "move the cliff before the last tranche, or leave `portion` out");
        return false;
    }
    return true;
}

bool check_cliffs(const VestingTerms& terms, Diagnostics& diagnostics) {
    bool sound = true;
    int months = 0;
    bool all_months = true;
    for (const auto& segment : terms.segments) {
        if (segment.cliff) {
            sound = check_cliff(*segment.cliff, segment.over, diagnostics) && sound;
        }
        all_months = all_months && (segment.over.in_months() || segment.over.is_zero());
        months += segment.over.count();
    }
    if (terms.cliff && !terms.segments.empty()) {
        if (all_months) {
            sound = check_cliff(*terms.cliff, Period::months(months), diagnostics) && sound;
        } else if (terms.segments.size() == 1) {
            sound = check_cliff(*terms.cliff, terms.segments.front().over, diagnostics) && sound;
        }
    }
    return sound;
}

}  // namespace

std::optional<int> step_count(const Segment& segment) noexcept {
    return segment.over.is_zero() ? std::optional{1} : segment.over.divided_by(segment.every);
}

std::int64_t tranche_count(const VestingTerms& terms) noexcept {
    auto count = static_cast<std::int64_t>(terms.dates.size());
    for (const auto& segment : terms.segments) {
        count += step_count(segment).value_or(0);
    }
    return count;
}

std::int64_t tranche_count(const Offer& offer) noexcept {
    std::int64_t count = 0;
    for (const auto& grant : offer.grants) {
        count += tranche_count(grant.vesting);
    }
    return count;
}

bool check_terms(const VestingTerms& terms, Diagnostics& diagnostics) {
    std::vector<Rate> portions;
    portions.reserve(terms.segments.size() + terms.dates.size());
    for (const auto& segment : terms.segments) {
        portions.push_back(segment.portion);
    }
    bool in_portions = true;
    for (const auto& dated : terms.dates) {
        in_portions = in_portions && dated.portion.has_value();
        portions.push_back(dated.portion.value_or(Rate{}));
    }
    bool sound = !in_portions || check_sum(portions, terms.span, diagnostics);
    sound = check_steps(terms, diagnostics) && sound;
    return check_cliffs(terms, diagnostics) && sound;
}

}  // namespace offerkit::model
