#include <offerkit/choice/search/rates.hpp>

#include <algorithm>
#include <cmath>

namespace offerkit::choice::search {

namespace {

double log_beta(double a, double b) noexcept { return std::lgamma(a) + std::lgamma(b) - std::lgamma(a + b); }

/// Sums `value_of(k)` over k from `from` to `to` of n trials, each weighed by the chance of k successes where the rate
/// is a Beta (a beta-binomial). Terms are made from the likeliest one outwards, each from the one before, until they no
/// longer count.
template <class Value>
double beta_binomial_mean(std::int64_t n, const model::BetaPrior& rate, std::int64_t from, std::int64_t to,
                          Value value_of) {
    to = std::min(to, n);
    if (from > to) {
        return 0;
    }
    const auto trials = static_cast<double>(n);
    // How the chance of k + 1 stands to that of k.
    const auto ratio = [&](double k) { return (trials - k) * (rate.a + k) / ((k + 1) * (rate.b + trials - k - 1)); };
    const auto middle = static_cast<std::int64_t>(trials * rate.a / (rate.a + rate.b));
    const std::int64_t start = std::clamp(middle, from, to);
    const auto k = static_cast<double>(start);
    const double log_choose = std::lgamma(trials + 1) - std::lgamma(k + 1) - std::lgamma(trials - k + 1);
    const double first = std::exp(log_choose + log_beta(rate.a + k, rate.b + trials - k) - log_beta(rate.a, rate.b));
    constexpr double nothing = 1e-20;
    double sum = first * value_of(start);
    double term = first;
    for (std::int64_t up = start; up < to; ++up) {
        const double step = ratio(static_cast<double>(up));
        term *= step;
        sum += term * value_of(up + 1);
        if (term < nothing && step < 1) {
            break;
        }
    }
    term = first;
    for (std::int64_t down = start; down > from; --down) {
        const double step = ratio(static_cast<double>(down - 1));
        term /= step;
        sum += term * value_of(down - 1);
        if (term < nothing && step > 1) {
            break;
        }
    }
    return sum;
}

}  // namespace

Rates learned(const model::FunnelPriors& priors, const model::FunnelRecord& record) noexcept {
    Rates rates = priors;
    for (std::size_t i = 0; i < rates.size(); ++i) {
        const std::int64_t settled = *record.reached[i] - record.pending[i];
        const std::int64_t came = *record.reached[i + 1];
        rates[i].a += static_cast<double>(came);
        rates[i].b += static_cast<double>(settled - came);
    }
    return rates;
}

double mean(const model::BetaPrior& rate) noexcept { return rate.a / (rate.a + rate.b); }

double chance_from(const Rates& rates, model::Stage stage) noexcept {
    double chance = 1;
    for (auto i = static_cast<std::size_t>(stage); i < rates.size(); ++i) {
        chance *= mean(rates[i]);
    }
    return chance;
}

quantity::Rate usual_chance(model::Stage stage) noexcept {
    constexpr std::int64_t parts = 1'000'000'000;
    const double chance = chance_from(model::usual_priors, stage);
    return quantity::Rate::of(std::llround(chance * static_cast<double>(parts)), parts).value_or(quantity::Rate{});
}

Applications::Applications(const Rates& rates, std::int64_t want) : rates_{rates}, want_{want} {
    for (auto& known : known_) {
        known.assign(static_cast<std::size_t>(most_applications) + 1, -1);
    }
}

double Applications::fail_of_onsites(std::int64_t onsites) {
    double& known = known_[0][static_cast<std::size_t>(onsites)];
    if (known < 0) {
        known = onsites < want_
                    ? 1
                    : beta_binomial_mean(onsites, rates_[2], 0, want_ - 1, [](std::int64_t) { return 1.0; });
    }
    return known;
}

double Applications::fail_of_replies(std::int64_t replies) {
    double& known = known_[1][static_cast<std::size_t>(replies)];
    if (known < 0) {
        known = beta_binomial_mean(replies, rates_[1], 0, replies,
                                   [&](std::int64_t onsites) { return fail_of_onsites(onsites); });
    }
    return known;
}

double Applications::chance_of(std::int64_t applications) {
    return 1 - beta_binomial_mean(applications, rates_[0], 0, applications,
                                  [&](std::int64_t replies) { return fail_of_replies(replies); });
}

std::optional<std::int64_t> Applications::needed(double chance) {
    // More applications never lower the chance: double until it is reached, then halve what is between.
    std::int64_t enough = std::max<std::int64_t>(want_, 1);
    while (enough < most_applications && chance_of(enough) < chance) {
        enough = std::min(2 * enough, most_applications);
    }
    if (chance_of(enough) < chance) {
        return std::nullopt;
    }
    std::int64_t too_few = want_ - 1;
    while (enough - too_few > 1) {
        const std::int64_t middle = too_few + (enough - too_few) / 2;
        (chance_of(middle) < chance ? too_few : enough) = middle;
    }
    return enough;
}

int usual_search_months(model::Seniority seniority) noexcept {
    switch (seniority) {
        case model::Seniority::early: return 2;
        case model::Seniority::senior: return 6;
        case model::Seniority::middle: break;
    }
    return 3;
}

calendar::Date start_by(const model::SearchTiming& timing) noexcept {
    const int search = timing.search ? timing.search->count() : usual_search_months(timing.seniority);
    return timing.wanted->plus_months(-(timing.notice.count() + timing.visa.count() + timing.prepare.count() + search));
}

}  // namespace offerkit::choice::search
