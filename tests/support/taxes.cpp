#include "taxes.hpp"

#include <algorithm>

#include "catch.hpp"
#include "files.hpp"

using namespace offerkit;

namespace taxes {

tax::Plan Desk::plan(const std::string& place, int year, tax::Status status, quantity::Rate index) {
    const auto profile = store.place(place, naming());
    REQUIRE(profile);
    auto chain = store.tax_chain(*profile, year, naming());
    REQUIRE(chain);
    auto plan = tax::Plan::make(std::move(*chain), {year, status, index}, problems);
    REQUIRE(plan);
    REQUIRE(problems.all().empty());
    return *plan;
}

tax::Plan Desk::form(const std::string& lines, tax::Status status, int year, quantity::Rate index) {
    const support::ScratchFolder folder;
    folder.write("taxes/test-2026.toml", top() + lines);
    Desk desk{{folder.path().string()}};
    auto form = desk.store.tax_form("test-2026", desk.naming());
    for (const auto& problem : desk.problems.all()) {
        UNSCOPED_INFO(problem.span.line << ": " << problem.message);
    }
    REQUIRE(form);
    std::vector<tax::Form> chain;
    chain.push_back(std::move(*form));
    auto plan = tax::Plan::make(std::move(chain), {year, status, index}, desk.problems);
    REQUIRE(plan);
    return *plan;
}

std::string top(const std::string& id, int year, const std::string& more) {
    return "id = \"" + id + "\"\nyear = " + std::to_string(year) +
           "\nname = \"Test\"\ncurrency = \"USD\"\nunit = \"household\"\nstatuses = [\"single\", \"joint\"]\n"
           "status = \"enacted\"\nsource = \"made up\"\nas_of = 2026-01-01\n" +
           more;
}

tax::Household earning(const tax::Plan& plan, std::int64_t cash, std::int64_t equity) {
    auto earner = tax::Earner::none(plan.currency());
    const std::int64_t unit = plan.currency().minor_per_major();
    earner.cash = {cash * unit, plan.currency()};
    earner.equity = {equity * unit, plan.currency()};
    return tax::Household::of(earner);
}

std::string value(const tax::Plan& plan, const tax::Household& household, const std::string& line) {
    const auto assessment = tax::assess(plan, household);
    REQUIRE(assessment);
    const auto found = std::find_if(assessment->lines.begin(), assessment->lines.end(),
                                    [&](const tax::LineValue& one) { return one.line->id == line; });
    REQUIRE(found != assessment->lines.end());
    const auto fraction = quantity::to_fraction(found->value);
    REQUIRE(fraction);
    return quantity::to_decimal(*fraction);
}

}  // namespace taxes
