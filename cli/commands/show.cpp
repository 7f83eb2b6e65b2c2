#include <offerkit/report/show/show.hpp>

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <cli/commands/commands.hpp>
#include <cli/commands/sweeping.hpp>
#include <cli/session/level_profiles.hpp>
#include <cli/session/one_screen.hpp>
#include <cli/session/price_bands.hpp>
#include <cli/session/tax_laws.hpp>
#include <cli/session/workbook.hpp>
#include <offerkit/choice/career/career_levels.hpp>
#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/report/show/first_screen.hpp>
#include <offerkit/report/sweep/sales.hpp>
#include <offerkit/report/sweep/sweep.hpp>

namespace offerkit::cli::commands {
namespace {

std::optional<choice::LevelPlace> place_of(const model::Offer& offer, Session& session) {
    if (!offer.level) {
        return std::nullopt;
    }
    auto ladders = read_ladders(session);
    add_ladder_of(session, offer, ladders);
    return choice::place_level(*offer.level, ladders);
}

/// Whether a sweep, if one is asked for, can be shown; complains of what stands in the way.
bool may_sweep(Session& session) {
    const auto& invocation = session.invocation();
    if (!invocation.sweeps.empty() && invocation.arguments.size() > 1) {
        session.complain({"`show --sweep` looks at one offer", "`offerkit compare` sweeps several side by side"});
        return false;
    }
    if (!invocation.sweeps.empty() && invocation.format == Format::ledger) {
        session.complain(no_sweep_in_a_journal);
        return false;
    }
    return true;
}

struct ShownOffers {
    std::vector<TaxedOffers> taxed{};  ///< the laws outlive what is shown of them
    std::vector<report::ShownOffer> offers{};
};

/// Each offer by itself; those that cannot be valued are left out, with the reason reported.
ShownOffers shown_offers(const std::vector<model::Offer>& offers, const model::Valuation& valuation, Session& session) {
    ShownOffers all;
    for (const auto& offer : offers) {
        auto shown = choice::compare(std::span(&offer, 1), valuation, session.problems());
        auto level = place_of(offer, session);
        if (shown) {
            auto bands = session.invocation().sweeps.empty() ? price_bands(session, *shown) : choice::Uncertainty{};
            all.taxed.push_back(tax_offers(session, std::span(&offer, 1), *shown, false));
            auto lookback = lookback_worth(session, shown->offers.front());
            all.offers.push_back({std::move(*shown), std::move(level), std::move(bands), std::move(lookback),
                                  std::move(all.taxed.back().after.front())});
        }
    }
    return all;
}

std::vector<value::ValuedOffer> valued_in(const std::vector<report::ShownOffer>& all) {
    std::vector<value::ValuedOffer> valued;
    for (const auto& each : all) {
        valued.push_back(each.shown.offers.front());
    }
    return valued;
}

}  // namespace

Answer show(Session& session) {
    const auto& invocation = session.invocation();
    if (!may_sweep(session)) {
        return {};
    }
    const auto offers = session.read_offers();
    const auto valuation = session.valuation(offers.empty() ? nullptr : &offers.front());
    if (session.failed()) {
        return {};
    }
    const auto shown = shown_offers(offers, valuation, session);
    const auto& all = shown.offers;
    if (session.failed() || all.empty()) {
        return {};
    }
    if (invocation.format == Format::ledger) {
        return {journal(report::ledger_entries(valued_in(all)), valuation.as_of)};
    }
    const auto sales = sold(session, all.front().shown.offers.front());
    const auto rows = sales ? std::nullopt : swept(session, all.front().shown);
    if (session.failed()) {
        return {};
    }
    const auto document = [&] {
        auto whole = report::show_document(all, invocation.explain, session.sources());
        if (sales) {
            report::add_sales(whole, all.front().shown, *sales);
        } else if (rows) {
            report::add_sweep(whole, all.front().shown, *rows);
        }
        return whole;
    };
    return {rendered_or_workbook(
        session,
        [&] {
            return sales                 ? report::sales_page(all.front().shown, *sales)
                   : rows                ? report::sweep_page(all.front().shown, *rows)
                   : in_full(invocation) ? report::show_page(all, invocation.explain, session.sources())
                                         : one_screen(report::show_first_screen(all), invocation, all.size());
        },
        document,
        [&] {
            return sales  ? report::sales_sheet(all.front().shown, *sales)
                   : rows ? report::sweep_sheet(all.front().shown, *rows)
                          : report::show_sheet(all);
        })};
}

}  // namespace offerkit::cli::commands
