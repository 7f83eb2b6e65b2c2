#include <offerkit/timeline/performance.hpp>

#include <algorithm>

#include <offerkit/diagnostic/codes.hpp>

namespace offerkit::timeline {

namespace {

using quantity::Fraction;
using quantity::int128;
using quantity::Rate;

int128 rounded(int128 numerator, std::int64_t denominator, model::ShareRounding round) {
    switch (round) {
        case model::ShareRounding::down: break;
        case model::ShareRounding::up: return quantity::ceiling_divide(numerator, denominator);
        case model::ShareRounding::nearest: return quantity::round_half_up(numerator, denominator);
    }
    return numerator / denominator;
}

// from + (to - from) x (result - left) / (right - left)
std::optional<Rate> between(const model::CurvePoint& left, const model::CurvePoint& right,
                            const quantity::Number& result) {
    const auto way = result.minus(left.measure);
    const auto whole = right.measure.minus(left.measure);
    const auto rise = right.payout.minus(left.payout);
    if (!way || !whole || !rise) {
        return std::nullopt;
    }
    const auto part = Fraction::of(static_cast<int128>(way->numerator()) * whole->denominator(),
                                   static_cast<int128>(way->denominator()) * whole->numerator());
    const auto risen = part ? rise->times(*part) : std::nullopt;
    return risen ? left.payout.plus(*risen) : std::nullopt;
}

}  // namespace

std::optional<Rate> payout_of(const model::Performance& performance, Diagnostics& diagnostics) {
    const auto& curve = performance.curve;
    const auto above = std::find_if(curve.begin(), curve.end(), [&](const model::CurvePoint& point) {
        return performance.expected < point.measure;
    });
    if (above == curve.begin()) {
        return Rate{0};
    }
    if (above == curve.end()) {
        return curve.back().payout;
    }
    const auto payout = between(*(above - 1), *above, performance.expected);
    if (!payout) {
        diagnostics.error(diagnostic::codes::overflow, performance.span,
                          "the payout between two points of this curve is too fine to be computed exactly",
                          "write the curve and the result expected with fewer digits");
    }
    return payout;
}

std::optional<std::int64_t> pay_out(Service& service, std::int64_t target, const Rate& payout,
                                    model::ShareRounding round) {
    const auto paid = [&](std::int64_t shares) {
        return rounded(static_cast<int128>(shares) * payout.numerator(), payout.denominator(), round);
    };
    const int128 total = paid(target);
    if (!quantity::fits_int64(total)) {
        return std::nullopt;
    }
    const auto whole = static_cast<std::int64_t>(total);
    auto& earnings = service.earnings;
    if (std::all_of(earnings.begin(), earnings.end(), [](const Earning& e) { return e.quantity.is_whole(); })) {
        std::int64_t served = 0;
        std::int64_t given = 0;
        for (Earning& earning : earnings) {
            served += earning.quantity.whole();
            const auto until = static_cast<std::int64_t>(paid(served));
            earning.quantity = Shares{until - given};
            given = until;
        }
        service.lost = Shares{whole - given};
        return whole;
    }
    Fraction sum;
    for (Earning& earning : earnings) {
        const Fraction& exact = earning.quantity.exact();
        const auto part = Fraction::of(static_cast<int128>(exact.numerator()) * whole, target);
        const auto scaled =
            part ? Fraction::of(part->numerator(), static_cast<int128>(part->denominator()) * exact.denominator())
                 : std::nullopt;
        const auto next = scaled ? sum.plus(*scaled) : std::nullopt;
        if (!next) {
            return std::nullopt;
        }
        sum = *next;
        earning.quantity = Shares{*scaled};
    }
    return whole;
}

void await_evaluation(Service& service, Date evaluation) {
    for (Earning& earning : service.earnings) {
        if (earning.earned && *earning.earned < evaluation) {
            earning.earned = evaluation;
            earning.awaited_evaluation = true;
        }
    }
}

}  // namespace offerkit::timeline
