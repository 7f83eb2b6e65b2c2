#include <offerkit/report/words/schedules.hpp>

#include <vector>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

std::string cliff_words(const model::Cliff& cliff) {
    return diagnostic::formatted("after a cliff of {}{}", to_string(cliff.after),
                                 cliff.portion ? " of " + to_percent(*cliff.portion) : "");
}

std::string portion_words(const quantity::Rate& portion) {
    const auto exact =
        quantity::Rate::of(static_cast<quantity::int128>(portion.numerator()) * 10'000, portion.denominator());
    return exact && exact->is_whole() ? to_percent(portion) : to_ratio(portion);
}

std::string segment_words(const model::Segment& segment, bool alone) {
    std::string text = alone && segment.portion == quantity::Rate{1} ? "" : portion_words(segment.portion) + " ";
    if (segment.over.is_zero()) {
        text += "at once";
    } else {
        text += diagnostic::formatted("over {}, every {}", to_string(segment.over), to_string(segment.every));
    }
    text += segment.cliff ? ", " + cliff_words(*segment.cliff) : "";
    text += segment.gates.empty() ? "" : ", not before " + joined(segment.gates, "or");
    if (segment.start) {
        text += ", from " + (segment.start->after.is_zero() ? "" : to_string(segment.start->after) + " after ") +
                segment.start->event;
    }
    return text;
}

}  // namespace

std::string schedule_words(const model::VestingTerms& vesting) {
    std::string text;
    for (const auto& segment : vesting.segments) {
        text += (text.empty() ? "" : "; ") + segment_words(segment, vesting.segments.size() == 1);
    }
    for (const auto& dated : vesting.dates) {
        text += (text.empty() ? "" : "; ") +
                (dated.portion ? portion_words(*dated.portion) : std::to_string(dated.quantity.value_or(0))) + " on " +
                to_string(dated.date);
    }
    text += vesting.cliff ? ", " + cliff_words(*vesting.cliff) : "";
    return text + (vesting.profile.empty() ? "" : diagnostic::formatted(" (profile `{}`)", vesting.profile));
}

}  // namespace offerkit::report
