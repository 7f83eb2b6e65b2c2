#include <offerkit/authoring/template_writer.hpp>

#include <cstddef>
#include <utility>

#include <offerkit/contract.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::authoring::templates {

namespace {

using model::Accepts;
using model::Field;
using model::Schema;

constexpr std::size_t comment_column = 36;
constexpr std::size_t page_width = 98;

calendar::Date first_day(calendar::Date today) {
    const calendar::Date start = today.plus_days(45);
    // 1 January 1900 was a Monday.
    const std::int64_t weekday = start.days_since(calendar::Date::clamped(1900, 1, 1)) % 7;
    return start.plus_days(weekday == 0 ? 0 : 7 - weekday);
}

}  // namespace

Line shown(std::string_view key, std::string value, std::string remark) {
    return {key, true, std::move(value), std::move(remark)};
}
Line hidden(std::string_view key, std::string value, std::string remark) {
    return {key, false, std::move(value), std::move(remark)};
}

Writer::Writer(const Schema& schema, calendar::Date today) : schema_{schema}, today_{today}, start_{first_day(today)} {}

std::string Writer::dated(std::string_view key, std::string_view sample) const {
    if (!calendar::parse_date(sample)) {
        return std::string{sample};
    }
    if (key == "start" || key == "grant_date" || key == "vesting_start") {
        return to_string(start_);
    }
    if (key == "decide_by") {
        return to_string(today_.plus_days(14));
    }
    if (key == "end") {
        return to_string(start_.plus_months(36).plus_days(-1));
    }
    if (key == "date") {
        return to_string(start_.plus_months(15));
    }
    return to_string(today_);
}

void Writer::comment(std::string_view paragraph) {
    for (const std::string& line : diagnostic::wrapped(paragraph, page_width - 2)) {
        text_ += line.empty() ? "#\n" : "# " + line + "\n";
    }
}

void Writer::block(const Block& block) {
    const Field* table = block.table.empty() ? nullptr : find_field(schema_, block.table);
    expects(block.table.empty() || (table != nullptr && table->table != nullptr));
    const Schema& schema = table == nullptr ? schema_ : *table->table;
    for (const std::string& note : block.notes) {
        comment(note);
    }
    if (table != nullptr) {
        pair(block.active, std::string{schema.name}, std::string{schema.doc});
    }
    for (const Line& line : block.lines) {
        const Field* field = find_field(schema, line.key);
        expects(field != nullptr);
        key(*field, line, block.active && line.active);
    }
    gap();
}

void Writer::key(const Field& field, const Line& line, bool active) {
    const std::string value = line.value.empty() ? dated(field.key, field.sample) : line.value;
    expects(!value.empty());
    std::string meaning = line.remark.empty() ? std::string{field.doc} : line.remark;
    if (line.remark.empty() && model::accepts(field.accepts, Accepts::choice) && field.choices.size() > 1 &&
        field.choices.size() <= 3) {
        meaning += ": " + report::joined(std::vector<std::string>{field.choices.begin(), field.choices.end()}, "or");
    }
    pair(active, std::string{field.key} + " = " + value, meaning);
}

void Writer::pair(bool active, const std::string& written, const std::string& meaning) {
    const std::string left = active ? written : "#" + written;
    if (diagnostic::display_width(left) + 2 > comment_column) {
        comment(meaning);
        text_ += left + "\n";
        return;
    }
    std::string beside = left;
    for (const std::string& line : diagnostic::wrapped(meaning, page_width - comment_column - 2)) {
        text_ += diagnostic::padded_right(beside, comment_column) + "# " + line + "\n";
        beside.clear();
    }
}

}  // namespace offerkit::authoring::templates
