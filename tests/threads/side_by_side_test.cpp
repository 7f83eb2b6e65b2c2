// What is done by several hands at once.

#include <atomic>
#include <cstddef>
#include <numeric>
#include <stdexcept>
#include <vector>

#include <offerkit/side_by_side.hpp>
#include <support/catch.hpp>

using offerkit::side_by_side;

TEST_CASE("hands take all pieces, each of them once, however many hands there are") {
    for (const std::size_t hands : {1U, 2U, 3U, 16U}) {
        std::vector<int> taken(1'000);
        std::vector<int> worked(hands);
        std::atomic<std::size_t> next{0};
        side_by_side(hands, [&](std::size_t hand) {
            worked[hand] = 1;
            for (std::size_t piece = next++; piece < taken.size(); piece = next++) {
                ++taken[piece];
            }
        });
        CHECK(taken == std::vector<int>(1'000, 1));
        CHECK(std::accumulate(worked.begin(), worked.end(), std::size_t{0}) == hands);
    }
    side_by_side(0, [](std::size_t /*hand*/) { FAIL("no hand works"); });
}

TEST_CASE("what a hand throws arrives where the work was asked for, after all hands are done") {
    std::atomic<int> done{0};
    CHECK_THROWS_AS(side_by_side(4,
                                 [&](std::size_t hand) {
                                     ++done;
                                     if (hand == 3) {
                                         throw std::runtime_error("out of paper");
                                     }
                                 }),
                    std::runtime_error);
    CHECK(done == 4);
}
