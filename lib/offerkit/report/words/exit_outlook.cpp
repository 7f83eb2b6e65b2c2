// The scenarios of one private company on a page.

#include <algorithm>
#include <optional>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/exits.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using choice::Comparison;
using model::Exit;
using model::ExitKind;
using quantity::Exact;
using value::ExitScenario;
using value::ValuedOffer;

/// The day an exit lies behind, in whole months, and what that day is: the end of the window, or of employment.
struct Late {
    int months = 0;
    std::string_view after{};
};

Late late_by(const ValuedOffer& offer, const ExitScenario& scenario) {
    const auto employed = offer.window.last_day_employed();
    const bool left = employed && *employed < offer.window.end();
    const auto from = left ? *employed : offer.window.end();
    return {scenario.exit->on.whole_months_since(from), left ? "the last day employed" : "the horizon"};
}

/// How long options can be bought after leaving of one's own will, as the grants say it; empty where none does.
std::string exercise_window(const ValuedOffer& offer) {
    for (const auto& grant : offer.grants) {
        if (grant.paper == nullptr || !model::is_option(grant.instrument)) {
            continue;
        }
        for (const auto& window : grant.paper->termination_windows) {
            if (window.reason == model::LeavingReason::any || window.reason == model::LeavingReason::voluntary) {
                return to_string(window.period);
            }
        }
    }
    return {};
}

bool holds_options(const ValuedOffer& offer) {
    return std::any_of(offer.grants.begin(), offer.grants.end(),
                       [](const auto& grant) { return model::is_option(grant.instrument); });
}

class Outlook {
public:
    Outlook(const Comparison& comparison, std::size_t index, const std::vector<std::string>& names,
            const choice::Uncertainty* uncertainty)
        : comparison_{comparison},
          offer_{comparison.offers[index]},
          stock_{*offer_.stock()},
          exits_{*offer_.exits},
          index_{index},
          names_{names},
          uncertainty_{uncertainty} {}

    void write(Page& page) const {
        page.heading(diagnostic::formatted("If it comes to an exit: {}{}, in {}", names_[index_], holding(),
                                           offer_.currency.code()));
        page.add(table());
        page.text(sums());
        for (const auto& line : {prices(), wins(), tie()}) {
            if (!line.empty()) {
                page.text(line);
            }
        }
        page.list(notes());
    }

private:
    /// ", 96,000 options, strike 1.35" of a single grant of stock; empty of several.
    [[nodiscard]] std::string holding() const {
        const timeline::ResolvedGrant* only = nullptr;
        for (const auto& grant : offer_.grants) {
            if (grant.instrument == model::Instrument::cash) {
                continue;
            }
            if (only != nullptr) {
                return {};
            }
            only = &grant;
        }
        if (only == nullptr) {
            return {};
        }
        return diagnostic::formatted(", {}{}{}", text_of(only->quantity),
                                     model::is_option(only->instrument) ? " options" : " shares",
                                     only->strike ? ", strike " + to_grouped(*only->strike) : "");
    }

    [[nodiscard]] Table table() const {
        Table table;
        table.columns = {{"", Align::left, Priority::key}, {"chance", Align::right}, {"sold for", Align::right}, {"on"},
                         {"a share", Align::right},        {"vested", Align::right}, {"worth", Align::right}};
        for (const auto& scenario : exits_.scenarios) {
            table.row({scenario.name, to_percent(scenario.chance, 1),
                       scenario.value ? Cell(to_grouped(*scenario.value, true)) : Cell("tender"),
                       to_string(scenario.exit->on), share_price_text(scenario.share_price, stock_.currency),
                       text_of(scenario.vested), to_grouped(scenario.worth, true)});
        }
        return table;
    }

    [[nodiscard]] std::string sums() const {
        return diagnostic::formatted("Nothing in {} futures; in the middle {}; on average {}, worth {} today.",
                                     of_100(exits_.chance_of_nothing), to_grouped(exits_.median, true),
                                     to_grouped(exits_.mean, true), to_grouped(exits_.mean_present_value, true));
    }

    [[nodiscard]] std::string prices() const {
        std::string text;
        if (holds_options(offer_)) {
            text = diagnostic::formatted("To exercise all: {}, lost in {}. ", to_grouped(exits_.exercise_cost, true),
                                         of_100(exits_.chance_of_loss));
        }
        text += diagnostic::formatted("Your scenarios make a share worth {} on average",
                                      share_price_text(exits_.mean_share_price, stock_.currency));
        return text + (stock_.price_is_known
                           ? diagnostic::formatted("; its fair value is {}.", to_grouped(stock_.price.value))
                           : ".");
    }

    [[nodiscard]] std::string wins() const {
        const std::string text =
            uncertainty_ == nullptr ? std::string{} : exit_wins_text(index_, names_, *uncertainty_);
        return text.empty() ? text : text + ".";
    }

    [[nodiscard]] std::string tie() const {
        const auto* tie = exit_tie(comparison_, index_);
        if (tie == nullptr) {
            return {};
        }
        const std::string& other = names_[tie->against];
        if (tie->company->value.is_zero()) {
            return diagnostic::formatted("It pays as much as {} even if its shares are worth nothing.", other);
        }
        const auto& last = tie->company->last_round;
        return diagnostic::formatted(
            "It would tie with {}'s mean if sold for {}{}{}; {} of your scenarios reach that.", other,
            company_value_text(tie->company->value), rounds_before(stock_),
            last ? diagnostic::formatted(" (its last round: {})", company_value_text(*last)) : "",
            of_100(tie->company->chance));
    }

    [[nodiscard]] std::vector<std::string> notes() const {
        std::vector<std::string> lines;
        if (stock_.series.empty() && stock_.fully_diluted) {
            lines.emplace_back(
                "How much do investors get first? No [[stock.series]] says it, so everybody shares alike "
                "here: ask.");
        }
        if (stock_.exit_prior) {
            lines.push_back(
                diagnostic::formatted("These scenarios are a prior of investors, not of employees (`{}`: {}); write "
                                      "your own as [[exit]].",
                                      stock_.exit_prior->profile, stock_.exit_prior->source));
        }
        if (const std::string first = investors(); !first.empty()) {
            lines.push_back(diagnostic::formatted("Investors get first: {}.", first));
        }
        add_gates(lines);
        add_late(lines);
        add_tender(lines);
        const auto has = [&](auto which) { return std::any_of(stock_.exits.begin(), stock_.exits.end(), which); };
        if (has([](const Exit& exit) { return std::holds_alternative<model::ValueRange>(exit.value); })) {
            lines.emplace_back(
                "A value with `low`, `likely` and `high` stands for three, with 30%, 40% and 30% of its "
                "scenario's chance.");
        }
        if (has([](const Exit& exit) {
                return exit.how == ExitKind::sale && exit.rounds > 0 && !exit.dilution.is_zero() &&
                       exit.raised.is_zero();
            })) {
            lines.emplace_back(
                "Rounds before a sale that say no `raised` have no preference here: their money would "
                "come before yours.");
        }
        lines.emplace_back("This assumes that you are still there on the day, or have exercised. Tax is left out.");
        return lines;
    }

    /// "Series B 24,000,000, then Series A 6,000,000": preferences in the order in which they are paid.
    [[nodiscard]] std::string investors() const {
        std::vector<const model::ShareSeries*> order;
        for (const auto& series : stock_.series) {
            order.push_back(&series);
        }
        std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return a->rank < b->rank; });
        std::string text;
        const model::ShareSeries* last = nullptr;
        for (const auto* series : order) {
            const auto amount = to_money(series->preference, stock_.currency);
            if (!amount) {
                continue;
            }
            text += last == nullptr ? "" : last->rank == series->rank ? " and " : ", then ";
            text += (series->name.empty() ? std::string{"a round"} : series->name) + " " + to_grouped(*amount, true);
            last = series;
        }
        return text;
    }

    void add_gates(std::vector<std::string>& lines) const {
        for (const auto& pending : offer_.pending) {
            if (pending.in_scenarios && !pending.impossible) {
                lines.push_back(
                    diagnostic::formatted("{} of `{}` wait for an event that these scenarios bring: they stand in "
                                          "place of its chance.",
                                          counted(pending.quantity), pending.grant));
            }
        }
    }

    /// What keeping the shares until a scenario after the horizon would take.
    void add_late(std::vector<std::string>& lines) const {
        for (const auto& scenario : exits_.scenarios) {
            if (!scenario.after_window || scenario.worth.is_zero()) {
                continue;
            }
            const auto [months, after] = late_by(offer_, scenario);
            std::string line = diagnostic::formatted(
                "{} {} after {}: stay", capitalised(scenario.name) + " comes",
                months < 1 ? std::string{"less than a month"} : counted(static_cast<std::size_t>(months), "month"),
                after);
            if (holds_options(offer_)) {
                const std::string window = exercise_window(offer_);
                line += window.empty() ? ", or exercise after leaving; no grant says how long you may"
                                       : diagnostic::formatted(", or exercise within {} of leaving", window);
            }
            lines.push_back(line + ".");
        }
    }

    void add_tender(std::vector<std::string>& lines) const {
        std::optional<Exact> other;
        bool any = false;
        for (const Exit& exit : stock_.exits) {
            if (exit.how != ExitKind::tender) {
                continue;
            }
            any = true;
            if (exit.sellable != quantity::Rate{1}) {
                lines.push_back(diagnostic::formatted("{} buys {} of what has vested; the rest counts nothing there.",
                                                      capitalised(exit.name), to_percent(exit.sellable, 1)));
            }
            const auto& price = std::get<quantity::Price>(exit.value);
            if (stock_.price_is_known && price != stock_.price.value && !other) {
                other = Exact{};
                lines.push_back(
                    diagnostic::formatted("{} pays {} and the fair value is {}: a buyer names a price for some shares "
                                          "on one day, and an appraisal (409A) values common shares that cannot be "
                                          "sold freely.",
                                          capitalised(exit.name), to_grouped(price), to_grouped(stock_.price.value)));
            }
        }
        if (any) {
            lines.emplace_back(
                "Ask about a tender: how much may one person sell, how long must shares have been held, "
                "and who may sell: those who have left, too?");
        }
    }

    const Comparison& comparison_;
    const ValuedOffer& offer_;
    const model::Stock& stock_;
    const value::Exits& exits_;
    std::size_t index_;
    const std::vector<std::string>& names_;
    const choice::Uncertainty* uncertainty_;
};

}  // namespace

void add_exits(Page& page, const Comparison& comparison, const std::vector<std::string>& names,
               const choice::Uncertainty* uncertainty) {
    for (std::size_t i = 0; i < comparison.offers.size(); ++i) {
        if (comparison.offers[i].exits) {
            Outlook{comparison, i, names, uncertainty}.write(page);
        }
    }
}

}  // namespace offerkit::report
