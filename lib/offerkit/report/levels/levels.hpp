#pragma once

#include <span>
#include <string>
#include <variant>
#include <vector>

#include <offerkit/choice/career/career_levels.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/report/product/page.hpp>
#include <offerkit/report/product/sheet.hpp>
#include <offerkit/value/valued_offer.hpp>

/// Levels of companies side by side, and what is paid at them.
namespace offerkit::report {

/// The facts that all of it rests on: profiles, and the day that counts as today.
struct LevelFacts {
    std::span<const model::Ladder> ladders;
    std::span<const model::BandProfile> bands;
    std::span<const model::MarketProfile> markets;
    std::span<const model::ClaimsProfile> claims;
    calendar::Date as_of;
    std::string to{};  ///< the one ladder to set levels against; empty: all
};

/// An offer, where its level stands, and the level above.
struct OfferLevel {
    const value::ValuedOffer* offer = nullptr;
    choice::LevelPlace place;
    std::variant<choice::LevelUp, choice::NoLevelUp> up;
};

/// All ladders side by side: by rung, on the common scale, with medians by rung and the dates of it all.
[[nodiscard]] Page ladders_page(const LevelFacts& facts);
/// Every level of one ladder against the others.
[[nodiscard]] Page ladder_page(const LevelFacts& facts, const model::Ladder& ladder);
/// Levels, usually one: where each stands beside the other ladders, and what is paid there.
[[nodiscard]] Page levels_page(const LevelFacts& facts, std::span<const choice::LevelPlace> places);
/// What one level up would be worth, and what is said about asking for it.
[[nodiscard]] Page offer_level_page(const LevelFacts& facts, const OfferLevel& level);

/// Levels with their overlaps and medians; `ladders` and `rungs` with their sources beside them.
[[nodiscard]] Document levels_document(const LevelFacts& facts, std::span<const choice::LevelPlace> places);
/// The same for the level of an offer, with `offer`, `one_up` and `claims`.
[[nodiscard]] Document offer_level_document(const LevelFacts& facts, const OfferLevel& level);

/// A row for each level and each level of another ladder that it corresponds to.
[[nodiscard]] Sheet levels_sheet(const LevelFacts& facts, std::span<const choice::LevelPlace> places);
/// A row for each figure of the level above.
[[nodiscard]] Sheet offer_level_sheet(const OfferLevel& level);

}  // namespace offerkit::report
