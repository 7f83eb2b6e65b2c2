#include <offerkit/numeric/exponential_draws.hpp>

#include <bit>

#include <offerkit/contract.hpp>
#include <offerkit/numeric/detail/lanes.hpp>

namespace offerkit::numeric {

namespace {

using detail::Lanes;
using detail::lanes;
using detail::WordLanes;

// The double's fraction is cut so that it lies between 1/sqrt(2) and sqrt(2), where the series is shortest.
constexpr auto bits_of_one = std::bit_cast<std::uint64_t>(1.0);
constexpr auto bits_of_root_half = std::bit_cast<std::uint64_t>(0.70710678118654752440);
constexpr std::uint64_t fraction_mask = 0x000FFFFFFFFFFFFF;
constexpr double natural_log_of_two = 0.69314718055994530942;

// ln x = k ln 2 + 2 artanh((m - 1) / (m + 1)), with x = m 2^k. The square of the ratio is below 0.0295, so nine terms
// of the series leave less than 4e-16 of the first.
Lanes minus_logarithm(Lanes x) noexcept {
    const auto bits = std::bit_cast<WordLanes>(x) + (bits_of_one - bits_of_root_half);
    const auto exponent_bits = (bits >> 52U) | std::bit_cast<std::uint64_t>(0x1p52);
    const Lanes exponent = std::bit_cast<Lanes>(exponent_bits) - (0x1p52 + 1023.0);
    const auto mantissa = std::bit_cast<Lanes>((bits & fraction_mask) + bits_of_root_half);
    const Lanes ratio = (mantissa - 1.0) / (mantissa + 1.0);
    const Lanes square = ratio * ratio;
    Lanes series = square * (1.0 / 17) + (1.0 / 15);
    series = series * square + (1.0 / 13);
    series = series * square + (1.0 / 11);
    series = series * square + (1.0 / 9);
    series = series * square + (1.0 / 7);
    series = series * square + (1.0 / 5);
    series = series * square + (1.0 / 3);
    series = series * square + 1.0;
    return -(exponent * natural_log_of_two + (ratio + ratio) * series);
}

// Patterns of random words, as `exponential_draws` places its numbers.
void random_patterns(const PhiloxKey& key, std::uint64_t first, std::size_t draws, std::size_t each,
                     std::span<double> into) noexcept {
    constexpr std::size_t words = 8;  // of 32 bits in a block
    for (std::size_t block = 0; block * words < each; ++block) {
        const std::size_t from = block * words;
        const std::size_t count = each - from < words ? each - from : words;
        for (std::size_t s = 0; s < draws; ++s) {
            const PhiloxBlock random = philox({first + s, block, 0, 0}, key);
            double* place = &into[from * draws + s];
            std::size_t j = 0;
            for (; j + 2 <= count; j += 2, place += 2 * draws) {
                const std::uint64_t pair = random[j / 2];
                place[0] = std::bit_cast<double>(pattern_of(static_cast<std::uint32_t>(pair)));
                place[draws] = std::bit_cast<double>(pattern_of(static_cast<std::uint32_t>(pair >> 32U)));
            }
            if (j < count) {
                place[0] = std::bit_cast<double>(pattern_of(static_cast<std::uint32_t>(random[j / 2])));
            }
        }
    }
}

}  // namespace

void negative_logarithms(std::span<double> patterns) noexcept {
    expects(patterns.size() % lanes == 0);
    for (std::size_t i = 0; i < patterns.size(); i += lanes) {
        // 2^52 + word, less 2^52 - 1/2, is word + 1/2 exactly.
        const Lanes word = detail::load(&patterns[i]) - (0x1p52 - 0.5);
        detail::store(&patterns[i], minus_logarithm(word * 0x1p-32));
    }
}

void exponential_draws(const PhiloxKey& key, std::uint64_t first, std::size_t draws, std::size_t each,
                       std::span<double> into) noexcept {
    expects(into.size() == draws * each);
    random_patterns(key, first, draws, each, into);
    negative_logarithms(into);
}

}  // namespace offerkit::numeric
