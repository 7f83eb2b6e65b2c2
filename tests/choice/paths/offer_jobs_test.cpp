// What an offer file pays as the first job of a path, month by month (docs/numbers.md, "Careers").

#include <cmath>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include <offerkit/choice/paths/offer_jobs.hpp>

#include "support/careers.hpp"
#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using namespace offerkit::choice::paths;

namespace {

std::string plan_text(const std::string& path, const std::string& top = {}) {
    return "currency = \"USD\"\nhorizon = \"5 years\"\n" + top +
           "[[rung]]\nid = \"one\"\ntotal = 120_000\n[[path]]\nid = \"a\"\nrung = \"one\"\noffer = \"a.toml\"\n" + path;
}

/// The job that an offer makes of the only path of a plan, and what is reported.
struct Made {
    model::CareerPlan plan;
    std::vector<NamedOffer> named;
    diagnostic::Diagnostics problems{};
    std::optional<FirstJob> job{};

    Made(const std::string& offer, const std::string& path = {}, const std::string& top = {})
        : plan{careers::read(plan_text(path, top))} {
        named.push_back({0, offers::read(offer)});
        auto jobs = offer_jobs(plan, named, offers::valuation(), problems);
        if (jobs) {
            REQUIRE(jobs->size() == 1);
            REQUIRE(jobs->front().has_value());
            job = jobs->front()->job;
        }
    }
};

std::string offer(const std::string& rest, const std::string& more = {}) {
    return "company = \"X\"\ncurrency = \"USD\"\nstart = 2026-01-01\n" + more + "[base]\nsalary = 120_000\n" + rest;
}

std::string stock(const std::string& more = {}) {
    return "[stock]\nkind = \"public\"\nprice = 100\nas_of = 2026-01-01\n" + more;
}

double sum(const std::vector<double>& all) { return std::accumulate(all.begin(), all.end(), 0.0); }

/// The months of a job, from 1 on, in which more is paid than a twelfth of the base.
std::vector<std::size_t> months_above_base(const FirstJob& job) {
    std::vector<std::size_t> months;
    for (std::size_t i = 0; i < job.pay.size(); ++i) {
        if (job.pay[i] > 10'000.01) {
            months.push_back(i + 1);
        }
    }
    return months;
}

const std::string yearly_shares =
    "[[grant]]\nid = \"g\"\nquantity = 400\nvesting = { over = \"4 years\", every = \"1 year\" }\n";

}  // namespace

TEST_CASE("the base is paid by the month, in as many months as the window has") {
    const Made usual{offer({})};
    REQUIRE(usual.job.has_value());
    CHECK(usual.job->pay.size() == 48);
    CHECK(sum(usual.job->pay) == Approx(480'000));
    CHECK(usual.job->pay.front() == Approx(10'000));
    CHECK(usual.job->pay.back() == Approx(10'000));
    CHECK(sum(usual.job->more_value) == 0);
    const Made shorter{offer({}), "window = \"2 years\"\n"};
    REQUIRE(shorter.job.has_value());
    CHECK(shorter.job->pay.size() == 24);
    CHECK(sum(shorter.job->pay) == Approx(240'000));
    // Leaving is known after each month, before the first one too.
    CHECK(usual.job->on_leaving.size() == 49);
    CHECK(usual.job->on_loss.size() == 49);
}

TEST_CASE("what is paid on the first day falls into the first month, and what falls on a month's end into it") {
    const Made sign_on{offer("[[sign_on]]\namount = 7_000\n")};
    REQUIRE(sign_on.job.has_value());
    CHECK(months_above_base(*sign_on.job) == std::vector<std::size_t>{1});
    const Made shares{offer(stock() + yearly_shares)};
    REQUIRE(shares.job.has_value());
    CHECK(months_above_base(*shares.job) == std::vector<std::size_t>{12, 24, 36, 48});
    CHECK(shares.job->pay[11] == Approx(20'000));
}

TEST_CASE("shares are worth their price on the first day, less what they pay in dividends until they vest") {
    // A hundred shares of 100 each year. As money after k years: 10,000 / 1.05^k; as shares 10,000 / 1.02^k.
    for (const bool dividends : {false, true}) {
        const Made made{offer(stock(dividends ? "dividend_yield = \"2%\"\n" : "") + yearly_shares)};
        REQUIRE(made.job.has_value());
        CAPTURE(dividends);
        for (int k = 1; k <= 4; ++k) {
            const double expected = 10'000 * (std::pow(dividends ? 1.02 : 1.0, -k) - std::pow(1.05, -k));
            CHECK(made.job->more_value[static_cast<std::size_t>(12 * k - 1)] == Approx(expected).margin(2));
        }
        CHECK(made.job->more_value[0] == 0);
        CHECK(made.job->more_value[12] == 0);
    }
}

TEST_CASE("money that becomes shares after a year counts for less until then, and misses dividends from then on") {
    // 10,000 become shares after a year, which vest a year later: x 1 / 1.05 x 1 / 1.02, where money is x 1 / 1.05^2.
    const Made made{offer(stock("dividend_yield = \"2%\"\n") +
                          "[[grant]]\nid = \"g\"\nvalue = 10_000\ngrant_date = 2027-01-01\nvesting = { over = \"1 "
                          "year\", every = \"1 year\" }\n")};
    REQUIRE(made.job.has_value());
    CHECK(months_above_base(*made.job) == std::vector<std::size_t>{24});
    CHECK(made.job->pay[23] == Approx(20'000));
    CHECK(made.job->more_value[23] == Approx(10'000 * (1 / 1.05 / 1.02 - 1 / 1.05 / 1.05)).margin(2));
}

TEST_CASE("what options gain counts as much as on the first day, at the plan's own discount rate") {
    const std::string options =
        "[[grant]]\nid = \"g\"\ninstrument = \"nso\"\nquantity = 400\nstrike = 60\nvesting = { over = \"4 years\", "
        "every = \"1 year\" }\n";
    const Made made{offer(stock("dividend_yield = \"2%\"\n") + options), {}, "discount_rate = \"8%\"\n"};
    REQUIRE(made.job.has_value());
    CHECK(made.job->pay[11] == Approx(14'000));
    CHECK(made.job->more_value[11] == Approx(4'000 * (1 - 1 / 1.08)).margin(0.01));
    CHECK(made.job->more_value[23] == Approx(4'000 * (1 - 1 / 1.08 / 1.08)).margin(0.01));
}

TEST_CASE("leaving takes a sign-on back while it must, and a loss brings what severance there is") {
    const Made made{
        offer("[[sign_on]]\namount = 12_000\nclawback = { within = \"12 months\", rule = \"full\" }\n"
              "[leaving]\nseverance = \"3 months\"\n")};
    REQUIRE(made.job.has_value());
    CHECK(made.job->on_leaving[6] == Approx(-12'000));
    CHECK(made.job->on_leaving[13] == Approx(0));
    CHECK(made.job->on_loss[13] == Approx(30'000));
}

TEST_CASE("exits stand in the offer or in the plan, and not in both") {
    const std::string young =
        "[stock]\nkind = \"private\"\nprice = 1\nas_of = 2026-01-01\nfully_diluted = 1_000_000\n[[grant]]\nid = "
        "\"g\"\ninstrument = \"nso\"\nquantity = 10_000\nstrike = 1\nvesting = { over = \"4 years\", every = \"1 "
        "year\" "
        "}\n";
    const std::string exits =
        "[[exit]]\nname = \"sold\"\nchance = \"40%\"\nafter = \"3 years\"\nvalue = 21_000_000\n[[exit]]\nname = "
        "\"closed\"\nchance = \"60%\"\nafter = \"2 years\"\nvalue = 0\n";
    const Made made{offer(young + exits)};
    REQUIRE(made.job.has_value());
    REQUIRE(made.job->exits.size() == 2);
    const auto& sold = made.job->exits[0];
    const auto& closed = made.job->exits[1];
    CHECK(sold.name == "sold");
    CHECK(sold.chance == Approx(0.4));
    CHECK(sold.after == 36);
    // 7,500 of 10,000 options have vested by then, of 21.00 a share.
    CHECK(sold.worth == Approx(150'000));
    CHECK_FALSE(sold.ends);
    CHECK(sold.kept.empty());
    CHECK(closed.after == 24);
    CHECK(closed.worth == 0);
    CHECK(closed.ends);
    const Made kept{offer(young + exits), "keeps = true\n"};
    REQUIRE(kept.job.has_value());
    const auto& part = kept.job->exits[0].kept;
    REQUIRE(part.size() == 36);
    CHECK(part[0] == 0);
    CHECK(part[11] == 0);
    CHECK(part[12] == Approx(1 / 3.0));
    CHECK(part[23] == Approx(1 / 3.0));
    CHECK(part[24] == Approx(2 / 3.0));
    CHECK(part[35] == Approx(2 / 3.0));
    const Made both{offer(young + exits), "[[path.exit]]\nname = \"closed\"\nchance = \"100%\"\nafter = \"3 years\"\n"};
    CHECK_FALSE(both.job.has_value());
    REQUIRE(both.problems.all().size() == 1);
    CHECK(both.problems.all()[0].message == "`a.toml` states exits of its own: they are one company's");
}
