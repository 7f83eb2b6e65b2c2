#include <offerkit/value/option_facts.hpp>

#include <algorithm>
#include <map>

#include <offerkit/quantity/factor.hpp>

namespace offerkit::value {

namespace {

using calendar::Date;
using quantity::Price;
using quantity::Shares;
using timeline::ResolvedGrant;

constexpr int days_to_elect = 30;
constexpr int months_to_exercise = 3;
constexpr int months_to_exercise_disabled = 12;
constexpr int months_to_hold = 24;

/// The shares of a grant by the calendar year in which they can first be exercised.
std::map<int, Shares> first_exercisable(const ResolvedGrant& grant, bool early, bool& awaits_events) {
    std::map<int, Shares> years;
    if (early) {
        years[grant.grant_date.year()] = grant.quantity;
        return years;
    }
    for (const auto& tranche : grant.schedule.tranches) {
        if (tranche.release == timeline::Release::dated && tranche.date) {
            years[tranche.date->year()] += tranche.quantity;
        } else if (tranche.release == timeline::Release::pending) {
            awaits_events = true;
        }
    }
    return years;
}

class Limit {
public:
    explicit Limit(quantity::Currency currency)
        : most_{iso_limit_usd * currency.minor_per_major(), currency}, zero_{Money::zero(currency)} {}

    void add(const ResolvedGrant& grant, int year, Shares shares) {
        const auto worth = quantity::value_of(shares, *grant.strike, {}, Price::zero(grant.strike->currency()));
        // No grant is worth 100 billion in a year; so bounded, no sum of them leaves 64 bits.
        if (!worth || worth->is_zero() || worth->minor() > most_grant_minor) {
            return;
        }
        auto& sum = years_.try_emplace(year, IsoYear{.year = year, .exercisable = zero_, .over = zero_}).first->second;
        const Money before = sum.over;
        sum.exercisable += *worth;
        sum.over = std::max(zero_, sum.exercisable - most_);
        sum.parts.push_back({grant.id, *worth, sum.over - before});
    }

    [[nodiscard]] std::vector<IsoYear> years() const {
        std::vector<IsoYear> result;
        for (const auto& [number, year] : years_) {
            result.push_back(year);
        }
        return result;
    }

private:
    static constexpr std::int64_t most_grant_minor = 10'000'000'000'000;

    Money most_;
    Money zero_;
    std::map<int, IsoYear> years_{};
};

}  // namespace

std::string_view to_string(OptionRule rule) noexcept {
    switch (rule) {
        case OptionRule::iso_holding: return "iso_holding";
        case OptionRule::iso_window: return "iso_window";
        case OptionRule::iso_limit: return "iso_limit";
        case OptionRule::nso_exercise: return "nso_exercise";
        case OptionRule::election_grant: return "election_grant";
        case OptionRule::election_early: return "election_early";
    }
    return "iso_holding";
}

std::string_view source_of(OptionRule rule) noexcept {
    switch (rule) {
        case OptionRule::iso_holding: return "IRC 422(a)(1)";
        case OptionRule::iso_window: return "IRC 422(a)(2), (c)(6)";
        case OptionRule::iso_limit: return "IRC 422(d), 26 CFR 1.422-4";
        case OptionRule::nso_exercise: return "IRC 83(a), 26 CFR 1.83-7";
        case OptionRule::election_grant:
        case OptionRule::election_early: return "IRC 83(b)(2)";
    }
    return "";
}

std::optional<Date> last_iso_day(Date left, model::LeavingReason reason) noexcept {
    switch (reason) {
        case model::LeavingReason::death: return std::nullopt;
        case model::LeavingReason::disability: return left.plus_months(months_to_exercise_disabled);
        default: return left.plus_months(months_to_exercise);
    }
}

OptionFacts option_facts(const model::Offer& offer, std::span<const ResolvedGrant> grants, Date leaving) {
    OptionFacts result;
    const auto usd = *quantity::Currency::of("USD");
    Limit limit{usd};
    const Date left = offer.end ? offer.end->value : leaving;
    std::vector<const ResolvedGrant*> by_grant_date;
    for (const auto& grant : grants) {
        by_grant_date.push_back(&grant);
    }
    std::stable_sort(by_grant_date.begin(), by_grant_date.end(),
                     [](const auto* a, const auto* b) { return a->grant_date < b->grant_date; });
    for (const auto* each : by_grant_date) {
        const ResolvedGrant& grant = *each;
        const model::Grant* paper = grant.paper;
        const bool early = paper != nullptr && paper->early_exercise;
        const auto add = [&](OptionRule rule, std::optional<Date> from, std::optional<Date> day, bool supposed) {
            result.facts.push_back({grant.id, rule, from, day, supposed});
        };
        if (grant.instrument == model::Instrument::iso) {
            add(OptionRule::iso_holding, grant.grant_date, grant.grant_date.plus_months(months_to_hold), false);
            add(OptionRule::iso_window, left, last_iso_day(left, model::LeavingReason::any), !offer.end);
            if (grant.strike && grant.strike->currency() == usd) {
                for (const auto& [year, shares] : first_exercisable(grant, early, result.awaits_events)) {
                    limit.add(grant, year, shares);
                }
            } else {
                (grant.strike ? result.other_currency : result.unknown_strike) = true;
            }
        } else if (grant.instrument == model::Instrument::nso) {
            add(OptionRule::nso_exercise, std::nullopt, std::nullopt, false);
        } else if (grant.instrument == model::Instrument::rsa) {
            add(OptionRule::election_grant, grant.grant_date, grant.grant_date.plus_days(days_to_elect), false);
        }
        if (early && is_option(grant.instrument)) {
            add(OptionRule::election_early, grant.grant_date, grant.grant_date.plus_days(days_to_elect), true);
        }
    }
    result.years = limit.years();
    return result;
}

}  // namespace offerkit::value
