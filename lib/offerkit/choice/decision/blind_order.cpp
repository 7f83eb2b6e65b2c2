#include <offerkit/choice/decision/blind_order.hpp>

#include <algorithm>
#include <numeric>
#include <string_view>
#include <tuple>

namespace offerkit::choice {

namespace {

/// FNV-1a over bytes, then the finisher of splitmix64, so that near names land far apart.
std::uint64_t mixed(std::uint64_t state, std::string_view text) noexcept {
    for (const char c : text) {
        state = (state ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    }
    state = (state ^ (state >> 30U)) * 0xbf58476d1ce4e5b9U;
    state = (state ^ (state >> 27U)) * 0x94d049bb133111ebU;
    return state ^ (state >> 31U);
}

}  // namespace

std::vector<std::size_t> blind_order(std::span<const model::Offer> offers, std::uint64_t seed) {
    const auto key = [&](std::size_t position) {
        const model::Offer& offer = offers[position];
        const std::string_view file = offer.file;
        std::uint64_t state = 0xcbf29ce484222325U ^ ((seed + 1) * 0x9e3779b97f4a7c15U);
        for (const std::string_view part :
             {std::string_view{offer.company}, std::string_view{offer.role}, file.substr(file.find_last_of('/') + 1)}) {
            state = mixed(state, part);
        }
        return std::tuple{state, file, position};
    };
    std::vector<std::size_t> order(offers.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    return order;
}

}  // namespace offerkit::choice
