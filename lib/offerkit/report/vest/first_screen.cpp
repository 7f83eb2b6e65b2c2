#include <offerkit/report/vest/first_screen.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/model/event_index.hpp>
#include <offerkit/report/vest/facts.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/notes.hpp>
#include <offerkit/report/words/offer_names.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using quantity::Money;
using value::OfferTimeline;
using value::VestPeriod;
using value::VestRows;

class Writer {
public:
    Writer(std::span<const OfferTimeline> offers, const VestView& view)
        : offers_{offers}, view_{view}, names_{offer_names(papers_of(offers))} {
        for (const auto& offer : offers) {
            for (const auto& grant : offer.grants) {
                const auto code = grant.grant.currency.code();
                one_currency_ = one_currency_ && (code_.empty() || code_ == code);
                code_ = code;
            }
        }
    }

    FirstScreen write() {
        FirstScreen screen;
        if (code_.empty()) {
            screen.verdict = joined(names_) + ": there are no grants";
            screen.basis = diagnostic::formatted("As of {}.", to_string(view_.valuation.as_of));
            return screen;
        }
        const auto next = next_vests();
        screen.verdict = verdict(next);
        screen.basis =
            diagnostic::formatted("As of {}{} before tax, at the assumed price of each day.",
                                  to_string(view_.valuation.as_of), one_currency_ ? ", in " + code_ : std::string());
        years(screen);
        std::vector<std::string> lines;
        for (const auto& line : next) {
            lines.push_back(line_text(line));
        }
        screen.point(1, "Next", std::move(lines));
        screen.point(1, "Waits", waits(), Tone::bad);
        screen.point(2, "Lost", lost(), Tone::bad);
        screen.point(2, "Grants", held());
        screen.point(2, "Assumed", {"you stay; today's share price unless the file says more"});
        return screen;
    }

private:
    [[nodiscard]] bool several() const { return offers_.size() > 1; }
    [[nodiscard]] std::string amount(Money value) const {
        return (one_currency_ ? "" : std::string(value.currency().code()) + " ") + to_grouped(value, true);
    }

    /// "42 shares", or the money of a cash grant.
    [[nodiscard]] static std::string counted_of(const value::GrantTimeline& grant, quantity::Shares quantity) {
        return is_cash(grant) ? quantity_text(grant, quantity) : counted(quantity);
    }

    [[nodiscard]] std::vector<VestLine> next_vests() const {
        constexpr std::size_t most = 3;
        std::vector<VestLine> next;
        for (const auto& line : vest_lines(offers_)) {
            const bool comes = line.tranche->state == value::VestState::unvested && line.tranche->tranche.date;
            if (comes && next.size() < most) {
                next.push_back(line);
            }
        }
        return next;
    }

    [[nodiscard]] std::string line_text(const VestLine& line) const {
        return diagnostic::formatted(
            "{}{} {}{}", to_string(*line.tranche->tranche.date), several() ? " " + names_[line.offer] : "",
            counted_of(*line.grant, line.tranche->tranche.quantity),
            line.tranche->value && !is_cash(*line.grant) ? ", " + amount(*line.tranche->value) : "");
    }

    [[nodiscard]] std::string verdict(const std::vector<VestLine>& next) const {
        const std::string who = names_.size() <= 3 ? joined(names_) : std::to_string(names_.size()) + " offers";
        if (next.empty()) {
            const bool waits_for = !waits().empty();
            return who + (waits_for ? ": nothing vests on a day that is known" : ": nothing is left to vest");
        }
        return diagnostic::formatted("{}: next vest {}", who, line_text(next.front()));
    }

    /// A row for each year of the calendar that brings something, an amount and shares for each offer.
    void years(FirstScreen& screen) const {
        auto periods = value::vest_periods(offers_, value::VestStep::calendar_year);
        const bool waiting = periods.empty();
        if (waiting) {
            periods = value::vest_periods(offers_, value::VestStep::calendar_year, VestRows::waiting);
        }
        if (periods.empty()) {
            return;
        }
        auto& columns = screen.figures.columns;
        columns.push_back({waiting ? "Served in" : "Vests in", Align::left, Priority::key});
        for (const auto& name : names_) {
            if (!several()) {
                columns.push_back({"Shares", Align::right});
            }
            columns.push_back({several() ? name : "Worth", Align::right});
        }
        if (!several() && !waiting) {
            columns.push_back({"State"});
        }
        std::vector<std::string> labels;
        for (const auto& period : periods) {
            if (labels.empty() || labels.back() != period.label) {
                labels.push_back(period.label);
            }
        }
        for (std::size_t i = 0; i < labels.size(); ++i) {
            screen.row(static_cast<int>(i / 6), Row(year_cells(labels[i], periods, waiting)));
        }
    }

    [[nodiscard]] std::vector<Cell> year_cells(const std::string& label, const std::vector<VestPeriod>& periods,
                                               bool waiting) const {
        std::vector<Cell> cells{label};
        for (std::size_t i = 0; i < offers_.size(); ++i) {
            std::string shares;
            std::string worth;
            std::string state;
            for (const auto& period : periods) {
                if (period.label != label || period.offer != i) {
                    continue;
                }
                if (period.any_shares && period.shares) {
                    shares = diagnostic::grouped(to_decimal(*period.shares, 4));
                }
                worth += (worth.empty() ? "" : " + ") + amount(period.value);
                state = period.any_vested && period.any_unvested ? "partly vested"
                        : period.any_vested                      ? "vested"
                                                                 : "to vest";
            }
            if (!several()) {
                cells.push_back(shares.empty() ? Cell::not_applicable() : Cell(shares));
            }
            cells.push_back(worth.empty() ? Cell::not_applicable() : Cell(worth));
            if (!several() && !waiting) {
                cells.emplace_back(state);
            }
        }
        return cells;
    }

    template <class Text>
    [[nodiscard]] std::vector<std::string> of_grants(Text text) const {
        std::vector<std::string> all;
        for (std::size_t i = 0; i < offers_.size(); ++i) {
            for (const auto& grant : offers_[i].grants) {
                if (const std::string one = text(i, grant); !one.empty()) {
                    all.push_back((several() ? names_[i] + ": " : "") + one);
                }
            }
        }
        return all;
    }

    [[nodiscard]] std::vector<std::string> waits() const {
        std::vector<model::EventIndex> events;
        for (const auto& offer : offers_) {
            events.emplace_back(offer.offer->events);
        }
        return of_grants([&](std::size_t i, const value::GrantTimeline& grant) {
            if (grant.pending.is_zero()) {
                return std::string();
            }
            std::vector<value::AwaitedEvent> awaited;
            for (const auto& id : grant.grant.events) {
                const auto* event = events[i].find(id);
                awaited.push_back({id, event != nullptr ? event->chance : std::nullopt});
            }
            return diagnostic::formatted("{} of `{}` for {}", counted_of(grant, grant.pending), grant.grant.id,
                                         awaited_text(awaited, "or", true));
        });
    }

    [[nodiscard]] std::vector<std::string> lost() const {
        return of_grants([&](std::size_t, const value::GrantTimeline& grant) {
            std::string text;
            const auto add = [&](quantity::Shares quantity, const char* why) {
                if (!quantity.is_zero()) {
                    text += diagnostic::formatted("{}{} of `{}` {}", text.empty() ? "" : ", ",
                                                  counted_of(grant, quantity), grant.grant.id, why);
                }
            };
            add(grant.impossible, "missed the deadline");
            add(grant.forfeited, "forfeited");
            add(grant.grant.schedule.lost, "rounded away");
            return text;
        });
    }

    /// "`new-hire` 1,333 shares, 200 vested".
    [[nodiscard]] std::vector<std::string> held() const {
        return of_grants([&](std::size_t, const value::GrantTimeline& grant) {
            return diagnostic::formatted(
                "`{}` {}{}", grant.grant.id, counted_of(grant, grant.grant.quantity),
                grant.vested.is_zero() ? "" : diagnostic::formatted(", {} vested", quantity_text(grant, grant.vested)));
        });
    }

    std::span<const OfferTimeline> offers_;
    const VestView& view_;
    std::vector<std::string> names_;
    std::string code_{};
    bool one_currency_ = true;
};

}  // namespace

FirstScreen vest_first_screen(std::span<const OfferTimeline> offers, const VestView& view) {
    return Writer{offers, view}.write();
}

}  // namespace offerkit::report
