#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <offerkit/model/assumption.hpp>
#include <offerkit/model/stated.hpp>
#include <offerkit/quantity/currency.hpp>
#include <offerkit/quantity/fraction.hpp>
#include <offerkit/quantity/money.hpp>

/// A career plan as a person wrote it: paths of years, and what is believed about each. Times are in months. What every
/// key means: docs/career.md.
namespace offerkit::model {

/// A low, a likely and a high value; all three alike where one was written.
struct RateRange {
    quantity::Rate low{};
    quantity::Rate likely{};
    quantity::Rate high{};
    Span span{};
};
struct MoneyRange {
    quantity::Money low;
    quantity::Money likely;
    quantity::Money high;
    Span span{};
};

struct CareerRung {
    std::string id;
    MoneyRange total;
    Span span{};
};

/// The promotion to a rung.
struct CareerPromotion {
    std::size_t rung = 0;  ///< its place in the plan
    quantity::Rate ever{};
    int median = 1;
    int slow = 1;
    int pay_over = 0;
    std::optional<int> out_after{};
    Span span{};
};

struct CareerJobLoss {
    quantity::Rate per_year{};
    std::optional<quantity::Rate> in_downturn{};
    int months_out = 0;
    RateRange comeback{quantity::Rate{1}, quantity::Rate{1}, quantity::Rate{1}};
    Span span{};
};

struct CareerSwitch {
    int every = 0;
    RateRange gain{};
    Span span{};
};

/// What leaving the first job does to the rung.
struct CareerNext {
    std::optional<std::size_t> rung{};
    quantity::Rate one_up{};
    std::optional<quantity::Rate> one_up_after_success{};
};

struct CareerExit {
    std::string name;
    quantity::Rate chance{};
    int after = 0;
    quantity::Money worth;
    bool ends = false;
    Span span{};
};

struct CareerPath {
    std::string id;
    std::size_t rung = 0;
    std::optional<Stated<std::string>> offer{};  ///< a file, as the plan names it
    std::vector<quantity::Money> pay{};          ///< by year
    Span pay_span{};
    std::optional<int> window{};
    std::optional<std::string> company{};
    std::optional<int> leave_after{};
    std::optional<std::size_t> then{};
    Span then_span{};
    bool then_offer = false;
    std::optional<RateRange> later_pay{};
    std::optional<bool> keeps{};
    int vests_over = 48;
    std::vector<CareerPromotion> promotions{};
    std::optional<CareerJobLoss> job_loss{};
    std::optional<CareerSwitch> moves{};
    CareerNext next{};
    std::vector<CareerExit> exits{};
    Span span{};

    [[nodiscard]] bool has_first_job() const noexcept { return offer.has_value() || !pay.empty(); }
};

struct CareerTurn {
    int at = 0;
    std::size_t from = 0;
    std::size_t to = 0;
    quantity::Rate open{1};
    quantity::Money cost;
    quantity::Rate reading{};
    Span span{};
};

struct CareerPlan {
    std::string file;
    std::string name{};
    quantity::Currency currency;
    int horizon = 120;
    std::vector<int> looks{};  ///< rising, without the horizon
    quantity::Rate discount_rate{};
    quantity::Rate pay_growth{};
    std::optional<quantity::Money> spending{};
    std::optional<quantity::Money> savings{};
    quantity::Rate keep{1};
    std::optional<quantity::Money> wealth{};
    std::optional<quantity::Number> risk_aversion{};
    quantity::Rate downturn{};
    std::vector<CareerRung> rungs{};
    std::vector<CareerPath> paths{};
    std::vector<CareerTurn> turns{};
    std::vector<Assumption> assumptions{};
};

}  // namespace offerkit::model
