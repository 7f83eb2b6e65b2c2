#include <offerkit/choice/paths/draws.hpp>

#include <algorithm>
#include <cmath>

#include <offerkit/numeric/philox32.hpp>

namespace offerkit::choice::paths {

World::World(const Terms& terms, std::uint64_t seed)
    : terms_{&terms}, seed_{seed}, downturns_(static_cast<std::size_t>(terms.years()), 0) {
    for (const std::string& company : terms.companies) {
        hashes_.push_back(numeric::name_hash(company));
    }
    companies_.resize(hashes_.size());
    promotions_.resize(terms.rungs.size());
    promoted_after_.resize(terms.paths.size() * terms.rungs.size());
}

double World::draw(Purpose purpose, std::uint32_t index) const noexcept {
    return numeric::keyed_uniform(seed_, number_, static_cast<std::uint32_t>(purpose), index);
}

void World::enter(std::uint32_t number) {
    number_ = number;
    endurance_.clear();
    gains_.clear();
    std::fill(promoted_after_.begin(), promoted_after_.end(), -1);
    downturn_count_ = 0;
    if (terms_->downturn > 0) {
        for (std::size_t year = 0; year < downturns_.size(); ++year) {
            const bool falls = draw(Purpose::downturn, static_cast<std::uint32_t>(year)) < terms_->downturn;
            downturns_[year] = falls ? 1 : 0;
            downturn_count_ += falls ? 1 : 0;
        }
    }
    pay_level_ = level_of(draw(Purpose::pay, 0));
    later_level_ = level_of(draw(Purpose::later, 0));
    comeback_level_ = level_of(draw(Purpose::later, 1));
    one_up_ = draw(Purpose::one_up, 0);
    for (std::size_t i = 0; i < hashes_.size(); ++i) {
        companies_[i] = draw(Purpose::exit, hashes_[i]);
    }
    for (std::size_t rung = 0; rung < promotions_.size(); ++rung) {
        promotions_[rung] = draw(Purpose::promotion, static_cast<std::uint32_t>(rung));
    }
}

double World::endurance(std::size_t employment) {
    while (endurance_.size() <= employment) {
        endurance_.push_back(-std::log1p(-draw(Purpose::job_loss, static_cast<std::uint32_t>(endurance_.size()))));
    }
    return endurance_[employment];
}

std::size_t World::gain_level(std::size_t switches) {
    while (gains_.size() <= switches) {
        gains_.push_back(
            static_cast<std::uint8_t>(level_of(draw(Purpose::gain, static_cast<std::uint32_t>(gains_.size())))));
    }
    return gains_[switches];
}

int World::promoted_after(std::size_t path, std::size_t rung) {
    int& months = promoted_after_[path * promotions_.size() + rung];
    if (months < 0) {
        months = terms_->paths[path].rules.promotions[rung].months(promotions_[rung]);
    }
    return months;
}

double World::reading(std::size_t turn) const noexcept {
    return draw(Purpose::reading, static_cast<std::uint32_t>(turn));
}

const Exit* exit_of(const FirstJob& job, const World& world) noexcept {
    if (job.exits.empty()) {
        return nullptr;
    }
    const double drawn = world.company(job.company);
    double cumulated = 0;
    for (const Exit& exit : job.exits) {
        cumulated += exit.chance;
        if (cumulated > drawn) {
            return &exit;
        }
    }
    // The chances add to 1, but for what binary fractions lose.
    return &job.exits.back();
}

}  // namespace offerkit::choice::paths
