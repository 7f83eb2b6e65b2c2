// Offers from files. What is wrong with a file goes to `problems`; a warning leaves the offer usable.
#include <iostream>
#include <offerkit/file/read.hpp>

using namespace offerkit;

std::vector<model::Offer> read(const std::vector<std::string>& files, diagnostic::Sources& sources,
                               diagnostic::Diagnostics& problems) {
    const file::ProfileStore profiles;  // built in; ProfileStore{{"my/profiles"}} is searched first
    std::vector<model::Offer> offers;
    for (const auto& name : files) {
        if (auto offer = file::read_offer_file({sources, problems, profiles}, name)) {
            offers.push_back(*std::move(offer));
        }
    }
    for (const auto& problem : problems.all()) {
        std::cerr << sources[problem.span.source].name() << ':' << problem.span.line << ": " << problem.message << '\n';
    }
    return offers;
}
