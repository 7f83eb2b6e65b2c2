#include <offerkit/value/paid_basis.hpp>

#include <algorithm>

#include <offerkit/timeline/stock_price.hpp>
#include <offerkit/value/equity.hpp>
#include <offerkit/value/exchange.hpp>

namespace offerkit::value {

namespace {

bool fits(Money sum, Money more) noexcept {
    return quantity::fits_int64(static_cast<quantity::int128>(sum.minor()) + more.minor());
}

}  // namespace

void LaterMoney::add(Money more, calendar::Date day) noexcept {
    if (!more.is_zero()) {
        amount += more;
        until = until ? std::max(*until, day) : day;
    }
}

bool PaidBasis::differs_from(std::span<const Money> earned) const noexcept {
    return !std::equal(by_year.begin(), by_year.end(), earned.begin(), earned.end());
}

void add_flows(PaidBasis& paid, const timeline::Window& window, std::span<const timeline::CashFlow> flows,
               bool count_refreshers) {
    paid.by_year.assign(static_cast<std::size_t>(window.years()), Money::zero(paid.not_payable.currency()));
    for (const auto& flow : flows) {
        if (flow.category == timeline::Category::refreshers && !count_refreshers) {
            continue;
        }
        // A bonus alone is earned in another year than it is paid; all else is counted on the day it arrives.
        const int year = flow.category == timeline::Category::bonus ? window.year_of_vest(flow.date) : flow.year;
        if (!flow.payable) {
            paid.not_payable += flow.amount;
        } else if (year == 0) {
            paid.paid_later.add(flow.amount, flow.date);
        } else {
            paid.by_year[static_cast<std::size_t>(year - 1)] += flow.amount;
        }
    }
}

bool add_later_vests(PaidBasis& paid, const timeline::Window& window, std::span<const timeline::ResolvedGrant> grants,
                     timeline::PriceCurve* prices, const Exchange& exchange) {
    for (const auto& grant : grants) {
        const bool cash = grant.instrument == model::Instrument::cash;
        for (const auto& tranche : grant.schedule.tranches) {
            if (tranche.release != timeline::Release::dated || !tranche.date || *tranche.date <= window.end()) {
                continue;
            }
            const auto worth = worth_on(grant, tranche.quantity, prices, *tranche.date);
            const auto value = worth ? exchange.apply(*worth) : std::nullopt;
            if (!value || !fits(paid.vests_later.value, *value) || !fits(paid.deferred_later.amount, *value)) {
                return false;
            }
            if (cash) {
                paid.deferred_later.add(*value, *tranche.date);
                continue;
            }
            const auto quantity = paid.vests_later.quantity.exact().plus(tranche.quantity.exact());
            if (!quantity) {
                return false;
            }
            paid.vests_later.quantity = Shares{*quantity};
            paid.vests_later.value += *value;
            paid.vests_later.until =
                paid.vests_later.until ? std::max(*paid.vests_later.until, *tranche.date) : *tranche.date;
        }
    }
    return true;
}

}  // namespace offerkit::value
