// The verdict by a person's own factors, and the score of each offer.
#include <iostream>
#include <offerkit/choice/decision/decision.hpp>
#include <offerkit/file/read.hpp>

using namespace offerkit;

void decide(std::span<const model::Offer> offers, calendar::Date today, const file::Reading& reading,
            const std::string& priorities_file) {
    const auto priorities = file::read_priorities_file(reading, priorities_file, std::nullopt);
    const auto comparison = choice::compare(offers, {.as_of = today}, reading.diagnostics);
    if (!priorities || !comparison) {
        return;
    }
    const auto decision = choice::decide(*comparison, *priorities, {}, reading.diagnostics);
    if (!decision) {
        return;
    }
    std::cout << to_string(decision->verdict.verdict) << ": " << offers[decision->leader()].company << '\n';
    for (const auto& score : decision->scores) {
        std::cout << offers[score.offer].company << "  " << score.value << '\n';
    }
}
