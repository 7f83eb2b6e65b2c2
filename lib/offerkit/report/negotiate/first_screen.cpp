#include <offerkit/report/negotiate/first_screen.hpp>

#include <algorithm>
#include <utility>

#include <offerkit/choice/negotiation/ask.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/report/negotiate/company.hpp>
#include <offerkit/report/negotiate/negotiate.hpp>
#include <offerkit/report/negotiate/words.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/offer_names.hpp>
#include <offerkit/report/words/papers.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using choice::Negotiation;
using choice::negotiation::LeverKind;
using choice::negotiation::Stage;
using choice::negotiation::TargetFrom;
using diagnostic::formatted;
using quantity::Money;

/// A point of the page with its rank: 0 stays the longest.
struct Point {
    int rank = 0;
    Fact fact;
};

class FirstScreen {
public:
    explicit FirstScreen(const Negotiation& found)
        : found_{found}, offer_{*found.offer}, names_{offer_names(papers_of(found.comparison))} {}

    Page write(std::size_t most_points) {
        switch (found_.stage) {
            case Stage::before_offer: before_offer(); break;
            case Stage::counter_offer: counter_offer(); break;
            case Stage::offer: offer_in_hand(); break;
        }
        Page page;
        page.title(title()).text(basis());
        page.facts(kept(most_points));
        return page;
    }

private:
    void add(int rank, std::string key, std::string text, Tone tone = Tone::normal) {
        if (!text.empty()) {
            points_.push_back({rank, {std::move(key), Cell(std::move(text), tone)}});
        }
    }

    // In the order in which they were added, without those of the highest ranks.
    [[nodiscard]] std::vector<Fact> kept(std::size_t most) const {
        std::vector<int> ranks;
        for (const auto& point : points_) {
            ranks.push_back(point.rank);
        }
        std::sort(ranks.begin(), ranks.end());
        const int last = most < ranks.size() ? (most == 0 ? -1 : ranks[most - 1]) : ranks.empty() ? 0 : ranks.back();
        std::vector<Fact> facts;
        std::size_t left_out = 0;
        for (const auto& point : points_) {
            if (point.rank <= last) {
                facts.push_back(point.fact);
            } else {
                ++left_out;
            }
        }
        if (left_out > 0) {
            facts.push_back({"More", Cell(formatted("{} more with `--detail`", std::to_string(left_out)), Tone::dim)});
        }
        return facts;
    }

    // A number that is said to them is one before tax; the amounts here are not where taxes are counted.
    [[nodiscard]] bool may_name_a_number() const { return found_.ask.low && found_.ask.high && !found_.after_tax(); }

    [[nodiscard]] std::string title() const {
        const std::string& name = names_.front();
        const std::string offered = of_metric(found_.current, found_);
        switch (found_.stage) {
            case Stage::before_offer:
                return may_name_a_number() ? formatted("Before {} names a number: say {} to {} if you must", name,
                                                       whole(*found_.ask.low), whole(*found_.ask.high))
                                           : formatted("Before {} names a number: ask for the range first", name);
            case Stage::counter_offer: return formatted("Counter-offer of {}, where you are: {}", name, offered);
            case Stage::offer: break;
        }
        if (!found_.ask.reachable && found_.ask.cap && found_.target.amount > found_.current) {
            return formatted("Asking {} does not close this: at most {} against {}", name, whole(*found_.ask.cap),
                             whole(found_.target.amount));
        }
        if (found_.ask.counter && found_.after_tax()) {
            return formatted("Ask {} for what leaves you {}; they offer {}", name, whole(*found_.ask.counter), offered);
        }
        if (found_.ask.counter) {
            return formatted("Ask {} {} {}; they offer {}", name,
                             found_.strongest() != nullptr ? "for" : "what it would take to get to",
                             whole(*found_.ask.counter), offered);
        }
        if (found_.target.amount <= found_.current) {
            return formatted("{} offers {}: that is your target", name, offered);
        }
        return formatted("Ask {} for the range first; they offer {}", name, offered);
    }

    [[nodiscard]] std::string basis() const {
        std::string text =
            formatted("In {} {}{}.", found_.current.currency().code(),
                      found_.after_tax() ? "after tax, the parts before it: " : "before tax, ", metric_words(found_));
        if (found_.deadline.decide_by) {
            const auto left = *found_.deadline.days_left;
            text += formatted(" Answer by {}: {}.", to_string(*found_.deadline.decide_by),
                              left < 0 ? "it has passed" : diagnostic::counted(left, "day") + " left");
        }
        return text;
    }

    void offer_in_hand() {
        add(time_is_short() ? 0 : 4, "Ask for time", time(), time_is_short() ? Tone::strong : Tone::normal);
        add(1, "You want", formatted("{}: {}", whole(found_.target.amount), target_words(found_)), Tone::strong);
        add(2, "They can", ceilings());
        add(1, "Your floor", floor());
        add(4, "First", level());
        add(0, "Ask", parts(), Tone::strong);
        add(2, "Together", together());
        add(1, "Why", found_.ask.counter ? reason_words(found_) : "");
        if (!found_.ask.reachable && found_.target.amount > found_.current) {
            add(1, "But", "another level, another offer, or no: they offer " + of_metric(found_.current, found_),
                Tone::bad);
        }
        add(3, "If they say", if_they_say());
        add(6, "They will ask", they_will_ask());
        add(5, "Do not say", do_not_say());
        add(4, "Options", options());
        add(6, "A sale", company_tie_words(found_));
        add(7, "After yes", "the new letter, `check` it against this one, resign, thank the others");
        add(3, "Asking pays", worth_asking_words(found_));
        add(4, "Clear up", red_flags());
    }

    void before_offer() {
        add(0, "Say first", "\"What is the range for this level?\"", Tone::strong);
        if (may_name_a_number()) {
            add(1, "If you must",
                formatted("{} to {}: above your target of {}, {}", whole(*found_.ask.low), whole(*found_.ask.high),
                          whole(found_.target.amount), target_words(found_)));
        }
        add(2, "Your floor", floor());
        add(4, "Do not say", do_not_say());
        add(3, "Tell them",
            found_.alternatives.empty() ? "what else you are in, and by when you decide"
                                        : "that you are talking to others, and by when you decide");
        add(3, "Ask them", "by when they will know, and how long an offer would stay open");
        add(5, "Clear up", red_flags());
    }

    void counter_offer() {
        add(0, "First", "why did you want to leave, and does this change it?", Tone::strong);
        add(0, "In writing", "pay, level, work and dates; what is only promised does not count");
        add(1, "Your floor", floor());
        add(1, "Against it", found_.alternatives.empty() ? "" : against());
        add(2, "Ask", parts(), Tone::strong);
        add(3, "Then", "answer both within the day; whoever you decline, thank");
    }

    [[nodiscard]] std::string against() const {
        const auto& best = found_.alternatives.batna();
        return formatted("{}, {} ({})", names_[best.offer], whole(best.standing),
                         standing_of(*found_.comparison.offers[best.offer].offer));
    }

    [[nodiscard]] std::string ceilings() const {
        if (found_.ceilings.empty()) {
            return "not known: ask for the range, or write `employer` or [band]";
        }
        std::vector<std::string> parts;
        bool band = false;
        bool usual = false;
        for (const auto& each : found_.ceilings) {
            parts.push_back(formatted("{} to {}", lever_words(each.lever), level_words(each.cap, offer_.currency)));
            (each.from_band ? band : usual) = true;
        }
        const std::string kind = offer_.employer ? std::string(word(*offer_.employer)) : "";
        const std::string from = band && usual ? "your band; usual, " + kind
                                 : band        ? "your band"
                                               : formatted("usual, {}, assumed", kind);
        return formatted("{} ({})", joined(parts), from);
    }

    [[nodiscard]] std::string floor() const {
        if (!found_.reservation) {
            return "none: no other way to go is given (`--against`)";
        }
        const auto& best = found_.alternatives.batna();
        return formatted("{} ({}, {}{}){}", whole(*found_.reservation), names_[best.offer],
                         standing_of(*found_.comparison.offers[best.offer].offer),
                         found_.counts_other_factors ? ", everything counted" : "",
                         found_.keep_looking ? "; below p25 of [market]: you would keep looking" : "");
    }

    [[nodiscard]] std::string level() const {
        const auto& step = found_.terms.level_step;
        if (!step || !found_.level_worth || offer_.employer == model::Employer::startup) {
            return {};
        }
        const auto more = step->ratio.minus(quantity::Rate{1});
        return formatted(
            "the level. {} is about {} a year by the ratios of {}, some {}. \"What would {} have needed?\"", step->name,
            more ? "+" + to_percent(*more, 0) : "more", to_string(step->as_of).substr(0, 4),
            whole(choice::negotiation::as_spoken(*found_.level_worth)), step->name);
    }

    [[nodiscard]] std::string parts() const {
        std::vector<std::string> lines;
        for (const auto& part : found_.in_one_piece.parts) {
            lines.push_back(formatted("{} {}", std::to_string(lines.size() + 1), part_words(part, offer_.currency)));
        }
        return in_a_row(lines, "\n");
    }

    [[nodiscard]] std::string together() const {
        if (found_.in_one_piece.parts.empty()) {
            return {};
        }
        std::string text = formatted("{} in one mail (`--mail`)", whole(found_.in_one_piece.together));
        if (found_.in_one_piece.parts.size() > 1) {
            text += "; with the first alone you are at " + whole(*found_.in_one_piece.first_alone);
        }
        return text;
    }

    [[nodiscard]] std::string if_they_say() const {
        if (found_.target.amount <= found_.current) {
            return {};
        }
        const Money target = choice::negotiation::spoken_at_least(found_.target.amount);
        std::vector<std::string> lines{formatted("{} or more: \"Yes, today.\"", whole(target)),
                                       "less than that: " + closing_words(found_)};
        if (found_.reservation && *found_.reservation > found_.current) {
            lines.push_back("below your floor: \"What is fixed, and what is not?\" once; then decide");
        }
        return in_a_row(lines, "\n");
    }

    [[nodiscard]] std::string they_will_ask() const {
        const auto lines = negotiation_lines(found_);
        std::vector<std::string> shown;
        for (const auto& line : lines) {
            if (line.when == "If we match, will you sign?" || line.when == "Do you have other offers?") {
                shown.push_back(formatted("\"{}\" {}", line.when, line.say));
            }
        }
        return in_a_row(shown, "\n");
    }

    [[nodiscard]] std::string do_not_say() const {
        return formatted("what you earn{}, anything you cannot show",
                         found_.reservation ? ", " + whole(*found_.reservation) : "");
    }

    // Of a start-up: what options lack is asked for in options.
    [[nodiscard]] std::string options() const {
        for (const auto& grant : offer_.grants) {
            if (grant.instrument != model::Instrument::iso && grant.instrument != model::Instrument::nso) {
                continue;
            }
            for (const auto& each : found_.ceilings) {
                if (each.lever == LeverKind::equity_shares) {
                    return formatted("ask for up to {} options, a longer time to exercise, early exercise",
                                     level_words(each.cap, offer_.currency));
                }
            }
            return "ask for more of them, a longer time to exercise, early exercise";
        }
        return {};
    }

    /// Whether fewer days were given, or are left, than a decision takes.
    [[nodiscard]] bool time_is_short() const {
        constexpr std::int64_t week = 7;
        const auto& deadline = found_.deadline;
        return (deadline.days_given && *deadline.days_given < week) ||
               (deadline.days_left && *deadline.days_left >= 0 && *deadline.days_left < week);
    }

    [[nodiscard]] std::string time() const {
        if (!found_.waiting || found_.waiting->extension <= Money::zero(found_.current.currency())) {
            return time_is_short() ? "a week more, before any number: \"I want to decide this properly\"" : "";
        }
        const auto& waiting = *found_.waiting;
        return formatted("until {}: it is worth {} to you",
                         waiting.until ? "after " + to_string(*waiting.until) : "the others answer",
                         whole(waiting.extension));
    }

    [[nodiscard]] std::string red_flags() const {
        std::vector<std::string> flags;
        for (const auto& flag : found_.red_flags) {
            flags.push_back(flag.message);
        }
        return flags.empty() ? ""
               : flags.size() == 1
                   ? flags.front()
                   : formatted("{}; {} more with `--detail`", flags.front(), std::to_string(flags.size() - 1));
    }

    const Negotiation& found_;
    const model::Offer& offer_;
    std::vector<std::string> names_;
    std::vector<Point> points_{};
};

}  // namespace

std::string target_words(const Negotiation& found) {
    switch (found.target.from) {
        case TargetFrom::stated:
            return found.terms.target_percentile
                       ? formatted("p{} of [market]", std::to_string(*found.terms.target_percentile))
                       : "your own target";
        case TargetFrom::competing_offer: return "what the best other offer comes to";
        case TargetFrom::market:
            return formatted("p75 of [market]{}{}", found.offer->market->source.empty() ? "" : ", ",
                             found.offer->market->source);
        case TargetFrom::reservation: return "what you would walk away for";
        case TargetFrom::markup: break;
    }
    std::vector<std::string> absent;
    if (!found.target.competing_offer) {
        absent.emplace_back("no other offer");
    }
    if (!found.target.market) {
        absent.emplace_back("no [market]");
    }
    return formatted("10% above the offer{}", absent.empty() ? "" : ", as your files hold " + joined(absent, "and"));
}

std::string worth_asking_words(const Negotiation& found) {
    if (!found.break_even_loss || found.target.amount <= found.current) {
        return {};
    }
    if (*found.break_even_loss >= quantity::Rate{1}) {
        return "in any case: the alternative is at least as good, so you risk nothing";
    }
    const auto& practice = found.practice;
    return formatted("unless you think that losing the offer is likelier than {}; measured: {} to {}, all trades",
                     to_percent(*found.break_even_loss, 0),
                     practice.rescind_low ? to_percent(*practice.rescind_low, 0) : "up",
                     to_percent(practice.rescind, 0));
}

std::vector<std::string> non_cash_asks(const Negotiation& found) {
    std::vector<std::string> asks;
    for (const auto& ask : found.practice.non_cash) {
        asks.push_back(capitalised(ask));
    }
    const bool clawback = std::any_of(found.offer->sign_ons.begin(), found.offer->sign_ons.end(),
                                      [](const auto& sign_on) { return sign_on.clawback.has_value(); });
    if (clawback) {
        asks.emplace_back("The sign-on to be paid back by months served, and not at all when they end the job");
    }
    if (!found.offer->grants.empty()) {
        asks.emplace_back("The price and the day at which the grant is counted, in writing");
    }
    return asks;
}

Page negotiate_first_screen(const Negotiation& found, std::size_t most_points) {
    return FirstScreen{found}.write(most_points);
}

}  // namespace offerkit::report
