#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <offerkit/calendar/date.hpp>
#include <offerkit/model/fields/fields.hpp>

/// Commented files to fill in, written from the field tables: which keys are shown is chosen by the caller; what each
/// means, and an example of its value, is known to its field.
namespace offerkit::authoring::templates {

/// A key of a block. Without a value of its own it shows its field's sample; `remark` replaces what the field means.
struct Line {
    std::string_view key;
    bool active = false;  ///< else it is commented out
    std::string value{};  ///< as TOML
    std::string remark{};
};

/// A table of a file, or its top.
struct Block {
    std::string_view table;  ///< its key at the top of the file; empty: the top itself
    bool active = false;     ///< else all of it is commented out
    std::vector<Line> lines{};
    std::vector<std::string> notes{};  ///< paragraphs above it
};

[[nodiscard]] Line shown(std::string_view key, std::string value = {}, std::string remark = {});
[[nodiscard]] Line hidden(std::string_view key, std::string value = {}, std::string remark = {});

/// The text of a file of the kind that `schema` describes, as it grows. Dates among the samples follow from `today`:
/// the letter came today and asks for an answer in two weeks, and the job begins on a Monday some six weeks later.
class Writer {
public:
    Writer(const model::Schema& schema, calendar::Date today);

    void comment(std::string_view paragraph);
    void gap() { text_ += '\n'; }
    /// The keys of the block are keys of its table.
    void block(const Block& block);

    [[nodiscard]] std::string text() && { return std::move(text_); }

private:
    void key(const model::Field& field, const Line& line, bool active);
    /// What is written, and beside it what it means; above it where too little room is left. A key that is commented
    /// out has its # right before it, and prose a space between.
    void pair(bool active, const std::string& written, const std::string& meaning);
    /// A sample that is a date, as a day of this file.
    [[nodiscard]] std::string dated(std::string_view key, std::string_view sample) const;

    const model::Schema& schema_;
    calendar::Date today_;
    calendar::Date start_;
    std::string text_{};
};

}  // namespace offerkit::authoring::templates
