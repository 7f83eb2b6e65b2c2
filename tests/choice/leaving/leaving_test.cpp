// Leaving the jobs at hand, each by its own papers (docs/numbers.md, "Leaving").

#include <string>
#include <vector>

#include <offerkit/choice/leaving/leaving.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using choice::LeavingTerms;

namespace {

std::string pay(const std::string& company, const std::string& rest = {}, const std::string& currency = "USD") {
    return "company = \"" + company + "\"\ncurrency = \"" + currency +
           "\"\nstart = 2026-03-01\n[base]\nsalary = 120_000\n" + rest;
}

/// All of it is owed for a year.
const std::string sign_on = "[[sign_on]]\namount = 12_000\nclawback = { within = \"12 months\", rule = \"full\" }\n";

struct Left {
    std::vector<model::Offer> offers{};
    diagnostic::Diagnostics problems{};
    choice::LeavingAnswers found;

    explicit Left(const std::vector<std::string>& texts, const LeavingTerms& terms = {},
                  const model::Valuation& valuation = offers::valuation()) {
        for (const std::string& text : texts) {
            offers.push_back(offers::read(text));
        }
        found = choice::leaving(offers, valuation, terms, problems);
    }

    [[nodiscard]] const value::LeavingAnswer& answer(std::size_t i) const { return found.answers.at(i); }
};

}  // namespace

TEST_CASE("without offers nothing is left") {
    const Left none{{}};
    CHECK(none.found.answers.empty());
    CHECK(none.problems.all().empty());
}

TEST_CASE("one leaves on the day that is asked for, without one on the as-of day, for the reason that is given") {
    const auto may = offers::date(2026, 5, 1);
    const Left asked{{pay("A", sign_on)}, {.on = may, .reason = model::LeavingReason::without_cause}};
    REQUIRE(asked.found.answers.size() == 1);
    CHECK(asked.answer(0).leaving.departure.on == may);
    CHECK(asked.answer(0).leaving.departure.reason == model::LeavingReason::without_cause);
    CHECK(offers::text(asked.answer(0).leaving.clawback) == "12,000.00");
    CHECK_FALSE(asked.answer(0).months.has_value());
    CHECK_FALSE(asked.answer(0).non_compete.has_value());
    const Left usual{{pay("A", sign_on)}};
    CHECK(usual.answer(0).leaving.departure.on == offers::date(2026, 1, 1));
    CHECK(usual.answer(0).leaving.departure.reason == model::LeavingReason::voluntary);
}

TEST_CASE("each month of the horizon has a row, from the day asked on, or from the first day where that is later") {
    auto valuation = offers::valuation();
    valuation.horizon = calendar::Period::months(12);
    const auto first_row = [&](std::optional<calendar::Date> on) {
        const Left left{{pay("A", sign_on)}, {.on = on, .by_month = true}, valuation};
        REQUIRE(left.answer(0).months.has_value());
        REQUIRE_FALSE(left.answer(0).months->months.empty());
        return left.answer(0).months->months.front().on;
    };
    const auto before = first_row({});
    CHECK(before == first_row(offers::date(2026, 3, 1)));
    CHECK(first_row(offers::date(2026, 6, 15)) > before);
}

TEST_CASE("every offer is left by its own papers, in the currency of the first, or in the one that is asked for") {
    const std::string rate = "[fx]\n\"EUR/USD\" = 1.25\nas_of = 2026-01-01\n";
    const LeavingTerms may{.on = offers::date(2026, 5, 1)};
    const Left both{{pay("A", sign_on), pay("B", sign_on + rate, "EUR"), pay("C")}, may};
    REQUIRE(both.found.answers.size() == 3);
    CHECK(both.answer(0).leaving.offer->company == "A");
    CHECK(both.answer(1).leaving.offer->company == "B");
    CHECK(offers::text(both.answer(0).leaving.clawback) == "12,000.00");
    CHECK(offers::text(both.answer(1).leaving.clawback) == "15,000.00");
    CHECK(both.answer(1).leaving.clawback.currency().code() == "USD");
    CHECK(both.answer(2).leaving.clawback.is_zero());
    auto in_euros = offers::valuation();
    in_euros.currency = quantity::Currency::of("EUR");
    const Left asked{{pay("A", sign_on + rate), pay("B", sign_on, "EUR")}, may, in_euros};
    CHECK(offers::text(asked.answer(0).leaving.clawback) == "9,600.00");
    CHECK(offers::text(asked.answer(1).leaving.clawback) == "12,000.00");
}

TEST_CASE("an offer without a rate is reported and left out, and the others are left all the same") {
    const Left some{{pay("A", sign_on), pay("B", sign_on, "EUR"), pay("C", sign_on)}, {.on = offers::date(2026, 5, 1)}};
    REQUIRE(some.found.answers.size() == 2);
    CHECK(some.answer(0).leaving.offer->company == "A");
    CHECK(some.answer(1).leaving.offer->company == "C");
    CHECK(some.problems.has_errors());
}

TEST_CASE("a ban on competing is set against a year's pay of the offer that has it") {
    const Left both{{pay("A", "[leaving]\nnotice = \"1 month\"\n"),
                     pay("B", "[leaving]\nnon_compete = \"6 months\"\nnon_compete_pay = \"50%\"\n")},
                    {.on = offers::date(2026, 5, 1)}};
    REQUIRE(both.found.answers.size() == 2);
    CHECK_FALSE(both.answer(0).non_compete.has_value());
    REQUIRE(both.answer(1).non_compete.has_value());
    // Half a year of 120,000, less half of that base.
    CHECK(offers::text(both.answer(1).non_compete->against) == "120,000.00");
    CHECK(offers::text(both.answer(1).non_compete->cost) == "30,000.00");
}
