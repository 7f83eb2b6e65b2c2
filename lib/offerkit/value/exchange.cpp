#include <offerkit/value/exchange.hpp>

#include <algorithm>
#include <utility>

#include <offerkit/diagnostic/codes.hpp>

namespace offerkit::value {

namespace {

namespace codes = diagnostic::codes;
using quantity::Fraction;

struct Found {
    Fraction rate{};
    Span span{};
};

std::optional<Found> direct(Currency from, Currency to, const model::FxTable& table) {
    for (const auto& rate : table.rates) {
        if (rate.base == from && rate.quote == to) {
            return Found{rate.rate, rate.span};
        }
    }
    for (const auto& rate : table.rates) {
        if (rate.base == to && rate.quote == from) {
            const auto inverse = Fraction::of(rate.rate.denominator(), rate.rate.numerator());
            return inverse ? std::optional{Found{*inverse, rate.span}} : std::nullopt;
        }
    }
    return std::nullopt;
}

std::optional<Found> within(Currency from, Currency to, const model::FxTable& table) {
    if (const auto found = direct(from, to, table)) {
        return found;
    }
    for (const auto& rate : table.rates) {
        for (const Currency between : {rate.base, rate.quote}) {
            const auto first = direct(from, between, table);
            const auto second = direct(between, to, table);
            const auto product = first && second ? first->rate.times(second->rate) : std::nullopt;
            if (product) {
                return Found{*product, first->span};
            }
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<Money> Conversion::apply(Money amount) const noexcept {
    expects(amount.currency() == from);
    if (from == to) {
        return amount;
    }
    // amount / minor units of `from` x rate x minor units of `to`, in one division.
    const quantity::int128 top = static_cast<quantity::int128>(rate.numerator()) * to.minor_per_major();
    const quantity::int128 bottom = static_cast<quantity::int128>(rate.denominator()) * from.minor_per_major();
    const auto scale = Fraction::of(top, bottom);
    const auto converted = scale ? quantity::multiply(Money{amount.minor(), to}, *scale) : std::nullopt;
    return converted;
}

std::optional<Conversion> find_conversion(Currency from, Currency to, std::span<const RateSource> sources, Span span,
                                          Diagnostics& diagnostics) {
    if (from == to) {
        return Conversion{from, to};
    }
    for (const auto& source : sources) {
        if (const auto found = within(from, to, *source.table)) {
            std::string origin = source.origin;
            if (source.table->as_of) {
                origin += ", " + calendar::to_string(*source.table->as_of);
            }
            return Conversion{from, to, found->rate, std::move(origin), found->span};
        }
    }
    const std::string pair = std::string{from.code()} + "/" + std::string{to.code()};
    diagnostics.error(codes::no_exchange_rate, span,
                      "no exchange rate from " + std::string{from.code()} + " to " + std::string{to.code()},
                      "give one with `--fx " + pair + "=...`, or in the file as [fx] \"" + pair + "\" = ...");
    return std::nullopt;
}

bool Exchange::find(Currency from, Span span, Diagnostics& diagnostics) {
    if (std::any_of(used_.begin(), used_.end(), [&](const Conversion& each) { return each.from == from; })) {
        return true;
    }
    auto conversion = find_conversion(from, to_, sources_, span, diagnostics);
    if (!conversion) {
        return false;
    }
    used_.push_back(std::move(*conversion));
    return true;
}

const Conversion& Exchange::from(Currency currency) const {
    const auto found =
        std::find_if(used_.begin(), used_.end(), [&](const Conversion& each) { return each.from == currency; });
    expects(found != used_.end());
    return *found;
}

}  // namespace offerkit::value
