#include <offerkit/report/decide/words.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/quantity/estimate.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/offer_names.hpp>
#include <offerkit/report/words/papers.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using choice::decision::DominanceKind;
using choice::decision::MustHaveResult;
using choice::decision::Rating;
using choice::decision::RatingKind;
using choice::decision::VerdictClass;
using diagnostic::formatted;
using quantity::Money;

constexpr int score_decimals = 2;

// The same digits in every locale.
std::string fixed_text(double number, int decimals) {
    std::array<char, 64> buffer{};
    const auto written =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed, decimals);
    std::string text(buffer.data(), written.ptr);
    const bool zero = text.find_first_of("123456789") == std::string::npos;
    return zero && text.front() == '-' ? text.substr(1) : text;
}

std::string trimmed(std::string text) {
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        text.erase(text.back() == '.' ? text.size() - 1 : text.size());
    }
    return diagnostic::grouped(text);
}

}  // namespace

// Halves go away from zero, also those that a double just misses.
std::string score_text(double value) { return fixed_text(value + std::copysign(1e-9, value), score_decimals); }

std::string signed_score(double value) {
    const std::string text = score_text(value);
    return text.front() == '-' ? text : "+" + text;
}

std::string number_text(double number, int decimals) { return trimmed(fixed_text(number, decimals)); }

int decimals_for(double range) noexcept {
    constexpr int most = 6;
    return std::clamp(static_cast<int>(std::lround(2 - std::log10(std::max(range, 1e-9)))), 0, most);
}

std::string far_enough(double number, double from, int decimals) {
    const double step = std::pow(10.0, -decimals);
    const double steps = number / step;
    // What lies on a step but for the last digits of a double is that step.
    const double on_it = std::nearbyint(steps);
    const bool exact = std::fabs(steps - on_it) < 1e-7 * std::max(1.0, std::fabs(steps));
    return number_text((exact ? on_it : number < from ? std::floor(steps) : std::ceil(steps)) * step, decimals);
}

std::string_view goal_words(model::Goal goal) noexcept {
    switch (goal) {
        case model::Goal::none: return "no goal";
        case model::Goal::money_now: return "money now";
        case model::Goal::money_later: return "money later";
        case model::Goal::impact: return "impact";
        case model::Goal::experience: return "experience";
        case model::Goal::brand: return "brand";
        case model::Goal::personal_growth: return "personal growth";
    }
    return "no goal";
}

DecideWords::DecideWords(const choice::Comparison& comparison, const choice::Decision& decision)
    : decision_(decision), names_(offer_names(papers_of(comparison))) {
    // Teams of one company are told apart by what is in brackets alone.
    const std::string lead = comparison.offers.front().offer->company + " (";
    if (std::all_of(names_.begin(), names_.end(),
                    [&](const std::string& name) { return name.starts_with(lead) && name.ends_with(')'); })) {
        for (auto& name : names_) {
            name = name.substr(lead.size(), name.size() - lead.size() - 1);
        }
    }
}

std::string DecideWords::factor(std::size_t j) const {
    const auto& factor = decision_.judgement.factors[j];
    return factor.money ? "yearly pay" : factor.name;
}

std::string DecideWords::roughly_money(double major, int digits) const {
    const double most = std::pow(10.0, digits);
    double step = 1;
    while (std::fabs(major) / step >= most) {
        step *= 10;
    }
    return about(quantity::money_of(std::round(major / step) * step, decision_.currency));
}

std::string DecideWords::whole_money(double major) const {
    return to_grouped(quantity::money_of(major, decision_.currency), true);
}

int DecideWords::rating_decimals(std::size_t j) const {
    const auto& factor = decision_.judgement.factors[j];
    return decimals_for(std::fabs(factor.best - factor.worst));
}

std::string DecideWords::rating(std::size_t i, std::size_t j) const {
    const auto& factor = decision_.judgement.factors[j];
    const Rating& rating = decision_.judgement.ratings[i][j];
    if (factor.money) {
        return whole_money(rating.rating);
    }
    const int decimals = std::max(rating_decimals(j), 2);
    const auto number = [&](double value) { return number_text(value, decimals); };
    switch (rating.kind) {
        case RatingKind::unknown: return "unknown";
        case RatingKind::missing: return "not rated";
        case RatingKind::certain: return number(rating.rating);
        case RatingKind::range:
            return rating.outcomes.size() == 1 ? number(rating.rating)
                                               : formatted("{} to {}", number(rating.outcomes.front().rating),
                                                           number(rating.outcomes.back().rating));
        case RatingKind::condition: break;
    }
    if (rating.outcomes.size() == 1) {
        return number(rating.rating);
    }
    const auto& met = rating.outcomes.front();
    const auto& unmet = rating.outcomes.back();
    const bool whole_scale = met.rating == factor.best && unmet.rating == factor.worst;
    return whole_scale
               ? formatted("{} likely", chance_text(met.chance))
               : formatted("{} likely {}, else {}", chance_text(met.chance), number(met.rating), number(unmet.rating));
}

std::string DecideWords::brief_rating(std::size_t i, std::size_t j) const {
    const Rating& rating = decision_.judgement.ratings[i][j];
    const auto& factor = decision_.judgement.factors[j];
    const bool whole_scale = rating.outcomes.size() == 2 && rating.outcomes.front().rating == factor.best &&
                             rating.outcomes.back().rating == factor.worst;
    if (rating.outcomes.size() < 2 || (rating.kind == RatingKind::condition && whole_scale)) {
        return this->rating(i, j);
    }
    return "about " + number_text(rating.rating, std::max(rating_decimals(j), 1));
}

std::vector<const MustHaveResult*> DecideWords::missed(std::size_t i) const {
    std::vector<const MustHaveResult*> results;
    for (const auto& result : decision_.must_haves) {
        if (result.offer == i && !result.met) {
            results.push_back(&result);
        }
    }
    return results;
}

std::string DecideWords::missed_text(const MustHaveResult& result) const {
    const auto& factor = decision_.judgement.factors[result.factor];
    const int decimals = std::max(rating_decimals(result.factor), 2);
    const std::string bar =
        formatted("{} {}", factor.best < factor.worst ? "at most" : "at least", number_text(result.at_least, decimals));
    const std::string name = this->factor(result.factor);
    const auto& rating = decision_.judgement.ratings[result.offer][result.factor];
    if (!rating.uncertain()) {
        return formatted("{}: {}, {} asked", name, number_text(rating.rating, decimals), bar);
    }
    const bool met_or_not = rating.kind == RatingKind::condition && rating.outcomes.size() == 2 &&
                            rating.outcomes.front().rating == factor.best &&
                            rating.outcomes.back().rating == factor.worst;
    return formatted("{}: {} likely{}, {} asked", name, chance_text(result.chance), met_or_not ? "" : " to be " + bar,
                     result.required ? chance_text(*result.required) : "certainty");
}

bool DecideWords::unsure() const noexcept {
    const auto& ratings = decision_.judgement.ratings;
    return std::any_of(ratings.begin(), ratings.end(), [](const auto& row) {
        return std::any_of(row.begin(), row.end(), [](const Rating& rating) { return rating.uncertain(); });
    });
}

bool DecideWords::ties() const noexcept { return !decision_.verdict.tied_with.empty(); }

std::vector<std::string> DecideWords::first_names() const {
    const auto& verdict = decision_.verdict;
    std::vector<std::string> first{offer(verdict.leader)};
    for (const auto i : verdict.tied_with) {
        first.push_back(offer(i));
    }
    if (first.size() == 1 && verdict.second) {
        first.push_back(offer(*verdict.second));
    }
    return first;
}

std::string DecideWords::title() const {
    const auto& verdict = decision_.verdict;
    const std::string& leader = offer(verdict.leader);
    if (!verdict.second) {
        return formatted("{}, judged alone", leader);
    }
    const std::string misses = missed(verdict.leader).empty() ? "" : ", but it misses a must-have";
    switch (verdict.verdict) {
        case VerdictClass::hangs_on: return hanging_title();
        case VerdictClass::clear: return formatted("{} suits you best{}", leader, misses);
        case VerdictClass::ask_first:
            if (ties()) {
                return formatted("Ask first: {}, and one answer could decide", joined(first_names(), "or"));
            }
            return formatted("Ask first: {} leads, and one answer could change that{}", leader, misses);
        case VerdictClass::leaning: return formatted("Lean towards {}{}", leader, misses);
        case VerdictClass::toss_up: break;
    }
    return "Too close to call: " + joined(first_names(), "or");
}

// "Hangs on `tender`: Lab leads above a chance of 52%; you say 80%". The chances are told on their own sides of the
// tie.
std::string DecideWords::hanging_title() const {
    const auto& hangs = *decision_.verdict.hangs_on;
    std::vector<std::string> events;
    for (const auto& event : hangs.events) {
        events.push_back(diagnostic::ticked(event));
    }
    return formatted("Hangs on {}: {} leads above a chance of {}; {}", joined(events), offer(hangs.with),
                     chance_text(hangs.tie),
                     hangs.stated ? "you say " + chance_text(*hangs.stated) : "its chance is not stated");
}

// "Without it Acme leads, 0.71 against 0.65 for Lab; your 80% would put Lab first."
std::string DecideWords::hanging_sentence() const {
    const auto& verdict = decision_.verdict;
    const auto& hangs = *verdict.hangs_on;
    const bool several = hangs.events.size() > 1;
    const std::string by_stated = hangs.stated
                                      ? formatted("; by your {} it would be {}", chance_text(*hangs.stated),
                                                  offer(*hangs.stated > hangs.tie ? hangs.with : hangs.without))
                                      : "";
    return formatted("Without {} {} leads{}{}.", several ? "them" : "it", offer(hangs.without),
                     verdict.leader == hangs.without ? ", " + lead() : "", by_stated);
}

std::string DecideWords::lead() const {
    const auto& verdict = decision_.verdict;
    return formatted("{} against {} for {}", score_text(decision_.scores[verdict.leader].value),
                     score_text(decision_.scores[*verdict.second].value), offer(*verdict.second));
}

// "mostly for Growth".
std::string DecideWords::reasons() const {
    for (const auto& advantage : decision_.against.front().advantages) {
        if (advantage.amount > 0) {
            return ", mostly for " + factor(advantage.factor);
        }
    }
    return {};
}

std::string DecideWords::steadiness() const {
    const auto& verdict = decision_.verdict;
    if (verdict.dominant_for_sure) {
        return "it is at least as good on everything that counts, however the ratings turn out";
    }
    if (verdict.dominant) {
        const bool plain = std::all_of(decision_.dominance.begin(), decision_.dominance.end(), [&](const auto& pair) {
            return pair.a != verdict.leader || pair.kind == DominanceKind::plain;
        });
        if (plain) {
            return formatted("it {} at least as good on everything that counts",
                             unsure() ? "can be expected to be" : "is");
        }
        return "no weights in your order of importance put another first";
    }
    // Draws prove nothing for certain.
    const std::string ahead = verdict.steadiness < 1 ? chance_text(verdict.steadiness) : ">99%";
    const std::string when_wide =
        verdict.steadiness >= 0.9 && verdict.wide_steadiness < 0.8
            ? ", with weights up to twice or half as large " + chance_text(verdict.wide_steadiness)
            : "";
    return formatted("with weights a fifth off{} it stays ahead {} of the time{}",
                     unsure() ? " and unsure ratings" : "", ahead, when_wide);
}

std::string DecideWords::sentence(bool with_reason) const {
    const auto& verdict = decision_.verdict;
    const std::string& leader = offer(verdict.leader);
    if (!verdict.second) {
        return formatted(
            "{} comes to {}, where 0 is the worst end of each of your scales, which you could walk away from, and 1 "
            "the best.",
            leader, score_text(decision_.scores[verdict.leader].value));
    }
    if (verdict.verdict == VerdictClass::hangs_on) {
        return hanging_sentence();
    }
    if (ties()) {
        const std::string then = unsure() ? "what you do not know yet decides between them"
                                          : formatted("choose {}, or look again at what you rated",
                                                      verdict.tied_with.size() > 1 ? "any of them" : "either");
        return formatted("{} come to the same, {}: {}.", joined(first_names()),
                         score_text(decision_.scores[verdict.leader].value), then);
    }
    return formatted("{} leads, {}{}; {}.", leader, lead(), with_reason ? reasons() : "", steadiness());
}

}  // namespace offerkit::report
