#pragma once

#include <string>
#include <vector>

#include <offerkit/value/leaving_months.hpp>

/// What the page of `leave` says in sentences.
namespace offerkit::report {

/// The answer in a few sentences: what leaving costs, what has to be done in time, and what waiting changes.
[[nodiscard]] std::string leaving_verdict(const value::LeavingAnswer& answer);

/// What is worth knowing beside the figures, a sentence each.
[[nodiscard]] std::vector<std::string> leaving_notes(const value::LeavingAnswer& answer);

}  // namespace offerkit::report
