#include <offerkit/choice/negotiation/red_flags.hpp>

namespace offerkit::choice::negotiation {

namespace {

using calendar::Period;

constexpr std::int64_t fair_days = 7;

bool longer_than(Period period, int months) {
    // Counted from a day whose months are of all lengths, so that 366 days are longer than 12 months.
    const auto origin = calendar::Date::clamped(2001, 1, 1);
    return period.after(origin) > origin.plus_months(months);
}

void check_time(const model::Offer& offer, std::vector<RedFlag>& flags) {
    if (!offer.received || !offer.decide_by) {
        return;
    }
    const std::int64_t days = offer.decide_by->value.days_since(offer.received->value);
    if (days < fair_days) {
        flags.push_back(
            {"short-deadline",
             std::to_string(days) + (days == 1 ? " day" : " days") + " to decide, and a week at least is usual",
             "Ask for a week from the day of the written offer.", offer.decide_by->span});
    }
}

void check_sign_ons(const model::Offer& offer, std::vector<RedFlag>& flags) {
    for (const auto& sign_on : offer.sign_ons) {
        if (sign_on.clawback && longer_than(sign_on.clawback->within, 24)) {
            flags.push_back({"long-clawback",
                             "the sign-on can be claimed back for " + to_string(sign_on.clawback->within),
                             "Ask for 12 months, prorated, and waived when they end the job.", sign_on.clawback->span});
        }
    }
}

std::optional<Period> long_cliff(const model::VestingTerms& vesting) {
    const auto is_long = [](const std::optional<model::Cliff>& cliff) {
        return cliff && longer_than(cliff->after, 12);
    };
    if (is_long(vesting.cliff)) {
        return vesting.cliff->after;
    }
    for (const auto& segment : vesting.segments) {
        if (is_long(segment.cliff)) {
            return segment.cliff->after;
        }
    }
    return std::nullopt;
}

void check_grants(const model::Offer& offer, std::vector<RedFlag>& flags) {
    const bool is_private = offer.stock && offer.stock->kind == model::StockKind::private_company;
    for (const auto& grant : offer.grants) {
        if (const auto cliff = long_cliff(grant.vesting)) {
            flags.push_back({"long-cliff", "nothing of `" + grant.id + "` vests before " + to_string(*cliff),
                             "Ask for a cliff of at most a year.", grant.span});
        }
        const auto* value = std::get_if<model::ValueGrant>(&grant.amount);
        if (value != nullptr && !value->conversion_price && grant.instrument != model::Instrument::cash) {
            flags.push_back({"equity-in-money-only",
                             "`" + grant.id + "` is an amount of money, and nothing says how many shares that is",
                             "Ask for the number of shares, or the price and the day they are counted at.",
                             grant.amount_span});
        }
        const auto* quantity = std::get_if<model::QuantityGrant>(&grant.amount);
        if (quantity != nullptr && !quantity->ownership && is_private && !offer.stock->fully_diluted) {
            flags.push_back({"shares-of-unknown-whole",
                             "`" + grant.id + "` is a number of shares, and nothing says of how many",
                             "Ask for the fully diluted share count and the latest 409A price.", grant.amount_span});
        }
    }
    if (is_private && offer.stock->price_is_known && offer.stock->preferred_price &&
        *offer.stock->preferred_price == offer.stock->price.value) {
        flags.push_back({"preferred-as-value", "common shares are valued at the price of preferred ones",
                         "Ask for the fair value of common stock (409A).", offer.stock->price.span});
    }
}

}  // namespace

std::vector<RedFlag> red_flags(const model::Offer& offer) {
    std::vector<RedFlag> flags;
    check_time(offer, flags);
    if (offer.kind == model::OfferKind::offer && offer.evidence != model::Evidence::written) {
        flags.push_back({"not-in-writing", "the offer is not in writing",
                         "Ask for it on paper before you turn anything else down.", offer.span});
    }
    check_sign_ons(offer, flags);
    check_grants(offer, flags);
    if (!offer.level) {
        flags.push_back({"no-level", "no level is named",
                         "Ask which level this is: pay, bands and the next promotion follow from it.", offer.span});
    }
    return flags;
}

}  // namespace offerkit::choice::negotiation
