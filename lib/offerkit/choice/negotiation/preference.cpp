#include <offerkit/choice/negotiation/preference.hpp>
#include <offerkit/quantity/estimate.hpp>

#include <cmath>
#include <utility>

namespace offerkit::choice::negotiation {

namespace {

// What is left of the same sum added in two ways must not cost a cent.
constexpr double rounding_noise = 1e-5;

}  // namespace

Preference::Preference(quantity::Currency currency, const decision::Judgement& judgement,
                       std::vector<double> lost_to_risk)
    : currency_{currency} {
    expects(judgement.money.has_value());
    const auto& money = judgement.factors[*judgement.money];
    Weighed weighed{money.weight, {}, std::move(lost_to_risk), {money.worst, money.best, judgement.risk_tolerance}};
    for (const auto& ratings : judgement.ratings) {
        double rest = 0;
        for (std::size_t j = 0; j < ratings.size(); ++j) {
            rest += j == *judgement.money ? 0.0 : judgement.factors[j].weight * ratings[j].value;
        }
        weighed.rest.push_back(rest);
    }
    weighed_ = std::move(weighed);
}

double Preference::value(std::size_t offer, Money pay) const noexcept {
    if (!weighed_) {
        return static_cast<double>(pay.minor());
    }
    return weighed_->rest[offer] +
           weighed_->weight * weighed_->of_pay.clamped_at(quantity::major_of(pay) - weighed_->lost[offer]);
}

double Preference::nothing() const noexcept { return weighed_ ? weighed_->weight * weighed_->of_pay.clamped_at(0) : 0; }

std::optional<Money> Preference::pay_for(std::size_t offer, double value) const noexcept {
    double minor = value;
    if (weighed_) {
        const auto amount = weighed_->of_pay.amount_of((value - weighed_->rest[offer]) / weighed_->weight);
        if (!amount) {
            return std::nullopt;
        }
        minor = (*amount + weighed_->lost[offer]) * static_cast<double>(currency_.minor_per_major());
    }
    constexpr double most = 9e18;
    if (!(std::fabs(minor) < most)) {
        return std::nullopt;
    }
    return Money{static_cast<std::int64_t>(std::ceil(minor - rounding_noise)), currency_};
}

}  // namespace offerkit::choice::negotiation
