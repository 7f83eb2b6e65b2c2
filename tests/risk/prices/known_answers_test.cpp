// Laws, pairs and certainty equivalents that two independent ways agree on.

#include <cmath>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <offerkit/risk/options/option_value.hpp>
#include <offerkit/risk/options/purchase_plan.hpp>
#include <offerkit/risk/prices/chances.hpp>
#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/golden.hpp"

using namespace offerkit;
using nlohmann::json;

namespace {

std::vector<json> cases_of(const std::string& kind) {
    static const json all =
        json::parse(support::read_file(support::source_path("tests/data/uncertainty.json")))["cases"];
    std::vector<json> found;
    for (const json& each : all) {
        if (each["kind"] == kind) {
            found.push_back(each);
        }
    }
    REQUIRE(!found.empty());
    return found;
}

double number(const std::string& text) {
    const auto slash = text.find('/');
    return slash == std::string::npos ? std::stod(text)
                                      : std::stod(text.substr(0, slash)) / std::stod(text.substr(slash + 1));
}

risk::Exposure exposure_of(const json& input, const std::string& stock = "a", double market_correlation = 0) {
    risk::Exposure exposure{.stock = stock,
                            .volatility = input["volatility"],
                            .market_correlation = market_correlation,
                            .certain = input["certain"]};
    for (const json& row : input["vests"]) {
        for (int k = 0; k < row[2].get<int>(); ++k) {
            exposure.vests.push_back({number(row[0]) + k * number(row[1]), row[3]});
        }
    }
    return exposure;
}

double relative(double found, const json& expected) { return std::fabs(found / expected.get<double>() - 1); }

}  // namespace

TEST_CASE("quantiles, chances, shortfall and mean of sums of vests are those of the density recursion") {
    for (const json& example : cases_of("vest_sum")) {
        CAPTURE(example["id"].get<std::string>());
        const double tolerance = example["tolerance"];
        const json& expected = example["expected"];
        const risk::Prospect prospect{exposure_of(example["input"])};
        REQUIRE(prospect.method() == risk::Method::exact);
        CHECK(relative(prospect.mean(), expected["mean"]) < 1e-12);
        for (const auto& [chance, amount] : expected["quantiles"].items()) {
            CAPTURE(chance);
            CHECK(relative(prospect.quantile(std::stod(chance)), amount) < tolerance);
        }
        for (const json& pair : expected["below"]) {
            CHECK(std::fabs(prospect.below(pair[0]) - pair[1].get<double>()) < tolerance);
        }
        CHECK(relative(prospect.shortfall(), expected["shortfall_10"]) < tolerance);
        for (const json& pair : expected["laplace"]) {
            const double tolerated = pair[0];
            CHECK(std::fabs(std::exp(-prospect.certain_equivalent(tolerated) / tolerated) - pair[1].get<double>()) <
                  tolerance);
        }
    }
}

TEST_CASE("a single vest is lognormal") {
    for (const json& example : cases_of("lognormal")) {
        CAPTURE(example["id"].get<std::string>());
        const json& input = example["input"];
        const double t = input["t"];
        const double mean = input["price"].get<double>() * std::pow(1 + input["growth"].get<double>(), t);
        const risk::Prospect prospect{{.stock = "a", .volatility = input["volatility"], .vests = {{t, mean}}}};
        for (const auto& [chance, price] : example["expected"]["quantiles"].items()) {
            CHECK(relative(prospect.quantile(std::stod(chance)), price) < example["tolerance"].get<double>());
        }
        CHECK(std::fabs(prospect.below(input["threshold"]) - example["expected"]["below_threshold"].get<double>()) <
              example["tolerance"].get<double>());
    }
}

TEST_CASE("the chance that one offer pays more than another is that of the joint recursion") {
    for (const json& example : cases_of("pair")) {
        CAPTURE(example["id"].get<std::string>());
        const json& input = example["input"];
        const bool same = input.value("same_stock", false);
        const double shared = std::sqrt(input["correlation"].get<double>());
        const risk::Prospect a{exposure_of(input["a"], "a", shared)};
        const risk::Prospect b{exposure_of(input["b"], same ? "a" : "b", shared)};
        const double tolerance = example.value("tolerance_copula", example["tolerance"].get<double>());
        const double expected = example["expected"]["a_beats_b"];
        CHECK(std::fabs(chance_beats(a, b).value - expected) < tolerance);
        CHECK(chance_beats(a, b).value + chance_beats(b, a).value == 1);
    }
}

TEST_CASE("pay counts as the certain pay that is as good, at a risk tolerance or with wealth apart") {
    for (const json& example : cases_of("expected_value")) {
        CAPTURE(example["id"].get<std::string>());
        const json& input = example["input"];
        const risk::Prospect pay{risk::scaled(exposure_of(input), 1 / input["years"].get<double>())};
        const double found = pay.certain_equivalent(input["risk_tolerance"].get<double>());
        CHECK(relative(found, example["expected"]["certainty_equivalent"]) < example["tolerance"].get<double>());
        CHECK(relative(pay.mean(), example["expected"]["mean"]) < 1e-9);
    }
    for (const json& example : cases_of("crra")) {
        const json& input = example["input"];
        const auto found =
            risk::Prospect{exposure_of(input)}.certain_equivalent(input["wealth"], input["aversion"].get<double>());
        REQUIRE(found);
        CHECK(relative(*found, example["expected"]["certainty_equivalent"]) < example["tolerance"].get<double>());
    }
}

TEST_CASE("options are worth to a market what its formulas say") {
    const auto call_of = [](const json& input) {
        return risk::Call{input["price"],          input["strike"],     input["rate"],
                          input["dividend_yield"], input["volatility"], input["t"]};
    };
    for (const json& example : cases_of("bsm")) {
        CAPTURE(example["id"].get<std::string>());
        const risk::Call call = call_of(example["input"]);
        const double found = risk::black_scholes_merton(call);
        CHECK(relative(found, example["expected"]["call"]) < example["tolerance"].get<double>());
        // Put and call differ by the forward.
        const double put = found - call.price * std::exp(-call.dividend_yield * call.years) +
                           call.strike * std::exp(-call.rate * call.years);
        CHECK(relative(put, example["expected"]["put"]) < 1e-8);
    }
    for (const json& example : cases_of("hull_white")) {
        CAPTURE(example["id"].get<std::string>());
        const json& input = example["input"];
        const double found = risk::hull_white(call_of(input), {input["vest"], input["exit_rate"], input["multiple"]});
        CHECK(relative(found, example["expected"]["value"]) < example["tolerance"].get<double>());
    }
}

TEST_CASE("a purchase plan that looks back gains what its payoff integrates to") {
    for (const json& example : cases_of("espp")) {
        CAPTURE(example["id"].get<std::string>());
        const json& input = example["input"];
        const double t = input["t"];
        risk::PurchasePeriod period{.contribution = input["contribution"],
                                    .discount = input["discount"],
                                    .expected_growth = std::pow(1 + input["growth"].get<double>(), t) - 1,
                                    .spread = input["volatility"].get<double>() * std::sqrt(t)};
        if (!input["limit_at_grant"].is_null()) {
            period.limit = input["limit_at_grant"].get<double>();
        }
        const risk::PurchaseGain gain = risk::gain_of(period);
        const json& expected = example["expected"];
        CHECK(relative(gain.expected, expected["expected_gain"]) < example["tolerance"].get<double>());
        CHECK(relative(gain.without_lookback, expected["without_lookback"]) < 1e-8);
        CHECK(relative(gain.lookback_adds(), expected["lookback_adds"]) < example["tolerance"].get<double>());
    }
}

TEST_CASE("shares without a market lose what the average-strike put says") {
    CHECK(risk::no_market_discount(0.8, 3, 0) == Approx(0.263089).margin(5e-7));
    CHECK(risk::no_market_discount(0.6, 5, 0) == Approx(0.257871).margin(5e-7));
    CHECK(risk::no_market_discount(0.4, 2, 0) == Approx(0.126270).margin(5e-7));
    CHECK(risk::no_market_discount(0.3, 1, 0.02) == Approx(0.067139).margin(5e-7));
    CHECK(risk::no_market_discount(3, 30, 0) == Approx(0.3228).margin(5e-5));
    // The series for a small spread and the formula meet.
    CHECK(risk::no_market_discount(std::sqrt(0.01999999), 1, 0) ==
          Approx(risk::no_market_discount(std::sqrt(0.02000001), 1, 0)).epsilon(1e-6));
}
