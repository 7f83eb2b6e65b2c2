#pragma once

#include <optional>
#include <string>
#include <vector>

#include <offerkit/calendar/date.hpp>
#include <offerkit/model/stated.hpp>
#include <offerkit/quantity/fraction.hpp>
#include <offerkit/quantity/money.hpp>

namespace offerkit::model {

/// The lowest, middle and highest that an employer pays; any of them may be unknown.
struct PayRange {
    std::optional<quantity::Money> min{};
    std::optional<quantity::Money> mid{};
    std::optional<quantity::Money> max{};
};

/// What the employer can pay at this level, as the file states it.
struct OfferBand {
    PayRange base{};
    PayRange equity{};  ///< of the whole new-hire grant
    PayRange sign_on{};
    std::string source{};
    std::optional<calendar::Date> as_of{};
    Span span{};
};

struct Percentiles {
    std::optional<quantity::Money> p10{};
    std::optional<quantity::Money> p25{};
    std::optional<quantity::Money> p50{};
    std::optional<quantity::Money> p75{};
    std::optional<quantity::Money> p90{};
};

/// What others are paid for this, as the file states it.
struct OfferMarket {
    Percentiles total{};
    std::string source{};
    std::optional<calendar::Date> as_of{};
    Span span{};
};

}  // namespace offerkit::model
