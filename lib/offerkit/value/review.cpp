#include <offerkit/value/review.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/timeline/sign_on.hpp>
#include <offerkit/timeline/vest_days.hpp>
#include <offerkit/value/review_exits.hpp>
#include <offerkit/value/review_pay.hpp>

namespace offerkit::value {

namespace {

namespace codes = diagnostic::codes;
using calendar::Date;
using diagnostic::Diagnostics;
using diagnostic::formatted;
using quantity::Rate;

constexpr std::int64_t old_price_days = 90;
constexpr std::int64_t days_to_decide = 7;
constexpr int old_profile_months = 24;
constexpr int months_of_a_ban = 6;

// The simple fraction that a rounded decimal stands for: 33.33% is 1/3. Whole percentages are taken as they stand.
std::optional<Rate> meant_fraction(const Rate& written) {
    const auto in_percent = Rate::of(static_cast<quantity::int128>(written.numerator()) * 100, written.denominator());
    if (!in_percent || in_percent->is_whole()) {
        return std::nullopt;
    }
    for (const std::int64_t denominator : {3, 6, 7, 9, 12}) {
        if (written.denominator() % denominator == 0) {
            continue;
        }
        const double scaled = written.approximate() * static_cast<double>(denominator);
        const double nearest = std::nearbyint(scaled);
        if (nearest >= 1 && std::fabs(scaled - nearest) < 0.0004 * static_cast<double>(denominator)) {
            const auto fraction = *Rate::of(static_cast<std::int64_t>(nearest), denominator);
            if (fraction.denominator() == denominator) {
                return fraction;
            }
        }
    }
    return std::nullopt;
}

void warn_of_decimal(const Rate& written, model::Span span, Diagnostics& diagnostics) {
    if (const auto meant = meant_fraction(written)) {
        diagnostics.warning(codes::repeating_decimal, span,
                            formatted("{} is taken literally; it is not {}", quantity::to_percent(written, 6),
                                      quantity::to_ratio(*meant)),
                            formatted("if a fraction is meant, write \"{}\"", quantity::to_ratio(*meant)));
    }
}

void review_terms(const model::VestingTerms& vesting, Diagnostics& diagnostics) {
    for (const auto& segment : vesting.segments) {
        warn_of_decimal(segment.portion, segment.span, diagnostics);
        if (segment.cliff && segment.cliff->portion) {
            warn_of_decimal(*segment.cliff->portion, segment.cliff->span, diagnostics);
        }
    }
    for (const auto& dated : vesting.dates) {
        if (dated.portion) {
            warn_of_decimal(*dated.portion, dated.span, diagnostics);
        }
    }
    if (vesting.cliff && vesting.cliff->portion) {
        warn_of_decimal(*vesting.cliff->portion, vesting.cliff->span, diagnostics);
    }
}

// Most letters that name a month or a day of payment mean a bonus of the calendar year.
void review_payment(const model::Bonus& bonus, Diagnostics& diagnostics) {
    if (bonus.paid_on && !bonus.year && !bonus.year_stated) {
        diagnostics.warning(codes::employment_years, bonus.paid_span,
                            "this bonus is counted in years of employment, from the first day",
                            "write `year = \"calendar\"` if it is of the calendar year, or `year = \"employment\"`");
    }
}

bool in_months(const model::VestingTerms& vesting) {
    for (const auto& segment : vesting.segments) {
        if (segment.every.in_months() && !segment.every.is_zero()) {
            return true;
        }
    }
    return false;
}

void review_grant(const model::Grant& grant, Diagnostics& diagnostics) {
    const Date start = timeline::aligned_start(grant);
    if (start.day() > 28 && grant.day_of_month == calendar::DayRule{} && timeline::named_days_of(grant).empty() &&
        in_months(grant.vesting)) {
        diagnostics.warning(codes::month_end_start, grant.vesting_start.span,
                            formatted("vesting starts on the {}{}: in shorter months it falls on their last day",
                                      std::to_string(start.day()), start.day() == 31 ? "st" : "th"),
                            "if the plan says otherwise, set `day_of_month`, such as \"last_day_of_month\" or 28");
    }
    review_terms(grant.vesting, diagnostics);
}

void review_clawback(const model::Offer& offer, const model::SignOn& sign_on, Diagnostics& diagnostics) {
    if (!sign_on.clawback) {
        return;
    }
    const auto& clawback = *sign_on.clawback;
    const auto warn = [&](model::Span span, std::string message, std::string help) {
        diagnostics.warning(codes::no_effect, span, std::move(message), std::move(help));
    };
    if (sign_on.amount.value.is_zero()) {
        warn(sign_on.amount.span, "nothing is paid, so nothing can be owed back",
             "write the amount, or take the clawback out");
    } else if (clawback.share.is_zero() && !clawback.within.is_zero()) {
        warn(clawback.span, "a clawback of 0% owes nothing on any day",
             "write the share that is to be paid back, such as `share = \"70%\"`, or take it out");
    } else if (clawback.within.is_zero()) {
        warn(clawback.span, "a clawback within no time owes nothing on any day",
             "write how long it runs, such as `within = \"12 months\"`, or take it out");
    } else if (clawback.from == model::ClawbackFrom::start) {
        const Date end = clawback.within.after(offer.start.value);
        const Date paid = timeline::sign_on_parts(sign_on, offer.start.value).front().date;
        if (paid >= end) {
            warn(clawback.span,
                 formatted("counted from the start this clawback ends on {}, and the first payment comes on {}",
                           to_string(end), to_string(paid)),
                 "if it runs from the payment, write `from = \"payment\"`");
        }
    }
}

void review_leaving(const model::Offer& offer, Diagnostics& diagnostics) {
    if (!offer.leaving) {
        return;
    }
    const auto& terms = *offer.leaving;
    const auto warn = [&](model::Span span, std::string message, std::string help) {
        diagnostics.warning(codes::no_effect, span, std::move(message), std::move(help));
    };
    const bool unpaid = !offer.base || offer.base->rate.value.is_zero();
    if (unpaid && terms.severance) {
        warn(terms.severance->span, "severance is counted in base, and no base is stated", "add [base] with `salary`");
    }
    if (unpaid && terms.unused_holiday_days) {
        warn(terms.unused_holiday_days->span, "holidays are paid out in base, and no base is stated",
             "add [base] with `salary`");
    }
    if (!terms.non_compete && !terms.non_compete_pay.is_zero()) {
        warn(terms.span, "`non_compete_pay` changes nothing: nobody is barred",
             "say for how long, such as `non_compete = \"12 months\"`, or take it out");
    }
}

void review_windows(const model::Grant& grant, Diagnostics& diagnostics) {
    for (const auto& window : grant.termination_windows) {
        if (!model::has_strike(grant.instrument)) {
            diagnostics.warning(
                codes::no_effect, window.span,
                "this grant is not exercised: its vested shares stay after leaving, whatever the window",
                "take the window out, or say what is granted, such as `instrument = \"nso\"`");
            return;
        }
        const bool taken = std::find(grant.forfeits_vested.begin(), grant.forfeits_vested.end(), window.reason) !=
                           grant.forfeits_vested.end();
        if (taken && !window.period.is_zero()) {
            diagnostics.warning(
                codes::no_effect, window.span,
                "this window leaves nothing to exercise: `forfeits_vested` takes vested options for the "
                "same reason",
                "ask which of the two the plan means, and take the other out");
        }
    }
}

void review_stock(const model::Offer& offer, const model::Valuation& valuation, Diagnostics& diagnostics) {
    if (offer.stock) {
        const model::Stock& stock = *offer.stock;
        const std::int64_t age = valuation.as_of.days_since(stock.as_of.value);
        if (stock.price_is_known && age > old_price_days) {
            diagnostics.warning(codes::old_price, stock.price.span,
                                formatted("this price is of {}, {} days before {}", to_string(stock.as_of.value),
                                          std::to_string(age), to_string(valuation.as_of)),
                                "look the price up again, and set `as_of` in [stock] to its day");
        }
        if (stock.kind == model::StockKind::private_company && stock.preferred_price && stock.price_is_known &&
            *stock.preferred_price == stock.price.value) {
            diagnostics.warning(
                codes::preferred_price, stock.price.span,
                "this is the price of preferred shares; employees hold common shares, which are worth less",
                "set `price` to the fair value of common (the latest 409A) and keep `preferred_price` beside it");
        }
    }
    if (offer.fx.as_of && !offer.fx.rates.empty() && valuation.as_of.days_since(*offer.fx.as_of) > old_price_days) {
        diagnostics.warning(codes::old_price, offer.fx.rates.front().span,
                            formatted("these exchange rates are of {}, over 90 days before {}",
                                      to_string(*offer.fx.as_of), to_string(valuation.as_of)),
                            "look the rates up again, or give one with `--fx`");
    }
}

// What one can do about an old fact depends on its kind.
std::string help_for_old(std::string_view kind) {
    if (kind == "ladders") {
        return "check with the company what the level is called today";
    }
    if (kind == "vesting") {
        return "compare it with your letter, and spell the terms out where they differ";
    }
    return "check it against something newer; a file of your own can be named by its path, ending in .toml";
}

void review_letter(const ValuedOffer& valued, Diagnostics& diagnostics) {
    const model::Offer& offer = *valued.offer;
    if (!offer.letter_total || valued.currency != offer.currency) {
        return;
    }
    const Money stated = offer.letter_total->amount;
    const auto& means = offer.letter_total->means;
    const Money found = means ? get(valued.definitions, *means) : valued.everything;
    const std::string meaning{means ? word(*means) : "everything"};
    // Whole shares and letters are rounded; half a percent is more than both together.
    const quantity::int128 gap = static_cast<quantity::int128>(stated.minor()) - found.minor();
    if ((gap < 0 ? -gap : gap) * 200 <= stated.minor()) {
        return;
    }
    const std::string figures =
        formatted("the letter says {} and the parts of `{}` add up to {} {}", quantity::to_grouped(stated, true),
                  meaning, quantity::to_grouped(found, true), valued.currency.code());
    if (gap > 0) {
        diagnostics.warning(
            codes::letter_total, offer.letter_total->span,
            formatted("{}: {} is missing", figures,
                      quantity::to_grouped(Money{static_cast<std::int64_t>(gap), stated.currency()}, true)),
            "ask what the letter counts, or set `means` to another definition");
    } else {
        diagnostics.note(codes::letter_total, offer.letter_total->span, formatted("{}, which is more", figures),
                         "the letter may leave something out, or something is written twice");
    }
}

}  // namespace

bool is_old(const model::ProfileUse& profile, Date as_of) noexcept {
    return as_of > profile.as_of.plus_months(old_profile_months);
}

std::optional<std::int64_t> too_few_days(const model::Offer& offer) noexcept {
    if (!offer.received || !offer.decide_by) {
        return std::nullopt;
    }
    const std::int64_t days = offer.decide_by->value.days_since(offer.received->value);
    return days < days_to_decide ? std::optional{days} : std::nullopt;
}

bool is_long_ban(const model::PaidTime& ban) noexcept {
    return calendar::longer_than_months(ban.period, months_of_a_ban);
}

void review(const ValuedOffer& valued, const model::Valuation& valuation, Diagnostics& diagnostics) {
    const model::Offer& offer = *valued.offer;
    if (const auto days = too_few_days(offer)) {
        diagnostics.warning(codes::short_deadline, offer.decide_by->span,
                            formatted("{} to decide; a week at least is fair", diagnostic::counted(*days, "day")),
                            "ask for more time: that is a usual request");
    }
    review_leaving(offer, diagnostics);
    review_pay(offer, valuation.as_of, diagnostics);
    for (const auto& bonus : offer.bonuses) {
        review_payment(bonus, diagnostics);
    }
    for (const auto& sign_on : offer.sign_ons) {
        review_clawback(offer, sign_on, diagnostics);
    }
    for (const auto& grant : offer.grants) {
        review_grant(grant, diagnostics);
        review_windows(grant, diagnostics);
    }
    if (offer.refresher) {
        review_terms(offer.refresher->vesting, diagnostics);
    }
    review_stock(offer, valuation, diagnostics);
    review_exits(valued, valuation, diagnostics);
    for (const auto& profile : offer.profiles) {
        if (is_old(profile, valuation.as_of)) {
            diagnostics.warning(codes::old_profile, profile.span,
                                formatted("the profile {}/{} states a fact of {}, over two years old", profile.kind,
                                          profile.id, to_string(profile.as_of)),
                                help_for_old(profile.kind));
        }
    }
    review_letter(valued, diagnostics);
}

}  // namespace offerkit::value
