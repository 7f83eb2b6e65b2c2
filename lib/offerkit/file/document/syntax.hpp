#pragma once

#include <string>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/file/tree/tree.hpp>

namespace offerkit::file {

/// A syntax error in words of our own: what is wrong with the line and what to write instead.
struct SyntaxProblem {
    diagnostic::Code code;
    diagnostic::Span span{};
    std::string message{};
    std::string help{};
    bool line_alone = false;  ///< the line is a `key = value` that can be left out without hurting others
};

/// Explains where the parser stopped by looking at the line as a person would: a percentage without quotes, an amount
/// with commas, a date of another country, a bracket that is not closed.
[[nodiscard]] SyntaxProblem explain(const SyntaxFault& fault, const diagnostic::Source& source,
                                    diagnostic::SourceId id);

}  // namespace offerkit::file
