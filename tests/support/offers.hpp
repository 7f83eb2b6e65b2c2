#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/file/read.hpp>
#include <offerkit/value/figures.hpp>

/// Offers written as text in a test, read as a person's file would be.
namespace offers {

/// Reads an offer that must be free of errors; fails the test with its problems otherwise.
offerkit::model::Offer read(const std::string& text, const std::string& name = "test.toml");

/// The codes of the problems that reading and valuing a text finds, in their order.
std::vector<std::string> problems(const std::string& text);

/// A valuation as of 2026-01-01 with every default.
offerkit::model::Valuation valuation();

/// Compares offers that must be free of errors. The offers must outlive the result.
offerkit::choice::Comparison compare(const std::vector<offerkit::model::Offer>& offers,
                                     const offerkit::model::Valuation& valuation);

/// One offer compared with nothing, for what is solved of it. Its parts point at each other.
struct Alone {
    std::vector<offerkit::model::Offer> offers;
    offerkit::model::Valuation valuation;
    offerkit::choice::Comparison comparison;
    offerkit::value::Discounting discounting;

    explicit Alone(const std::string& text, offerkit::model::Definition by = offerkit::model::Definition::average);
    Alone(const Alone&) = delete;
    Alone& operator=(const Alone&) = delete;
};

/// The one grant of an offer, resolved as of 2026-01-01, or the first of several.
offerkit::timeline::ResolvedGrant resolve_first(const offerkit::model::Offer& offer);

/// "182,000.00": for checks that read like the documents they come from.
std::string text(offerkit::quantity::Money amount);

/// An offer from 1 June 2026 with a salary in dollars; `rest` stands at the top of its file.
std::string pay(const std::string& company, int salary, const std::string& rest = {});

/// So many dollars.
offerkit::quantity::Money usd(std::int64_t major);

/// A date that must exist.
offerkit::calendar::Date date(int year, int month, int day);

}  // namespace offers
