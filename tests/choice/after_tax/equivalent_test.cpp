// The base at which one offer leaves what another leaves (docs/numbers.md, "Equivalent pay").

#include <deque>
#include <string>
#include <vector>

#include <offerkit/choice/after_tax/equivalent.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"
#include "support/taxed.hpp"

using namespace offerkit;
using taxes::Case;

namespace {

std::string offer(const std::string& base, const std::string& more = {}) {
    return "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-01-05\n" + more + "[base]\n" + base + "\n";
}
std::string paid(int salary) { return offer("salary = " + std::to_string(salary)); }

/// Offers in Texas, each beside the others.
struct Several {
    std::deque<Case> offers{};
    std::vector<choice::EquivalentCase> cases{};

    explicit Several(const std::vector<std::string>& texts) {
        for (const std::string& text : texts) {
            Case& one = offers.emplace_back(text, "us-tx", 1);
            REQUIRE(one.after);
            cases.push_back({&*one.after, nullptr, {one.valuation, *one.discounting, nullptr, one.rates}});
        }
    }

    /// "1 as 0: 120,000.00 (120,000.00)": each offer, what it is to leave as much as, its base and its pay.
    [[nodiscard]] std::vector<std::string> told() const {
        std::vector<std::string> lines;
        for (const auto& one : choice::equivalents(cases)) {
            lines.push_back(std::to_string(one.offer) + " as " + std::to_string(one.as) + ": " +
                            offers::text(one.base) + " (" + offers::text(one.pay) + ")");
        }
        return lines;
    }
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("in one place the base that leaves as much is that of the other, whichever salary it begins from") {
    CHECK(Several{{paid(120'000), paid(100'000)}}.told() == Lines{"1 as 0: 120,000.00 (120,000.00)"});
    CHECK(Several{{paid(20'000), paid(319'999)}}.told() == Lines{"0 as 1: 319,999.00 (319,999.00)"});
    CHECK(Several{{paid(100'001), paid(100'000)}}.told() == Lines{"1 as 0: 100,001.00 (100,001.00)"});
}

TEST_CASE("each offer but the one that leaves most is told, and all against that") {
    CHECK(Several{{paid(90'000), paid(130'000), paid(110'000)}}.told() ==
          Lines{"0 as 1: 130,000.00 (130,000.00)", "2 as 1: 130,000.00 (130,000.00)"});
    // Of two that leave the same the first is the one to come up to.
    CHECK(Several{{paid(90'000), paid(90'000)}}.told() == Lines{"1 as 0: 90,000.00 (90,000.00)"});
    CHECK(Several{{paid(90'000)}}.told().empty());
    CHECK(choice::equivalents({}).empty());
}

TEST_CASE("a base is looked for up to sixteen times what is paid, and one unit beyond") {
    CHECK(Several{{paid(160'001), paid(10'000)}}.told() == Lines{"1 as 0: 160,001.00 (160,001.00)"});
    CHECK(Several{{paid(160'002), paid(10'000)}}.told().empty());
}

TEST_CASE("a base by the hour becomes a year's salary, and what is paid beside it still counts") {
    CHECK(Several{{paid(120'000), offer("hourly = 40\nhours_per_week = 40")}}.told() ==
          Lines{"1 as 0: 120,000.00 (120,000.00)"});
    // 20,000 at once beside 100,000 a year are 120,000 of the first year.
    CHECK(Several{{paid(120'000), paid(80'000) + "[[sign_on]]\namount = 20_000\n"}}.told() ==
          Lines{"1 as 0: 100,000.00 (120,000.00)"});
}

TEST_CASE("without a base, or with one of nothing, there is none to change") {
    const std::string bonus = "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-01-05\n[bonus]\namount = 20_000\n";
    CHECK(Several{{paid(120'000), bonus}}.told().empty());
    // It can still be what the others are to come up to.
    CHECK(Several{{bonus, paid(10'000)}}.told().size() == 1);
}
