#include <offerkit/render/csv.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include <offerkit/diagnostic/text.hpp>

namespace offerkit::render {
namespace {

using report::SheetCell;

/// Signs with which a spreadsheet begins a formula; the wide forms are what East Asian input methods type for them.
constexpr std::array<std::string_view, 11> formula_starts{"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};

bool starts_a_formula(std::string_view text) {
    return std::any_of(formula_starts.begin(), formula_starts.end(),
                       [&](std::string_view start) { return text.starts_with(start); });
}

/// `text` without anything that could drive a terminal on which the file is looked at.
std::string without_controls(std::string_view text) {
    if (std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; })) {
        return std::string(text);
    }
    std::string out;
    for (const auto& grapheme : diagnostic::graphemes(text)) {
        const std::string_view raw = text.substr(grapheme.offset, grapheme.size);
        const auto first = static_cast<unsigned char>(raw.front());
        const bool line_or_tab = raw == "\t" || raw == "\n" || raw == "\r";
        const bool c1 = first == 0xC2 && raw.size() == 2 && static_cast<unsigned char>(raw[1]) < 0xA0;
        const bool control = !line_or_tab && (first < 0x20 || first == 0x7F || c1);
        out += control ? grapheme.shown : diagnostic::valid_utf8(raw);
    }
    return out;
}

void append_text(std::string& out, std::string_view text) {
    std::string value = without_controls(text);
    if (starts_a_formula(value)) {
        value.insert(value.begin(), '\'');
    }
    const bool quoted =
        value.find_first_of(",\"\r\n\t") != std::string::npos || value.starts_with(' ') || value.ends_with(' ');
    if (!quoted) {
        out += value;
        return;
    }
    out += '"';
    for (const char c : value) {
        out += c;
        if (c == '"') {
            out += c;
        }
    }
    out += '"';
}

void append_row(std::string& out, const std::vector<SheetCell>& row) {
    const std::size_t begin = out.size();
    for (std::size_t i = 0; i < row.size(); ++i) {
        out += i > 0 ? "," : "";
        switch (row[i].kind()) {
            case SheetCell::Kind::empty: break;
            case SheetCell::Kind::number: out += row[i].value(); break;
            case SheetCell::Kind::text: append_text(out, row[i].value()); break;
        }
    }
    // A line of a single empty cell would be read as no line at all.
    out += row.size() == 1 && out.size() == begin ? "\"\"\n" : "\n";
}

}  // namespace

void write_csv(const report::Sheet& sheet, const report::Sink& sink) {
    constexpr std::size_t piece = std::size_t{1} << 16U;
    std::string out;
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        out += i > 0 ? "," : "";
        append_text(out, sheet.columns[i]);
    }
    out += '\n';
    for (std::size_t i = 0; i < sheet.rows.size() + sheet.more; ++i) {
        if (i < sheet.rows.size()) {
            append_row(out, sheet.rows[i]);
        } else {
            append_row(out, sheet.make(i - sheet.rows.size()));
        }
        if (out.size() >= piece) {
            if (!sink(out)) {
                return;
            }
            out.clear();
        }
    }
    sink(out);
}

std::string to_csv(const report::Sheet& sheet) {
    std::string all;
    write_csv(sheet, [&](std::string_view part) {
        all += part;
        return true;
    });
    return all;
}

}  // namespace offerkit::render
