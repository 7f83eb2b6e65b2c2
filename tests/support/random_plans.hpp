#pragma once

#include <optional>
#include <random>
#include <string>
#include <vector>

#include <offerkit/choice/paths/plan_terms.hpp>

/// Career plans drawn at random, in which every key is stated or not by chance: the same ones in every run.
namespace careers {

struct RandomPlan {
    offerkit::model::CareerPlan plan;
    /// By path: what an offer file would have made of its first job, where the plan names one.
    std::vector<std::optional<offerkit::choice::paths::OfferJob>> jobs{};

    [[nodiscard]] offerkit::choice::paths::Terms terms() const { return offerkit::choice::paths::terms_of(plan, jobs); }
};

class RandomPlans {
public:
    explicit RandomPlans(unsigned seed = 20261127) : random_{seed} {}

    /// One to four rungs, two to four paths, one to twelve years.
    RandomPlan next();
    int pick(int from, int to) { return std::uniform_int_distribution{from, to}(random_); }
    bool chance() { return pick(0, 1) == 1; }

private:
    [[nodiscard]] static offerkit::quantity::Rate percent(int of_hundred);
    [[nodiscard]] static offerkit::quantity::Money money(int thousands);
    offerkit::model::RateRange range(int middle, int spread);
    offerkit::model::CareerPath path(const offerkit::model::CareerPlan& plan, int place, int paths);
    void add_first_job(int horizon, offerkit::model::CareerPath& path);
    void add_exits(int horizon, offerkit::model::CareerPath& path);
    void add_rules(std::size_t rungs, offerkit::model::CareerPath& path);
    offerkit::choice::paths::OfferJob offer_job(int horizon);

    std::mt19937 random_;
};

}  // namespace careers
