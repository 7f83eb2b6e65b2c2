#pragma once

#include <xlsxwriter.h>

namespace offerkit::render::xlsx {

/// What workbooks need of libxlsxwriter, each function under its own name.
///
/// The library is loaded when the first workbook is asked for: it brings a library of ciphers with it, for which every
/// other run of the program would wait longer than for its answer. A static program is linked to it.
struct Library {
    decltype(&::workbook_new) workbook_new;
    decltype(&::workbook_set_properties) workbook_set_properties;
    decltype(&::workbook_add_format) workbook_add_format;
    decltype(&::workbook_add_worksheet) workbook_add_worksheet;
    decltype(&::workbook_add_chart) workbook_add_chart;
    decltype(&::workbook_close) workbook_close;
    decltype(&::worksheet_write_string) worksheet_write_string;
    decltype(&::worksheet_write_number) worksheet_write_number;
    decltype(&::worksheet_write_datetime) worksheet_write_datetime;
    decltype(&::worksheet_write_formula_num) worksheet_write_formula_num;
    decltype(&::worksheet_set_column) worksheet_set_column;
    decltype(&::worksheet_freeze_panes) worksheet_freeze_panes;
    decltype(&::worksheet_insert_chart) worksheet_insert_chart;
    decltype(&::format_set_bold) format_set_bold;
    decltype(&::format_set_text_wrap) format_set_text_wrap;
    decltype(&::format_set_top) format_set_top;
    decltype(&::format_set_bottom) format_set_bottom;
    decltype(&::format_set_num_format) format_set_num_format;
    decltype(&::chart_add_series) chart_add_series;
    decltype(&::chart_series_set_categories) chart_series_set_categories;
    decltype(&::chart_series_set_values) chart_series_set_values;
    decltype(&::chart_series_set_name_range) chart_series_set_name_range;
    decltype(&::chart_title_set_name) chart_title_set_name;
};

/// The library of this machine; nullptr where it has none of the version that this build knows.
[[nodiscard]] const Library* library() noexcept;

}  // namespace offerkit::render::xlsx
