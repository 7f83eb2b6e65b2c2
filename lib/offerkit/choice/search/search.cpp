#include <offerkit/choice/search/search.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

#include <offerkit/choice/search/expected_best.hpp>

namespace offerkit::choice::search {

double best_in_hand(const Search& search) noexcept {
    double best = search.floor;
    for (const auto& offer : search.offers) {
        best = std::max(best, offer.value);
    }
    return best;
}

std::vector<AnyBy> any_by(const Search& search) {
    std::vector<std::pair<Date, double>> days;
    for (const auto& process : search.processes) {
        days.emplace_back(process.expected, process.chance);
    }
    // By chance too, so that the order of the processes changes no bit.
    std::sort(days.begin(), days.end());
    std::vector<AnyBy> result;
    double none = 1;
    for (const auto& [date, chance] : days) {
        none *= 1 - chance;
        if (result.empty() || result.back().date != date) {
            result.push_back({date});
        }
        result.back().chance = 1 - none;
    }
    return result;
}

double expected_best(const Search& search) {
    std::vector<Chance> chances;
    for (const auto& process : search.processes) {
        chances.push_back({process.chance, process.value});
    }
    return expected_best(std::move(chances), best_in_hand(search));
}

std::vector<std::size_t> processes_that_count(const Search& search) {
    std::vector<std::size_t> counted;
    for (std::size_t i = 0; i < search.processes.size(); ++i) {
        if (search.processes[i].chance > 0 && search.processes[i].value > search.floor) {
            counted.push_back(i);
        }
    }
    if (counted.size() > most_processes) {
        const auto gain = [&](std::size_t i) {
            return search.processes[i].chance * (search.processes[i].value - search.floor);
        };
        std::stable_sort(counted.begin(), counted.end(), [&](std::size_t a, std::size_t b) {
            return gain(a) != gain(b) ? gain(a) > gain(b) : search.processes[a].name < search.processes[b].name;
        });
        counted.resize(most_processes);
        std::sort(counted.begin(), counted.end());
    }
    return counted;
}

bool tie(double a, double b) noexcept {
    constexpr double part = 1e-9;
    return std::fabs(a - b) <= part * std::max(std::fabs(a), std::fabs(b));
}

}  // namespace offerkit::choice::search
