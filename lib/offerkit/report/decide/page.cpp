#include <offerkit/report/decide/decide.hpp>

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/decide/advice.hpp>
#include <offerkit/report/decide/cautions.hpp>
#include <offerkit/report/decide/in_full.hpp>
#include <offerkit/report/decide/words.hpp>
#include <offerkit/report/words/notes.hpp>
#include <offerkit/report/words/papers.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using choice::decision::RatingKind;
using diagnostic::formatted;

constexpr std::size_t most_bars_when_short = 3;

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
        page.facts(advice_of(view_, words_, brevity_));
        if (auto lines = cautions_of(view_, words_); !lines.empty() && !at_least(Brevity::short_)) {
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
    [[nodiscard]] bool at_least(Brevity brevity) const noexcept { return brevity_ >= brevity; }

    [[nodiscard]] Bars scores() const {
        Bars bars;
        const bool unsure = words_.unsure() || !drawn().empty();
        const std::string chances = ", and the chance of being best" + what_of_pay();
        // Short enough for one line of 80 columns.
        bars.caption = unsure ? "Score by your weights" + chances : "Score by your weights, 0 to 1";
        bars.full = 1;
        const std::size_t all = decision_.ranking.size();
        const std::size_t shown = at_least(Brevity::shortest) ? std::min(all, most_bars_when_short) : all;
        if (shown < all) {
            bars.caption = formatted("The first {} of {}: score, 0 to 1{}", std::to_string(shown), std::to_string(all),
                                     unsure ? chances : "");
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
        return what.empty() ? " (pay taken as certain)" : formatted(" (over {} too)", what);
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
                found.push_back(formatted("{} at {}", words_.factor(j), joined(offers)));
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
            parts.push_back(formatted("pay averaged over {}, discounted by {} and by a chance of leaving of {} a year",
                                      to_string(valuation.horizon), to_percent(valuation.discount_rate),
                                      to_percent(valuation.exit_per_year)));
        } else {
            parts.push_back("pay averaged over " + to_string(valuation.horizon));
        }
        if (auto unknown = unknowns(); !unknown.empty()) {
            parts.push_back(formatted("{} anywhere on its scale", joined(unknown)));
        }
        if (decision_.judgement.risk_tolerance) {
            parts.push_back("a risk tolerance of " + words_.roughly_money(*decision_.judgement.risk_tolerance));
        } else if (decision_.judgement.money) {
            parts.emplace_back("risk neutral");
        }
        for (std::size_t i = 0; i < decision_.scenario_mean.size(); ++i) {
            if (decision_.judgement.money && decision_.scenario_mean[i]) {
                parts.push_back(formatted("{}'s scenarios of an exit in place of the fair value of its shares{}",
                                          words_.offer(i),
                                          decision_.judgement.risk_tolerance ? "" : ", in the chances alone"));
            }
        }
        if (const std::string what = drawn(); !what.empty()) {
            parts.push_back(formatted("{} draws of {} for the chances of being best",
                                      number_text(static_cast<double>(decision_.options.draws), 0), what));
        }
        if (several()) {
            parts.push_back(formatted("{} samples, seed {}",
                                      number_text(static_cast<double>(decision_.options.samples), 0),
                                      std::to_string(decision_.options.seed)));
        }
        return formatted("Assumed: {}.", in_a_row(parts, "; "));
    }

    // What the advice rests on, where the rest stands, and what no figure holds.
    [[nodiscard]] std::string closing() const {
        if (at_least(Brevity::shorter)) {
            return "What is assumed, and what is not counted (tax, for one): `--detail`.";
        }
        return formatted("{} More by `--detail`. {}", basis(),
                         not_counted(papers_of(view_.comparison), view_.comparison.valuation.count_refreshers));
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
    return decision.verdict.second ? formatted("\"{}\": {} by your own factors.", words.title(), words.lead())
                                   : words.sentence();
}

}  // namespace offerkit::report
