// The ways to go without the offer at hand (docs/numbers.md, "Negotiating").

#include <string>
#include <vector>

#include <offerkit/choice/negotiation/alternatives.hpp>
#include <offerkit/choice/search/rates.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using namespace offerkit::choice::negotiation;
using offers::pay;
using offers::usd;
using quantity::Money;
using quantity::Rate;

namespace {

Alternatives weighed(const std::vector<std::string>& texts, std::size_t own = 0) {
    std::vector<model::Offer> offers;
    for (const auto& text : texts) {
        offers.push_back(offers::read(text));
    }
    const auto comparison = offers::compare(offers, offers::valuation());
    return weigh(comparison, own, {offers, 0, comparison, Metric::annualized}, Preference{comparison.currency});
}

Grade graded(const std::string& rest) { return grade_of(offers::read(pay("X", 1, rest))); }

}  // namespace

TEST_CASE("how sure a way is follows from its kind first, then from its evidence") {
    CHECK(graded("") == Grade::written);
    CHECK(graded("evidence = \"verbal\"\n") == Grade::verbal);
    CHECK(graded("evidence = \"process\"\nchance = \"40%\"\n") == Grade::process);
    CHECK(graded("kind = \"current\"\n") == Grade::current);
    CHECK(graded("kind = \"search\"\nchance = \"40%\"\n") == Grade::search);
    CHECK(is_hoped_for(Grade::process));
    CHECK(is_hoped_for(Grade::search));
    CHECK_FALSE(is_hoped_for(Grade::written));
    CHECK_FALSE(is_hoped_for(Grade::verbal));
    CHECK_FALSE(is_hoped_for(Grade::current));
}

TEST_CASE("an interview without a chance of its own has the usual one of its stage") {
    // From an onsite on 4.4 / (4.4 + 6.3); a reply before it is even odds.
    CHECK(choice::search::usual_chance(model::Stage::onsite) == *Rate::of(411'214'953, 1'000'000'000));
    CHECK(choice::search::usual_chance(model::Stage::reply) == *Rate::of(205'607'477, 1'000'000'000));
    CHECK(choice::search::usual_chance(model::Stage::sent) == *Rate::of(102'803'738, 1'000'000'000));
    const auto found = weighed({pay("Own", 150'000), pay("A", 200'000, "evidence = \"process\"\nstage = \"onsite\"\n"),
                                pay("B", 100'000, "evidence = \"process\"\nstage = \"onsite\"\nchance = \"10%\"\n")});
    CHECK(found.of(1).chance == *Rate::of(411'214'953, 1'000'000'000));
    CHECK(found.of(2).chance == *Rate::of(1, 10));
}

TEST_CASE("what is sure is worth itself, and what is hoped for its chance of itself and the rest of the next best") {
    const auto found = weighed({pay("Own", 150'000), pay("Sure", 120'000),
                                pay("A", 200'000, "evidence = \"process\"\nchance = \"50%\"\n"),
                                pay("B", 100'000, "evidence = \"process\"\nchance = \"50%\"\n")});
    // B is below what is sure, and falls to nothing; A falls to what is sure.
    CHECK(found.of(1).worth == usd(120'000));
    CHECK(found.of(2).worth == usd(160'000));
    CHECK(found.of(3).worth == usd(50'000));
    CHECK(found.all.size() == 3);
    CHECK(found.batna().offer == 2);
    CHECK(found.all[1].offer == 1);
    CHECK(found.all[2].offer == 3);
    REQUIRE(found.surest() != nullptr);
    CHECK(found.surest()->offer == 1);
    CHECK(weighed({pay("Own", 1), pay("A", 2, "evidence = \"process\"\nchance = \"50%\"\n")}).surest() == nullptr);
}

TEST_CASE("another version of the offer is no other way, and the same company's job held now is one") {
    const auto found = weighed({pay("Own", 150'000), pay("Own", 170'000), pay("Own", 120'000, "kind = \"current\"\n")});
    REQUIRE(found.all.size() == 1);
    CHECK(found.batna().offer == 2);
    // Where none stands apart, all are ways to go.
    const auto all = weighed({pay("Own", 150'000), pay("Own", 170'000), pay("Other", 120'000)}, 3);
    CHECK(all.all.size() == 3);
    CHECK(all.batna().offer == 1);
}

TEST_CASE("a worth is rounded half up to the cent, once") {
    // A third of 100.00 is 33.33, two thirds of it 66.67.
    const auto found = weighed({pay("Own", 150'000), pay("A", 100, "evidence = \"process\"\nchance = \"2/3\"\n")});
    CHECK(found.batna().worth == Money{66'67, usd(0).currency()});
    CHECK(found.batna().standing == usd(100));
    CHECK(found.batna().clawback == usd(0));
    CHECK_FALSE(found.batna().make_whole.has_value());
}
