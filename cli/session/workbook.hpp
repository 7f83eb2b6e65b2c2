#pragma once

#include <span>

#include <cli/session/answer.hpp>
#include <cli/session/session.hpp>
#include <offerkit/report/ledger/ledger.hpp>

/// The formats that some commands have beside those of all.
namespace offerkit::cli {

/// A result as a workbook, with the offer files that it rests on. A complaint where the result would go to a terminal,
/// or where this build cannot write one.
[[nodiscard]] Output workbook(Session& session, const report::Page& page, const report::Sheet& sheet);

/// Why a journal is refused where several values, or several days, are looked at.
inline const Complaint no_sweep_in_a_journal{
    "`--format ledger` writes what one value of each key pays, and `--sweep` and `--stay` look at several",
    "leave one of them out; `--set` changes a value of the offers"};

/// Entries as a journal.
[[nodiscard]] Output journal(std::vector<report::LedgerEntry> entries, calendar::Date as_of);

/// `rendered`, and a workbook where that is asked for.
template <class PageOf, class DocumentOf, class SheetOf>
[[nodiscard]] Output rendered_or_workbook(Session& session, PageOf page, DocumentOf document, SheetOf sheet) {
    return session.invocation().format == Format::xlsx ? workbook(session, page(), sheet())
                                                       : rendered(session.invocation(), page, document, sheet);
}

}  // namespace offerkit::cli
