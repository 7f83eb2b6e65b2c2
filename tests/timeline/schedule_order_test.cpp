// What stands in another order than time goes: dates of a file, and segments that begin at an event before the others
// (docs/numbers.md, "Vesting").

#include <string>
#include <vector>

#include <offerkit/timeline/schedule.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using model::Segment;
using model::VestingTerms;
using offers::date;
using quantity::Fraction;

namespace {

constexpr calendar::Period year = calendar::Period::months(12);

/// "2026-03-02 3": an earning or tranche by its day.
template <class Row>
std::string row_of(const Row& row, const std::optional<calendar::Date>& day) {
    return (day ? to_string(*day) : "?") + " " + std::to_string(row.quantity.whole());
}

}  // namespace

TEST_CASE("dated portions share a grant out by their days, whatever their order in the file") {
    VestingTerms terms;
    const Fraction third = *Fraction::of(1, 3);
    terms.dates = {{date(2028, 3, 2), third}, {date(2026, 3, 2), third}, {date(2027, 3, 2), third}};
    diagnostic::Diagnostics diagnostics;
    const auto schedule =
        timeline::expand({.vesting = terms, .quantity = 10, .start = date(2026, 3, 2), .grant_date = date(2026, 3, 2)},
                         {{}, date(2026, 1, 1)}, diagnostics);
    REQUIRE(schedule.has_value());
    std::vector<std::string> rows;
    for (const auto& tranche : schedule->tranches) {
        rows.push_back(row_of(tranche, tranche.date));
    }
    // Rounded down as they add up: 3.3, 6.7 and 10 by the end of each year.
    CHECK(rows == std::vector<std::string>{"2026-03-02 3", "2027-03-02 3", "2028-03-02 4"});
}

TEST_CASE("what is served first stands first, also where a later segment begins at an earlier event") {
    VestingTerms terms;
    Segment early{.portion = *Fraction::of(1, 2), .over = year, .every = year};
    early.start = model::EventStart{"sale"};
    terms.segments = {{.portion = *Fraction::of(1, 2), .over = calendar::Period::months(24), .every = year}, early};
    std::vector<model::Event> events(1);
    events.front().id = "sale";
    events.front().date = date(2025, 6, 1);
    diagnostic::Diagnostics diagnostics;
    const auto service =
        timeline::serve({.vesting = terms, .quantity = 40, .start = date(2026, 3, 2), .grant_date = date(2026, 3, 2)},
                        {events, date(2026, 1, 1)}, diagnostics);
    REQUIRE(service.has_value());
    std::vector<std::string> rows;
    for (const auto& earning : service->earnings) {
        rows.push_back(row_of(earning, earning.earned));
    }
    CHECK(rows == std::vector<std::string>{"2026-06-01 20", "2027-03-02 10", "2028-03-02 10"});
}

TEST_CASE("portions of one day are served as one, also where another day stands between them in the file") {
    VestingTerms terms;
    const Fraction third = *Fraction::of(1, 3);
    terms.dates = {{date(2027, 3, 2), third}, {date(2026, 3, 2), third}, {date(2027, 3, 2), third}};
    diagnostic::Diagnostics diagnostics;
    const auto service =
        timeline::serve({.vesting = terms, .quantity = 12, .start = date(2026, 3, 2), .grant_date = date(2026, 3, 2)},
                        {{}, date(2026, 1, 1)}, diagnostics);
    REQUIRE(service.has_value());
    std::vector<std::string> rows;
    for (const auto& earning : service->earnings) {
        rows.push_back(row_of(earning, earning.earned));
    }
    CHECK(rows == std::vector<std::string>{"2026-03-02 4", "2027-03-02 8"});
}
