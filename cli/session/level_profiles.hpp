#pragma once

#include <string>
#include <vector>

#include <cli/session/session.hpp>
#include <offerkit/file/profiles/profile_store.hpp>
#include <offerkit/model/fields/catalogue.hpp>
#include <offerkit/model/offer.hpp>

namespace offerkit::cli {

/// What is published about levels, read whole. A profile that cannot be read is left out with a warning.
struct LevelProfiles {
    std::vector<model::Ladder> ladders;
    std::vector<model::BandProfile> bands;
    std::vector<model::MarketProfile> markets;
};
[[nodiscard]] LevelProfiles read_level_profiles(Session& session);
/// The ladders alone.
[[nodiscard]] std::vector<model::Ladder> read_ladders(Session& session);

/// Adds the ladder that is a file of its own, under the path it is named by as its id; nothing where it is there.
void add_ladder(Session& session, const std::string& name, const file::Naming& naming,
                std::vector<model::Ladder>& ladders);
/// Adds the one that the level of an offer names, which may lie beside the offer's file. The offer must have a level.
void add_ladder_of(Session& session, const model::Offer& offer, std::vector<model::Ladder>& ladders);

}  // namespace offerkit::cli
