// What turns random words into draws by looking them up.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <vector>

#include <offerkit/numeric/draw_tables.hpp>
#include <offerkit/numeric/word_stream.hpp>

#include "support/catch.hpp"

using namespace offerkit::numeric;

namespace {

constexpr std::size_t many = 1 << 16;

}  // namespace

TEST_CASE("words of a stream are those of SplitMix64: the known answers for one seed") {
    const WordStream stream{1234567};
    const std::vector<std::uint64_t> expected{6457827717110365317U, 3203168211198807973U, 9817491932198370423U,
                                              4593380528125082431U, 16408922859458223821U};
    for (std::size_t n = 0; n < expected.size(); ++n) {
        CHECK(stream.at(n) == expected[n]);
    }
}

TEST_CASE("two draws share a word of a stream, wherever a block of them begins") {
    const WordStream stream{{7, 8}, 3};
    for (const std::uint64_t first : {0U, 2U, 256U}) {
        stream.each(first, 6, [&](std::size_t i, std::uint32_t bits) {
            const std::uint64_t draw = first + i;
            CHECK(bits == static_cast<std::uint32_t>(stream.at(draw / 2) >> (draw % 2 * 32)));
        });
    }
}

TEST_CASE("streams of one key, and of two keys, have words of their own") {
    CHECK(WordStream{{7, 8}, 3}.at(0) != WordStream{{7, 8}, 4}.at(0));
    CHECK(WordStream{{7, 8}, 3}.at(0) != WordStream{{7, 9}, 3}.at(0));
}

TEST_CASE("a normal draw is where its word says, closely in the middle and exactly beyond the outermost places") {
    const NormalTable table;
    double worst_inside = 0;
    double worst_near_the_ends = 0;
    double worst_beyond = 0;
    for (std::uint64_t word = 0; word < (std::uint64_t{1} << 32U); word += 77'777) {
        const auto bits = static_cast<std::uint32_t>(word);
        const double chance = unit_interval(bits);
        const double off = std::fabs(table.at(bits) - inverse_normal(chance));
        const double from_end = std::min(chance, 1 - chance) * 1'024;
        double& worst = from_end < 1 ? worst_beyond : from_end < 50 ? worst_near_the_ends : worst_inside;
        worst = std::max(worst, off);
    }
    CHECK(worst_beyond < 1e-6);
    CHECK(worst_near_the_ends < 0.04);
    CHECK(worst_inside < 0.001);
}

TEST_CASE("normal draws mirror each other, and have mean 0 and variance 1") {
    const NormalTable table;
    double sum = 0;
    double squares = 0;
    bool mirrored = true;
    WordStream{5}.each(0, many, [&](std::size_t, std::uint32_t bits) {
        const double draw = table.at(bits);
        mirrored = mirrored && std::fabs(table.at(~bits) + draw) < 1e-9;
        sum += draw;
        squares += draw * draw;
    });
    CHECK(mirrored);
    CHECK(sum / many == Approx(0).margin(0.015));
    CHECK(squares / many == Approx(1).margin(0.02));
}

TEST_CASE("a curve over the score is straight between its points, and level beyond the last") {
    const ScoreCurve line{[](double score) { return 3 + 2 * score; }};
    for (const double score : {-7.99, -3.3, -0.001, 0.0, 1.0, 2.7182, 7.99}) {
        CHECK(line.at(score) == Approx(3 + 2 * score).epsilon(1e-12));
    }
    CHECK(line.at(-100) == Approx(-13).epsilon(1e-12));
    CHECK(line.at(100) == Approx(19).margin(1e-6));
    const ScoreCurve bent{[](double score) { return std::exp(score / 2); }};
    CHECK(bent.at(1.01) == Approx(std::exp(0.505)).epsilon(5e-5));
    // What is without end counts as very much, and leaves no other number without meaning.
    const ScoreCurve endless{[](double score) { return score < 0 ? -HUGE_VAL : 1.0; }};
    CHECK(std::isfinite(endless.at(-5)));
    CHECK(endless.at(5) == Approx(1).epsilon(1e-12));
}

TEST_CASE("choices come up with their chances, whatever they are") {
    const std::vector<std::vector<double>> cases{{1},          {0.5, 0.5}, {0.3, 0.4, 0.3},
                                                 {0.01, 0.99}, {0, 1},     {0.1, 0.2, 0.3, 0.05, 0.35, 0}};
    for (const std::vector<double>& chances : cases) {
        std::vector<AliasTable::Choice> choices;
        for (std::size_t i = 0; i < chances.size(); ++i) {
            choices.push_back({static_cast<double>(i), chances[i]});
        }
        const AliasTable table{choices};
        std::map<double, std::size_t> seen;
        // Words that are even over all of them, so that the shares are those of the chances but for the last word.
        for (std::uint64_t word = 0; word < many; ++word) {
            ++seen[table.at(static_cast<std::uint32_t>(word << 16U | 0x8000U))];
        }
        for (std::size_t i = 0; i < chances.size(); ++i) {
            CAPTURE(chances, i);
            CHECK(static_cast<double>(seen[static_cast<double>(i)]) / many == Approx(chances[i]).margin(1e-3));
        }
    }
}
