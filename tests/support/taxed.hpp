#pragma once

#include <optional>
#include <string>
#include <vector>

#include <offerkit/choice/after_tax/after_tax.hpp>
#include <offerkit/model/household.hpp>
#include <offerkit/value/figures.hpp>
#include "support/offers.hpp"
#include "support/taxes.hpp"

/// Offers after tax in tests.
namespace taxes {

/// An offer with the law of a place for each year of its window, taxed.
struct Case {
    std::vector<offerkit::model::Offer> offers;
    offerkit::model::Valuation valuation = offers::valuation();
    std::optional<offerkit::choice::Comparison> comparison{};
    std::optional<offerkit::choice::TaxLaw> law{};
    std::optional<offerkit::value::Discounting> discounting{};
    std::vector<offerkit::value::RateSource> rates{};
    offerkit::diagnostic::Diagnostics problems{};
    std::optional<offerkit::choice::AfterTax> after{};

    Case(const std::string& text, const std::string& place, int years,
         const offerkit::model::Household* household = nullptr) {
        offers.push_back(offers::read(text));
        valuation.horizon = offerkit::calendar::Period::months(12 * years);
        comparison.emplace(offers::compare(offers, valuation));
        Desk desk;
        const auto status =
            household != nullptr && household->status ? household->status->value : offerkit::tax::Status::single;
        law.emplace(offerkit::choice::TaxLaw{.place = *desk.store.place(place, desk.naming())});
        for (const int year : offerkit::choice::tax_years_of(comparison->offers.front().window, {1, 1})) {
            law->years.push_back(desk.plan(place, year, status, offerkit::choice::usual_index()));
        }
        discounting.emplace(comparison->present, valuation.discount_rate, valuation.exit_per_year);
        rates = offerkit::choice::rate_sources(offers, 0, valuation);
        after = offerkit::choice::after_tax(comparison->offers.front(), *law,
                                            {valuation, *discounting, household, rates}, problems);
    }

    [[nodiscard]] const offerkit::choice::TaxYear& year(int k) const {
        return after->years.at(static_cast<std::size_t>(k - 1));
    }
    [[nodiscard]] std::string component(int k, offerkit::tax::Component which) const {
        return offers::text(year(k).taxes.components[static_cast<std::size_t>(which)]);
    }
};

}  // namespace taxes
