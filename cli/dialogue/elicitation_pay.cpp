#include <cli/dialogue/elicitation_steps.hpp>

#include <algorithm>

#include <cli/dialogue/answers.hpp>
#include <offerkit/choice/decision/coin.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>

namespace offerkit::cli::elicitation {
namespace {

using model::Goal;
using model::Priorities;
using model::Stated;
using quantity::Money;

/// The same digits in another currency; its decimals are dropped where that one has fewer.
Money in_currency(Money amount, quantity::Currency currency) {
    const std::string digits = to_plain(amount);
    const auto exact = quantity::parse_money(digits, currency);
    return exact ? *exact : quantity::parse_money(digits.substr(0, digits.find('.')), currency).value_or(amount);
}

bool set_pay_scale(Dialogue& dialogue, Priorities& priorities) {
    const quantity::Currency currency = priorities.currency->value;
    const std::string code{currency.code()};
    const auto& known = priorities.money;
    const auto worst = dialogue.ask<Money>(
        "The lowest yearly pay you would consider, in " + code,
        known ? std::optional{diagnostic::grouped(to_plain(known->worst))} : std::nullopt,
        [&](const std::string& answer) { return answers::amount(answer, currency); },
        "Yearly pay at which the scale begins: less than that counts as no better. It is not your"
        " minimum in a negotiation; take a figure a little below the worst offer that you expect."
        " All pay counts, bonus and shares too.");
    if (!worst) {
        return false;
    }
    const bool usable = known && known->best > *worst;
    const auto best = dialogue.ask<Money>(
        "The highest you can hope for, in " + code,
        usable ? std::optional{diagnostic::grouped(to_plain(known->best))} : std::nullopt,
        [&](const std::string& answer) -> Understood<Money> {
            auto amount = answers::amount(answer, currency);
            if (amount && *amount <= *worst) {
                return misunderstood("the highest pay is above the lowest",
                                     "answer with more than " + diagnostic::grouped(to_plain(*worst)));
            }
            return amount;
        },
        "Yearly pay at which the scale ends: more than that counts as no better. Take a figure a little above the best"
        " offer that you expect.");
    if (!best) {
        return false;
    }
    if (priorities.money) {
        priorities.money->worst = *worst;
        priorities.money->best = *best;
    } else {
        priorities.money = model::MoneyFactor{.worst = *worst, .best = *best, .goal = Goal::money_now};
    }
    return true;
}

/// To whole thousands, below ten of them to whole units, and at least one: what somebody would say.
Money rounded_as_said(Money amount) {
    const std::int64_t unit = amount.currency().minor_per_major();
    const std::int64_t step = amount.minor() < 10'000 * unit ? unit : 1'000 * unit;
    return {std::max<std::int64_t>(1, (amount.minor() + step / 2) / step) * step, amount.currency()};
}

}  // namespace

bool choose_currency(Dialogue& dialogue, Priorities& priorities) {
    const auto known = priorities.currency ? priorities.currency->value : *quantity::Currency::of("USD");
    const auto currency =
        dialogue.ask<quantity::Currency>("Currency of your pay", std::string{known.code()}, answers::currency);
    if (!currency) {
        return false;
    }
    priorities.currency = Stated<quantity::Currency>{*currency};
    if (priorities.money) {
        priorities.money->worst = in_currency(priorities.money->worst, *currency);
        priorities.money->best = in_currency(priorities.money->best, *currency);
    }
    if (priorities.risk_tolerance) {
        priorities.risk_tolerance->value = in_currency(priorities.risk_tolerance->value, *currency);
    }
    if (priorities.wealth) {
        priorities.wealth->value = in_currency(priorities.wealth->value, *currency);
    }
    if (auto& household = priorities.household) {
        for (auto* amount : {&household->spouse_pay, &household->deferral, &household->pretax_benefits,
                             &household->other_income, &household->spending}) {
            if (*amount) {
                (*amount)->value = in_currency((*amount)->value, *currency);
            }
        }
        for (auto* amounts : {&household->spending_in, &household->rent}) {
            for (model::MoneyAt& one : *amounts) {
                one.amount = in_currency(one.amount, *currency);
            }
        }
    }
    return true;
}

bool set_pay(Dialogue& dialogue, Priorities& priorities, bool counted) {
    const bool otherwise = std::any_of(priorities.factors.begin(), priorities.factors.end(),
                                       [](const model::Factor& factor) { return factor.monetary; });
    if (otherwise) {
        // A factor of the person's own is money already, and money is counted once.
        return true;
    }
    dialogue.gap();
    const auto counts = dialogue.confirm("Does yearly pay count beside all that?", counted);
    if (!counts) {
        return false;
    }
    if (!*counts) {
        priorities.money.reset();
        return true;
    }
    return choose_currency(dialogue, priorities) && set_pay_scale(dialogue, priorities);
}

bool set_risk(Dialogue& dialogue, Priorities& priorities) {
    using choice::decision::Coin;
    if (!priorities.money) {
        return true;
    }
    dialogue.gap();
    const Money worst = priorities.money->worst;
    const Money best = priorities.money->best;
    const Money middle = rounded_as_said({worst.minor() / 2 + best.minor() / 2, worst.currency()});
    const Coin coin = Coin::over(middle);
    const auto words = [](Money amount) { return to_grouped(amount, true); };
    dialogue.say(diagnostic::formatted(
        "Shares make pay a matter of luck. A coin: your pay of {} becomes half as much again, {}, or a third less, {}.",
        words(middle), words(coin.heads), words(coin.tails)));
    const auto& known = priorities.risk_tolerance;
    const std::string no = "no";
    const std::string likely = known ? words(rounded_as_said(certain_pay(coin, known->value))) : no;
    const auto tolerance = dialogue.ask<std::optional<Money>>(
        "Which certain pay would be just as good to you? (no: risk does not count)", likely,
        [&](const std::string& answer) -> Understood<std::optional<Money>> {
            if (known && answer == likely) {
                return std::optional{known->value};  // to the last digit
            }
            if (answer == no) {
                return std::optional<Money>{};
            }
            auto certain = answers::amount(answer, worst.currency());
            if (!certain) {
                return tl::unexpected(certain.error());
            }
            auto found = risk_tolerance_of(coin, *certain);
            if (!found) {
                return misunderstood(
                    diagnostic::formatted(
                        "the coin brings {} or {}: what is as good is above the one and below their middle",
                        words(coin.tails), words(coin.heads)),
                    diagnostic::formatted("answer with such as {}, or with no", words(middle)));
            }
            return std::optional{*found};
        },
        "The lower the certain pay that you would take for the coin, the less risk you want. Who answers `no` ranks"
        " offers by the pay to expect alone.");
    if (!tolerance) {
        return false;
    }
    priorities.risk_tolerance = *tolerance ? std::optional{Stated<Money>{**tolerance}} : std::optional<Stated<Money>>{};
    if (*tolerance) {
        dialogue.say(diagnostic::formatted("That is a risk tolerance of {}.", words(**tolerance)));
    }
    return true;
}

}  // namespace offerkit::cli::elicitation
