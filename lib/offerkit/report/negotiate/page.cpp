#include <algorithm>
#include <string>
#include <utility>
#include <vector>

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
        page_.text("Pay set aside, by everything else that counts for you: " + joined(order, "then") + ".");
    }

    void numbers() {
        page_.heading("The numbers")
            .facts({{"They offer", Cell(metric(found_.current), Tone::strong)},
                    {"Aim for", Cell(metric(found_.target.amount) + ": " + target_words(found_), Tone::strong)}});
        if (found_.ask.counter) {
            page_.text("The counter settles at " + about(*found_.settles_at) + " if they meet you " +
                       (found_.practice.settlement == *quantity::Rate::of(1, 2)
                            ? std::string("halfway")
                            : "at " + to_percent(found_.practice.settlement, 0) + " of the distance") +
                       " (assumed).");
        }
        for (const auto& why : found_.justifications) {
            page_.text("A reason for up to " + metric(why.amount) + ": " + justification_words(why) + ".");
        }
        for (const auto& warning : negotiation_warnings(found_)) {
            if (is_about_numbers(warning.code)) {
                page_.warning(capitalised(warning.message) + ". " + warning.help);
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
            add_levers(Goal::batna, "To " + metric(*found_.reservation) + ", below which you would walk away");
        } else if (found_.reservation) {
            page_.text("The offer is past your walk-away number already, by " +
                       about(found_.current - *found_.reservation) + ".");
        }
        if (wanting) {
            add_levers(Goal::target, "To the target of " + metric(found_.target.amount));
        } else {
            page_.text("Nothing more is needed to reach the target.");
        }
        if (below || wanting) {
            page_.note("\"Moves\" is what practitioners say of such employers (" + short_source() +
                       "), not a fact about this one.");
        }
        if (found_.exchange) {
            page_.text(exchange());
        }
    }

    [[nodiscard]] static std::string short_source() { return "`offerkit profiles negotiation practice` names them"; }

    void add_levers(Goal goal, const std::string& caption) {
        std::vector<LeverAnswer> answers;
        std::vector<std::string> settings;
        for (const auto& answer : found_.levers) {
            if (answer.goal == goal) {
                answers.push_back(answer);
                if (!answer.said.empty()) {
                    settings.push_back(lever_words(answer.lever) + ": `--set '" + answer.said + "'`");
                }
            }
        }
        Table table = lever_columns(found_).table(answers);
        table.caption = caption + ", in " + std::string(offer_.currency.code());
        page_.add(std::move(table));
        if (!settings.empty()) {
            page_.text("What the offer would then be: `offerkit show " + offer_.file + "` with")
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
            parts.push_back((equal.lever == LeverKind::bonus ? "a bonus of " : "") + text +
                            (equal.lever == LeverKind::bonus ? " more" : ""));
        }
        return about(found_.exchange->base) + " more base a year is worth as much as " + joined(parts, "or") +
               ", over " + to_string(found_.comparison.valuation.horizon) + ".";
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
                parts.push_back(lever_words(part.lever) + " " + change_words(part.needed, offer_.currency) +
                                (part.at_cap ? " (the most)" : ""));
            }
            items.push_back(
                std::string(package->kind == PackageKind::easiest_first ? "What moves most easily first: "
                                                                        : "A little of everything that moves: ") +
                joined(parts) + (package->reachable ? "" : "; that still ends at " + metric(package->resulting)) + ".");
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
            text = to_grouped(*range.min, true) + " to " + to_grouped(*range.max, true);
        } else if (range.max) {
            text = "up to " + to_grouped(*range.max, true);
        }
        if (placed->compa_ratio) {
            text += (text.empty() ? "" : "; ") + to_decimal(*placed->compa_ratio, 3) + " of the middle";
        }
        if (placed->penetration) {
            text += ", " + to_percent(*placed->penetration, 1) + " of the way up";
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
            facts.push_back({"In [market]", Cell(about(position.annualized) + " annualized: " +
                                                 (place.percentile   ? "percentile " + to_decimal(*place.percentile, 1)
                                                  : place.below != 0 ? "below p" + std::to_string(place.below)
                                                                     : "above p" + std::to_string(place.above)))});
            if (!offer_.market->source.empty()) {
                facts.push_back({"[market] from", Cell(dated(offer_.market->source, offer_.market->as_of), Tone::dim)});
            }
        }
        for (const auto& pay : found_.terms.published) {
            facts.push_back({capitalised(pay.what), Cell(published(pay))});
        }
        if (position.files > 1) {
            facts.push_back({"Among your files", Cell("number " + std::to_string(position.rank) + " of " +
                                                      std::to_string(position.files) + " by this figure")});
        }
        page_.heading("Where the offer stands").facts(std::move(facts));
    }

    [[nodiscard]] static std::string dated(const std::string& source, const std::optional<calendar::Date>& as_of) {
        return source + (as_of ? ", " + to_string(*as_of) : "");
    }

    [[nodiscard]] static std::string published(const choice::negotiation::PublishedPay& pay) {
        std::string text;
        if (pay.total) {
            text = about(*pay.total) + " a year in all";
        }
        if (pay.base) {
            text += (text.empty() ? "" : ", ") + ("base " + about(*pay.base));
        }
        if (pay.base_range.min && pay.base_range.max) {
            text += (text.empty() ? "" : ", ") +
                    ("base " + to_grouped(*pay.base_range.min, true) + " to " + to_grouped(*pay.base_range.max, true));
        }
        return text + " (" + to_string(pay.as_of) + ")";
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
                page_.text("Leaving " + names_[way.offer] + " loses " + about(*way.make_whole) +
                           " within a year, in vests, bonus and what is owed back: a sum a new employer can be asked "
                           "to make up for. It is not in these figures" +
                           (way.clawback.is_zero()
                                ? "."
                                : ", but for " + about(way.clawback) + " to be paid back, which staying saves."));
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
            page_.text(names_[process.offer] + ": you put it at " + to_percent(process.chance) +
                       (process.expected ? ", to be known by " + to_string(*process.expected) : "") +
                       (process.in_time ? ", which is in time" : "") + ".");
        }
    }

    void worth_asking() {
        if (const auto text = worth_asking_words(found_); !text.empty()) {
            page_.heading("Is it worth asking?").text(capitalised(text) + ".");
            page_.note("Measured: " + found_.practice.rescind_source + ". " + to_percent(found_.practice.success) +
                       ": " + found_.practice.success_source + ".");
        }
    }

    void before_you_sign() {
        std::vector<std::string> flags;
        for (const auto& flag : found_.red_flags) {
            flags.push_back(capitalised(flag.message) + ". " + flag.ask);
        }
        if (!flags.empty()) {
            page_.heading("Clear up before you sign").list(std::move(flags));
        }
        std::vector<std::string> missing;
        for (const auto& warning : negotiation_warnings(found_)) {
            const bool is_flag = std::any_of(found_.red_flags.begin(), found_.red_flags.end(),
                                             [&](const auto& flag) { return flag.code == warning.code; });
            if (!is_flag && !is_about_numbers(warning.code)) {
                missing.push_back(capitalised(warning.message) + ". " + warning.help);
            }
        }
        if (!missing.empty()) {
            page_.heading("What would make this better").list(std::move(missing));
        }
    }

    void close(bool explain) {
        std::vector<std::string> rules;
        rules.push_back("Before an offer the range to say is " + to_percent(found_.practice.ask_low, 0) + " to " +
                        to_percent(found_.practice.ask_high, 0) + " of the target, in round numbers");
        rules.push_back("They give " + to_percent(found_.practice.settlement, 0) +
                        " of what the ask is above the offer: " + found_.practice.settlement_source);
        for (const auto& claim : found_.practice.claims) {
            rules.push_back(claim.text + " (" + claim.source + ", " + to_string(claim.as_of) + ")");
        }
        page_.heading("Rules of thumb").list(std::move(rules));
        page_.note(
            "From: " + found_.practice.header.source + " (" + to_string(found_.practice.header.as_of) +
            "). They are claims of practitioners; `offerkit profiles negotiation practice` shows them, and yours "
            "take precedence over them.");
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
