#include <offerkit/file/offer/read_grant.hpp>

#include <algorithm>
#include <array>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/file/offer/read_endings.hpp>
#include <offerkit/file/terms/read_vesting.hpp>
#include <offerkit/model/event_index.hpp>
#include <offerkit/model/vesting_check.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::formatted;
using model::Grant;
using model::Instrument;
using model::Stated;

/// How much is granted: a number of shares, a part of the company, both (then the number counts), or a value.
std::string_view read_measure(const View& table, const model::Offer& offer, Grant& grant) {
    const bool both = table.has("quantity") && table.has("ownership");
    const std::string_view which =
        both ? table.exactly_one({"quantity", "value"}) : table.exactly_one({"quantity", "ownership", "value"});
    const auto quantity = table.count("quantity");
    const auto ownership = table.rate("ownership");
    grant.amount_span = which.empty() ? table.span() : table.span(which);
    if (which == "quantity" && quantity) {
        grant.amount = model::QuantityGrant{quantity->value, ownership};
    } else if (which == "ownership" && ownership) {
        grant.amount = model::OwnershipGrant{ownership->value};
        Context& context = table.context();
        const bool misspelt = context.was_meant("stock") || context.was_meant("fully_diluted");
        if (!misspelt && (!offer.stock || !offer.stock->fully_diluted)) {
            context.missing(codes::no_share_count, ownership->span,
                            "a share of the company needs the number of all its shares",
                            "add `fully_diluted = 52_000_000` to [stock], which is `kind = \"private\"`; the "
                            "company tells you the number; or write the number of your own shares, `quantity`, beside "
                            "it");
        }
    }
    if (grant.instrument == Instrument::cash) {
        table.refuse("quantity", "has no meaning on cash", "write `value = 30_000`, the money that vests");
        table.refuse("ownership", "has no meaning on cash", "write `value = 30_000`, the money that vests");
    }
    return which;
}

/// The price that a value becomes shares at when the file names none: said, with the day it is of.
void assume_price(const View& table, const model::Offer& offer, const Grant& grant) {
    const model::Stock& stock = *offer.stock;
    const bool later = grant.grant_date_is_written && grant.grant_date > stock.as_of.value;
    if (later) {
        table.context().assume(
            table.path_of("conversion.price"), formatted("the price of {}", to_string(grant.grant_date)),
            "the grant's value becomes shares at the price of the day it is granted", grant.amount_span);
    } else {
        table.context().assume(table.path_of("conversion.price"), quantity::to_plain(stock.price.value),
                               "the grant's value becomes shares at the stock's price", grant.amount_span);
    }
    if (model::is_option(grant.instrument)) {
        table.context().assume(table.path_of("value"), "at the price of a share",
                               "options quoted by value are counted at the price of a share: ask how the company "
                               "counts them, many divide by what one option is worth",
                               grant.amount_span);
    }
}

/// How much is granted, and how a value becomes shares.
void read_amount(const View& table, const model::Offer& offer, Grant& grant) {
    const std::string_view which = read_measure(table, offer, grant);
    const auto value = table.money("value");
    const bool is_cash = grant.instrument == Instrument::cash;
    if ((!which.empty() && which != "value") || is_cash) {
        table.refuse("conversion",
                     is_cash ? "has no meaning on cash" : "turns a `value` into shares, and there is none");
    }
    model::ValueGrant valued{.value = value ? value->value : quantity::Money::zero(table.context().stock_currency)};
    if (const auto conversion = table.table("conversion")) {
        if (const auto price = conversion->price("price")) {
            valued.conversion_price = *price;
            if (price->value.is_zero()) {
                table.context().error(codes::bad_price, price->span,
                                      "a value cannot be turned into shares at a price of 0",
                                      "write the price that the letter names");
            }
        }
        valued.round = read_rounding(*conversion);
    } else if (which == "value" && !is_cash && !table.has("conversion")) {
        table.context().assume(table.path_of("conversion.round"), "down",
                               "a fractional share is dropped when the value becomes shares", grant.amount_span);
    }
    if (which != "value") {
        return;
    }
    if (!is_cash && !valued.conversion_price && offer.stock && offer.stock->price_is_known) {
        assume_price(table, offer, grant);
    }
    grant.amount = valued;
}

void read_strike(const View& table, Grant& grant) {
    if (const auto strike = table.price("strike")) {
        grant.strike = *strike;
    }
    const std::string_view instrument = word(grant.instrument);
    if (!model::has_strike(grant.instrument)) {
        table.refuse("strike", formatted("has no meaning on `{}`", instrument),
                     "take it out, or say what is granted: `instrument = \"nso\"`");
    }
}

model::Allocation read_allocation(const View& table) {
    using A = model::Allocation;
    const auto rule = table.choice<A>("allocation");
    return rule ? rule->value : A::cumulative_round_down;
}

/// Fixed vest days, at most one a month.
void read_align(const View& table, Grant& grant) {
    std::array<diagnostic::Span, 12> places{};
    for (const auto& day : table.vest_days("align")) {
        diagnostic::Span& place = places[static_cast<std::size_t>(day.value.month() - 1)];
        if (place.line != 0) {
            table.context().error(codes::conflict, day.span,
                                  "`align` names two days of one month, and a tranche falls on one of them",
                                  "keep one day a month", diagnostic::Related{place, "the other one stands here"});
            continue;
        }
        place = day.span;
        grant.align.push_back(day.value);
    }
}

Grant read_grant(View table, const model::Offer& offer, std::size_t place) {
    Context& context = table.context();
    const auto id = table.text("id");
    const std::string name = id && !id->value.empty() ? id->value : "grant-" + std::to_string(place + 1);
    table.rename("grant." + name);
    const auto start_or = [&](const std::optional<Stated<calendar::Date>>& date) {
        return date ? date->value : offer.start.value;
    };

    const auto instrument = table.choice<Instrument>("instrument");
    const auto grant_date = table.date("grant_date");
    const auto vesting_start = table.date("vesting_start");
    Grant grant{.id = name,
                .grant_date = start_or(grant_date),
                .vesting_start =
                    vesting_start.value_or(Stated<calendar::Date>{start_or(grant_date), table.span("grant_date")})};
    grant.span = id ? id->span : table.span();
    grant.instrument = instrument ? instrument->value : Instrument::rsu;
    grant.grant_date_is_written = grant_date.has_value();
    if (!table.has("grant_date")) {
        context.assume(table.path_of("grant_date"), calendar::to_string(grant.grant_date), "granted on the first day",
                       table.span());
    }
    if (!table.has("vesting_start")) {
        context.assume(table.path_of("vesting_start"), calendar::to_string(grant.vesting_start.value),
                       "vesting is counted from the grant date", table.span());
    }
    read_amount(table, offer, grant);
    if (instrument) {
        read_strike(table, grant);
    } else {
        static_cast<void>(table.price("strike"));
    }
    read_align(table, grant);
    if (auto vesting = read_schedule(table)) {
        grant.vesting = std::move(*vesting);
    }
    grant.allocation = read_allocation(table);
    grant.day_of_month = read_day_rule(table);
    grant.day_of_month_is_written = table.has("day_of_month");
    if (const auto before = table.choice<model::BeforeGrant>("before_grant")) {
        grant.before_grant = before->value;
    }
    for (auto& gate : table.texts("gate")) {
        grant.gates.push_back(std::move(gate.value));
    }
    read_endings(table, instrument.has_value(), grant);
    return grant;
}

}  // namespace

std::vector<Grant> read_grants(const View& root, const model::Offer& offer) {
    std::vector<Grant> grants;
    const auto tables = root.tables("grant");
    std::int64_t tranches = 0;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        Grant grant = read_grant(tables[i], offer, i);
        const auto same =
            std::find_if(grants.begin(), grants.end(), [&](const Grant& other) { return other.id == grant.id; });
        if (same != grants.end()) {
            root.context().error(codes::duplicate_id, grant.span, formatted("there are two grants `{}`", grant.id),
                                 "give each grant its own `id`",
                                 diagnostic::Related{same->span, "the first one stands here"});
        }
        const std::int64_t before = tranches;
        tranches += model::tranche_count(grant.vesting);
        if (before <= model::most_tranches_of_offer && tranches > model::most_tranches_of_offer) {
            root.context().error(codes::schedule_too_long, grant.span,
                                 "with this grant the offer has more than 100,000 tranches",
                                 "a letter has a few hundred at most: check `over` and `every` of each schedule");
        }
        grants.push_back(std::move(grant));
    }
    return grants;
}

std::optional<model::Refresher> read_refresher(const View& root) {
    const auto table = root.table("refresher");
    if (!table) {
        return std::nullopt;
    }
    const auto value = table->money("value");
    const auto first_after = table->period("first_after");
    const auto every = table->period("every");
    const auto on = table->day_of_year("on");
    auto vesting = read_vesting(*table);
    const auto rule = read_day_rule(*table);
    const auto probability = table->rate("probability");
    if (every && every->value.is_zero()) {
        root.context().error(codes::bad_period, every->span, "`every` must be at least 1",
                             "write such as \"12 months\"");
        return std::nullopt;
    }
    if (!value || !first_after || !every || !vesting || !probability) {
        return std::nullopt;
    }
    model::Refresher refresher{.value = *value};
    refresher.first_after = first_after->value;
    refresher.every = every->value;
    if (on) {
        refresher.on = on->value;
    }
    refresher.vesting = std::move(*vesting);
    refresher.day_of_month = rule;
    refresher.probability = probability->value;
    refresher.span = table->span();
    return refresher;
}

void check_events(const View& root, const model::Offer& offer) {
    const model::EventIndex events{offer.events};
    std::vector<std::string_view> known;
    for (const model::Event& event : offer.events) {
        known.push_back(event.id);
    }
    // An [[event]] that is misspelt, or whose `id` is, may be the one that is asked for.
    const bool event_is_misspelt = root.context().was_meant("event") || root.context().was_meant("id");
    const auto check = [&](const std::string& id, diagnostic::Span span) {
        if (id.empty() || event_is_misspelt || events.find(id) != nullptr) {
            return;
        }
        const std::string near = diagnostic::did_you_mean(id, known);
        root.context().missing(
            codes::unknown_event, span, formatted("no [[event]] has the id `{}`", id),
            near.empty() ? formatted("add [[event]] with `id = \"{}\"`; without a date it is pending", id) : near);
    };
    // A gate is one word or a list of them; what cannot be read of a list is not among the gates.
    const auto check_gates = [&](const std::vector<std::string>& gates, const Node* owner, diagnostic::Span otherwise) {
        const Node* node = owner != nullptr ? find_entry(*owner, "gate") : nullptr;
        for (const std::string& gate : gates) {
            diagnostic::Span span = node != nullptr ? node->span : otherwise;
            if (node != nullptr && node->kind == NodeKind::list) {
                const auto item = std::find_if(node->items.begin(), node->items.end(), [&](const Node& one) {
                    return one.kind == NodeKind::text && one.text == gate;
                });
                span = item != node->items.end() ? item->span : span;
            }
            check(gate, span);
        }
    };
    const auto check_vesting = [&](const model::VestingTerms& vesting, const Node* segments,
                                   diagnostic::Span from_profile) {
        for (std::size_t s = 0; s < vesting.segments.size(); ++s) {
            const model::Segment& segment = vesting.segments[s];
            const bool written = segments != nullptr && segments->kind == NodeKind::list && s < segments->items.size();
            check_gates(segment.gates, vesting.profile.empty() && written ? &segments->items[s] : nullptr,
                        vesting.profile.empty() ? segment.span : from_profile);
            if (segment.start) {
                check(segment.start->event, vesting.profile.empty() ? segment.start->span : from_profile);
            }
        }
    };
    const Node* tables = root.find("grant");
    for (std::size_t i = 0; i < offer.grants.size(); ++i) {
        const Grant& grant = offer.grants[i];
        // Grants are read in the order of their tables, none of them left out.
        const Node* table = tables != nullptr && i < tables->items.size() ? &tables->items[i] : nullptr;
        check_gates(grant.gates, table, grant.span);
        const Node* vesting_node = table != nullptr ? find_entry(*table, "vesting") : nullptr;
        check_vesting(grant.vesting, table != nullptr ? find_entry(*table, "segment") : nullptr,
                      vesting_node != nullptr ? vesting_node->span : grant.span);
        for (const model::Acceleration& acceleration : grant.accelerations) {
            check(acceleration.event, acceleration.span);
        }
    }
    for (const model::Event& event : offer.events) {
        if (event.after) {
            check(event.after->event, event.after->span);
        }
    }
    if (offer.refresher) {
        check_vesting(offer.refresher->vesting, nullptr, offer.refresher->span);
    }
}

}  // namespace offerkit::file
