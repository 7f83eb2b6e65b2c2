#include <offerkit/numeric/draw_tables.hpp>

#include <cmath>

#include <offerkit/contract.hpp>

namespace offerkit::numeric {

NormalTable::NormalTable() noexcept {
    constexpr double whole = parts;
    constexpr double bits = std::size_t{1} << bits_within;
    double from = inverse_normal(1 / whole);
    for (std::size_t part = 1; part < parts / 2; ++part) {
        const double to = part + 1 == parts / 2 ? 0.0 : inverse_normal(static_cast<double>(part + 1) / whole);
        const double rise = (to - from) / bits;
        // A word stands for the middle of what it covers; the upper half mirrors the lower.
        parts_[part] = {from + rise / 2, rise};
        parts_[parts - 1 - part] = {rise / 2 - to, rise};
        from = to;
    }
}

AliasTable::AliasTable(std::span<const Choice> choices) {
    expects(!choices.empty());
    double sum = 0;
    for (const Choice& choice : choices) {
        sum += choice.chance;
    }
    // Each slot holds the same chance: those with too little are filled up from those with too much.
    const auto count = static_cast<double>(choices.size());
    std::vector<double> left;
    std::vector<std::size_t> small;
    std::vector<std::size_t> large;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        left.push_back(choices[i].chance / sum * count);
        (left[i] < 1 ? small : large).push_back(i);
        slots_.push_back({{choices[i].value, choices[i].value}, std::uint64_t{1} << 32U});
    }
    while (!small.empty() && !large.empty()) {
        const std::size_t poor = small.back();
        const std::size_t rich = large.back();
        small.pop_back();
        slots_[poor].own = static_cast<std::uint64_t>(std::llround(left[poor] * 0x1p32));
        slots_[poor].values[1] = choices[rich].value;
        left[rich] -= 1 - left[poor];
        if (left[rich] < 1) {
            large.pop_back();
            small.push_back(rich);
        }
    }
}

}  // namespace offerkit::numeric
