#include <offerkit/report/pipeline/words.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <offerkit/choice/search/search.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/definitions.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {

namespace {

using choice::Pipeline;
using choice::SearchFloor;
using choice::search::Action;
using choice::search::Arrival;
using choice::search::Branch;
using diagnostic::formatted;

std::string with_days(const std::vector<std::size_t>& processes, std::optional<calendar::Date> on,
                      const Pipeline& found) {
    const std::string who = came_words(processes, found);
    return on ? formatted("{} ({})", who, day_words(*on, found.search.today)) : who;
}

std::string take_words(const std::string& what, const Action& action, const Pipeline& found) {
    if (!action.by) {
        return formatted("take {}, which stays open", what);
    }
    return formatted("take {} {}", what,
                     found.search.cost_per_week > 0 ? "at once" : "by " + day_words(*action.by, found.search.today));
}

/// Cases with the same action are one: "if B or C offers".
struct Case {
    std::string then;
    std::vector<std::string> who;  ///< empty for nobody
    bool nobody = false;
};

std::vector<Case> cases_of(const Arrival& arrival, const Pipeline& found) {
    std::vector<Case> cases;
    for (const Branch& branch : arrival.branches) {
        std::string then = action_words(branch.action, found, branch.came);
        const auto same = std::find_if(cases.begin(), cases.end(), [&](const Case& each) { return each.then == then; });
        Case& into = same != cases.end() ? *same : cases.emplace_back(Case{std::move(then), {}, false});
        if (branch.came.empty()) {
            into.nobody = true;
        } else {
            into.who.push_back(came_words(branch.came, found));
        }
    }
    return cases;
}

/// What to do when the next answer is there.
std::string next_step(const Arrival& arrival, const Pipeline& found) {
    const std::string day = day_words(arrival.on, found.search.today);
    const auto cases = cases_of(arrival, found);
    const std::string answers = came_words(arrival.may_come, found);
    if (cases.size() == 1) {
        return formatted("Whatever {} {} by {}, {}.", answers, arrival.may_come.size() == 1 ? "answers" : "answer", day,
                         cases.front().then);
    }
    if (arrival.may_come.size() == 1 && cases.size() == 2) {
        return formatted("If {} offers by {}, {}; if not, {}.", answers, day, cases.front().then, cases.back().then);
    }
    constexpr std::size_t few = 3;
    if (cases.size() > few) {
        return formatted("On {} {} answer: `--detail` says what to do in each case.", day, answers);
    }
    std::string text = formatted("On {} {} answer: ", day, answers);
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const Case& each = cases[i];
        const bool otherwise = each.nobody && i + 1 == cases.size();
        const std::string if_who =
            otherwise ? "else" : formatted("if {}{} offers,", joined(each.who, "or"), each.nobody ? " or nobody" : "");
        text += formatted("{}{} {}", i == 0 ? "" : "; ", if_who, each.then);
    }
    return text + ".";
}

std::string floor_alone(const Pipeline& found) {
    const std::string amount = worth_words(found.search.floor, found);
    switch (found.floor.from) {
        case SearchFloor::From::current: return formatted("the {} of {}", amount, found.floor.company);
        case SearchFloor::From::search: return formatted("the {} of going on looking", amount);
        case SearchFloor::From::stated: return formatted("the {} that you have without any", amount);
        case SearchFloor::From::nothing: break;
    }
    return "nothing";
}

}  // namespace

std::string day_words(calendar::Date date, calendar::Date today) {
    constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
    const auto month = months[static_cast<std::size_t>(date.month() - 1)];
    const std::string text = formatted("{} {}", std::to_string(date.day()), month);
    return date.year() == today.year() ? text : formatted("{} {}", text, std::to_string(date.year()));
}

std::string worth_words(double value, const Pipeline& found) { return to_grouped(found.money(value), true); }

std::string chance_words(double chance) {
    constexpr std::int64_t parts = 100'000;
    const auto rate = quantity::Rate::of(std::llround(chance * static_cast<double>(parts)), parts);
    const bool small = chance > 0 && chance < 0.01;
    return to_percent(rate.value_or(quantity::Rate{}), small ? 2 : 0);
}

std::string came_words(const std::vector<std::size_t>& came, const Pipeline& found) {
    std::vector<std::string> names;
    for (const std::size_t i : came) {
        names.push_back(found.search.processes[i].name);
    }
    return names.empty() ? "nobody" : joined(names);
}

std::string action_words(const Action& action, const Pipeline& found, const std::vector<std::size_t>& came) {
    const bool is_new =
        action.best && action.best->of_process && std::find(came.begin(), came.end(), action.best->index) != came.end();
    const std::string best = action.best ? is_new && came.size() == 1 ? "it" : found.name_of(*action.best) : "";
    switch (action.kind) {
        case Action::Kind::take: return take_words(best, action, found);
        case Action::Kind::wait: {
            const std::string wait = "wait for " + with_days(action.may_come, action.next, found);
            return is_new ? formatted("keep {} and {}", best, wait) : wait;
        }
        case Action::Kind::stop: break;
    }
    return found.floor.from == SearchFloor::From::nothing ? "nothing is left" : "stay with " + floor_alone(found);
}

std::string pipeline_verdict(const Pipeline& found) {
    const auto& plan = found.plan;
    const auto& today = plan.today;
    if (today.kind == Action::Kind::wait) {
        const std::string now = today.best ? worth_words(plan.take_now, found) + " now" : floor_alone(found);
        return formatted("Wait: {} against {}. {}", worth_words(plan.value, found), now,
                         plan.arrivals.empty() ? "" : next_step(plan.arrivals.front(), found));
    }
    if (today.kind == Action::Kind::take) {
        const std::string waiting = found.search.processes.empty() ? "nothing else may come"
                                    : choice::search::tie(plan.wait, plan.take_now)
                                        ? "waiting longer is worth no more"
                                        : "to wait instead would be worth " + worth_words(plan.wait, found);
        return formatted("{}: {}; {}.", capitalised(take_words(found.name_of(*today.best), today, found)),
                         worth_words(plan.take_now, found), waiting);
    }
    if (found.search.offers.empty() && found.search.processes.empty()) {
        return found.channels.empty() ? "Nothing is in hand and nothing under way."
                                      : "Nothing is in hand and nothing under way: below is what your record says.";
    }
    return formatted("Stay with what you have: nothing in hand or under way is worth more than {}.",
                     floor_alone(found));
}

std::string_view floor_words(SearchFloor::From from) noexcept {
    switch (from) {
        case SearchFloor::From::stated: return "what you have without any";
        case SearchFloor::From::current: return "job held now";
        case SearchFloor::From::search: return "going on looking";
        case SearchFloor::From::nothing: break;
    }
    return {};
}

std::vector<std::string> pipeline_notes(const Pipeline& found) {
    std::vector<std::string> notes;
    const auto names = [&](const std::vector<std::size_t>& places, bool of_processes) {
        std::vector<std::string> all;
        for (const std::size_t i : places) {
            all.push_back(of_processes ? found.search.processes[i].name : found.search.offers[i].name);
        }
        return joined(all);
    };
    const auto& search = found.search;
    if (!found.oral.empty()) {
        notes.push_back(formatted("Not in writing yet, and counted as if it were: {}.", names(found.oral, false)));
    }
    for (const auto& lapsed : found.lapsed) {
        notes.push_back(
            formatted("Left out: {}, whose day has passed ({}).", lapsed.name, to_string(lapsed.decide_by)));
    }
    if (!found.late.empty()) {
        notes.push_back(formatted("Should have answered by now, and counts as tomorrow: {}.", names(found.late, true)));
    }
    if (!found.left_aside.empty()) {
        notes.push_back(formatted("Waiting looks at the 12 processes with most to gain, not at {}.",
                                  names(found.left_aside, true)));
    }
    std::vector<std::size_t> low;
    for (std::size_t i = 0; i < search.processes.size(); ++i) {
        if (search.processes[i].value <= search.floor) {
            low.push_back(i);
        }
    }
    if (!low.empty()) {
        notes.push_back(
            formatted("In the chances by day, but worth no more than what you have: {}.", names(low, true)));
    }
    if (search.processes.size() > 2) {
        notes.emplace_back("One person sits in all of them, so they fail together more often than this.");
    }
    const bool free = search.cost_per_week == 0 && !search.processes.empty();
    const bool alone =
        found.floor.from == SearchFloor::From::nothing && (!search.processes.empty() || !search.offers.empty());
    if (free || alone) {
        notes.push_back(formatted("Counted as none, because nothing says otherwise: {}{}{}.",
                                  free ? "a cost of waiting" : "", free && alone ? ", and " : "",
                                  alone ? "what is there if no offer comes" : ""));
    }
    return notes;
}

std::string extension_reason(const Pipeline& found, std::int64_t after, std::int64_t within) {
    if (!found.first_to_lapse) {
        return {};
    }
    const calendar::Date until = *found.search.offers[*found.first_to_lapse].until;
    std::vector<std::string> who;
    for (const auto& process : found.search.processes) {
        if (process.expected > until.plus_days(after) && process.expected <= until.plus_days(within) &&
            process.value > found.search.floor) {
            who.push_back(formatted("{} answers on {}", process.name, day_words(process.expected, found.search.today)));
        }
    }
    constexpr std::size_t few = 2;
    return who.empty() || who.size() > few ? "" : formatted(" ({})", joined(who));
}

}  // namespace offerkit::report
