#pragma once

#include <optional>
#include <span>
#include <string>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/uncertainty/uncertainty.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/report/product/page.hpp>
#include <offerkit/risk/offers/market_discount.hpp>
#include <offerkit/risk/offers/option_worth.hpp>
#include <offerkit/risk/offers/purchase_worth.hpp>

/// What formulas say of options, private shares and purchase plans, and what uncertain pay is worth to one person: for
/// pages and documents. None of it is in any total.
namespace offerkit::report {

/// What options are worth, where the file states a volatility: three answers to three questions, on a page and as
/// `option_value[]`. Nothing where there are none.
void add_option_worths(Page& page, std::span<const risk::OptionWorth> worths);
[[nodiscard]] Document option_worths_document(std::span<const risk::OptionWorth> worths);

/// A sentence on what private shares lose by having no market, and `market_discount`; empty and null without one.
[[nodiscard]] std::string market_discount_text(const std::optional<risk::MarketDiscount>& discount);
[[nodiscard]] Document market_discount_document(const std::optional<risk::MarketDiscount>& discount);

/// A sentence on what the lookback of a purchase plan adds, and `espp`; empty and null without one.
[[nodiscard]] std::string lookback_text(const std::optional<risk::LookbackWorth>& worth);
[[nodiscard]] Document lookback_document(const std::optional<risk::LookbackWorth>& worth);

/// A sentence on what the present value of each uncertain offer is worth to somebody of the stated wealth and risk
/// aversion, and `worth_to_you` of one of them; empty and null where the priorities do not ask.
[[nodiscard]] std::string worth_to_you_text(const choice::Uncertainty& uncertainty, std::span<const std::string> names);
[[nodiscard]] Document worth_to_you_document(const choice::Uncertainty& uncertainty, std::size_t offer);

}  // namespace offerkit::report
