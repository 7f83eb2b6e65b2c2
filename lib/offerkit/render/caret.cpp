#include <offerkit/render/caret.hpp>

#include <algorithm>
#include <string_view>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/diagnostic/utf8.hpp>

namespace offerkit::render {
namespace {

using diagnostic::Diagnostic;
using diagnostic::Severity;
using diagnostic::Sources;
using diagnostic::Span;

constexpr std::size_t tab_stop = 4;
constexpr std::size_t shortest_excerpt = 20;
/// Of a line of megabytes only this many bytes around the place are looked at.
constexpr std::size_t nearby = 4096;

Ink severity_ink(Severity severity) {
    switch (severity) {
        case Severity::unreadable:
        case Severity::error: return Ink::bold_red;
        case Severity::warning: return Ink::bold_yellow;
        case Severity::note: return Ink::bold_cyan;
    }
    return Ink::plain;
}

/// The byte at which the character so many characters after `from` begins, or the end of the line.
std::size_t advanced(std::string_view line, std::size_t from, std::size_t characters) {
    std::size_t at = from;
    for (; characters > 0 && at < line.size(); --characters) {
        ++at;
        while (at < line.size() && !diagnostic::utf8::begins_character(line[at])) {
            ++at;
        }
    }
    return at;
}

struct Excerpt {
    std::string line;
    std::string marks;
};

/// One thing on the shown line: a grapheme, the spaces of a tab, or a `…`.
struct Piece {
    std::string shown;
    std::size_t width = 0;
    bool marked = false;
};

std::vector<Piece> pieces_of(std::string_view line, std::size_t begin, std::size_t end, const Screen& screen) {
    std::vector<Piece> pieces;
    std::size_t column = 0;
    for (auto& grapheme : diagnostic::graphemes(line)) {
        Piece piece;
        if (line[grapheme.offset] == '\t') {
            piece.shown = std::string(tab_stop - column % tab_stop, ' ');
        } else {
            piece.shown = screen.unicode ? std::move(grapheme.shown) : diagnostic::to_ascii(grapheme.shown);
        }
        piece.width = screen.unicode && line[grapheme.offset] != '\t' ? grapheme.width : piece.shown.size();
        piece.marked = grapheme.offset < end && grapheme.offset + grapheme.size > begin;
        column += piece.width;
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

/// The bytes of a line that are looked at, with the place in them.
struct Stretch {
    std::string_view text;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool more_before = false;
    bool more_after = false;
};

Stretch stretch_around(const Span& span, std::string_view line) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (span.line == 1 && line.starts_with(byte_order_mark)) {
        line.remove_prefix(byte_order_mark.size());
    }
    const std::size_t begin = advanced(line, 0, span.column > 0 ? span.column - 1 : 0);
    const std::size_t end = advanced(line, begin, std::max<std::size_t>(span.length, 1));
    std::size_t from = begin > nearby ? begin - nearby : 0;
    while (from > 0 && from < line.size() && !diagnostic::utf8::begins_character(line[from])) {
        --from;
    }
    const std::string_view text = line.substr(from, 3 * nearby);
    return {text, begin - from, std::min(end - from, text.size()), from > 0, line.size() - from > 3 * nearby};
}

Piece ellipsis_of(const Screen& screen) {
    return {screen.unicode ? "…" : "...", screen.unicode ? std::size_t{1} : std::size_t{3}, false};
}

/// Which pieces are shown, and whether a `…` stands for others before or after them.
struct Cut {
    std::size_t first = 0;
    std::size_t last = 0;
    bool before = false;
    bool after = false;
};

/// The marked part and what leads to it: a third of the room goes to what stands before.
Cut cut_to(std::size_t room, const std::vector<Piece>& pieces, const Stretch& stretch, std::size_t ellipsis_width) {
    Cut cut{0, pieces.size(), stretch.more_before, stretch.more_after};
    const auto is_marked = [](const Piece& piece) { return piece.marked; };
    const auto first_mark =
        static_cast<std::size_t>(std::find_if(pieces.begin(), pieces.end(), is_marked) - pieces.begin());
    std::size_t total = 0;
    std::size_t before_mark = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        total += pieces[i].width;
        before_mark += i < first_mark ? pieces[i].width : 0;
    }
    if (total <= room && !cut.before && !cut.after) {
        return cut;
    }
    std::size_t used = 0;
    cut.first = first_mark;
    while (cut.first > 0 && (used + pieces[cut.first - 1].width <= room / 3 || before_mark <= room / 3)) {
        used += pieces[--cut.first].width;
    }
    cut.before = cut.before || cut.first > 0;
    used = cut.before ? ellipsis_width : 0;
    cut.last = cut.first;
    while (cut.last < pieces.size() && used + pieces[cut.last].width + ellipsis_width <= room) {
        used += pieces[cut.last++].width;
    }
    cut.last = std::max(cut.last, std::min(first_mark + 1, pieces.size()));
    cut.after = cut.after || cut.last < pieces.size();
    return cut;
}

/// The excerpt of `line` with characters `column` (from 1) to `column + length` marked, at most `room` columns wide.
Excerpt excerpt_of(std::string_view line, const Span& span, std::size_t room, char mark, const Screen& screen) {
    const Stretch stretch = stretch_around(span, line);
    auto pieces = pieces_of(stretch.text, stretch.begin, stretch.end, screen);
    if (stretch.begin >= stretch.text.size()) {
        pieces.push_back({" ", 1, true});  // the place is where something is missing, at the end of the line
    }
    const Piece ellipsis = ellipsis_of(screen);
    const Cut cut = cut_to(room, pieces, stretch, ellipsis.width);

    Excerpt excerpt;
    const auto append = [&](const Piece& piece) {
        excerpt.line += piece.shown;
        excerpt.marks.append(piece.width, piece.marked ? mark : ' ');
    };
    if (cut.before) {
        append(ellipsis);
    }
    for (std::size_t i = cut.first; i < cut.last; ++i) {
        append(pieces[i]);
    }
    if (cut.after) {
        append(ellipsis);
    }
    // A lone mark without width, such as a hidden joiner, still gets its caret.
    if (excerpt.marks.find(mark) == std::string::npos) {
        excerpt.marks += mark;
    }
    excerpt.marks.erase(excerpt.marks.find_last_not_of(' ') + 1);
    return excerpt;
}

/// `name:line:column`, of which a source as a whole has only the name.
std::string place_of(const Span& span, const Sources& sources, const Screen& screen) {
    std::string place = safe(sources[span.source].name(), screen);
    if (span.line > 0) {
        place += ":" + std::to_string(span.line);
        place += span.column > 0 ? ":" + std::to_string(span.column) : "";
    }
    return place;
}

class ProblemWriter {
public:
    ProblemWriter(const Sources& sources, const Screen& screen) : sources_(sources), screen_(screen) {}

    std::string write(const Diagnostic& problem) {
        gutter_ = std::max(digits_of(problem.span), problem.related ? digits_of(problem.related->span) : 0);
        const std::string label = std::string(diagnostic::to_string(problem.severity)) + ":";
        out_ = diagnostic::formatted(
            "{} {} {}", painted(place_of(problem.span, sources_, screen_) + ":", Ink::bold, screen_),
            painted(label, severity_ink(problem.severity), screen_), safe(problem.message, screen_));
        if (!problem.code.empty()) {
            out_ += " " + painted(diagnostic::formatted("[{}]", problem.code), Ink::dim, screen_);
        }
        out_ += '\n';
        append_excerpt(problem.span, '^', severity_ink(problem.severity));
        append_help(problem.help);
        if (problem.related) {
            const auto& related = *problem.related;
            out_ += diagnostic::formatted(
                "{} {} {}\n", painted(place_of(related.span, sources_, screen_) + ":", Ink::bold, screen_),
                painted("note:", severity_ink(Severity::note), screen_), safe(related.message, screen_));
            append_excerpt(related.span, '-', severity_ink(Severity::note));
        }
        return std::move(out_);
    }

private:
    static std::size_t digits_of(const Span& span) {
        return std::max<std::size_t>(std::to_string(span.line).size(), 5);
    }

    [[nodiscard]] std::string gutter(std::string_view number, std::string_view sign) const {
        return painted(diagnostic::formatted("{} {}", diagnostic::padded_left(number, gutter_), sign), Ink::dim,
                       screen_);
    }

    void append_excerpt(const Span& span, char mark, Ink ink) {
        const auto& source = sources_[span.source];
        if (span.line == 0 || span.line > source.line_count()) {
            return;
        }
        const std::size_t taken = gutter_ + 3;
        const std::size_t room = std::max(screen_.width > taken ? screen_.width - taken : 0, shortest_excerpt);
        const Excerpt excerpt = excerpt_of(source.line(span.line), span, room, mark, screen_);
        out_ += finished_line(gutter(std::to_string(span.line), "|") + " " + excerpt.line);
        if (span.column > 0) {
            const std::size_t spaces = excerpt.marks.find(mark);
            out_ += gutter("", "|") + " " + excerpt.marks.substr(0, spaces) +
                    painted(excerpt.marks.substr(spaces), ink, screen_) + "\n";
        }
    }

    void append_help(std::string_view help) {
        if (help.empty()) {
            return;
        }
        constexpr std::string_view lead = "help: ";
        const std::size_t indent = gutter_ + 3 + lead.size();
        const std::size_t room = std::max(screen_.width > indent ? screen_.width - indent : 0, shortest_excerpt);
        bool first = true;
        for (const auto& line : diagnostic::wrapped(safe_lines(help, screen_), room)) {
            out_ += first ? diagnostic::formatted("{} {}", gutter("", "="), painted(lead, Ink::green, screen_))
                          : std::string(indent, ' ');
            out_ += line + "\n";
            first = false;
        }
    }

    const Sources& sources_;
    const Screen& screen_;
    std::size_t gutter_ = 5;
    std::string out_;
};

}  // namespace

std::string to_text(const Diagnostic& problem, const Sources& sources, const Screen& screen) {
    return ProblemWriter(sources, screen).write(problem);
}

std::string to_text(const std::vector<Diagnostic>& problems, const Sources& sources, const Screen& screen) {
    std::string out;
    for (const auto& problem : problems) {
        out += (out.empty() ? "" : "\n") + to_text(problem, sources, screen);
    }
    return out;
}

}  // namespace offerkit::render
