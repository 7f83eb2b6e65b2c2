#include <offerkit/report/product/document.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include <offerkit/contract.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/report/product/json_line.hpp>

namespace offerkit::report {
namespace {

using diagnostic::is_digit;

/// A double carries fifteen digits or more, and a chain of computations some of them less.
constexpr int digits_told = 12;
constexpr double smallest_told = 1e-12;

/// `-0012.500` is refused, `-12.500` becomes `-12.5`.
std::string canonical_number(std::string_view exact) {
    std::string_view rest = exact;
    const bool negative = rest.starts_with('-');
    rest.remove_prefix(negative ? 1 : 0);
    const std::size_t point = rest.find('.');
    const std::string_view whole = rest.substr(0, point);
    std::string_view fraction = point == std::string_view::npos ? std::string_view() : rest.substr(point + 1);
    expects(!whole.empty() && std::all_of(whole.begin(), whole.end(), is_digit));
    expects(whole.size() == 1 || whole.front() != '0');
    expects(point == std::string_view::npos || !fraction.empty());
    expects(std::all_of(fraction.begin(), fraction.end(), is_digit));
    while (fraction.ends_with('0')) {
        fraction.remove_suffix(1);
    }
    std::string out(whole);
    if (!fraction.empty()) {
        out += '.';
        out += fraction;
    }
    return negative && out != "0" ? "-" + out : out;
}

/// Most text: ASCII with nothing to escape.
bool stands_for_itself(char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; }

void append_string(std::string& out, std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    if (std::all_of(text.begin(), text.end(), stands_for_itself)) {
        out += '"';
        out += text;
        out += '"';
        return;
    }
    const std::string valid = diagnostic::valid_utf8(text);
    out += '"';
    for (std::size_t i = 0; i < valid.size(); ++i) {
        const char c = valid[i];
        const auto byte = static_cast<unsigned char>(c);
        switch (c) {
            case '"': out += "\\\""; continue;
            case '\\': out += "\\\\"; continue;
            case '\b': out += "\\b"; continue;
            case '\f': out += "\\f"; continue;
            case '\n': out += "\\n"; continue;
            case '\r': out += "\\r"; continue;
            case '\t': out += "\\t"; continue;
            default: break;
        }
        const std::string_view rest = std::string_view(valid).substr(i);
        if (byte < 0x20 || byte == 0x7F) {
            out += "\\u00";
            out += hex[byte >> 4U];
            out += hex[byte & 0xFU];
        } else if (byte == 0xC2 && static_cast<unsigned char>(rest[1]) < 0xA0) {
            // C1 controls: a document that is looked at in a terminal must not be able to drive it.
            const auto code = static_cast<unsigned char>(rest[1]);
            out += "\\u00";
            out += hex[code >> 4U];
            out += hex[code & 0xFU];
            i += 1;
        } else if (rest.starts_with("\u2028") || rest.starts_with("\u2029")) {
            // Legal in JSON, yet a line's end to JavaScript and to many editors.
            out += rest.starts_with("\u2028") ? "\\u2028" : "\\u2029";
            i += 2;
        } else {
            out += c;
        }
    }
    out += '"';
}

/// Writes a tree in pieces of some size, until nobody takes them any more.
class JsonWriter {
public:
    explicit JsonWriter(const Sink& sink) : sink_(sink) {}

    void write(const Document& document) {
        append(document, 0);
        out_ += '\n';
        flush();
    }

private:
    void flush() {
        wanted_ = wanted_ && sink_(out_);
        out_.clear();
    }

    void append_line(std::size_t depth) {
        constexpr std::size_t piece = std::size_t{1} << 16U;
        if (out_.size() >= piece) {
            flush();
        }
        out_ += '\n';
        out_.append(2 * depth, ' ');
    }

    void append(const Document& document, std::size_t depth) {
        switch (document.kind()) {
            case Document::Kind::null: out_ += "null"; return;
            case Document::Kind::boolean:
            case Document::Kind::number: out_ += document.text(); return;
            case Document::Kind::string: append_string(out_, document.text()); return;
            case Document::Kind::array: append_array(document, depth); return;
            case Document::Kind::object: append_object(document, depth); return;
        }
    }

    void append_array(const Document& document, std::size_t depth) {
        const std::size_t count = document.element_count();
        if (count == 0) {
            out_ += "[]";
            return;
        }
        const bool made = document.elements().empty();
        for (std::size_t i = 0; i < count && wanted_; ++i) {
            out_ += i == 0 ? '[' : ',';
            append_line(depth + 1);
            if (made) {
                append(document.element(i), depth + 1);
            } else {
                append(document.elements()[i], depth + 1);
            }
        }
        append_line(depth);
        out_ += ']';
    }

    void append_object(const Document& document, std::size_t depth) {
        if (document.members().empty()) {
            out_ += "{}";
            return;
        }
        char before = '{';
        for (const auto& member : document.members()) {
            out_ += before;
            append_line(depth + 1);
            append_string(out_, member.key);
            out_ += ": ";
            append(member.value, depth + 1);
            before = ',';
        }
        append_line(depth);
        out_ += '}';
    }

    const Sink& sink_;
    std::string out_{};
    bool wanted_ = true;
};

void append_line_of(std::string& out, const Document& document) {
    switch (document.kind()) {
        case Document::Kind::null: out += "null"; return;
        case Document::Kind::boolean:
        case Document::Kind::number: out += document.text(); return;
        case Document::Kind::string: append_string(out, document.text()); return;
        case Document::Kind::array:
            out += '[';
            for (std::size_t i = 0; i < document.element_count(); ++i) {
                out += i == 0 ? "" : ",";
                append_line_of(out, document.elements().empty() ? document.element(i) : document.elements()[i]);
            }
            out += ']';
            return;
        case Document::Kind::object:
            out += '{';
            for (const auto& member : document.members()) {
                out += &member == document.members().data() ? "" : ",";
                append_string(out, member.key);
                out += ':';
                append_line_of(out, member.value);
            }
            out += '}';
            return;
    }
}

}  // namespace

struct Document::Sequence {
    std::size_t count = 0;
    std::function<Document(std::size_t)> make;
};

Document::Document() = default;
Document::Document(const Document&) = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(const Document&) = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;
Document::Document(std::nullptr_t) {}
Document::Document(std::string text) : kind_(Kind::string), text_(std::move(text)) {}
Document::Document(std::string_view text) : Document(std::string(text)) {}
Document::Document(const char* text) : Document(std::string(text)) {}
Document::Document(double value) : Document(number(value)) {}
Document::Document(Truth truth) : kind_(Kind::boolean), text_(truth.value ? "true" : "false") {}
Document::Document(Digits digits) : kind_(Kind::number), text_(std::move(digits.text)) {}

Document Document::null() { return {}; }

Document Document::array() { return array({}); }

Document Document::array(std::initializer_list<Document> elements) {
    Document document;
    document.kind_ = Kind::array;
    document.elements_ = elements;
    return document;
}

Document Document::sequence(std::size_t count, std::function<Document(std::size_t)> make) {
    Document document = array();
    document.sequence_ = std::make_shared<const Sequence>(Sequence{count, std::move(make)});
    return document;
}

std::size_t Document::element_count() const { return sequence_ ? sequence_->count : elements_.size(); }

Document Document::element(std::size_t index) const {
    expects(index < element_count());
    return sequence_ ? sequence_->make(index) : elements_[index];
}

Document Document::object() { return object({}); }

Document Document::object(std::initializer_list<NewMember> members) {
    Document document;
    document.kind_ = Kind::object;
    document.members_.reserve(members.size());
    for (const auto& member : members) {
        document.set(member.key_, std::move(member.value_));
    }
    return document;
}

Document Document::number(std::string_view exact) { return Document(Digits{canonical_number(exact)}); }

Document Document::number(double value) {
    if (!std::isfinite(value)) {
        return {};
    }
    if (std::fabs(value) < smallest_told) {
        return number(std::string_view{"0"});
    }
    // The longest fixed form of a double has 1 sign, 309 digits or "0." with 324 zeros and 17 digits.
    std::array<char, 400> buffer{};
    auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific,
                             digits_told - 1);
    expects(end.ec == std::errc());
    double rounded = 0;
    const auto read = std::from_chars(buffer.data(), end.ptr, rounded);
    expects(read.ec == std::errc());
    end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded, std::chars_format::fixed);
    expects(end.ec == std::errc());
    return number(std::string_view(buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data())));
}

Document& Document::set(std::string_view key, Document value) & {
    expects(kind_ == Kind::object || kind_ == Kind::null);
    kind_ = Kind::object;
    const auto same = std::find_if(members_.begin(), members_.end(), [&](const Member& m) { return m.key == key; });
    if (same != members_.end()) {
        same->value = std::move(value);
    } else {
        members_.push_back({std::string(key), std::move(value)});
    }
    return *this;
}

Document&& Document::set(std::string_view key, Document value) && {
    set(key, std::move(value));
    return std::move(*this);
}

Document& Document::merge(Document object) & {
    expects(object.kind_ == Kind::object);
    members_.reserve(members_.size() + object.members_.size());
    for (auto& member : object.members_) {
        set(member.key, std::move(member.value));
    }
    return *this;
}

Document& Document::push(Document element) & {
    expects((kind_ == Kind::array && !sequence_) || kind_ == Kind::null);
    kind_ = Kind::array;
    elements_.push_back(std::move(element));
    return *this;
}

Document&& Document::push(Document element) && {
    push(std::move(element));
    return std::move(*this);
}

const Document* Document::find(std::string_view key) const {
    const auto found = std::find_if(members_.begin(), members_.end(), [&](const Member& m) { return m.key == key; });
    return found == members_.end() ? nullptr : &found->value;
}

bool operator==(const Document& a, const Document& b) {
    return a.kind_ == b.kind_ && a.text_ == b.text_ && a.elements_ == b.elements_ && a.members_ == b.members_ &&
           a.sequence_ == b.sequence_;
}

JsonLine& JsonLine::add(std::string_view key, const Document& value) {
    text_ += text_.empty() ? '{' : ',';
    append_string(text_, key);
    text_ += ':';
    append_line_of(text_, value);
    return *this;
}

std::string JsonLine::finished() && {
    text_ += text_.empty() ? "{}\n" : "}\n";
    return std::move(text_);
}

void write_json(const Document& document, const Sink& sink) { JsonWriter(sink).write(document); }

std::string to_json(const Document& document) {
    std::string all;
    write_json(document, [&](std::string_view piece) {
        all += piece;
        return true;
    });
    return all;
}

}  // namespace offerkit::report
