#include <offerkit/report/decide/advice.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/quantity/estimate.hpp>
#include <offerkit/report/decide/cautions.hpp>
#include <offerkit/report/decide/flips.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/comparisons.hpp>
#include <offerkit/report/words/exits.hpp>
#include <offerkit/report/words/uncertainty.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using diagnostic::formatted;

constexpr std::size_t most_reasons = 3;
constexpr std::string_view all_alike = "all alike";
// A rating is worth asking about from here on; below it no score that is shown would change.
constexpr double smallest_shown = 0.005;

class Advice {
public:
    Advice(const DecideView& view, const DecideWords& words, Brevity brevity)
        : view_(view), decision_(view.decision), words_(words), brevity_(brevity) {}

    [[nodiscard]] std::vector<Fact> facts() const {
        std::vector<Fact> facts;
        const auto add = [&](std::string key, std::string text, Tone tone = Tone::normal) {
            if (!text.empty()) {
                facts.push_back({std::move(key), Cell(std::move(text), tone)});
            }
        };
        add("Not in it", waiting());
        add("Must-haves", must_haves(), Tone::bad);
        if (several()) {
            add("Decided by", decided_by());
            add("Changed by", changed_by(view_, words_, at_least(Brevity::barest)));
        } else {
            add("Lifted by", strongest(true));
            add("Held back by", strongest(false));
            add("At its worst", worst_ends());
        }
        const std::string moves = prices_move();
        const std::string sales = exits();
        if (!at_least(Brevity::barest)) {
            add("Prices move", moves);
            add("Exits", sales);
            add("Risk", risk());
        }
        add("Ask first", ask_first());
        add("Find out", find_out());
        // What pay may come to counts more than these, where there is no room for both.
        const bool crowded = at_least(Brevity::tight) && !(moves.empty() && sales.empty());
        if (!crowded && !at_least(Brevity::barest)) {
            add("Without pay", without_pay());
            add("By goal", by_goal());
        }
        if (at_least(Brevity::short_)) {
            add("Beware of", beware_of(view_, words_));
        }
        if (at_least(Brevity::shortest)) {
            add("More", "what is assumed, and what is not counted (tax, for one): `--detail`");
        }
        return facts;
    }

private:
    [[nodiscard]] bool several() const noexcept { return decision_.ranking.size() > 1; }
    [[nodiscard]] bool at_least(Brevity brevity) const noexcept { return brevity_ >= brevity; }

    // What waits for undated events, where pay counts: the line of the comparison without its head.
    [[nodiscard]] std::string waiting() const {
        std::string line = waiting_line(view_.comparison, words_.names());
        constexpr std::string_view head = "Not in it: ";
        return line.starts_with(head) && decision_.judgement.money ? line.substr(head.size()) : std::string{};
    }

    /// "Google 315,000 to 383,000, middle 317,000 a year in 8 of 10 futures": what yearly pay may come to.
    [[nodiscard]] std::string prices_move() const {
        std::vector<std::string> bands;
        for (std::size_t i = 0; i < decision_.pay_bands.size() && decision_.judgement.money; ++i) {
            if (const auto& band = decision_.pay_bands[i]) {
                bands.push_back(formatted("{}{} to {}{}", several() ? words_.offer(i) + " " : "",
                                          band_amount(band->low), band_amount(band->high),
                                          at_least(Brevity::shorter) ? "" : ", middle " + band_amount(band->middle)));
            }
        }
        return bands.empty() ? "" : formatted("{} a year in 8 of 10 futures", in_a_row(bands, "; "));
    }

    /// What the shares of offers that may be sold bring.
    [[nodiscard]] std::string exits() const {
        std::vector<std::string> parts;
        for (std::size_t i = 0; i < view_.comparison.offers.size(); ++i) {
            const auto& offer = view_.comparison.offers[i];
            if (offer.exits && decision_.judgement.money) {
                parts.push_back(formatted("{}{}", several() ? words_.offer(i) + ": " : "", exits_in_brief(offer)));
            }
        }
        return in_a_row(parts, "; ");
    }

    /// "Amazon's 343,750 a year count as 331,000 at your risk tolerance of 150,000": where the difference is worth a
    /// word.
    [[nodiscard]] std::string risk() const {
        if (!decision_.judgement.money) {
            return {};
        }
        std::vector<std::string> parts;
        bool low = false;
        for (std::size_t i = 0; i < decision_.pay.size(); ++i) {
            const bool over_scenarios = decision_.scenario_mean[i].has_value();
            const auto mean_pay = over_scenarios ? *decision_.scenario_mean[i] : decision_.mean_pay[i];
            const auto mean = static_cast<double>(mean_pay.minor());
            const auto counted = static_cast<double>(decision_.pay[i].minor());
            if (decision_.judgement.risk_tolerance && std::fabs(mean - counted) >= 0.005 * std::fabs(mean) &&
                mean != counted) {
                const double thousands = std::round(quantity::major_of(decision_.pay[i]) / 1000) * 1000;
                parts.push_back(formatted("{}'s {} a year{} count as {}", words_.offer(i), to_grouped(mean_pay, true),
                                          over_scenarios ? " on average over its exits" : "",
                                          words_.whole_money(thousands)));
            }
            const auto& one_in_ten = decision_.pay_one_in_ten[i];
            low = low || (one_in_ten && static_cast<double>(one_in_ten->minor()) < 0.85 * mean);
        }
        if (!parts.empty()) {
            return formatted("{} at your risk tolerance of {}", joined(parts),
                             words_.whole_money(*decision_.judgement.risk_tolerance));
        }
        return low ? "not weighed: set `risk_tolerance` in your priorities" : "";
    }

    // Who misses what; where nobody does, it is worth a word only for an offer that stands alone.
    [[nodiscard]] std::string must_haves() const {
        std::vector<std::string> lines;
        if (at_least(Brevity::shortest) && several()) {
            return who_misses();
        }
        for (const auto i : decision_.ranking) {
            for (const auto* result : words_.missed(i)) {
                lines.push_back(formatted("{} misses {}", words_.offer(i), words_.missed_text(*result)));
            }
        }
        if (!lines.empty() && !words_.missed(decision_.leader()).empty() && several()) {
            const auto whole = std::find_if(decision_.ranking.begin(), decision_.ranking.end(),
                                            [&](std::size_t i) { return words_.missed(i).empty(); });
            lines.push_back(whole == decision_.ranking.end()
                                ? "no offer meets them all"
                                : "the best that meets them all is " + words_.offer(*whole));
        }
        if (auto unknown = must_haves_not_known(); !unknown.empty()) {
            lines.push_back(std::move(unknown));
        }
        if (lines.empty() && !several() && !decision_.must_haves.empty()) {
            return "it meets all of them";
        }
        return in_a_row(lines, "\n");
    }

    // "not known yet: Visa at Acme and Meta".
    [[nodiscard]] std::string must_haves_not_known() const {
        std::vector<std::string> found;
        for (std::size_t j = 0; j < decision_.judgement.factors.size(); ++j) {
            std::vector<std::string> offers;
            for (const auto& result : decision_.must_haves) {
                if (result.factor == j && !result.known) {
                    offers.push_back(words_.offer(result.offer));
                }
            }
            if (!offers.empty()) {
                found.push_back(words_.factor(j) + (several() ? " at " + joined(offers) : ""));
            }
        }
        return found.empty() ? "" : "not known yet: " + joined(found);
    }

    // By name alone.
    [[nodiscard]] std::string who_misses() const {
        std::vector<std::string> names;
        for (const auto i : decision_.ranking) {
            if (!words_.missed(i).empty()) {
                names.push_back(words_.offer(i));
            }
        }
        if (names.empty() || names.size() == decision_.ranking.size()) {
            return names.empty() ? "" : "no offer meets them all";
        }
        return formatted("{} {} one or more", joined(names), names.size() == 1 ? "misses" : "miss");
    }

    [[nodiscard]] std::string decided_by() const {
        const auto& against = decision_.against.front();
        std::vector<std::string> lines;
        for (const auto& advantage : against.advantages) {
            if (lines.size() == (at_least(Brevity::barest) ? 1 : most_reasons) ||
                (!lines.empty() && std::fabs(advantage.amount) < smallest_shown)) {
                break;
            }
            if (advantage.amount != 0) {
                lines.push_back(formatted("{} {}: {} against {}", signed_score(advantage.amount),
                                          words_.factor(advantage.factor),
                                          words_.brief_rating(decision_.leader(), advantage.factor),
                                          words_.brief_rating(against.rival, advantage.factor)));
            }
        }
        return in_a_row(lines, "\n");
    }

    // What an offer alone does best and worst on, by what its weight could give.
    [[nodiscard]] std::string strongest(bool best) const {
        auto parts = decision_.scores[decision_.leader()].contributions;
        std::stable_sort(parts.begin(), parts.end(), [&](const auto& a, const auto& b) {
            return best ? a.product > b.product : a.weight - a.product > b.weight - b.product;
        });
        std::vector<std::string> lines;
        for (const auto& part : parts) {
            const double amount = best ? part.product : part.product - part.weight;
            const bool tells = best ? part.value > 0.5 : part.value <= 0.5;
            if (tells && lines.size() < most_reasons && std::fabs(amount) >= smallest_shown) {
                lines.push_back(formatted("{} {}: {}", signed_score(amount), words_.factor(part.factor),
                                          words_.rating(decision_.leader(), part.factor)));
            }
        }
        return in_a_row(lines, "\n");
    }

    // Where walking away is the question that a person put by calling an end the worst.
    [[nodiscard]] std::string worst_ends() const {
        std::vector<std::string> names;
        for (const auto& part : decision_.scores[decision_.leader()].contributions) {
            if (part.value <= 0 && part.weight > 0) {
                names.push_back(words_.factor(part.factor));
            }
        }
        return names.empty() ? "" : formatted("{}: would you walk away for that?", joined(names));
    }

    [[nodiscard]] std::string ask_first() const {
        if (!words_.unsure()) {
            return "every rating is written as certain: if one is not, give it a range or a chance";
        }
        if (!several()) {
            return "what another offer, or the job you hold, would come to: one more file beside this one";
        }
        if (decision_.ask_first.empty()) {
            return decision_.find_out.empty() ? "nobody: what is unsure are ranges, which already say how sure you are"
                                              : "";
        }
        const auto& question = decision_.ask_first.front();
        const std::string what = formatted("{} about {}", words_.offer(question.offer), words_.factor(question.factor));
        if (question.value <= 0) {
            return "no single answer would change the choice";
        }
        if (question.value < smallest_shown) {
            return formatted("{}, though little hangs on it", what);
        }
        const std::string worth =
            at_least(Brevity::shorter)
                ? formatted("{}: worth {}", what, worth_of(question))
                : formatted("{} ({}): knowing is worth {}", what, words_.brief_rating(question.offer, question.factor),
                            worth_of(question));
        const auto* factor = decision_.judgement.factors[question.factor].stated;
        return factor == nullptr || factor->question.empty() ? worth : formatted("{}\n\"{}\"", worth, factor->question);
    }

    [[nodiscard]] std::string worth_of(const choice::decision::Question& question) const {
        return question.money ? formatted("{} a year", words_.roughly_money(*question.money, 2))
                              : formatted("{} of the score", score_text(question.value));
    }

    // What would change the choice and nobody there can tell.
    [[nodiscard]] std::string find_out() const {
        if (!several() || decision_.find_out.empty() || decision_.find_out.front().value < smallest_shown) {
            return {};
        }
        const auto& question = decision_.find_out.front();
        return formatted("you cannot ask {} about {} ({}): find out elsewhere; worth {}", words_.offer(question.offer),
                         words_.factor(question.factor), words_.brief_rating(question.offer, question.factor),
                         worth_of(question));
    }

    [[nodiscard]] std::string without_pay() const {
        if (!decision_.without_money || !several()) {
            return {};
        }
        const auto& ranking = decision_.without_money->ranking;
        const auto& scores = decision_.without_money->scores;
        const std::string by =
            formatted("({} against {})", score_text(scores[ranking[0]].value), score_text(scores[ranking[1]].value));
        std::vector<std::string> equal;
        for (const auto i : ranking) {
            if (scores[i].rank == 1) {
                equal.push_back(words_.offer(i));
            }
        }
        if (equal.size() > 1) {
            return formatted("{} are equal; pay decides", joined(equal));
        }
        if (ranking[0] == decision_.leader()) {
            return formatted("{} too {}: choose first, then negotiate", words_.offer(ranking[0]), by);
        }
        return formatted("{} leads {}: it is pay that puts {} first", words_.offer(ranking[0]), by,
                         words_.offer(decision_.leader()));
    }

    [[nodiscard]] std::string by_goal() const {
        if (!several()) {
            return {};
        }
        std::vector<std::pair<std::string, std::vector<std::string>>> winners;
        for (const auto& lens : decision_.goal_lenses) {
            if (lens.share < 1) {
                continue;
            }
            std::vector<std::string> names{words_.offer(lens.winner)};
            for (const auto other : lens.tied_with) {
                names.push_back(words_.offer(other));
            }
            const bool alike = names.size() == decision_.ranking.size();
            const std::string who = alike ? std::string(all_alike) : joined(names, "or");
            const auto found =
                std::find_if(winners.begin(), winners.end(), [&](const auto& entry) { return entry.first == who; });
            auto& goals = found == winners.end() ? winners.emplace_back(who, std::vector<std::string>{}) : *found;
            goals.second.emplace_back(goal_words(lens.goal));
        }
        // What tells none apart tells nothing.
        if (at_least(Brevity::shorter) && winners.size() > 1) {
            std::erase_if(winners, [](const auto& entry) { return entry.first == all_alike; });
        }
        std::vector<std::string> parts;
        for (const auto& [who, goals] : winners) {
            parts.push_back(formatted("{} for {}", who, joined(goals)));
        }
        return in_a_row(parts, "; ");
    }

    const DecideView& view_;
    const choice::Decision& decision_;
    const DecideWords& words_;
    Brevity brevity_;
};

}  // namespace

std::vector<Fact> advice_of(const DecideView& view, const DecideWords& words, Brevity brevity) {
    return Advice(view, words, brevity).facts();
}

}  // namespace offerkit::report
