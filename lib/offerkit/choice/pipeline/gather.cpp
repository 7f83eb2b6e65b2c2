#include <offerkit/choice/pipeline/gather.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include <offerkit/choice/negotiation/alternatives.hpp>
#include <offerkit/choice/negotiation/metric.hpp>
#include <offerkit/choice/search/expected_best.hpp>
#include <offerkit/choice/search/rates.hpp>
#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/value/exchange.hpp>

namespace offerkit::choice::pipelines {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::formatted;
using diagnostic::ticked;
using negotiation::Grade;

/// "70%", "11.4%": a chance as one reads it.
std::string percent(double chance) {
    constexpr double per_mille = 1'000;
    const auto rounded = quantity::Rate::of(static_cast<std::int64_t>(chance * per_mille + 0.5), 1'000);
    return to_percent(rounded.value_or(quantity::Rate{}), 1);
}

class Gatherer {
public:
    Gatherer(std::span<const model::Offer> offers, const model::SearchPlan* plan, const model::Valuation& valuation,
             negotiation::Metric metric, Diagnostics& diagnostics)
        : offers_{offers}, plan_{plan}, valuation_{valuation}, metric_{metric}, diagnostics_{diagnostics} {}

    std::optional<Pipeline> gather() {
        std::optional<Comparison> comparison;
        if (!offers_.empty()) {
            model::Valuation by_metric = valuation_;
            by_metric.by = negotiation::definition_of(metric_);
            comparison = compare(offers_, by_metric, diagnostics_);
            if (!comparison) {
                return std::nullopt;
            }
        }
        const auto currency = comparison ? comparison->currency : plan_->currency;
        const Money nothing = Money::zero(currency);
        Pipeline found{.metric = metric_,
                       .currency = currency,
                       .search = {.today = valuation_.as_of},
                       .floor = {.value = nothing}};
        found_ = &found;
        if (comparison) {
            found.assumptions = valuation_.assumptions;
            add_files(*comparison);
        } else {
            for (const auto& each : valuation_.assumptions) {
                if (each.key == "as_of") {
                    found.assumptions.push_back(each);
                }
            }
        }
        if (plan_ != nullptr) {
            add_plan();
        }
        finish();
        return failed_ ? std::nullopt : std::optional{std::move(found)};
    }

private:
    void error(const diagnostic::Code& code, diagnostic::Span span, std::string message, std::string help,
               std::optional<diagnostic::Related> related = std::nullopt) {
        diagnostics_.error(code, span, std::move(message), std::move(help), std::move(related));
        failed_ = true;
    }

    void assume(std::string subject, std::string key, std::string value, std::string meaning,
                diagnostic::Span span = {}) {
        found_->assumptions.push_back({std::move(subject), std::move(key), std::move(value), std::move(meaning), span});
    }

    static double value_of(Money amount) noexcept { return static_cast<double>(amount.minor()); }

    /// The company, and its file where two files are of one company.
    [[nodiscard]] std::string name_of(const model::Offer& offer) const {
        const auto same = std::count_if(offers_.begin(), offers_.end(),
                                        [&](const model::Offer& other) { return other.company == offer.company; });
        return same > 1 ? offer.company + " (" + offer.file + ")" : offer.company;
    }

    void add_files(const Comparison& comparison) {
        const negotiation::Appraiser appraiser{offers_, 0, comparison, metric_};
        // No offer stands apart: each is a way to go, as those beside an offer are where it is negotiated.
        const auto ways =
            negotiation::weigh(comparison, offers_.size(), appraiser, negotiation::Preference{comparison.currency});
        std::vector<search::Chance> looking;
        double held = 0;
        for (std::size_t i = 0; i < offers_.size(); ++i) {
            const auto& offer = offers_[i];
            const auto& way = ways.of(i);
            if (way.grade == Grade::search) {
                looking.push_back({way.chance.approximate(), value_of(way.standing)});
            } else if (way.grade == Grade::current) {
                if (found_->floor.company.empty() || value_of(way.standing) > held) {
                    found_->floor.company = name_of(offer);
                    held = value_of(way.standing);
                }
            } else if (way.grade == Grade::process) {
                add_process(offer, way.standing);
            } else {
                add_in_hand(name_of(offer), way.standing, offer.decide_by);
                if (way.grade == Grade::verbal && !found_->search.offers.empty() &&
                    found_->search.offers.back().name == name_of(offer)) {
                    found_->oral.push_back(found_->search.offers.size() - 1);
                }
            }
        }
        if (!looking.empty() || !found_->floor.company.empty()) {
            found_->floor.from = looking.empty() ? SearchFloor::From::current : SearchFloor::From::search;
            found_->floor.value = found_->money(search::expected_best(looking, held));
        }
    }

    void add_in_hand(std::string name, Money value, const std::optional<model::Stated<calendar::Date>>& decide_by) {
        if (decide_by && decide_by->value < valuation_.as_of) {
            diagnostics_.warning(codes::deadline_passed, decide_by->span,
                                 formatted("the day to decide on `{}` has passed: it is in no figure", name),
                                 "give its new day, or leave the offer out");
            found_->lapsed.push_back({std::move(name), decide_by->value});
            return;
        }
        found_->search.offers.push_back(
            {std::move(name), value_of(value), decide_by ? std::optional{decide_by->value} : std::nullopt});
    }

    void add_process(const model::Offer& offer, Money value) {
        if (!offer.expected) {
            error(codes::missing_key, offer.span,
                  "`expected` is missing: accepting or waiting needs the day on which you expect to know",
                  formatted("add such as `expected = {}`", to_string(valuation_.as_of.plus_days(14))));
            return;
        }
        const auto chance = chance_of(name_of(offer), offer.chance, offer.stage, nullptr, offer.span);
        if (!offer.open_days) {
            assume(offer.company, "open_days", "7", "days for which its offer would stay open", offer.span);
        }
        add_coming(name_of(offer), value_of(value), chance, *offer.expected, offer.span,
                   offer.open_days ? offer.open_days->value : 7);
    }

    /// The chance that is stated, or the one that the record of a channel, the only one where none is named, teaches
    /// from a stage on.
    double chance_of(const std::string& name, const std::optional<quantity::Rate>& stated,
                     const std::optional<model::Stage>& stage, const std::string* channel, diagnostic::Span span) {
        if (stated) {
            return stated->approximate();
        }
        const model::FunnelRecord* record = nullptr;
        if (plan_ != nullptr && !plan_->funnels.empty()) {
            const auto& all = plan_->funnels;
            const auto named = std::find_if(all.begin(), all.end(), [&](const model::FunnelRecord& each) {
                return channel != nullptr && *each.channel == *channel;
            });
            if (named == all.end() && all.size() > 1) {
                error(codes::missing_key, span,
                      "`chance` is missing: there are several [[funnel]], and an offer file names none of them",
                      "add such as `chance = \"40%\"`, or make it a [[process]] with its `channel`");
                return 0;
            }
            record = named == all.end() ? &all.front() : &*named;
        }
        const auto priors = plan_ != nullptr ? plan_->priors : model::usual_priors;
        const double chance =
            search::chance_from(record != nullptr ? search::learned(priors, *record) : priors, *stage);
        assume(name, "chance", percent(chance),
               record != nullptr
                   ? formatted("chance of an offer from the stage `{}` on, from your record of `{}`", word(*stage),
                               *record->channel)
                   : formatted("chance of an offer from the stage `{}` on, without a record of yours", word(*stage)),
               span);
        uses_rates_ = true;
        return chance;
    }

    void add_coming(std::string name, double value, double chance, calendar::Date expected, diagnostic::Span span,
                    std::int64_t open_days) {
        if (expected <= valuation_.as_of) {
            diagnostics_.warning(
                codes::answer_due, span,
                formatted("`{}` was expected to answer by {}: it counts as tomorrow", name, to_string(expected)),
                "ask them, and write the day on which you expect to know now");
            found_->late.push_back(found_->search.processes.size());
            expected = valuation_.as_of.plus_days(1);
        }
        found_->search.processes.push_back({std::move(name), value, chance, expected, open_days});
    }

    /// An amount of the pipeline file in the currency of the results.
    Money converted(model::Stated<Money> amount) {
        if (amount->currency() == found_->currency) {
            return *amount;
        }
        const auto sources = rate_sources(offers_, 0, valuation_);
        Diagnostics once;
        const auto rate = value::find_conversion(amount->currency(), found_->currency, sources, amount.span,
                                                 no_rate_told_ ? once : diagnostics_);
        const auto result = rate ? rate->apply(*amount) : std::nullopt;
        if (!result) {
            no_rate_told_ = true;
            failed_ = true;
        }
        return result.value_or(Money::zero(found_->currency));
    }

    void add_plan() {
        found_->assumptions.insert(found_->assumptions.end(), plan_->assumptions.begin(), plan_->assumptions.end());
        if (plan_->floor) {
            if (found_->floor.from != SearchFloor::From::nothing) {
                error(codes::conflict, plan_->floor->span,
                      formatted("`floor` is what you have without any offer, and so is {}",
                                found_->floor.company.empty() ? "the search" : ticked(found_->floor.company)),
                      "keep one of them");
            }
            found_->floor = {converted(*plan_->floor), SearchFloor::From::stated, {}};
        }
        found_->search.cost_per_week = value_of(converted({plan_->cost_per_week, plan_->span}));
        for (const auto& offer : plan_->offers) {
            if (!is_twin(offer.name)) {
                add_in_hand(*offer.name, converted(offer.value), offer.decide_by);
            }
        }
        for (const auto& process : plan_->processes) {
            if (is_twin(process.name)) {
                continue;
            }
            const auto stated = process.chance ? std::optional{process.chance->value} : std::nullopt;
            const auto stage = process.stage ? std::optional{process.stage->value} : std::nullopt;
            const double chance = chance_of(*process.name, stated, stage,
                                            process.channel ? &process.channel->value : nullptr, process.span);
            add_coming(*process.name, value_of(converted(process.value)), chance, *process.expected,
                       process.expected.span, process.open_days);
        }
        if (plan_->timing && !plan_->timing->search) {
            const int months = search::usual_search_months(plan_->timing->seniority);
            assume({}, "timing.search", std::to_string(months) + " months",
                   formatted("from the first application to an offer, as hiring essays have it for `{}`",
                             word(plan_->timing->seniority)),
                   plan_->timing->wanted.span);
        }
        uses_rates_ = uses_rates_ || !plan_->funnels.empty();
    }

    /// Whether an offer file has the name already, which is reported: one thing would count twice.
    bool is_twin(const model::Stated<std::string>& name) {
        const auto same = std::find_if(offers_.begin(), offers_.end(), [&](const model::Offer& offer) {
            return offer.company == *name && offer.kind == model::OfferKind::offer;
        });
        if (same == offers_.end()) {
            return false;
        }
        error(codes::duplicate_id, name.span, formatted("`{}` has an offer file too, and would count twice", *name),
              "leave out one of them", diagnostic::Related{same->span, "the file is here"});
        return true;
    }

    void finish() {
        found_->search.floor = value_of(found_->floor.value);
        if (found_->floor.from == SearchFloor::From::nothing) {
            assume({}, "floor", "0", "what is there if no offer comes: no job is held now");
        }
        if (found_->search.cost_per_week == 0) {
            assume({}, "cost_per_week", "0", "waiting costs nothing");
        }
        if (found_->search.processes.size() > 1) {
            assume({}, "independent", "true", "one process fails or succeeds whatever the others do");
        }
        if (uses_rates_ && (plan_ == nullptr || !plan_->priors_stated)) {
            assume({}, "prior", "[[1, 1], [1, 1], [4.4, 6.3]]",
                   "rates before your own record: nothing known of replies and onsites; of onsites 15% to 70% end in "
                   "an offer (15,897 reviews of interviews, August 2019)");
        }
    }

    std::span<const model::Offer> offers_;
    const model::SearchPlan* plan_;
    const model::Valuation& valuation_;
    negotiation::Metric metric_;
    Diagnostics& diagnostics_;
    Pipeline* found_ = nullptr;
    bool failed_ = false;
    bool no_rate_told_ = false;
    bool uses_rates_ = false;
};

}  // namespace

std::optional<Pipeline> gather(std::span<const model::Offer> offers, const model::SearchPlan* plan,
                               const model::Valuation& valuation, negotiation::Metric metric,
                               Diagnostics& diagnostics) {
    expects(plan != nullptr || !offers.empty());
    return Gatherer{offers, plan, valuation, metric, diagnostics}.gather();
}

}  // namespace offerkit::choice::pipelines
