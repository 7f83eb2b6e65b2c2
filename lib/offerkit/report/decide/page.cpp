#include <offerkit/report/decide/decide.hpp>

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <offerkit/choice/decision/nearest_flip.hpp>
#include <offerkit/quantity/estimate.hpp>
#include <offerkit/report/decide/in_full.hpp>
#include <offerkit/report/decide/words.hpp>
#include <offerkit/report/words/comparisons.hpp>
#include <offerkit/report/words/notes.hpp>
#include <offerkit/report/words/papers.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using choice::decision::RatingKind;
using choice::decision::WarningKind;

constexpr std::size_t most_reasons = 3;
constexpr std::size_t most_bars_when_short = 3;
constexpr std::string_view all_alike = "all alike";
// A rating is worth asking about from here on; below it no score that is shown would change.
constexpr double smallest_shown = 0.005;

/// Lines under each other in one cell.
std::string stacked(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) {
        text += (text.empty() ? "" : "\n") + line;
    }
    return text;
}

class PageWriter {
public:
    PageWriter(const DecideView& view, Brevity brevity)
        : view_(view), decision_(view.decision), words_(view.comparison, view.decision), brevity_(brevity) {}

    Page write(bool detail, bool explain) {
        Page page;
        page.title(words_.title()).text(words_.sentence(!at_least(Brevity::shorter)));
        if (several()) {
            page.add(scores());
        }
        page.facts(advice());
        if (auto lines = warnings(); !lines.empty() && !at_least(Brevity::short_)) {
            page.heading("Before you rely on it").list(std::move(lines));
        }
        if (!detail && !explain) {
            return at_least(Brevity::shortest) ? page : page.text(closing());
        }
        if (detail) {
            page.append(decide_detail(view_, words_));
        }
        if (explain) {
            page.append(decide_explanation(view_, words_));
        }
        page.heading("What it rests on").text(basis());
        close_page(page, view_.comparison.offers, words_.names(), view_.comparison.valuation, explain);
        return page;
    }

private:
    [[nodiscard]] bool several() const noexcept { return decision_.ranking.size() > 1; }
    [[nodiscard]] bool several_rivals() const noexcept { return decision_.ranking.size() > 2; }
    [[nodiscard]] bool at_least(Brevity brevity) const noexcept { return brevity_ >= brevity; }

    [[nodiscard]] Bars scores() const {
        Bars bars;
        const bool unsure = words_.unsure() || !drawn().empty();
        const std::string chances = ", and the chance of being the best" + what_of_pay();
        bars.caption = std::string("Score by your weights, 0 to 1") + (unsure ? chances : "");
        bars.full = 1;
        const std::size_t all = decision_.ranking.size();
        const std::size_t shown = at_least(Brevity::shortest) ? std::min(all, most_bars_when_short) : all;
        if (shown < all) {
            bars.caption = "The first " + std::to_string(shown) + " of " + std::to_string(all) + ": score, 0 to 1" +
                           (unsure ? chances : "");
        }
        for (const auto i : std::span(decision_.ranking).first(shown)) {
            const auto& score = decision_.scores[i];
            const std::string chance = chance_text(score.probability_best);
            bars.bars.push_back(
                {words_.offer(i),
                 {score.value},
                 score_text(score.value) +
                     (unsure ? std::string(6 - std::min<std::size_t>(chance.size(), 4), ' ') + chance : "")});
        }
        return bars;
    }

    /// "share prices and exits": what of pay the chances of being best are drawn over; empty where pay is certain
    /// there.
    [[nodiscard]] std::string drawn() const {
        std::vector<std::string> what;
        if (decision_.prices_drawn) {
            what.emplace_back("share prices");
        }
        if (decision_.exits_drawn) {
            what.emplace_back("exits");
        }
        return joined(what);
    }

    [[nodiscard]] std::string what_of_pay() const {
        const std::string what = drawn();
        if (!decision_.judgement.money) {
            return {};
        }
        return what.empty() ? " (pay taken as certain)" : " (over " + what + " too)";
    }

    [[nodiscard]] std::vector<Fact> advice() const {
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
            add("Changed by", changed_by());
        } else {
            add("Lifted by", strongest(true));
            add("Held back by", strongest(false));
            add("At its worst", worst_ends());
        }
        add("Risk", risk());
        add("Ask first", ask_first());
        add("Find out", find_out());
        add("Without pay", without_pay());
        add("By goal", by_goal());
        if (at_least(Brevity::short_)) {
            add("Beware of", beware_of());
        }
        if (at_least(Brevity::shortest)) {
            add("More", "what is assumed, and what is not counted (tax, for one): `--detail`");
        }
        return facts;
    }

    // What waits for undated events, where pay counts: the line of the comparison without its head.
    [[nodiscard]] std::string waiting() const {
        std::string line = waiting_line(view_.comparison, words_.names());
        constexpr std::string_view head = "Not in it: ";
        return line.starts_with(head) && decision_.judgement.money ? line.substr(head.size()) : std::string{};
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
                parts.push_back(words_.offer(i) + "'s " + to_grouped(mean_pay, true) + " a year" +
                                (over_scenarios ? " on average over its exits" : "") + " count as " +
                                words_.whole_money(std::round(quantity::major_of(decision_.pay[i]) / 1000) * 1000));
            }
            const auto& one_in_ten = decision_.pay_one_in_ten[i];
            low = low || (one_in_ten && static_cast<double>(one_in_ten->minor()) < 0.85 * mean);
        }
        if (!parts.empty()) {
            return joined(parts) + " at your risk tolerance of " +
                   words_.whole_money(*decision_.judgement.risk_tolerance);
        }
        return low ? "counts for nothing: set `risk_tolerance` in your priorities" : std::string{};
    }

    // Who misses what; where nobody does, it is worth a word only for an offer that stands alone.
    [[nodiscard]] std::string must_haves() const {
        std::vector<std::string> lines;
        if (at_least(Brevity::shortest) && several()) {
            return who_misses();
        }
        for (const auto i : decision_.ranking) {
            for (const auto* result : words_.missed(i)) {
                lines.push_back(words_.offer(i) + " misses " + words_.missed_text(*result));
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
        return stacked(lines);
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
        return joined(names) + (names.size() == 1 ? " misses" : " miss") + " one or more";
    }

    [[nodiscard]] std::string decided_by() const {
        const auto& against = decision_.against.front();
        std::vector<std::string> lines;
        for (const auto& advantage : against.advantages) {
            if (lines.size() == most_reasons || (!lines.empty() && std::fabs(advantage.amount) < smallest_shown)) {
                break;
            }
            if (advantage.amount != 0) {
                lines.push_back(signed_score(advantage.amount) + " " + words_.factor(advantage.factor) + ": " +
                                words_.brief_rating(decision_.leader(), advantage.factor) + " against " +
                                words_.brief_rating(against.rival, advantage.factor));
            }
        }
        return stacked(lines);
    }

    [[nodiscard]] std::string changed_by() const {
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
                            " does it");
        }
        return lines.empty() ? "no single weight or rating: it leads in any case" : stacked(lines);
    }

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
                lines.push_back(signed_score(amount) + " " + words_.factor(part.factor) + ": " +
                                words_.rating(decision_.leader(), part.factor));
            }
        }
        return stacked(lines);
    }

    // Where walking away is the question that a person put by calling an end the worst.
    [[nodiscard]] std::string worst_ends() const {
        std::vector<std::string> names;
        for (const auto& part : decision_.scores[decision_.leader()].contributions) {
            if (part.value <= 0 && part.weight > 0) {
                names.push_back(words_.factor(part.factor));
            }
        }
        return names.empty() ? "" : joined(names) + ": would you walk away for that?";
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
        const std::string what = words_.offer(question.offer) + " about " + words_.factor(question.factor);
        if (question.value <= 0) {
            return "no single answer would change the choice";
        }
        if (question.value < smallest_shown) {
            return what + ", though little hangs on it";
        }
        const bool brief = at_least(Brevity::shorter);
        const std::string now = " (" + words_.brief_rating(question.offer, question.factor) + "): knowing is worth ";
        const std::string worth = what + (brief ? ": worth " : now) + worth_of(question);
        const auto* factor = decision_.judgement.factors[question.factor].stated;
        return factor == nullptr || factor->question.empty() ? worth : worth + "\n\"" + factor->question + "\"";
    }

    [[nodiscard]] std::string worth_of(const choice::decision::Question& question) const {
        return question.money ? words_.roughly_money(*question.money, 2) + " a year"
                              : score_text(question.value) + " of the score";
    }

    // What would change the choice and nobody there can tell.
    [[nodiscard]] std::string find_out() const {
        if (!several() || decision_.find_out.empty() || decision_.find_out.front().value < smallest_shown) {
            return {};
        }
        const auto& question = decision_.find_out.front();
        return "you cannot ask " + words_.offer(question.offer) + " about " + words_.factor(question.factor) + " (" +
               words_.brief_rating(question.offer, question.factor) + "): find out elsewhere; worth " +
               worth_of(question);
    }

    [[nodiscard]] std::string without_pay() const {
        if (!decision_.without_money || !several()) {
            return {};
        }
        const auto& ranking = decision_.without_money->ranking;
        const auto& scores = decision_.without_money->scores;
        const std::string by =
            " (" + score_text(scores[ranking[0]].value) + " against " + score_text(scores[ranking[1]].value) + ")";
        std::vector<std::string> equal;
        for (const auto i : ranking) {
            if (scores[i].rank == 1) {
                equal.push_back(words_.offer(i));
            }
        }
        if (equal.size() > 1) {
            return joined(equal) + " are equal; pay decides";
        }
        if (ranking[0] == decision_.leader()) {
            return words_.offer(ranking[0]) + " too" + by + ": choose first, then negotiate";
        }
        return words_.offer(ranking[0]) + " leads" + by + ": it is pay that puts " + words_.offer(decision_.leader()) +
               " first";
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
        std::string text;
        for (const auto& [who, goals] : winners) {
            text += (text.empty() ? "" : "; ") + who + " for " + joined(goals);
        }
        return text;
    }

    [[nodiscard]] std::vector<std::string> warnings() const {
        std::vector<std::string> lines;
        if (!view_.priorities.profile.empty()) {
            lines.push_back("These priorities are a starting point, `" + view_.priorities.profile +
                            "`, not yours: `offerkit decide --weights --priorities " + view_.priorities.profile +
                            " -o me.toml` makes them yours");
        }
        if (decision_.judgement.money) {
            if (auto line = asymmetry_line(view_.comparison, words_.names()); !line.empty()) {
                lines.push_back(std::move(line));
            }
        }
        // What holds for several offers is told once.
        const auto& warnings = decision_.warnings;
        for (auto warning = warnings.begin(); warning != warnings.end(); ++warning) {
            const auto same = [&](const auto& other) { return other.offer && other.message == warning->message; };
            if (!warning->offer) {
                lines.push_back(capitalised(warning->message));
            } else if (std::none_of(warnings.begin(), warning, same)) {
                std::vector<std::string> names;
                for (const auto& other : warnings) {
                    if (same(other)) {
                        names.push_back(words_.offer(*other.offer));
                    }
                }
                lines.push_back(joined(names) + ": " + warning->message);
            }
        }
        return lines;
    }

    // All warnings in as few words as tell what to look for; their sentences stand in `--detail`. What the leader
    // misses stands under must-haves.
    [[nodiscard]] std::string beware_of() const {
        std::vector<std::string> clauses;
        if (!view_.priorities.profile.empty()) {
            clauses.push_back("a starting point, `" + view_.priorities.profile +
                              "`, not yours (`--weights` makes it so)");
        }
        if (decision_.judgement.money && !asymmetry_line(view_.comparison, words_.names()).empty()) {
            clauses.emplace_back("offers that do not say the same things");
        }
        std::size_t missing = 0;
        for (const auto& warning : decision_.warnings) {
            missing += warning.kind == WarningKind::missing_rating ? warning.factors.size() : 0;
        }
        for (const auto& warning : decision_.warnings) {
            std::string clause = clause_of(warning, missing);
            if (!clause.empty() && std::find(clauses.begin(), clauses.end(), clause) == clauses.end()) {
                clauses.push_back(std::move(clause));
            }
        }
        std::string text;
        for (const auto& clause : clauses) {
            text += (text.empty() ? "" : "; ") + clause;
        }
        return text;
    }

    [[nodiscard]] std::string clause_of(const choice::decision::Warning& warning, std::size_t missing) const {
        switch (warning.kind) {
            case WarningKind::missing_rating:
                return missing == 1 ? "a missing rating" : std::to_string(missing) + " missing ratings";
            case WarningKind::must_have: break;
            case WarningKind::not_made: return words_.offer(*warning.offer) + ", no offer yet";
            case WarningKind::pay_outside_scale: return "pay beyond its scale" + some_with(warning.kind);
            case WarningKind::named_like_money: return "what sounds like money";
            case WarningKind::split_branch: return "a branch split finely";
            case WarningKind::many_factors: return "too many factors";
            case WarningKind::equal_column: return "factors that do not tell the offers apart";
            case WarningKind::importance: return "scales without words for their ends";
            case WarningKind::other_winner: return words_.offer(*warning.offer) + ", which " + warning.message;
            case WarningKind::sampled: return "figures from draws";
        }
        return {};
    }

    // " at Google": the offers that a warning of this kind is about, unless it is about all of them.
    [[nodiscard]] std::string some_with(WarningKind kind) const {
        std::vector<std::string> names;
        for (const auto& warning : decision_.warnings) {
            if (warning.kind == kind && warning.offer) {
                names.push_back(words_.offer(*warning.offer));
            }
        }
        return names.size() == decision_.ranking.size() ? "" : " at " + joined(names);
    }

    [[nodiscard]] std::vector<std::string> unknowns() const {
        std::vector<std::string> found;
        for (std::size_t j = 0; j < decision_.judgement.factors.size(); ++j) {
            std::vector<std::string> offers;
            for (std::size_t i = 0; i < decision_.judgement.offers(); ++i) {
                if (decision_.judgement.ratings[i][j].kind == RatingKind::unknown) {
                    offers.push_back(words_.offer(i));
                }
            }
            if (!offers.empty()) {
                found.push_back(words_.factor(j) + " at " + joined(offers));
            }
        }
        return found;
    }

    // What the numbers rest on, in one breath.
    [[nodiscard]] std::string basis() const {
        const auto& valuation = view_.comparison.valuation;
        std::vector<std::string> parts;
        if (!decision_.judgement.money) {
            parts.emplace_back("pay does not count, as your priorities say");
        } else if (decision_.options.survival_weighted) {
            parts.push_back("pay averaged over " + to_string(valuation.horizon) + ", discounted by " +
                            to_percent(valuation.discount_rate) + " and by a chance of leaving of " +
                            to_percent(valuation.exit_per_year) + " a year");
        } else {
            parts.push_back("pay averaged over " + to_string(valuation.horizon));
        }
        if (auto unknown = unknowns(); !unknown.empty()) {
            parts.push_back(joined(unknown) + " anywhere on its scale");
        }
        if (decision_.judgement.risk_tolerance) {
            parts.push_back("a risk tolerance of " + words_.roughly_money(*decision_.judgement.risk_tolerance));
        } else if (decision_.judgement.money) {
            parts.emplace_back("risk neutral");
        }
        for (std::size_t i = 0; i < decision_.scenario_mean.size(); ++i) {
            if (decision_.judgement.money && decision_.scenario_mean[i]) {
                parts.push_back(words_.offer(i) + "'s scenarios of an exit in place of the fair value of its shares" +
                                (decision_.judgement.risk_tolerance ? "" : ", in the chances alone"));
            }
        }
        if (const std::string what = drawn(); !what.empty()) {
            parts.push_back("100,000 draws of " + what + " for the chances of being best");
        }
        if (several()) {
            parts.push_back(number_text(static_cast<double>(decision_.options.samples), 0) + " samples, seed " +
                            std::to_string(decision_.options.seed));
        }
        std::string text = "Assumed: ";
        for (const auto& part : parts) {
            text += (text.back() == ' ' ? "" : "; ") + part;
        }
        return text + ".";
    }

    // What the advice rests on, where the rest stands, and what no figure holds.
    [[nodiscard]] std::string closing() const {
        if (at_least(Brevity::shorter)) {
            return "What is assumed, and what is not counted (tax, for one): `--detail`.";
        }
        return basis() + " More by `--detail`. " +
               not_counted(papers_of(view_.comparison), view_.comparison.valuation.count_refreshers);
    }

    const DecideView& view_;
    const choice::Decision& decision_;
    DecideWords words_;
    Brevity brevity_;
};

}  // namespace

Page decide_page(const DecideView& view, bool detail, bool explain, Brevity brevity) {
    return PageWriter(view, detail || explain ? Brevity::usual : brevity).write(detail, explain);
}

std::string decide_line(const choice::Comparison& comparison, const choice::Decision& decision) {
    const DecideWords words(comparison, decision);
    return decision.verdict.second ? "\"" + words.title() + "\": " + words.lead() + " by your own factors."
                                   : words.sentence();
}

}  // namespace offerkit::report
