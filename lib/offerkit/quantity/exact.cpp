#include <offerkit/quantity/exact.hpp>

#include <limits>
#include <numeric>

#include <offerkit/quantity/detail/uint128.hpp>

namespace offerkit::quantity {

namespace {

using detail::greatest_common_divisor;
using detail::magnitude;
using detail::uint128;

/// Terms are made lowest only where they grow: most sums and products of a tax form stay far below.
constexpr int128 large_bottom = static_cast<int128>(1) << 48;

bool product(int128 a, int128 b, int128& into) noexcept {
    if (fits_int64(a) && fits_int64(b)) {
        into = a * b;
        return true;
    }
    return !__builtin_mul_overflow(a, b, &into);
}

Exact lowest(const Exact& value) noexcept {
    const uint128 divisor = greatest_common_divisor(magnitude(value.top()), magnitude(value.bottom()));
    if (divisor <= 1) {
        return value;
    }
    const auto by = static_cast<int128>(divisor);
    return Exact::ratio(value.top() / by, value.bottom() / by);
}

Exact kept(int128 top, int128 bottom) noexcept {
    const Exact value = Exact::ratio(top, bottom);
    return bottom > large_bottom ? lowest(value) : value;
}

/// a / b where that is whole, else 0. Both are positive; 64 bits are divided much faster than 128.
int128 times_in(int128 a, int128 b) noexcept {
    if (b == 1) {
        return a;
    }
    if (fits_int64(a) && fits_int64(b)) {
        const auto large = static_cast<std::int64_t>(a);
        const auto small = static_cast<std::int64_t>(b);
        return large % small == 0 ? large / small : 0;
    }
    return a % b == 0 ? a / b : 0;
}

bool add(const Exact& a, const Exact& b, Exact& into) noexcept {
    // To the least common bottom where one divides the other, which is the usual case, else to their product.
    int128 left = a.top();
    int128 right = b.top();
    int128 bottom = a.bottom();
    if (a.bottom() != b.bottom()) {
        if (const int128 more = times_in(a.bottom(), b.bottom()); more != 0) {
            if (!product(b.top(), more, right)) {
                return false;
            }
        } else if (const int128 less = times_in(b.bottom(), a.bottom()); less != 0) {
            bottom = b.bottom();
            if (!product(a.top(), less, left)) {
                return false;
            }
        } else if (!product(a.top(), b.bottom(), left) || !product(b.top(), a.bottom(), right) ||
                   !product(a.bottom(), b.bottom(), bottom)) {
            return false;
        }
    }
    int128 top = 0;
    if (__builtin_add_overflow(left, right, &top)) {
        return false;
    }
    into = kept(top, bottom);
    return true;
}

bool multiply(const Exact& a, const Exact& b, Exact& into) noexcept {
    int128 top = 0;
    int128 bottom = 0;
    if (!product(a.top(), b.top(), top) || !product(a.bottom(), b.bottom(), bottom)) {
        return false;
    }
    into = kept(top, bottom);
    return true;
}

/// a/b against c/d without a product: by whole parts, then by what is left of each turned over.
std::strong_ordering compare(int128 a, int128 b, int128 c, int128 d) noexcept {
    while (true) {
        const int128 left = floor_divide(a, b);
        const int128 right = floor_divide(c, d);
        if (left != right) {
            return left <=> right;
        }
        const int128 left_rest = a - left * b;
        const int128 right_rest = c - right * d;
        if (left_rest == 0 || right_rest == 0) {
            return left_rest <=> right_rest;
        }
        // x/b < y/d when d/y < b/x.
        a = d;
        c = b;
        b = right_rest;
        d = left_rest;
    }
}

}  // namespace

Exact operator+(const Exact& a, const Exact& b) noexcept {
    if (a.overflowed() || b.overflowed()) {
        return Exact::overflow();
    }
    // What is added to nothing stays as it is: most lines of a form are 0 for most people.
    if (a.top_ == 0) {
        return b;
    }
    if (b.top_ == 0) {
        return a;
    }
    Exact result;
    return add(a, b, result) || add(lowest(a), lowest(b), result) ? result : Exact::overflow();
}

Exact operator-(const Exact& a, const Exact& b) noexcept {
    if (b.top_ == std::numeric_limits<int128>::min()) {
        return Exact::overflow();
    }
    return a + Exact::ratio(-b.top_, b.bottom_);
}

Exact operator*(const Exact& a, const Exact& b) noexcept {
    if (a.overflowed() || b.overflowed()) {
        return Exact::overflow();
    }
    if (a.top_ == 0 || b.top_ == 0) {
        return {};
    }
    Exact result;
    if (multiply(a, b, result)) {
        return result;
    }
    // Each top against the other's bottom first: what is left is in lowest terms already.
    const Exact left = lowest(a);
    const Exact right = lowest(b);
    const Exact one = lowest(Exact::ratio(left.top(), right.bottom()));
    const Exact other = lowest(Exact::ratio(right.top(), left.bottom()));
    return multiply(one, other, result) ? result : Exact::overflow();
}

Exact operator/(const Exact& a, const Exact& b) noexcept {
    if (a.overflowed() || b.overflowed()) {
        return Exact::overflow();
    }
    expects(b.top_ > 0);
    return a * Exact::ratio(b.bottom_, b.top_);
}

std::strong_ordering operator<=>(const Exact& a, const Exact& b) noexcept {
    if (a.overflowed() || b.overflowed()) {
        return std::strong_ordering::equal;
    }
    if (a.bottom_ == b.bottom_) {
        return a.top_ <=> b.top_;
    }
    int128 left = 0;
    int128 right = 0;
    if (product(a.top_, b.bottom_, left) && product(b.top_, a.bottom_, right)) {
        return left <=> right;
    }
    return compare(a.top_, a.bottom_, b.top_, b.bottom_);
}

Exact round_to(const Exact& value, const Exact& step, RoundingWay way) noexcept {
    const Exact steps = value / step;
    if (steps.overflowed()) {
        return steps;
    }
    int128 whole = 0;
    switch (way) {
        case RoundingWay::down: whole = floor_divide(steps.top(), steps.bottom()); break;
        case RoundingWay::up: whole = ceiling_divide(steps.top(), steps.bottom()); break;
        case RoundingWay::nearest: whole = round_half_up(steps.top(), steps.bottom()); break;
    }
    return Exact::ratio(whole, 1) * step;
}

std::optional<Money> to_money(const Exact& value, Currency currency) noexcept {
    const Exact minor = value * Exact{currency.minor_per_major()};
    if (minor.overflowed()) {
        return std::nullopt;
    }
    const int128 rounded = round_half_up(minor.top(), minor.bottom());
    return fits_int64(rounded) ? std::optional{Money{static_cast<std::int64_t>(rounded), currency}} : std::nullopt;
}

std::optional<Fraction> to_fraction(const Exact& value) noexcept {
    return value.overflowed() ? std::nullopt : Fraction::of(value.top(), value.bottom());
}

}  // namespace offerkit::quantity
