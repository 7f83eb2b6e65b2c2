#include <offerkit/value/exits.hpp>

#include <algorithm>
#include <utility>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/timeline/resolved_offer.hpp>
#include <offerkit/timeline/stock_price.hpp>
#include <offerkit/value/equity.hpp>
#include <offerkit/value/exchange.hpp>
#include <offerkit/value/figures.hpp>
#include <offerkit/value/owned_shares.hpp>
#include <offerkit/value/valued_offer.hpp>

namespace offerkit::value {

namespace {

namespace codes = diagnostic::codes;
using calendar::Date;
using model::Exit;
using model::ExitKind;
using quantity::Exact;
using quantity::int128;
using quantity::Rate;
using timeline::ResolvedGrant;

/// (1 - dilution)^rounds: exact while 128 bits hold it, then to 18 decimals.
Exact kept_after(std::int64_t rounds, const Rate& dilution) {
    const Exact each = Exact{1} - Exact{dilution};
    const auto to_18_decimals = [](const Exact& value) {
        return quantity::round_to(value, Exact::ratio(1, 1'000'000'000'000'000'000), quantity::RoundingWay::nearest);
    };
    Exact kept{1};
    for (std::int64_t i = 0; i < rounds && !kept.is_zero(); ++i) {
        const Exact next = kept * each;
        kept = next.overflowed() ? to_18_decimals(to_18_decimals(kept) * rounded_finely(each)) : next;
    }
    return kept;
}

/// The values that an exit stands for, each with its part of the chance and what is added to its name.
struct Point {
    std::optional<Money> value{};
    Rate part{1};
    std::string_view suffix{};
};

std::vector<Point> points_of(const Exit& exit) {
    if (const auto* range = std::get_if<model::ValueRange>(&exit.value)) {
        return {{range->low, *Rate::of(3, 10), ", low"},
                {range->likely, *Rate::of(4, 10), ", likely"},
                {range->high, *Rate::of(3, 10), ", high"}};
    }
    const auto* value = std::get_if<Money>(&exit.value);
    return {{value != nullptr ? std::optional{*value} : std::nullopt, Rate{1}, {}}};
}

class ExitValuing {
public:
    ExitValuing(const ValuedOffer& offer, const ValuingContext& context, const Exchange& exchange,
                Diagnostics& diagnostics)
        : offer_{offer},
          stock_{*offer.offer->stock},
          context_{context},
          exchange_{exchange},
          diagnostics_{diagnostics},
          dividends_{&stock_},
          zero_{Money::zero(context.currency)} {}

    std::optional<Exits> run() {
        Exits result{.mean = zero_, .median = zero_, .mean_present_value = zero_, .exercise_cost = zero_};
        Exact cost = cost_of(owned_by_the_end(offer_));
        std::vector<OwnedShares> most = owned_by_the_end(offer_);
        for (const Exit& exit : stock_.exits) {
            auto owned = owned_at(exit);
            if (!owned || !add(exit, *owned, result)) {
                return std::nullopt;
            }
            if (cost_of(*owned) > cost) {
                cost = cost_of(*owned);
                most = std::move(*owned);
            }
        }
        const auto paid = to_money(cost, stock_.currency);
        const auto converted = paid ? exchange_.apply(*paid) : std::nullopt;
        if (!converted) {
            return std::nullopt;
        }
        result.exercise_cost = *converted;
        std::erase_if(most, [](const OwnedShares& one) { return !one.option; });
        return add_up(result, most) ? std::optional{std::move(result)} : std::nullopt;
    }

private:
    /// What has vested on the day of an exit, with its event dated. Equal days and events are resolved once.
    std::optional<std::vector<OwnedShares>> owned_at(const Exit& exit) {
        const Date last = std::min(exit.on, offer_.window.end());
        if (exit.event.empty()) {
            return owned_by(offer_.grants, offer_.window, last, exit.on);
        }
        if (supposed_ != std::pair{exit.event, exit.on}) {
            supposed_ = {exit.event, exit.on};
            supposing_ = *offer_.offer;
            for (auto& event : supposing_->events) {
                if (event.id == exit.event) {
                    event.date = exit.on;
                    event.after.reset();
                }
            }
            if (!date_events(*supposing_, diagnostics_)) {
                return std::nullopt;
            }
            // What is wrong with the terms themselves has been told.
            Diagnostics unheard;
            resolved_ = timeline::resolve(*supposing_, context_.valuation.as_of, unheard).grants;
        }
        return owned_by(resolved_, offer_.window, last, exit.on);
    }

    /// The price of a common share in a scenario; overflowed where it leaves exact arithmetic.
    [[nodiscard]] Exact price_of(const Exit& exit, const std::optional<Money>& value) const {
        if (!value) {
            return exact_price(std::get<quantity::Price>(exit.value));
        }
        const auto table = cap_table(stock_, exit.rounds, exit.dilution, Exact{exit.raised});
        if (!table) {
            return Exact::overflow();
        }
        const Exact left = Exact{*value} - Exact{exit.debt} - Exact{exit.fees};
        const auto price =
            risk::share_price(*table, left < Exact{} ? Exact{} : left,
                              exit.how == ExitKind::listing ? risk::Conversion::forced : risk::Conversion::chosen);
        return price ? *price : Exact::overflow();
    }

    bool add(const Exit& exit, std::span<const OwnedShares> owned, Exits& result) {
        for (const Point& point : points_of(exit)) {
            const Exact price = price_of(exit, point.value);
            const auto chance = exit.chance.times(point.part);
            const auto worth = price.overflowed()
                                   ? std::nullopt
                                   : to_money(worth_at(owned, price) * Exact{exit.sellable}, stock_.currency);
            const auto converted = worth ? exchange_.apply(*worth) : std::nullopt;
            if (!converted || !chance) {
                return false;
            }
            const auto weight =
                context_.discounting.weights_of(exit.on, {}, offer_.window.start(), dividends_).present_value;
            const auto present = quantity::Factor::of(static_cast<int128>(converted->minor())) * weight;
            if (!quantity::fits(present)) {
                return false;
            }
            const auto employed = offer_.window.last_day_employed();
            result.scenarios.push_back(
                {.exit = &exit,
                 .name = exit.name + std::string{point.suffix},
                 .chance = *chance,
                 .value = point.value,
                 .share_price = price,
                 .vested = total_of(owned),
                 .worth = *converted,
                 .present_value = {quantity::round_half_up(present), context_.currency},
                 .after_window = exit.on > offer_.window.end() || (employed && exit.on > *employed)});
        }
        return true;
    }

    /// The sums over all scenarios; false where one leaves exact arithmetic.
    bool add_up(Exits& result, std::span<const OwnedShares> options) const {
        const Exact cost = cost_of(options);
        const Exact count{total_of(options).exact()};
        Exact mean{};
        Exact present{};
        Exact nothing{};
        Exact loss{};
        Exact price{};
        for (const auto& scenario : result.scenarios) {
            const Exact chance{scenario.chance};
            mean += chance * Exact{scenario.worth};
            present += chance * Exact{scenario.present_value};
            price += chance * rounded_finely(scenario.share_price);
            nothing += scenario.worth.is_zero() ? chance : Exact{};
            loss += count * scenario.share_price < cost ? chance : Exact{};
        }
        const auto mean_money = to_money(mean, context_.currency);
        const auto present_money = to_money(present, context_.currency);
        const auto nothing_rate = to_fraction(nothing);
        const auto loss_rate = to_fraction(loss);
        if (!mean_money || !present_money || !nothing_rate || !loss_rate || price.overflowed()) {
            return false;
        }
        result.mean = *mean_money;
        result.mean_present_value = *present_money;
        result.chance_of_nothing = *nothing_rate;
        result.chance_of_loss = *loss_rate;
        result.mean_share_price = price;
        result.median = median_of(result.scenarios);
        return true;
    }

    [[nodiscard]] Money median_of(std::span<const ExitScenario> scenarios) const {
        std::vector<const ExitScenario*> by_worth;
        for (const auto& scenario : scenarios) {
            by_worth.push_back(&scenario);
        }
        std::stable_sort(by_worth.begin(), by_worth.end(),
                         [](const auto* a, const auto* b) { return a->worth < b->worth; });
        Exact chance{};
        for (const auto* scenario : by_worth) {
            chance += Exact{scenario->chance};
            if (chance >= Exact::ratio(1, 2)) {
                return scenario->worth;
            }
        }
        return zero_;
    }

    const ValuedOffer& offer_;
    const model::Stock& stock_;
    const ValuingContext& context_;
    const Exchange& exchange_;
    Diagnostics& diagnostics_;
    Dividends dividends_;
    Money zero_;
    std::pair<std::string, Date> supposed_{{}, Date::clamped(calendar::first_year, 1, 1)};
    std::optional<model::Offer> supposing_{};
    std::vector<ResolvedGrant> resolved_{};
};

}  // namespace

std::optional<risk::CapTable> cap_table(const model::Stock& stock, std::int64_t rounds, const Rate& dilution,
                                        const Exact& raised) {
    if (!stock.fully_diluted) {
        return std::nullopt;
    }
    risk::CapTable table{.common = Exact{*stock.fully_diluted}};
    const Exact kept = kept_after(rounds, dilution);
    if (kept.is_zero() || kept.overflowed()) {
        return std::nullopt;
    }
    if (kept != Exact{1}) {
        const Exact all = Exact{*stock.fully_diluted} / kept;
        table.preferred.push_back({all - Exact{*stock.fully_diluted}, raised, model::Participation::none, {}, 0});
    }
    for (const auto& series : stock.series) {
        table.common -= Exact{series.shares};
        table.preferred.push_back(
            {Exact{series.shares}, series.preference, series.participation, series.cap, series.rank});
    }
    for (const auto& options : stock.options) {
        table.common -= Exact{options.shares};
        table.options.push_back({Exact{options.shares}, exact_price(options.strike)});
    }
    const bool whole = !table.common.overflowed() && table.common > Exact{} &&
                       (kept == Exact{1} || !table.preferred.front().shares.overflowed());
    return whole ? std::optional{std::move(table)} : std::nullopt;
}

bool told_by_exits(const model::Offer& offer, const ResolvedGrant& grant) {
    if (!offer.stock) {
        return false;
    }
    const auto& exits = offer.stock->exits;
    return std::any_of(exits.begin(), exits.end(), [&](const Exit& exit) {
        return std::find(grant.events.begin(), grant.events.end(), exit.event) != grant.events.end();
    });
}

std::optional<Exits> exits_of(const ValuedOffer& offer, const ValuingContext& context, const Exchange& exchange,
                              Diagnostics& diagnostics, bool& sound) {
    const auto* stock = offer.stock();
    if (stock == nullptr || stock->exits.empty() || std::none_of(offer.grants.begin(), offer.grants.end(), is_stock)) {
        return std::nullopt;
    }
    auto result = ExitValuing{offer, context, exchange, diagnostics}.run();
    if (!result) {
        sound = false;
        diagnostics.error(codes::overflow, stock->exits.front().span,
                          "the scenarios are too large or too fine to be computed exactly",
                          "check `value`, `fully_diluted`, `dilution` and the chances");
    }
    return result;
}

}  // namespace offerkit::value
