#pragma once

#include <optional>
#include <string>
#include <vector>

#include <offerkit/calendar/period.hpp>
#include <offerkit/value/leaving.hpp>
#include <offerkit/value/non_compete.hpp>

namespace offerkit::value {

/// Leaving in one month of those ahead.
struct LeavingMonth {
    calendar::Date on;
    Shares vested{};
    Shares accelerated{};
    Shares forfeited{};
    Money vested_value;
    Money accelerated_value;
    Money forfeited_value;
    Money clawback;
    Money bonus_finished;  ///< of finished years and deferred parts
    Money cost;            ///< forfeited value + clawback + bonus of finished years
    Money bonus_running;
    Money unpaid_sign_on;
    Money benefits_lost;
    Money received;  ///< severance and holidays
    Money stake;     ///< all of it together
};

/// Something that a day brings and that leaving before it would have lost.
struct DayBrings {
    enum class Kind { vest, sign_on, clawback, bonus };

    Kind kind = Kind::vest;
    std::string name;                                ///< of the grant, the sign-on or the bonus
    const timeline::ResolvedGrant* grant = nullptr;  ///< of a vest
    Shares quantity{};                               ///< of a vest
    Money amount;                                    ///< what of it is kept
};

/// A day worth waiting for: leaving on it costs much less than leaving the day before.
struct CheaperDay {
    calendar::Date day;
    Money by;  ///< what leaving on it keeps and leaving the day before would lose, at the price of the day
    std::vector<DayBrings> brings{};
};

/// What waiting changes: a row a month, and the days worth waiting for.
struct LeavingMonths {
    std::vector<LeavingMonth> months{};
    std::vector<CheaperDay> cheaper{};  ///< by date
};

/// A row for each month of the horizon, the i-th on first + i months, and the days after `first` up to its end on which
/// the cost falls most: at most six, each by at least a twentieth of the most that stands in any row. Nothing when
/// amounts are too large, which is reported. Rows end with the last day that the papers name.
[[nodiscard]] std::optional<LeavingMonths> leaving_months(LeavingBook& book, calendar::Date first,
                                                          calendar::Period horizon, model::LeavingReason reason,
                                                          Diagnostics& diagnostics);

/// What is asked of a book of leaving.
struct LeavingTimes {
    timeline::Departure departure;
    calendar::Date first_month;                 ///< on which the months begin
    std::optional<calendar::Period> horizon{};  ///< of the months; absent: they are not asked for

    /// The last day that an answer looks at.
    [[nodiscard]] calendar::Date last() const noexcept;
};

/// Leaving on a day, a month later, and month by month where that is asked for. The book must outlive it.
struct LeavingAnswer {
    Leaving leaving;
    std::optional<Leaving> month_later{};  ///< absent where the papers end before
    std::optional<LeavingMonths> months{};
    std::optional<NonCompete> non_compete{};  ///< whoever values the offer fills it in
    std::vector<Conversion> rates{};          ///< exchange rates used
};
/// Nothing when amounts are too large or the calendar ends, which is reported.
[[nodiscard]] std::optional<LeavingAnswer> leaving_answer(LeavingBook& book, const LeavingTimes& times,
                                                          Diagnostics& diagnostics);

}  // namespace offerkit::value
