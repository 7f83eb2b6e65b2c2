#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <offerkit/calendar/date.hpp>
#include <offerkit/model/stated.hpp>
#include <offerkit/quantity/money.hpp>
#include <offerkit/words.hpp>

namespace offerkit::timeline {

/// The columns that yearly pay is split into. Refreshers stand apart: they are in no total unless counted.
enum class Category { base, bonus, sign_on, equity, refreshers, benefits, costs };
[[nodiscard]] constexpr auto words(Category) noexcept {
    using enum Category;
    return std::to_array<Word<Category>>({{base, "base"},
                                          {bonus, "bonus"},
                                          {sign_on, "sign_on"},
                                          {equity, "equity"},
                                          {refreshers, "refreshers"},
                                          {benefits, "benefits"},
                                          {costs, "costs"}});
}
inline constexpr int category_count = 7;

/// How sure an amount is (docs/numbers.md, "How sure"): what is fixed while employed, what comes at target or at a
/// market price, and what is private or hangs on a condition.
enum class Certainty { guaranteed, contingent, uncertain };
[[nodiscard]] constexpr auto words(Certainty) noexcept {
    using enum Certainty;
    return std::to_array<Word<Certainty>>(
        {{guaranteed, "guaranteed"}, {contingent, "contingent"}, {uncertain, "uncertain"}});
}
inline constexpr int certainty_count = 3;

/// How the present value of an amount hangs on time (docs/numbers.md, "Present value").
struct Timing {
    enum class Kind : std::uint8_t {
        money,   ///< counts for less the later it comes
        shares,  ///< a fixed number at today's price: waiting takes off the dividends missed and nothing else
        gain,    ///< of options at today's price, and what waits for an event: waiting takes nothing off
    };
    Kind kind = Kind::money;
    std::optional<calendar::Date> converted{};  ///< the later day on which money becomes these shares: until then it is
                                                ///< money

    friend bool operator==(const Timing&, const Timing&) = default;
};

/// An amount on a day.
struct CashFlow {
    calendar::Date date;
    quantity::Money amount;  ///< below 0 for a cost
    Category category = Category::base;
    Certainty certainty = Certainty::guaranteed;
    int year = 1;         ///< of the window; a bonus counts in the year that earned it, whenever paid
    model::Span span{};   ///< the line it follows from
    std::string label{};  ///< what it is called: a grant's id, a sign-on's name; empty where the category says it all
    bool payable = true;  ///< false for what has no day on which it turns into money, such as private shares
    Timing timing{};
    bool waits = false;  ///< for an event without a date: here only because what waits is counted
};

}  // namespace offerkit::timeline
