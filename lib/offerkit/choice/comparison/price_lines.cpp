#include <offerkit/choice/comparison/price_lines.hpp>

#include <algorithm>

#include <offerkit/choice/comparison/break_even.hpp>
#include <offerkit/value/figures.hpp>

namespace offerkit::choice {
namespace {

constexpr int lowest_percent = -80;
constexpr int highest_percent = 200;
constexpr int step_percent = 10;

/// The first of the best at a price, by tenths of a percent.
std::size_t leader_at(const std::vector<FigureAtPrice>& figures, int tenths) {
    const double times = 1.0 + tenths / 1000.0;
    std::size_t best = 0;
    Money most = figures.front()(times);
    for (std::size_t i = 1; i < figures.size(); ++i) {
        if (const Money figure = figures[i](times); most < figure) {
            best = i;
            most = figure;
        }
    }
    return best;
}

/// Every change of the leader between two prices, to a tenth of a percent: halved until neighbours differ.
void add_crossings(const std::vector<FigureAtPrice>& figures, int low, std::size_t leads_low, int high,
                   std::size_t leads_high, std::vector<PriceCrossing>& crossings) {
    if (leads_low == leads_high) {
        return;
    }
    if (high - low == 1) {
        crossings.push_back(
            {high / 10.0, leads_low, leads_high, figures[leads_high](1.0 + static_cast<double>(high) / 1000.0)});
        return;
    }
    const int middle = low + (high - low) / 2;
    const std::size_t leads = leader_at(figures, middle);
    add_crossings(figures, low, leads_low, middle, leads, crossings);
    add_crossings(figures, middle, leads, high, leads_high, crossings);
}

}  // namespace

PriceLines price_lines(const Comparison& comparison) {
    PriceLines lines;
    value::Discounting discounting{comparison.present, comparison.valuation.discount_rate,
                                   comparison.valuation.exit_per_year};
    std::vector<FigureAtPrice> figures;
    for (const auto& offer : comparison.offers) {
        figures.push_back(figure_by_price(offer, comparison.valuation, discounting));
    }
    for (int percent = lowest_percent; percent <= highest_percent; percent += step_percent) {
        lines.percents.push_back(percent);
    }
    for (const auto& figure : figures) {
        std::vector<Money> line;
        for (const int percent : lines.percents) {
            line.push_back(figure(percent == 0 ? 1.0 : 1.0 + percent / 100.0));
        }
        lines.moves.push_back(std::any_of(line.begin(), line.end(), [&](Money each) { return each != line.front(); }));
        lines.figures.push_back(std::move(line));
    }
    for (std::size_t i = 1; i < lines.percents.size(); ++i) {
        const int low = lines.percents[i - 1] * 10;
        const int high = lines.percents[i] * 10;
        add_crossings(figures, low, leader_at(figures, low), high, leader_at(figures, high), lines.crossings);
    }
    return lines;
}

}  // namespace offerkit::choice
