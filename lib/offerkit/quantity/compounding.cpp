#include <offerkit/quantity/compounding.hpp>

#include <bit>

namespace offerkit::quantity {

Factor Compounding::product_of(Powers& powers, std::int64_t count, std::int64_t days_each, Factor product) noexcept {
    for (auto rest = static_cast<std::uint64_t>(count); rest != 0; rest &= rest - 1) {
        const auto bit = static_cast<std::size_t>(std::countr_zero(rest));
        auto& power = powers[bit];
        if (!power) {
            power = compound(rate_, days_each << bit);
        }
        product = product.is_one() ? *power : product * *power;
    }
    return product;
}

Factor Compounding::over(std::int64_t days) noexcept {
    expects(days >= 0 && days < (std::int64_t{1} << 20));
    if (rate_.is_zero()) {
        return {};
    }
    const Factor whole = product_of(four_years_, days / days_in_four_years, days_in_four_years, Factor{});
    return product_of(days_, days % days_in_four_years, 1, whole);
}

}  // namespace offerkit::quantity
