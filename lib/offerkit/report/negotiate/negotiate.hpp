#pragma once

#include <span>

#include <offerkit/choice/negotiation/negotiation.hpp>
#include <offerkit/diagnostic/source.hpp>
#include <offerkit/model/fields/catalogue.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/report/product/page.hpp>
#include <offerkit/report/product/sheet.hpp>

namespace offerkit::report {

/// Adds to the terms what bands and medians publish about the offer's level, and about the one above it. The profiles
/// may end after it.
void add_level_facts(const model::Offer& offer, std::span<const model::Ladder> ladders,
                     std::span<const model::BandProfile> bands, std::span<const model::MarketProfile> markets,
                     choice::NegotiationTerms& terms);

/// What to do and say, in at most so many points, the least important left out first.
inline constexpr std::size_t all_points = 100;
[[nodiscard]] Page negotiate_first_screen(const choice::Negotiation& found, std::size_t most_points = all_points);
/// A mail that asks, ready to be sent.
[[nodiscard]] std::string negotiate_mail(const choice::Negotiation& found);

/// The first screen, and everything behind it.
[[nodiscard]] Page negotiate_page(const choice::Negotiation& found, bool explain, const diagnostic::Sources& sources);
/// The JSON contract of `negotiate`.
[[nodiscard]] Document negotiate_document(const choice::Negotiation& found, bool explain,
                                          const diagnostic::Sources& sources);
/// A row for each lever and goal.
[[nodiscard]] Sheet negotiate_sheet(const choice::Negotiation& found);

}  // namespace offerkit::report
