#include <offerkit/report/vest/vest.hpp>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/model/event_index.hpp>
#include <offerkit/report/vest/columns.hpp>
#include <offerkit/report/vest/facts.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/assumptions.hpp>
#include <offerkit/report/words/explain.hpp>
#include <offerkit/report/words/grants.hpp>
#include <offerkit/report/words/notes.hpp>
#include <offerkit/report/words/offer_names.hpp>
#include <offerkit/report/words/schedules.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using quantity::Money;
using quantity::Shares;
using value::GrantTimeline;
using value::OfferTimeline;

constexpr const char* no_day = "Nothing vests on a day that is known, as far as this looks.";

class PageWriter {
public:
    PageWriter(std::span<const OfferTimeline> offers, const VestView& view)
        : offers_(offers), view_(view), papers_(papers_of(offers)), names_(offer_names(papers_)) {
        std::string_view currency;
        bool one_currency = true;
        for (const auto& offer : offers) {
            for (const auto& grant : offer.grants) {
                const auto code = grant.grant.currency.code();
                one_currency = one_currency && (currency.empty() || currency == code);
                currency = code;
                for (const auto& tranche : grant.tranches) {
                    if (tranche.value) {
                        money_.see(*tranche.value);
                    }
                }
            }
        }
        if (!one_currency) {
            money_.name_currencies();
        }
        titles_ = {names_, one_currency ? "Worth, " + std::string(currency) : "Worth"};
    }

    Page write() {
        Page page;
        page.title("What vests when: " +
                   (names_.size() <= 3 ? joined(names_) : std::to_string(names_.size()) + " offers"));
        const bool any =
            std::any_of(offers_.begin(), offers_.end(), [](const auto& offer) { return !offer.grants.empty(); });
        if (!any) {
            return page.text("There are no grants.");
        }
        page.text(diagnostic::formatted(
            "As of {}. A vest is worth what its shares are on its day at the assumed price, before tax.",
            to_string(view_.valuation.as_of)));
        page.add(grants());
        add_charts(page);
        if (view_.step == value::VestStep::tranche) {
            add_tranches(page);
        } else {
            add_periods(page);
        }
        close(page);
        return page;
    }

private:
    [[nodiscard]] bool several() const { return offers_.size() > 1; }

    template <class SharesOf>
    [[nodiscard]] bool any_of_grants(SharesOf shares_of) const {
        return std::any_of(offers_.begin(), offers_.end(), [&](const auto& offer) {
            return std::any_of(offer.grants.begin(), offer.grants.end(),
                               [&](const auto& grant) { return !shares_of(grant).is_zero(); });
        });
    }

    [[nodiscard]] Table grants() const {
        enum class Show { always, where_any, where_performance };
        struct Sum {
            std::string_view title;
            Shares (*of)(const GrantTimeline&);
            Show show;
        };
        static constexpr Sum sums[] = {
            {"Granted", [](const GrantTimeline& grant) { return grant.grant.granted(); }, Show::always},
            {"Expected", [](const GrantTimeline& grant) { return grant.grant.quantity; }, Show::where_performance},
            {"Vested", [](const GrantTimeline& grant) { return grant.vested; }, Show::always},
            {"To vest", [](const GrantTimeline& grant) { return grant.unvested; }, Show::always},
            {"Pending", [](const GrantTimeline& grant) { return grant.pending; }, Show::where_any},
            {"Served", [](const GrantTimeline& grant) { return grant.served; }, Show::where_any},
            {"Accelerated", [](const GrantTimeline& grant) { return grant.accelerated; }, Show::where_any},
            {"Impossible", [](const GrantTimeline& grant) { return grant.impossible; }, Show::where_any},
            {"Forfeited", [](const GrantTimeline& grant) { return grant.forfeited; }, Show::where_any},
            {"Rounded away", [](const GrantTimeline& grant) { return grant.grant.schedule.lost; }, Show::where_any},
            {"Later", [](const GrantTimeline& grant) { return grant.beyond; }, Show::where_any},
        };
        Table table;
        if (several()) {
            table.columns.push_back({"Offer", Align::left, Priority::key});
        }
        table.columns.push_back({"Grant", Align::left, Priority::key});
        table.columns.push_back({"Kind"});
        std::vector<const Sum*> shown;
        const bool performance =
            any_of_grants([](const GrantTimeline& grant) { return Shares{grant.grant.performance ? 1 : 0}; });
        for (const auto& sum : sums) {
            if (sum.show == Show::always || (sum.show == Show::where_any && any_of_grants(sum.of)) ||
                (sum.show == Show::where_performance && performance)) {
                shown.push_back(&sum);
                table.columns.push_back({std::string(sum.title), Align::decimal});
            }
        }
        for (std::size_t i = 0; i < offers_.size(); ++i) {
            for (const auto& grant : offers_[i].grants) {
                std::vector<Cell> cells;
                if (several()) {
                    cells.emplace_back(names_[i]);
                }
                cells.emplace_back(grant.grant.id);
                cells.emplace_back(word(grant.grant.instrument));
                for (const auto* sum : shown) {
                    cells.emplace_back(quantity_text(grant, sum->of(grant)));
                }
                table.row(std::move(cells));
            }
        }
        return table;
    }

    /// A stretch that gives a column for each, and few enough of them to be seen at once.
    [[nodiscard]] value::VestStep chart_step(const OfferTimeline& offer) const {
        if (view_.step != value::VestStep::tranche) {
            return view_.step;
        }
        constexpr std::size_t most_columns = 20;
        for (const auto step : {value::VestStep::tranche, value::VestStep::quarter}) {
            if (value::vest_periods(std::span(&offer, 1), step).size() <= most_columns) {
                return step;
            }
        }
        return value::VestStep::calendar_year;
    }

    void add_charts(Page& page) const {
        constexpr std::size_t most_charts = 3;
        if (offers_.size() > most_charts) {
            return;
        }
        for (std::size_t i = 0; i < offers_.size(); ++i) {
            const auto periods = value::vest_periods(std::span(&offers_[i], 1), chart_step(offers_[i]));
            const bool one_currency = std::all_of(periods.begin(), periods.end(), [&](const auto& period) {
                return period.currency == periods.front().currency;
            });
            if (periods.size() < 2 || !one_currency) {
                continue;
            }
            Chart chart;
            chart.caption = several() ? names_[i] : "";
            Money most = Money::zero(periods.front().currency);
            bool any_vested = false;
            bool any_unvested = false;
            for (const auto& period : periods) {
                const bool vested = period.any_vested && !period.any_unvested;
                any_vested = any_vested || vested;
                any_unvested = any_unvested || !vested;
                most = std::max(most, period.value);
                chart.points.push_back(
                    {period.label, static_cast<double>(period.value.minor()), vested ? Fill::solid : Fill::light});
            }
            chart.top = about(most);
            if (any_vested) {
                chart.legend.push_back({Fill::solid, "vested"});
            }
            if (any_unvested) {
                chart.legend.push_back({Fill::light, "to vest"});
            }
            if (!most.is_zero()) {
                page.add(std::move(chart));
            }
        }
    }

    [[nodiscard]] Table tranches() const {
        return tranche_columns(offers_, titles_)
            .table(vest_lines(offers_), money_, {"date", "Offer", "grant", "quantity", "cumulative", "value", "state"});
    }

    /// By time; where nothing is released on a day, what waits stands on the days on which its time is served.
    void add_periods(Page& page) const {
        const auto released = value::vest_periods(offers_, view_.step);
        const auto waiting = released.empty() ? value::vest_periods(offers_, view_.step, value::VestRows::waiting)
                                              : std::vector<value::VestPeriod>{};
        if (!released.empty()) {
            page.heading("By time").add(periods(released, value::VestRows::released));
        } else if (!waiting.empty()) {
            page.heading("By time served, while it waits").add(periods(waiting, value::VestRows::waiting));
        } else {
            page.text(no_day);
        }
    }

    void add_tranches(Page& page) const {
        auto all = tranches();
        if (all.rows.empty()) {
            page.text(no_day);
        } else {
            page.heading("Every vest").add(std::move(all));
        }
    }

    [[nodiscard]] Table periods(const std::vector<value::VestPeriod>& stretches, value::VestRows rows) const {
        return period_columns(offers_, view_.step, rows, titles_).table(stretches, money_);
    }

    [[nodiscard]] static std::vector<value::AwaitedEvent> awaited_by(const model::EventIndex& events,
                                                                     const GrantTimeline& grant) {
        std::vector<value::AwaitedEvent> awaited;
        for (const auto& id : grant.grant.events) {
            const auto* event = events.find(id);
            awaited.push_back({id, event != nullptr ? event->chance : std::nullopt});
        }
        return awaited;
    }

    void close(Page& page) const {
        std::vector<std::string> beside;
        if (view_.step != value::VestStep::tranche) {
            for (std::size_t i = 0; i < offers_.size(); ++i) {
                const model::EventIndex events{papers_[i]->events};
                for (const auto& grant : offers_[i].grants) {
                    if (!grant.pending.is_zero()) {
                        beside.push_back(diagnostic::formatted("{}{} of `{}` wait for {} and stand on no line",
                                                               several() ? names_[i] + ": " : "",
                                                               quantity_text(grant, grant.pending), grant.grant.id,
                                                               awaited_text(awaited_by(events, grant), "or", true)));
                    }
                }
            }
        }
        for (std::size_t i = 0; i < offers_.size(); ++i) {
            for (const auto& grant : offers_[i].grants) {
                for (auto& line : grant_notes(grant.grant)) {
                    beside.push_back(several() ? diagnostic::formatted("{}: {}", names_[i], line)
                                               : capitalised(std::move(line)));
                }
            }
        }
        if (!beside.empty()) {
            page.heading("Not in the timeline").list(std::move(beside));
        }
        auto assumed = timeline_assumptions();
        if (!assumed.empty()) {
            page.heading(view_.explain ? "Assumed" : "Assumed (`--explain` names the keys)").list(std::move(assumed));
        }
        if (view_.explain) {
            add_explanations(page);
        }
    }

    /// What the timeline rests on: pay plays no part in it.
    [[nodiscard]] std::vector<std::string> timeline_assumptions() const {
        std::vector<model::Offer> trimmed;
        trimmed.reserve(papers_.size());
        std::vector<const model::Offer*> pointers;
        for (const auto* paper : papers_) {
            model::Offer only{
                .file = paper->file, .company = paper->company, .currency = paper->currency, .start = paper->start};
            std::copy_if(paper->assumptions.begin(), paper->assumptions.end(), std::back_inserter(only.assumptions),
                         [&](const model::Assumption& assumption) {
                             const auto begins = [&](std::string_view table) {
                                 return assumption.key.starts_with(table);
                             };
                             return begins("stock.") || begins("grant.") || begins("event.") || begins("refresher.");
                         });
            only.profiles = paper->profiles;
            trimmed.push_back(std::move(only));
            pointers.push_back(&trimmed.back());
        }
        return assumption_lines(view_.valuation, pointers, names_, view_.explain);
    }

    void add_explanations(Page& page) const;

    std::span<const OfferTimeline> offers_;
    const VestView& view_;
    std::vector<const model::Offer*> papers_;
    std::vector<std::string> names_;
    MoneyStyle money_;
    VestTitles titles_;
};

void PageWriter::add_explanations(Page& page) const {
    page.heading("Where it comes from");
    for (std::size_t i = 0; i < offers_.size(); ++i) {
        for (const auto& grant : offers_[i].grants) {
            page.subheading(diagnostic::formatted("{}{} ({})", several() ? names_[i] + ", " : "", grant.grant.id,
                                                  papers_[i]->file));
            std::vector<Fact> facts;
            for (const auto& trace : grant_traces(offers_[i], grant)) {
                facts.push_back(
                    {trace.what, Cell(diagnostic::formatted("{} ({}): {}", trace.is,
                                                            place_beside(papers_[i]->file, trace.place, view_.sources),
                                                            trace.rule))});
            }
            page.facts(std::move(facts));
        }
    }
}

}  // namespace

Page vest_page(std::span<const OfferTimeline> offers, const VestView& view) { return PageWriter(offers, view).write(); }

}  // namespace offerkit::report
