#include <offerkit/report/leave/sums.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/leave/columns.hpp>

namespace offerkit::report {
namespace {

using quantity::Money;
using quantity::Shares;

class SumsWriter {
public:
    SumsWriter(const value::LeavingAnswer& answer, const MoneyStyle& money) : answer_{answer}, money_{money} {
        days_.push_back({&answer.leaving});
        if (answer.month_later) {
            days_.push_back({&*answer.month_later});
        }
    }

    [[nodiscard]] Table table(bool costs_alone) const {
        const auto& leaving = answer_.leaving;
        Table table;
        table.columns = {
            {diagnostic::formatted("In {}, before tax", leaving.cost.currency().code()), Align::left, Priority::key},
            {to_string(leaving.last_day), Align::decimal}};
        if (answer_.month_later) {
            table.columns.push_back({to_string(answer_.month_later->last_day), Align::decimal});
            table.columns.push_back({"Change", Align::decimal});
        }
        const bool granted = !leaving.grants.empty();
        if (!costs_alone) {
            add_holding(table, "vested", granted);
            add_holding(table, "accelerated", false);
        }
        if (!table.rows.empty()) {
            table.separator();
        }
        add_holding(table, "forfeited", granted);
        add_line(table, "clawback_owed");
        if (any("bonus_forfeited")) {
            add_line(table, "bonus_forfeited");
        }
        add_line(table, "cost", RowKind::total);
        add_further(table);
        return table;
    }

private:
    /// A figure on the day of leaving and, a month later, what it is then and how it changes.
    void add_line(Table& table, std::string_view key, RowKind kind = RowKind::normal) const {
        Row row = columns_.line(key, days_, money_, kind);
        if (days_.size() > 1) {
            row.cells.push_back(change(row.cells[1].value, row.cells[2].value));
        }
        table.rows.push_back(std::move(row));
    }

    [[nodiscard]] Cell change(const Datum& now, const Datum& later) const {
        if (now == later) {
            return {"same", Tone::dim};
        }
        if (const auto* before = std::get_if<Shares>(&now.held())) {
            const auto& after = std::get<Shares>(later.held());
            return after > *before ? "+" + text_of(after - *before) : "-" + text_of(*before - after);
        }
        const Money by = std::get<Money>(later.held()) - std::get<Money>(now.held());
        return (by > Money::zero(by.currency()) ? "+" : "") + money_(by);
    }

    /// Whether a figure is anything but zero, now or a month later.
    [[nodiscard]] bool any(std::string_view key) const {
        return std::any_of(days_.begin(), days_.end(),
                           [&](const LeaveLine& day) { return !columns_.value(key, day).is_zero(); });
    }

    /// Shares where there are any, and their worth.
    void add_holding(Table& table, const std::string& key, bool always) const {
        const std::string worth = key + "_value";
        const bool shares = any(key);
        if (shares) {
            add_line(table, key);
        }
        if (always || shares || any(worth)) {
            add_line(table, worth);
        }
    }

    /// What is lost or paid beyond the cost, and all of it together.
    void add_further(Table& table) const {
        bool more = false;
        for (const auto* figure : {"bonus_running", "unpaid_sign_on", "benefits_lost", "Severance paid to you",
                                   "Unused holidays paid to you"}) {
            if (any(figure)) {
                add_line(table, figure);
                more = true;
            }
        }
        if (more) {
            add_line(table, "all_told", RowKind::total);
        }
    }

    const value::LeavingAnswer& answer_;
    const MoneyStyle& money_;
    Columns<LeaveLine> columns_ = leave_columns();
    std::vector<LeaveLine> days_{};  ///< the day asked and a month later, where the papers go on
};

}  // namespace

Table leaving_sums(const value::LeavingAnswer& answer, const MoneyStyle& money, bool costs_alone) {
    return SumsWriter{answer, money}.table(costs_alone);
}

}  // namespace offerkit::report
