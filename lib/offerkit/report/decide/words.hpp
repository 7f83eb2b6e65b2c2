#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <offerkit/choice/decision/decision.hpp>
#include <offerkit/report/words/wording.hpp>

/// A decision's numbers and verdicts in words, for the pages of `decide` and `compare`. Scores have two decimals and
/// chances are whole percentages: judgements carry no more.
namespace offerkit::report {

/// "0.71": a score, or a difference of two.
[[nodiscard]] std::string score_text(double value);
/// "+0.07", "-0.03".
[[nodiscard]] std::string signed_score(double value);
/// A number with at most so many decimals, no zeros at its end: "8", "7.5".
[[nodiscard]] std::string number_text(double number, int decimals);
/// How finely a rating on a scale, or swing points up to `range`, are told: about a hundredth of it.
[[nodiscard]] int decimals_for(double range) noexcept;
/// The number rounded away from `from`, so that what is told is far enough: 9.13 up from 7 is "9.2".
[[nodiscard]] std::string far_enough(double number, double from, int decimals);
/// "money now": a goal in words.
[[nodiscard]] std::string_view goal_words(model::Goal goal) noexcept;

/// Names offers and factors of one decision, and says its verdict.
class DecideWords {
public:
    DecideWords(const choice::Comparison& comparison, const choice::Decision& decision);

    [[nodiscard]] const std::vector<std::string>& names() const noexcept { return names_; }
    [[nodiscard]] const std::string& offer(std::size_t i) const noexcept { return names_[i]; }
    /// As the priorities name it; "yearly pay" for money.
    [[nodiscard]] std::string factor(std::size_t j) const;
    /// An estimate in the decision's currency, to three significant digits unless fewer are asked for: "USD 143,000".
    [[nodiscard]] std::string roughly_money(double major, int digits = 3) const;
    /// In whole units: "349,925".
    [[nodiscard]] std::string whole_money(double major) const;
    /// "8", "5 to 9", "70% likely", "60% likely 9, else 4", "unknown": what an offer says of a factor.
    [[nodiscard]] std::string rating(std::size_t i, std::size_t j) const;
    /// The same in a word or two, a range by its middle: "8", "about 7.7", "70% likely", "unknown".
    [[nodiscard]] std::string brief_rating(std::size_t i, std::size_t j) const;
    /// How many decimals ratings on a factor's scale are told with.
    [[nodiscard]] int rating_decimals(std::size_t j) const;

    /// The must-haves that an offer misses.
    [[nodiscard]] std::vector<const choice::decision::MustHaveResult*> missed(std::size_t i) const;
    /// "Visa: 70% likely to be at least 8, 90% asked": one of them.
    [[nodiscard]] std::string missed_text(const choice::decision::MustHaveResult& result) const;

    /// "Lean towards Google": the verdict in a few words. A name in front is written as it is everywhere.
    [[nodiscard]] std::string title() const;
    /// Why, in one sentence; the reason may be left to a list below it.
    [[nodiscard]] std::string sentence(bool with_reason = true) const;
    /// "0.71 against 0.65 for Meta".
    [[nodiscard]] std::string lead() const;

    /// Whether any rating is not certain.
    [[nodiscard]] bool unsure() const noexcept;

private:
    [[nodiscard]] std::string reasons() const;
    [[nodiscard]] std::string hanging_title() const;
    [[nodiscard]] std::string hanging_sentence() const;
    [[nodiscard]] std::string steadiness() const;
    [[nodiscard]] bool ties() const noexcept;
    /// The leader and all that tie with it; where none does, the leader and the second.
    [[nodiscard]] std::vector<std::string> first_names() const;

    const choice::Decision& decision_;
    std::vector<std::string> names_;
};

}  // namespace offerkit::report
