#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/report/negotiate/columns.hpp>
#include <offerkit/report/negotiate/company.hpp>
#include <offerkit/report/negotiate/first_screen.hpp>
#include <offerkit/report/negotiate/negotiate.hpp>
#include <offerkit/report/negotiate/words.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/explain.hpp>
#include <offerkit/report/words/notes.hpp>
#include <offerkit/report/words/offer_names.hpp>
#include <offerkit/report/words/papers.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using choice::Negotiation;
using choice::negotiation::Goal;
using choice::negotiation::Grade;
using choice::negotiation::LeverAnswer;
using choice::negotiation::LeverKind;
using choice::negotiation::Package;
using choice::negotiation::PackageKind;
using choice::negotiation::TargetFrom;
using diagnostic::formatted;
using quantity::Money;

class PageWriter {
public:
    PageWriter(const Negotiation& found, const diagnostic::Sources& sources)
        : found_{found}, offer_{*found.offer}, sources_{sources}, names_{offer_names(papers_of(found.comparison))} {}

    Page write(bool explain) {
        page_.append(negotiate_first_screen(found_));
        without_pay();
        numbers();
        what_to_ask();
        packages();
        page_.heading("Order of play").list(order_of_play(found_), true);
        page_.heading("What to ask them").list(negotiation_questions(found_));
        lines();
        standing();
        alternatives();
        sale();
        time();
        worth_asking();
        before_you_sign();
        close(explain);
        if (explain) {
            page_.heading("Where it comes from: " + names_.front())
                .add(explanation_table(found_.valued(), found_.comparison.valuation, sources_));
        }
        return std::move(page_);
    }

private:
    [[nodiscard]] std::string metric(Money amount) const { return of_metric(amount, found_); }

    // Decide without pay first: then the number is about pay alone.
    void without_pay() {
        if (!found_.decision || !found_.decision->without_money) {
            return;
        }
        std::vector<std::string> order;
        for (const auto offer : found_.decision->without_money->ranking) {
            order.push_back(names_[offer]);
        }
        page_.text(formatted("Pay set aside, by everything else that counts for you: {}.", joined(order, "then")));
    }

    void numbers() {
        page_.heading("The numbers")
            .facts({{"They offer", Cell(metric(found_.current), Tone::strong)},
                    {"Aim for",
                     Cell(formatted("{}: {}", metric(found_.target.amount), target_words(found_)), Tone::strong)}});
        if (found_.ask.counter) {
            const std::string where =
                found_.practice.settlement == *quantity::Rate::of(1, 2)
                    ? "halfway"
                    : formatted("at {} of the distance", to_percent(found_.practice.settlement, 0));
            page_.text(formatted("The counter settles at {} if they meet you {} (assumed).", about(*found_.settles_at),
                                 where));
        }
        for (const auto& why : found_.justifications) {
            page_.text(formatted("A reason for up to {}: {}.", metric(why.amount), justification_words(why)));
        }
        for (const auto& warning : negotiation_warnings(found_)) {
            if (is_about_numbers(warning.code)) {
                page_.warning(formatted("{}. {}", capitalised(warning.message), warning.help));
            }
        }
    }

    [[nodiscard]] static bool is_about_numbers(std::string_view code) {
        return code == "target-above-cap" || code == "target-met" || code == "below-reservation" ||
               code == "no-evidence" || code == "no-ceiling" || code == "keep-looking" || code == "money-alone";
    }

    void what_to_ask() {
        page_.heading("What it takes in one part alone");
        const bool below = found_.reservation && *found_.reservation > found_.current;
        const bool wanting = found_.target.amount > found_.current;
        if (below) {
            add_levers(Goal::batna, formatted("To {}, below which you would walk away", metric(*found_.reservation)));
        } else if (found_.reservation) {
            page_.text(formatted("The offer is past your walk-away number already, by {}.",
                                 about(found_.current - *found_.reservation)));
        }
        if (wanting) {
            add_levers(Goal::target, "To the target of " + metric(found_.target.amount));
        } else {
            page_.text("Nothing more is needed to reach the target.");
        }
        if (below || wanting) {
            page_.note(
                "\"Moves\" is what practitioners say of such employers (`offerkit profiles negotiation practice` names "
                "them), not a fact about this one.");
        }
        if (found_.exchange) {
            page_.text(exchange());
        }
    }

    void add_levers(Goal goal, const std::string& caption) {
        std::vector<LeverAnswer> answers;
        std::vector<std::string> settings;
        for (const auto& answer : found_.levers) {
            if (answer.goal == goal) {
                answers.push_back(answer);
                if (!answer.said.empty()) {
                    settings.push_back(formatted("{}: `--set '{}'`", lever_words(answer.lever), answer.said));
                }
            }
        }
        Table table = lever_columns(found_).table(answers);
        table.caption = formatted("{}, in {}", caption, offer_.currency.code());
        page_.add(std::move(table));
        if (!settings.empty()) {
            page_.text(formatted("What the offer would then be: `offerkit show {}` with", offer_.file))
                .list(std::move(settings));
        }
    }

    [[nodiscard]] std::string exchange() const {
        std::vector<std::string> parts;
        for (const auto& equal : found_.exchange->equals) {
            std::string text = change_words(equal.amount, offer_.currency).substr(1);
            text += equal.lever == LeverKind::sign_on         ? " of sign-on"
                    : equal.lever == LeverKind::equity        ? " of equity"
                    : equal.lever == LeverKind::equity_shares ? " of the grant"
                                                              : "";
            parts.push_back(equal.lever == LeverKind::bonus ? formatted("a bonus of {} more", text) : text);
        }
        return formatted("{} more base a year is worth as much as {}, over {}.", about(found_.exchange->base),
                         joined(parts, "or"), to_string(found_.comparison.valuation.horizon));
    }

    void packages() {
        std::vector<const Package*> shown;
        for (const auto& package : found_.packages) {
            if (package.goal == Goal::target && !package.parts.empty()) {
                shown.push_back(&package);
            }
        }
        if (shown.empty()) {
            return;
        }
        page_.heading("Together");
        std::vector<std::string> items;
        for (const auto* package : shown) {
            std::vector<std::string> parts;
            for (const auto& part : package->parts) {
                parts.push_back(formatted("{} {}{}", lever_words(part.lever),
                                          change_words(part.needed, offer_.currency),
                                          part.at_cap ? " (the most)" : ""));
            }
            items.push_back(formatted("{}: {}{}.",
                                      package->kind == PackageKind::easiest_first ? "What moves most easily first"
                                                                                  : "A little of everything that moves",
                                      joined(parts),
                                      package->reachable ? "" : "; that still ends at " + metric(package->resulting)));
        }
        page_.list(std::move(items));
    }

    void lines() {
        page_.heading("Lines to have ready");
        Table table;
        table.columns = {{"When", Align::left, Priority::key}, {"Say, in your own words"}};
        for (const auto& line : negotiation_lines(found_)) {
            table.row({line.when, line.say});
        }
        page_.add(std::move(table));
        page_.subheading("Keep to yourself").list(never_say(found_));
        if (!found_.practice.non_cash.empty()) {
            page_.subheading("What else can be asked for").list(non_cash_asks(found_));
        }
    }

    void add_range(std::vector<Fact>& facts, const std::string& what,
                   const std::optional<choice::negotiation::InRange>& placed) const {
        if (!placed) {
            return;
        }
        std::string text;
        const auto& range = placed->range;
        if (range.min && range.max) {
            text = formatted("{} to {}", to_grouped(*range.min, true), to_grouped(*range.max, true));
        } else if (range.max) {
            text = "up to " + to_grouped(*range.max, true);
        }
        if (placed->compa_ratio) {
            text += formatted("{}{} of the middle", text.empty() ? "" : "; ", to_decimal(*placed->compa_ratio, 3));
        }
        if (placed->penetration) {
            text += formatted(", {} of the way up", to_percent(*placed->penetration, 1));
        }
        if (!text.empty()) {
            facts.push_back({what, Cell(text)});
        }
    }

    void standing() {
        std::vector<Fact> facts;
        const auto& position = found_.position;
        facts.push_back({"Base", Cell(about(position.salary) + " a year")});
        add_range(facts, "Base in the band", position.base);
        add_range(facts, "Equity in the band", position.equity);
        add_range(facts, "Sign-on in the band", position.sign_on);
        if (offer_.band && !offer_.band->source.empty()) {
            facts.push_back({"Band from", Cell(dated(offer_.band->source, offer_.band->as_of), Tone::dim)});
        }
        if (position.market) {
            const auto& place = *position.market;
            const std::string where = place.percentile   ? "percentile " + to_decimal(*place.percentile, 1)
                                      : place.below != 0 ? "below p" + std::to_string(place.below)
                                                         : "above p" + std::to_string(place.above);
            facts.push_back({"In [market]", Cell(formatted("{} annualized: {}", about(position.annualized), where))});
            if (!offer_.market->source.empty()) {
                facts.push_back({"[market] from", Cell(dated(offer_.market->source, offer_.market->as_of), Tone::dim)});
            }
        }
        for (const auto& pay : found_.terms.published) {
            facts.push_back({capitalised(pay.what), Cell(published(pay))});
        }
        if (position.files > 1) {
            facts.push_back(
                {"Among your files", Cell(formatted("number {} of {} by this figure", std::to_string(position.rank),
                                                    std::to_string(position.files)))});
        }
        page_.heading("Where the offer stands").facts(std::move(facts));
    }

    [[nodiscard]] static std::string dated(const std::string& source, const std::optional<calendar::Date>& as_of) {
        return source + (as_of ? ", " + to_string(*as_of) : "");
    }

    [[nodiscard]] static std::string published(const choice::negotiation::PublishedPay& pay) {
        std::vector<std::string> parts;
        if (pay.total) {
            parts.push_back(formatted("{} a year in all", about(*pay.total)));
        }
        if (pay.base) {
            parts.push_back("base " + about(*pay.base));
        }
        if (pay.base_range.min && pay.base_range.max) {
            parts.push_back(formatted("base {} to {}", to_grouped(*pay.base_range.min, true),
                                      to_grouped(*pay.base_range.max, true)));
        }
        return formatted("{} ({})", in_a_row(parts), to_string(pay.as_of));
    }

    void alternatives() {
        if (found_.alternatives.empty()) {
            return;
        }
        Table table;
        table.columns = {
            {"Way to go", Align::left, Priority::key}, {"How sure"}, {"pays", Align::right}, {"worth", Align::right}};
        for (const auto& way : found_.alternatives.all) {
            table.row({names_[way.offer], standing_of(*found_.comparison.offers[way.offer].offer),
                       to_grouped(way.standing, true), to_grouped(way.worth, true)});
        }
        page_.heading("Without this offer").add(std::move(table));
        page_.text("What is not sure is worth its chance, and what is left of the chance goes to the next best.");
        for (const auto& way : found_.alternatives.all) {
            if (way.make_whole && !way.make_whole->is_zero()) {
                const std::string but =
                    way.clawback.is_zero()
                        ? ""
                        : formatted(", but for {} to be paid back, which staying saves", about(way.clawback));
                page_.text(formatted(
                    "Leaving {} loses {} within a year, in vests, bonus and what is owed back: a sum a new employer "
                    "can be asked to make up for. It is not in these figures{}.",
                    names_[way.offer], about(*way.make_whole), but));
            }
        }
    }

    void sale() {
        const auto lines = company_tie_lines(found_);
        if (lines.empty()) {
            return;
        }
        page_.heading("What a sale would have to bring");
        for (const auto& line : lines) {
            page_.text(line);
        }
    }

    void time() {
        if (!found_.waiting) {
            return;
        }
        const auto& waiting = *found_.waiting;
        page_.heading("Time");
        page_.facts({{"Accept now", Cell(metric(waiting.accept_now))},
                     {"Let it go and wait", Cell(metric(waiting.wait))},
                     {"Wait with it open", Cell(metric(waiting.with_extension))},
                     {"An extension is worth", Cell(about(waiting.extension), Tone::strong)}});
        for (const auto& process : waiting.offers) {
            // A person's own chance knows more than what many interviews of past years came to.
            page_.text(formatted("{}: you put it at {}{}{}.", names_[process.offer], to_percent(process.chance),
                                 process.expected ? ", to be known by " + to_string(*process.expected) : "",
                                 process.in_time ? ", which is in time" : ""));
        }
    }

    void worth_asking() {
        if (const auto text = worth_asking_words(found_); !text.empty()) {
            page_.heading("Is it worth asking?").text(capitalised(text) + ".");
            page_.note(formatted("Measured: {}. {}: {}.", found_.practice.rescind_source,
                                 to_percent(found_.practice.success), found_.practice.success_source));
        }
    }

    void before_you_sign() {
        std::vector<std::string> flags;
        for (const auto& flag : found_.red_flags) {
            flags.push_back(formatted("{}. {}", capitalised(flag.message), flag.ask));
        }
        if (!flags.empty()) {
            page_.heading("Clear up before you sign").list(std::move(flags));
        }
        std::vector<std::string> missing;
        for (const auto& warning : negotiation_warnings(found_)) {
            const bool is_flag = std::any_of(found_.red_flags.begin(), found_.red_flags.end(),
                                             [&](const auto& flag) { return flag.code == warning.code; });
            if (!is_flag && !is_about_numbers(warning.code)) {
                missing.push_back(formatted("{}. {}", capitalised(warning.message), warning.help));
            }
        }
        if (!missing.empty()) {
            page_.heading("What would make this better").list(std::move(missing));
        }
    }

    void close(bool explain) {
        std::vector<std::string> rules;
        rules.push_back(formatted("Before an offer the range to say is {} to {} of the target, in round numbers",
                                  to_percent(found_.practice.ask_low, 0), to_percent(found_.practice.ask_high, 0)));
        rules.push_back(formatted("They give {} of what the ask is above the offer: {}",
                                  to_percent(found_.practice.settlement, 0), found_.practice.settlement_source));
        for (const auto& claim : found_.practice.claims) {
            rules.push_back(formatted("{} ({}, {})", claim.text, claim.source, to_string(claim.as_of)));
        }
        page_.heading("Rules of thumb").list(std::move(rules));
        page_.note(
            formatted("From: {} ({}). They are claims of practitioners; `offerkit profiles negotiation practice` "
                      "shows them, and yours take precedence over them.",
                      found_.practice.header.source, to_string(found_.practice.header.as_of)));
        close_page(page_, found_.comparison.offers, names_, found_.comparison.valuation, explain);
    }

    const Negotiation& found_;
    const model::Offer& offer_;
    const diagnostic::Sources& sources_;
    std::vector<std::string> names_;
    Page page_;
};

}  // namespace

Page negotiate_page(const Negotiation& found, bool explain, const diagnostic::Sources& sources) {
    return PageWriter{found, sources}.write(explain);
}

std::string negotiate_mail(const Negotiation& found) { return negotiation_mail(found); }

}  // namespace offerkit::report
