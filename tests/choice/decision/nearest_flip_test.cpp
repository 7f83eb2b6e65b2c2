// What it would take to change a decision (docs/numbers.md, "What would change it").

#include <rapidcheck.h>

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include <offerkit/choice/decision/nearest_flip.hpp>

#include "support/catch.hpp"
#include "support/decisions.hpp"

using namespace offerkit;
using choice::DecisionOptions;
using decisions::Deciding;
using decisions::offer;

namespace {

constexpr DecisionOptions few{.samples = 50};
constexpr std::array<const char*, 3> ids{"p", "q", "r"};
constexpr double little = 0.001;

/// Offers and swings that a test changes one by one.
struct Case {
    std::vector<int> salaries{};
    std::vector<std::vector<double>> ratings{};
    std::vector<double> swings{};  // of money, p, q, r

    [[nodiscard]] std::vector<std::string> offers() const {
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < salaries.size(); ++i) {
            std::string factors;
            for (std::size_t j = 0; j < ids.size(); ++j) {
                factors += std::string(ids[j]) + " = " + std::to_string(ratings[i][j]) + "\n";
            }
            texts.push_back(offer(std::string(1, static_cast<char>('A' + i)), salaries[i], factors));
        }
        return texts;
    }

    [[nodiscard]] std::string priorities() const {
        std::string text = "[money]\nworst = 100_000\nbest = 300_000\nswing = " + std::to_string(swings[0]) + "\n";
        for (std::size_t j = 0; j < ids.size(); ++j) {
            text += "[[factor]]\nid = \"" + std::string(ids[j]) + "\"\nswing = " + std::to_string(swings[j + 1]) + "\n";
        }
        return text;
    }

    [[nodiscard]] std::size_t leader() const {
        return Deciding { offers(), priorities(), few } -> leader();
    }
};

Case some_case() {
    Case made;
    for (int i = 0; i < 3; ++i) {
        made.salaries.push_back(*rc::gen::inRange(110'000, 290'000));
        auto& row = made.ratings.emplace_back();
        for (std::size_t j = 0; j < ids.size(); ++j) {
            row.push_back(*rc::gen::inRange(0, 11));
        }
    }
    for (int j = 0; j < 4; ++j) {
        made.swings.push_back(*rc::gen::inRange(5, 101));
    }
    return made;
}

}  // namespace

TEST_CASE("each nearest change, taken a little further, puts the offer first that it names; a little less does not") {
    support::holds("flips flip", [] {
        const Case made = some_case();
        const Deciding decided{made.offers(), made.priorities(), few};
        RC_PRE(*decided->verdict.margin > 0.002);
        const std::size_t leader = decided->leader();
        const auto flips = choice::nearest_flips(*decided, decided.priorities());
        if (flips.weight && flips.weight->points && *flips.weight->points > 0.01 && *flips.weight->points < 1e6) {
            const double way = *flips.weight->points > flips.weight->stated_points ? 1 : -1;
            Case other = made;
            other.swings[flips.weight->factor] = *flips.weight->points * (1 + way * little);
            RC_ASSERT(other.leader() == *flips.weight->winner);
            other.swings[flips.weight->factor] = *flips.weight->points * (1 - way * little);
            RC_ASSERT(other.leader() == leader);
        }
        if (flips.rating) {
            const auto& change = flips.rating->change;
            const double way = change.value_change > 0 ? 1 : -1;
            Case other = made;
            double& rating = other.ratings[change.offer][change.factor - 1];
            const std::size_t then = change.offer == leader ? change.against : change.offer;
            rating = change.rating + way * little;
            if (rating >= 0 && rating <= 10) {
                RC_ASSERT(other.leader() == then);
            }
            rating = change.rating - way * little;
            RC_ASSERT(other.leader() == leader);
        }
        if (flips.pay) {
            Case other = made;
            int& salary = other.salaries[flips.pay->offer];
            salary = static_cast<int>(std::floor(*flips.pay->money)) - 1;
            RC_ASSERT(other.leader() == leader);
            salary += 3;
            RC_ASSERT(salary > 300'000 || other.leader() == flips.pay->offer);
        }
    });
}

TEST_CASE("a condition is told to change by its chance") {
    // The swing is shared by halves. A has 0.7 + 0.4, B 0.5 + 0.5: A leads while its visa is over 60% likely.
    const std::vector<std::string> offers{offer("A", 150'000, "visa = { chance = \"70%\" }\nrest = 4\n"),
                                          offer("B", 150'000, "visa = 5\nrest = 5\n")};
    const Deciding decided{offers, "[[factor]]\nid = \"visa\"\nswing = 50\n[[factor]]\nid = \"rest\"\nswing = 50\n"};
    const auto flips = choice::nearest_flips(*decided, decided.priorities());
    REQUIRE(flips.rating.has_value());
    CHECK(flips.rating->change.offer == 0);
    CHECK(*flips.rating->chance == Approx(0.6).epsilon(1e-12));
    CHECK(flips.rating->stated_chance == Approx(0.7).epsilon(1e-12));
    CHECK_FALSE(flips.pay.has_value());
}

TEST_CASE("a rating that no chance of a condition comes to is told without one") {
    // Both of A's outcomes leave it ahead of B: it would need a 3, below its worst.
    const std::vector<std::string> offers{
        offer("A", 150'000, "visa = { chance = \"50%\", met = 8, unmet = 6 }\nrest = 5\n"),
        offer("B", 150'000, "visa = 3\nrest = 5\n")};
    const Deciding decided{offers, "[[factor]]\nid = \"visa\"\nswing = 50\n[[factor]]\nid = \"rest\"\nswing = 50\n"};
    const auto flips = choice::nearest_flips(*decided, decided.priorities());
    REQUIRE(flips.rating.has_value());
    CHECK(flips.rating->change.offer == 0);
    CHECK(flips.rating->change.factor == 0);
    CHECK(flips.rating->change.rating == Approx(3));
    CHECK_FALSE(flips.rating->chance.has_value());
}

TEST_CASE("one offer alone has nothing to change places with") {
    const Deciding decided{{offer("A", 150'000, "p = 4\n")}, "[[factor]]\nid = \"p\"\nswing = 50\n"};
    const auto flips = choice::nearest_flips(*decided, decided.priorities());
    CHECK_FALSE(flips.weight.has_value());
    CHECK_FALSE(flips.rating.has_value());
    CHECK_FALSE(flips.pay.has_value());
}
