#include <offerkit/report/words/equity_worth.hpp>

#include <utility>
#include <vector>

#include <fmt/format.h>

#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/uncertainty.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {

void add_option_worths(Page& page, std::span<const risk::OptionWorth> worths) {
    if (worths.empty()) {
        return;
    }
    Table table;
    table.columns = {{"Options", Align::left, Priority::key},
                     {"exercised today", Align::right},
                     {"to a market", Align::right},
                     {"at a price of zero", Align::right}};
    bool assumed = false;
    for (const auto& worth : worths) {
        table.row({worth.grant, to_grouped(worth.exercised, true), band_amount(worth.to_the_market), "0"});
        assumed = assumed || worth.life_assumed;
    }
    page.heading("What the options are worth, in " + std::string{worths.front().exercised.currency().code()})
        .add(table)
        .text(fmt::format(
            "In no total. \"To a market\" is what a company's books would say, not what somebody would pay you: it "
            "takes the options as exercised at {} times the strike or on leaving{}",
            Document::number(worths.front().exercise_multiple).text(),
            assumed ? ", and as living ten years where their papers name no end." : "."));
}

Document option_worths_document(std::span<const risk::OptionWorth> worths) {
    Document all = Document::array();
    for (const auto& worth : worths) {
        all.push(Document::object({{"grant", worth.grant},
                                   {"currency", worth.exercised.currency().code()},
                                   {"exercised", document_of(worth.exercised)},
                                   {"to_the_market", document_of(worth.to_the_market)},
                                   {"exercise_multiple", worth.exercise_multiple}}));
    }
    return all;
}

std::string market_discount_text(const std::optional<risk::MarketDiscount>& discount) {
    if (!discount) {
        return {};
    }
    return fmt::format(
        "A share that nobody can sell for {:.1f} years{} is worth {} less than one with a market (Finnerty 2012). This "
        "is in no figure.",
        discount->years, discount->years_assumed ? " (assumed)" : ", the mean day of the scenarios,",
        chance_text(discount->part));
}

Document market_discount_document(const std::optional<risk::MarketDiscount>& discount) {
    return discount
               ? Document::object(
                     {{"part", discount->part}, {"years", discount->years}, {"years_assumed", discount->years_assumed}})
               : Document::null();
}

std::string lookback_text(const std::optional<risk::LookbackWorth>& worth) {
    if (!worth) {
        return {};
    }
    return fmt::format(
        "The lookback of the stock purchase plan adds about {} every {}, if the price moves by {} a year{}. It is in "
        "no "
        "total.",
        band_amount(worth->adds), to_string(worth->period), to_percent(worth->volatility),
        worth->volatility_assumed ? " (assumed)" : "");
}

Document lookback_document(const std::optional<risk::LookbackWorth>& worth) {
    return worth ? Document::object({{"lookback_adds", document_of(worth->adds)},
                                     {"period", to_string(worth->period)},
                                     {"volatility", document_of(worth->volatility)},
                                     {"volatility_assumed", worth->volatility_assumed}})
                 : Document::null();
}

std::string worth_to_you_text(const choice::Uncertainty& uncertainty, std::span<const std::string> names) {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < uncertainty.worth_to_you.size(); ++i) {
        if (const auto& worth = uncertainty.worth_to_you[i]) {
            all.push_back(
                fmt::format("{} {} (on average {})", names[i], band_amount(worth->amount), band_amount(worth->mean)));
        }
    }
    if (all.empty()) {
        return {};
    }
    return fmt::format(
        "Worth to you for certain, if you own {} apart from the job and your risk aversion is {}: {}. This is of "
        "present value.",
        to_grouped(*uncertainty.wealth, true), quantity::to_decimal(uncertainty.risk_aversion), joined(all));
}

Document worth_to_you_document(const choice::Uncertainty& uncertainty, std::size_t offer) {
    if (offer >= uncertainty.worth_to_you.size() || !uncertainty.worth_to_you[offer]) {
        return Document::null();
    }
    const auto& worth = *uncertainty.worth_to_you[offer];
    return Document::object({{"figure", word(model::Definition::present_value)},
                             {"mean", document_of(worth.mean)},
                             {"amount", document_of(worth.amount)}});
}

}  // namespace offerkit::report
