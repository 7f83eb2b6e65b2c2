#pragma once

#include <string_view>

#include <offerkit/file/document/syntax.hpp>

namespace offerkit::file {

/// Says what is wrong with the value of a key, and what to write instead. `why` is what the parser says.
void explain_value(SyntaxProblem& problem, std::string_view key, std::string_view value, std::string_view why);

}  // namespace offerkit::file
