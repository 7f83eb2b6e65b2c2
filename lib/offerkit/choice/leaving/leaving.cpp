#include <offerkit/choice/leaving/leaving.hpp>

#include <algorithm>
#include <utility>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/value/figures.hpp>
#include <offerkit/value/leaving_months.hpp>

namespace offerkit::choice {

namespace {

// A ban on competing is set against a year's pay, so the offer is valued as `compare` does.
std::optional<value::NonCompete> non_compete_of(const model::Offer& offer, const timeline::Window& window,
                                                const value::ValuingContext& context,
                                                diagnostic::Diagnostics& diagnostics) {
    if (!offer.leaving || !offer.leaving->non_compete) {
        return std::nullopt;
    }
    const auto valued = value::value_offer(offer, window, context, diagnostics);
    return valued ? valued->non_compete : std::nullopt;
}

}  // namespace

LeavingAnswers leaving(std::span<const model::Offer> offers, const model::Valuation& valuation,
                       const LeavingTerms& terms, diagnostic::Diagnostics& diagnostics) {
    LeavingAnswers result;
    if (offers.empty()) {
        return result;
    }
    const auto windows = windows_of(offers, valuation);
    const auto currency = valuation.currency.value_or(offers.front().currency);
    auto discounting = discounting_of(windows, valuation);
    const timeline::Departure departure{terms.on.value_or(valuation.as_of), terms.reason};
    // Answers point into the books, which must not move.
    const auto books = std::make_shared<std::vector<value::LeavingBook>>();
    books->reserve(offers.size());
    result.books = books;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        const auto sources = rate_sources(offers, i, valuation);
        const value::LeavingTimes times{departure, std::max(departure.on, windows[i].start()),
                                        terms.by_month ? std::optional{valuation.horizon} : std::nullopt};
        auto book =
            value::LeavingBook::open(offers[i], windows[i], {valuation, currency, sources}, times.last(), diagnostics);
        if (!book) {
            continue;
        }
        books->push_back(std::move(*book));
        if (auto answer = value::leaving_answer(books->back(), times, diagnostics)) {
            answer->non_compete =
                non_compete_of(offers[i], windows[i], {valuation, discounting, currency, sources}, diagnostics);
            result.answers.push_back(std::move(*answer));
        }
    }
    return result;
}

}  // namespace offerkit::choice
