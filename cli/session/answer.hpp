#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>

#include <cli/line/invocation.hpp>
#include <offerkit/render/csv.hpp>
#include <offerkit/render/html/html.hpp>
#include <offerkit/render/markdown.hpp>
#include <offerkit/render/paint.hpp>
#include <offerkit/render/terminal.hpp>
#include <offerkit/report/product/document.hpp>
#include <offerkit/report/product/page.hpp>
#include <offerkit/report/product/sheet.hpp>
#include <offerkit/report/product/sink.hpp>

namespace offerkit::cli {

/// A result in its format: a text, or one that is made as it is written.
class Output {
public:
    Output() = default;
    Output(std::string text) : whole_{std::move(text)} {}
    explicit Output(report::Text made) : made_{std::move(made)} {}

    void write_to(const report::Sink& sink) const;
    /// All of it at once.
    [[nodiscard]] std::string text() const;

private:
    std::string whole_{};
    report::Text made_{};
};

/// What is known of a result only once it has been written, where it is made as it is written.
struct Afterwards {
    bool wrong = false;       ///< a part of the input is wrong, and its problems are in the result
    bool unreadable = false;  ///< a file could not be read
    std::string told{};       ///< told on standard error; lines of their own, without the last end
};

/// What a command puts out.
struct Answer {
    Output output{};
    bool despite_problems = false;        ///< the text is the result even where problems were found
    std::string once_written{};           ///< told on standard error when the text has been written; lines of their own
    bool new_file = false;                ///< `--output` makes a file that replaces none unless `--force` is given
    bool answered = false;                ///< a person gave answers for it: where it cannot be written, it is shown
    std::shared_ptr<const void> keeps{};  ///< what has to last until all is told, such as what the
                                          ///< output is made of
    std::function<Afterwards()> afterwards{};  ///< asked when the output has been written
    std::string given_up{};  ///< the answers of a dialogue that ended too early, shown on standard error
};

/// Where the result goes, as far as its looks depend on it: the terminal, or a file or pipe.
[[nodiscard]] render::Screen output_screen(const Invocation& invocation);

/// A result in the format that was asked for. Only that product is made: each argument gives one when it is called.
template <class PageOf, class DocumentOf, class SheetOf>
[[nodiscard]] Output rendered(const Invocation& invocation, PageOf page, DocumentOf document, SheetOf sheet) {
    switch (invocation.format) {
        case Format::table: return render::to_terminal(page(), output_screen(invocation));
        case Format::markdown: return render::to_markdown(page());
        case Format::html: return render::to_html(page());
        case Format::json:
            return Output([made = document()](const report::Sink& sink) { report::write_json(made, sink); });
        case Format::csv: return Output([made = sheet()](const report::Sink& sink) { render::write_csv(made, sink); });
        case Format::icalendar:
        case Format::svg:
        case Format::xlsx:
        case Format::ledger: break;  // no page, document or sheet alone: their commands write them
    }
    return {};
}

}  // namespace offerkit::cli
