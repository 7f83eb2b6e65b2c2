#include <offerkit/tax/form.hpp>

#include <algorithm>

namespace offerkit::tax {

const Line* Form::find(std::string_view line) const noexcept {
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const Line& one) { return one.id == line; });
    return found == lines.end() ? nullptr : &*found;
}

const Limit* Form::limit(std::string_view name) const noexcept {
    const auto found = std::find_if(limits.begin(), limits.end(), [&](const Limit& one) { return one.id == name; });
    return found == limits.end() ? nullptr : &*found;
}

std::optional<int> year_for(std::span<const int> years, int asked) noexcept {
    std::optional<int> newest;
    std::optional<int> first;
    for (const int year : years) {
        if (year <= asked && (!newest || year > *newest)) {
            newest = year;
        }
        if (!first || year < *first) {
            first = year;
        }
    }
    return newest ? newest : first;
}

int tax_year_of(calendar::Date day, calendar::DayOfYear begins) noexcept {
    return day < begins.in(day.year()) ? day.year() - 1 : day.year();
}

}  // namespace offerkit::tax
