#include <offerkit/report/words/uncertainty_document.hpp>

#include <array>
#include <utility>

namespace offerkit::report {

namespace {

using choice::BandQuantiles;
using choice::OfferBand;
using choice::Uncertainty;

constexpr std::array<std::string_view, 7> columns{"p10", "p25", "p50", "p75", "p90", "shortfall_10", "pays_most"};

Document quantiles_document(const BandQuantiles& quantiles) {
    Document all = Document::object();
    for (std::size_t i = 0; i < quantiles.size(); ++i) {
        all.set(columns[i], document_of(quantiles[i]));
    }
    return all;
}

std::string_view method_word(risk::Method method) noexcept {
    return method == risk::Method::exact ? "exact" : "simulated";
}

}  // namespace

Document uncertainty_document(const Uncertainty& uncertainty, std::size_t offer) {
    if (offer >= uncertainty.offers.size() || !uncertainty.offers[offer]) {
        return Document::null();
    }
    const OfferBand& band = *uncertainty.offers[offer];
    Document years = Document::array();
    for (const auto& year : band.years) {
        years.push(Document::object({{"year", year.year}, {"quantiles", quantiles_document(year.quantiles)}}));
    }
    Document lowest = Document::null();
    if (!band.years.empty()) {
        const auto& year = band.years[band.lowest_year];
        lowest = Document::object({{"year", year.year}, {"p10", document_of(year.quantiles.front())}});
    }
    return Document::object({{"figure", word(uncertainty.figure)},
                             {"mean", document_of(band.mean)},
                             {"quantiles", quantiles_document(band.quantiles)},
                             {"shortfall_10", document_of(band.shortfall)},
                             {"average", Document::object({{"quantiles", quantiles_document(band.average)}})},
                             {"years", std::move(years)},
                             {"lowest_year", std::move(lowest)},
                             {"chance_below_safest", Document(band.chance_below_safest)},
                             {"pays_most", Document(band.pays_most)},
                             {"method", method_word(band.method)},
                             {"half_width", band.half_width ? document_of(*band.half_width) : Document::null()}});
}

Document chances_document(const choice::Comparison& comparison, const Uncertainty& uncertainty) {
    Document all = Document::array();
    for (const auto& pair : uncertainty.chances) {
        const auto& a = *comparison.offers[pair.a].offer;
        const auto& b = *comparison.offers[pair.b].offer;
        all.push(Document::object({{"a", a.company},
                                   {"a_file", a.file},
                                   {"b", b.company},
                                   {"b_file", b.file},
                                   {"a_beats_b", pair.a_beats_b.value},
                                   {"method", method_word(pair.a_beats_b.method)}}));
    }
    return all;
}

void add_price_assumptions(Document& assumptions, const Uncertainty& uncertainty) {
    const auto add = [&](std::string_view key, const quantity::Rate& value, std::string_view meaning) {
        assumptions.push(Document::object({{"company", Document::null()},
                                           {"file", Document::null()},
                                           {"key", key},
                                           {"value", to_percent(value)},
                                           {"meaning", meaning}}));
    };
    if (uncertainty.volatility_assumed) {
        add("stock.volatility", uncertainty.assumed_volatility,
            "how much a share price moves in a year where no file says so (stocks/default)");
    }
    if (uncertainty.correlation_assumed) {
        add("stock.market_correlation", uncertainty.assumed_correlation,
            "how closely a share price follows the market where no file says so (stocks/default)");
    }
}

std::span<const std::string_view> uncertainty_columns() noexcept { return columns; }

Datum uncertainty_datum(const Uncertainty& uncertainty, std::size_t offer, std::size_t column) {
    if (offer >= uncertainty.offers.size() || !uncertainty.offers[offer]) {
        return {};
    }
    const OfferBand& band = *uncertainty.offers[offer];
    if (column < band.quantiles.size()) {
        return {band.quantiles[column]};
    }
    return column == band.quantiles.size() ? Datum(band.shortfall) : Datum(band.pays_most);
}

}  // namespace offerkit::report
