#include <cli/level_profiles.hpp>

#include <string_view>
#include <utility>

#include <offerkit/choice/career_levels.hpp>

namespace offerkit::cli {
namespace {

template <class Profile, class Read>
void read_all(const file::ProfileStore& profiles, std::string_view kind, std::vector<Profile>& into, Read read) {
    for (const auto& id : profiles.ids(kind)) {
        if (auto profile = read(id)) {
            into.push_back(std::move(*profile));
        }
    }
}

}  // namespace

std::vector<model::Ladder> read_ladders(Session& session) {
    const auto& profiles = session.profiles();
    const file::Naming naming{session.sources(), session.problems()};
    std::vector<model::Ladder> ladders;
    read_all(profiles, "ladders", ladders, [&](const std::string& id) { return profiles.ladder(id, naming); });
    return ladders;
}

LevelProfiles read_level_profiles(Session& session) {
    const auto& profiles = session.profiles();
    const file::Naming naming{session.sources(), session.problems()};
    LevelProfiles all{.ladders = read_ladders(session), .bands = {}, .markets = {}};
    read_all(profiles, "bands", all.bands, [&](const std::string& id) { return profiles.band(id, naming); });
    read_all(profiles, "market", all.markets, [&](const std::string& id) { return profiles.market(id, naming); });
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
