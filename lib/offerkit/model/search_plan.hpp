#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <offerkit/calendar/period.hpp>
#include <offerkit/model/assumption.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/quantity/fraction.hpp>
#include <offerkit/quantity/money.hpp>
#include <offerkit/words.hpp>

/// What a pipeline file says: applications sent so far, offers and processes by their value, and the day by which a new
/// job is wanted.
namespace offerkit::model {

/// A Beta distribution of a rate, before the person's own record.
struct BetaPrior {
    double a = 1;  ///< above 0
    double b = 1;
};

/// The three rates of a search: of applications that are answered, of answers that lead to the last interviews, and of
/// those that end in an offer.
inline constexpr std::size_t funnel_steps = 3;
using FunnelPriors = std::array<BetaPrior, funnel_steps>;

/// Nothing is known of the first two, which Beta(1, 1) says. Of the last 95% lie in 15% to 70%, which 15,897 reviews of
/// interviews at 27 companies span (August 2019, in C. Huyen, "Introduction to Machine Learning Interviews", 2.6).
inline constexpr FunnelPriors usual_priors{{{1, 1}, {1, 1}, {4.4, 6.3}}};

/// What became of the applications of one channel: a referral, a cold application.
struct FunnelRecord {
    Stated<std::string> channel;
    /// Applications sent, replies, last interviews and offers. No step has more than what is settled of the one before.
    std::array<Stated<std::int64_t>, funnel_steps + 1> reached;
    std::array<std::int64_t, funnel_steps> pending{};  ///< of each of the first three: not heard of yet
    Span span{};
};

/// An offer in hand, by what it is worth.
struct SearchOffer {
    Stated<std::string> name;
    Stated<Money> value;
    std::optional<Stated<Date>> decide_by{};  ///< absent: it stays open
    Span span{};
};

/// An application that may end in an offer.
struct SearchProcess {
    Stated<std::string> name;
    Stated<Money> value;
    std::optional<Stated<Rate>> chance{};  ///< absent: from the rates of its channel and the stage, which is then there
    Stated<Date> expected;
    std::int64_t open_days = 7;  ///< from the day expected to the last on which it can be taken
    std::optional<Stated<Stage>> stage{};
    std::optional<Stated<std::string>> channel{};  ///< one of the records
    Span span{};
};

enum class Seniority { early, middle, senior };
[[nodiscard]] constexpr auto words(Seniority) noexcept {
    using enum Seniority;
    return std::to_array<Word<Seniority>>({{early, "early"}, {middle, "middle"}, {senior, "senior"}});
}

/// When a new job is wanted, and what has to happen before. Periods are of whole months.
struct SearchTiming {
    Stated<Date> wanted;
    Period notice = Period::months(0);
    Period visa = Period::months(0);
    Period prepare = Period::months(0);
    std::optional<Period> search{};  ///< absent: as is usual for the seniority
    Seniority seniority = Seniority::middle;
};

struct SearchPlan {
    std::string file;
    Currency currency;  ///< of its amounts
    std::optional<Stated<Date>> as_of{};
    std::optional<Stated<Money>> floor{};  ///< what is there without any offer
    Money cost_per_week;
    std::int64_t want = 1;  ///< offers
    FunnelPriors priors = usual_priors;
    bool priors_stated = false;
    std::vector<FunnelRecord> funnels{};
    std::vector<SearchOffer> offers{};
    std::vector<SearchProcess> processes{};
    std::optional<SearchTiming> timing{};
    std::vector<Assumption> assumptions{};
    Span span{};
};

}  // namespace offerkit::model
