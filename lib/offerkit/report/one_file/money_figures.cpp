#include <algorithm>
#include <cstddef>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/quantity/estimate.hpp>
#include <offerkit/report/one_file/figures.hpp>
#include <offerkit/report/product/columns.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/comparisons.hpp>
#include <offerkit/report/words/definitions.hpp>
#include <offerkit/report/words/papers.hpp>
#include <offerkit/report/words/uncertainty.hpp>
#include <offerkit/report/words/wording.hpp>
#include <offerkit/value/totals.hpp>

/// Charts of a comparison: money by year, bands, value against share price.
namespace offerkit::report {
namespace {

using choice::Comparison;
using quantity::Money;
using timeline::Category;

bool is_illiquid(const value::ValuedOffer& offer, Category category) {
    return (category == Category::equity || category == Category::refreshers) && offer.stock() != nullptr &&
           offer.stock()->kind == model::StockKind::private_company;
}

/// A layer of the columns: a category of the offers whose shares have a market, or of those whose have none.
struct MoneyLayer {
    Category category;
    bool illiquid = false;
    std::string name;

    [[nodiscard]] Money of(const value::ValuedOffer& offer, const value::YearFigures& year) const {
        return is_illiquid(offer, category) == illiquid ? year.parts[category] : Money::zero(offer.currency);
    }
};

std::vector<MoneyLayer> layers_of(const Comparison& comparison) {
    constexpr Category from_the_axis[] = {Category::base,   Category::bonus,      Category::sign_on, Category::benefits,
                                          Category::equity, Category::refreshers, Category::costs};
    std::vector<MoneyLayer> layers;
    for (const Category category : from_the_axis) {
        if (category == Category::refreshers && !comparison.valuation.count_refreshers) {
            continue;
        }
        for (const bool illiquid : {false, true}) {
            const MoneyLayer layer{
                category, illiquid,
                uncapitalised(std::string(words_of(category).name)) + (illiquid ? " without a market" : "")};
            const bool any = std::any_of(comparison.offers.begin(), comparison.offers.end(), [&](const auto& offer) {
                return std::any_of(offer.years.begin(), offer.years.end(),
                                   [&](const auto& year) { return !layer.of(offer, year).is_zero(); });
            });
            if (any) {
                layers.push_back(layer);
            }
        }
    }
    return layers;
}

MoneyStyle style_of(const Comparison& comparison) {
    MoneyStyle style;
    for (const auto& offer : comparison.offers) {
        for (const auto& year : offer.years) {
            style.see(year.total);
        }
    }
    return style;
}

std::string joined_names(std::span<const std::string> names) {
    return joined(std::vector<std::string>(names.begin(), names.end()));
}

}  // namespace

std::vector<std::string> price_guesses(std::span<const model::Offer* const> papers,
                                       std::span<const std::string> names) {
    std::vector<std::string> guesses;
    for (std::size_t i = 0; i < papers.size(); ++i) {
        const auto& stock = papers[i]->stock;
        if (!stock) {
            continue;
        }
        if (!stock->path.empty()) {
            guesses.push_back(names[i] + ": share prices to come are your guess.");
        } else if (stock->growth_stated && !stock->growth_of_market) {
            guesses.push_back(diagnostic::formatted("{}: growth of {} a year is your guess.", names[i],
                                                    to_percent(stock->growth.value)));
        }
    }
    return guesses;
}

Figure money_figure(const Comparison& comparison, std::span<const std::string> names, const Comparison* with_waiting) {
    const auto layers = layers_of(comparison);
    const auto style = style_of(comparison);
    const bool waits =
        with_waiting != nullptr &&
        std::any_of(comparison.offers.begin(), comparison.offers.end(), [&](const value::ValuedOffer& offer) {
            return with_waiting->offers[static_cast<std::size_t>(&offer - comparison.offers.data())].total !=
                   offer.total;
        });
    StackedColumns drawn;
    Table table;
    table.columns = {{"Offer", Align::left, Priority::key}, {"Year"}, {"From"}};
    for (const auto& layer : layers) {
        drawn.layers.push_back({layer.name, layer.illiquid ? Texture::hatched : Texture::plain});
        table.columns.push_back({capitalised(layer.name), Align::decimal});
    }
    table.columns.push_back({"Total", Align::decimal, Priority::normal, Role::total});
    if (waits) {
        drawn.layers.push_back({"waits for an event, in no total", Texture::outlined});
        table.columns.push_back({"Waits", Align::decimal});
    }
    for (std::size_t i = 0; i < comparison.offers.size(); ++i) {
        const auto& offer = comparison.offers[i];
        ColumnGroup group{names[i], {}};
        for (std::size_t k = 0; k < offer.years.size(); ++k) {
            const auto& year = offer.years[k];
            StackedColumn column{std::to_string(year.year), {}, names[i] + ", year " + std::to_string(year.year) + ":"};
            std::vector<Cell> cells{Cell(names[i]), Cell(std::to_string(year.year)), Cell(to_string(year.from))};
            for (const auto& layer : layers) {
                const Money part = layer.of(offer, year);
                column.sizes.push_back(quantity::major_of(part));
                column.words += part.is_zero() ? "" : " " + layer.name + " " + style(part) + ",";
                cells.push_back(cell_on_page(part, style));
            }
            column.words += " total " + style(year.total);
            cells.push_back(style.cell(year.total, Tone::strong));
            if (waits) {
                const Money more = with_waiting->offers[i].years[k].total - year.total;
                column.sizes.push_back(std::max(0.0, quantity::major_of(more)));
                cells.push_back(cell_on_page(more, style));
            }
            group.columns.push_back(std::move(column));
            table.row(std::move(cells));
        }
        drawn.groups.push_back(std::move(group));
    }
    std::string described = diagnostic::formatted(
        "One column for each year of {}, divided into base, bonus, sign-on and so on.", joined_names(names));
    for (std::size_t i = 0; i < comparison.offers.size(); ++i) {
        described += diagnostic::formatted(" {}: {} in total.", names[i], with_currency(comparison.offers[i].total));
    }
    return {.title = "Money by year, before tax",
            .description = std::move(described),
            .unit = std::string(comparison.currency.code()),
            .notes = price_guesses(papers_of(comparison), names),
            .drawing = std::move(drawn),
            .table = std::move(table)};
}

Figure bands_figure(const Comparison& comparison, std::span<const std::string> names,
                    const choice::Uncertainty& bands) {
    const auto style = style_of(comparison);
    Intervals drawn;
    Table table;
    table.columns = {{"Offer", Align::left, Priority::key}};
    for (const auto* title : {"1 in 10 below", "1 in 4 below", "Half below", "3 in 4 below", "9 in 10 below"}) {
        table.columns.push_back({title, Align::decimal});
    }
    const bool several = bands.pays_most.size() == names.size() && names.size() > 1;
    if (several) {
        table.columns.push_back({"Pays most", Align::right});
    }
    std::string described;
    for (std::size_t i = 0; i < comparison.offers.size(); ++i) {
        choice::BandQuantiles quantiles{comparison.figure(i), comparison.figure(i), comparison.figure(i),
                                        comparison.figure(i), comparison.figure(i)};
        if (bands.offers[i]) {
            quantiles = bands.offers[i]->quantiles;
        }
        std::vector<Cell> cells{Cell(names[i])};
        for (const Money each : quantiles) {
            cells.push_back(cell_on_page(each, style));
        }
        if (several) {
            cells.emplace_back(chance_text(bands.pays_most[i]));
        }
        table.row(std::move(cells));
        const std::string words =
            bands.offers[i]
                ? diagnostic::formatted("{}: eight of ten futures between {} and {}, half of them below {}.", names[i],
                                        about(quantiles.front()), about(quantiles.back()), about(quantiles[2]))
                : diagnostic::formatted("{}: {}, with no share price in it.", names[i], about(quantiles[2]));
        described += (described.empty() ? "" : " ") + words;
        drawn.intervals.push_back({names[i], quantity::major_of(quantiles[0]), quantity::major_of(quantiles[1]),
                                   quantity::major_of(quantiles[2]), quantity::major_of(quantiles[3]),
                                   quantity::major_of(quantiles[4]), words});
    }
    std::vector<std::string> notes{"Line: eight of ten futures. Box: half of them. Ring: the middle."};
    if (bands.volatility_assumed) {
        notes.push_back(diagnostic::formatted("How far prices move is assumed: {} a year where the file does not say.",
                                              to_percent(bands.assumed_volatility)));
    }
    return {.title = capitalised(figure_name(comparison)) + " if share prices move",
            .description = std::move(described),
            .unit = std::string(comparison.currency.code()),
            .notes = std::move(notes),
            .drawing = std::move(drawn),
            .table = std::move(table)};
}

Figure price_figure(const Comparison& comparison, std::span<const std::string> names, const choice::PriceLines& lines) {
    const auto style = style_of(comparison);
    Lines drawn{.across = Across::percents};
    Table table;
    table.columns = {{"Share prices", Align::right, Priority::key}};
    for (std::size_t i = 0; i < names.size(); ++i) {
        table.columns.push_back({names[i], Align::decimal});
        LineSeries series{names[i], {}};
        for (std::size_t k = 0; k < lines.percents.size(); ++k) {
            series.points.emplace_back(lines.percents[k], quantity::major_of(lines.figures[i][k]));
        }
        drawn.series.push_back(std::move(series));
    }
    for (std::size_t k = 0; k < lines.percents.size(); ++k) {
        const int percent = lines.percents[k];
        const std::string at = percent == 0 ? "as stated" : (percent > 0 ? "+" : "") + std::to_string(percent) + "%";
        std::vector<Cell> cells{Cell(at)};
        std::string reading = diagnostic::formatted("Share prices {}:", at);
        for (std::size_t i = 0; i < lines.figures.size(); ++i) {
            cells.push_back(cell_on_page(lines.figures[i][k], style));
            reading += (i == 0 ? " " : "; ") + names[i] + " " + style(lines.figures[i][k]);
        }
        table.row(std::move(cells));
        drawn.readings.push_back({static_cast<double>(percent), std::move(reading)});
    }
    drawn.marks.push_back({0, "prices as stated"});
    std::string described = diagnostic::formatted(
        "Lines of the {} of {} at share prices from 80% below to 200% above what the files state.",
        figure_name(comparison), joined_names(names));
    for (const auto& crossing : lines.crossings) {
        const std::string at = (crossing.percent > 0 ? "+" : "") + Datum(crossing.percent).plain() + "%";
        drawn.rings.push_back({crossing.percent, quantity::major_of(crossing.figure),
                               diagnostic::formatted("{} leads from {}", names[crossing.to], at)});
        drawn.marks.push_back({crossing.percent, diagnostic::formatted("{}: {}", at, names[crossing.to])});
        described +=
            diagnostic::formatted(" From {} on {} leads, and {} below.", at, names[crossing.to], names[crossing.from]);
    }
    std::stable_sort(drawn.marks.begin(), drawn.marks.end(),
                     [](const LineMark& a, const LineMark& b) { return a.at < b.at; });
    return {.title = capitalised(figure_name(comparison)) + " against share price",
            .description = std::move(described),
            .unit = std::string(comparison.currency.code()),
            .notes = price_guesses(papers_of(comparison), names),
            .drawing = std::move(drawn),
            .table = std::move(table)};
}

}  // namespace offerkit::report
