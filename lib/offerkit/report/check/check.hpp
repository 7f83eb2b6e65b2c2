#pragma once

#include <span>
#include <string>
#include <vector>

#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/diagnostic/source.hpp>
#include <offerkit/model/career_plan.hpp>
#include <offerkit/model/fields/catalogue.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/model/priorities.hpp>
#include <offerkit/model/search_plan.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/report/product/page.hpp>
#include <offerkit/report/product/sheet.hpp>

namespace offerkit::report {

/// What checking one file found.
struct CheckedFile {
    std::string file;
    const model::Offer* offer = nullptr;             ///< null where it could not be read, or is no offer
    std::vector<diagnostic::Diagnostic> problems{};  ///< in the order in which they are told
    const model::Priorities* priorities = nullptr;   ///< where it is a priorities file
    const model::ProfileHeader* profile = nullptr;   ///< where it is a profile
    const model::SearchPlan* search = nullptr;       ///< where it is a pipeline file
    const model::CareerPlan* plan = nullptr;         ///< where it is a career plan
};

/// "offer.toml: Northwind AI, Machine Learning Engineer: base, bonus, 1 sign-on, 2 grants; no problems": one line,
/// without its end.
[[nodiscard]] std::string check_line(const CheckedFile& checked);

/// `[{code, severity, message, help, source, line, column}]`: problems as every document that lists them has them.
[[nodiscard]] Document problem_documents(std::span<const diagnostic::Diagnostic> problems,
                                         const diagnostic::Sources& sources);

[[nodiscard]] Page check_page(std::span<const CheckedFile> files, const diagnostic::Sources& sources);
/// `{"files": [{file, offers, problems: [...]}]}`.
[[nodiscard]] Document check_document(std::span<const CheckedFile> files, const diagnostic::Sources& sources);
/// A row for each problem.
[[nodiscard]] Sheet check_sheet(std::span<const CheckedFile> files, const diagnostic::Sources& sources);

}  // namespace offerkit::report
