#include <algorithm>
#include <cmath>
#include <string_view>

#include <offerkit/choice/decision/detail/value_tree.hpp>
#include <offerkit/choice/decision/weights.hpp>
#include <offerkit/contract.hpp>
#include <offerkit/quantity/estimate.hpp>

namespace offerkit::choice::decision::detail {

namespace {

using model::Factor;
using model::Goal;
using model::Priorities;

// The weights of what stands side by side in the tree.
class Siblings {
public:
    explicit Siblings(bool equal) : equal_{equal} {}

    template <class Weighted>
    void add(const Weighted& weighted) {
        swings_.push_back(weighted.swing ? weighted.swing->value.approximate() : 0.0);
        ranks_.push_back(weighted.rank ? weighted.rank->value : 0);
        ranked_ = ranked_ || weighted.rank.has_value();
    }

    [[nodiscard]] std::vector<double> weights() const {
        if (equal_ || swings_.size() == 1) {
            return std::vector<double>(swings_.size(), 1.0 / static_cast<double>(swings_.size()));
        }
        return ranked_ ? rank_order_centroid(ranks_) : swing_weights(swings_);
    }

private:
    bool equal_;
    bool ranked_ = false;
    std::vector<double> swings_{};
    std::vector<std::int64_t> ranks_{};
};

class Tree {
public:
    explicit Tree(const Priorities& priorities) : priorities_{priorities}, leaves_(priorities.factors.size()) {}

    std::vector<DecisionFactor> run() {
        std::vector<const Factor*> top;
        for (const Factor& factor : priorities_.factors) {
            if (!has_parent(factor.id)) {
                top.push_back(&factor);
            }
        }
        Siblings siblings{priorities_.equal_weights};
        if (priorities_.money) {
            siblings.add(*priorities_.money);
        }
        for (const Factor* factor : top) {
            siblings.add(*factor);
        }
        const auto weights = siblings.weights();
        std::vector<DecisionFactor> factors;
        std::size_t next = 0;
        if (priorities_.money) {
            const model::MoneyFactor& money = *priorities_.money;
            DecisionFactor& leaf = factors.emplace_back();
            leaf.id = "money";
            leaf.name = "Yearly pay";
            leaf.money = true;
            leaf.weight = weights[next++];
            leaf.path = {{leaf.id, leaf.weight}};
            leaf.goal = money.goal;
            leaf.worst = quantity::major_of(money.worst);
            leaf.best = quantity::major_of(money.best);
        }
        for (const Factor* factor : top) {
            descend(*factor, {}, 1.0, weights[next++], Goal::none);
        }
        for (auto& leaf : leaves_) {
            if (leaf.stated != nullptr) {
                factors.push_back(std::move(leaf));
            }
        }
        return factors;
    }

private:
    [[nodiscard]] bool has_parent(std::string_view id) const {
        return std::any_of(priorities_.factors.begin(), priorities_.factors.end(), [&](const Factor& factor) {
            return std::any_of(factor.children.begin(), factor.children.end(),
                               [&](const auto& child) { return child.value == id; });
        });
    }

    [[nodiscard]] std::size_t place_of(std::string_view id) const {
        const auto found = std::find_if(priorities_.factors.begin(), priorities_.factors.end(),
                                        [&](const Factor& factor) { return factor.id == id; });
        expects(found != priorities_.factors.end());
        return static_cast<std::size_t>(found - priorities_.factors.begin());
    }

    void descend(const Factor& factor, std::vector<LocalWeight> path, double above, double local, Goal goal) {
        expects(path.size() <= priorities_.factors.size());  // no factor is its own ancestor
        path.push_back({factor.id, local});
        const double weight = above * local;
        const Goal own = factor.goal != Goal::none ? factor.goal : goal;
        if (factor.children.empty()) {
            leaves_[place_of(factor.id)] = {.id = factor.id,
                                            .name = factor.name.empty() ? factor.id : factor.name,
                                            .weight = weight,
                                            .path = std::move(path),
                                            .goal = own,
                                            .worst = factor.scale.worst.approximate(),
                                            .best = factor.scale.best.approximate(),
                                            .stated = &factor};
            return;
        }
        Siblings siblings{priorities_.equal_weights};
        for (const auto& child : factor.children) {
            siblings.add(priorities_.factors[place_of(child.value)]);
        }
        const auto weights = siblings.weights();
        for (std::size_t i = 0; i < weights.size(); ++i) {
            descend(priorities_.factors[place_of(factor.children[i].value)], path, weight, weights[i], own);
        }
    }

    const Priorities& priorities_;
    std::vector<DecisionFactor> leaves_;  // by the place of the factor; those of parents stay empty
};

}  // namespace

std::vector<DecisionFactor> rated_factors(const Priorities& priorities) {
    if (!priorities.money && priorities.factors.empty()) {
        return {};
    }
    return Tree{priorities}.run();
}

}  // namespace offerkit::choice::decision::detail
