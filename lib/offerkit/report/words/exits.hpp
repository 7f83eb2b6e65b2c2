#pragma once

#include <span>
#include <string>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/uncertainty/uncertainty.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/report/product/page.hpp>

/// What `show` and `compare` say of the scenarios of a private company.
namespace offerkit::report {

/// "236 million", "58.5 billion": what a company is worth, to three digits.
[[nodiscard]] std::string company_value_text(quantity::Money value);
/// " after one more round": what [stock] expects before a sale; empty where it expects none.
[[nodiscard]] std::string rounds_before(const model::Stock& stock);
/// "80 of 100", "less than 1 of 100": a chance in whole percents.
[[nodiscard]] std::string of_100(const quantity::Rate& chance);
[[nodiscard]] std::string of_100(double chance);
/// A share price to the minor unit: "27.09".
[[nodiscard]] std::string share_price_text(const quantity::Exact& price, quantity::Currency currency);

/// The same in documents, to ten decimals; null where it is too large.
[[nodiscard]] Document price_document(const quantity::Exact& price, quantity::Currency currency);

/// "nothing in 80 of 100, middle 0, mean 176,130": what the scenarios of an offer come to, in a few words that say
/// whose they are where they are not the person's own. The offer has scenarios.
[[nodiscard]] std::string exits_in_brief(const value::ValuedOffer& offer);
/// The tie of an offer by a sale of its company; null where there is none.
[[nodiscard]] const choice::BreakEven* exit_tie(const choice::Comparison& comparison, std::size_t offer);

/// A line on what the scenarios of each offer come to, with the value of the company at which it ties; empty where no
/// offer has scenarios.
[[nodiscard]] std::string exits_line(const choice::Comparison& comparison, const std::vector<std::string>& names);

/// "Quillstone pays more than Nvidia in 6 of 100 futures": how often an offer beats each other one by its exits; empty
/// where it has none or nobody asked.
[[nodiscard]] std::string exit_wins_text(std::size_t offer, std::span<const std::string> names,
                                         const choice::Uncertainty& uncertainty);

/// The scenarios of each offer in a table, what they add up to, what they leave out and what to ask. Null
/// `uncertainty`: nobody asked whom it beats.
void add_exits(Page& page, const choice::Comparison& comparison, const std::vector<std::string>& names,
               const choice::Uncertainty* uncertainty);

/// `exits` of an entry of the JSON; null without scenarios.
[[nodiscard]] Document exits_document(const choice::Comparison& comparison, std::size_t offer,
                                      const choice::Uncertainty& uncertainty);

}  // namespace offerkit::report
