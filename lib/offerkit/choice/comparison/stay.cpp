#include <offerkit/choice/comparison/stay.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include <offerkit/value/leaving.hpp>

namespace offerkit::choice {

namespace {

using calendar::Date;
using value::ValuedOffer;

constexpr std::array years_looked_at{1, 2, 3, 4};

/// What leaving pays of bonuses that are kept: what has been served of the running year, and finished years.
std::optional<Money> paid_on_leaving(const value::LeavingBook& book, Date on) {
    Money paid = Money::zero(book.currency());
    for (const auto& earned : book.bonuses().earned()) {
        if (!earned.kept_on_leaving || earned.first > on) {
            continue;
        }
        for (const auto& payment : earned.payments) {
            if (payment.deferred || payment.date <= on) {
                continue;
            }
            const auto amount = book.converted(earned.earned_on_leaving(payment.amount, on));
            if (!amount) {
                return std::nullopt;
            }
            paid += *amount;
        }
    }
    return paid;
}

/// Everything that has arrived by a day.
Money arrived(const ValuedOffer& offer, Date on, bool count_refreshers) {
    Money paid = Money::zero(offer.currency);
    for (const auto& flow : offer.flows) {
        const bool counted = count_refreshers || flow.category != timeline::Category::refreshers;
        if (counted && flow.payable && flow.date <= on) {
            paid += flow.amount;
        }
    }
    return paid;
}

/// The comparison looked at for four years at least.
std::optional<Comparison> far_enough(const Comparison& comparison, std::span<const model::Offer> offers,
                                     Diagnostics& diagnostics) {
    const auto reaches = [](const ValuedOffer& offer) {
        return offer.window.horizon().after(offer.window.start()) >= offer.window.start().plus_months(48);
    };
    if (std::all_of(comparison.offers.begin(), comparison.offers.end(), reaches)) {
        return comparison;
    }
    auto longer = comparison.valuation;
    longer.horizon = calendar::Period::months(48);
    return compare(offers, longer, diagnostics);
}

}  // namespace

std::optional<std::vector<StayYear>> stay(const Comparison& comparison, std::span<const model::Offer> offers,
                                          Diagnostics& diagnostics) {
    const auto valued = far_enough(comparison, offers, diagnostics);
    if (!valued) {
        return std::nullopt;
    }
    const auto& valuation = valued->valuation;
    std::vector<StayYear> years;
    for (const int count : years_looked_at) {
        years.push_back({.years = count});
    }
    for (std::size_t i = 0; i < valued->offers.size(); ++i) {
        const ValuedOffer& offer = valued->offers[i];
        const auto sources = rate_sources(offers, i, valuation);
        const Date start = offer.window.start();
        auto book = value::LeavingBook::open(offers[i], offer.window, {valuation, offer.currency, sources},
                                             start.plus_months(12 * years_looked_at.back()), diagnostics);
        if (!book) {
            return std::nullopt;
        }
        for (auto& year : years) {
            const Date on = start.plus_months(12 * year.years);
            const auto leaving = book->on({on}, diagnostics);
            const auto kept = leaving ? paid_on_leaving(*book, leaving->last_day) : std::nullopt;
            if (!kept) {
                return std::nullopt;
            }
            const Money paid = arrived(offer, on, valuation.count_refreshers) + *kept - leaving->benefits_lost;
            year.offers.push_back({on, paid, leaving->clawback, paid - leaving->clawback});
        }
    }
    for (auto& year : years) {
        const auto most = std::max_element(year.offers.begin(), year.offers.end(),
                                           [](const Stay& a, const Stay& b) { return a.net < b.net; });
        for (std::size_t i = 0; i < year.offers.size(); ++i) {
            if (year.offers[i].net == most->net) {
                year.leaders.push_back(i);
            }
        }
    }
    return years;
}

}  // namespace offerkit::choice
