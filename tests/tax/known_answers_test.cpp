// Taxes of one year that independent engines and official tables agree on, by component.

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <offerkit/file/profiles/builtin_profiles.hpp>
#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/golden.hpp"
#include "support/taxes.hpp"

using namespace offerkit;
using nlohmann::json;

namespace {

const json& cases() {
    static const json all = json::parse(support::read_file(support::source_path("tests/data/tax.json")))["cases"];
    return all;
}

quantity::Money money(const json& amount, quantity::Currency currency) {
    const auto value = quantity::parse_decimal(amount.dump());
    REQUIRE(value);
    const auto read = to_money(quantity::Exact{*value}, currency);
    REQUIRE(read);
    return *read;
}

tax::Household household_of(const json& example, quantity::Currency currency) {
    const auto zero = quantity::Money::zero(currency);
    tax::Household who{.long_gain = money(example["long_gain"], currency),
                       .short_gain = zero,
                       .iso_spread = money(example["iso_spread"], currency),
                       .other_income = zero};
    who.children = example["children"].get<std::int64_t>();
    for (const json& earner : example["earners"]) {
        auto one = tax::Earner::none(currency);
        one.cash = money(earner["wage"], currency) + money(earner["bonus"], currency);
        one.equity = money(earner["rsu"], currency);
        one.pretax_retirement = money(earner["deferral"], currency);
        one.pretax_benefits = money(earner["benefits"], currency);
        who.earners.push_back(one);
    }
    return who;
}

std::string line_of_group(const std::string& key) {
    return key.ends_with("_lines") ? key.substr(0, key.size() - std::string{"_lines"}.size()) : std::string{};
}

/// FNV-1a: enough to see that a text changed.
std::string digest(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    }
    std::string hex;
    for (int shift = 60; shift >= 0; shift -= 4) {
        hex += "0123456789abcdef"[(hash >> static_cast<unsigned>(shift)) & 0xfU];
    }
    return hex;
}

}  // namespace

TEST_CASE("every known answer is met in every component, within its tolerance") {
    REQUIRE(cases().size() == 108);
    taxes::Desk desk;
    int compared = 0;
    for (const json& example : cases()) {
        const auto id = example["id"].get<std::string>();
        CAPTURE(id);
        const auto status = from_word<tax::Status>(example["status"].get<std::string>());
        REQUIRE(status);
        const tax::Plan plan = desk.plan(example["place"], example["year"], *status);
        std::vector<std::string> names;
        for (const auto& use : plan.uses()) {
            names.push_back(use.name);
        }
        CHECK(names == example["profiles"].get<std::vector<std::string>>());
        const auto deduction = example["deduction"] == "best" ? tax::Deduction::best : tax::Deduction::standard;
        const auto result = tax::assess(plan, household_of(example, plan.currency()), deduction);
        REQUIRE(result);
        const auto tolerance = money(example["tolerance"], plan.currency());
        const auto agrees = [&](const std::string& what, quantity::Money actual, const json& expected) {
            CAPTURE(what, actual, expected.dump());
            const auto difference = actual - money(expected, plan.currency());
            CHECK(std::max(difference, -difference) <= tolerance);
            ++compared;
        };
        const auto line = [&](const std::string& name, std::optional<tax::Component> is, bool of_first) {
            const auto found = std::find_if(result->lines.begin(), result->lines.end(), [&](const auto& one) {
                return one.line->id == name && (!is || one.line->is == is) &&
                       (!of_first || one.form == &plan.forms().front());
            });
            REQUIRE(found != result->lines.end());
            return *to_money(found->value, plan.currency());
        };
        for (const auto& [key, expected] : example["expected"].items()) {
            if (key == "employee_total") {
                agrees(key, result->employee, expected);
            } else if (key == "taxable_income") {
                agrees(key, line("taxable", {}, true), expected);
            } else if (const std::string group = line_of_group(key); !group.empty()) {
                const auto is = from_word<tax::Component>(group);
                for (const auto& [name, amount] : expected.items()) {
                    agrees(key + " " + name, line(name, is, false), amount);
                }
            } else {
                const auto component = from_word<tax::Component>(key);
                REQUIRE(component);
                agrees(key, result->of(*component), expected);
            }
        }
    }
    CHECK(compared > 800);
}

TEST_CASE("a tax form does not change without the answers that guard it") {
    std::map<std::string, std::set<std::string>> guards;
    for (const json& example : cases()) {
        const auto id = example["id"].get<std::string>();
        for (const auto& name : example["profiles"]) {
            guards[name].insert(id.substr(0, id.find('-')));
        }
    }
    std::string page =
        "# Each tax form: a digest of its text, and the known answers that guard it (tests/data/tax.json).\n"
        "# A form that changed on purpose: change or add its answers first, then write this file anew with\n"
        "# OFFERKIT_UPDATE_GOLDEN=1.\n";
    for (const auto& profile : file::builtin_profiles()) {
        if (profile.kind != "taxes") {
            continue;
        }
        const std::string name{profile.id};
        page += name + " " + digest(profile.text);
        for (const std::string& one : guards[name]) {
            page += " " + one;
        }
        page += "\n";
    }
    golden::check_source_file("tests/data/tax_profiles.txt", page);
}

TEST_CASE("a form that answers were found for says so, and none is built in whose facts are not sure") {
    std::set<std::string> guarded;
    for (const json& example : cases()) {
        for (const auto& name : example["profiles"]) {
            guarded.insert(name);
        }
    }
    taxes::Desk desk;
    for (const std::string& name : desk.store.ids("taxes")) {
        CAPTURE(name);
        const auto form = desk.store.tax_form(name, desk.naming());
        REQUIRE(form);
        CHECK((form->checked || !guarded.contains(name)));
        CHECK(form->confidence != tax::Confidence::low);
    }
    CHECK(desk.problems.all().empty());
}
