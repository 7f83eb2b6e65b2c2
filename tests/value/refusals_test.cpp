// What cannot be computed is refused with its reason, and what is odd is told, each once.

#include <algorithm>
#include <string>
#include <vector>

#include <offerkit/value/review.hpp>
#include <offerkit/value/vest_timeline.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;

namespace {

using Codes = std::vector<std::string>;

const std::string top = "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n";
const std::string priced = "[stock]\nprice = 10\nas_of = 2026-01-01\n";

Codes of(const std::string& rest) { return offers::problems(top + rest); }

/// What a review as of 2026-01-01 tells of an offer that can be valued.
Codes reviewed(const std::string& rest) {
    const std::vector one{offers::read(top + rest)};
    const auto comparison = offers::compare(one, offers::valuation());
    diagnostic::Diagnostics diagnostics;
    value::review(comparison.offers.front(), offers::valuation(), diagnostics);
    Codes codes;
    for (const auto& problem : diagnostics.sorted()) {
        codes.emplace_back(problem.code);
    }
    return codes;
}

Codes of_grant(const std::string& rest) { return of(priced + "[[grant]]\n" + rest); }

}  // namespace

TEST_CASE("money is not paid in fractions of its smallest unit") {
    const std::string cash = "[[grant]]\ninstrument = \"cash\"\nvalue = 1_000\nvesting = \"even-yearly\"\n";
    CHECK(of(cash).empty());
    CHECK(of(cash + "allocation = \"fractional\"\n") == Codes{"conflict"});
}

TEST_CASE("what grows beyond every count is refused") {
    CHECK(of("[base]\nsalary = 1_000_000_000_000\n[bonus]\ntarget = \"100000000000%\"\n") == Codes{"overflow"});
    CHECK(of_grant("value = 1_000_000_000_000\nconversion = { price = 0.0001 }\nvesting = \"even-yearly\"\n") ==
          Codes{"overflow"});
}

TEST_CASE("parts of shares that cannot be added up exactly are refused") {
    const auto in_days = [](const std::string& quantity) {
        const auto half = [](const std::string& days) {
            return "[[grant.segment]]\nportion = \"50%\"\nover = \"" + days + " days\"\nevery = \"1 day\"\n";
        };
        return of("[stock]\nprice = 0.01\nas_of = 2026-01-01\n[[grant]]\nquantity = " + quantity +
                  "\nallocation = \"fractional\"\n" + half("4993") + half("4987"));
    };
    // The finest part that both halves have is one of 2 x 4,993 x 4,987 = 49,800,182 of a share; 64 bits hold 9.22 x
    // 10^18 of them, which are 1.852 x 10^11 shares.
    CHECK(in_days("185_000_000_001").empty());
    CHECK(in_days("186_000_000_001") == Codes{"overflow"});
}

TEST_CASE("what vests shortly after the horizon is refused as well when it cannot be counted") {
    const auto vests_after = [](const std::string& days) {
        return of(
            "[stock]\nprice = 1_000_000_000\nas_of = 2026-01-01\n[[grant]]\nquantity = 1_000_000_000_000\n"
            "vesting = { over = \"" +
            days + " days\", every = \"" + days + " days\" }\n");
    };
    // Four years end on 2030-03-02, 1,461 days after the first; three months more are told beside them.
    CHECK(vests_after("1461") == Codes{"overflow"});
    CHECK(vests_after("1462") == Codes{"overflow"});
    // Worth 10^13 on the first day, and 14,641 times as much after four years.
    const auto growing = [](const std::string& growth) {
        return of("[stock]\nprice = 1_000\nas_of = 2026-01-01\ngrowth = \"" + growth +
                  "\"\n[[grant]]\nquantity = 10_000_000_000\n"
                  "vesting = { over = \"1462 days\", every = \"1462 days\" }\n");
    };
    CHECK(growing("0%").empty());
    CHECK(growing("1000%") == Codes{"overflow"});
}

TEST_CASE("a grant that the last day takes whole is still quoted, and refused where its worth cannot be counted") {
    const auto quoted = [](const std::string& quantity) {
        return of("end = 2026-12-31\n[stock]\nprice = 1_000_000_000\nas_of = 2026-01-01\n[[grant]]\nquantity = " +
                  quantity + "\nvesting = { over = \"1 year\" }\n");
    };
    // 64 bits hold 92,233,720 shares of 10^9 dollars in cents, and half of them are well within.
    CHECK(quoted("40_000_000").empty());
    CHECK(quoted("92_233_721") == Codes{"overflow"});
}

TEST_CASE("a grant that comes to no whole share is told") {
    const auto part = [](const std::string& ownership) {
        return of(
            "[stock]\nkind = \"private\"\nprice = 1\nas_of = 2026-01-01\nfully_diluted = 1_000\n[[grant]]\nownership = "
            "\"" +
            ownership + "\"\nvesting = \"even-yearly\"\n");
    };
    CHECK(part("0.1%").empty());
    CHECK(part("0.09%") == Codes{"no-shares"});
    CHECK(of_grant("value = 10\nvesting = \"even-yearly\"\n").empty());
    CHECK(of_grant("value = 9.99\nvesting = \"even-yearly\"\n") == Codes{"no-shares"});
}

TEST_CASE("money becomes shares at a price that somebody has said") {
    const std::string grant = "[[grant]]\nvalue = 1_000\nvesting = \"even-yearly\"\n";
    CHECK(of(priced + grant).empty());
    CHECK(of(grant) == Codes{"no-price"});
    CHECK(of(grant + "conversion = { price = 10 }\n[stock]\nprice = 20\nas_of = 2026-01-01\n").empty());
}

TEST_CASE("a cliff lets something follow it, or holds all") {
    const auto cliff = [](const std::string& terms) {
        return of_grant("quantity = 100\nvesting = { over = \"1 year\", every = \"3 months\", cliff = " + terms +
                        " }\n");
    };
    CHECK(cliff("{ after = \"9 months\", portion = \"50%\" }").empty());
    CHECK(cliff("{ after = \"12 months\", portion = \"50%\" }") == Codes{"cliff-past-end"});
    CHECK(cliff("{ after = \"12 months\", portion = \"100%\" }") == Codes{"cliff-at-end"});
    CHECK(cliff("\"9 months\"").empty());
    CHECK(cliff("\"12 months\"") == Codes{"cliff-at-end"});
}

TEST_CASE("quantities of dates add up to the grant") {
    const auto dates = [](const std::string& first, const std::string& second) {
        return of_grant("quantity = 100\nvesting = { on = [{ date = 2027-01-01, quantity = " + first +
                        " }, { date = 2028-01-01, quantity = " + second + " }] }\n");
    };
    CHECK(dates("50", "50").empty());
    CHECK(dates("50", "49") == Codes{"portions-sum"});
    CHECK(dates("50", "51") == Codes{"portions-sum"});
    CHECK(dates("50", "40") == Codes{"portions-sum"});
    CHECK(dates("50", "60") == Codes{"portions-sum"});
}

TEST_CASE("refreshers need a price, and come a bounded number of times") {
    const std::string refresher = "[refresher]\nvalue = 100\nvesting = { over = \"4 years\", every = \"1 year\" }\n";
    CHECK(of(priced + refresher).empty());
    CHECK(of(refresher) == Codes{"no-price"});
    // 69 times 1,461 days are more than 100,000 tranches.
    CHECK(of(priced +
             "[refresher]\nvalue = 100\nevery = \"1 day\"\nvesting = { over = \"1461 days\", every = \"1 day\" }\n") ==
          Codes{"schedule-too-long"});
}

TEST_CASE("a timeline of refreshers needs a price") {
    const auto offer =
        offers::read(top + "[refresher]\nvalue = 100\nvesting = { over = \"4 years\", every = \"1 year\" }\n");
    const timeline::Window window(offers::date(2026, 3, 2), calendar::Period::months(24), false, std::nullopt);
    diagnostic::Diagnostics diagnostics;
    CHECK_FALSE(value::vest_timeline(offer, {.as_of = offers::date(2026, 3, 2), .refreshers = &window}, diagnostics)
                    .has_value());
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].code == "no-price");
}

TEST_CASE("no day lies past the calendar") {
    const auto from = [](const std::string& start, const std::string& rest) {
        return offers::problems("company = \"Acme\"\ncurrency = \"USD\"\nstart = " + start + "\n" + rest);
    };
    const std::string yearly = "[stock]\nprice = 10\n[[grant]]\nquantity = 4\nvesting = \"even-yearly\"\n";
    const auto has = [](const Codes& codes) {
        return std::find(codes.begin(), codes.end(), "schedule-too-long") != codes.end();
    };
    CHECK_FALSE(has(from("2995-06-01", yearly)));
    CHECK(has(from("2996-06-01", yearly)));
    CHECK(has(from("2995-06-01",
                   "[[leave_of_absence]]\nfrom = 2996-01-01\nto = 2998-01-01\ntreatment = \"extend\"\n" + yearly)));
}

TEST_CASE("rates and prices that are old are told from the day after ninety") {
    const auto rates = [](const std::string& as_of) {
        return reviewed("[fx]\nas_of = " + as_of + "\n\"EUR/USD\" = 1.1\n[base]\nsalary = 100_000\n");
    };
    // Ninety days before 2026-01-01 is 2025-10-03.
    CHECK(rates("2025-10-03").empty());
    CHECK(rates("2025-10-02") == Codes{"old-price"});
    CHECK(reviewed("[fx]\nas_of = 2025-10-02\n[base]\nsalary = 100_000\n").empty());
}

TEST_CASE("a letter's total may differ by half a percent, and by more either way it is told") {
    const auto total = [](const std::string& amount) {
        return reviewed("letter_total = { amount = " + amount +
                        ", means = \"first_year\" }\n[base]\nsalary = 100_000\n");
    };
    CHECK(total("100_000").empty());
    CHECK(total("100_502.51").empty());
    CHECK(total("100_502.52") == Codes{"letter-total"});
    CHECK(total("99_502.49").empty());
    CHECK(total("99_502.48") == Codes{"letter-total"});
}
