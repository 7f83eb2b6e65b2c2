#include <offerkit/value/leaving_months.hpp>

#include <algorithm>
#include <map>
#include <utility>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/timeline/findings.hpp>
#include <offerkit/timeline/grant.hpp>

namespace offerkit::value {

namespace {

namespace codes = diagnostic::codes;
using calendar::Date;
using timeline::Departure;

constexpr std::size_t most_days = 6;
constexpr std::size_t days_looked_into = 12;
constexpr std::int64_t least_part = 20;  // a twentieth of the most at stake

LeavingMonth month_of(const Leaving& leaving) {
    return {.on = leaving.departure.on,
            .vested = leaving.all.vested.quantity,
            .accelerated = leaving.all.accelerated.quantity,
            .forfeited = leaving.all.forfeited.quantity,
            .vested_value = leaving.all.vested.value,
            .accelerated_value = leaving.all.accelerated.value,
            .forfeited_value = leaving.all.forfeited.value,
            .clawback = leaving.clawback,
            .bonus_finished = leaving.bonus.finished,
            .cost = leaving.cost,
            .bonus_running = leaving.bonus.running,
            .unpaid_sign_on = leaving.unpaid_sign_on,
            .benefits_lost = leaving.benefits_lost,
            .received = leaving.received(),
            .stake = leaving.stake};
}

/// Whether leaving before a payment loses it.
bool is_lost_before(const timeline::EarnedBonus& earned, const timeline::BonusPayment& payment) {
    return payment.deferred || !earned.kept_on_leaving;
}

/// The days that may matter, with a first idea of how much: that decides which of them are looked into.
class Candidates {
public:
    Candidates(LeavingBook& book, Date after, Date until) : book_{book}, after_{after}, until_{until} {}

    [[nodiscard]] std::vector<Date> largest() {
        add_vests();
        add_money();
        std::vector<std::pair<Date, double>> all(days_.begin(), days_.end());
        std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
        std::vector<Date> dates;
        for (std::size_t i = 0; i < std::min(all.size(), days_looked_into); ++i) {
            dates.push_back(all[i].first);
        }
        return dates;
    }

private:
    void add(Date day, const std::optional<Money>& amount) {
        if (day > after_ && day <= until_ && amount) {
            days_[day] += static_cast<double>(amount->minor());
        }
    }

    void add_vests() {
        for (const auto& held : book_.grants()) {
            for (const auto& tranche : held.staying.tranches) {
                if (tranche.release == timeline::Release::dated && *tranche.date > after_ && *tranche.date <= until_) {
                    add(*tranche.date, book_.worth(*held.grant, tranche.quantity, *tranche.date));
                }
            }
        }
    }

    void add_money() {
        for (const auto& terms : book_.sign_ons()) {
            for (const auto& part : terms.parts()) {
                add(part.date, book_.converted(part.amount));
            }
            const auto now = terms.settle({after_});
            if (now.until) {
                const auto before = terms.settle({now.until->plus_days(-1)});
                add(*now.until, book_.converted(before.owed));
            }
        }
        for (const auto& earned : book_.bonuses().earned()) {
            for (const auto& payment : earned.payments) {
                if (is_lost_before(earned, payment)) {
                    add(payment.date, book_.converted(payment.amount));
                }
            }
        }
    }

    LeavingBook& book_;
    Date after_;
    Date until_;
    std::map<Date, double> days_;
};

/// What leaving on a day keeps that leaving the day before would lose, at the price of the day.
std::optional<CheaperDay> looked_into(LeavingBook& book, Date day, model::LeavingReason reason,
                                      Diagnostics& diagnostics) {
    const auto before = book.on({day.plus_days(-1), reason}, diagnostics);
    const auto then = book.on({day, reason}, diagnostics);
    if (!before || !then) {
        return std::nullopt;
    }
    CheaperDay result{day, Money::zero(book.currency())};
    const auto add = [&](DayBrings brings) {
        if (brings.amount > Money::zero(book.currency())) {
            result.by += brings.amount;
            result.brings.push_back(std::move(brings));
        }
    };
    for (const auto& earlier : before->grants) {
        const auto later = std::find_if(then->grants.begin(), then->grants.end(),
                                        [&](const GrantLeaving& each) { return each.grant == earlier.grant; });
        if (later == then->grants.end()) {
            continue;
        }
        const Shares quantity = earlier.split.forfeited.quantity - later->split.forfeited.quantity;
        if (quantity > Shares{}) {
            const auto amount = book.worth(*earlier.grant, quantity, day);
            add({DayBrings::Kind::vest, earlier.grant->id, earlier.grant, quantity,
                 amount.value_or(Money::zero(book.currency()))});
        }
    }
    // What is paid on the day and to be paid back at once is no gain.
    for (std::size_t i = 0; i < std::min(before->sign_ons.size(), then->sign_ons.size()); ++i) {
        const auto& earlier = before->sign_ons[i];
        const auto& later = then->sign_ons[i];
        const bool paid_that_day = later.unpaid < earlier.unpaid;
        add({paid_that_day ? DayBrings::Kind::sign_on : DayBrings::Kind::clawback,
             earlier.name,
             nullptr,
             {},
             earlier.unpaid + earlier.owed - later.unpaid - later.owed});
    }
    std::map<std::string, Money> paid;
    for (const auto& earned : book.bonuses().earned()) {
        for (const auto& payment : earned.payments) {
            const bool brought = payment.date == day && is_lost_before(earned, payment);
            if (const auto amount = brought ? book.converted(payment.amount) : std::nullopt) {
                paid.try_emplace(earned.name, Money::zero(book.currency())).first->second += *amount;
            }
        }
    }
    for (const auto& [name, amount] : paid) {
        add({DayBrings::Kind::bonus, name, nullptr, {}, amount});
    }
    return result;
}

}  // namespace

std::optional<LeavingMonths> leaving_months(LeavingBook& book, Date first, calendar::Period horizon,
                                            model::LeavingReason reason, Diagnostics& diagnostics) {
    LeavingMonths result;
    Date until = horizon.after(first);
    if (book.offer().end) {
        until = std::min(until, book.offer().end->value);
    }
    double most = 0;
    for (int i = 0; first.plus_months(i) < horizon.after(first) && (i == 0 || first.plus_months(i) <= until); ++i) {
        const auto leaving = book.on({first.plus_months(i), reason}, diagnostics);
        if (!leaving) {
            return std::nullopt;
        }
        result.months.push_back(month_of(*leaving));
        most = std::max(most, static_cast<double>(leaving->stake.minor()));
    }
    for (const Date day : Candidates{book, first, until}.largest()) {
        auto cheaper = looked_into(book, day, reason, diagnostics);
        if (!cheaper) {
            return std::nullopt;
        }
        if (static_cast<double>(cheaper->by.minor()) * static_cast<double>(least_part) >= most && most > 0) {
            result.cheaper.push_back(std::move(*cheaper));
        }
    }
    auto& days = result.cheaper;
    std::stable_sort(days.begin(), days.end(), [](const CheaperDay& a, const CheaperDay& b) { return a.by > b.by; });
    if (days.size() > most_days) {
        days.erase(days.begin() + most_days, days.end());
    }
    std::sort(days.begin(), days.end(), [](const CheaperDay& a, const CheaperDay& b) { return a.day < b.day; });
    return result;
}

Date LeavingTimes::last() const noexcept {
    const Date month_later = departure.on.plus_months(1);
    return horizon ? std::max(month_later, horizon->after(first_month)) : month_later;
}

std::optional<LeavingAnswer> leaving_answer(LeavingBook& book, const LeavingTimes& times, Diagnostics& diagnostics) {
    if (times.last().year() > calendar::last_year) {
        diagnostics.error(codes::schedule_too_long, book.offer().start.span, "the horizon runs past the year 2999",
                          "choose an earlier day or a shorter horizon");
        return std::nullopt;
    }
    auto leaving = book.on(times.departure, diagnostics);
    if (!leaving) {
        return std::nullopt;
    }
    LeavingAnswer answer{.leaving = std::move(*leaving), .rates = book.rates_used()};
    const Date later = times.departure.on.plus_months(1);
    if (!book.offer().end || later <= book.offer().end->value) {
        answer.month_later = book.on({later, times.departure.reason}, diagnostics);
        if (!answer.month_later) {
            return std::nullopt;
        }
    }
    if (times.horizon) {
        answer.months = leaving_months(book, times.first_month, *times.horizon, times.departure.reason, diagnostics);
        if (!answer.months) {
            return std::nullopt;
        }
    }
    return answer;
}

}  // namespace offerkit::value
