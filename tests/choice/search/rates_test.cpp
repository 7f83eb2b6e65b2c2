// Rates from a record and applications needed (docs/pipeline.md, "Rates").

#include <cmath>
#include <functional>
#include <vector>

#include <rapidcheck.h>

#include <offerkit/choice/search/rates.hpp>

#include "support/catch.hpp"

using namespace offerkit;
using namespace offerkit::choice::search;
using model::Stage;

namespace {

model::FunnelRecord record(const std::vector<std::int64_t>& reached, const std::vector<std::int64_t>& pending) {
    model::FunnelRecord result{.channel = {"all"}, .reached = {}};
    for (std::size_t i = 0; i < reached.size(); ++i) {
        result.reached[i] = {reached[i]};
    }
    for (std::size_t i = 0; i < pending.size(); ++i) {
        result.pending[i] = pending[i];
    }
    return result;
}

/// The chance of k successes of n, by drawing from an urn: each success makes the next a little likelier (Polya).
std::vector<double> urn(int n, const model::BetaPrior& rate) {
    std::vector<double> chance{1};
    for (int drawn = 0; drawn < n; ++drawn) {
        std::vector<double> next(chance.size() + 1, 0);
        for (std::size_t k = 0; k < chance.size(); ++k) {
            const double success = (rate.a + double(k)) / (rate.a + rate.b + drawn);
            next[k + 1] += chance[k] * success;
            next[k] += chance[k] * (1 - success);
        }
        chance = std::move(next);
    }
    return chance;
}

/// P(at least `want` offers of n), urn within urn.
double by_urns(int n, const Rates& rates, int want) {
    double enough = 0;
    const auto replies = urn(n, rates[0]);
    for (std::size_t r = 0; r < replies.size(); ++r) {
        const auto onsites = urn(int(r), rates[1]);
        for (std::size_t o = 0; o < onsites.size(); ++o) {
            const auto offers = urn(int(o), rates[2]);
            for (std::size_t k = std::size_t(want); k < offers.size(); ++k) {
                enough += replies[r] * onsites[o] * offers[k];
            }
        }
    }
    return enough;
}

}  // namespace

TEST_CASE("20 sent, 7 replies, 5 onsites, 3 offers") {
    const auto rates = learned(model::usual_priors, record({20, 7, 5, 3}, {0, 0, 0}));
    CHECK(mean(rates[0]) == Approx(8.0 / 22).epsilon(1e-15));
    CHECK(mean(rates[1]) == Approx(6.0 / 9).epsilon(1e-15));
    CHECK(mean(rates[2]) == Approx(7.4 / 15.7).epsilon(1e-15));
    CHECK(chance_from(rates, Stage::sent) == Approx(8.0 / 22 * 6 / 9 * 7.4 / 15.7).epsilon(1e-15));
    CHECK(chance_from(rates, Stage::reply) == Approx(6.0 / 9 * 7.4 / 15.7).epsilon(1e-15));
    CHECK(chance_from(rates, Stage::onsite) == Approx(7.4 / 15.7).epsilon(1e-15));
    Applications applications{rates, 1};
    CHECK(applications.needed(0.8) == 16);
    CHECK(applications.needed(0.9) == 25);
}

TEST_CASE("what is pending is no failure") {
    const auto rates = learned(model::usual_priors, record({40, 3, 1, 0}, {8, 1, 0}));
    CHECK(mean(rates[0]) == Approx(4.0 / 34).epsilon(1e-15));
    CHECK(mean(rates[1]) == Approx(2.0 / 4).epsilon(1e-15));
    CHECK(mean(rates[2]) == Approx(4.4 / 11.7).epsilon(1e-15));
}

TEST_CASE("a chance that even 2,000 applications do not reach is none") {
    Applications applications{learned(model::usual_priors, record({4'000, 3, 1, 0}, {0, 0, 0})), 1};
    CHECK_FALSE(applications.needed(0.9).has_value());
    CHECK(applications.chance_of(0) == 0);
}

TEST_CASE("the chain of applications is that of urns within urns") {
    support::holds("at least so many offers of so many applications, to 1e-12", [] {
        Rates rates;
        for (auto& rate : rates) {
            rate = {*rc::gen::inRange(1, 200) / 10.0, *rc::gen::inRange(1, 200) / 10.0};
        }
        const int n = *rc::gen::inRange(0, 14);
        const int want = *rc::gen::inRange(1, 4);
        Applications applications{rates, want};
        RC_ASSERT(std::fabs(applications.chance_of(n) - by_urns(n, rates, want)) < 1e-12);
    });
    support::holds("the fewest that do are enough, and one less is not", [] {
        Rates rates;
        for (auto& rate : rates) {
            rate = {*rc::gen::inRange(1, 100) / 10.0, *rc::gen::inRange(1, 100) / 10.0};
        }
        const int want = *rc::gen::inRange(1, 4);
        Applications applications{rates, want};
        const double chance = *rc::gen::inRange(1, 95) / 100.0;
        const auto needed = applications.needed(chance);
        RC_ASSERT((needed ? *needed : most_applications) >= want);
        if (needed) {
            RC_ASSERT(applications.chance_of(*needed) >= chance);
            RC_ASSERT(applications.chance_of(*needed - 1) < chance);
        } else {
            RC_ASSERT(applications.chance_of(most_applications) < chance);
        }
    });
}

TEST_CASE("when to begin: whole months before, clamped to the end of a month") {
    model::SearchTiming timing{.wanted = {calendar::Date::clamped(2026, 8, 31)}};
    timing.notice = calendar::Period::months(1);
    timing.visa = calendar::Period::months(2);
    CHECK(start_by(timing) == calendar::Date::clamped(2026, 2, 28));
    timing.seniority = model::Seniority::senior;
    CHECK(start_by(timing) == calendar::Date::clamped(2025, 11, 30));
    timing.search = calendar::Period::months(0);
    CHECK(start_by(timing) == calendar::Date::clamped(2026, 5, 31));
    CHECK(usual_search_months(model::Seniority::early) == 2);
}
