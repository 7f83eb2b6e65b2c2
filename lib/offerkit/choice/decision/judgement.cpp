#include <offerkit/choice/decision/judgement.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

#include <offerkit/choice/decision/detail/value_tree.hpp>
#include <offerkit/choice/decision/value_function.hpp>
#include <offerkit/contract.hpp>
#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/quantity/estimate.hpp>

namespace offerkit::choice::decision {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::formatted;
using diagnostic::Related;
using diagnostic::Severity;
using diagnostic::Span;
using model::FactorRating;
using quantity::Number;

// The three points of a range stand for it with these chances, which keep its mean and variance (Swanson's rule).
constexpr double outer_chance = 0.3;
constexpr double middle_chance = 0.4;

// Expected rating and value from the outcomes, those of no chance left out and equal ones put together.
void finish(Rating& rating) {
    std::vector<Outcome> distinct;
    for (const Outcome& outcome : rating.outcomes) {
        if (outcome.chance <= 0) {
            continue;
        }
        const auto same = std::find_if(distinct.begin(), distinct.end(),
                                       [&](const Outcome& other) { return other.rating == outcome.rating; });
        if (same != distinct.end()) {
            same->chance += outcome.chance;
        } else {
            distinct.push_back(outcome);
        }
    }
    rating.outcomes = std::move(distinct);
    if (rating.outcomes.size() == 1) {
        rating.outcomes.front().chance = 1;
    }
    for (const Outcome& outcome : rating.outcomes) {
        rating.rating += outcome.chance * outcome.rating;
        rating.value += outcome.chance * outcome.value;
    }
}

class Judging {
public:
    Judging(std::span<const model::Offer* const> offers, std::span<const Money> pay,
            const model::Priorities& priorities, Diagnostics& diagnostics)
        : offers_{offers}, pay_{pay}, priorities_{priorities}, diagnostics_{diagnostics} {}

    std::optional<Judgement> run() {
        result_.factors = detail::rated_factors(priorities_);
        if (result_.factors.empty()) {
            diagnostics_.error(
                codes::no_factors, offers_.front()->span,
                formatted("`{}` has neither [money] nor a [[factor]] to judge this offer by", priorities_.file),
                "add what matters to you, such as [[factor]] with `id = \"growth\"` and `swing = 80`");
            return std::nullopt;
        }
        if (priorities_.money) {
            result_.money = 0;
        }
        if (priorities_.risk_tolerance) {
            result_.risk_tolerance = quantity::major_of(priorities_.risk_tolerance->value);
        }
        for (std::size_t i = 0; i < offers_.size(); ++i) {
            check_ids(*offers_[i]);
            rate(i);
        }
        return sound_ ? std::optional{std::move(result_)} : std::nullopt;
    }

private:
    void problem(Severity severity, const diagnostic::Code& code, Span span, std::string message, std::string help,
                 Related related) {
        sound_ = sound_ && severity != Severity::error;
        diagnostics_.add({severity, code.id, span, std::move(message), std::move(help), std::move(related)});
    }

    // Ratings that no factor takes.
    void check_ids(const model::Offer& offer) {
        std::vector<std::string_view> ids;
        for (const DecisionFactor& factor : result_.factors) {
            if (!factor.money) {
                ids.push_back(factor.id);
            }
        }
        for (const FactorRating& rating : offer.factors) {
            const auto stated = std::find_if(priorities_.factors.begin(), priorities_.factors.end(),
                                             [&](const model::Factor& factor) { return factor.id == rating.factor; });
            if (stated == priorities_.factors.end()) {
                std::string help = diagnostic::did_you_mean(rating.factor, ids);
                if (help.empty()) {
                    help = formatted("add [[factor]] with that id to `{}`, or take it out here", priorities_.file);
                }
                diagnostics_.warning(
                    codes::unknown_factor, rating.span,
                    formatted("`{}` is no factor of `{}`: it counts for nothing", rating.factor, priorities_.file),
                    std::move(help));
            } else if (!stated->children.empty()) {
                problem(Severity::error, codes::out_of_place, rating.span,
                        formatted("`{}` is the sum of other factors, which are rated instead of it", rating.factor),
                        formatted("rate `{}` and the others of its `children`", stated->children.front().value),
                        {stated->children.front().span, "its children stand here"});
            }
        }
    }

    void rate(std::size_t offer) {
        auto& row = result_.ratings.emplace_back();
        std::vector<std::string_view> missing;
        Span first_missing{};
        for (const DecisionFactor& factor : result_.factors) {
            if (factor.money) {
                row.push_back(pay_rating(factor, pay_[offer]));
                continue;
            }
            const auto& stated = offers_[offer]->factors;
            const auto found = std::find_if(stated.begin(), stated.end(),
                                            [&](const FactorRating& rating) { return rating.factor == factor.id; });
            if (found != stated.end()) {
                row.push_back(rating_of(*found, factor));
                row.back().askable = found->askable && factor.stated->askable;
                continue;
            }
            first_missing = missing.empty() ? factor.stated->span : first_missing;
            missing.push_back(factor.id);
            row.push_back(anywhere(RatingKind::missing, factor, offers_[offer]->span));
            row.back().askable = factor.stated->askable;
        }
        if (!missing.empty()) {
            problem(Severity::warning, codes::missing_rating, offers_[offer]->span,
                    formatted("no rating of {}: taken as unknown, anywhere on its scale",
                              diagnostic::listed(missing, "and")),
                    formatted("write it under [factors], or `{} = \"unknown\"` to say that you do not know",
                              missing.front()),
                    {first_missing, missing.size() == 1 ? "the factor stands here" : "the first of them stands here"});
        }
    }

    [[nodiscard]] Rating pay_rating(const DecisionFactor& factor, const Money& pay) const {
        const ValueFunction function{factor.worst, factor.best, result_.risk_tolerance};
        const double amount = quantity::major_of(pay);
        Rating rating{.clamped = !function.holds(amount)};
        rating.outcomes = {{1.0, amount, function.clamped_at(amount)}};
        finish(rating);
        return rating;
    }

    static Rating anywhere(RatingKind kind, const DecisionFactor& factor, Span span) {
        return {.kind = kind, .rating = (factor.worst + factor.best) / 2, .value = 0.5, .span = span};
    }

    // One rating on the scale of its factor, which it must not leave.
    Outcome outcome(double chance, const Number& rating, const DecisionFactor& factor, Span span) {
        const model::Scale& scale = factor.stated->scale;
        if (rating < std::min(scale.worst, scale.best) || rating > std::max(scale.worst, scale.best)) {
            const bool written = scale.span.line != 0;
            problem(Severity::error, codes::off_scale, span,
                    formatted("{} lies outside the scale of `{}`, which runs from {} to {}", to_decimal(rating),
                              factor.id, to_decimal(scale.worst), to_decimal(scale.best)),
                    "rate it on that scale; a scale made wider changes what its swing stands for",
                    {written ? scale.span : factor.stated->span,
                     written ? "the scale stands here" : "the factor stands here, on the scale of 0 to 10"});
        }
        const double number = rating.approximate();
        return {chance, number, ValueFunction{factor.worst, factor.best}.at(number)};
    }

    Rating rating_of(const FactorRating& stated, const DecisionFactor& factor) {
        Rating rating{.span = stated.span};
        if (const auto* number = std::get_if<Number>(&stated.rating)) {
            rating.outcomes = {outcome(1.0, *number, factor, stated.span)};
        } else if (const auto* range = std::get_if<model::RangeRating>(&stated.rating)) {
            rating.kind = RatingKind::range;
            rating.outcomes = {outcome(outer_chance, range->low, factor, stated.span),
                               outcome(middle_chance, range->likely, factor, stated.span),
                               outcome(outer_chance, range->high, factor, stated.span)};
        } else if (const auto* condition = std::get_if<model::ConditionRating>(&stated.rating)) {
            const model::Scale& scale = factor.stated->scale;
            const double chance = condition->chance.approximate();
            rating.kind = RatingKind::condition;
            rating.outcomes = {outcome(chance, condition->met.value_or(scale.best), factor, stated.span),
                               outcome(1 - chance, condition->unmet.value_or(scale.worst), factor, stated.span)};
        } else {
            return anywhere(RatingKind::unknown, factor, stated.span);
        }
        finish(rating);
        return rating;
    }

    std::span<const model::Offer* const> offers_;
    std::span<const Money> pay_;
    const model::Priorities& priorities_;
    Diagnostics& diagnostics_;
    Judgement result_{};
    bool sound_ = true;
};

}  // namespace

double Rating::least() const noexcept {
    double least = continuous() ? 0.0 : outcomes.front().value;
    for (const Outcome& outcome : outcomes) {
        least = std::min(least, outcome.value);
    }
    return least;
}

double Rating::most() const noexcept {
    double most = continuous() ? 1.0 : outcomes.front().value;
    for (const Outcome& outcome : outcomes) {
        most = std::max(most, outcome.value);
    }
    return most;
}

std::vector<double> Judgement::weights() const {
    std::vector<double> result;
    result.reserve(factors.size());
    for (const DecisionFactor& factor : factors) {
        result.push_back(factor.weight);
    }
    return result;
}

Values Judgement::values() const {
    Values result;
    for (const auto& row : ratings) {
        auto& values = result.emplace_back();
        for (const Rating& rating : row) {
            values.push_back(rating.value);
        }
    }
    return result;
}

std::optional<Judgement> judge(std::span<const model::Offer* const> offers, std::span<const Money> pay,
                               const model::Priorities& priorities, Diagnostics& diagnostics) {
    expects(!offers.empty() && offers.size() == pay.size());
    expects(!priorities.money || priorities.money->worst.currency() == pay.front().currency());
    return Judging{offers, pay, priorities, diagnostics}.run();
}

}  // namespace offerkit::choice::decision
