#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/value/leaving_months.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

/// Leaving offers written as text in a test.
namespace leaving {

/// A book of leaving with everything it rests on. As of 2026-01-01 unless another valuation is given.
class Case {
public:
    explicit Case(const std::string& text, offerkit::model::Valuation valuation = offers::valuation())
        : offer_{std::make_unique<offerkit::model::Offer>(offers::read(text))} {
        const offerkit::timeline::Window window{offer_->start.value, valuation.horizon,
                                                offer_->kind == offerkit::model::OfferKind::current,
                                                offer_->end ? std::optional{offer_->end->value} : std::nullopt};
        const std::vector<offerkit::value::RateSource> rates{{&offer_->fx, offer_->file}};
        offerkit::diagnostic::Diagnostics problems;
        auto opened = offerkit::value::LeavingBook::open(*offer_, window, {valuation, offer_->currency, rates},
                                                         offers::date(2060, 1, 1), problems);
        REQUIRE(opened.has_value());
        book_.emplace(std::move(*opened));
        REQUIRE_FALSE(problems.has_errors());
    }

    /// So many days after the first one.
    [[nodiscard]] static offerkit::calendar::Date day(int after) { return offers::date(2026, 3, 1).plus_days(after); }

    [[nodiscard]] offerkit::value::Leaving on(
        offerkit::calendar::Date day,
        offerkit::model::LeavingReason reason = offerkit::model::LeavingReason::voluntary) {
        offerkit::diagnostic::Diagnostics problems;
        auto result = book_->on({day, reason}, problems);
        REQUIRE(result.has_value());
        return *std::move(result);
    }
    [[nodiscard]] offerkit::value::Leaving on(
        int year, int month, int day,
        offerkit::model::LeavingReason reason = offerkit::model::LeavingReason::voluntary) {
        return on(offers::date(year, month, day), reason);
    }

    [[nodiscard]] offerkit::value::LeavingMonths months(
        offerkit::calendar::Date first, offerkit::calendar::Period horizon,
        offerkit::model::LeavingReason reason = offerkit::model::LeavingReason::voluntary) {
        offerkit::diagnostic::Diagnostics problems;
        auto result = offerkit::value::leaving_months(*book_, first, horizon, reason, problems);
        REQUIRE(result.has_value());
        return *std::move(result);
    }

private:
    std::unique_ptr<offerkit::model::Offer> offer_;
    std::optional<offerkit::value::LeavingBook> book_;
};

inline const std::string head = "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-01\n";
inline const std::string stock = "[stock]\nkind = \"public\"\nprice = 10.00\nas_of = 2026-01-01\n";

}  // namespace leaving
