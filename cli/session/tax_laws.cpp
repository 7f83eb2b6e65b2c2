#include <cli/session/tax_laws.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/value/figures.hpp>

namespace offerkit::cli {

namespace {

/// Chains of forms, each read once: later years mostly have the forms of those before.
class Chains {
public:
    explicit Chains(Session& session) : session_{session} {}

    std::optional<std::vector<tax::Form>> of(const model::PlaceProfile& place, int year, const file::Naming& naming) {
        std::string key = naming.folder;
        for (const std::string& id : place.taxes) {
            const auto newest = tax::year_for(years_of(id), year);
            key += "\n" + id + "-" + std::to_string(newest.value_or(0));
        }
        const auto [entry, is_new] = read_.try_emplace(std::move(key));
        if (is_new) {
            entry->second = session_.profiles().tax_chain(place, year, naming);
        }
        return entry->second;
    }

private:
    const std::vector<int>& years_of(const std::string& id) {
        const auto [entry, is_new] = years_.try_emplace(id);
        if (is_new) {
            entry->second = session_.profiles().tax_years(id);
        }
        return entry->second;
    }

    Session& session_;
    std::map<std::string, std::vector<int>> years_{};
    std::map<std::string, std::optional<std::vector<tax::Form>>> read_{};
};

std::optional<choice::TaxLaw> law_of(Session& session, const value::ValuedOffer& valued,
                                     const model::Household* household, Chains& chains,
                                     diagnostic::Diagnostics& problems) {
    const model::Offer& offer = *valued.offer;
    const std::size_t slash = offer.file.find_last_of('/');
    const std::string folder = slash == std::string::npos ? "" : offer.file.substr(0, slash);
    const file::Naming naming{session.sources(), problems, folder, offer.place_span};
    auto place = session.profiles().place(offer.place, naming);
    // The day on which the tax year begins is that of the first form, whatever its year.
    const auto any = place ? chains.of(*place, valued.window.start().year(), naming) : std::nullopt;
    if (!any || any->empty()) {
        return std::nullopt;
    }
    const auto status = household != nullptr && household->status ? household->status->value : tax::Status::single;
    const auto span = household != nullptr && household->status ? household->status->span : offer.place_span;
    const auto index = household != nullptr && household->index ? household->index->value : choice::usual_index();
    choice::TaxLaw law{.place = std::move(*place)};
    for (const int year : choice::tax_years_of(valued.window, any->front().begins)) {
        auto chain = chains.of(law.place, year, naming);
        auto plan = chain ? tax::Plan::make(*std::move(chain), {year, status, index}, problems, span) : std::nullopt;
        if (!plan) {
            return std::nullopt;
        }
        law.years.push_back(std::move(*plan));
    }
    return law;
}

}  // namespace

const model::Household* household_of(Session& session, const model::Offer* first) {
    const auto* priorities = session.priorities(first);
    return priorities != nullptr && priorities->household ? &*priorities->household : nullptr;
}

std::vector<std::optional<choice::TaxLaw>> read_tax_laws(Session& session, const choice::Comparison& comparison,
                                                         diagnostic::Diagnostics& problems) {
    std::vector<std::optional<choice::TaxLaw>> laws;
    const auto* household = household_of(session, comparison.offers.front().offer);
    if (household != nullptr) {
        for (const auto* amounts : {&household->rent, &household->spending_in}) {
            for (const auto& each : *amounts) {
                static_cast<void>(
                    session.profiles().place(each.place.value, {session.sources(), problems, {}, each.place.span}));
            }
        }
    }
    Chains chains{session};
    for (const auto& offer : comparison.offers) {
        laws.push_back(offer.offer->place.empty() ? std::nullopt : law_of(session, offer, household, chains, problems));
    }
    const bool any_limit =
        std::any_of(laws.begin(), laws.end(), [](const auto& law) { return law && law->limits_deferral(); });
    for (auto& law : laws) {
        if (law) {
            law->limit_elsewhere = any_limit;
        }
    }
    return laws;
}

void check_places(std::span<const model::Offer> offers, diagnostic::Diagnostics& problems) {
    for (const auto& offer : offers) {
        if (offer.place.empty()) {
            problems.error(diagnostic::codes::missing_key, offer.span, "`place` is missing: taxes are those of a place",
                           "add such as `place = \"us-ca\"`; `offerkit profiles places` lists them");
        }
    }
}

TaxedOffers tax_offers(Session& session, std::span<const model::Offer> offers, const choice::Comparison& comparison,
                       bool needed) {
    diagnostic::Diagnostics problems;
    if (needed) {
        check_places(offers, problems);
    }
    TaxedOffers taxed{.laws = read_tax_laws(session, comparison, problems)};
    const auto* household = household_of(session, &offers.front());
    const auto& valuation = comparison.valuation;
    value::Discounting discounting{comparison.present, valuation.discount_rate, valuation.exit_per_year};
    for (std::size_t i = 0; i < offers.size(); ++i) {
        const auto rates = choice::rate_sources(offers, i, valuation);
        taxed.after.push_back(taxed.laws[i] ? choice::after_tax(comparison.offers[i], *taxed.laws[i],
                                                                {valuation, discounting, household, rates}, problems)
                                            : std::nullopt);
    }
    for (auto problem : problems.all()) {
        if (!needed && problem.severity == diagnostic::Severity::error) {
            problem.severity = diagnostic::Severity::warning;
        }
        session.problems().add(std::move(problem));
    }
    return taxed;
}

std::optional<quantity::Number> spending_level(Session& session, const model::Household* household,
                                               diagnostic::Diagnostics& problems) {
    if (household == nullptr || !household->spending_at || household->spending_at->value == "us") {
        return quantity::Number{100};
    }
    const auto place = session.profiles().place(household->spending_at->value,
                                                {session.sources(), problems, {}, household->spending_at->span});
    return place ? place->price_level : std::nullopt;
}

}  // namespace offerkit::cli
