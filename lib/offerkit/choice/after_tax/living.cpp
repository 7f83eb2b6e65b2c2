#include <offerkit/choice/after_tax/living.hpp>

#include <algorithm>

#include <offerkit/model/household.hpp>
#include <offerkit/value/exchange.hpp>

namespace offerkit::choice {

namespace {

const model::MoneyAt* find_place(std::span<const model::MoneyAt> amounts, const std::string& id) {
    const auto found =
        std::find_if(amounts.begin(), amounts.end(), [&](const auto& each) { return each.place.value == id; });
    return found == amounts.end() ? nullptr : &*found;
}

}  // namespace

std::optional<Living> living_in(const model::PlaceProfile& place, quantity::Currency currency,
                                const model::Household& household, const std::optional<quantity::Number>& at_level,
                                std::span<const value::RateSource> rates, diagnostic::Diagnostics& problems) {
    const auto convert = [&](Money amount, diagnostic::Span span) -> std::optional<Money> {
        const auto conversion = value::find_conversion(amount.currency(), currency, rates, span, problems);
        return conversion ? conversion->apply(amount) : std::nullopt;
    };
    Living living{.spending = Money::zero(currency), .rent = Money::zero(currency)};
    if (const auto* stated = find_place(household.spending_in, place.header.id)) {
        const auto amount = convert(stated->amount, stated->place.span);
        if (!amount) {
            return std::nullopt;
        }
        living.spending = *amount;
    } else {
        const auto ratio =
            household.spending && place.price_level && at_level ? place.price_level->over(*at_level) : std::nullopt;
        const auto here = ratio ? quantity::multiply(household.spending->value, *ratio) : std::nullopt;
        const auto amount = here ? convert(*here, household.spending->span) : std::nullopt;
        if (!amount) {
            return std::nullopt;
        }
        living.spending = *amount;
        living.level = place.price_level;
        living.level_year = place.level_year;
    }
    if (const auto* rent = find_place(household.rent, place.header.id)) {
        const auto amount = convert(rent->amount, rent->place.span);
        if (!amount) {
            return std::nullopt;
        }
        living.rent = *amount;
    }
    return living;
}

}  // namespace offerkit::choice
