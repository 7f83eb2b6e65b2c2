#include <offerkit/choice/negotiation/red_flags.hpp>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/value/review.hpp>

namespace offerkit::choice::negotiation {

namespace {

using calendar::Period;

using calendar::longer_than_months;
using diagnostic::formatted;

void check_time(const model::Offer& offer, std::vector<RedFlag>& flags) {
    if (const auto days = value::too_few_days(offer)) {
        flags.push_back({"short-deadline",
                         formatted("{} to decide, and a week at least is usual", diagnostic::counted(*days, "day")),
                         "Ask for a week from the day of the written offer.", offer.decide_by->span});
    }
}

void check_leaving(const model::Offer& offer, std::vector<RedFlag>& flags) {
    if (!offer.leaving || !offer.leaving->non_compete || !value::is_long_ban(offer.leaving->non_compete->value)) {
        return;
    }
    const auto& terms = *offer.leaving;
    flags.push_back(
        {"long-non-compete",
         formatted("competitors are barred for {}{}", to_string(terms.non_compete->value),
                   terms.non_compete_pay.is_zero() ? ", unpaid"
                                                   : formatted(", at {} of base", to_percent(terms.non_compete_pay))),
         "Ask for 6 months at most, paid, and for none when they end the job.", terms.non_compete->span});
}

void check_sign_ons(const model::Offer& offer, std::vector<RedFlag>& flags) {
    for (const auto& sign_on : offer.sign_ons) {
        if (sign_on.clawback && longer_than_months(sign_on.clawback->within, 24)) {
            flags.push_back({"long-clawback",
                             formatted("the sign-on can be claimed back for {}", to_string(sign_on.clawback->within)),
                             "Ask for 12 months, prorated, and waived when they end the job.", sign_on.clawback->span});
        }
    }
}

std::optional<Period> long_cliff(const model::VestingTerms& vesting) {
    const auto is_long = [](const std::optional<model::Cliff>& cliff) {
        return cliff && longer_than_months(cliff->after, 12);
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
            flags.push_back({"long-cliff", formatted("nothing of `{}` vests before {}", grant.id, to_string(*cliff)),
                             "Ask for a cliff of at most a year.", grant.span});
        }
        const auto* value = std::get_if<model::ValueGrant>(&grant.amount);
        if (value != nullptr && !value->conversion_price && grant.instrument != model::Instrument::cash) {
            flags.push_back(
                {"equity-in-money-only",
                 formatted("`{}` is an amount of money, and nothing says how many shares that is", grant.id),
                 "Ask for the number of shares, or the price and the day they are counted at.", grant.amount_span});
        }
        const auto* quantity = std::get_if<model::QuantityGrant>(&grant.amount);
        if (quantity != nullptr && !quantity->ownership && is_private && !offer.stock->fully_diluted) {
            flags.push_back({"shares-of-unknown-whole",
                             formatted("`{}` is a number of shares, and nothing says of how many", grant.id),
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
    check_leaving(offer, flags);
    check_grants(offer, flags);
    if (!offer.level) {
        flags.push_back({"no-level", "no level is named",
                         "Ask which level this is: pay, bands and the next promotion follow from it.", offer.span});
    }
    return flags;
}

}  // namespace offerkit::choice::negotiation
