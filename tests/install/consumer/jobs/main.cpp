// jobs FOLDER: runs each snippet of docs/library.md and docs/tax.md on the offers of the folder.
#include <iostream>
#include <offerkit/file/read.hpp>

using namespace offerkit;

std::vector<model::Offer> read(const std::vector<std::string>& files, diagnostic::Sources& sources,
                               diagnostic::Diagnostics& problems);
void compare(std::span<const model::Offer> offers, calendar::Date today, diagnostic::Diagnostics& problems);
void decide(std::span<const model::Offer> offers, calendar::Date today, const file::Reading& reading,
            const std::string& priorities_file);
void negotiate(std::span<const model::Offer> offers, calendar::Date today, const file::Reading& reading);
void leave(std::span<const model::Offer> offers, calendar::Date day, diagnostic::Diagnostics& problems);
void vest(const model::Offer& offer, calendar::Date today, diagnostic::Diagnostics& problems);
void levels(const model::Offer& offer, const file::Reading& reading);
std::string json(std::span<const model::Offer> offers, calendar::Date today, const diagnostic::Sources& sources,
                 diagnostic::Diagnostics& problems);
void taxes(const file::ProfileStore& profiles, diagnostic::Sources& sources, diagnostic::Diagnostics& problems);

int main(int argc, char** argv) {
    const std::string folder = argc > 1 ? argv[1] : ".";
    const auto today = *calendar::Date::of(2026, 1, 20);
    diagnostic::Sources sources;
    diagnostic::Diagnostics problems;
    const file::ProfileStore profiles;
    const file::Reading reading{sources, problems, profiles};
    const auto offers = read({folder + "/northwind.toml", folder + "/contoso.toml"}, sources, problems);
    if (offers.size() == 2) {
        std::cout << "compare\n";
        compare(offers, today, problems);
        std::cout << "decide\n";
        decide(offers, today, reading, folder + "/priorities.toml");
        std::cout << "negotiate\n";
        negotiate(offers, today, reading);
        std::cout << "leave\n";
        leave(offers, *calendar::Date::of(2027, 6, 1), problems);
        std::cout << "vest\n";
        vest(offers[0], today, problems);
        std::cout << "levels\n";
        levels(offers[0], reading);
        std::cout << "json\n" << json(offers, today, sources, problems);
        std::cout << "taxes\n";
        taxes(profiles, sources, problems);
    }
    return problems.has_errors() ? 1 : 0;
}
