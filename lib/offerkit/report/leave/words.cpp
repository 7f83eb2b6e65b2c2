#include <offerkit/report/leave/words.hpp>

#include <algorithm>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/leave/facts.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/grants.hpp>
#include <offerkit/report/words/notes.hpp>
#include <offerkit/report/words/wording.hpp>
#include <offerkit/value/leaving_days.hpp>

namespace offerkit::report {

using quantity::Money;
using quantity::Shares;
using value::GrantLeaving;
using value::Leaving;
using value::LeavingTime;

namespace {

bool is_cash(const GrantLeaving& each) { return each.grant->instrument == model::Instrument::cash; }

std::string counted_text(const GrantLeaving& each, Shares quantity) {
    return is_cash(each) ? with_currency(Money{quantity.whole(), each.grant->currency}) : counted(quantity);
}

std::string options_text(Shares options) { return text_of(options) + (options == Shares{1} ? " option" : " options"); }

/// Whether a grant's worth is not known: then nobody can say that leaving costs nothing.
bool holds_unknown(const Leaving& leaving) {
    return std::any_of(leaving.grants.begin(), leaving.grants.end(),
                       [](const GrantLeaving& each) { return each.grant->not_known.any(); });
}

/// The answer first: what it costs, and what has to be done in time.
std::string cost_text(const value::LeavingAnswer& answer) {
    const Leaving& leaving = answer.leaving;
    const bool unknown = holds_unknown(leaving);
    const std::string exercise = exercise_words(leaving.to_exercise);
    const std::string then = exercise.empty() ? "." : diagnostic::formatted("; {}.", exercise);
    if (leaving.costs_nothing() && !answer.non_compete && !unknown) {
        return diagnostic::formatted(" costs nothing: {}, and nothing is to be paid back.",
                                     leaving.grants.empty() ? "there are no grants" : "nothing is left unvested");
    }
    if (leaving.cost.is_zero()) {
        const Shares left = leaving.all.forfeited.quantity - leaving.all.never;
        return (left.is_zero() ? " forfeits nothing, and nothing is to be paid back"
                               : diagnostic::formatted(
                                     " leaves {} behind, {}", counted(left),
                                     unknown ? "whose worth is not known" : "worth nothing at the price assumed")) +
               then;
    }
    std::vector<std::string> parts;
    if (!leaving.all.forfeited.value.is_zero()) {
        parts.push_back(diagnostic::formatted("you leave {} on the table", about(leaving.all.forfeited.value)));
    }
    if (!leaving.clawback.is_zero()) {
        parts.push_back(diagnostic::formatted("you pay {} back", about(leaving.clawback)));
    }
    if (!leaving.bonus.finished.is_zero()) {
        parts.push_back(
            diagnostic::formatted("you forfeit a bonus of {}, earned but unpaid", about(leaving.bonus.finished)));
    }
    return diagnostic::formatted(" costs {}: {}{}", about(leaving.cost), joined(parts), then);
}

/// What stands beside the cost.
std::string beside_text(const Leaving& leaving) {
    std::string text;
    std::vector<std::string> lost;
    if (!leaving.bonus.running.is_zero()) {
        lost.push_back(about(leaving.bonus.running) + " of the running year's bonus");
    }
    if (!leaving.unpaid_sign_on.is_zero()) {
        lost.push_back(about(leaving.unpaid_sign_on) + " of sign-on not paid yet");
    }
    if (!leaving.benefits_lost.is_zero()) {
        lost.push_back(about(leaving.benefits_lost) + " of benefits that have not vested");
    }
    if (!lost.empty()) {
        text += diagnostic::formatted(" Lost as well (not included above): {}.", joined(lost));
    }
    std::vector<std::string> brought;
    if (!leaving.severance.severance.is_zero()) {
        brought.push_back(about(leaving.severance.severance) + " of severance");
    }
    if (!leaving.severance.holidays.is_zero()) {
        brought.push_back(about(leaving.severance.holidays) + " for holidays not taken");
    }
    return brought.empty() ? text : diagnostic::formatted("{} You are paid {}.", text, joined(brought));
}

/// What waiting changes, where the day is a choice: nobody waits for a death or an illness.
std::string waiting_text(const value::LeavingAnswer& answer) {
    const Leaving& now = answer.leaving;
    std::string text;
    const auto reason = now.departure.reason;
    const bool chosen = reason != model::LeavingReason::death && reason != model::LeavingReason::disability;
    if (answer.month_later && chosen) {
        const Leaving& later = *answer.month_later;
        const Money less = now.stake - later.stake;
        const Money zero = Money::zero(less.currency());
        text = diagnostic::formatted(" Waiting a month, to {}, ", to_string(later.departure.on));
        text += less > zero   ? diagnostic::formatted("makes it {} cheaper", about(less))
                : less < zero ? diagnostic::formatted("makes it {} dearer", about(-less))
                              : "does not change that";
        std::vector<std::string> parts;
        const auto add = [&](std::string_view what, Money change) {
            if (!change.is_zero()) {
                parts.push_back(
                    diagnostic::formatted("{} {}{}", what, change > zero ? "+" : "", to_grouped(change, true)));
            }
        };
        add("the cost", later.cost - now.cost);
        const bool cost_alone = parts.size() == 1;
        add("the running bonus", later.bonus.running - now.bonus.running);
        add("sign-on not paid yet", later.unpaid_sign_on - now.unpaid_sign_on);
        add("benefits not vested", later.benefits_lost - now.benefits_lost);
        add("what you are paid on leaving", later.received() - now.received());
        text += (parts.empty() || (cost_alone && parts.size() == 1) ? "" : ": " + joined(parts)) + ".";
    }
    if (now.all.next) {
        const auto& next = *now.all.next;
        const bool priced = !next.value.is_zero() || !holds_unknown(now);
        text += diagnostic::formatted(" The next vest is on {}: {}.", to_string(next.date),
                                      next.quantity.is_zero()
                                          ? about(next.value)
                                          : counted(next.quantity) + (priced ? ", worth " + about(next.value) : ""));
    }
    return text;
}

/// What is worth knowing beside the figures.
class Notes {
public:
    explicit Notes(const value::LeavingAnswer& answer) : answer_(answer), leaving_(answer.leaving) {}

    [[nodiscard]] std::vector<std::string> lines() const {
        std::vector<std::string> lines;
        add_private_line(lines);
        add_cost_lines(lines);
        for (const auto& each : leaving_.grants) {
            add_grant_lines(each, lines);
        }
        for (const auto& option : leaving_.options) {
            add_option_lines(option, lines);
        }
        if (!leaving_.unpaid_sign_on.is_zero()) {
            lines.push_back(about(leaving_.unpaid_sign_on) +
                            " of sign-on was promised for later days and stops; no figure above counts it");
        }
        if (const auto day = value::notice_day(leaving_)) {
            lines.push_back(diagnostic::formatted("Notice is {}: to leave on {}, give it by {}",
                                                  to_string(*leaving_.offer->leaving->notice),
                                                  to_string(leaving_.last_day), to_string(*day)));
        }
        if (answer_.non_compete) {
            lines.push_back(diagnostic::formatted("The papers bar you from competitors until {}: {}",
                                                  to_string(answer_.non_compete->time.period.after(leaving_.last_day)),
                                                  non_compete_words(*answer_.non_compete)));
        }
        return lines;
    }

private:
    /// When what is forfeited would have vested, and what a new employer can be asked for.
    void add_cost_lines(std::vector<std::string>& lines) const {
        const auto& delay = leaving_.all.delay;
        if (!leaving_.all.forfeited.value.is_zero()) {
            lines.push_back(diagnostic::formatted(
                "Of what is left on the table, {} would have vested within 3 months, {} more within 12, and {} later",
                about(delay.months_3), about(delay.months_12), about(delay.later)));
        }
        const auto& make_whole = leaving_.make_whole;
        if (leaving_.departure.reason == model::LeavingReason::voluntary && !make_whole.whole.is_zero()) {
            std::vector<std::string> parts;
            const auto add = [&](Money amount, std::string_view what) {
                if (!amount.is_zero()) {
                    parts.push_back(diagnostic::formatted("{} ({})", what, about(amount)));
                }
            };
            add(make_whole.forfeited, "the vests of the next 12 months");
            add(make_whole.clawback, "what you pay back");
            add(make_whole.bonus, "the bonus earned but unpaid");
            lines.push_back(
                diagnostic::formatted("A new employer can be asked to make up for {}{}{}", about(make_whole.total),
                                      parts.empty() ? "" : ": " + joined(parts),
                                      make_whole.whole == make_whole.total
                                          ? ""
                                          : "; with all that you leave on the table, " + about(make_whole.whole)));
        }
    }

    /// That shares of a private company are valued by an appraisal, not by a market.
    void add_private_line(std::vector<std::string>& lines) const {
        const auto& stock = leaving_.offer->stock;
        if (!stock || stock->kind != model::StockKind::private_company ||
            std::all_of(leaving_.grants.begin(), leaving_.grants.end(), is_cash)) {
            return;
        }
        lines.push_back(
            diagnostic::formatted("The company is private: its shares are counted at the fair value of common{}, and "
                                  "nobody may be there to buy them",
                                  lowered_by(*stock)));
    }

    void add_grant_lines(const GrantLeaving& each, std::vector<std::string>& lines) const {
        const auto& split = each.split;
        const std::string of = diagnostic::formatted(" of `{}`", each.grant->id);
        const auto events = [&] {
            std::vector<std::string> words;
            for (const auto& id : each.grant->events) {
                words.push_back(diagnostic::formatted("`{}`", id));
            }
            // What is looked back from comes with its event, after the last day employed.
            for (const auto& acceleration : each.grant->accelerations) {
                if (acceleration.terms.before && acceleration.event_date &&
                    *acceleration.event_date > leaving_.last_day) {
                    words.push_back(diagnostic::formatted("`{}` on {}", acceleration.terms.event,
                                                          to_string(*acceleration.event_date)));
                }
            }
            return joined(words, "or");
        };
        if (each.grant->not_known.any()) {
            lines.push_back(capitalised(not_known_note(*each.grant)));
        }
        if (!split.waiting.quantity.is_zero()) {
            lines.push_back(diagnostic::formatted(
                "{}{} stay yours and still wait for {}; worth {} at the price of the day",
                counted_text(each, split.waiting.quantity), of, events(), about(split.waiting.value)));
        }
        if (!split.gated.quantity.is_zero()) {
            lines.push_back(diagnostic::formatted(
                "Of what is left on the table, {}{} would have had to wait for {}{}; they are {} of the cost",
                counted_text(each, split.gated.quantity), of, events(), undated(each.grant->events.size()),
                about(split.gated.value)));
        }
        if (!split.never.is_zero()) {
            lines.push_back(
                diagnostic::formatted("{}{} could never vest, whoever stays: counted as forfeited, worth nothing",
                                      counted_text(each, split.never), of));
        }
        if (each.grant->paper != nullptr && each.grant->paper->early_exercise) {
            lines.push_back(
                diagnostic::formatted("`{}` allows early exercise: what you bought and has not vested, the company can "
                                      "buy back, usually at what you paid",
                                      each.grant->id));
        }
        const bool taken =
            each.grant->paper != nullptr &&
            std::find(each.grant->paper->forfeits_vested.begin(), each.grant->paper->forfeits_vested.end(),
                      leaving_.departure.reason) != each.grant->paper->forfeits_vested.end();
        if (taken) {
            lines.push_back(diagnostic::formatted("`{}` takes even vested shares when the reason is `{}`",
                                                  each.grant->id, word(leaving_.departure.reason)));
        }
    }

    void add_option_lines(const value::OptionLeaving& option, std::vector<std::string>& lines) const {
        const std::string name = diagnostic::formatted("`{}`", option.grant->id);
        if (option.exercisable.is_zero()) {
            return;
        }
        if (option.window.cut_by_expiry) {
            lines.push_back(
                diagnostic::formatted("{}: the plan's window of {} would run longer, but the options expire on {}",
                                      name, to_string(*option.window.period), to_string(*option.window.expiry)));
        }
        if (!option.window.period) {
            lines.push_back(diagnostic::formatted(
                "{}: the papers do not say how long options last after leaving{}. Ask; many plans give no more than 90 "
                "days",
                name,
                option.window.expiry ? "; by themselves they expire on " + to_string(*option.window.expiry) : ""));
        }
        if (const auto day = value::iso_deadline(leaving_, option)) {
            lines.push_back(
                diagnostic::formatted("{}: in the United States, options exercised after {} are no longer taxed as "
                                      "incentive stock options, whatever the plan's window ({})",
                                      name, to_string(*day),
                                      leaving_.departure.reason == model::LeavingReason::disability
                                          ? "a year after employment for the disabled, Internal Revenue Code 422(c)(6)"
                                          : "three months after employment, Internal Revenue Code 422(a)(2)"));
        }
    }

    const value::LeavingAnswer& answer_;
    const Leaving& leaving_;
};

}  // namespace

std::string exercise_words(const value::ToExercise& all) {
    if (all.options.is_zero()) {
        return {};
    }
    const std::string options = options_text(all.options);
    const std::string water = all.under_water.is_zero() ? ""
                              : all.under_water == all.options
                                  ? ", all of them under water today"
                                  : diagnostic::formatted(", {} of them under water today", text_of(all.under_water));
    const std::string strike =
        all.no_strike.is_zero() ? ""
        : all.no_strike == all.options
            ? ", at a strike that is not known yet"
            : diagnostic::formatted(", {} of them at a strike that is not known yet", text_of(all.no_strike));
    const bool unknown = all.no_strike == all.options;
    if (!all.until) {
        return diagnostic::formatted("exercising your {}{}{}{}, and the papers do not say until when that can be done",
                                     options,
                                     unknown              ? " takes cash"
                                     : all.cash.is_zero() ? " takes no cash"
                                                          : " takes " + about(all.cash),
                                     strike, water);
    }
    const std::string day = to_string(*all.until);
    const std::string lose =
        all.several_days ? diagnostic::formatted(", when the first of {} lapse", options) : " or lose " + options;
    return (all.cash.is_zero() ? "exercise by " + day : diagnostic::formatted("find {} by {}", about(all.cash), day)) +
           lose + strike + water;
}

std::string leaving_verdict(const value::LeavingAnswer& answer) {
    const Leaving& leaving = answer.leaving;
    std::string text;
    if (leaving.time == LeavingTime::before_start) {
        text = diagnostic::formatted(
            "Nothing has happened by then: the first day is {}. Nothing is yours yet, and all that is promised would "
            "be lost. ",
            to_string(leaving.offer->start.value));
    } else if (leaving.time == LeavingTime::after_end) {
        text = diagnostic::formatted(
            "The papers end on {}: nothing changes after it, so everything is told as of that last day. ",
            to_string(leaving.last_day));
    }
    return text + std::string(reason_phrase(leaving.departure.reason)) + cost_text(answer) + beside_text(leaving) +
           waiting_text(answer);
}

std::vector<std::string> leaving_notes(const value::LeavingAnswer& answer) { return Notes{answer}.lines(); }

}  // namespace offerkit::report
