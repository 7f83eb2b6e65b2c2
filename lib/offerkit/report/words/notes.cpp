#include <offerkit/report/words/notes.hpp>

#include <algorithm>
#include <map>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/quantity/factor.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/assumptions.hpp>
#include <offerkit/report/words/grants.hpp>
#include <offerkit/report/words/wording.hpp>
#include <offerkit/value/review.hpp>

namespace offerkit::report {

std::string awaited_text(std::span<const value::AwaitedEvent> events, std::string_view joiner, bool chances) {
    std::vector<std::string> words;
    for (const auto& event : events) {
        words.push_back(diagnostic::formatted(
            "`{}`{}", event.id,
            chances && event.chance ? diagnostic::formatted(" (chance {})", to_percent(*event.chance)) : ""));
    }
    return joined(words, joiner);
}

std::string lowered_by(const model::Stock& stock) {
    if (stock.kind != model::StockKind::private_company) {
        return {};
    }
    return stock.discount.is_zero() ? "" : " after a discount of " + to_percent(stock.discount);
}

std::string undated(std::size_t events) {
    return events == 1   ? ", which has no date"
           : events == 2 ? ", neither of which has a date"
                         : ", none of which has a date";
}

namespace {

using quantity::Money;
using quantity::Shares;
using value::ValuedOffer;

const std::string told_more = "(`offerkit leave` tells more)";

std::string lead(const std::string& name) { return name.empty() ? "" : name + ": "; }

const timeline::ResolvedGrant* find_grant(const ValuedOffer& offer, const std::string& id) {
    for (const auto* grants : {&offer.grants, &offer.refreshers}) {
        for (const auto& grant : *grants) {
            if (grant.id == id) {
                return &grant;
            }
        }
    }
    return nullptr;
}

/// "1,412 shares", or the money that a cash grant is of.
std::string quantity_text(const ValuedOffer& offer, const std::string& grant_id, Shares quantity) {
    const auto* grant = find_grant(offer, grant_id);
    if (grant != nullptr && grant->instrument == model::Instrument::cash && quantity.is_whole()) {
        return with_currency(Money{quantity.whole(), grant->currency});
    }
    return counted(quantity);
}

/// What the price of the shares of a grant loses, by `lowered_by`; nothing of money.
std::string kept_text(const ValuedOffer& offer, const std::string& grant_id) {
    const auto* grant = find_grant(offer, grant_id);
    return grant == nullptr || grant->instrument == model::Instrument::cash || !offer.offer->stock
               ? ""
               : lowered_by(*offer.offer->stock);
}

/// ", in no total", unless what waits is counted.
std::string_view counted_words(const ValuedOffer& offer) {
    switch (offer.waiting ? offer.waiting->counted : model::Pending::none) {
        case model::Pending::none: return ", in no total";
        case model::Pending::chance: return ", in the total at that chance";
        case model::Pending::all: break;
    }
    return ", in the total as if it came";
}

std::string waiting_text(const ValuedOffer& offer, const value::PendingEquity& pending) {
    std::string text =
        diagnostic::formatted("{} of `{}`", quantity_text(offer, pending.grant, pending.quantity), pending.grant);
    if (pending.impossible) {
        return diagnostic::formatted("{} can no longer vest: {} missed the deadline", text,
                                     awaited_text(pending.events, "and", false));
    }
    const bool one = pending.quantity == Shares{1};
    text += (one ? " waits for " : " wait for ") + awaited_text(pending.events, "or", true);
    return diagnostic::formatted("{}{}; worth {} at today's price{}{}", text, undated(pending.events.size()),
                                 about(pending.worth_today), kept_text(offer, pending.grant), counted_words(offer));
}

/// What vests shortly after the horizon, a line for each day.
std::vector<std::string> outside_texts(const ValuedOffer& offer) {
    struct Day {
        std::vector<std::string> grants{};
        Money worth;
        bool one_share = true;
    };
    std::map<calendar::Date, Day> days;
    for (const auto& vest : offer.just_outside) {
        auto& day = days.try_emplace(vest.date, Day{.worth = Money::zero(vest.worth.currency())}).first->second;
        day.one_share = day.one_share && day.grants.empty() && vest.quantity == Shares{1};
        day.grants.push_back(
            diagnostic::formatted("{} of `{}`", quantity_text(offer, vest.grant, vest.quantity), vest.grant));
        day.worth += vest.worth;
    }
    std::vector<std::string> texts;
    for (const auto& [date, day] : days) {
        const auto after = date.days_since(offer.window.end());
        texts.push_back(diagnostic::formatted("{}, worth {}{}{}{}, {} after the horizon", joined(day.grants),
                                              about(day.worth), day.grants.size() > 1 ? " together" : "",
                                              day.one_share ? ", vests on " : ", vest on ", to_string(date),
                                              counted(static_cast<std::size_t>(after), "day")));
    }
    return texts;
}

/// "paid out by year: 92,000, 101,482 and 105,070; USD 11,362 more is earned by the end and paid later".
std::string paid_text(const ValuedOffer& offer) {
    std::vector<Money> earned;
    for (const auto& year : offer.years) {
        earned.push_back(year.total);
    }
    const auto& paid = offer.paid;
    if (!paid.differs_from(earned)) {
        return {};
    }
    std::vector<std::string> years;
    for (const auto amount : paid.by_year) {
        years.push_back(to_grouped(amount, true));
    }
    constexpr std::size_t most_years = 10;
    std::string text = years.size() > most_years ? "" : "paid out by year: " + joined(years);
    const auto add = [&](const std::string& more) { text += (text.empty() ? "" : "; ") + more; };
    if (!paid.paid_later.amount.is_zero()) {
        add(diagnostic::formatted("{} more is earned by the end and paid later (until {})",
                                  about(paid.paid_later.amount), to_string(*paid.paid_later.until)));
    }
    if (!paid.not_payable.is_zero()) {
        add(diagnostic::formatted("private shares worth {} turn into money on no known day", about(paid.not_payable)));
    }
    return text;
}

/// What is dated after the horizon, each kind in one sum.
std::vector<std::string> later_texts(const ValuedOffer& offer) {
    std::vector<std::string> texts;
    const auto& later = offer.paid;
    if (later.deferred_later.until) {
        texts.push_back(diagnostic::formatted("deferred past the horizon: {} (until {}), in no total",
                                              about(later.deferred_later.amount),
                                              to_string(*later.deferred_later.until)));
    }
    if (later.vests_later.until && !offer.window.just_outside(*later.vests_later.until)) {
        texts.push_back(diagnostic::formatted("{}, worth {}{} after the horizon (until {}), in no total",
                                              counted(later.vests_later.quantity), about(later.vests_later.value),
                                              later.vests_later.quantity == Shares{1} ? ", vests" : ", vest",
                                              to_string(*later.vests_later.until)));
    }
    return texts;
}

/// "starting elsewhere on 2026-03-02 loses USD 44,000 of vests within a year and owes USD 30,000 back: ask ..."
std::string make_whole_text(const value::MakeWhole& whole) {
    std::string text = "starting elsewhere on " + to_string(whole.on);
    if (whole.whole.is_zero()) {
        return text +
               " costs nothing: nothing of worth is forfeited, no bonus is waiting and nothing is to be paid back";
    }
    std::vector<std::string> parts;
    const auto add = [&](Money amount, std::string_view before, std::string_view after) {
        if (!amount.is_zero()) {
            parts.push_back(std::string(before) + about(amount) + std::string(after));
        }
    };
    add(whole.forfeited, "loses ", " of the vests of the next 12 months");
    add(whole.bonus, "loses ", " of bonus that is earned but unpaid");
    add(whole.clawback, "owes ", " back");
    if (parts.empty()) {
        return diagnostic::formatted("{} loses {} of grants, none of which vests within 12 months {}", text,
                                     about(whole.whole), told_more);
    }
    text +=
        diagnostic::formatted(" {}{} a new employer can be asked to make up for", joined(parts),
                              parts.size() > 1 ? diagnostic::formatted(": {} that", about(whole.total)) : ", which");
    if (whole.whole != whole.total) {
        text += "; with all that vests later it is " + about(whole.whole);
    }
    return diagnostic::formatted("{} {}", text, told_more);
}

}  // namespace

std::string non_compete_words(const value::NonCompete& ban) {
    const Money zero = Money::zero(ban.cost.currency());
    return diagnostic::formatted(
        "{}{}, against {} a year: {}{}; is it enforced, and where?", to_string(ban.time),
        ban.paid.is_zero() ? ", unpaid" : diagnostic::formatted(", paid {} a year (of base)", about(ban.paid)),
        about(ban.against), ban.cost < zero ? about(-ban.cost) + " more" : about(ban.cost) + " less",
        value::is_long_ban(ban.time) ? "; over 6 months is a red flag" : "");
}

std::vector<std::string> beside_the_total(const ValuedOffer& offer, const std::string& name) {
    std::vector<std::string> lines;
    const auto add = [&](const std::string& text) { lines.push_back(lead(name) + text); };
    if (offer.make_whole) {
        add(make_whole_text(*offer.make_whole));
    }
    if (offer.non_compete) {
        add("leaving bars you from competitors for " + non_compete_words(*offer.non_compete));
    }
    for (const auto& pending : offer.pending) {
        add(waiting_text(offer, pending));
    }
    for (const auto& text : outside_texts(offer)) {
        add(text);
    }
    for (const auto& text : later_texts(offer)) {
        add(text);
    }
    for (const auto& option : offer.at_the_money) {
        const auto each = quantity::value_of(
            option.quantity, quantity::Price{quantity::Price::steps_per_major, option.strike.currency()}, {},
            quantity::Price::zero(option.strike.currency()));
        add(diagnostic::formatted(
            "`{}` is at the money: each 1.00 that the share is worth above the strike of {} adds {}", option.grant,
            to_grouped(option.strike), each ? about(*each) : "more than can be counted"));
    }
    for (const auto& quote : offer.quote_mismatches) {
        add(diagnostic::formatted("the letter values `{}` at {}; its shares at the stated price come to {}",
                                  quote.grant, about(quote.quoted), about(quote.at_price)));
    }
    if (offer.offer->stock && offer.offer->stock->preferred_price) {
        add(diagnostic::formatted(
            "preferred shares cost {} in the last round; yours are valued at {}, the fair value of common",
            to_grouped(*offer.offer->stock->preferred_price),
            offer.offer->stock->price_is_known ? to_grouped(offer.offer->stock->price.value)
                                               : std::string("0 while nobody has said")));
    }
    if (offer.offer->benefits.espp && offer.offer->benefits.espp->lookback) {
        add("the lookback of the stock purchase plan is in no total");
    }
    for (const auto& grant : offer.grants) {
        for (const auto& text : grant_notes(grant)) {
            add(text);
        }
    }
    return lines;
}

std::vector<std::string> when_paid(std::span<const ValuedOffer> offers, std::span<const std::string> names) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        if (const std::string paid = paid_text(offers[i]); !paid.empty()) {
            lines.push_back(capitalised(lead(offers.size() > 1 ? names[i] : "") + paid));
        }
    }
    return lines;
}

std::string not_counted(std::span<const model::Offer* const> offers, bool refreshers_counted, bool after_tax) {
    std::vector<std::string> words{after_tax ? "what taxes leave out (`offerkit tax` says what)" : "tax",
                                   "cost of living"};
    const auto any = [&](auto has) {
        return std::any_of(offers.begin(), offers.end(), [&](const model::Offer* offer) { return has(*offer); });
    };
    if (any([](const model::Offer& offer) {
            return std::any_of(offer.grants.begin(), offer.grants.end(),
                               [](const model::Grant& grant) { return is_option(grant.instrument); });
        })) {
        words.emplace_back("what exercising options costs in cash");
    }
    if (!refreshers_counted && any([](const model::Offer& offer) { return offer.refresher.has_value(); })) {
        words.emplace_back("refreshers (`--refreshers` counts them)");
    }
    if (any([](const model::Offer& offer) { return offer.benefits.pto_days.has_value(); })) {
        words.emplace_back("paid time off, which the salary already pays");
    }
    words.emplace_back("anything the files do not say");
    return diagnostic::formatted("Not counted: {}.", joined(words, "and"));
}

void close_page(Page& page, std::span<const ValuedOffer> offers, std::span<const std::string> names,
                const model::Valuation& valuation, bool keys, std::string further, bool after_tax) {
    std::vector<const model::Offer*> papers;
    std::vector<std::string> beside;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        papers.push_back(offers[i].offer);
        for (auto& line : beside_the_total(offers[i], offers.size() > 1 ? names[i] : "")) {
            beside.push_back(capitalised(std::move(line)));
        }
    }
    if (auto paid = when_paid(offers, names); !paid.empty()) {
        page.heading("When the money arrives").list(std::move(paid));
    }
    if (!beside.empty()) {
        page.heading("Not in the total").list(std::move(beside));
    }
    auto assumed = assumption_lines(valuation, papers, names, keys);
    for (auto& rate : rates_used(offers)) {
        assumed.push_back(std::move(rate));
    }
    if (!further.empty()) {
        assumed.push_back(std::move(further));
    }
    if (!assumed.empty()) {
        page.heading(keys ? "Assumed" : "Assumed (`--explain` names the keys)").list(std::move(assumed));
    }
    page.text(not_counted(papers, valuation.count_refreshers, after_tax));
}

}  // namespace offerkit::report
