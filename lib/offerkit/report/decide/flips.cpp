#include <offerkit/report/decide/flips.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <offerkit/choice/decision/nearest_flip.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

class Flips {
public:
    Flips(const DecideView& view, const DecideWords& words) : view_(view), decision_(view.decision), words_(words) {}

    [[nodiscard]] std::string text() const {
        if (const auto tied = decision_.verdict.tied_with.size(); tied > 0) {
            return std::string("the smallest change of anything: ") + (tied > 1 ? "they" : "the two") + " are equal";
        }
        const auto flips = choice::nearest_flips(decision_, view_.priorities);
        std::vector<std::string> lines;
        if (flips.weight) {
            lines.push_back(weight_flip(*flips.weight));
        }
        if (flips.rating) {
            lines.push_back(rating_flip(*flips.rating));
        }
        if (flips.pay) {
            lines.push_back("if " + words_.offer(flips.pay->offer) + " paid " + at_least_money(*flips.pay->change) +
                            " a year more");
        } else if (!decision_.price_of_choice.empty()) {
            lines.push_back("no yearly pay up to " +
                            words_.roughly_money(decision_.judgement.factors[*decision_.judgement.money].best) +
                            " would change it");
        }
        return lines.empty() ? "no single weight or rating: it leads in any case" : stacked(lines);
    }

private:
    [[nodiscard]] bool several_rivals() const noexcept { return decision_.ranking.size() > 2; }

    [[nodiscard]] std::string weight_flip(const choice::WeightFlip& flip) const {
        const std::string who = several_rivals() ? " (" + words_.offer(*flip.winner) + " leads)" : std::string();
        if (!flip.points) {
            const double now = decision_.weights[flip.factor] * 100;
            return "if " + words_.factor(flip.factor) + " weighed " + far_enough(flip.weight * 100, now, 0) +
                   "% instead of " + number_text(now, 0) + "%" + who;
        }
        const int decimals = decimals_for(largest_swing());
        return "if " + words_.factor(flip.factor) + " counted " +
               far_enough(*flip.points, flip.stated_points, decimals) + " points instead of " +
               number_text(flip.stated_points, std::max(decimals, 2)) + who;
    }

    [[nodiscard]] double largest_swing() const {
        double largest = view_.priorities.money && view_.priorities.money->swing
                             ? view_.priorities.money->swing->value.approximate()
                             : 0;
        for (const auto& factor : view_.priorities.factors) {
            largest = std::max(largest, factor.swing ? factor.swing->value.approximate() : 0);
        }
        return largest;
    }

    [[nodiscard]] std::string rating_flip(const choice::RatingFlip& flip) const {
        const auto& change = flip.change;
        const std::string at = "if " + words_.factor(change.factor) + " at " + words_.offer(change.offer) + " were ";
        if (flip.chance) {
            const double now = flip.stated_chance * 100;
            return at + far_enough(*flip.chance * 100, now, 0) + "% likely instead of " + number_text(now, 0) + "%";
        }
        const double now = decision_.judgement.ratings[change.offer][change.factor].rating;
        const int decimals = words_.rating_decimals(change.factor);
        return at + far_enough(change.rating, now, decimals) + " instead of " + number_text(now, std::max(decimals, 1));
    }

    // Rounded up, so that what is told is enough.
    [[nodiscard]] std::string at_least_money(double major) const {
        double step = 1;
        while (major / step >= 1000) {
            step *= 10;
        }
        return words_.roughly_money(std::ceil(major / step - 1e-9) * step);
    }

    const DecideView& view_;
    const choice::Decision& decision_;
    const DecideWords& words_;
};

}  // namespace

std::string changed_by(const DecideView& view, const DecideWords& words, bool first_alone) {
    const std::string all = Flips(view, words).text();
    return first_alone ? all.substr(0, all.find('\n')) : all;
}

}  // namespace offerkit::report
