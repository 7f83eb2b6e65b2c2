#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <offerkit/calendar/date.hpp>
#include <offerkit/calendar/period.hpp>
#include <offerkit/model/grant.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/quantity/money.hpp>
#include <offerkit/quantity/price.hpp>
#include <offerkit/quantity/shares.hpp>

/// What terms come to once they are dated and counted: the parts of which results are made.
namespace offerkit::timeline {

using calendar::Date;
using model::Span;
using quantity::Shares;

/// Leaving a job.
struct Departure {
    calendar::Date on;                                              ///< last day employed
    model::LeavingReason reason = model::LeavingReason::voluntary;  ///< never `any`
};

/// Whether and when a tranche is released.
enum class Release : std::uint8_t {
    dated,       ///< on its date
    pending,     ///< waits for an event that has no date
    impossible,  ///< its event missed the deadline
    forfeited,   ///< a departure takes it
};

/// Why a departure takes a tranche.
enum class Forfeiture : std::uint8_t {
    none,
    not_earned,   ///< it was to be earned after the last day employed
    still_held,   ///< earned, but a gate was not open yet, and the grant forfeits what is held
    vested_too,   ///< the reason for leaving takes what has vested as well
    not_granted,  ///< the grant was to be made after the last day employed
};

/// What serving up to a day earns, from one segment of a schedule: before any gate holds it or a departure takes it.
struct Earning {
    std::optional<Date> scheduled{};  ///< the day of the plain grid, after its cliff (of several: the last); absent
                                      ///< while the event its segment starts at has no date
    std::optional<Date> earned{};     ///< the day the service is done, after leaves of absence, the evaluation of a
                                      ///< performance measure and acceleration; what a departure goes by
    Shares quantity{};
    std::int32_t segment = 1;          ///< from 1, in the order of the file
    std::int32_t anchor_day = 0;       ///< the day of the month its months are counted on; 0 where it has no months
    std::int32_t absence = -1;         ///< place in the offer's leaves of absence of the last one that moved it
    std::int32_t acceleration = -1;    ///< place in the grant's accelerations of the one that brought it
    Release waiting = Release::dated;  ///< why there is no day: the event its segment starts at
    bool brought_by_leaving = false;   ///< the acceleration is one that the departure itself set off
    bool awaited_evaluation = false;   ///< earned only when the performance measure is evaluated

    [[nodiscard]] bool accelerated() const noexcept { return acceleration >= 0; }
};

/// What vests on one day from one segment of a schedule.
struct Tranche : Earning {
    std::optional<Date> date{};  ///< absent while pending, and when impossible; of what is forfeited, the day it would
                                 ///< have been released, where that is known
    Release release = Release::dated;
    Forfeiture forfeiture = Forfeiture::none;
};

/// A schedule spelled out: tranches by date, those without a date last. Tranches, forfeited ones included, and `lost`
/// add up to the grant.
struct Schedule {
    std::vector<Tranche> tranches{};
    Shares lost{};  ///< shares that `truncate_forfeit` gives to nobody
};

/// When the gate that any one of `gates` opens is open: the earliest of their dates in time, or why there is none.
struct Opening {
    Release release = Release::dated;
    std::optional<Date> date{};  ///< of a dated opening; absent for no gate at all
};

/// What holds earned shares back, and what a departure does to them.
struct SettlingTerms {
    Date grant_date;
    Opening grant_gate{};
    std::vector<Opening> segment_gates{};  ///< one a segment; empty when no segment has a gate
    model::BeforeGrant before_grant = model::BeforeGrant::fold;
    model::AfterLeaving after_leaving = model::AfterLeaving::forfeit;
    std::vector<model::LeavingReason> forfeits_vested{};
};

/// An acceleration of a grant, with the day of its event looked up.
struct ArmedAcceleration {
    model::Acceleration terms{};
    std::int32_t place = 0;               ///< among the grant's accelerations
    std::optional<Date> event_date{};     ///< of a single or double trigger; absent while its event has no date
    std::optional<Date> vesting_start{};  ///< of the grant: what the first tranche is served from
};

/// What a performance measure is expected to pay: `payout` of the `target` that is granted.
struct PerformanceOutcome {
    Shares target{};
    quantity::Rate payout{};
};

/// What nobody has said yet of a grant, so that its worth cannot be told: it counts as nothing.
struct NotKnown {
    bool strike = false;
    bool price = false;

    [[nodiscard]] bool any() const noexcept { return strike || price; }
};

/// A grant with its shares counted and its tranches dated: what the terms come to.
struct ResolvedGrant {
    std::string id;
    const model::Grant* paper = nullptr;  ///< of the offer, which must outlive this; null for a refresher
    model::Instrument instrument = model::Instrument::rsu;
    Shares quantity{};            ///< whole shares; of a cash grant, minor units of its currency; of performance
                                  ///< shares, how many are expected to be earned
    std::string quantity_rule{};  ///< how the count was reached, in words; empty when the file counts the shares
    std::optional<quantity::Money> quoted_value{};  ///< what the letter says it is worth, when it says so
    quantity::Currency currency;                    ///< of prices and values: the stock's, or the offer's for cash
    Date grant_date;
    Date vesting_start;                             ///< after `align`
    std::optional<Date> converted_on{};             ///< the day whose price turned a value into shares, where it is a
                                                    ///< day after that of the stock's price
    std::optional<quantity::Fraction> ownership{};  ///< of the whole company, as stated, else by `fully_diluted`
    NotKnown not_known{};
    SettlingTerms settling;
    std::optional<quantity::Price> strike{};
    std::optional<PerformanceOutcome> performance{};
    std::vector<Earning> served{};  ///< by day: the plain schedule after performance and leaves of absence
    std::vector<ArmedAcceleration> accelerations{};
    Schedule schedule{};                ///< settled: with a departure on the offer's `end` when it has one
    double vesting_years = 1;           ///< nominal length, at least 1
    bool gated = false;                 ///< anything of it waits for an event, or starts at one
    std::vector<std::string> events{};  ///< the events it hangs on
    bool refresher = false;
    Span span{};  ///< of the amount

    /// What the letter grants: of performance shares the target, else the quantity.
    [[nodiscard]] Shares granted() const noexcept { return performance ? performance->target : quantity; }
    /// Whether what vests of a segment, counted from 1, is released by a gate.
    [[nodiscard]] bool held_by_gate(std::int32_t segment) const noexcept;
};

/// How long vested options can be exercised after leaving (docs/numbers.md, "Options after leaving"): the window for
/// the very reason, else the one for any; its period counted from the last day employed, never past the grant's own
/// life. Where no window is stated there is no deadline here: what a plan does not say is not guessed.
struct ExerciseWindow {
    std::optional<calendar::Period> period{};  ///< absent: not stated
    bool for_any_reason = false;               ///< the window used is the one for any reason
    std::optional<calendar::Date> deadline{};  ///< the last day to exercise; absent: not stated
    std::optional<calendar::Date> expiry{};    ///< by the grant's own life
    bool cut_by_expiry = false;                ///< the grant's own life ends inside the window
};

/// What one is paid for leaving, in the currency of pay.
struct Severance {
    quantity::Money severance;  ///< for the reasons that the papers name
    quantity::Money holidays;   ///< days not taken, whatever the reason
};

/// What leaving loses of bonuses: those of years that are finished and not yet paid, with their deferred parts, and
/// that of the running year.
struct BonusLost {
    quantity::Money finished;
    quantity::Money running;
};

/// What becomes of a sign-on when its holder leaves.
struct SettledSignOn {
    std::string name;
    quantity::Money paid;         ///< so far, the last day included
    quantity::Money unpaid;       ///< parts dated later: they stop
    quantity::Money owed;         ///< of what was paid, to be paid back
    std::optional<Date> until{};  ///< leaving on or after it owes nothing; absent where nothing ever is
    bool has_clawback = false;
    bool waived = false;  ///< the reason for leaving waives the clawback
    model::Span span{};
    const model::Clawback* terms = nullptr;  ///< the papers'; null without a clawback
};

}  // namespace offerkit::timeline
