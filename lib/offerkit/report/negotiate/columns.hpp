#pragma once

#include <optional>
#include <string>

#include <offerkit/choice/negotiation/negotiation.hpp>
#include <offerkit/report/product/columns.hpp>

/// What each part of an offer alone would take, said once for the page and the sheet.
namespace offerkit::report {

/// A row is a part of the offer against one goal. The negotiation must outlive the columns.
[[nodiscard]] Columns<choice::negotiation::LeverAnswer> lever_columns(const choice::Negotiation& found);

/// An amount of any unit as a value; empty where there is none.
[[nodiscard]] Datum amount_datum(const std::optional<choice::negotiation::Amount>& amount);
/// "USD", "shares" or "share_of_base"; empty where there is no amount.
[[nodiscard]] std::string unit_of(const std::optional<choice::negotiation::Amount>& amount);
/// An argument of `--set`, with the file in front where it could concern another one as well.
[[nodiscard]] std::string placed(const std::string& setting, const choice::Negotiation& found);

}  // namespace offerkit::report
