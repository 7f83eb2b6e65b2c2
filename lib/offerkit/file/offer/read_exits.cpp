#include <offerkit/file/offer/read_exits.hpp>

#include <string>
#include <utility>

#include <fmt/format.h>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/file/offer/read_claims.hpp>
#include <offerkit/file/profiles/profile_store.hpp>
#include <offerkit/model/fields/key_tables.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::formatted;
using model::Exit;
using model::ExitKind;
using quantity::Exact;
using quantity::Money;

/// More than anybody can keep apart; each is valued by itself.
constexpr std::size_t most_exits = 1'000;

/// What the scenario says the company, or a share of it, is worth; nothing where that cannot be read.
std::optional<std::variant<Money, model::ValueRange, quantity::Price>> read_value(const View& table, ExitKind how) {
    if (how == ExitKind::tender) {
        table.refuse("value", "is of a whole company, and a tender buys some shares",
                     "write the price of a share, such as `price = 32.00`");
        if (!table.has("value")) {
            table.require("price", "a tender names the price of a share");
        }
        const auto price = table.has("price") ? table.price("price") : std::nullopt;
        if (price) {
            return price->value;
        }
        return std::nullopt;
    }
    table.refuse("price", "belongs to a tender", "write what the company is worth, such as `value = 150_000_000`");
    if (!table.has("price")) {
        table.require("value", "the scenario needs what the company is worth, be it 0");
    }
    const Node* node = table.find("value");
    if (node != nullptr && node->kind == NodeKind::table) {
        const auto range = table.table("value");
        const auto low = range ? range->money("low") : std::nullopt;
        const auto likely = range ? range->money("likely") : std::nullopt;
        const auto high = range ? range->money("high") : std::nullopt;
        if (!low || !likely || !high) {
            return std::nullopt;
        }
        if (likely->value < low->value || high->value < likely->value) {
            table.context().error(codes::wrong_order, node->span, "`low`, `likely` and `high` do not rise",
                                  "put the three values in rising order");
        }
        return model::ValueRange{low->value, likely->value, high->value};
    }
    const auto value = node != nullptr ? table.money("value") : std::nullopt;
    if (value) {
        return value->value;
    }
    return std::nullopt;
}

std::optional<calendar::Date> read_day(const View& table, const model::Offer& offer) {
    const std::string_view key = table.exactly_one({"on", "after"});
    if (key.empty()) {
        return std::nullopt;
    }
    if (key == "after") {
        const auto after = table.period("after");
        if (!after) {
            return std::nullopt;
        }
        const calendar::Date day = after->value.after(offer.start.value);
        if (day.year() > calendar::last_year) {
            table.context().error(codes::bad_date, after->span, "this scenario lies past the year 2999",
                                  "write when it may happen, such as \"4 years\"");
            return std::nullopt;
        }
        return day;
    }
    const auto on = table.date("on");
    if (!on) {
        return std::nullopt;
    }
    if (on->value < offer.start.value) {
        table.context().error(
            codes::wrong_order, on->span,
            formatted("this scenario lies before the first day, {}", calendar::to_string(offer.start.value)),
            "check the date, or write how long after the first day it is, such as `after = \"4 years\"`",
            diagnostic::Related{offer.start.span, "`start` stands here"});
    }
    return on->value;
}

/// Rounds of financing before the scenario, as it says or as [stock] does.
void read_rounds(const View& table, const model::Stock& stock, Exit& exit) {
    Context& context = table.context();
    exit.rounds = stock.rounds;
    exit.dilution = stock.dilution;
    if (exit.how == ExitKind::tender) {
        for (const std::string_view key : {"debt", "fees", "rounds", "dilution", "raised"}) {
            table.refuse(key, "changes nothing in a tender: its price is of a share");
        }
        return;
    }
    table.refuse("sellable", "belongs to a tender: in a sale or listing all shares count");
    const auto rounds = table.has("rounds") ? table.count("rounds") : std::nullopt;
    const auto dilution = table.has("dilution") ? table.rate("dilution") : std::nullopt;
    if (rounds) {
        exit.rounds = rounds->value;
    }
    if (dilution) {
        exit.dilution = dilution->value;
    }
    if (exit.rounds > 0 && exit.dilution == quantity::Rate{1}) {
        context.error(codes::bad_rate, table.span("dilution"), "a round that takes 100% leaves nobody anything",
                      "write what a round takes of your part, such as `dilution = \"16.7%\"`");
    }
    const auto raised = table.has("raised") ? table.money("raised") : std::nullopt;
    if (!raised) {
        return;
    }
    exit.raised = raised->value;
    if (!raised->value.is_zero() && (exit.rounds == 0 || exit.dilution.is_zero())) {
        context.error(codes::out_of_place, table.key_span("raised"),
                      exit.rounds == 0 ? "`raised` stands beside no round of financing"
                                       : "`raised` stands beside a dilution of 0%: money that buys no shares",
                      exit.rounds == 0 ? "add `rounds = 1` and `dilution = \"16.7%\"`, or take it out"
                                       : "add `dilution = \"16.7%\"`, or take it out");
    }
}

void check_event(const View& table, const model::Offer& offer, const Exit& exit) {
    if (exit.event.empty() || model::find_event(offer, exit.event) != nullptr) {
        return;
    }
    std::vector<std::string_view> known;
    for (const model::Event& event : offer.events) {
        known.push_back(event.id);
    }
    const std::string near = diagnostic::did_you_mean(exit.event, known);
    table.context().missing(
        codes::unknown_event, table.span("event"), formatted("no [[event]] has the id `{}`", exit.event),
        near.empty() ? formatted("add [[event]] with `id = \"{}\"`; without a date it is pending", exit.event) : near);
}

/// One scenario; nothing where it cannot be read.
std::optional<Exit> read_exit(const View& table, const model::Offer& offer) {
    const model::Stock& stock = *offer.stock;
    const Money none = Money::zero(stock.currency);
    Exit exit{.name = text_or_empty(table, "name"),
              .on = offer.start.value,
              .value = none,
              .debt = none,
              .fees = none,
              .raised = none,
              .event = text_or_empty(table, "event"),
              .span = table.span()};
    const auto chance = table.rate("chance");
    const auto how = table.choice<ExitKind>("how");
    const auto day = read_day(table, offer);
    const auto debt = table.money("debt");
    const auto fees = table.money("fees");
    const auto sellable = table.rate("sellable");
    check_event(table, offer, exit);
    if (!how) {
        return std::nullopt;
    }
    exit.how = how->value;
    auto value = read_value(table, exit.how);
    read_rounds(table, stock, exit);
    if (!chance || !day || !value || !debt || !fees || !sellable) {
        return std::nullopt;
    }
    exit.chance = chance->value;
    exit.on = *day;
    exit.value = *value;
    exit.debt = debt->value;
    exit.fees = fees->value;
    exit.sellable = sellable->value;
    if (exit.name.empty()) {
        exit.name = formatted("{} on {}", word(exit.how), calendar::to_string(exit.on));
    }
    return exit;
}

void check_sum(const View& last, const std::vector<Exit>& exits, Context& context) {
    Exact sum{};
    for (const Exit& exit : exits) {
        sum += Exact{exit.chance};
    }
    if (sum == Exact{1}) {
        return;
    }
    const auto total = quantity::to_fraction(sum);
    const bool less = sum < Exact{1};
    const auto rest = quantity::to_fraction(less ? Exact{1} - sum : sum - Exact{1});
    const std::string adds = total ? "add to " + quantity::to_percent(*total, 10) : std::string{"do not add to 100%"};
    const std::string part = rest ? quantity::to_percent(*rest, 10) : std::string{"the rest"};
    context.error(codes::chances_sum, last.span("chance"), formatted("the chances of the scenarios {}, not 100%", adds),
                  less ? formatted("give the rest a scenario, such as one with `chance = \"{}\"` and `value = 0`", part)
                       : formatted("take {} off them", part));
}

/// The value of the company at its last round; nothing where it is not stated, which is reported.
std::optional<Exact> last_round_of(const model::Stock& stock, Context& context) {
    const auto missing = [&](std::string_view key, std::string_view sample) {
        context.missing(codes::missing_key, stock.span,
                        fmt::format("`{}` is missing in [stock]: `exits` counts in multiples of the last round", key),
                        fmt::format("add `{} = {}`", key, sample));
    };
    if (!stock.preferred_price && !context.was_meant("preferred_price")) {
        missing("preferred_price", "41.20");
    }
    if (!stock.fully_diluted && !context.was_meant("fully_diluted")) {
        missing("fully_diluted", "52_000_000");
    }
    if (!stock.preferred_price || !stock.fully_diluted) {
        return std::nullopt;
    }
    return Exact::ratio(stock.preferred_price->steps(), quantity::Price::steps_per_major) * Exact{*stock.fully_diluted};
}

/// Scenarios of the profile that [stock] names: multiples of the value at the last round, all on one day.
void take_profile(model::Offer& offer, Context& context) {
    model::Stock& stock = *offer.stock;
    model::ExitPrior& prior = *stock.exit_prior;
    const auto profile =
        context.profiles.exits(prior.profile, {context.sources, context.diagnostics, context.folder, prior.span});
    if (!profile) {
        context.failed = true;
        return;
    }
    if (profile->outcomes.empty() || !profile->outcomes.front().multiple) {
        context.error(codes::missing_key, prior.span,
                      formatted("the profile `{}` says how often companies ended in which way, and not at what value",
                                prior.profile),
                      "write scenarios of your own as [[exit]], or name a profile with multiples, such as "
                      "`exits = \"venture-2004-2013\"`");
        return;
    }
    const auto last_round = last_round_of(stock, context);
    if (!last_round) {
        return;
    }
    const Money none = Money::zero(stock.currency);
    for (const auto& outcome : profile->outcomes) {
        const auto value = quantity::to_money(*last_round * Exact{*outcome.multiple}, stock.currency);
        if (!value) {
            context.error(codes::overflow, prior.span,
                          "a multiple of the last round is too large to be computed exactly",
                          "check `preferred_price` and `fully_diluted`");
            return;
        }
        stock.exits.push_back({.name = outcome.name,
                               .chance = outcome.chance,
                               .on = profile->horizon.after(offer.start.value),
                               .value = *value,
                               .debt = none,
                               .fees = none,
                               .rounds = stock.rounds,
                               .dilution = stock.dilution,
                               .raised = none,
                               .span = prior.span});
    }
    prior.source = profile->header.source;
    context.uses.push_back(
        {profile->header.kind, profile->header.id, profile->header.source, profile->header.as_of, prior.span});
}

void read_own(const std::vector<View>& tables, model::Offer& offer, Context& context) {
    model::Stock& stock = *offer.stock;
    bool valued = false;
    for (const View& table : tables) {
        if (stock.exits.size() == most_exits) {
            context.error(codes::schedule_too_long, table.span(), "there are more than 1,000 scenarios",
                          "a handful says as much: join those that are alike");
            break;
        }
        if (auto exit = read_exit(table, offer)) {
            valued = valued || exit->how != ExitKind::tender;
            stock.exits.push_back(std::move(*exit));
        }
    }
    if (stock.exits.size() == tables.size()) {
        check_sum(tables.back(), stock.exits, context);
    }
    if (valued && !stock.fully_diluted && !context.was_meant("fully_diluted")) {
        context.missing(codes::no_share_count, stock.span,
                        "a value of the company is no price of a share without the number of all shares",
                        "add `fully_diluted = 52_000_000` to [stock]; a company that grants a share knows the number");
    }
}

}  // namespace

void read_exits(const View& root, model::Offer& offer) {
    Context& context = root.context();
    const std::vector<View> tables = root.tables("exit");
    if (!offer.stock || offer.stock->kind != model::StockKind::private_company) {
        if (!context.was_meant("stock") && !context.was_meant("kind", model::named_table("stock"))) {
            root.refuse("exit",
                        offer.stock ? "belongs to a private company; the price of a public share is on the market"
                                    : "needs [stock]: it says what becomes of a private company",
                        offer.stock ? "take it out, or write `kind = \"private\"` in [stock]"
                                    : "add [stock] with `kind = \"private\"`, `price` and `fully_diluted`");
        }
        return;
    }
    check_claims(*offer.stock, context);
    if (const auto& prior = offer.stock->exit_prior) {
        if (!tables.empty()) {
            context.error(codes::conflict, prior->span,
                          "`exits` and scenarios of your own in [[exit]] exclude each other", "keep one of them",
                          diagnostic::Related{tables.front().span(), "[[exit]] stands here"});
            return;
        }
        take_profile(offer, context);
    } else if (!tables.empty()) {
        read_own(tables, offer, context);
    }
}

}  // namespace offerkit::file
