// The front door: one object that owns what every job needs.
#include <iostream>
#include <offerkit/offerkit.hpp>

using namespace offerkit;

void front_door(const std::vector<std::string>& files, calendar::Date today) {
    Workspace workspace;
    const auto offers = workspace.read(files);
    if (const auto comparison = workspace.compare(offers, {.as_of = today})) {
        for (const auto i : comparison->ranking) {
            std::cout << offers[i].company << "  " << to_grouped(comparison->figure(i)) << '\n';
        }
    }
    std::cerr << workspace.problems_text();
}
