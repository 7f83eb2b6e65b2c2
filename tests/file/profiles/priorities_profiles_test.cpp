// The starting points for priorities: each is whole, and the six goals can be tried on offers rated once.

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <offerkit/file/read.hpp>
#include "support/catch.hpp"
#include "support/files.hpp"

using namespace offerkit;

namespace {

struct Desk {
    diagnostic::Sources sources{};
    diagnostic::Diagnostics diagnostics{};
    file::ProfileStore store;

    explicit Desk(std::vector<std::string> folders = {}) : store{std::move(folders)} {}

    [[nodiscard]] std::optional<model::Priorities> named(const std::string& name, const char* currency = "USD") {
        return file::read_priorities_named({sources, diagnostics, store, {}}, name, quantity::Currency::of(currency));
    }
};

const std::map<std::string, model::Goal> goals{
    {"money-now", model::Goal::money_now}, {"money-later", model::Goal::money_later},
    {"impact", model::Goal::impact},       {"experience", model::Goal::experience},
    {"brand", model::Goal::brand},         {"growth", model::Goal::personal_growth},
};

}  // namespace

TEST_CASE("every profile of priorities says what both ends of every scale mean, and that it is a starting point") {
    Desk desk;
    const auto ids = desk.store.ids("priorities");
    CHECK(ids.size() == 8);
    for (const auto& id : ids) {
        CAPTURE(id);
        const auto profile =
            desk.store.priorities(id, {desk.sources, desk.diagnostics, {}, {}}, *quantity::Currency::of("USD"));
        REQUIRE(profile);
        CHECK(profile->priorities.profile == id);
        CHECK(profile->header.note.find("starting point") != std::string::npos);
        CHECK(profile->priorities.factors.size() >= 6);
        CHECK(profile->priorities.factors.size() + (profile->priorities.money ? 1 : 0) <= 10);
        for (const auto& factor : profile->priorities.factors) {
            CAPTURE(factor.id);
            CHECK_FALSE(factor.name.empty());
            CHECK_FALSE(factor.worst_means.empty());
            CHECK_FALSE(factor.best_means.empty());
        }
    }
    CHECK(desk.diagnostics.all().empty());
}

TEST_CASE("the six goals share their factors and scales, and each leans most towards its own") {
    Desk desk;
    const auto first = desk.named("growth");
    REQUIRE(first);
    for (const auto& [id, goal] : goals) {
        CAPTURE(id);
        const auto priorities = desk.named(id);
        REQUIRE(priorities);
        REQUIRE(priorities->money);
        CHECK(priorities->money->worst == first->money->worst);
        CHECK(priorities->money->best == first->money->best);
        REQUIRE(priorities->factors.size() == first->factors.size());
        model::Goal top = priorities->money->goal;
        auto most = priorities->money->swing->value;
        for (const auto& factor : priorities->factors) {
            const auto same = std::find_if(first->factors.begin(), first->factors.end(),
                                           [&](const auto& other) { return other.id == factor.id; });
            REQUIRE(same != first->factors.end());
            CHECK(same->worst_means == factor.worst_means);
            CHECK(same->best_means == factor.best_means);
            CHECK(same->goal == factor.goal);
            CHECK(factor.swing->value != most);
            if (factor.swing->value > most) {
                most = factor.swing->value;
                top = factor.goal;
            }
        }
        CHECK(top == goal);
        CHECK(most == quantity::Number{100});
    }
}

TEST_CASE("priorities are a file by its path, or else a profile by its id") {
    const support::ScratchFolder folder;
    const auto path = folder.write("growth", "name = \"a file without an ending\"\n").string();
    folder.write("priorities/mine.toml",
                 "name = \"Mine\"\nsource = \"me\"\nas_of = 2026-01-01\nweights = \"equal\"\n[[factor]]\nid = \"a\"\n");
    Desk desk{{folder.path().string()}};
    CHECK(desk.named("growth")->profile == "growth");
    CHECK(desk.named(path)->profile.empty());
    CHECK(desk.named("mine")->profile == "mine");
    CHECK(desk.diagnostics.all().empty());
}

TEST_CASE("a profile's pay is in the currency of the run it is read for, each time") {
    Desk desk;
    CHECK(desk.named("growth", "USD")->money->best.currency().code() == "USD");
    CHECK(desk.named("growth", "JPY")->money->best.currency().code() == "JPY");
    CHECK(desk.named("growth", "USD")->money->best.currency().code() == "USD");
}

TEST_CASE("a name that is neither a file nor a profile of priorities is told with the near ones") {
    Desk desk;
    CHECK_FALSE(desk.named("grwth"));
    CHECK_FALSE(desk.named("nothing-like-it-at-all"));
    CHECK_FALSE(desk.named("missing.toml"));
    REQUIRE(desk.diagnostics.all().size() == 3);
    CHECK(desk.diagnostics.has_unreadable());
    CHECK(desk.diagnostics.all()[0].help == "did you mean `growth`?");
    CHECK(desk.diagnostics.all()[1].help.find("offerkit profiles priorities") != std::string::npos);
    CHECK(desk.diagnostics.all()[2].message == "there is no such file");
}
