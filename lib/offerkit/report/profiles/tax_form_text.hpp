#pragma once

#include <string>

#include <offerkit/file/profiles/written_form.hpp>

namespace offerkit::report {

/// A tax form with all that it takes over, as one file: the top, then line by line, each with its source and, in a
/// comment, which file wrote it and of which year its numbers are.
[[nodiscard]] std::string tax_form_text(const file::WrittenForm& form);

}  // namespace offerkit::report
