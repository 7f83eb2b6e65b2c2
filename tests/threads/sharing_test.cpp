// What several threads may use at once: a store of profiles, and pure functions of offers, comparisons and priorities.
// `./dev threads` runs these tests under ThreadSanitizer.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/decision/decision.hpp>
#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/file/profiles/profile_store.hpp>
#include <offerkit/file/read.hpp>
#include <offerkit/model/fields/fields.hpp>
#include <support/catch.hpp>
#include <support/decisions.hpp>
#include <support/files.hpp>

using namespace offerkit;
using decisions::Deciding;
using decisions::offer;

namespace {

constexpr std::size_t many = 8;

/// Does the same on several threads at once; nothing in it may use the tests' own checks.
void at_once(const std::function<void(std::size_t)>& work) {
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < many; ++i) {
        threads.emplace_back([&work, i] { work(i); });
    }
    for (auto& thread : threads) {
        thread.join();
    }
}

const std::string priorities =
    "[[factor]]\nid = \"p\"\nswing = 50\nworst_means = \"w\"\nbest_means = \"b\"\n"
    "[[factor]]\nid = \"q\"\nswing = 30\nworst_means = \"w\"\nbest_means = \"b\"\n"
    "[[factor]]\nid = \"r\"\nswing = 30\nworst_means = \"w\"\nbest_means = \"b\"\n";

}  // namespace

TEST_CASE("one store of profiles serves many threads, each with its own sources") {
    const support::ScratchFolder folder;
    folder.write("vesting/mine.toml",
                 "name = \"Mine\"\nsource = \"my letter\"\nas_of = 2026-01-01\nvesting = { over = \"1 year\" }\n");
    const file::ProfileStore store{{folder.path().string()}};
    std::vector<std::size_t> read(many);
    std::vector<std::size_t> problems(many);
    at_once([&](std::size_t thread) {
        diagnostic::Sources sources;
        diagnostic::Diagnostics diagnostics;
        const file::Naming naming{sources, diagnostics, {}, {}};
        for (int round = 0; round < 3; ++round) {
            read[thread] += store.vesting("mine", naming) ? 1U : 0U;
            for (const std::string& id : store.ids("vesting")) {
                read[thread] += store.vesting(id, naming) ? 1U : 0U;
            }
        }
        read[thread] += store.ladders(sources, diagnostics).size();
        problems[thread] = diagnostics.all().size();
    });
    CHECK(read == std::vector<std::size_t>(many, read[0]));
    CHECK(read[0] > 100);
    CHECK(problems == std::vector<std::size_t>(many, 0));
}

TEST_CASE("a decision is the same whoever computes it, one thread or eight at once") {
    const std::vector<std::string> offers{offer("A", 1, "p = { chance = \"60%\" }\nq = 3\nr = \"unknown\"\n"),
                                          offer("B", 1, "p = 5\nq = 7\nr = 6\n"),
                                          offer("C", 1, "p = 6\nq = 6\nr = 5\n")};
    const Deciding alone{offers, priorities};
    std::vector<std::optional<choice::Decision>> results(many);
    at_once([&](std::size_t thread) {
        diagnostic::Diagnostics diagnostics;
        results[thread] = choice::decide(alone.comparison(), alone.priorities(), {}, diagnostics);
    });
    for (const auto& result : results) {
        REQUIRE(result.has_value());
        for (std::size_t i = 0; i < offers.size(); ++i) {
            CHECK(result->acceptability[i].ranks == alone->acceptability[i].ranks);
            CHECK(result->acceptability[i].central_weights == alone->acceptability[i].central_weights);
            CHECK(result->acceptability_under_order[i].ranks == alone->acceptability_under_order[i].ranks);
            CHECK(result->scores[i].probability_best == alone->scores[i].probability_best);
        }
        CHECK(result->verdict.wins == alone->verdict.wins);
    }
}

TEST_CASE("offers are read and compared by many threads at once, each with its own sources") {
    const file::ProfileStore store;
    std::vector<std::string> figures(many);
    at_once([&](std::size_t thread) {
        diagnostic::Sources sources;
        diagnostic::Diagnostics diagnostics;
        const file::Reading reading{sources, diagnostics, store};
        std::vector<model::Offer> offers;
        for (const char* text :
             {"company = \"A\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[base]\nsalary = 100_000\n"
              "[stock]\nprice = 10.00\nas_of = 2026-01-15\n[[grant]]\nquantity = 4800\n"
              "vesting = \"standard\"\n",
              "company = \"B\"\ncurrency = \"USD\"\nstart = 2026-03-02\n[base]\nsalary = 90_000\n"}) {
            if (auto one = file::read_offer(reading, "offer.toml", text)) {
                offers.push_back(std::move(*one));
            }
        }
        const model::Valuation valuation{.as_of = calendar::Date::clamped(2026, 1, 20)};
        if (const auto comparison = choice::compare(offers, valuation, diagnostics)) {
            for (std::size_t i = 0; i < offers.size(); ++i) {
                figures[thread] += to_plain(comparison->figure(i)) + " ";
            }
        }
    });
    CHECK_FALSE(figures[0].empty());
    CHECK(figures == std::vector<std::string>(many, figures[0]));
}
