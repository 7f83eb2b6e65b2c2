#include <offerkit/report/compare/clauses.hpp>

#include <algorithm>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/comparisons.hpp>
#include <offerkit/report/words/exits.hpp>
#include <offerkit/report/words/first_screen.hpp>
#include <offerkit/report/words/offer_names.hpp>
#include <offerkit/report/words/papers.hpp>
#include <offerkit/report/words/ties.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using choice::BreakEven;
using diagnostic::formatted;
using model::Pending;
using quantity::Money;
using value::ValuedOffer;

std::string added(Money amount) { return (amount.minor() > 0 ? "+" : "") + whole(amount); }

/// "vests of 25,200 up to 74 days after the end"; empty where none is just outside.
std::string outside(const ValuedOffer& offer) {
    if (offer.just_outside.empty()) {
        return {};
    }
    Money worth = Money::zero(offer.just_outside.front().worth.currency());
    for (const auto& vest : offer.just_outside) {
        worth += vest.worth;
    }
    const auto days = offer.just_outside.back().date.days_since(offer.window.end());
    return formatted("vests of {} up to {} after the end", whole(worth),
                     counted(static_cast<std::size_t>(days), "day"));
}

}  // namespace

template <class Text>
std::vector<std::string> CompareClauses::of_each(Text text) const {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < names_.size(); ++i) {
        if (const std::string one = text(i); !one.empty()) {
            all.push_back(several() ? formatted("{}: {}", names_[i], one) : one);
        }
    }
    return all;
}

std::vector<std::string> CompareClauses::not_known() const {
    return of_each([&](std::size_t i) {
        std::vector<std::string> grants;
        for (const auto& grant : comparison_.offers[i].not_known) {
            grants.push_back(diagnostic::ticked(grant.grant));
        }
        return grants.empty() ? ""
                              : formatted("the worth of {}, 0 here: ask for the strike and 409A price", joined(grants));
    });
}

std::vector<std::string> CompareClauses::exits() const {
    return of_each([&](std::size_t i) {
        const auto& offer = comparison_.offers[i];
        return offer.exits ? exits_in_brief(offer) : std::string();
    });
}

std::vector<std::string> CompareClauses::ties() const {
    std::vector<std::string> all;
    for (const auto& tie : comparison_.break_even) {
        if (const std::string way = way_to_tie(comparison_, tie); !way.empty()) {
            all.push_back(formatted("{} at {}", names_[tie.offer], way));
        }
    }
    if (all.empty() && std::any_of(comparison_.break_even.begin(), comparison_.break_even.end(),
                                   [](const BreakEven& tie) { return tie.has_stock; })) {
        return {"no share price makes them equal"};
    }
    return all;
}

std::vector<std::string> CompareClauses::unlike() const {
    std::vector<std::string> all;
    for (const auto& each : comparison_.asymmetries) {
        if (!each.effect.is_zero()) {
            all.push_back(
                formatted("{} alone states {} ({})", names_[each.offer], unlike_noun(each.key), added(each.effect)));
        }
    }
    if (!all.empty()) {
        all.emplace_back("`--common` ranks without");
    }
    return all;
}

std::vector<std::string> CompareClauses::non_competes() const {
    return of_each([&](std::size_t i) {
        const auto& ban = comparison_.offers[i].non_compete;
        if (!ban) {
            return std::string();
        }
        const bool more = ban->cost.minor() < 0;
        return formatted("{} barred, {} {}; is it enforced, and where?", to_string(ban->time),
                         whole(more ? -ban->cost : ban->cost), more ? "more" : "less");
    });
}

std::vector<std::string> CompareClauses::paid() const {
    return of_each([&](std::size_t i) {
        const auto& offer = comparison_.offers[i];
        std::vector<Money> earned;
        for (const auto& year : offer.years) {
            earned.push_back(year.total);
        }
        if (!offer.paid.differs_from(earned)) {
            return std::string();
        }
        std::string text = "arrives as ";
        std::vector<std::string> years;
        for (const int year : years_on_screen(static_cast<int>(offer.paid.by_year.size()))) {
            years.push_back(whole(offer.paid.by_year[static_cast<std::size_t>(year - 1)]));
        }
        text += joined(years, years.size() < offer.paid.by_year.size() ? "..." : "and");
        const auto& later = offer.paid.paid_later.amount;
        text += later.is_zero() ? "" : ", then " + whole(later);
        const auto& never = offer.paid.not_payable;
        return text + (never.is_zero() ? "" : ", on no known day " + whole(never));
    });
}

std::vector<std::string> CompareClauses::standings() const {
    return of_each([&](std::size_t i) {
        const auto& paper = *comparison_.offers[i].offer;
        const bool plain = paper.kind == model::OfferKind::offer && paper.evidence == model::Evidence::written;
        return plain ? std::string() : standing_of(paper);
    });
}

std::vector<std::string> CompareClauses::deadlines() const {
    std::vector<std::pair<calendar::Date, std::vector<std::string>>> days;
    for (std::size_t i = 0; i < names_.size(); ++i) {
        if (const auto& day = comparison_.offers[i].offer->decide_by) {
            const auto found =
                std::find_if(days.begin(), days.end(), [&](const auto& each) { return each.first == day->value; });
            if (found == days.end()) {
                days.push_back({day->value, {names_[i]}});
            } else {
                found->second.push_back(names_[i]);
            }
        }
    }
    std::sort(days.begin(), days.end());
    std::vector<std::string> all;
    for (const auto& [day, whose] : days) {
        const bool everybody = whose.size() == names_.size();
        const std::string who = !everybody          ? joined(whose)
                                : whose.size() == 2 ? "both"
                                                    : "all " + std::to_string(whose.size());
        all.push_back(several() ? formatted("{} ({})", to_string(day), who) : to_string(day));
    }
    return all;
}

std::vector<std::string> CompareClauses::not_in_it() const {
    std::vector<std::string> all;
    if (comparison_.valuation.pending == Pending::none) {
        all = of_each([&](std::size_t i) {
            const auto& waiting = comparison_.offers[i].waiting;
            return waiting ? waiting_words(*waiting) : std::string();
        });
    }
    for (auto& text : of_each([&](std::size_t i) { return outside(comparison_.offers[i]); })) {
        all.push_back(std::move(text));
    }
    std::string last = comparison_.after_tax ? "cost of living" : "tax, cost of living";
    const bool refreshers = !comparison_.valuation.count_refreshers &&
                            any_offer(comparison_, [](const ValuedOffer& offer) { return !offer.refreshers.empty(); });
    all.push_back(last + (refreshers ? ", refreshers" : ""));
    return all;
}

}  // namespace offerkit::report
