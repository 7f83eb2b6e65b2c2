#include <bit>
#include <cmath>
#include <vector>

#include <offerkit/numeric/exponential_draws.hpp>
#include <offerkit/numeric/gauss_legendre.hpp>
#include <offerkit/numeric/philox.hpp>

#include "support/catch.hpp"

using namespace offerkit::numeric;

TEST_CASE("random numbers are those of Philox4x64-10: the known answers that its authors publish") {
    // kat_vectors of Random123 (Salmon, Moraes, Dror and Shaw): zeros, ones, and digits of pi.
    CHECK(philox({0, 0, 0, 0}, {0, 0}) ==
          PhiloxBlock{0x16554d9eca36314c, 0xdb20fe9d672d0fdc, 0xd7e772cee186176b, 0x7e68b68aec7ba23b});
    constexpr std::uint64_t ones = ~std::uint64_t{0};
    CHECK(philox({ones, ones, ones, ones}, {ones, ones}) ==
          PhiloxBlock{0x87b092c3013fe90b, 0x438c3c67be8d0224, 0x9cc7d7c69cd777b6, 0xa09caebf594f0ba0});
    CHECK(philox({0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0, 0x082efa98ec4e6c89},
                 {0x452821e638d01377, 0xbe5466cf34e90c6c}) ==
          PhiloxBlock{0xa528f45403e61d95, 0x38c72dbd566e9788, 0xa5a1610e72fd18b5, 0x57bd43b5e52b7fe6});
}

TEST_CASE("a draw never leaves the open unit interval") {
    CHECK(unit_interval(0) > 0);
    CHECK(unit_interval(~std::uint32_t{0}) < 1);
}

TEST_CASE("our logarithm agrees with the machine's over all sizes of words") {
    std::vector<std::uint32_t> words{0, 1, 2, 0x7FFFFFFF, 0x80000000, 0xB504F333, 0xFFFFFFFE, 0xFFFFFFFF};
    Draw draw{{1, 2}, 3};
    for (int i = 0; i < 20'000; ++i) {
        words.push_back(draw.bits() >> (static_cast<unsigned>(i) % 32U));
    }
    std::vector<double> numbers;
    for (const auto word : words) {
        numbers.push_back(std::bit_cast<double>(pattern_of(word)));
    }
    negative_logarithms(numbers);
    double worst = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const double expected = -std::log((static_cast<double>(words[i]) + 0.5) * 0x1p-32);
        worst = std::max(worst, std::fabs(numbers[i] - expected) / expected);
    }
    CHECK(worst < 1e-15);
}

TEST_CASE("exponential draws are the same however they are cut into blocks, and have mean and variance 1") {
    constexpr std::size_t each = 11;
    std::vector<double> whole(2'000 * each);
    exponential_draws({5, 6}, 0, 2'000, each, whole);
    std::vector<double> part(500 * each);
    exponential_draws({5, 6}, 1'000, 500, each, part);
    double sum = 0;
    double squares = 0;
    bool same = true;
    for (std::size_t j = 0; j < each; ++j) {
        for (std::size_t s = 0; s < 2'000; ++s) {
            sum += whole[j * 2'000 + s];
            squares += whole[j * 2'000 + s] * whole[j * 2'000 + s];
        }
        for (std::size_t s = 0; s < 500; ++s) {
            same = same && part[j * 500 + s] == whole[j * 2'000 + 1'000 + s];
        }
    }
    CHECK(same);
    CHECK(sum / 22'000 == Approx(1).margin(0.035));
    CHECK(squares / 22'000 == Approx(2).margin(0.15));
}

TEST_CASE("Gauss and Legendre's nodes integrate polynomials exactly") {
    for (std::size_t n = 1; n <= 20; ++n) {
        const auto nodes = gauss_legendre(n);
        REQUIRE(nodes.size() == n);
        for (std::size_t power = 0; power < 2 * n; ++power) {
            double sum = 0;
            for (const Node& node : nodes) {
                sum += node.weight * std::pow(node.at, static_cast<double>(power));
            }
            const double expected = power % 2 == 0 ? 2.0 / static_cast<double>(power + 1) : 0.0;
            INFO(n << " nodes, power " << power);
            CHECK(sum == Approx(expected).margin(1e-13));
        }
    }
}
