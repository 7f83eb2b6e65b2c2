#pragma once

#include <string>
#include <vector>

#include <offerkit/calendar/date.hpp>
#include <offerkit/diagnostic/source.hpp>
#include <offerkit/file/profiles/profile_store.hpp>

/// Which values of an offer file nobody has looked at yet.
namespace offerkit::authoring {

/// The line by which a file tells what it began as. Null: the template of no company.
[[nodiscard]] std::string origin_line(const model::CompanyProfile* company, calendar::Date today);

/// The values of a file that are still the examples of the template it began as, each at its place. A value counts as
/// the person's own once it differs, or once the comment behind it is gone. Nothing for a file that no template was.
[[nodiscard]] std::vector<diagnostic::Span> template_values(const diagnostic::Source& source,
                                                            const file::ProfileStore& profiles);

}  // namespace offerkit::authoring
