#pragma once

#include <string>

#include <offerkit/file/written_form.hpp>

namespace offerkit::report {

/// A tax form with all that it takes over, as a file that says the same without `like`: the top, then line by line,
/// each with its source and with where and when it was written.
[[nodiscard]] std::string tax_form_text(const file::WrittenForm& form);

}  // namespace offerkit::report
