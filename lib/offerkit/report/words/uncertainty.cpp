#include <offerkit/report/words/uncertainty.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/quantity/estimate.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/comparisons.hpp>
#include <offerkit/report/words/definitions.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {

namespace {

using choice::BandDepth;
using choice::Uncertainty;
using quantity::major_of;
using quantity::Money;

std::string percent_number(double chance) {
    const std::string text = chance_text(chance);
    return text.substr(0, text.size() - 1);
}

/// How near simulated chances are: "1 of 100".
std::string chance_half_width_text(const Uncertainty& uncertainty) {
    return std::to_string(std::max(1LL, std::llround(uncertainty.chance_half_width * 100))) + " of 100";
}

bool any_has_exits(const choice::Comparison& comparison) {
    return any_offer(comparison, [](const value::ValuedOffer& offer) { return offer.exits.has_value(); });
}

class BandWriter {
public:
    BandWriter(Page& page, const choice::Comparison& comparison, std::span<const std::string> names,
               const Uncertainty& uncertainty)
        : page_{page}, comparison_{comparison}, names_{names}, uncertainty_{uncertainty} {}

    void write() {
        page_.heading(title());
        const bool block = uncertainty_.depth == BandDepth::block;
        page_.add(block ? quantiles() : band_lines(comparison_, names_, uncertainty_, in_order(), ""));
        if (block) {
            page_.add(picture());
            page_.add(more());
            if (const std::string text = who_pays_more(); !text.empty()) {
                page_.text(text);
            }
        }
        page_.text(reading());
        if (several() && any_has_exits(comparison_)) {
            page_.text(
                "Exits are left out here: shares of a private company count at today's value. What exits change is "
                "told below, company by company.");
        }
        add_simulated();
    }

private:
    [[nodiscard]] bool several() const noexcept { return comparison_.offers.size() > 1; }

    [[nodiscard]] std::string title() const {
        return diagnostic::formatted(
            "If share prices move: {}{}, in {}", uncapitalised(std::string(words_of(uncertainty_.figure).name)),
            uncertainty_.figure == model::Definition::present_value ? " on " + to_string(comparison_.present) : "",
            comparison_.currency.code());
    }

    [[nodiscard]] std::vector<std::size_t> in_order() const {
        std::vector<std::size_t> order(names_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        return order;
    }

    /// The offer's band, or its figure in each place where nothing of it is uncertain.
    [[nodiscard]] Money quantile(std::size_t offer, std::size_t which) const {
        const auto& band = uncertainty_.offers[offer];
        return band ? band->quantiles[which] : figure(offer);
    }
    [[nodiscard]] Money figure(std::size_t offer) const {
        return get(comparison_.offers[offer].definitions, uncertainty_.figure);
    }
    [[nodiscard]] std::string amount(std::size_t offer, std::size_t which) const {
        return band_amount(quantile(offer, which));
    }

    [[nodiscard]] Cell pays_most(std::size_t offer) const {
        const auto& all = uncertainty_.pays_most;
        return offer < all.size() ? Cell(chance_text(all[offer])) : Cell::not_applicable();
    }

    [[nodiscard]] Table quantiles() const {
        Table table;
        table.columns = {{"", Align::left, Priority::key}, {"1 in 10 below", Align::right},
                         {"1 in 4 below", Align::right},   {"middle", Align::right},
                         {"1 in 4 above", Align::right},   {"1 in 10 above", Align::right}};
        for (std::size_t i = 0; i < names_.size(); ++i) {
            table.row({names_[i], amount(i, 0), amount(i, 1), amount(i, 2), amount(i, 3), amount(i, 4)});
        }
        return table;
    }

    /// A band as a thin line with the middle half as a box, all offers on one scale.
    [[nodiscard]] Intervals picture() const {
        Intervals drawn{.line = "8 of 10 futures", .box = "half of them", .mark = "the middle"};
        Money lowest = quantile(0, 0);
        Money highest = lowest;
        for (std::size_t i = 0; i < names_.size(); ++i) {
            const std::size_t last = risk::shown_chances.size() - 1;
            lowest = std::min(lowest, quantile(i, 0));
            highest = std::max(highest, quantile(i, last));
            drawn.intervals.push_back(
                {names_[i], major_of(quantile(i, 0)), major_of(quantile(i, 1)), major_of(quantile(i, 2)),
                 major_of(quantile(i, 3)), major_of(quantile(i, last)),
                 diagnostic::formatted("{}: 8 of 10 futures between {} and {}, half of all below {}.", names_[i],
                                       amount(i, 0), amount(i, last), amount(i, 2))});
        }
        drawn.lowest = band_amount(lowest);
        drawn.highest = band_amount(highest);
        drawn.caption = "The same on one scale";
        return drawn;
    }

    [[nodiscard]] Table more() const {
        Table table;
        table.columns = {{"", Align::left, Priority::key}};
        if (several()) {
            table.columns.push_back({"Pays most", Align::right});
        }
        table.columns.push_back({"Lowest year, 1 in 10", Align::right});
        table.columns.push_back({"Worst tenth, mean", Align::right});
        for (std::size_t i = 0; i < names_.size(); ++i) {
            const auto& band = uncertainty_.offers[i];
            if (!band) {
                continue;
            }
            std::vector<Cell> cells{names_[i]};
            if (several()) {
                cells.push_back(pays_most(i));
            }
            const auto& year = band->years[band->lowest_year];
            cells.emplace_back(
                diagnostic::formatted("{} (Year {})", band_amount(year.quantiles.front()), std::to_string(year.year)));
            cells.emplace_back(band_amount(band->shortfall));
            table.row(std::move(cells));
        }
        return table;
    }

    /// "Google pays more than Meta in 58 of 100 futures, more than Amazon in 60; Meta more than Amazon in 53."
    [[nodiscard]] std::string who_pays_more() const {
        // By their middles, the highest first: each is set against those below it.
        std::vector<std::size_t> order = in_order();
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return quantile(b, 2) < quantile(a, 2); });
        std::string text;
        for (std::size_t first = 0; first < order.size(); ++first) {
            bool begins = true;
            for (std::size_t second = first + 1; second < order.size(); ++second) {
                if (may_be_sold(order[first]) || may_be_sold(order[second])) {
                    continue;
                }
                const bool is_first = text.empty();
                text += is_first ? "" : begins ? "; " : ", ";
                text += begins ? names_[order[first]] + (is_first ? " pays more than " : " more than ") : "more than ";
                text += names_[order[second]] + " in " + percent_number(beats(order[first], order[second]));
                text += is_first ? " of 100 futures" : "";
                begins = false;
            }
        }
        return text.empty() ? text : text + ".";
    }

    /// Whether an offer's exits are told of, with how often it then pays more: here its shares stand at today's value.
    [[nodiscard]] bool may_be_sold(std::size_t i) const { return comparison_.offers[i].exits.has_value(); }

    [[nodiscard]] double beats(std::size_t a, std::size_t b) const {
        for (const auto& pair : uncertainty_.chances) {
            if (pair.a == a && pair.b == b) {
                return pair.a_beats_b.value;
            }
            if (pair.a == b && pair.b == a) {
                return 1 - pair.a_beats_b.value;
            }
        }
        return 0.5;
    }

    /// How the middle and the figures of the page stand to each other. Options count on the page at the price of today,
    /// so that what they may come to can lie above it in most futures.
    [[nodiscard]] std::string reading() const {
        const bool options = std::any_of(uncertainty_.offers.begin(), uncertainty_.offers.end(),
                                         [](const auto& band) { return band && band->options_worthless.has_value(); });
        return options ? "The figures above hold options at what they would bring at the price assumed. Here the price "
                         "moves, and an option can gain much and lose only its own worth: so these amounts may lie "
                         "above those figures."
                       : "The figures above are means: the middle lies below them, because a price can treble and "
                         "cannot fall by more than all of itself.";
    }

    void add_simulated() {
        std::vector<std::string> lines;
        for (std::size_t i = 0; i < names_.size(); ++i) {
            const auto& band = uncertainty_.offers[i];
            if (!band) {
                continue;
            }
            if (band->half_width) {
                lines.push_back(diagnostic::formatted(
                    "{}: from 65,536 simulated futures, each amount within {}; the mean of them is {}", names_[i],
                    band_amount(*band->half_width), band_amount(band->mean)));
            }
            if (band->options_worthless) {
                lines.push_back(diagnostic::formatted(
                    "{}: its options are worth nothing on each of their days in {} of 100 futures", names_[i],
                    percent_number(*band->options_worthless)));
            }
            if (band->merged_by_month) {
                lines.push_back(names_[i] + ": it vests on over 400 days, which count month by month here");
            }
        }
        if (uncertainty_.chances_simulated) {
            lines.push_back("who pays most: from 65,536 simulated futures, within " +
                            chance_half_width_text(uncertainty_));
        }
        for (auto& text : lines) {
            text = capitalised(std::move(text));
        }
        if (!lines.empty()) {
            page_.list(std::move(lines));
        }
    }

    Page& page_;
    const choice::Comparison& comparison_;
    std::span<const std::string> names_;
    const Uncertainty& uncertainty_;
};

}  // namespace

std::string price_assumption(const Uncertainty& uncertainty) {
    if (!uncertainty.any()) {
        return {};
    }
    std::vector<std::string> assumed;
    if (uncertainty.volatility_assumed) {
        assumed.push_back(diagnostic::formatted("volatility of {} a year", to_percent(uncertainty.assumed_volatility)));
    }
    if (uncertainty.correlation_assumed) {
        const double pair = uncertainty.assumed_correlation.approximate();
        assumed.push_back(std::to_string(std::llround(pair * pair * 100)) + "% of correlation");
    }
    const std::string sold = "shares are sold on the day they vest";
    return assumed.empty()
               ? capitalised(sold)
               : diagnostic::formatted("Share prices: {} assumed (`stocks/default`); {}", joined(assumed), sold);
}

std::string pays_most_title(const choice::Comparison& comparison) {
    return any_has_exits(comparison) ? "Pays most, no exit" : "Pays most";
}

Table band_lines(const choice::Comparison& comparison, std::span<const std::string> names,
                 const Uncertainty& uncertainty, std::span<const std::size_t> order, std::string title) {
    Table table;
    table.columns = {{std::move(title), Align::left, Priority::key},
                     {"1 in 10 below", Align::right},
                     {"middle", Align::right},
                     {"1 in 10 above", Align::right}};
    if (names.size() > 1) {
        table.columns.push_back({pays_most_title(comparison), Align::right});
    }
    for (const std::size_t i : order) {
        const auto& band = uncertainty.offers[i];
        const Money figure = get(comparison.offers[i].definitions, uncertainty.figure);
        std::vector<Cell> cells{names[i]};
        for (const std::size_t which : {std::size_t{0}, std::size_t{2}, std::size_t{4}}) {
            cells.emplace_back(band_amount(band ? band->quantiles[which] : figure));
        }
        if (names.size() > 1) {
            cells.push_back(i < uncertainty.pays_most.size() ? Cell(chance_text(uncertainty.pays_most[i]))
                                                             : Cell::not_applicable());
        }
        table.row(std::move(cells));
    }
    return table;
}

std::vector<std::string> simulated_texts(const Uncertainty& uncertainty) {
    std::optional<Money> widest;
    for (const auto& band : uncertainty.offers) {
        if (band && band->half_width && (!widest || *widest < *band->half_width)) {
            widest = *band->half_width;
        }
    }
    std::vector<std::string> texts;
    if (widest) {
        texts.push_back("amounts, from 65,536 futures, right to " + band_amount(*widest));
    }
    if (uncertainty.chances_simulated) {
        texts.push_back((widest ? "chances" : "chances, from 65,536 futures,") + std::string{" right to "} +
                        chance_half_width_text(uncertainty));
    }
    return texts;
}

std::string band_amount(quantity::Money amount) {
    const std::int64_t unit = amount.currency().minor_per_major();
    const std::int64_t size = amount.minor() < 0 ? -amount.minor() : amount.minor();
    const std::int64_t step = (size < 100'000 * unit ? 100 : 1'000) * unit;
    const std::int64_t shifted = amount.minor() + step / 2;
    const std::int64_t down = shifted >= 0 ? shifted / step : -((-shifted + step - 1) / step);
    return to_grouped(quantity::Money{down * step, amount.currency()}, true);
}

void add_bands(Page& page, const choice::Comparison& comparison, std::span<const std::string> names,
               const Uncertainty* uncertainty) {
    if (uncertainty != nullptr && uncertainty->any()) {
        BandWriter{page, comparison, names, *uncertainty}.write();
    }
}

}  // namespace offerkit::report
