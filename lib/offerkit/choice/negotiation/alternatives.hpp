#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include <offerkit/choice/negotiation/preference.hpp>
#include <offerkit/words.hpp>

namespace offerkit::choice::negotiation {

/// How sure another way is, from what can be relied on to what is hoped for.
enum class Grade { written, verbal, process, current, search };
[[nodiscard]] constexpr auto words(Grade) noexcept {
    using enum Grade;
    return std::to_array<Word<Grade>>(
        {{written, "written"}, {verbal, "verbal"}, {process, "process"}, {current, "current"}, {search, "search"}});
}
[[nodiscard]] Grade grade_of(const model::Offer& offer) noexcept;
/// Whether it may come to nothing: still interviewing, or still looking.
[[nodiscard]] bool is_hoped_for(Grade grade) noexcept;

/// One way to go without the offer at hand (BATNA: Fisher & Ury 1981; Lax & Sebenius 1986).
struct Alternative {
    std::size_t offer = 0;  ///< its place in the comparison
    Grade grade = Grade::written;
    Money figure;              ///< the metric, as if it were there; of the job held now what is still to come
    Money clawback;            ///< of the job held now: owed on leaving, and so kept by staying; the whole amount
    Money standing;            ///< figure with the clawback as the metric counts it
    quantity::Rate chance{1};  ///< that it comes true
    Money worth;               ///< with its chance: p standing + (1 - p) of the next best
    double value = 0;          ///< the same in the unit of the preference
    std::optional<Money> make_whole{};  ///< of the job held now: what leaving forfeits and owes; beside the figures
};

/// The other offers as ways to go, the best first; ties go to what is surer. What is only hoped for is worth
/// p V + (1 - p) V(next best), the next best being the best of those below it, and nothing where there is none.
struct Alternatives {
    std::vector<Alternative> all{};

    [[nodiscard]] bool empty() const noexcept { return all.empty(); }
    /// The best alternative to an agreement. Not for none.
    [[nodiscard]] const Alternative& batna() const noexcept { return all.front(); }
    /// The one that is that offer of the comparison; it must be there.
    [[nodiscard]] const Alternative& of(std::size_t offer) const noexcept;
    /// The best of those that do not hang on an interview; nothing where there is none.
    [[nodiscard]] const Alternative* surest() const noexcept;
};

/// Weighs every offer of the comparison but the one at `own`, and but other versions of it: offers of the same company.
/// With `own` the number of offers none stands apart, and all are weighed.
[[nodiscard]] Alternatives weigh(const Comparison& comparison, std::size_t own, const Appraiser& appraiser,
                                 const Preference& preference);

}  // namespace offerkit::choice::negotiation
