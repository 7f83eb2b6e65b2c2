#include <offerkit/render/xlsx/library.hpp>

#include <optional>

#include <dlfcn.h>

namespace offerkit::render::xlsx {
namespace {

#ifdef OFFERKIT_XLSX_SONAME

template <class Function>
bool find(void* library, const char* name, Function*& function) noexcept {
    function = reinterpret_cast<Function*>(::dlsym(library, name));
    return function != nullptr;
}

std::optional<Library> load() noexcept {
    void* const so = ::dlopen(OFFERKIT_XLSX_SONAME, RTLD_LAZY | RTLD_LOCAL);
    if (so == nullptr) {
        return std::nullopt;
    }
    Library all{};
    const bool whole =
        find(so, "workbook_new", all.workbook_new) &&
        find(so, "workbook_set_properties", all.workbook_set_properties) &&
        find(so, "workbook_add_format", all.workbook_add_format) &&
        find(so, "workbook_add_worksheet", all.workbook_add_worksheet) &&
        find(so, "workbook_add_chart", all.workbook_add_chart) && find(so, "workbook_close", all.workbook_close) &&
        find(so, "worksheet_write_string", all.worksheet_write_string) &&
        find(so, "worksheet_write_number", all.worksheet_write_number) &&
        find(so, "worksheet_write_datetime", all.worksheet_write_datetime) &&
        find(so, "worksheet_write_formula_num", all.worksheet_write_formula_num) &&
        find(so, "worksheet_set_column", all.worksheet_set_column) &&
        find(so, "worksheet_freeze_panes", all.worksheet_freeze_panes) &&
        find(so, "worksheet_insert_chart", all.worksheet_insert_chart) &&
        find(so, "format_set_bold", all.format_set_bold) &&
        find(so, "format_set_text_wrap", all.format_set_text_wrap) && find(so, "format_set_top", all.format_set_top) &&
        find(so, "format_set_bottom", all.format_set_bottom) &&
        find(so, "format_set_num_format", all.format_set_num_format) &&
        find(so, "chart_add_series", all.chart_add_series) &&
        find(so, "chart_series_set_categories", all.chart_series_set_categories) &&
        find(so, "chart_series_set_values", all.chart_series_set_values) &&
        find(so, "chart_series_set_name_range", all.chart_series_set_name_range) &&
        find(so, "chart_title_set_name", all.chart_title_set_name);
    return whole ? std::optional{all} : std::nullopt;
}

#else

/// A program that needs no shared library holds it.
std::optional<Library> load() noexcept {
    return Library{::workbook_new,
                   ::workbook_set_properties,
                   ::workbook_add_format,
                   ::workbook_add_worksheet,
                   ::workbook_add_chart,
                   ::workbook_close,
                   ::worksheet_write_string,
                   ::worksheet_write_number,
                   ::worksheet_write_datetime,
                   ::worksheet_write_formula_num,
                   ::worksheet_set_column,
                   ::worksheet_freeze_panes,
                   ::worksheet_insert_chart,
                   ::format_set_bold,
                   ::format_set_text_wrap,
                   ::format_set_top,
                   ::format_set_bottom,
                   ::format_set_num_format,
                   ::chart_add_series,
                   ::chart_series_set_categories,
                   ::chart_series_set_values,
                   ::chart_series_set_name_range,
                   ::chart_title_set_name};
}

#endif

}  // namespace

const Library* library() noexcept {
    static const std::optional<Library> loaded = load();
    return loaded ? &*loaded : nullptr;
}

}  // namespace offerkit::render::xlsx
