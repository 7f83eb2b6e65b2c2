// Where an offer's level stands on other ladders, and which level comes next.
#include <iostream>
#include <offerkit/choice/career/career_levels.hpp>
#include <offerkit/file/read.hpp>

using namespace offerkit;

void levels(const model::Offer& offer, const file::Reading& reading) {
    if (!offer.level) {
        return;
    }
    const auto ladders = reading.profiles.ladders(reading.sources, reading.diagnostics);
    const auto bands = reading.profiles.bands(reading.sources, reading.diagnostics);
    const auto markets = reading.profiles.markets(reading.sources, reading.diagnostics);
    if (const auto place = choice::place_level(*offer.level, ladders)) {
        for (const auto& other : place->neighbours) {
            // Without intervals two levels are only known to stand on the same rung.
            std::cout << other.ladder << ' ' << other.name << "  "
                      << (other.share ? to_percent(*other.share) : "same rung") << '\n';
        }
    }
    const auto up = choice::level_up(*offer.level, ladders, bands, markets);
    if (const auto* above = std::get_if<choice::LevelUp>(&up)) {
        std::cout << "next: " << above->next.name << ", sources on its pay: " << above->pay.size() << '\n';
    }
}
