#include <offerkit/timeline/bonus_year.hpp>

namespace offerkit::timeline {

BonusCalendar::BonusCalendar(const model::Bonus& bonus, Date start) noexcept
    : start_{start}, first_day_{bonus.year}, parts_{bonus.parts} {
    if (first_day_) {
        origin_ = first_day_->in(start.year()) <= start ? start.year() : start.year() - 1;
    }
    while (current().last < start) {
        advance();
    }
}

BonusCalendar::BonusCalendar(const model::ExtraMonths& extra, Date start) noexcept
    : start_{start}, extra_{&extra}, origin_{start.year()}, parts_{static_cast<int>(extra.paid_in.size())} {
    while (current().last < start) {
        advance();
    }
}

Date BonusCalendar::boundary(int year, int part) const noexcept {
    if (extra_ != nullptr) {
        // The day after the last day of a month that is paid in; before the first of them comes the year before's last.
        const int month = extra_->paid_in[static_cast<std::size_t>(part == 0 ? parts_ - 1 : part - 1)];
        return Date::clamped(origin_ + year - (part == 0 ? 1 : 0), month, 31).plus_days(1);
    }
    if (!first_day_) {
        return start_.plus_months(12 * year + 12 / parts_ * part);
    }
    // A year ends where the next begins, whatever its parts come to: 29 February is not in every year.
    return part == parts_ ? first_day_->in(origin_ + year + 1)
                          : first_day_->in(origin_ + year).plus_months(12 / parts_ * part);
}

BonusStretch BonusCalendar::current() const noexcept {
    return {year_, part_, parts_, boundary(year_, part_ - 1), boundary(year_, part_).plus_days(-1)};
}

void BonusCalendar::advance() noexcept {
    if (++part_ > parts_) {
        part_ = 1;
        ++year_;
    }
}

bool earned_by_months(const model::Bonus& bonus) noexcept { return !bonus.year && bonus.parts == 1; }

Date bonus_payment_day(const model::Bonus& bonus, const BonusStretch& stretch) noexcept {
    // A year of employment is over on its anniversary.
    const Date end = earned_by_months(bonus) ? stretch.last.plus_days(1) : stretch.last;
    return bonus.paid_on ? bonus.paid_on->on_or_after(end) : bonus.paid_after.after(end);
}

}  // namespace offerkit::timeline
