#include <algorithm>
#include <string>
#include <vector>

#include <offerkit/choice/decision/blind_order.hpp>
#include "support/catch.hpp"
#include "support/offers.hpp"

using offerkit::choice::blind_order;
using offerkit::model::Offer;

namespace {

std::vector<Offer> companies(const std::vector<std::string>& names) {
    std::vector<Offer> all;
    for (const auto& name : names) {
        all.push_back(
            offers::read("company = \"" + name + "\"\ncurrency = \"USD\"\nstart = 2026-03-02\n", name + ".toml"));
    }
    return all;
}

std::vector<std::string> in_order(const std::vector<Offer>& all, std::uint64_t seed) {
    std::vector<std::string> names;
    for (const auto position : blind_order(all, seed)) {
        names.push_back(all[position].company);
    }
    return names;
}

}  // namespace

TEST_CASE("blind letters do not depend on the order of the files") {
    std::vector<std::string> names{"Acme", "Beta", "Cobalt", "Delta"};
    const auto first = in_order(companies(names), 0);
    CHECK(std::is_permutation(first.begin(), first.end(), names.begin()));
    while (std::next_permutation(names.begin(), names.end())) {
        CHECK(in_order(companies(names), 0) == first);
    }
}

TEST_CASE("another seed shuffles blind letters anew, and every order can come up") {
    const auto all = companies({"Acme", "Beta", "Cobalt"});
    std::vector<std::vector<std::string>> seen;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const auto order = in_order(all, seed);
        if (std::find(seen.begin(), seen.end(), order) == seen.end()) {
            seen.push_back(order);
        }
    }
    CHECK(seen.size() == 6);
}

TEST_CASE("the same offer given twice has two letters") {
    auto twice = companies({"Acme", "Acme"});
    const auto order = blind_order(twice, 0);
    CHECK(order == std::vector<std::size_t>{0, 1});
}

TEST_CASE("letters stay what they are from one version to the next") {
    // FNV-1a and the finisher of splitmix64 over company, role and file, computed apart.
    const auto all = companies({"Acme", "Beta", "Cobalt", "Delta", "Echo", "Fjord"});
    CHECK(in_order(all, 0) == std::vector<std::string>{"Acme", "Delta", "Echo", "Beta", "Fjord", "Cobalt"});
    CHECK(in_order(all, 1) == std::vector<std::string>{"Acme", "Beta", "Fjord", "Echo", "Delta", "Cobalt"});
    CHECK(in_order(all, 2) == std::vector<std::string>{"Acme", "Beta", "Echo", "Cobalt", "Fjord", "Delta"});
}
