// consumer FOLDER: vests the first grant of an offer, and ranks two.
#include <iostream>
#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/file/read.hpp>

using namespace offerkit;

int main(int argc, char** argv) {
    const std::string folder = argc > 1 ? argv[1] : ".";
    const auto today = *calendar::Date::of(2026, 1, 20);
    diagnostic::Sources sources;        // the texts that were read
    diagnostic::Diagnostics problems;   // what is wrong with them
    const file::ProfileStore profiles;  // those built in
    const file::Reading reading{sources, problems, profiles};

    std::vector<model::Offer> offers;
    for (const char* name : {"northwind.toml", "contoso.toml"}) {
        if (auto offer = file::read_offer_file(reading, folder + "/" + name)) {
            offers.push_back(*std::move(offer));
        }
    }
    if (!problems.has_errors()) {
        if (const auto grant = timeline::resolve(offers[0], offers[0].grants[0], today, problems)) {
            for (const auto& tranche : grant->schedule.tranches) {
                // A tranche that waits for an event has no date.
                std::cout << (tranche.date ? to_string(*tranche.date) : "no date") << "  "
                          << to_decimal(tranche.quantity.exact()) << '\n';
            }
        }
        if (const auto comparison = choice::compare(offers, {.as_of = today}, problems)) {
            for (const auto i : comparison->ranking) {
                std::cout << offers[i].company << "  " << to_grouped(comparison->figure(i)) << '\n';
            }
        }
    }
    for (const auto& problem : problems.all()) {
        std::cerr << sources[problem.span.source].name() << ':' << problem.span.line << ": " << problem.message << '\n';
    }
    return problems.has_errors() ? 1 : 0;
}
