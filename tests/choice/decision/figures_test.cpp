// The figures that stand beside a ranking (docs/numbers.md, "Deciding").

#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/decisions.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using decisions::Deciding;
using decisions::offer;

namespace {

const choice::DecisionOptions few{.samples = 50};

std::string factor(const std::string& id, int swing, const std::string& rest = {}) {
    return "[[factor]]\nid = \"" + id +
           "\"\nworst_means = \"low\"\nbest_means = \"high\"\nswing = " + std::to_string(swing) + "\n" + rest;
}

const std::string money = "[money]\nworst = 100_000\nbest = 300_000\nswing = 50\n";

}  // namespace

TEST_CASE("a value is the sum of what each factor contributes, its weight times its value") {
    const Deciding decided{
        {offer("A", 200'000, "p = 8\n"), offer("B", 250'000, "p = 2\n")}, money + factor("p", 50), few};
    const auto& score = decided->scores[0];
    REQUIRE(score.contributions.size() == 2);
    CHECK(score.contributions[0].factor == 0);
    CHECK(score.contributions[0].weight == Approx(0.5));
    CHECK(score.contributions[0].value == Approx(0.5));
    CHECK(score.contributions[0].product == Approx(0.25));
    CHECK(score.contributions[1].product == Approx(0.4));
    CHECK(score.value == Approx(0.65));
    CHECK(decided->scores[1].value == Approx(0.475));
    CHECK(decided->scores[1].rank == 2);
    CHECK(decided->verdict.second == 1U);
    CHECK(*decided->verdict.margin == Approx(0.175));
}

TEST_CASE("what the leader is ahead by is told rival by rival, the largest difference first, for or against") {
    const Deciding decided{{offer("A", 200'000, "p = 8\nq = 5\n"), offer("B", 250'000, "p = 2\nq = 4\n"),
                            offer("C", 200'000, "p = 6\nq = 5\n")},
                           money + factor("p", 40) + factor("q", 10),
                           few};
    REQUIRE(decided->leader() == 0);
    REQUIRE(decided->against.size() == 2);
    CHECK(decided->against[0].rival == 2);
    CHECK(decided->against[0].margin == Approx(0.08));
    const auto& b = decided->against[1];
    CHECK(b.rival == 1);
    // p: 0.4 x 0.6; money: 0.5 x -0.25; q: 0.1 x 0.1.
    CHECK(b.advantages[0].factor == 1);
    CHECK(b.advantages[0].amount == Approx(0.24));
    CHECK(b.advantages[1].factor == 0);
    CHECK(b.advantages[1].amount == Approx(-0.125));
    CHECK(b.advantages[2].amount == Approx(0.01));
    CHECK(b.margin == Approx(0.125));
}

TEST_CASE("a pay that ties lies on the scale, its ends included") {
    // B needs 0.65 - 0.1 = 0.55 of pay's half: beyond the end. At p = 3 it needs exactly all of it.
    const Deciding beyond{
        {offer("A", 200'000, "p = 8\n"), offer("B", 200'000, "p = 2\n")}, money + factor("p", 50), few};
    CHECK_FALSE(beyond->price_of_choice[1].money.has_value());
    const Deciding at_end{
        {offer("A", 200'000, "p = 8\n"), offer("B", 200'000, "p = 3\n")}, money + factor("p", 50), few};
    REQUIRE(at_end->price_of_choice[1].money.has_value());
    CHECK(*at_end->price_of_choice[1].money == 300'000);
    CHECK(*at_end->price_of_choice[1].change == Approx(100'000));
    CHECK(at_end->price_of_choice[1].against == 0);
    // And the leader may fall to the worst end: 0.65 - 0.25 = 0.4.
    REQUIRE(at_end->price_of_choice[0].money.has_value());
    CHECK(*at_end->price_of_choice[0].money == 100'000);
    CHECK(*at_end->price_of_choice[0].change == Approx(-100'000));
}

TEST_CASE("a rating that would tie is feasible on its scale, and told of no pay and of nothing without weight") {
    // B is 0.26 behind: q, at 0.2, cannot make that up, and p, at 0.8, can.
    const Deciding decided{{offer("A", 1, "p = 5\nq = 5\nr = 0\n"), offer("B", 1, "p = 2\nq = 4\nr = 9\n")},
                           factor("p", 80) + factor("q", 20) + factor("r", 0),
                           few};
    REQUIRE(decided->rating_changes.size() == 4);
    const auto& p = decided->rating_changes[2];
    CHECK(p.offer == 1);
    CHECK(p.against == 0);
    CHECK(p.factor == 0);
    // 0.26 behind: 0.325 of p's scale.
    CHECK(p.value_change == Approx(0.325));
    CHECK(p.rating == Approx(5.25));
    CHECK(p.feasible);
    CHECK_FALSE(decided->rating_changes[3].feasible);
    // Exactly the end of the scale is on it: q at 1 against 0.
    const Deciding exact{
        {offer("A", 1, "p = 6\nq = 5\n"), offer("B", 1, "p = 5\nq = 6\n")}, factor("p", 80) + factor("q", 20), few};
    CHECK(exact->rating_changes[3].value_change == Approx(0.3));
    const Deciding end{
        {offer("A", 1, "p = 6\nq = 6\n"), offer("B", 1, "p = 5\nq = 6\n")}, factor("p", 80) + factor("q", 20), few};
    CHECK(end->rating_changes[3].rating == Approx(10));
    CHECK(end->rating_changes[3].feasible);
    CHECK(Deciding({offer("A", 1, "p = 6\n")}, factor("p", 80), few)->rating_changes.empty());
}

TEST_CASE("without money the other factors keep their ratios, and money alone has no such ranking") {
    const Deciding decided{{offer("A", 300'000, "p = 2\nq = 5\n"), offer("B", 100'000, "p = 8\nq = 6\n")},
                           money + factor("p", 30) + factor("q", 20),
                           few};
    CHECK(decided->leader() == 0);
    REQUIRE(decided->without_money.has_value());
    CHECK(decided->without_money->ranking == std::vector<std::size_t>{1, 0});
    CHECK(decided->without_money->scores[1].value == Approx(0.6 * 0.8 + 0.4 * 0.6));
    CHECK_FALSE(Deciding({offer("A", 1, "p = 2\n")}, factor("p", 30), few)->without_money.has_value());
    CHECK_FALSE(Deciding({offer("A", 1, "p = 2\n")}, money + factor("p", 0), few)->without_money.has_value());
}

TEST_CASE("who ties with the leader is named, in the order given, and leads all the same only by its place") {
    const Deciding decided{
        {offer("A", 1, "p = 5\n"), offer("B", 1, "p = 7\n"), offer("C", 1, "p = 7\n")}, factor("p", 80), few};
    CHECK(decided->leader() == 1);
    CHECK(decided->verdict.tied_with == std::vector<std::size_t>{2});
    CHECK(*decided->verdict.margin == 0);
    CHECK_FALSE(decided->verdict.dominant);
    CHECK(decided->scores[2].rank == 1);
    CHECK(decided->scores[0].rank == 3);
    const Deciding ahead{
        {offer("A", 1, "p = 5\n"), offer("B", 1, "p = 8\n"), offer("C", 1, "p = 7\n")}, factor("p", 80), few};
    CHECK(ahead->verdict.tied_with.empty());
    CHECK(ahead->verdict.dominant);
}

TEST_CASE("an offer by word or only looked for is not in writing, and the job held now needs no paper") {
    const auto unwritten = [](const std::string& top) {
        return Deciding({top + offer("A", 1, "p = 9\n"), offer("B", 1, "p = 1\n")}, factor("p", 80), few)
            ->verdict.not_in_writing;
    };
    CHECK_FALSE(unwritten(""));
    CHECK(unwritten("evidence = \"verbal\"\n"));
    CHECK(unwritten("evidence = \"process\"\nchance = \"50%\"\n"));
    CHECK(unwritten("kind = \"search\"\nchance = \"50%\"\n"));
    CHECK_FALSE(unwritten("kind = \"current\"\n"));
}

TEST_CASE("pay is the year's average, or what survives of it") {
    std::vector<model::Offer> papers{offers::read(offer("A", 100'000, ""))};
    auto valuation = offers::valuation();
    valuation.exit_per_year = *quantity::Rate::of(1, 10);
    const auto comparison = offers::compare(papers, valuation);
    CHECK(offers::text(choice::yearly_pay(comparison, false)[0]) == "100,000.00");
    const auto survived = choice::yearly_pay(comparison, true)[0];
    CHECK(survived.minor() * 4 == Approx(comparison.offers[0].definitions.survival_weighted.minor()).margin(4));
}
