#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include <offerkit/choice/search/findings.hpp>
#include <offerkit/model/search_plan.hpp>

/// Rates of a search learned from a person's own record, and how many applications an offer takes
/// (docs/pipeline.md, "Rates").
namespace offerkit::choice::search {

/// Of no record: what is known before.
[[nodiscard]] Rates learned(const model::FunnelPriors& priors, const model::FunnelRecord& record) noexcept;

/// The mean of a rate, 0 to 1.
[[nodiscard]] double mean(const model::BetaPrior& rate) noexcept;

/// The chance of an offer from a stage on, at the mean rates: from `sent` that of one application.
[[nodiscard]] double chance_from(const Rates& rates, model::Stage stage) noexcept;

/// The same where there is no record, to nine decimals.
[[nodiscard]] quantity::Rate usual_chance(model::Stage stage) noexcept;

/// The most applications that are thought of.
inline constexpr std::int64_t most_applications = 2'000;

/// The chance of at least `want` offers of so many applications more, up to `most_applications`. The rates are as
/// uncertain as the record leaves them, so this is no binomial: a low rate makes all of them fail together.
class Applications {
public:
    Applications(const Rates& rates, std::int64_t want);

    [[nodiscard]] double chance_of(std::int64_t applications);
    /// The fewest with at least that chance; nothing where even the most have less.
    [[nodiscard]] std::optional<std::int64_t> needed(double chance);

private:
    /// The chance of fewer than wanted, of so many last interviews; of so many replies.
    [[nodiscard]] double fail_of_onsites(std::int64_t onsites);
    [[nodiscard]] double fail_of_replies(std::int64_t replies);

    Rates rates_;
    std::int64_t want_;
    std::array<std::vector<double>, 2> known_;  // by count; below 0: not worked out yet
};

/// How long a search takes where it is not said, by seniority, in months: 2, 3 and 6, the time to fill such a role seen
/// from the hiring side (an essay on hiring in India; a book advises to begin three to six months ahead).
[[nodiscard]] int usual_search_months(model::Seniority seniority) noexcept;

/// The day to begin by: so many months before the day wanted, clamped to the month's end.
[[nodiscard]] calendar::Date start_by(const model::SearchTiming& timing) noexcept;

}  // namespace offerkit::choice::search
