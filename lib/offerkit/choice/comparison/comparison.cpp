#include <offerkit/choice/comparison/comparison.hpp>

#include <algorithm>
#include <iterator>
#include <numeric>

#include <offerkit/choice/comparison/break_even.hpp>
#include <offerkit/choice/comparison/likeness.hpp>
#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/value/exchange.hpp>
#include <offerkit/value/figures.hpp>

namespace offerkit::choice {

namespace {

namespace codes = diagnostic::codes;
using calendar::Date;

// A lead below one part in so many of the leader's figure is about even: 2%.
constexpr int even_in = 50;

bool held_now(const model::Offer& offer) noexcept { return offer.kind == model::OfferKind::current; }

/// The chosen figure of an offer without what only some of the offers state.
std::optional<Money> figure_without(UnlikeKey key, std::size_t index, std::span<const model::Offer> offers,
                                    const Comparison& comparison, value::Discounting& discounting) {
    const auto& valued = comparison.offers[index];
    const model::Valuation& valuation = comparison.valuation;
    if (key == UnlikeKey::raise) {
        // Pay of every kind may rest on a raise.
        model::Offer edited = offers[index];
        remove(edited, key);
        Diagnostics unheard;  // what is wrong with the offer itself has been told
        const auto sources = rate_sources(offers, index, valuation);
        const auto anew =
            value::value_offer(edited, valued.window, {valuation, discounting, comparison.currency, sources}, unheard);
        return anew ? std::optional{get(anew->definitions, valuation.by)} : std::nullopt;
    }
    const auto category = key == UnlikeKey::benefits ? timeline::Category::benefits
                          : key == UnlikeKey::costs  ? timeline::Category::costs
                                                     : timeline::Category::refreshers;
    const auto without = value::definitions_of(valued.flows, {valuation.count_refreshers, category},
                                               {valued.window, valued.currency, discounting, valued.stock()},
                                               valued.definitions.annualized, valued.definitions.target);
    return get(without, valuation.by);
}

void find_asymmetries(std::span<const model::Offer> offers, Comparison& comparison, value::Discounting& discounting) {
    for (const auto key : unlike_keys(offers)) {
        for (std::size_t i = 0; i < offers.size(); ++i) {
            const auto without =
                states(offers[i], key) ? figure_without(key, i, offers, comparison, discounting) : std::nullopt;
            if (without) {
                comparison.asymmetries.push_back({i, key, comparison.figure(i) - *without});
            }
        }
    }
}

/// The rules of present value and of what waits, where they decide a figure.
void assume_rules(Comparison& comparison) {
    const auto any = [&](auto has) { return std::any_of(comparison.offers.begin(), comparison.offers.end(), has); };
    if (any([](const value::ValuedOffer& offer) {
            return offer.stock() != nullptr && !offer.stock()->is_projected();
        })) {
        comparison.valuation.assumptions.push_back({"",
                                                    "present_value.shares",
                                                    "today's price, undiscounted",
                                                    "what a share to come counts at in present value",
                                                    {}});
    }
    if (comparison.valuation.pending == model::Pending::none &&
        any([](const value::ValuedOffer& offer) { return offer.waiting.has_value(); })) {
        comparison.valuation.assumptions.push_back(
            {"", "pending", "none", "what counts of the shares that wait for events without a date", {}});
    }
}

}  // namespace

std::size_t Comparison::rank_of(std::size_t offer) const noexcept {
    const Money own = figure(offer);
    std::size_t better = 0;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        better += figure(i) > own ? 1U : 0U;
    }
    return better + 1;
}

std::vector<std::size_t> Comparison::ranks() const {
    std::vector<std::size_t> ranks(offers.size(), 1);
    for (std::size_t place = 1; place < ranking.size(); ++place) {
        const auto own = ranking[place];
        const auto before = ranking[place - 1];
        ranks[own] = figure(own) == figure(before) ? ranks[before] : place + 1;
    }
    return ranks;
}

std::vector<std::size_t> Comparison::leaders() const {
    std::vector<std::size_t> first;
    for (const auto offer : ranking) {
        if (figure(offer) == figure(best())) {
            first.push_back(offer);
        }
    }
    return first;
}

std::optional<Lead> Comparison::lead() const {
    if (ranking.size() < 2) {
        return std::nullopt;
    }
    const Money most = figure(best());
    const auto is_even = [&](std::size_t offer) {
        const auto behind = static_cast<quantity::int128>(most.minor()) - figure(offer).minor();
        return behind == 0 || behind * even_in < most.minor();
    };
    Lead result{.about_even = is_even(ranking[1]), .amount = most - figure(ranking[1])};
    std::copy_if(ranking.begin(), ranking.end(), std::back_inserter(result.even), is_even);
    return result;
}

Money Comparison::figure_with_refreshers(std::size_t offer) const noexcept {
    const auto& with = offers[offer].with_refreshers;
    return with ? get(*with, valuation.by) : figure(offer);
}

std::vector<std::size_t> Comparison::leaders_with_refreshers() const {
    std::vector<std::size_t> first;
    for (const auto offer : ranking) {
        const auto most = first.empty() ? std::nullopt : std::optional{figure_with_refreshers(first.front())};
        if (!most || figure_with_refreshers(offer) > *most) {
            first.assign(1, offer);
        } else if (figure_with_refreshers(offer) == *most) {
            first.push_back(offer);
        }
    }
    return first == leaders() ? std::vector<std::size_t>{} : first;
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
        if (i != own && !offers[i].fx.rates.empty()) {
            sources.push_back({&offers[i].fx, offers[i].file});
        }
    }
    return sources;
}

calendar::Date first_day_of(std::span<const timeline::Window> windows) {
    expects(!windows.empty());
    return std::min_element(windows.begin(), windows.end(),
                            [](const auto& a, const auto& b) { return a.start() < b.start(); })
        ->start();
}

value::Discounting discounting_of(std::span<const timeline::Window> windows, const model::Valuation& valuation) {
    return {first_day_of(windows), valuation.discount_rate, valuation.exit_per_year};
}

std::optional<Comparison> rank(std::span<const model::Offer> offers, const model::Valuation& valuation,
                               Diagnostics& diagnostics) {
    if (offers.empty()) {
        diagnostics.error(codes::missing_key, {}, "there is no offer to compare", "give at least one offer");
        return std::nullopt;
    }
    if (valuation.horizon.count() <= 0) {
        diagnostics.error(codes::bad_period, {}, "`horizon` is longer than nothing", "write, for example, \"4 years\"");
        return std::nullopt;
    }
    if (!(valuation.discount_rate > quantity::Rate{-1})) {
        diagnostics.error(codes::bad_rate, {}, "`discount_rate` is above -100%", "write, for example, \"5%\"");
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
    value::review_rates(valuation.fx, diagnostics);
    for (const auto& offer : offers) {
        value::review_rates(offer.fx, diagnostics);
    }
    value::Discounting discounting = discounting_of(windows, valuation);
    Comparison comparison{.valuation = valuation,
                          .currency = valuation.currency.value_or(offers.front().currency),
                          .present = first_day_of(windows)};
    if (std::any_of(offers.begin(), offers.end(), held_now)) {
        comparison.valuation.assumptions.push_back({"", "make_whole.reason", "voluntary", "assumes you resign", {}});
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
    assume_rules(comparison);
    return comparison;
}

std::optional<Comparison> compare(std::span<const model::Offer> offers, const model::Valuation& valuation,
                                  Diagnostics& diagnostics) {
    auto comparison = rank(offers, valuation, diagnostics);
    if (comparison && offers.size() > 1) {
        value::Discounting discounting{comparison->present, valuation.discount_rate, valuation.exit_per_year};
        comparison->break_even = break_even(*comparison, discounting);
        find_asymmetries(offers, *comparison, discounting);
    }
    return comparison;
}

}  // namespace offerkit::choice
