#include <offerkit/report/sweep/detail/swept_rows.hpp>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/words/amounts.hpp>

namespace offerkit::report {

using choice::Crossing;
using choice::Sweep;
using choice::SweepRow;
using choice::SweepValue;
using diagnostic::formatted;

void add_swept_keys(Columns<SweepRow>& columns, const Sweep& sweep) {
    for (std::size_t i = 0; i < sweep.paths.size(); ++i) {
        columns.add({.key = sweep.paths[i],
                     .title = sweep.paths[i],
                     .align = Align::decimal,
                     .priority = Priority::key,
                     .value =
                         [i](const SweepRow& row) {
                             const auto& value = row.values[i];
                             return value.number ? Datum(*value.number) : Datum(value.text);
                         },
                     .shown = [i](const SweepRow& row) { return Cell(row.values[i].text); }});
    }
}

Document swept_value_document(const SweepValue& value) {
    return value.number ? report::document_of(*value.number) : Document(value.text);
}

Document swept_values_document(const std::vector<SweepValue>& values) {
    return array_of(values, [&](const auto& value) { return swept_value_document(value); });
}

std::string crossing_place(const Sweep& sweep, const Crossing& crossing) {
    const std::string where =
        crossing.at ? "at " + crossing.at->text
                    : formatted("between {} and {}", crossing.before.back().text, crossing.after.back().text);
    const std::string other =
        sweep.paths.size() > 1 ? formatted(" (`{}` at {})", sweep.paths.front(), crossing.before.front().text) : "";
    return formatted("`{}` {}{}", sweep.paths.back(), where, other);
}

}  // namespace offerkit::report
