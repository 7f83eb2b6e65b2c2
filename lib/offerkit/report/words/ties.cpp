#include <offerkit/report/words/ties.hpp>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/comparisons.hpp>
#include <offerkit/report/words/exits.hpp>

namespace offerkit::report {

std::string way_to_tie(const choice::Comparison& comparison, const choice::BreakEven& tie) {
    if (tie.chance) {
        return diagnostic::formatted("a chance of {} for what waits", to_percent(*tie.chance, 1));
    }
    if (tie.company && !tie.company->value.is_zero()) {
        return "a sale for " + company_value_text(tie.company->value);
    }
    const auto& price = tie.shares_follow_price && tie.price_after_counting ? tie.price_after_counting : tie.price;
    if (tie.has_stock && price) {
        return diagnostic::formatted("{} a share (now {})", tie_price_text(*price),
                                     to_grouped(comparison.offers[tie.offer].offer->stock->price.value));
    }
    return tie.payout ? "a bonus payout of " + to_percent(*tie.payout, 1) : std::string();
}

}  // namespace offerkit::report
