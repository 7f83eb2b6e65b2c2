// Any bytes as an offer file: read it, and when it is accepted, vest every grant
// and compare it with itself. Nothing may crash, and what always holds has to
// hold here too: a grant's tranches add up to it, its dates never go back, and
// whoever is refused is told why.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/diagnostic/source.hpp>
#include <offerkit/file/profiles/profile_store.hpp>
#include <offerkit/file/read.hpp>
#include <offerkit/model/valuation.hpp>
#include <offerkit/timeline/grant.hpp>

#include "oracles.hpp"
#include "targets.hpp"

namespace fuzz {

namespace {

using namespace offerkit;

void check_schedule(const timeline::ResolvedGrant& grant) {
    const auto& tranches = grant.schedule.tranches;
    quantity::Shares sum = grant.schedule.lost;
    std::optional<calendar::Date> before;
    bool undated = false;
    for (const timeline::Tranche& tranche : tranches) {
        sum += tranche.quantity;
        holds(tranche.release == timeline::Release::forfeited ||
                  tranche.date.has_value() == (tranche.release == timeline::Release::dated),
              "dated tranches have dates");
        if (tranche.date) {
            holds(!undated, "tranches without a date come last");
            holds(!before || *before <= *tranche.date, "dates never go back");
            before = tranche.date;
        } else {
            undated = true;
        }
    }
    holds(sum == grant.quantity, "tranches add up to the grant");
}

}  // namespace

void read_and_vest(std::string_view input) {
    diagnostic::Sources sources;
    diagnostic::Diagnostics diagnostics;
    const file::ProfileStore profiles;
    const file::Reading reading{sources, diagnostics, profiles};
    const std::optional<model::Offer> offer = file::read_offer(reading, "offer.toml", std::string(input));
    check_problems(diagnostics, sources);
    holds(offer.has_value() != diagnostics.has_errors(), "an offer is given or refused with a reason");
    if (!offer) {
        return;
    }

    const calendar::Date as_of = calendar::Date::clamped(2026, 6, 15);
    for (const model::Grant& terms : offer->grants) {
        diagnostic::Diagnostics problems;
        const auto grant = timeline::resolve(*offer, terms, as_of, problems);
        check_problems(problems, sources);
        holds(grant.has_value() || problems.has_errors(), "a grant is vested or refused with a reason");
        if (grant) {
            check_schedule(*grant);
        }
    }

    diagnostic::Diagnostics problems;
    const std::vector<model::Offer> offers{*offer, *offer};
    for (const bool refreshers : {false, true}) {
        model::Valuation valuation{.as_of = as_of};
        valuation.count_refreshers = refreshers;
        const auto comparison = choice::compare(offers, valuation, problems);
        check_problems(problems, sources);
        holds(comparison.has_value() || problems.has_errors(), "offers are compared or refused with a reason");
        if (comparison) {
            holds(comparison->rank_of(0) == 1 && comparison->rank_of(1) == 1, "an offer breaks even with itself");
        }
    }
}

}  // namespace fuzz
