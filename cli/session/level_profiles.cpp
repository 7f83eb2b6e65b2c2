#include <cli/session/level_profiles.hpp>

#include <utility>

#include <offerkit/choice/career/career_levels.hpp>

namespace offerkit::cli {
std::vector<model::Ladder> read_ladders(Session& session) {
    return session.profiles().ladders(session.sources(), session.problems());
}

LevelProfiles read_level_profiles(Session& session) {
    const auto& profiles = session.profiles();
    LevelProfiles all{.ladders = read_ladders(session), .bands = {}, .markets = {}};
    all.bands = profiles.bands(session.sources(), session.problems());
    all.markets = profiles.markets(session.sources(), session.problems());
    return all;
}

void add_ladder(Session& session, const std::string& name, const file::Naming& naming,
                std::vector<model::Ladder>& ladders) {
    if (choice::find_ladder(ladders, name) != nullptr) {
        return;
    }
    if (auto own = session.profiles().ladder(name, naming)) {
        own->header.id = name;
        ladders.push_back(std::move(*own));
    }
}

void add_ladder_of(Session& session, const model::Offer& offer, std::vector<model::Ladder>& ladders) {
    const std::size_t slash = offer.file.find_last_of('/');
    const std::string folder = slash == std::string::npos ? "" : offer.file.substr(0, slash);
    add_ladder(session, offer.level->ladder, {session.sources(), session.problems(), folder, offer.level->span},
               ladders);
}

}  // namespace offerkit::cli
