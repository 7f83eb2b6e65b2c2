#include <offerkit/choice/uncertainty/exit_wins.hpp>

#include <offerkit/choice/uncertainty/exit_cases.hpp>
#include <offerkit/quantity/estimate.hpp>
#include <offerkit/value/figures.hpp>

namespace offerkit::choice {

namespace {

using model::Definition;
using quantity::Exact;

/// What is certain adds up exactly, so that 15% and 5% are 20%.
class Sum {
public:
    void add(const Exact& chance, double wins) {
        if (wins >= 1) {
            whole_ += chance;
        } else if (wins > 0) {
            rest_ += as_double(chance) * wins;
        }
    }
    [[nodiscard]] double value() const { return as_double(whole_) + rest_; }

private:
    static double as_double(const Exact& chance) {
        return to_fraction(chance).value_or(quantity::Rate{}).approximate();
    }

    Exact whole_{};
    double rest_ = 0;
};

/// The chance that a figure lies below an amount; what is certain has to lie below it, not at it.
double below(const risk::Prospect& prospect, Money figure, Money amount) {
    if (prospect.is_uncertain()) {
        return prospect.below(quantity::major_of(amount));
    }
    return figure < amount ? 1 : 0;
}

}  // namespace

std::vector<ExitWin> exit_wins(const Comparison& comparison, std::span<const risk::Prospect> prospects) {
    std::vector<ExitWin> wins;
    const model::Valuation& valuation = comparison.valuation;
    const bool shares_enter = valuation.by == Definition::average || valuation.by == Definition::present_value;
    if (!shares_enter || comparison.offers.size() < 2) {
        return wins;
    }
    value::Discounting discounting{comparison.present, valuation.discount_rate, valuation.exit_per_year};
    std::vector<std::vector<ExitCase>> cases;
    for (const auto& offer : comparison.offers) {
        cases.push_back(exit_cases(offer, valuation.by, valuation, discounting));
    }
    for (std::size_t i = 0; i < cases.size(); ++i) {
        for (std::size_t over = 0; over < cases.size() && !cases[i].empty(); ++over) {
            if (over == i) {
                continue;
            }
            Sum sum;
            for (const ExitCase& own : cases[i]) {
                if (cases[over].empty()) {
                    sum.add(Exact{own.chance}, below(prospects[over], comparison.figure(over), own.figure));
                }
                for (const ExitCase& other : cases[over]) {
                    sum.add(Exact{own.chance} * Exact{other.chance}, other.figure < own.figure ? 1 : 0);
                }
            }
            wins.push_back({i, over, sum.value()});
        }
    }
    return wins;
}

}  // namespace offerkit::choice
