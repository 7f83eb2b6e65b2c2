#pragma once

#include <array>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <offerkit/calendar/period.hpp>
#include <offerkit/model/assumption.hpp>
#include <offerkit/quantity/fraction.hpp>
#include <offerkit/quantity/money.hpp>
#include <offerkit/words.hpp>

namespace offerkit::model {

/// What people say they optimise for (C. Huyen, "Introduction to Machine Learning Interviews", chapter 3).
enum class Goal { none, money_now, money_later, impact, experience, brand, personal_growth };
[[nodiscard]] constexpr auto words(Goal) noexcept {
    using enum Goal;
    return std::to_array<Word<Goal>>({{none, "none"},
                                      {money_now, "money_now"},
                                      {money_later, "money_later"},
                                      {impact, "impact"},
                                      {experience, "experience"},
                                      {brand, "brand"},
                                      {personal_growth, "personal_growth"}});
}

struct Scale {
    quantity::Number worst{0};
    quantity::Number best{10};  ///< below `worst` for a factor that costs
    Span span{};
};

struct MustHave {
    quantity::Number at_least{};
    std::optional<quantity::Rate> chance{};
};

/// One thing that matters to the person. A parent has children and neither rating nor scale.
struct Factor {
    std::string id;
    std::string name{};
    std::optional<Stated<quantity::Number>> swing{};
    std::optional<Stated<std::int64_t>> rank{};
    Scale scale{};
    std::string worst_means{};
    std::string best_means{};
    Goal goal = Goal::none;
    std::optional<MustHave> must{};
    std::vector<Stated<std::string>> children{};
    bool monetary = false;
    std::string question{};  ///< what to ask a manager or a colleague; empty: none is written
    bool askable = true;     ///< somebody at the company could tell
    Span span{};
};

/// Yearly pay as a factor, on a fixed scale.
struct MoneyFactor {
    quantity::Money worst;
    quantity::Money best;
    std::optional<Stated<quantity::Number>> swing{};
    std::optional<Stated<std::int64_t>> rank{};
    Goal goal = Goal::none;
    Span span{};
};

/// A person's priorities file. What it leaves out stays empty, so that a flag or a default can fill it.
struct Priorities {
    std::string file;
    std::string profile{};  ///< id of the profile it is, a starting point; empty: a file of the person's own
    std::string name{};
    std::optional<Stated<calendar::Period>> horizon{};
    std::optional<Stated<quantity::Rate>> discount_rate{};
    std::optional<Stated<quantity::Rate>> exit_per_year{};
    std::optional<Stated<quantity::Money>> risk_tolerance{};
    std::optional<Stated<quantity::Money>> wealth{};          ///< apart from the job; with `risk_aversion`
    std::optional<Stated<quantity::Number>> risk_aversion{};  ///< relative, above 0
    std::optional<Stated<quantity::Currency>> currency{};
    std::optional<Stated<quantity::Rate>> raise{};  ///< of every offer that states none
    bool equal_weights = false;
    std::optional<MoneyFactor> money{};
    std::vector<Factor> factors{};
};

}  // namespace offerkit::model
