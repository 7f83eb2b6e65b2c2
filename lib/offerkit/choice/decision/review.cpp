#include <offerkit/choice/decision/review.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include <offerkit/choice/decision/detail/same_value.hpp>
#include <offerkit/choice/decision/weights.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/letters.hpp>
#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/quantity/estimate.hpp>

namespace offerkit::choice {

namespace {

using decision::DecisionFactor;
using decision::Judgement;
using decision::RatingKind;
using decision::Warning;
using decision::WarningKind;
using decision::detail::same_value;
using diagnostic::formatted;

constexpr std::size_t easily_weighed = 10;

// Words that say money, in English and as people abbreviate them.
constexpr std::array<std::string_view, 16> money_words{"bonus",  "cash",  "comp", "compensation", "earnings", "equity",
                                                       "income", "money", "pay",  "remuneration", "rsu",      "rsus",
                                                       "salary", "stock", "tc",   "wage"};

bool says_money(std::string_view text) { return diagnostic::has_word(text, money_words); }

std::string names_of(const Judgement& judgement, const std::vector<std::size_t>& factors) {
    std::vector<std::string_view> ids;
    ids.reserve(factors.size());
    for (const std::size_t factor : factors) {
        ids.push_back(judgement.factors[factor].id);
    }
    return diagnostic::listed(ids, "and");
}

std::string grouped(double major, quantity::Currency currency) {
    return to_grouped(quantity::money_of(major, currency), true) + " " + std::string{currency.code()};
}

class Review {
public:
    Review(const Comparison& comparison, const Decision& decision, const model::Priorities& priorities)
        : offers_{comparison.offers}, decision_{decision}, judgement_{decision.judgement}, priorities_{priorities} {}

    std::vector<Warning> run() {
        must_haves();
        not_made();
        missing();
        pay();
        other_winner();
        sampled();
        money_in_disguise();
        branches();
        importance();
        equal_columns();
        if (judgement_.factors.size() > easily_weighed) {
            add(WarningKind::many_factors, {}, {},
                formatted("{} factors are more than most people can weigh against each other; ten or fewer do",
                          std::to_string(judgement_.factors.size())));
        }
        return std::move(warnings_);
    }

private:
    void add(WarningKind kind, std::optional<std::size_t> offer, std::vector<std::size_t> factors,
             std::string message) {
        warnings_.push_back({kind, offer, std::move(factors), std::move(message)});
    }

    void must_haves() {
        std::vector<std::size_t> failed;
        for (const auto& result : decision_.must_haves) {
            if (!result.met && result.offer == decision_.leader()) {
                failed.push_back(result.factor);
            }
        }
        if (!failed.empty()) {
            std::string message = (decision_.ranking.size() > 1 ? "leads, and does not" : "does not");
            message += formatted(" meet your must-have on {}", names_of(judgement_, failed));
            add(WarningKind::must_have, decision_.leader(), std::move(failed), std::move(message));
        }
    }

    // Beside an offer in hand its score says only what it would be worth.
    void not_made() {
        for (std::size_t i = 0; i < offers_.size(); ++i) {
            const model::Offer& offer = *offers_[i].offer;
            if (offer.kind == model::OfferKind::search || offer.evidence == model::Evidence::process) {
                add(WarningKind::not_made, i, {},
                    formatted("no offer yet{}: scored as if it were",
                              offer.chance ? formatted(", and {} likely to be one", to_percent(*offer.chance)) : ""));
            }
        }
    }

    void missing() {
        for (std::size_t i = 0; i < judgement_.offers(); ++i) {
            std::vector<std::size_t> factors;
            for (std::size_t j = 0; j < judgement_.factors.size(); ++j) {
                if (judgement_.ratings[i][j].kind == RatingKind::missing) {
                    factors.push_back(j);
                }
            }
            if (!factors.empty()) {
                std::string message = formatted("no rating of {}: taken as unknown", names_of(judgement_, factors));
                add(WarningKind::missing_rating, i, std::move(factors), std::move(message));
            }
        }
    }

    void pay() {
        if (!judgement_.money) {
            return;
        }
        const DecisionFactor& money = judgement_.factors[*judgement_.money];
        for (std::size_t i = 0; i < judgement_.offers(); ++i) {
            const auto& rating = judgement_.ratings[i][*judgement_.money];
            if (!rating.clamped) {
                continue;
            }
            const bool above = rating.rating > money.best;
            add(WarningKind::pay_outside_scale, i, {*judgement_.money},
                formatted("yearly pay of {} is {} end of its scale, {}, and counts as that",
                          grouped(rating.rating, decision_.currency), above ? "above the best" : "below the worst",
                          grouped(above ? money.best : money.worst, decision_.currency)));
        }
    }

    void look_at(std::vector<double> weights, std::string_view which) {
        if (decision_.ranking.size() < 2) {
            return;
        }
        const auto values = decision_.values_at(weights);
        const auto best = std::max_element(values.begin(), values.end());
        if (*best > values[decision_.leader()] + same_value) {
            add(WarningKind::other_winner, static_cast<std::size_t>(best - values.begin()), {},
                formatted("leads instead if {}", which));
        }
    }

    void other_winner() {
        const auto counted = static_cast<double>(
            std::count_if(decision_.weights.begin(), decision_.weights.end(), [](double w) { return w > 0; }));
        std::vector<double> equal;
        for (const double weight : decision_.weights) {
            equal.push_back(weight > 0 ? 1 / counted : 0.0);
        }
        look_at(std::move(equal), "everything counts the same");
        // Factors without weight have no place in the order.
        std::vector<std::int64_t> ranks;
        const auto all = decision::ranks_of(decision_.weights);
        for (std::size_t j = 0; j < all.size(); ++j) {
            if (decision_.weights[j] > 0) {
                ranks.push_back(all[j]);
            }
        }
        const auto centroid = decision::rank_order_centroid(ranks);
        std::vector<double> weights;
        std::size_t next = 0;
        for (const double weight : decision_.weights) {
            weights.push_back(weight > 0 ? centroid[next++] : 0.0);
        }
        look_at(std::move(weights), "only the order of your weights counts");
    }

    void sampled() {
        if (decision_.prospects.sampled && !decision_.prices_drawn && !decision_.exits_drawn) {
            add(WarningKind::sampled, {}, {},
                formatted("the ratings have too many combinations to go through: the chances of being best, and the "
                          "regrets, are from {} draws",
                          diagnostic::grouped(static_cast<long long>(decision_.options.draws))));
        }
        if (std::any_of(decision_.pairwise.begin(), decision_.pairwise.end(),
                        [](const auto& pair) { return pair.sampled; })) {
            add(WarningKind::sampled, {}, {},
                "many equal weights leave over 720 orders: the shares under the stated order are from 720 of them");
        }
    }

    void money_in_disguise() {
        std::vector<std::size_t> factors;
        for (std::size_t j = 0; j < judgement_.factors.size(); ++j) {
            const DecisionFactor& factor = judgement_.factors[j];
            if (!factor.money && !factor.stated->monetary && (says_money(factor.id) || says_money(factor.name))) {
                factors.push_back(j);
            }
        }
        if (factors.empty()) {
            return;
        }
        const bool twice = judgement_.money.has_value();
        std::string message =
            formatted("{} sound{} like money{}", names_of(judgement_, factors), factors.size() == 1 ? "s" : "",
                      twice ? ", which [money] counts already: count it once"
                            : "; [money] would take it from the offers instead of a rating");
        add(WarningKind::named_like_money, {}, std::move(factors), std::move(message));
    }

    // A branch with more leaves gets more attention than its weight deserves, and often more weight.
    void branches() {
        for (const model::Factor& branch : priorities_.factors) {
            std::vector<std::size_t> leaves;
            for (std::size_t j = 0; j < judgement_.factors.size(); ++j) {
                const auto& path = judgement_.factors[j].path;
                if (std::any_of(path.begin(), path.end() - 1,
                                [&](const auto& step) { return step.factor == branch.id; })) {
                    leaves.push_back(j);
                }
            }
            if (leaves.size() > 1 && leaves.size() * 2 > judgement_.factors.size()) {
                std::string message = formatted(
                    "`{}` is split into {} of the {} factors: people give what is split finely more weight than they "
                    "mean to",
                    branch.id, std::to_string(leaves.size()), std::to_string(judgement_.factors.size()));
                add(WarningKind::split_branch, {}, std::move(leaves), std::move(message));
            }
        }
    }

    void importance() {
        if (priorities_.equal_weights) {
            return;
        }
        std::vector<std::size_t> factors;
        for (std::size_t j = 0; j < judgement_.factors.size(); ++j) {
            const model::Factor* stated = judgement_.factors[j].stated;
            if (stated != nullptr && (stated->worst_means.empty() || stated->best_means.empty())) {
                factors.push_back(j);
            }
        }
        if (!factors.empty()) {
            std::string message = formatted(
                "{} {} a weight, and nothing says what the ends of the scale mean: a weight is for going from one end "
                "to the other, not for importance (`worst_means`, `best_means`)",
                names_of(judgement_, factors), factors.size() == 1 ? "has" : "have");
            add(WarningKind::importance, {}, std::move(factors), std::move(message));
        }
    }

    void equal_columns() {
        if (judgement_.offers() < 2) {
            return;
        }
        std::vector<std::size_t> factors;
        for (std::size_t j = 0; j < judgement_.factors.size(); ++j) {
            const auto& first = judgement_.ratings.front()[j];
            const bool equal = std::all_of(judgement_.ratings.begin(), judgement_.ratings.end(), [&](const auto& row) {
                // Pays beyond one end of the scale count the same without being equal.
                const bool same = std::fabs(row[j].value - first.value) <= same_value;
                return !row[j].uncertain() && same && (!row[j].clamped || row[j].rating == first.rating);
            });
            if (equal) {
                factors.push_back(j);
            }
        }
        if (!factors.empty()) {
            std::string message =
                formatted("all offers are equal on {}, so it tells none of them apart", names_of(judgement_, factors));
            add(WarningKind::equal_column, {}, std::move(factors), std::move(message));
        }
    }

    const std::vector<value::ValuedOffer>& offers_;
    const Decision& decision_;
    const Judgement& judgement_;
    const model::Priorities& priorities_;
    std::vector<Warning> warnings_{};
};

}  // namespace

std::vector<Warning> review(const Comparison& comparison, const Decision& decision,
                            const model::Priorities& priorities) {
    return Review{comparison, decision, priorities}.run();
}

}  // namespace offerkit::choice
