#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <offerkit/model/valuation.hpp>
#include <offerkit/report/product/page.hpp>
#include <offerkit/value/valued_offer.hpp>

/// What a money screen says below its figures: what is not in the totals and what is not counted.
namespace offerkit::report {

/// What is in no total and should not be missed: shares that wait, vests just outside the horizon, options worth
/// nothing at the assumed price, letters whose value and shares disagree. One sentence
/// each; `name` is in front where there are several offers.
[[nodiscard]] std::vector<std::string> beside_the_total(const value::ValuedOffer& offer, const std::string& name);

/// What of the totals comes on other days than it is earned on, a line for each offer of which something does.
[[nodiscard]] std::vector<std::string> when_paid(std::span<const value::ValuedOffer> offers,
                                                 std::span<const std::string> names);

/// "18 months, paid USD 250,000 a year (of base), against USD 516,667 a year: USD 400,000 less; over 6 months is a red
/// flag".
[[nodiscard]] std::string non_compete_words(const value::NonCompete& ban);

/// "`ipo` (chance 40%) or `change_of_control`": what shares wait for, with the chances that are stated where asked for.
[[nodiscard]] std::string awaited_text(std::span<const value::AwaitedEvent> events, std::string_view joiner,
                                       bool chances);

/// " after a discount of 20%": what the share price of a private company loses; empty where nothing is taken off.
[[nodiscard]] std::string lowered_by(const model::Stock& stock);

/// ", which has no date": what is said of so many events without one, after their names.
[[nodiscard]] std::string undated(std::size_t events);

/// One sentence on what no figure of the screen counts.
[[nodiscard]] std::string not_counted(std::span<const model::Offer* const> offers, bool refreshers_counted,
                                      bool after_tax = false);

/// The closing part of a page: all of the above as far as there is anything to say; assumptions with their `keys` on
/// request, `further` the last of them where it says something.
void close_page(Page& page, std::span<const value::ValuedOffer> offers, std::span<const std::string> names,
                const model::Valuation& valuation, bool keys, std::string further = {}, bool after_tax = false);

}  // namespace offerkit::report
