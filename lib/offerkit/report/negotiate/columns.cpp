#include <offerkit/report/negotiate/columns.hpp>

#include <variant>

#include <offerkit/report/negotiate/negotiate.hpp>
#include <offerkit/report/negotiate/words.hpp>

namespace offerkit::report {
namespace {

using choice::Negotiation;
using choice::negotiation::Amount;
using choice::negotiation::Goal;
using choice::negotiation::LeverAnswer;
using choice::negotiation::Obstacle;
using quantity::Money;

Cell verdict_cell(const LeverAnswer& answer) {
    switch (answer.obstacle) {
        case Obstacle::nothing: {
            const bool moves =
                answer.flexibility == model::Flexibility::high || answer.flexibility == model::Flexibility::low;
            return moves ? Cell{"does it", Tone::good} : Cell{"would do it"};
        }
        case Obstacle::over_cap: return {"over the most", Tone::bad};
        case Obstacle::no_effect: return {"cannot", Tone::bad};
    }
    return {};
}

/// All arguments of `--set` of an answer with blanks between; empty where there is nothing to change.
Datum settings(const LeverAnswer& answer, const Negotiation& found) {
    std::string text;
    for (const auto& setting : answer.settings) {
        text += (text.empty() ? "" : " ") + placed(setting, found);
    }
    return text.empty() ? Datum() : Datum(text);
}

}  // namespace

Datum amount_datum(const std::optional<Amount>& amount) {
    return amount ? std::visit([](const auto& each) { return Datum(each); }, *amount) : Datum();
}

std::string unit_of(const std::optional<Amount>& amount) {
    if (!amount) {
        return {};
    }
    if (const auto* money = std::get_if<Money>(&*amount)) {
        return std::string(money->currency().code());
    }
    return std::holds_alternative<quantity::Shares>(*amount) ? "shares" : "share_of_base";
}

std::string placed(const std::string& setting, const Negotiation& found) {
    return found.comparison.offers.size() > 1 ? found.offer->file + ":" + setting : setting;
}

Columns<LeverAnswer> lever_columns(const Negotiation& found) {
    using Lever = const LeverAnswer&;
    const model::Offer& offer = *found.offer;
    Columns<LeverAnswer> columns;
    columns.data("company", [&offer](Lever) { return offer.company; })
        .data("metric", [&found](Lever) { return word(found.terms.metric); })
        .data("currency", [&found](Lever) { return found.comparison.currency.code(); })
        .data("offer", [&found](Lever) { return found.current; })
        .data("goal", [](Lever answer) { return to_string(answer.goal); })
        .data("goal_amount",
              [&found](Lever answer) { return answer.goal == Goal::batna ? *found.reservation : found.target.amount; })
        .add({.key = "lever",
              .title = "Part",
              .priority = Priority::key,
              .value = [](Lever answer) { return word(answer.lever); },
              .shown = [](Lever answer) { return Cell(lever_words(answer.lever)); }})
        .add({.key = "needed",
              .title = "Ask for",
              .align = Align::right,
              .value = [](Lever answer) { return amount_datum(answer.needed); },
              .shown =
                  [&offer](Lever answer) {
                      return answer.needed
                                 ? Cell(change_words(*answer.needed, offer.currency, unit_words(answer.lever, offer)))
                                 : Cell::not_applicable();
                  }})
        .add({.key = "level",
              .title = "making it",
              .align = Align::right,
              .value = [](Lever answer) { return amount_datum(answer.level); },
              .shown =
                  [&offer](Lever answer) {
                      return answer.level ? Cell(level_words(*answer.level, offer.currency)) : Cell::not_applicable();
                  }})
        .data("unit", [](Lever answer) { return answer.level ? Datum(unit_of(answer.level)) : Datum(); })
        .data("resulting", [](Lever answer) { return answer.resulting; })
        .add({.key = "cap",
              .title = "at most",
              .align = Align::right,
              .value = [](Lever answer) { return amount_datum(answer.cap); },
              .shown =
                  [&offer](Lever answer) {
                      return answer.cap ? Cell(level_words(*answer.cap, offer.currency)) : Cell("not known", Tone::dim);
                  }})
        .data("reachable", [](Lever answer) { return answer.reachable ? "true" : "false"; })
        .add({.key = "flexibility",
              .title = "Moves",
              .value = [](Lever answer) { return word(answer.flexibility); },
              .shown = [](Lever answer) { return Cell(flexibility_words(answer.flexibility)); }})
        .add({.title = "Alone", .shown = verdict_cell})
        .data("set", [&found](Lever answer) { return settings(answer, found); });
    return columns;
}

Sheet negotiate_sheet(const Negotiation& found) { return lever_columns(found).sheet(found.levers); }

}  // namespace offerkit::report
