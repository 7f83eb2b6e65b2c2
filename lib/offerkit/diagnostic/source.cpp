#include <offerkit/diagnostic/source.hpp>

#include <algorithm>

#include <offerkit/contract.hpp>
#include <offerkit/diagnostic/utf8.hpp>

namespace offerkit::diagnostic {

namespace {

constexpr std::size_t code_points_a_mark = 256;

}  // namespace

Source::Source(std::string name, std::string text) : name_{std::move(name)}, text_{std::move(text)}, starts_{Place{}} {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text_.starts_with(byte_order_mark)) {
        text_.erase(0, byte_order_mark.size());
    }
    std::size_t code_points = 0;
    for (std::size_t i = 0; i < text_.size(); ++i) {
        if (!utf8::begins_character(text_[i])) {
            continue;
        }
        if (code_points % code_points_a_mark == 0) {
            marks_.push_back(i);
        }
        ++code_points;
        if (text_[i] == '\n') {
            starts_.push_back({i + 1, code_points});
        }
    }
    if (code_points == text_.size()) {
        marks_ = {};
    }
}

std::string_view Source::line(std::uint32_t number) const noexcept {
    if (number == 0 || number > starts_.size()) {
        return {};
    }
    const std::size_t begin = starts_[number - 1].byte;
    std::size_t end = number < starts_.size() ? starts_[number].byte - 1 : text_.size();
    while (end > begin && text_[end - 1] == '\r') {
        --end;
    }
    return std::string_view{text_}.substr(begin, end - begin);
}

std::size_t Source::offset_of(std::uint32_t line, std::uint32_t column) const noexcept {
    if (line == 0 || line > starts_.size()) {
        return text_.size();
    }
    const std::size_t code_point = starts_[line - 1].code_point + (column > 0 ? column - 1 : 0);
    if (marks_.empty()) {
        return std::min(code_point, text_.size());
    }
    const std::size_t mark = code_point / code_points_a_mark;
    if (mark >= marks_.size()) {
        return text_.size();
    }
    std::size_t offset = marks_[mark];
    for (std::size_t left = code_point % code_points_a_mark; left > 0 && offset < text_.size(); --left) {
        ++offset;
        while (offset < text_.size() && !utf8::begins_character(text_[offset])) {
            ++offset;
        }
    }
    return offset;
}

std::string_view Source::slice(std::uint32_t line, std::uint32_t column, std::uint32_t end_line,
                               std::uint32_t end_column) const noexcept {
    const std::size_t begin = offset_of(line, column);
    const std::size_t end = offset_of(end_line, end_column);
    return begin < end ? std::string_view{text_}.substr(begin, end - begin) : std::string_view{};
}

SourceId Sources::add(std::string name, std::string text) {
    sources_.emplace_back(std::move(name), std::move(text));
    return static_cast<SourceId>(sources_.size() - 1);
}

const Source& Sources::operator[](SourceId id) const noexcept {
    expects(id < sources_.size());
    return sources_[id];
}

}  // namespace offerkit::diagnostic
