#include <offerkit/risk/waterfall/waterfall.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <numeric>
#include <utility>

#include <boost/multiprecision/cpp_int.hpp>

#include <offerkit/contract.hpp>

namespace offerkit::risk {

namespace {

using model::Participation;
using quantity::int128;

/// Wide enough for a product of two numbers that were each brought to a common denominator, without an allocation.
using Integer = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<
    1024, 1024, boost::multiprecision::signed_magnitude, boost::multiprecision::unchecked, void>>;

/// Common denominators beyond it are refused: 2^120 times a number of 128 bits, squared, is far below 1,024 bits.
constexpr unsigned most_denominator_bits = 120;

/// A least common denominator, while it stays below its limit.
class CommonDenominator {
public:
    void include(const Exact& value) {
        if (value.overflowed() || !fits_) {
            fits_ = false;
            return;
        }
        const Integer other{value.bottom()};
        denominator_ *= other / gcd(denominator_, other);
        fits_ = msb(denominator_) < most_denominator_bits;
    }
    [[nodiscard]] bool fits() const noexcept { return fits_; }
    [[nodiscard]] const Integer& value() const noexcept { return denominator_; }
    /// The whole number that a value is over this denominator.
    [[nodiscard]] Integer scaled(const Exact& value) const {
        return Integer{value.top()} * (denominator_ / Integer{value.bottom()});
    }

private:
    Integer denominator_ = 1;
    bool fits_ = true;
};

/// The fraction in lowest terms; nothing when it leaves 128 bits.
std::optional<Exact> to_exact(const Integer& top, const Integer& bottom) {
    static const Integer most{std::numeric_limits<int128>::max()};
    const Integer divisor = gcd(top, bottom);
    const Integer above = top / divisor;
    const Integer below = bottom / divisor;
    if (abs(above) > most || below > most) {
        return std::nullopt;
    }
    return Exact::ratio(above.convert_to<int128>(), below.convert_to<int128>());
}

/// A price of common at which a claim changes: at `amount` / `shares` the sum of all claims begins to rise by `more`
/// shares a unit of price more than before, and stays continuous.
struct Kink {
    Integer amount;
    Integer shares;
    Integer more;  ///< negative where a cap is reached
};

bool before(const Kink& a, const Kink& b) { return a.amount * b.shares < b.amount * a.shares; }

/// A claim as a straight line: amount + shares x price.
struct Line {
    Integer amount = 0;
    Integer shares = 0;
};

/// Claims as whole numbers of a common unit of money and a common unit of shares.
class Scaled {
public:
    Scaled(const CapTable& table, const Exact& proceeds, Conversion conversion)
        : forced_{conversion == Conversion::forced} {
        shares_.include(table.common);
        money_.include(proceeds);
        for (const auto& series : table.preferred) {
            shares_.include(series.shares);
            money_.include(series.preference);
            if (series.participation == Participation::capped) {
                money_.include(series.cap);
            }
        }
        for (const auto& options : table.options) {
            shares_.include(options.shares);
            money_.include(options.shares * options.strike);
        }
    }

    [[nodiscard]] bool fits() const noexcept { return shares_.fits() && money_.fits(); }
    [[nodiscard]] Integer shares(const Exact& count) const { return shares_.scaled(count); }
    [[nodiscard]] Integer money(const Exact& amount) const { return money_.scaled(amount); }
    /// An amount of scaled money / `below` in major units.
    [[nodiscard]] std::optional<Exact> amount(const Integer& top, const Integer& below) const {
        return to_exact(top, below * money_.value());
    }
    /// A price of scaled money over scaled shares in major units.
    [[nodiscard]] std::optional<Exact> price(const Integer& top, const Integer& below) const {
        return to_exact(top * shares_.value(), below * money_.value());
    }

    /// The claim of a series at a price of 0, with what changes it.
    Line add(const PreferredClaim& series, std::vector<Kink>& kinks) const {
        const Integer count = shares(series.shares);
        if (forced_) {
            return {0, count};
        }
        const Integer preference = money(series.preference);
        switch (series.participation) {
            case Participation::none: kinks.push_back({preference, count, count}); return {preference, 0};
            case Participation::full: return {preference, count};
            case Participation::capped: break;
        }
        const Integer cap = money(series.cap);
        kinks.push_back({Integer{cap - preference}, count, Integer{-count}});
        kinks.push_back({cap, count, count});
        return {preference, count};
    }

    void add(const OptionClaim& options, std::vector<Kink>& kinks) const {
        const Integer count = shares(options.shares);
        kinks.push_back({money(options.shares * options.strike), count, count});
    }

private:
    CommonDenominator shares_;
    CommonDenominator money_;
    bool forced_;
};

/// The price of a common share as a fraction of scaled money over scaled shares.
struct Root {
    Integer top = 0;
    Integer bottom = 1;

    /// amount + shares x price, over `bottom`.
    [[nodiscard]] Integer at(const Integer& amount, const Integer& shares) const {
        return amount * bottom + shares * top;
    }
};

/// The price at which claims add up to `proceeds`, more than they are at a price of 0. A kink at a / n of m shares
/// turns the line amount + shares x price into one of m shares more that meets it there: its amount is lower by m a /
/// n, and m is n or -n, so that all stays whole.
Root root_of(Line sum, std::vector<Kink> kinks, const Integer& proceeds) {
    std::sort(kinks.begin(), kinks.end(), before);
    for (const Kink& kink : kinks) {
        const Integer above = proceeds - sum.amount;
        if (sum.shares > 0 && above * kink.shares <= kink.amount * sum.shares) {
            break;
        }
        sum.shares += kink.more;
        sum.amount += kink.more > 0 ? Integer{-kink.amount} : kink.amount;
    }
    expects(sum.shares > 0);
    return {proceeds - sum.amount, sum.shares};
}

/// What each series gets of proceeds that do not exceed all preferences: down the ranks, in proportion in each.
std::vector<Exact> down_the_ranks(const CapTable& table, Exact left) {
    std::vector<std::size_t> order(table.preferred.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return table.preferred[a].rank < table.preferred[b].rank; });
    std::vector<Exact> paid(order.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        Exact due{};
        while (last < order.size() && table.preferred[order[last]].rank == table.preferred[order[first]].rank) {
            due += table.preferred[order[last++]].preference;
        }
        if (!due.is_zero()) {
            const Exact part = left < due ? left / due : Exact{1};
            for (std::size_t i = first; i < last; ++i) {
                paid[order[i]] = table.preferred[order[i]].preference * part;
            }
            left = left < due ? Exact{} : left - due;
        }
        first = last;
    }
    return paid;
}

struct Priced {
    Scaled scaled;
    std::optional<Root> root{};  ///< absent where the proceeds do not exceed all preferences
};

std::optional<Priced> priced(const CapTable& table, const Exact& proceeds, Conversion conversion) {
    Priced result{.scaled = Scaled{table, proceeds, conversion}};
    if (!result.scaled.fits()) {
        return std::nullopt;
    }
    std::vector<Kink> kinks;
    kinks.reserve(2 * table.preferred.size() + table.options.size());
    Line sum{0, result.scaled.shares(table.common)};
    expects(sum.shares > 0);
    for (const auto& series : table.preferred) {
        const Line own = result.scaled.add(series, kinks);
        sum.amount += own.amount;
        sum.shares += own.shares;
    }
    for (const auto& options : table.options) {
        result.scaled.add(options, kinks);
    }
    const Integer whole = result.scaled.money(proceeds);
    if (whole > sum.amount) {
        result.root = root_of(std::move(sum), std::move(kinks), whole);
    }
    return result;
}

/// What a series gets at a price above 0, over the bottom of `root`, and whether it converts.
std::pair<Integer, bool> payment(const PreferredClaim& series, const Scaled& scaled, const Root& root,
                                 Conversion conversion) {
    const Integer count = scaled.shares(series.shares);
    const Integer converted = root.at(0, count);
    if (conversion == Conversion::forced) {
        return {converted, true};
    }
    const Integer preference = scaled.money(series.preference);
    Integer held = root.at(preference, 0);
    if (series.participation != Participation::none) {
        held = root.at(preference, count);
    }
    if (series.participation == Participation::capped) {
        held = std::min(held, root.at(scaled.money(series.cap), 0));
    }
    return converted > held ? std::pair{converted, true} : std::pair{held, false};
}

}  // namespace

std::optional<Split> split(const CapTable& table, const Exact& proceeds, Conversion conversion) {
    const auto found = priced(table, proceeds, conversion);
    if (!found) {
        return std::nullopt;
    }
    Split result;
    if (!found->root) {
        // A forced conversion of nothing leaves nothing to anybody.
        const auto paid = conversion == Conversion::forced ? std::vector<Exact>(table.preferred.size())
                                                           : down_the_ranks(table, proceeds);
        for (const Exact& amount : paid) {
            if (amount.overflowed()) {
                return std::nullopt;
            }
            result.preferred.push_back({amount, conversion == Conversion::forced});
        }
        result.options.resize(table.options.size());
        return result;
    }
    const Root& root = *found->root;
    const Scaled& scaled = found->scaled;
    const auto price = scaled.price(root.top, root.bottom);
    const auto common = scaled.amount(root.at(0, scaled.shares(table.common)), root.bottom);
    if (!price || !common) {
        return std::nullopt;
    }
    result.share_price = *price;
    result.common = *common;
    for (const auto& series : table.preferred) {
        const auto [top, converts] = payment(series, scaled, root, conversion);
        const auto amount = scaled.amount(top, root.bottom);
        if (!amount) {
            return std::nullopt;
        }
        result.preferred.push_back({*amount, converts});
    }
    for (const auto& options : table.options) {
        const Integer gain =
            root.at(Integer{-scaled.money(options.shares * options.strike)}, scaled.shares(options.shares));
        const auto amount = scaled.amount(gain > 0 ? gain : Integer{0}, root.bottom);
        if (!amount) {
            return std::nullopt;
        }
        result.options.push_back(*amount);
    }
    return result;
}

std::optional<Exact> share_price(const CapTable& table, const Exact& proceeds, Conversion conversion) {
    const auto found = priced(table, proceeds, conversion);
    if (!found) {
        return std::nullopt;
    }
    return found->root ? found->scaled.price(found->root->top, found->root->bottom) : Exact{};
}

Exact claims_at(const CapTable& table, const Exact& price) {
    Exact sum = table.common * price;
    for (const auto& series : table.preferred) {
        const Exact converted = series.shares * price;
        Exact held = series.preference;
        if (series.participation != Participation::none) {
            held += converted;
        }
        if (series.participation == Participation::capped) {
            held = std::min(held, series.cap);
        }
        sum += std::max(held, converted);
    }
    for (const auto& options : table.options) {
        if (price > options.strike) {
            sum += options.shares * (price - options.strike);
        }
    }
    return sum;
}

Exact preferences(const CapTable& table) {
    Exact sum{};
    for (const auto& series : table.preferred) {
        sum += series.preference;
    }
    return sum;
}

}  // namespace offerkit::risk
