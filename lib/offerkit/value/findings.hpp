#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <offerkit/calendar/date.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/quantity/exact.hpp>
#include <offerkit/quantity/fraction.hpp>
#include <offerkit/quantity/money.hpp>
#include <offerkit/quantity/shares.hpp>
#include <offerkit/timeline/findings.hpp>

/// What valuing and leaving a job find: the parts of which their results are made.
namespace offerkit::value {

using calendar::Date;
using model::Span;
using quantity::Currency;
using quantity::Money;
using quantity::Shares;

/// How one currency is turned into another, and where that rate was found.
struct Conversion {
    Currency from;
    Currency to;
    quantity::Number rate{1};  ///< 1 `from` = `rate` `to`
    std::string origin{};      ///< "--fx", or a file and the date of its rates; empty between equal currencies
    Span span{};

    /// An amount of `from` in the other currency: exact, then rounded once. Nothing when it leaves 64 bits.
    [[nodiscard]] std::optional<Money> apply(Money amount) const noexcept;
};

/// A set of rates, and where they come from.
struct RateSource {
    const model::FxTable* table = nullptr;
    std::string origin{};
};

/// What a new employer can be asked to make up for when a job is left on a day (docs/numbers.md, "Leaving"). In no
/// total.
struct MakeWhole {
    calendar::Date on;          ///< the last day employed
    quantity::Money forfeited;  ///< of what is forfeited, the vests of the next twelve months
    quantity::Money clawback;
    quantity::Money bonus;  ///< of finished years and deferred parts, not paid yet
    quantity::Money total;  ///< of the three
    quantity::Money whole;  ///< the same with all that is forfeited, however late it would have vested
};

/// What a ban on competing costs: so much less than a year's pay for as long as it lasts (docs/numbers.md, "Leaving").
struct NonCompete {
    model::PaidTime time;
    quantity::Fraction months;  ///< of it: a week is 12/52 and a day 12/365 of one
    quantity::Money paid;       ///< in a year of it, of base
    quantity::Money against;    ///< the annualized pay that it stands against
    quantity::Money cost;       ///< (against - paid) x months / 12
};

/// Money that comes later: so much in all, the last of it on a day.
struct LaterMoney {
    Money amount;
    std::optional<calendar::Date> until{};

    void add(Money more, calendar::Date day) noexcept;
};

/// Shares that vest after the window, at the price of their days.
struct LaterShares {
    Shares quantity{};
    Money value;
    std::optional<calendar::Date> until{};
};

/// The amounts of the yearly table by the day on which they arrive, and what stands beside them
/// (docs/numbers.md, "Earned and paid"). What is earned is what is paid inside the window, paid later and not payable.
struct PaidBasis {
    explicit PaidBasis(Currency currency)
        : paid_later{Money::zero(currency)},
          deferred_later{Money::zero(currency)},
          vests_later{{}, Money::zero(currency)},
          not_payable{Money::zero(currency)} {}

    std::vector<Money> by_year{};  ///< of each year of the window
    LaterMoney paid_later;         ///< in the total: earned inside the window, paid after it
    LaterMoney deferred_later;     ///< in no total: deferred bonuses, sign-ons and cash grants dated after the window
    LaterShares vests_later;       ///< in no total
    Money not_payable;             ///< in the total: private shares that no dated gate turns into money

    [[nodiscard]] bool differs_from(std::span<const Money> earned) const noexcept;
};

/// One scenario, or one of the three values that a range stands for.
struct ExitScenario {
    const model::Exit* exit = nullptr;  ///< of the offer's stock, which must outlive this
    std::string name{};
    quantity::Rate chance{};
    std::optional<quantity::Money> value{};  ///< of the company, in the stock's currency; absent for a tender
    quantity::Exact share_price{};           ///< of a common share, in the stock's currency
    quantity::Shares vested{};               ///< by the day, and inside the window
    quantity::Money worth;                   ///< above the strikes, on the day, in the currency of the results
    quantity::Money present_value;           ///< the same, discounted as money
    bool after_window = false;               ///< the day lies after the window, or after the last day employed
};

/// All scenarios of an offer, and what they add up to. Amounts are in the currency of the results.
struct Exits {
    std::vector<ExitScenario> scenarios{};
    quantity::Money mean;
    quantity::Money median;  ///< the smallest worth with a cumulated chance of at least one half
    quantity::Money mean_present_value;
    quantity::Rate chance_of_nothing{};
    quantity::Exact mean_share_price{};  ///< in the stock's currency
    quantity::Money exercise_cost;       ///< of all options that vest inside the window
    quantity::Rate chance_of_loss{};     ///< that options exercised before are then worth less than they cost
};

/// So many shares, and what they are worth at the price of the day of leaving. Of a cash grant, and of sums over
/// several grants, money counts by its value alone: the quantity is of shares.
struct Holding {
    Shares quantity{};
    Money value;
};

/// What staying a little longer would add: everything that vests on the next day on which something does.
struct NextVest {
    calendar::Date date;
    Shares quantity{};
    Money value;  ///< at the price of its own day
};

/// A value by when it would have vested, counted from the last day employed: three parts that add up to it.
struct ByDelay {
    Money months_3;   ///< within three months, their last day included
    Money months_12;  ///< later, within twelve
    Money later;      ///< later still, or nobody knows when
};

/// How a grant, or all of them, come apart on leaving: vested, accelerated and forfeited add up to what was granted.
struct Split {
    Holding vested;       ///< yours, what still waits for an event included
    Holding accelerated;  ///< yours because the departure itself accelerates it
    Holding forfeited;    ///< gone; what could never vest is in its quantity, at no value
    Holding waiting;      ///< of the first two: kept, and still waiting for an event
    Holding gated;        ///< of the forfeited: would have had to wait for an event without a date
    ByDelay delay;        ///< the value of the forfeited
    Shares never{};       ///< of the forfeited: its event missed the deadline, or rounding gives it to nobody
    std::optional<NextVest> next{};
};

struct GrantLeaving {
    const timeline::ResolvedGrant* grant = nullptr;  ///< the book's
    Split split;
};

/// What becomes of vested options: iso, nso, and the like that pay their gain without a purchase (sar, phantom).
struct OptionLeaving {
    const timeline::ResolvedGrant* grant = nullptr;
    Shares exercisable{};               ///< vested or accelerated, waiting for no event, not expired
    std::optional<Money> cost{};        ///< strike x shares; zero for what is settled in its gain; absent: not known
    std::optional<Money> value{};       ///< max(0, price - strike) x shares; absent where one of the two is not known
    timeline::ExerciseWindow window{};  ///< with the deadline
    std::optional<bool> under_water{};  ///< the price is below the strike; absent without a price
    bool expired = false;               ///< by its own life, on the day of leaving
};

/// What is to be done about vested options after leaving, all of them together.
struct ToExercise {
    Money cash;                   ///< what buying them takes
    std::optional<Date> until{};  ///< the first day on which some of them lapse; absent where no papers name one
    Shares options{};             ///< that can be exercised
    Shares under_water{};         ///< of these, below their strike today
    Shares no_strike{};           ///< of these, at a strike that is not known: `cash` counts nothing for them
    bool several_days = false;    ///< some lapse later than `until`, or nobody knows when
};

/// Where the day of leaving lies.
enum class LeavingTime {
    before_start,  ///< before the first day: nothing has happened yet
    employed,
    after_end,  ///< after the last day that the papers name: everything is as on that day
};

/// What one walks away with on a day, in the currency of the results.
struct Leaving {
    const model::Offer* offer = nullptr;
    timeline::Departure departure;  ///< as asked
    calendar::Date last_day;        ///< the day asked, or the last day of the papers where that comes first
    LeavingTime time = LeavingTime::employed;
    std::vector<GrantLeaving> grants{};
    Split all;
    std::vector<timeline::SettledSignOn> sign_ons{};
    Money clawback;        ///< owed of all sign-ons
    Money unpaid_sign_on;  ///< parts that stop; in no other figure
    std::vector<OptionLeaving> options{};
    ToExercise to_exercise;
    timeline::BonusLost bonus;      ///< `finished`: of finished years and deferred parts, in the cost
    Money bonus_lost;               ///< of finished years and of the running one
    Money benefits_lost;            ///< added by then and not vested
    timeline::Severance severance;  ///< received, and in no other figure
    Money cost;                     ///< forfeited value + clawback + bonus of finished years
    MakeWhole make_whole;
    /// All that leaving on this day loses or pays, less what it brings: the cost, the running year's bonus, the
    /// sign-on that stops and benefits not vested, less severance and holidays. Its change is what waiting changes.
    Money stake;

    [[nodiscard]] Money received() const noexcept { return severance.severance + severance.holidays; }
    /// Nothing at all is lost, to be paid or to be bought.
    [[nodiscard]] bool costs_nothing() const noexcept;
};

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

/// Leaving on a day, a month later, and month by month where that is asked for. The book must outlive it.
struct LeavingAnswer {
    Leaving leaving;
    std::optional<Leaving> month_later{};  ///< absent where the papers end before
    std::optional<LeavingMonths> months{};
    std::optional<NonCompete> non_compete{};  ///< whoever values the offer fills it in
    std::vector<Conversion> rates{};          ///< exchange rates used
};

}  // namespace offerkit::value
