#include <offerkit/report/words/exits.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include <offerkit/diagnostic/text.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using choice::CompanyTie;
using choice::Comparison;
using model::Exit;
using model::ExitKind;
using quantity::Exact;
using quantity::Money;
using value::ExitScenario;
using value::ValuedOffer;

constexpr std::int64_t million = 1'000'000;

const choice::BreakEven* tie_of(const Comparison& comparison, std::size_t offer) {
    const auto found = std::find_if(comparison.break_even.begin(), comparison.break_even.end(),
                                    [&](const auto& tie) { return tie.offer == offer && tie.company.has_value(); });
    return found == comparison.break_even.end() ? nullptr : &*found;
}

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
        page.heading("If it comes to an exit: " + names_[index_] + holding() + ", in " +
                     std::string(offer_.currency.code()));
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
        return ", " + text_of(only->quantity) + (model::is_option(only->instrument) ? " options" : " shares") +
               (only->strike ? ", strike " + to_grouped(*only->strike) : "");
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
        return fmt::format("Nothing in {}; in the middle {}; on average {} (today {}).",
                           of_100(exits_.chance_of_nothing), to_grouped(exits_.median, true),
                           to_grouped(exits_.mean, true), to_grouped(exits_.mean_present_value, true));
    }

    [[nodiscard]] std::string prices() const {
        std::string text;
        if (holds_options(offer_)) {
            text = fmt::format("To exercise all: {}, lost in {}. ", to_grouped(exits_.exercise_cost, true),
                               of_100(exits_.chance_of_loss));
        }
        text += fmt::format("Your scenarios make a share worth {} on average",
                            share_price_text(exits_.mean_share_price, stock_.currency));
        return text + (stock_.price_is_known ? "; its fair value is " + to_grouped(stock_.price.value) + "." : ".");
    }

    [[nodiscard]] std::string wins() const {
        if (uncertainty_ == nullptr) {
            return {};
        }
        std::vector<std::string> over;
        for (const auto& win : uncertainty_->exit_wins) {
            if (win.offer == index_) {
                over.push_back(fmt::format("than {} in {}{}", names_[win.over], of_100(win.chance),
                                           over.empty() ? " futures" : ""));
            }
        }
        return over.empty() ? std::string{} : names_[index_] + " pays more " + joined(over) + ".";
    }

    [[nodiscard]] std::string tie() const {
        const auto* tie = tie_of(comparison_, index_);
        if (tie == nullptr) {
            return {};
        }
        const std::string& other = names_[tie->against];
        if (tie->company->value.is_zero()) {
            return fmt::format("It pays as much as {} even if its shares are worth nothing.", other);
        }
        const auto& last = tie->company->last_round;
        return fmt::format("It would tie with {}'s mean if sold for {}{}{}; {} of your scenarios reach that.", other,
                           company_value_text(tie->company->value), rounds_before(stock_),
                           last ? " (its last round: " + company_value_text(*last) + ")" : "",
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
                fmt::format("These scenarios are a prior of investors, not of employees (`{}`: {}); write "
                            "your own as [[exit]].",
                            stock_.exit_prior->profile, stock_.exit_prior->source));
        }
        if (const std::string first = investors(); !first.empty()) {
            lines.push_back("Investors get first: " + first + ".");
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
        lines.emplace_back("You are taken to be there on the day, or to have exercised. Tax is left out.");
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
                    fmt::format("{} of `{}` wait for an event that these scenarios bring: they stand in "
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
            std::string line = fmt::format(
                "{} {} after {}: stay", capitalised(scenario.name) + " comes",
                months < 1 ? std::string{"less than a month"} : counted(static_cast<std::size_t>(months), "month"),
                after);
            if (holds_options(offer_)) {
                const std::string window = exercise_window(offer_);
                line += window.empty() ? ", or exercise after leaving; no grant says how long you may"
                                       : ", or exercise within " + window + " of leaving";
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
                lines.push_back(fmt::format("{} buys {} of what has vested; the rest counts nothing there.",
                                            capitalised(exit.name), to_percent(exit.sellable, 1)));
            }
            const auto& price = std::get<quantity::Price>(exit.value);
            if (stock_.price_is_known && price != stock_.price.value && !other) {
                other = Exact{};
                lines.push_back(
                    fmt::format("{} pays {} and the fair value is {}: a buyer names a price for some shares "
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

std::string company_value_text(Money value) {
    const Exact major{value};
    if (major < Exact{million}) {
        return to_grouped(value, true);
    }
    const bool billions = major >= Exact{1'000 * million};
    const Exact unit{billions ? 1'000 * million : million};
    const Exact count = major / unit;
    // Three digits, of which one or two of billions may be behind the point.
    const int decimals = count >= Exact{100} ? 0 : billions && count < Exact{10} ? 2 : 1;
    const Exact step = decimals == 0 ? Exact{1} : Exact::ratio(1, decimals == 1 ? 10 : 100);
    const auto rounded = to_fraction(quantity::round_to(count, step, quantity::RoundingWay::nearest));
    if (!rounded) {
        return to_grouped(value, true);
    }
    return (rounded->is_whole() ? diagnostic::grouped(rounded->numerator()) : to_decimal(*rounded, decimals)) +
           (billions ? " billion" : " million");
}

std::string rounds_before(const model::Stock& stock) {
    if (stock.rounds == 0 || stock.dilution.is_zero()) {
        return {};
    }
    return stock.rounds == 1 ? std::string{" after one more round"}
                             : fmt::format(" after {} more rounds", stock.rounds);
}

std::string of_100(const quantity::Rate& chance) {
    const Exact percent = Exact{chance} * Exact{100};
    const Exact whole = quantity::round_to(percent, Exact{1}, quantity::RoundingWay::nearest);
    if (!chance.is_zero() && whole.is_zero()) {
        return "less than 1 of 100";
    }
    if (chance != quantity::Rate{1} && whole == Exact{100}) {
        return "more than 99 of 100";
    }
    const auto count = to_fraction(whole);
    return (count ? quantity::to_decimal(*count, 0) : std::string{"?"}) + " of 100";
}

std::string of_100(double chance) {
    constexpr double same = 1e-12;
    const long long percent = std::llround(chance * 100);
    if (percent <= 0 && chance > same) {
        return "less than 1 of 100";
    }
    if (percent >= 100 && chance < 1 - same) {
        return "more than 99 of 100";
    }
    return std::to_string(percent) + " of 100";
}

std::string share_price_text(const Exact& price, quantity::Currency currency) {
    const auto money = to_money(price, currency);
    if (!money) {
        return "too large";
    }
    const auto places =
        static_cast<std::size_t>(currency.minor_per_major() > 1 ? to_grouped(Money{1, currency}).size() - 2 : 0);
    std::string text = to_grouped(*money);
    if (places > 0 && text.find('.') == std::string::npos) {
        text += "." + std::string(places, '0');
    }
    return text;
}

Document price_document(const Exact& price, quantity::Currency currency) {
    const Exact steps =
        quantity::round_to(price * Exact{quantity::Price::steps_per_major}, Exact{1}, quantity::RoundingWay::nearest);
    return steps.overflowed() ? Document::null() : document_of(quantity::Price{steps.top() / steps.bottom(), currency});
}

std::string exits_in_brief(const ValuedOffer& offer) {
    const auto& exits = *offer.exits;
    return fmt::format("nothing in {}, middle {}, mean {}{}", of_100(exits.chance_of_nothing),
                       to_grouped(exits.median, true), to_grouped(exits.mean, true),
                       offer.stock()->exit_prior ? " (a prior of investors)" : "");
}

std::string exits_line(const Comparison& comparison, const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < comparison.offers.size(); ++i) {
        const auto& exits = comparison.offers[i].exits;
        if (!exits) {
            continue;
        }
        std::string one = fmt::format("{} nothing in {}, {} in the middle, {} on average",
                                      comparison.offers.size() > 1 ? names[i] + "'s shares bring" : "the shares bring",
                                      of_100(exits->chance_of_nothing), to_grouped(exits->median, true),
                                      to_grouped(exits->mean, true));
        const auto* tie = tie_of(comparison, i);
        if (tie != nullptr && !tie->company->value.is_zero()) {
            one += fmt::format("; it breaks even with {} if sold for {}", names[tie->against],
                               company_value_text(tie->company->value));
        }
        text += (text.empty() ? "If it comes to an exit, " : ". ") + one;
    }
    return text.empty() ? text : text + " (in no total).";
}

void add_exits(Page& page, const Comparison& comparison, const std::vector<std::string>& names,
               const choice::Uncertainty* uncertainty) {
    for (std::size_t i = 0; i < comparison.offers.size(); ++i) {
        if (comparison.offers[i].exits) {
            Outlook{comparison, i, names, uncertainty}.write(page);
        }
    }
}

Document exits_document(const Comparison& comparison, std::size_t index, const choice::Uncertainty& uncertainty) {
    const auto& offer = comparison.offers[index];
    if (!offer.exits) {
        return Document::null();
    }
    const auto& exits = *offer.exits;
    const auto currency = offer.stock()->currency;
    Document scenarios = Document::array();
    for (const auto& scenario : exits.scenarios) {
        scenarios.push(Document::object(
            {{"name", scenario.name},
             {"chance", document_of(scenario.chance)},
             {"on", document_of(scenario.exit->on)},
             {"how", word(scenario.exit->how)},
             {"event", scenario.exit->event.empty() ? Document::null() : Document(scenario.exit->event)},
             {"value", scenario.value ? document_of(*scenario.value) : Document::null()},
             {"share_price", price_document(scenario.share_price, currency)},
             {"vested", document_of(scenario.vested)},
             {"worth", document_of(scenario.worth)},
             {"present_value", document_of(scenario.present_value)},
             {"after_horizon", scenario.after_window}}));
    }
    Document first = Document::array();
    for (const auto& series : offer.stock()->series) {
        const auto amount = to_money(series.preference, currency);
        const auto cap = to_money(series.cap, currency);
        const bool capped = series.participation == model::Participation::capped;
        first.push(Document::object({{"name", series.name.empty() ? Document::null() : Document(series.name)},
                                     {"shares", series.shares},
                                     {"preference", amount ? document_of(*amount) : Document::null()},
                                     {"participation", word(series.participation)},
                                     {"cap", capped && cap ? document_of(*cap) : Document::null()},
                                     {"rank", series.rank}}));
    }
    Document wins = Document::array();
    for (const auto& win : uncertainty.exit_wins) {
        if (win.offer == index) {
            wins.push(Document::object({{"over", comparison.offers[win.over].offer->company},
                                        {"over_file", comparison.offers[win.over].offer->file},
                                        {"chance", win.chance}}));
        }
    }
    Document tie = Document::null();
    if (const auto* found = tie_of(comparison, index)) {
        tie = Document::object({{"value", document_of(found->company->value)},
                                {"against", comparison.offers[found->against].offer->company},
                                {"chance", document_of(found->company->chance)}});
    }
    return Document::object(
        {{"scenarios", std::move(scenarios)},
         {"stock_currency", currency.code()},
         {"preferences", std::move(first)},
         {"prior", offer.stock()->exit_prior ? Document(offer.stock()->exit_prior->profile) : Document::null()},
         {"mean", document_of(exits.mean)},
         {"median", document_of(exits.median)},
         {"mean_present_value", document_of(exits.mean_present_value)},
         {"chance_of_nothing", document_of(exits.chance_of_nothing)},
         {"mean_share_price", price_document(exits.mean_share_price, currency)},
         {"exercise_cost", document_of(exits.exercise_cost)},
         {"chance_of_loss", document_of(exits.chance_of_loss)},
         {"pays_more", std::move(wins)},
         {"break_even", std::move(tie)}});
}

}  // namespace offerkit::report
