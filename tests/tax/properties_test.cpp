// What holds for every household in every place.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <rapidcheck.h>

#include <offerkit/file/profiles/written_form.hpp>
#include "support/catch.hpp"
#include "support/taxes.hpp"

using namespace offerkit;
using tax::Component;
using tax::Status;

namespace {

constexpr std::int64_t cents = 100;

/// The plans of all places for both years, made once.
const tax::Plan& plan_of(const std::string& place, int year, Status status) {
    static taxes::Desk desk;
    static std::map<std::tuple<std::string, int, Status>, tax::Plan> plans;
    const auto key = std::tuple{place, year, status};
    auto found = plans.find(key);
    if (found == plans.end()) {
        found = plans.emplace(key, desk.plan(place, year, status, *quantity::Rate::of(1, 40))).first;
    }
    return found->second;
}

/// Places, without those that differ in their price level alone.
const std::vector<std::string>& places() {
    static const std::vector<std::string> all = [] {
        taxes::Desk desk;
        std::set<std::vector<std::string>> chains;
        std::vector<std::string> result;
        for (const std::string& id : desk.store.ids("places")) {
            const auto place = desk.store.place(id, desk.naming());
            REQUIRE(place);
            if (chains.insert(place->taxes).second) {
                result.push_back(id);
            }
        }
        return result;
    }();
    return all;
}

/// The statuses that every form of a place's chain knows.
const std::vector<Status>& statuses_of(const std::string& place, int year) {
    static taxes::Desk desk;
    static std::map<std::pair<std::string, int>, std::vector<Status>> all;
    auto& statuses = all[{place, year}];
    if (statuses.empty()) {
        const auto profile = desk.store.place(place, desk.naming());
        REQUIRE(profile);
        const auto chain = desk.store.tax_chain(*profile, year, desk.naming());
        REQUIRE(chain);
        for (const auto& each : words(Status{})) {
            if (std::all_of(chain->begin(), chain->end(),
                            [&](const auto& form) { return form.knows[static_cast<std::size_t>(each.value)]; })) {
                statuses.push_back(each.value);
            }
        }
        REQUIRE_FALSE(statuses.empty());
    }
    return statuses;
}

quantity::Money money(const tax::Plan& plan, std::int64_t minor) { return {minor, plan.currency()}; }

struct Case {
    const tax::Plan* plan = nullptr;
    tax::Household who;
};

tax::Household household(const tax::Plan& plan, std::int64_t cash, std::int64_t equity, std::int64_t deferral,
                         std::int64_t benefits) {
    auto earner = tax::Earner::none(plan.currency());
    earner.cash = money(plan, cash);
    earner.equity = money(plan, equity);
    earner.pretax_retirement = money(plan, std::min(deferral, cash));
    earner.pretax_benefits = money(plan, std::min(benefits, cash - std::min(deferral, cash)));
    return tax::Household::of(earner);
}

/// A household of any pay, from nothing to millions, in some place and year.
Case any_case() {
    const auto place = *rc::gen::elementOf(places());
    const int year = *rc::gen::inRange(2025, 2031);
    const auto& known = statuses_of(place, year);
    const tax::Plan& plan = plan_of(place, year, *rc::gen::elementOf(known));
    const auto amount = [&](std::int64_t most) {
        return *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(0, most * cents),
                               rc::gen::inRange<std::int64_t>(0, most * cents / 20));
    };
    Case one{&plan, household(plan, amount(2'000'000), amount(3'000'000), amount(24'000), amount(8'000))};
    one.who.children = *rc::gen::inRange(0, 4);
    one.who.long_gain = money(plan, amount(300'000));
    one.who.iso_spread = money(plan, amount(300'000));
    return one;
}

tax::Assessment assessed(const tax::Plan& plan, const tax::Household& who,
                         tax::Deduction deduction = tax::Deduction::best) {
    auto result = tax::assess(plan, who, deduction);
    RC_ASSERT(result.has_value());
    return *std::move(result);
}

/// A fortieth of all pay: what no cliff of a law costs more than.
quantity::Money cliff_of(const tax::Plan& plan, const tax::Household& who) {
    return money(plan, (who.earners[0].cash.minor() + who.earners[0].equity.minor()) / 40);
}

/// Where the law, or what is modelled of it, takes more of one more unit of pay than the unit: New York's recapture and
/// the city's credit, steps and credits that end at an income (Colorado, Connecticut, Illinois, Maryland, Ohio,
/// Oregon), California's credit that falls in steps, India's relief with its cess on top, Australia's levy without its
/// phase-in.
bool has_cliff(const tax::Plan& plan) {
    static const std::set<std::string> forms{"us-ny", "us-co", "us-ct", "us-il", "us-md",
                                             "us-oh", "us-or", "us-ca", "in",    "au"};
    return std::any_of(plan.forms().begin(), plan.forms().end(),
                       [&](const auto& form) { return forms.contains(form.id); });
}

}  // namespace

TEST_CASE("components add up to the total, and are what their lines add up to") {
    support::holds([] {
        const Case one = any_case();
        const auto result = assessed(*one.plan, one.who);
        quantity::Money sum = money(*one.plan, 0);
        std::array<quantity::Exact, tax::component_count> lines{};
        for (std::size_t i = 0; i < tax::component_count; ++i) {
            if (model::is_employee_side(static_cast<Component>(i))) {
                sum += result.components[i];
            }
        }
        for (const auto& line : result.lines) {
            if (line.line->is) {
                lines[static_cast<std::size_t>(*line.line->is)] += line.value;
            }
        }
        RC_ASSERT(sum == result.employee);
        for (std::size_t i = 0; i < tax::component_count; ++i) {
            RC_ASSERT(to_money(lines[i], one.plan->currency()) == result.components[i]);
        }
    });
}

TEST_CASE("every line is what its own reading of the lines before it gives") {
    support::holds([] {
        const Case one = any_case();
        const auto result = assessed(*one.plan, one.who, tax::Deduction::standard);
        const auto value = [&](const tax::Reference& reference, const tax::Form& form) {
            const std::string_view id = reference.form.empty() ? std::string_view{form.id} : reference.form;
            const auto found = std::find_if(result.lines.begin(), result.lines.end(), [&](const auto& line) {
                return line.form->id == id && line.line->id == reference.name;
            });
            return found == result.lines.end() ? std::optional<quantity::Exact>{} : found->value;
        };
        for (const auto& line : result.lines) {
            if (line.line->kind != tax::Kind::sum || line.line->only || line.line->round || line.line->at_most) {
                continue;
            }
            quantity::Exact sum;
            bool whole = true;
            for (const auto& plus : line.line->plus) {
                const auto part = value(plus, *line.form);
                whole = whole && part;
                sum += part.value_or(quantity::Exact{});
            }
            for (const auto& minus : line.line->minus) {
                const auto part = value(minus, *line.form);
                whole = whole && part;
                sum -= part.value_or(quantity::Exact{});
            }
            if (whole) {
                RC_ASSERT(line.value == (line.line->at_least ? std::max(sum, (*line.line->at_least)[0]) : sum));
            }
        }
    });
}

TEST_CASE("more pay leaves more after tax, but where a cliff of the law says otherwise, which costs 2.5% at most") {
    support::holds([&] {
        const Case one = any_case();
        auto more = one.who;
        const auto raise = money(*one.plan, *rc::gen::inRange<std::int64_t>(1, 50'000 * cents));
        more.earners[0].cash += raise;
        const auto before = assessed(*one.plan, one.who);
        const auto after = assessed(*one.plan, more);
        const auto cliff = has_cliff(*one.plan) ? cliff_of(*one.plan, more) : money(*one.plan, 0);
        // Rounding each component and a whole unit here and there aside.
        RC_ASSERT(after.employee - before.employee <= raise + cliff + money(*one.plan, 2 * cents));
    });
}

TEST_CASE("a couple of whom one earns nothing never pays more together than that one alone") {
    support::holds([] {
        const auto place = *rc::gen::elementOf(places());
        const tax::Plan& single = plan_of(place, 2026, Status::single);
        const bool knows = std::all_of(single.forms().begin(), single.forms().end(), [](const auto& form) {
            return form.knows[static_cast<std::size_t>(Status::joint)];
        });
        RC_PRE(knows);
        const tax::Plan& joint = plan_of(place, 2026, Status::joint);
        const auto who = household(single, *rc::gen::inRange<std::int64_t>(0, 1'000'000 * cents),
                                   *rc::gen::inRange<std::int64_t>(0, 500'000 * cents), 0, 0);
        RC_ASSERT(assessed(joint, who, tax::Deduction::standard).employee <=
                  assessed(single, who, tax::Deduction::standard).employee);
    });
}

TEST_CASE("a place without a tax on wages takes what federal law takes") {
    support::holds([] {
        const auto place = *rc::gen::element<std::string>("us-tx", "us-fl", "us-nv", "us-tn", "us-nh");
        const tax::Plan& plan = plan_of(place, 2026, Status::single);
        const auto who = household(plan, *rc::gen::inRange<std::int64_t>(0, 1'000'000 * cents),
                                   *rc::gen::inRange<std::int64_t>(0, 500'000 * cents), 0, 0);
        const auto result = assessed(plan, who);
        RC_ASSERT(result.of(Component::state_income_tax).is_zero());
        RC_ASSERT(result.of(Component::social).is_zero());
        RC_ASSERT(
            result.employee ==
            assessed(plan_of("us-ca", 2026, Status::single), who, tax::Deduction::standard).employee -
                assessed(plan_of("us-ca", 2026, Status::single), who, tax::Deduction::standard)
                    .of(Component::state_income_tax) -
                assessed(plan_of("us-ca", 2026, Status::single), who, tax::Deduction::standard).of(Component::social));
    });
}

TEST_CASE("a deferral lowers tax by at most itself, but across a cliff") {
    support::holds([] {
        const Case one = any_case();
        auto without = one.who;
        without.earners[0].pretax_retirement = money(*one.plan, 0);
        const auto saved = assessed(*one.plan, without).employee - assessed(*one.plan, one.who).employee;
        const auto cliff = has_cliff(*one.plan) ? cliff_of(*one.plan, one.who) : money(*one.plan, 0);
        RC_ASSERT(saved <= one.who.earners[0].pretax_retirement + cliff + money(*one.plan, 2 * cents));
        RC_ASSERT(saved >= money(*one.plan, -2 * cents) - cliff);
    });
}

TEST_CASE("the marginal rates are the difference quotients of the same household with more pay") {
    support::holds([] {
        const Case one = any_case();
        const auto more = money(*one.plan, 1'000 * cents);
        const auto next = tax::taken_of_next(*one.plan, one.who, more, tax::Deduction::best);
        RC_ASSERT(next.has_value());
        const auto now = assessed(*one.plan, one.who).employee;
        auto cash = one.who;
        cash.earners[0].cash += more;
        auto equity = one.who;
        equity.earners[0].equity += more;
        RC_ASSERT(next->cash == assessed(*one.plan, cash).employee - now);
        RC_ASSERT(next->equity == assessed(*one.plan, equity).employee - now);
    });
}

namespace {

/// Lines that are rates or counts and no money: what a product multiplies by, and what such a line is made of.
std::set<std::pair<std::string, std::string>> plain_numbers(const std::vector<tax::Form>& chain) {
    std::set<std::pair<std::string, std::string>> plain;
    const auto mark = [&](const tax::Form& form, const tax::Reference& reference) {
        return plain.emplace(reference.form.empty() ? form.id : reference.form, reference.name).second;
    };
    for (bool grows = true; grows;) {
        grows = false;
        for (const tax::Form& form : chain) {
            for (const tax::Line& line : form.lines) {
                if (line.times) {
                    grows = mark(form, *line.times) || grows;
                }
                if (plain.contains({form.id, line.id}) && line.kind != tax::Kind::steps) {
                    for (const auto* reads : {&line.of, &line.plus, &line.minus}) {
                        for (const auto& reference : *reads) {
                            grows = mark(form, reference) || grows;
                        }
                    }
                }
            }
        }
    }
    return plain;
}

void twice(tax::ByStatus<quantity::Exact>& numbers) {
    for (auto& number : numbers) {
        number = number * quantity::Exact{2};
    }
}

void twice(std::optional<tax::ByStatus<quantity::Exact>>& numbers) {
    if (numbers) {
        twice(*numbers);
    }
}

/// The form with all money in it doubled; `plain`: the line's value is none.
void twice(tax::Line& line, bool plain) {
    const quantity::Exact two{2};
    if (!plain) {
        twice(line.value);
        twice(line.at_least);
        twice(line.at_most);
        if (line.round) {
            twice(line.round->to);
        }
    }
    for (auto& rows : line.rows) {
        for (tax::Row& row : rows) {
            row.from = row.from * two;
            if (line.kind == tax::Kind::steps && !plain) {
                row.value = row.value * two;
            }
        }
    }
    for (tax::Piece& piece : line.pieces) {
        piece.from = piece.from * two;
        piece.origin = piece.origin * two;
        piece.unit = piece.unit * two;
        for (auto& c : piece.c) {
            c = c * two;
        }
    }
    if (line.taper) {
        for (auto* numbers : {&line.taper->from, &line.taper->by, &line.taper->each, &line.taper->floor}) {
            twice(*numbers);
        }
    }
    if (line.only) {
        for (auto* numbers : {&line.only->over, &line.only->from, &line.only->under, &line.only->up_to}) {
            twice(*numbers);
        }
    }
    for (auto* rounding : {&line.round_of, &line.indexed}) {
        if (*rounding) {
            twice((*rounding)->to);
        }
    }
}

}  // namespace

TEST_CASE("doubling all money and every threshold of any place's law doubles its tax") {
    taxes::Desk desk;
    for (const std::string& id : places()) {
        CAPTURE(id);
        const auto place = desk.store.place(id, desk.naming());
        REQUIRE(place);
        auto chain = desk.store.tax_chain(*place, 2026, desk.naming());
        REQUIRE(chain);
        const auto plain = plain_numbers(*chain);
        for (tax::Form& form : *chain) {
            for (tax::Line& line : form.lines) {
                twice(line, plain.contains({form.id, line.id}));
            }
        }
        const tax::Plan& small = plan_of(id, 2026, Status::single);
        const auto large = tax::Plan::make(*std::move(chain), small.question(), desk.problems);
        REQUIRE(large);
        for (const std::int64_t cash : {9'000, 61'300, 143'000, 520'000, 2'345'678}) {
            for (const std::int64_t equity : {0, 210'000}) {
                CAPTURE(cash, equity);
                const auto one = tax::assess(small, household(small, cash * cents, equity * cents, 5'000 * cents, 0));
                const auto two =
                    tax::assess(*large, household(*large, 2 * cash * cents, 2 * equity * cents, 10'000 * cents, 0));
                REQUIRE(one);
                REQUIRE(two);
                for (std::size_t i = 0; i < one->lines.size(); ++i) {
                    const auto& line = one->lines[i];
                    if (!plain.contains({line.form->id, line.line->id})) {
                        CAPTURE(line.form->id, line.line->id);
                        CHECK(two->lines[i].value == line.value * quantity::Exact{2});
                    }
                }
            }
        }
    }
}

TEST_CASE("two years of a form differ in numbers only in lines that the later file writes") {
    taxes::Desk desk;
    int compared = 0;
    for (const std::string& name : desk.store.ids("taxes")) {
        const auto written = desk.store.written_form(name, desk.naming());
        const auto form = desk.store.tax_form(name, desk.naming());
        REQUIRE(written);
        REQUIRE(form);
        const auto years = desk.store.tax_years(form->id);
        const auto at = std::find(years.begin(), years.end(), form->year);
        if (at == years.begin()) {
            continue;
        }
        const auto earlier = desk.store.written_form(form->id + "-" + std::to_string(*std::prev(at)), desk.naming());
        REQUIRE(earlier);
        for (const auto& line : written->lines) {
            const auto before = std::find_if(earlier->lines.begin(), earlier->lines.end(),
                                             [&](const auto& other) { return other.id() == line.id(); });
            if (line.given_in == name || before == earlier->lines.end()) {
                continue;
            }
            CAPTURE(name, line.id());
            for (const auto& entry : line.table.entries) {
                const auto* same = find_entry(before->table, entry.key);
                REQUIRE(same != nullptr);
                CHECK(same->text == entry.value.text);
                CHECK(same->span.line == entry.value.span.line);
                CHECK(same->span.column == entry.value.span.column);
            }
            ++compared;
        }
    }
    CHECK(compared > 100);
}

TEST_CASE("a chain's figures do not change with forms that it does not use") {
    const tax::Plan& plain = plan_of("us-ny", 2026, Status::single);
    const tax::Plan& city = plan_of("us-ny-nyc", 2026, Status::single);
    const auto who = household(plain, 250'000 * cents, 100'000 * cents, 0, 0);
    const auto one = tax::assess(plain, who, tax::Deduction::standard);
    const auto two = tax::assess(city, who, tax::Deduction::standard);
    REQUIRE(one);
    REQUIRE(two);
    CHECK(one->of(Component::income_tax) == two->of(Component::income_tax));
    CHECK(one->of(Component::state_income_tax) == two->of(Component::state_income_tax));
    CHECK(one->of(Component::local_income_tax).is_zero());
    CHECK_FALSE(two->of(Component::local_income_tax).is_zero());
}
