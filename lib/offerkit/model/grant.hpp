#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <offerkit/calendar/day_rule.hpp>
#include <offerkit/calendar/vest_day.hpp>
#include <offerkit/model/vesting_terms.hpp>
#include <offerkit/quantity/money.hpp>
#include <offerkit/quantity/price.hpp>
#include <offerkit/words.hpp>

namespace offerkit::model {

using calendar::DayOfYear;
using calendar::DayRule;
using calendar::VestDay;
using quantity::Money;
using quantity::Number;
using quantity::Price;

/// What is granted: a share (rsu, rsa, psu), a right to buy one (iso, nso), its gain in money or stock (sar, phantom),
/// or money alone.
enum class Instrument { rsu, iso, nso, rsa, sar, phantom, psu, cash };
[[nodiscard]] constexpr auto words(Instrument) noexcept {
    using enum Instrument;
    return std::to_array<Word<Instrument>>({{rsu, "rsu"},
                                            {iso, "iso"},
                                            {nso, "nso"},
                                            {rsa, "rsa"},
                                            {sar, "sar"},
                                            {phantom, "phantom"},
                                            {psu, "psu"},
                                            {cash, "cash"}});
}

/// True for instruments that are worth only what the price exceeds a strike by.
[[nodiscard]] constexpr bool has_strike(Instrument instrument) noexcept {
    return instrument == Instrument::iso || instrument == Instrument::nso || instrument == Instrument::sar ||
           instrument == Instrument::phantom;
}
/// True for stock options proper: what is exercised, and expires.
[[nodiscard]] constexpr bool is_option(Instrument instrument) noexcept {
    return instrument == Instrument::iso || instrument == Instrument::nso;
}

enum class ShareRounding { down, up, nearest };
[[nodiscard]] constexpr auto words(ShareRounding) noexcept {
    using enum ShareRounding;
    return std::to_array<Word<ShareRounding>>({{down, "down"}, {up, "up"}, {nearest, "nearest"}});
}

/// So many shares; the letter may name beside them which part of the company they are.
struct QuantityGrant {
    std::int64_t shares = 0;
    std::optional<Stated<Rate>> ownership{};
};
/// A share of the fully diluted company.
struct OwnershipGrant {
    Rate share{};
};
/// An amount of money that is turned into shares once: at a price that is stated, else at that of the stock, which for
/// a grant made later is the price of its day.
struct ValueGrant {
    Money value;
    std::optional<Stated<Price>> conversion_price{};
    ShareRounding round = ShareRounding::down;
};

enum class BeforeGrant { fold, keep };
[[nodiscard]] constexpr auto words(BeforeGrant) noexcept {
    using enum BeforeGrant;
    return std::to_array<Word<BeforeGrant>>({{fold, "fold"}, {keep, "keep"}});
}
enum class AfterLeaving { forfeit, keep };
[[nodiscard]] constexpr auto words(AfterLeaving) noexcept {
    using enum AfterLeaving;
    return std::to_array<Word<AfterLeaving>>({{forfeit, "forfeit"}, {keep, "keep"}});
}

/// Why somebody leaves, as plans and contracts tell the cases apart. `any` stands only in termination windows.
enum class LeavingReason { any, voluntary, retirement, without_cause, good_reason, with_cause, death, disability };
[[nodiscard]] constexpr auto words(LeavingReason) noexcept {
    using enum LeavingReason;
    return std::to_array<Word<LeavingReason>>({{any, "any"},
                                               {voluntary, "voluntary"},
                                               {retirement, "retirement"},
                                               {without_cause, "without_cause"},
                                               {good_reason, "good_reason"},
                                               {with_cause, "with_cause"},
                                               {death, "death"},
                                               {disability, "disability"}});
}

/// When an option can no longer be exercised, counted from the grant date.
struct Expiry {
    Period after = Period::months(0);
    bool day_before = false;
    Span span{};
};

enum class AccelerationTrigger {
    single_trigger,
    double_trigger,
    death,
    disability,
    without_cause,
    good_reason,
    retirement,
};
[[nodiscard]] constexpr auto words(AccelerationTrigger) noexcept {
    using enum AccelerationTrigger;
    return std::to_array<Word<AccelerationTrigger>>({{single_trigger, "single"},
                                                     {double_trigger, "double"},
                                                     {death, "death"},
                                                     {disability, "disability"},
                                                     {without_cause, "without_cause"},
                                                     {good_reason, "good_reason"},
                                                     {retirement, "retirement"}});
}
/// The reason for leaving that sets a trigger off by itself; nothing for one that names an event.
[[nodiscard]] constexpr std::optional<LeavingReason> reason_of(AccelerationTrigger trigger) noexcept {
    switch (trigger) {
        case AccelerationTrigger::single_trigger:
        case AccelerationTrigger::double_trigger: break;
        case AccelerationTrigger::death: return LeavingReason::death;
        case AccelerationTrigger::disability: return LeavingReason::disability;
        case AccelerationTrigger::without_cause: return LeavingReason::without_cause;
        case AccelerationTrigger::good_reason: return LeavingReason::good_reason;
        case AccelerationTrigger::retirement: return LeavingReason::retirement;
    }
    return std::nullopt;
}
enum class AccelerationOrder { prorata, soonest, last };
[[nodiscard]] constexpr auto words(AccelerationOrder) noexcept {
    using enum AccelerationOrder;
    return std::to_array<Word<AccelerationOrder>>({{prorata, "prorata"}, {soonest, "soonest"}, {last, "last"}});
}

/// The part of the next tranche that has been served, by days.
struct ServedPart {};

/// What vests early when something happens.
struct Acceleration {
    AccelerationTrigger trigger = AccelerationTrigger::single_trigger;
    std::string event{};             ///< of a single or double trigger
    std::optional<Period> within{};  ///< of the event, for the termination half of a double trigger
    std::optional<Period> before{};  ///< of a double trigger: a termination up to so long before the event counts too
    std::variant<Rate, Period, std::int64_t, ServedPart> amount =
        Rate{1};  ///< share of what is unvested, so many months of it, so many shares, or what is served of the next
    AccelerationOrder order = AccelerationOrder::prorata;
    Span span{};
};

/// How long vested options can be exercised after leaving for a reason.
struct TerminationWindow {
    LeavingReason reason = LeavingReason::any;
    Period period = Period::months(0);
    Span span{};
};

struct CurvePoint {
    Number measure{};
    Rate payout{};
};

/// What a performance share pays: the payout read off a curve at the measure expected, known at the evaluation.
struct Performance {
    std::string measure{};
    std::vector<CurvePoint> curve{};  ///< strictly increasing in the measure
    Number expected{};
    std::optional<Date> evaluation{};
    ShareRounding round = ShareRounding::down;
    Span span{};
};

/// One grant as its papers say it.
struct Grant {
    std::string id;
    Instrument instrument = Instrument::rsu;
    std::variant<QuantityGrant, OwnershipGrant, ValueGrant> amount = QuantityGrant{};
    Span amount_span{};  ///< the key that says how much
    Date grant_date;
    bool grant_date_is_written = false;  ///< else it is the first day
    Stated<Date> vesting_start;          ///< as written; `align` has not moved it yet
    std::vector<VestDay> align{};        ///< at most one a month
    VestingTerms vesting{};
    Allocation allocation = Allocation::cumulative_round_down;
    DayRule day_of_month{};
    bool day_of_month_is_written = false;  ///< then it goes before the days that `align` names
    BeforeGrant before_grant = BeforeGrant::fold;
    std::vector<std::string> gates{};
    std::optional<Stated<Price>> strike{};
    std::optional<Expiry> expires{};
    bool early_exercise = false;
    std::optional<Stated<Date>> exercise{};  ///< of an option: the day it is meant to be exercised, for taxes alone
    AfterLeaving after_leaving = AfterLeaving::forfeit;
    std::vector<LeavingReason> forfeits_vested{};
    std::vector<Acceleration> accelerations{};
    std::vector<TerminationWindow> termination_windows{};
    std::optional<Performance> performance{};
    Span span{};
};

}  // namespace offerkit::model
