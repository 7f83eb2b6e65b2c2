#include <offerkit/choice/comparison.hpp>

#include <algorithm>
#include <numeric>

#include <offerkit/choice/break_even.hpp>
#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/value/figures.hpp>

namespace offerkit::choice {

namespace {

namespace codes = diagnostic::codes;
using calendar::Date;

bool held_now(const model::Offer& offer) noexcept { return offer.kind == model::OfferKind::current; }

}  // namespace

std::size_t Comparison::rank_of(std::size_t offer) const noexcept {
    const Money own = figure(offer);
    std::size_t better = 0;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        better += figure(i) > own ? 1U : 0U;
    }
    return better + 1;
}

std::vector<timeline::Window> windows_of(std::span<const model::Offer> offers, const model::Valuation& valuation) {
    std::optional<Date> earliest;
    for (const auto& offer : offers) {
        if (!held_now(offer) && (!earliest || offer.start.value < *earliest)) {
            earliest = offer.start.value;
        }
    }
    std::vector<timeline::Window> windows;
    windows.reserve(offers.size());
    for (const auto& offer : offers) {
        const Date start = held_now(offer) ? earliest.value_or(valuation.as_of) : offer.start.value;
        const auto end = offer.end ? std::optional{offer.end->value} : std::nullopt;
        windows.emplace_back(start, valuation.horizon, held_now(offer), end);
    }
    return windows;
}

std::vector<value::RateSource> rate_sources(std::span<const model::Offer> offers, std::size_t own,
                                            const model::Valuation& valuation) {
    std::vector<value::RateSource> sources;
    sources.push_back({&valuation.fx, "--fx"});
    sources.push_back({&offers[own].fx, offers[own].file});
    for (std::size_t i = 0; i < offers.size(); ++i) {
        if (i != own) {
            sources.push_back({&offers[i].fx, offers[i].file});
        }
    }
    return sources;
}

value::Discounting discounting_of(std::span<const timeline::Window> windows, const model::Valuation& valuation) {
    const auto earliest = std::min_element(windows.begin(), windows.end(),
                                           [](const auto& a, const auto& b) { return a.start() < b.start(); });
    return {earliest->start(), valuation.discount_rate, valuation.exit_per_year};
}

std::optional<Comparison> compare(std::span<const model::Offer> offers, const model::Valuation& valuation,
                                  Diagnostics& diagnostics) {
    if (offers.empty()) {
        diagnostics.error(codes::missing_key, {}, "there is no offer to compare", "give at least one offer");
        return std::nullopt;
    }
    if (valuation.horizon.count() <= 0) {
        diagnostics.error(codes::bad_period, {}, "`horizon` is longer than nothing", "write, for example, \"4 years\"");
        return std::nullopt;
    }
    const std::vector<timeline::Window> windows = windows_of(offers, valuation);
    bool sound = true;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        if (windows[i].end().year() > calendar::last_year) {
            diagnostics.error(codes::schedule_too_long, offers[i].start.span, "the horizon runs past the year 2999",
                              "choose a shorter horizon");
            sound = false;
        }
    }
    if (!sound) {
        return std::nullopt;
    }
    value::Discounting discounting = discounting_of(windows, valuation);
    Comparison comparison{.valuation = valuation, .currency = valuation.currency.value_or(offers.front().currency)};
    if (std::any_of(offers.begin(), offers.end(), held_now)) {
        comparison.valuation.assumptions.push_back(
            {"", "make_whole.reason", "voluntary", "how the job held now is left", {}});
    }
    comparison.offers.reserve(offers.size());
    for (std::size_t i = 0; i < offers.size(); ++i) {
        const auto sources = rate_sources(offers, i, valuation);
        auto valued = value::value_offer(offers[i], windows[i], {valuation, discounting, comparison.currency, sources},
                                         diagnostics);
        if (valued) {
            comparison.offers.push_back(std::move(*valued));
        } else {
            sound = false;
        }
    }
    if (!sound) {
        return std::nullopt;
    }
    comparison.ranking.resize(offers.size());
    std::iota(comparison.ranking.begin(), comparison.ranking.end(), std::size_t{0});
    std::stable_sort(comparison.ranking.begin(), comparison.ranking.end(),
                     [&](std::size_t a, std::size_t b) { return comparison.figure(a) > comparison.figure(b); });
    comparison.break_even = break_even(comparison, discounting);
    return comparison;
}

}  // namespace offerkit::choice
