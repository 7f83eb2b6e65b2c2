#include <offerkit/value/exchange.hpp>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>

namespace offerkit::value {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::formatted;
using quantity::Fraction;

struct Found {
    Fraction rate{};
    Span span{};
};

using Rates = std::map<std::string_view, Found>;

// The rates that a table states between one currency and others, as how much of the others one of it is (`from`), or
// how much of it one of the others is. A stated rate takes precedence over the inverse of another; of several the first
// counts.
Rates rates_at(Currency currency, const model::FxTable& table, bool from) {
    Rates stated;
    Rates inverted;
    for (const auto& rate : table.rates) {
        const bool at_base = rate.base == currency;
        if ((!at_base && rate.quote != currency) || rate.rate.numerator() <= 0) {
            continue;
        }
        const std::string_view other = (at_base ? rate.quote : rate.base).code();
        if (at_base == from) {
            stated.try_emplace(other, Found{rate.rate, rate.span});
        } else if (const auto inverse = Fraction::of(rate.rate.denominator(), rate.rate.numerator())) {
            inverted.try_emplace(other, Found{*inverse, rate.span});
        }
    }
    stated.merge(inverted);
    return stated;
}

// One pass over the table for each end, and one for a currency between the two: the first that the table names.
std::optional<Found> within(Currency from, Currency to, const model::FxTable& table) {
    const Rates outward = rates_at(from, table, true);
    if (const auto found = outward.find(to.code()); found != outward.end()) {
        return found->second;
    }
    const Rates inward = outward.empty() ? Rates{} : rates_at(to, table, false);
    for (const auto& rate : table.rates) {
        for (const Currency between : {rate.base, rate.quote}) {
            const auto first = outward.find(between.code());
            const auto second = inward.find(between.code());
            if (first == outward.end() || second == inward.end()) {
                continue;
            }
            if (const auto product = first->second.rate.times(second->second.rate)) {
                return Found{*product, first->second.span};
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
                      formatted("no exchange rate from {} to {}", from.code(), to.code()),
                      formatted("give one with `--fx {}=...`, or in the file as [fx] \"{}\" = ...", pair, pair));
    return std::nullopt;
}

void review_rates(const model::FxTable& table, Diagnostics& diagnostics) {
    // Two rates that each are rounded to a few digits are still about each other's inverse.
    constexpr double tolerance = 0.01;
    std::map<std::pair<std::string_view, std::string_view>, const model::FxRate*> seen;
    for (const auto& rate : table.rates) {
        const auto same = seen.find({rate.base.code(), rate.quote.code()});
        const auto other = seen.find({rate.quote.code(), rate.base.code()});
        const auto* before = same != seen.end() ? same->second : other != seen.end() ? other->second : nullptr;
        seen.try_emplace({rate.base.code(), rate.quote.code()}, &rate);
        if (before == nullptr) {
            continue;
        }
        const double ratio = same != seen.end() ? rate.rate.approximate() / before->rate.approximate()
                                                : rate.rate.approximate() * before->rate.approximate();
        if (ratio > 1 - tolerance && ratio < 1 + tolerance) {
            continue;
        }
        const auto pair = [](const model::FxRate& each) {
            return std::string{each.base.code()} + "/" + std::string{each.quote.code()};
        };
        diagnostics.warning(codes::contradictory_rates, rate.span,
                            formatted("{} = {} contradicts {} = {}", pair(rate), quantity::to_decimal(rate.rate),
                                      pair(*before), quantity::to_decimal(before->rate)),
                            "one of the two is enough: take the wrong one out");
    }
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
