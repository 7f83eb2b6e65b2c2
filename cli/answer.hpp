#pragma once

#include <string>

#include <cli/csv.hpp>
#include <cli/invocation.hpp>
#include <cli/markdown.hpp>
#include <cli/paint.hpp>
#include <cli/terminal.hpp>
#include <offerkit/report/document.hpp>
#include <offerkit/report/page.hpp>
#include <offerkit/report/sheet.hpp>

namespace offerkit::cli {

/// What a command puts out.
struct Answer {
    std::string text{};
    bool despite_problems = false;  ///< the text is the result even where problems were found
    std::string once_written{};     ///< told on standard error when the text has been written; lines of their own
};

/// Where the result goes, as far as its looks depend on it: the terminal, or a file or pipe.
[[nodiscard]] Screen output_screen(const Invocation& invocation);

/// A result in the format that was asked for. Only that product is made: each argument gives one when it is called.
template <class PageOf, class DocumentOf, class SheetOf>
[[nodiscard]] std::string rendered(const Invocation& invocation, PageOf page, DocumentOf document, SheetOf sheet) {
    switch (invocation.format) {
        case Format::table: return to_terminal(page(), output_screen(invocation));
        case Format::markdown: return to_markdown(page());
        case Format::json: return report::to_json(document());
        case Format::csv: return to_csv(sheet());
        case Format::icalendar: break;  // no page, document or sheet: its command writes it
    }
    return {};
}

}  // namespace offerkit::cli
