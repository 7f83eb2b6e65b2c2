#include "support/offers.hpp"

#include "support/catch.hpp"

namespace offers {

namespace {

std::string told(const offerkit::diagnostic::Diagnostics& diagnostics) {
    std::string all;
    for (const auto& problem : diagnostics.sorted()) {
        all += std::to_string(problem.span.line) + ":" + std::to_string(problem.span.column) + ": " + problem.message +
               " [" + std::string{problem.code} + "]\n";
    }
    return all;
}

}  // namespace

offerkit::model::Offer read(const std::string& text, const std::string& name) {
    offerkit::diagnostic::Sources sources;
    offerkit::diagnostic::Diagnostics diagnostics;
    const offerkit::file::ProfileStore profiles{std::vector<std::string>{}};
    auto offer = offerkit::file::read_offer({sources, diagnostics, profiles}, name, text);
    INFO(told(diagnostics));
    REQUIRE(offer.has_value());
    return *std::move(offer);
}

std::vector<std::string> problems(const std::string& text) {
    offerkit::diagnostic::Sources sources;
    offerkit::diagnostic::Diagnostics diagnostics;
    const offerkit::file::ProfileStore profiles{std::vector<std::string>{}};
    const auto offer = offerkit::file::read_offer({sources, diagnostics, profiles}, "test.toml", text);
    if (offer) {
        static_cast<void>(offerkit::choice::compare({&*offer, 1}, valuation(), diagnostics));
    }
    std::vector<std::string> codes;
    for (const auto& problem : diagnostics.sorted()) {
        codes.emplace_back(problem.code);
    }
    return codes;
}

offerkit::model::Valuation valuation() { return {.as_of = date(2026, 1, 1)}; }

offerkit::choice::Comparison compare(const std::vector<offerkit::model::Offer>& offers,
                                     const offerkit::model::Valuation& valuation) {
    offerkit::diagnostic::Diagnostics diagnostics;
    auto comparison = offerkit::choice::compare(offers, valuation, diagnostics);
    INFO(told(diagnostics));
    REQUIRE(comparison.has_value());
    return *std::move(comparison);
}

Alone::Alone(const std::string& text, offerkit::model::Definition by)
    : offers{read(text)},
      valuation{[by] {
          auto one = ::offers::valuation();
          one.by = by;
          return one;
      }()},
      comparison{compare(offers, valuation)},
      discounting{comparison.present, valuation.discount_rate, valuation.exit_per_year} {}

offerkit::timeline::ResolvedGrant resolve_first(const offerkit::model::Offer& offer) {
    offerkit::diagnostic::Diagnostics diagnostics;
    REQUIRE_FALSE(offer.grants.empty());
    auto resolved = offerkit::timeline::resolve(offer, offer.grants.front(), date(2026, 1, 1), diagnostics);
    INFO(told(diagnostics));
    REQUIRE(resolved.has_value());
    return *std::move(resolved);
}

std::string text(offerkit::quantity::Money amount) { return offerkit::quantity::to_grouped(amount); }

offerkit::calendar::Date date(int year, int month, int day) {
    const auto result = offerkit::calendar::Date::of(year, month, day);
    REQUIRE(result.has_value());
    return *result;
}

std::string pay(const std::string& company, int salary, const std::string& rest) {
    return "company = \"" + company + "\"\ncurrency = \"USD\"\nstart = 2026-06-01\n" + rest +
           "[base]\nsalary = " + std::to_string(salary) + "\n";
}

offerkit::quantity::Money usd(std::int64_t major) { return {major * 100, *offerkit::quantity::Currency::of("USD")}; }

}  // namespace offers
