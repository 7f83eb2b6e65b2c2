#include <offerkit/report/decide/flips.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <offerkit/choice/decision/nearest_flip.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using diagnostic::formatted;

class Flips {
public:
    Flips(const DecideView& view, const DecideWords& words) : view_(view), decision_(view.decision), words_(words) {}

    [[nodiscard]] std::string text() const {
        if (const auto tied = decision_.verdict.tied_with.size(); tied > 0) {
            return formatted("the smallest change of anything: {} are equal", tied > 1 ? "they" : "the two");
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
            lines.push_back(formatted("if {} paid {} a year more", words_.offer(flips.pay->offer),
                                      at_least_money(*flips.pay->change)));
        } else if (!decision_.price_of_choice.empty()) {
            lines.push_back(
                formatted("no yearly pay up to {} would change it",
                          words_.roughly_money(decision_.judgement.factors[*decision_.judgement.money].best)));
        }
        return lines.empty() ? "no single weight or rating: it leads in any case" : in_a_row(lines, "\n");
    }

private:
    [[nodiscard]] bool several_rivals() const noexcept { return decision_.ranking.size() > 2; }

    [[nodiscard]] std::string weight_flip(const choice::WeightFlip& flip) const {
        const std::string who = several_rivals() ? formatted(" ({} leads)", words_.offer(*flip.winner)) : "";
        if (!flip.points) {
            const double now = decision_.weights[flip.factor] * 100;
            return formatted("if {} weighed {}% instead of {}%{}", words_.factor(flip.factor),
                             far_enough(flip.weight * 100, now, 0), number_text(now, 0), who);
        }
        const int decimals = decimals_for(largest_swing());
        return formatted("if {} counted {} points instead of {}{}", words_.factor(flip.factor),
                         far_enough(*flip.points, flip.stated_points, decimals),
                         number_text(flip.stated_points, std::max(decimals, 2)), who);
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
        const std::string factor = words_.factor(change.factor);
        const std::string& offer = words_.offer(change.offer);
        if (flip.chance) {
            const double now = flip.stated_chance * 100;
            return formatted("if {} at {} were {}% likely instead of {}%", factor, offer,
                             far_enough(*flip.chance * 100, now, 0), number_text(now, 0));
        }
        const double now = decision_.judgement.ratings[change.offer][change.factor].rating;
        const int decimals = words_.rating_decimals(change.factor);
        return formatted("if {} at {} were {} instead of {}", factor, offer, far_enough(change.rating, now, decimals),
                         number_text(now, std::max(decimals, 1)));
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
