// The class of a verdict and what is sure of it (docs/numbers.md, "The verdict").

#include <offerkit/choice/decision/verdict.hpp>

#include "support/catch.hpp"

using namespace offerkit::choice;
using namespace offerkit::choice::decision;

namespace {

Verdict verdict(double steadiness, double wide = 1, double margin = 0.1) {
    Verdict one;
    one.steadiness = steadiness;
    one.wide_steadiness = wide;
    one.margin = margin;
    return one;
}

Rating certain(double value) { return {.outcomes = {{1, value * 10, value}}, .rating = value * 10, .value = value}; }
Rating either(double low, double high) {
    return {.kind = RatingKind::condition,
            .outcomes = {{0.5, low * 10, low}, {0.5, high * 10, high}},
            .rating = (low + high) * 5,
            .value = (low + high) / 2};
}
Rating unknown() { return {.kind = RatingKind::unknown, .rating = 5, .value = 0.5}; }

Judgement judgement(const std::vector<double>& weights, std::vector<std::vector<Rating>> ratings) {
    Judgement one;
    for (std::size_t j = 0; j < weights.size(); ++j) {
        one.factors.push_back({.id = std::to_string(j), .weight = weights[j]});
    }
    one.ratings = std::move(ratings);
    return one;
}

}  // namespace

TEST_CASE("a lead is clear from 90% of the draws on, and 80% of those with wide weights") {
    CHECK(class_of(verdict(0.90, 0.80), 0) == VerdictClass::clear);
    CHECK(class_of(verdict(0.899, 0.80), 0) == VerdictClass::leaning);
    CHECK(class_of(verdict(0.90, 0.799), 0) == VerdictClass::leaning);
    CHECK(class_of(verdict(0.65, 0.1), 0) == VerdictClass::leaning);
    CHECK(class_of(verdict(0.649, 1), 0) == VerdictClass::toss_up);
    // Who is ahead however the ratings turn out needs no draws.
    auto sure = verdict(0.5, 0.5);
    sure.dominant_for_sure = true;
    CHECK(class_of(sure, 0) == VerdictClass::clear);
    sure.dominant_for_sure = false;
    sure.dominant = true;
    CHECK(class_of(sure, 0) == VerdictClass::toss_up);
}

TEST_CASE("a leader that is not on paper, or whose rival may yet begin, is leaning at most") {
    auto unwritten = verdict(1);
    unwritten.dominant_for_sure = true;
    unwritten.not_in_writing = true;
    CHECK(class_of(unwritten, 0) == VerdictClass::leaning);
    auto open = verdict(1);
    open.open_dates = true;
    CHECK(class_of(open, 0) == VerdictClass::leaning);
}

TEST_CASE("a question comes first where it is worth more than the lead, unless the lead is clear") {
    CHECK(class_of(verdict(0.7, 1, 0.1), 0.11) == VerdictClass::ask_first);
    CHECK(class_of(verdict(0.7, 1, 0.1), 0.1) == VerdictClass::leaning);
    CHECK(class_of(verdict(0.5, 1, 0.1), 0.09) == VerdictClass::toss_up);
    CHECK(class_of(verdict(0.95, 1, 0.1), 0.5) == VerdictClass::clear);
    // A single offer has no lead to weigh it against.
    auto alone = verdict(0.7);
    alone.margin.reset();
    CHECK(class_of(alone, 0.01) == VerdictClass::ask_first);
}

TEST_CASE("what hangs on something undated is told before all else") {
    auto hanging = verdict(1);
    hanging.dominant_for_sure = true;
    hanging.hangs_on = HangingLead{};
    CHECK(class_of(hanging, 1) == VerdictClass::hangs_on);
}

TEST_CASE("an offer dominates for sure where its worst is at least the best of every rival, and once above it") {
    const auto sure = [](std::vector<std::vector<Rating>> ratings, const std::vector<double>& weights = {0.6, 0.4}) {
        return dominates_for_sure(0, judgement(weights, std::move(ratings)));
    };
    CHECK(sure({{certain(0.7), certain(0.5)}, {certain(0.5), certain(0.5)}}));
    CHECK_FALSE(sure({{certain(0.5), certain(0.5)}, {certain(0.5), certain(0.5)}}));
    CHECK_FALSE(sure({{certain(0.9), certain(0.4)}, {certain(0.5), certain(0.5)}}));
    CHECK(sure({{either(0.6, 0.9), certain(0.5)}, {either(0.2, 0.6), certain(0.4)}}));
    CHECK_FALSE(sure({{either(0.5, 0.9), certain(0.5)}, {either(0.2, 0.6), certain(0.4)}}));
    // An unknown may turn out as either end of the scale.
    CHECK_FALSE(sure({{certain(0.9), certain(0.5)}, {unknown(), certain(0.4)}}));
    CHECK(sure({{certain(1), certain(0.5)}, {unknown(), certain(0.4)}}));
    CHECK_FALSE(sure({{unknown(), certain(0.5)}, {certain(0.1), certain(0.4)}}));
    // Every rival counts, and no factor without weight.
    CHECK_FALSE(sure({{certain(0.7), certain(0.5)}, {certain(0.5), certain(0.5)}, {certain(0.8), certain(0.2)}}));
    CHECK(sure({{certain(0.7), certain(0.1)}, {certain(0.5), certain(0.9)}}, {1, 0}));
    CHECK_FALSE(sure({{certain(0.5), certain(0.9)}, {certain(0.5), certain(0.1)}}, {1, 0}));
    CHECK(dominates_for_sure(1, judgement({1}, {{certain(0.2)}, {certain(0.5)}, {certain(0.4)}})));
}

TEST_CASE("certain ratings win every draw or none, and equal ones half of each, whatever the number of draws") {
    const auto one = judgement({0.5, 0.5}, {{certain(0.5), certain(0.5)},
                                            {certain(0.5), certain(0.5)},
                                            {certain(0.4), certain(0.5)},
                                            {certain(0.6), certain(0.5)}});
    for (const std::uint64_t samples : {1U, 127U, 128U, 129U, 300U}) {
        const auto wins = wins_of(0, one, samples, 7);
        CHECK(wins.narrow == std::vector{1.0, 0.5, 1.0, 0.0});
        CHECK(wins.wide == std::vector{1.0, 0.5, 1.0, 0.0});
    }
    // A fifth more of 0.42 is above a fifth less of 0.58.
    const auto close =
        wins_of(0, judgement({0.42, 0.58}, {{certain(1), certain(0)}, {certain(0), certain(1)}}), 20'000, 7);
    CHECK(close.narrow[1] > 0);
    CHECK(close.wide[1] > close.narrow[1]);
    const auto far =
        wins_of(0, judgement({0.6, 0.39}, {{certain(1), certain(0)}, {certain(0), certain(1)}}), 20'000, 7);
    // 0.48 is the least of the one, and 0.468 the most of the other.
    CHECK(far.narrow[1] == 1);
    CHECK(far.wide[1] < 1);
}
