#include <offerkit/value/review_pay.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/quantity/growth.hpp>

namespace offerkit::value {

namespace {

namespace codes = diagnostic::codes;
using calendar::Date;
using diagnostic::Diagnostics;
using diagnostic::formatted;
using quantity::Money;
using quantity::Rate;

constexpr int far_months = 24;
constexpr std::int64_t most_times_base = 3;
/// A year's pay that nobody is paid, in units of about a dollar.
constexpr std::int64_t least_a_year = 1'000;
constexpr std::int64_t most_a_year = 10'000'000;

/// How many units of a currency are about as much as a dollar, to one digit: only the number of a salary's digits hangs
/// on it. Those that are not listed count as one.
std::int64_t units_per_dollar(quantity::Currency currency) noexcept {
    constexpr std::array<std::pair<std::string_view, std::int64_t>, 36> units{
        {{"AMD", 400},    {"ARS", 1'000}, {"BDT", 100}, {"CLP", 900},   {"COP", 4'000},  {"CRC", 500},
         {"CZK", 20},     {"DKK", 7},     {"EGP", 50},  {"HUF", 300},   {"IDR", 20'000}, {"INR", 80},
         {"IRR", 50'000}, {"ISK", 100},   {"JPY", 100}, {"KES", 100},   {"KRW", 1'000},  {"KZT", 500},
         {"LBP", 90'000}, {"LKR", 300},   {"MXN", 20},  {"NGN", 1'000}, {"PHP", 60},     {"PKR", 300},
         {"PYG", 7'000},  {"RSD", 100},   {"RUB", 80},  {"SEK", 10},    {"THB", 30},     {"TRY", 40},
         {"TWD", 30},     {"TZS", 2'000}, {"UAH", 40},  {"UGX", 4'000}, {"UZS", 10'000}, {"VND", 20'000}}};
    const auto found =
        std::find_if(units.begin(), units.end(), [&](const auto& one) { return one.first == currency.code(); });
    return found == units.end() ? 1 : found->second;
}

bool pays_nothing(const model::Offer& offer) {
    const model::Benefits& benefits = offer.benefits;
    return !offer.base && offer.bonuses.empty() && offer.sign_ons.empty() && offer.grants.empty() && !offer.refresher &&
           !benefits.health && benefits.others.empty();
}

/// A year of base pay; nothing where it is too large to be told.
std::optional<Money> base_a_year(const model::Offer& offer) {
    if (!offer.base) {
        return std::nullopt;
    }
    return quantity::raised(offer.base->rate.value, offer.base->units_per_year, Rate{}, 0);
}

void review_base(const model::Offer& offer, Diagnostics& diagnostics) {
    const auto year = base_a_year(offer);
    if (!year) {
        return;
    }
    const model::Base& base = *offer.base;
    const bool yearly = base.basis == model::Base::Basis::salary;
    const quantity::int128 unit =
        static_cast<quantity::int128>(units_per_dollar(offer.currency)) * year->currency().minor_per_major();
    const std::string amount = formatted("{} {} a year", quantity::to_grouped(*year, true), year->currency().code());
    if (year->is_zero()) {
        if (base.changes.empty()) {
            diagnostics.warning(codes::empty_salary, base.rate.span, "this base pay is 0",
                                "write what the letter says, such as `salary = 182_000`, or take [base] out");
        }
    } else if (year->minor() < unit * least_a_year) {
        const auto thousands = quantity::raised(base.rate.value, Rate{1000}, Rate{}, 0);
        std::string help = "check its unit: `salary` is for a year, `hourly` for an hour, `daily` for a day";
        if (yearly && thousands) {
            help = formatted("if thousands are meant, write `salary = {}`",
                             diagnostic::grouped(quantity::to_plain(*thousands), '_'));
        }
        diagnostics.warning(codes::small_salary, base.rate.span, formatted("this comes to {}", amount),
                            std::move(help));
    } else if (year->minor() > unit * most_a_year) {
        diagnostics.warning(codes::large_salary, base.rate.span, formatted("this comes to {}", amount),
                            yearly ? "count its digits; a group of three is parted by _, as in 182_000"
                                   : "an amount of a whole year is written as `salary`");
    }
}

void review_bonuses(const model::Offer& offer, Diagnostics& diagnostics) {
    const auto year = base_a_year(offer);
    for (const auto& bonus : offer.bonuses) {
        const auto* target = std::get_if<Rate>(&bonus.target);
        const auto* amount = std::get_if<Money>(&bonus.target);
        if (target != nullptr && *target > Rate{1}) {
            diagnostics.warning(
                codes::large_bonus, bonus.span,
                formatted("a bonus target of {} is more than the whole salary", quantity::to_percent(*target)),
                "if an amount is meant, write `amount = ...`");
        } else if (amount != nullptr && year && !year->is_zero() &&
                   static_cast<quantity::int128>(amount->minor()) >
                       static_cast<quantity::int128>(year->minor()) * most_times_base) {
            diagnostics.warning(codes::large_bonus, bonus.span,
                                formatted("a bonus of {} is more than three times the base pay of {}",
                                          quantity::to_grouped(*amount, true), quantity::to_grouped(*year, true)),
                                "count the digits of both; `amount` is of a year");
        }
    }
}

}  // namespace

void review_amounts(const model::Offer& offer, Diagnostics& diagnostics) {
    review_base(offer, diagnostics);
    review_bonuses(offer, diagnostics);
}

void review_pay(const model::Offer& offer, Date as_of, Diagnostics& diagnostics) {
    if (!offer.base) {
        diagnostics.warning(codes::no_pay, offer.span,
                            pays_nothing(offer) ? "nothing in this file pays anything"
                                                : "this file states no base pay, so every figure counts none",
                            "add what the letter promises, such as [base] with `salary = 182_000`");
    }
    review_amounts(offer, diagnostics);
    if (offer.decide_by && offer.decide_by->value < as_of && offer.kind == model::OfferKind::offer) {
        const auto days = as_of.days_since(offer.decide_by->value);
        diagnostics.warning(codes::deadline_passed, offer.decide_by->span,
                            formatted("the day to decide by passed {} {} before {}", std::to_string(days),
                                      days == 1 ? "day" : "days", to_string(as_of)),
                            "ask whether the offer still stands, or set `decide_by` to the day that they agreed to");
    }
    if (offer.kind == model::OfferKind::offer && offer.start.value > as_of.plus_months(far_months)) {
        diagnostics.warning(codes::far_start, offer.start.span,
                            formatted("the first day, {}, is more than two years after {}",
                                      to_string(offer.start.value), to_string(as_of)),
                            "check its year");
    }
}

}  // namespace offerkit::value
