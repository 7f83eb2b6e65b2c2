#include <offerkit/report/leave/first_screen.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/leave/facts.hpp>
#include <offerkit/report/leave/sums.hpp>
#include <offerkit/report/leave/words.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/offer_names.hpp>
#include <offerkit/report/words/wording.hpp>
#include <offerkit/value/leaving_days.hpp>

namespace offerkit::report {
namespace {

using quantity::Money;
using value::Leaving;
using value::LeavingAnswer;

/// "100 shares, 12,000": what the next vest brings.
std::string next_vest(const value::NextVest& next) {
    return diagnostic::formatted("{}: {}", to_string(next.date),
                                 next.quantity.is_zero()
                                     ? whole(next.value)
                                     : counted(next.quantity) + (next.value.is_zero() ? "" : ", " + whole(next.value)));
}

/// The next dates that make leaving cheaper: a vest, and the end of what is owed back.
std::vector<std::string> worth_waiting_for(const Leaving& leaving) {
    std::vector<std::string> dates;
    if (leaving.all.next) {
        dates.push_back(next_vest(*leaving.all.next));
    }
    for (const auto& sign_on : leaving.sign_ons) {
        if (sign_on.until && !sign_on.owed.is_zero()) {
            dates.push_back(diagnostic::formatted("{}: {} is yours in full", to_string(*sign_on.until), sign_on.name));
        }
    }
    std::sort(dates.begin(), dates.end());
    return dates;
}

/// What waiting a month changes, where the day is a choice: nobody waits for a death or an illness.
std::string waiting(const LeavingAnswer& answer) {
    const auto reason = answer.leaving.departure.reason;
    if (!answer.month_later || reason == model::LeavingReason::death || reason == model::LeavingReason::disability) {
        return {};
    }
    const Money less = answer.leaving.stake - answer.month_later->stake;
    const std::string until = "until " + to_string(answer.month_later->departure.on);
    return less.is_zero()     ? until + " changes nothing"
           : less.minor() > 0 ? diagnostic::formatted("{} costs {} less", until, whole(less))
                              : diagnostic::formatted("{} costs {} more", until, whole(-less));
}

std::string non_compete(const LeavingAnswer& answer) {
    if (!answer.non_compete) {
        return {};
    }
    const auto& ban = *answer.non_compete;
    return diagnostic::formatted("until {}, {} than working; is it enforced, and where?",
                                 to_string(ban.time.period.after(answer.leaving.last_day)),
                                 ban.cost.minor() < 0 ? whole(-ban.cost) + " more" : whole(ban.cost) + " less");
}

std::string notice(const Leaving& leaving) {
    const auto day = value::notice_day(leaving);
    if (!day) {
        return {};
    }
    const auto period = *leaving.offer->leaving->notice;
    return diagnostic::formatted("{}: by {}, else it ends on {}", to_string(period), to_string(*day),
                                 to_string(period.after(leaving.departure.on)));
}

bool knows_all(const Leaving& leaving) {
    return std::none_of(leaving.grants.begin(), leaving.grants.end(),
                        [](const auto& each) { return each.grant->not_known.any(); });
}

/// "Leaving Google on 2026-01-20 costs 146,040", or what else there is to say.
std::string verdict(const LeavingAnswer& answer, const std::string& name) {
    const Leaving& leaving = answer.leaving;
    const std::string text = diagnostic::formatted("Leaving {} on {}", name, to_string(leaving.departure.on));
    if (!leaving.cost.is_zero()) {
        return diagnostic::formatted("{} costs {}", text, whole(leaving.cost));
    }
    if (leaving.costs_nothing() && !answer.non_compete && knows_all(leaving)) {
        return text + " costs nothing";
    }
    const auto left = leaving.all.forfeited.quantity - leaving.all.never;
    return text + (left.is_zero() ? " forfeits nothing"
                                  : diagnostic::formatted(
                                        " leaves {} behind, {}", counted(left),
                                        knows_all(leaving) ? "worth nothing at today's price" : "of unknown worth"));
}

std::vector<std::string> assumptions(const LeavingAnswer& answer) {
    const auto& leaving = answer.leaving;
    std::vector<std::string> words;
    words.emplace_back(leaving.departure.reason == model::LeavingReason::voluntary
                           ? "you resign"
                           : std::string(reason_phrase(leaving.departure.reason)));
    if (leaving.offer->stock) {
        words.emplace_back(leaving.offer->stock->kind == model::StockKind::private_company
                               ? "common shares at fair value, though nobody may buy them"
                               : "the share price of the day");
    }
    if (!leaving.options.empty()) {
        words.emplace_back("no option exercised yet");
    }
    return words;
}

void add_points(FirstScreen& screen, const LeavingAnswer& answer) {
    const Leaving& leaving = answer.leaving;
    screen.point(0, "Do in time",
                 {exercise_words(leaving.to_exercise), notice(leaving).empty() ? "" : "notice of " + notice(leaving)},
                 Tone::strong);
    screen.point(1, "Waiting", {waiting(answer)});
    screen.point(1, "Wait for", worth_waiting_for(leaving));
    const auto& whole_of = leaving.make_whole;
    if (leaving.departure.reason == model::LeavingReason::voluntary && !whole_of.whole.is_zero()) {
        screen.point(2, "Made whole",
                     {diagnostic::formatted("ask a new employer for {}: 12 months of vests and what is owed",
                                            whole(whole_of.total)),
                      whole_of.whole == whole_of.total ? "" : whole(whole_of.whole) + " with all later vests"});
    }
    screen.point(2, "Non-compete", {non_compete(answer)});
    if (!leaving.all.waiting.quantity.is_zero()) {
        screen.point(2, "Still waits",
                     {counted(leaving.all.waiting.quantity) + " stay yours and wait for their event"});
    }
    if (!leaving.all.gated.quantity.is_zero()) {
        screen.point(2, "Of the cost", {whole(leaving.all.gated.value) + " is of shares that wait for an event"});
    }
}

FirstScreen one(const LeavingAnswer& answer, const std::string& name) {
    FirstScreen screen;
    screen.verdict = verdict(answer, name);
    const Leaving& leaving = answer.leaving;
    std::vector<std::string> lost;
    const auto add = [&](Money amount, const char* what) {
        if (!amount.is_zero()) {
            lost.push_back(whole(amount) + what);
        }
    };
    add(leaving.all.forfeited.value, " of grants that have not vested");
    add(leaving.bonus.finished, " of bonus earned but unpaid");
    std::string basis = lost.empty() ? "" : "You lose " + joined(lost);
    if (!leaving.clawback.is_zero()) {
        basis += (lost.empty() ? "You pay back " : ", and pay back ") + whole(leaving.clawback);
    }
    screen.basis = basis.empty() ? std::string(leaving.cost.currency().code()) + " before tax" : basis + ".";
    Table sums = leaving_sums(answer, {}, true);
    screen.figures.columns = std::move(sums.columns);
    for (auto& row : sums.rows) {
        screen.row(row.kind == RowKind::total ? 0 : 1, std::move(row));
    }
    add_points(screen, answer);
    std::vector<std::string> left_out{"tax"};
    if (!leaving.offer->leaving || !leaving.offer->leaving->severance) {
        left_out.emplace_back("severance");
    }
    left_out.emplace_back("whatever the files do not say");
    screen.point(3, "Not in it", {joined(left_out)});
    screen.point(3, "Assumed", assumptions(answer));
    return screen;
}

FirstScreen several(std::span<const LeavingAnswer> answers, const std::vector<std::string>& names) {
    FirstScreen screen;
    std::vector<std::string> costs;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        costs.push_back(diagnostic::formatted("{} {}", names[i], whole(answers[i].leaving.cost)));
    }
    const std::string day = to_string(answers.front().leaving.departure.on);
    screen.verdict = diagnostic::formatted("Leaving on {} costs: {}", day, joined(costs, "and"));
    screen.basis = diagnostic::formatted("{} before tax; `leave` of one file says more.",
                                         answers.front().leaving.cost.currency().code());
    screen.figures.columns = {{"", Align::left, Priority::key}, {"Yours", Align::right},
                              {"Forfeited", Align::right},      {"To pay back", Align::right},
                              {"Bonus unpaid", Align::right},   {"Cost", Align::right}};
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const auto& leaving = answers[i].leaving;
        screen.row(0, Row({names[i], whole(leaving.all.vested.value + leaving.all.accelerated.value),
                           whole(leaving.all.forfeited.value), whole(leaving.clawback), whole(leaving.bonus.finished),
                           Cell(whole(leaving.cost), Tone::strong)}));
    }
    for (std::size_t i = 0; i < answers.size(); ++i) {
        std::vector<std::string> about{exercise_words(answers[i].leaving.to_exercise)};
        for (auto& date : worth_waiting_for(answers[i].leaving)) {
            about.push_back("wait for " + std::move(date));
        }
        const std::string until = waiting(answers[i]);
        about.push_back(until.empty() ? "" : "waiting " + until);
        const std::string barred = non_compete(answers[i]);
        about.push_back(barred.empty() ? "" : "barred " + barred);
        screen.point(1, names[i], std::move(about));
    }
    screen.point(2, "Not in it", {"tax, severance and whatever the files do not say"});
    screen.point(2, "Assumed", assumptions(answers.front()));
    return screen;
}

}  // namespace

FirstScreen leave_first_screen(std::span<const LeavingAnswer> answers) {
    const auto names = offer_names(papers_of(answers));
    return answers.size() == 1 ? one(answers.front(), names.front()) : several(answers, names);
}

}  // namespace offerkit::report
