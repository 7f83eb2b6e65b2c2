#include <offerkit/report/words/exits.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using choice::Comparison;
using quantity::Exact;
using quantity::Money;

constexpr std::int64_t million = 1'000'000;

Document scenario_documents(const value::Exits& exits, quantity::Currency currency) {
    return array_of(exits.scenarios, [&](const auto& scenario) {
        return Document::object(
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
             {"after_horizon", scenario.after_window}});
    });
}

/// What is paid before common shares.
Document preference_documents(const model::Stock& stock) {
    return array_of(stock.series, [&](const auto& series) {
        const auto amount = to_money(series.preference, stock.currency);
        const auto cap = to_money(series.cap, stock.currency);
        const bool capped = series.participation == model::Participation::capped;
        return Document::object({{"name", series.name.empty() ? Document::null() : Document(series.name)},
                                 {"shares", series.shares},
                                 {"preference", amount ? document_of(*amount) : Document::null()},
                                 {"participation", word(series.participation)},
                                 {"cap", capped && cap ? document_of(*cap) : Document::null()},
                                 {"rank", series.rank}});
    });
}

Document win_documents(const Comparison& comparison, std::size_t index, const choice::Uncertainty& uncertainty) {
    Document wins = Document::array();
    for (const auto& win : uncertainty.exit_wins) {
        if (win.offer == index) {
            wins.push(Document::object({{"over", comparison.offers[win.over].offer->company},
                                        {"over_file", comparison.offers[win.over].offer->file},
                                        {"chance", win.chance}}));
        }
    }
    return wins;
}

Document tie_document(const Comparison& comparison, std::size_t index) {
    const auto* found = exit_tie(comparison, index);
    return found == nullptr ? Document::null()
                            : Document::object({{"value", document_of(found->company->value)},
                                                {"against", comparison.offers[found->against].offer->company},
                                                {"chance", document_of(found->company->chance)}});
}

}  // namespace

const choice::BreakEven* exit_tie(const Comparison& comparison, std::size_t offer) {
    const auto found = std::find_if(comparison.break_even.begin(), comparison.break_even.end(),
                                    [&](const auto& tie) { return tie.offer == offer && tie.company.has_value(); });
    return found == comparison.break_even.end() ? nullptr : &*found;
}

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
                             : diagnostic::formatted(" after {} more rounds", std::to_string(stock.rounds));
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

std::string exits_in_brief(const value::ValuedOffer& offer) {
    const auto& exits = *offer.exits;
    return diagnostic::formatted("nothing in {}, middle {}, mean {}{}", of_100(exits.chance_of_nothing),
                                 whole(exits.median), whole(exits.mean),
                                 offer.stock()->exit_prior ? " (a prior of investors)" : "");
}

std::string exit_wins_text(std::size_t offer, std::span<const std::string> names,
                           const choice::Uncertainty& uncertainty) {
    std::vector<std::string> over;
    for (const auto& win : uncertainty.exit_wins) {
        if (win.offer == offer) {
            over.push_back(diagnostic::formatted("than {} in {}{}", names[win.over], of_100(win.chance),
                                                 over.empty() ? " futures" : ""));
        }
    }
    return over.empty() ? std::string{} : diagnostic::formatted("{} pays more {}", names[offer], joined(over));
}

std::string exits_line(const Comparison& comparison, const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < comparison.offers.size(); ++i) {
        const auto& exits = comparison.offers[i].exits;
        if (!exits) {
            continue;
        }
        std::string one = diagnostic::formatted(
            "{} nothing in {}, {} in the middle, {} on average",
            comparison.offers.size() > 1 ? names[i] + "'s shares bring" : "the shares bring",
            of_100(exits->chance_of_nothing), to_grouped(exits->median, true), to_grouped(exits->mean, true));
        const auto* tie = exit_tie(comparison, i);
        if (tie != nullptr && !tie->company->value.is_zero()) {
            one += diagnostic::formatted("; it breaks even with {} if sold for {}", names[tie->against],
                                         company_value_text(tie->company->value));
        }
        text += (text.empty() ? "If it comes to an exit, " : ". ") + one;
    }
    return text.empty() ? text : text + " (in no total).";
}

Document exits_document(const Comparison& comparison, std::size_t index, const choice::Uncertainty& uncertainty) {
    const auto& offer = comparison.offers[index];
    if (!offer.exits) {
        return Document::null();
    }
    const auto& exits = *offer.exits;
    const auto currency = offer.stock()->currency;
    return Document::object(
        {{"scenarios", scenario_documents(exits, currency)},
         {"stock_currency", currency.code()},
         {"preferences", preference_documents(*offer.stock())},
         {"prior", offer.stock()->exit_prior ? Document(offer.stock()->exit_prior->profile) : Document::null()},
         {"mean", document_of(exits.mean)},
         {"median", document_of(exits.median)},
         {"mean_present_value", document_of(exits.mean_present_value)},
         {"chance_of_nothing", document_of(exits.chance_of_nothing)},
         {"mean_share_price", price_document(exits.mean_share_price, currency)},
         {"exercise_cost", document_of(exits.exercise_cost)},
         {"chance_of_loss", document_of(exits.chance_of_loss)},
         {"pays_more", win_documents(comparison, index, uncertainty)},
         {"break_even", tie_document(comparison, index)}});
}

}  // namespace offerkit::report
