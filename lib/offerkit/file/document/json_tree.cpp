// The only file of the library that knows nlohmann-json: it turns a text into our own tree, and its exceptions into
// values.

#include <offerkit/diagnostic/utf8.hpp>
#include <offerkit/file/document/json_tree.hpp>

#include <algorithm>
#include <cstddef>
#include <exception>
#include <iterator>
#include <memory>
#include <unordered_map>
#include <utility>

#include <nlohmann/json.hpp>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/file/document/document.hpp>
#include <offerkit/file/tree/tree.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::Diagnostics;
using diagnostic::Span;

/// Lines and columns of byte offsets. Asked in rising order, as a parser does, each byte is looked at once.
class Places {
public:
    Places(std::string_view text, diagnostic::SourceId source) : text_{text}, source_{source} {}

    [[nodiscard]] Span at(std::size_t begin, std::size_t end) {
        if (begin < offset_) {
            offset_ = 0;
            line_ = 1;
            column_ = 1;
        }
        for (; offset_ < begin && offset_ < text_.size(); ++offset_) {
            if (text_[offset_] == '\n') {
                ++line_;
                column_ = 1;
            } else if (diagnostic::utf8::begins_character(text_[offset_])) {
                ++column_;
            }
        }
        const auto length = static_cast<std::uint32_t>(
            std::count_if(text_.begin() + static_cast<std::ptrdiff_t>(std::min(begin, text_.size())),
                          text_.begin() + static_cast<std::ptrdiff_t>(std::min(end, text_.size())),
                          diagnostic::utf8::begins_character));
        return {source_, line_, column_, std::max(length, 1U)};
    }

private:
    std::string_view text_;
    diagnostic::SourceId source_;
    std::size_t offset_ = 0;
    std::uint32_t line_ = 1;
    std::uint32_t column_ = 1;
};

/// Walks over the text for the parser and tells how far it has come: that is where the value it just read ends.
class Walker {
public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    Walker(const char* at, const char** reached) : at_{at}, reached_{reached} {}

    reference operator*() const noexcept { return *at_; }
    Walker& operator++() noexcept {
        ++at_;
        *reached_ = at_;
        return *this;
    }
    Walker operator++(int) noexcept {
        Walker before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const Walker& a, const Walker& b) noexcept { return a.at_ == b.at_; }

private:
    const char* at_;
    const char** reached_;
};

bool is_number_character(char c) noexcept {
    return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.' || c == 'e' || c == 'E';
}

/// Builds the tree from what the parser says of one value after another.
class Builder : public nlohmann::json_sax<nlohmann::json> {
public:
    Builder(std::string_view text, diagnostic::SourceId source, const char* const& reached, Diagnostics& diagnostics)
        : text_{text}, reached_{reached}, diagnostics_{diagnostics}, places_{text, source} {}

    [[nodiscard]] Json take() && { return std::move(root_); }
    [[nodiscard]] bool sound() const noexcept { return sound_; }

    bool null() override { return literal(Json::Kind::null, 4); }
    bool boolean(bool value) override { return literal(Json::Kind::boolean, value ? 4 : 5); }
    bool number_integer(number_integer_t) override { return number(); }
    bool number_unsigned(number_unsigned_t) override { return number(); }
    bool number_float(number_float_t, const string_t&) override { return number(); }

    bool string(string_t& value) override {
        const auto [begin, end] = quoted();
        put(Json::Kind::text, std::move(value), places_.at(begin, end));
        return true;
    }
    bool binary(binary_t&) override { return false; }  // of formats that JSON text has not

    bool start_object(std::size_t) override { return open(Json::Kind::object); }
    bool start_array(std::size_t) override { return open(Json::Kind::list); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& value) override {
        const auto [begin, end] = quoted();
        const Span span = places_.at(begin, end);
        Open& object = open_.back();
        const auto [same, added] = object.keys.emplace(value, span);
        if (!added) {
            diagnostics_.error(codes::duplicate_key, span,
                               diagnostic::formatted("`{}` is written twice in one object", value),
                               "keep the one that holds, and take the other out",
                               diagnostic::Related{same->second, "the first one stands here"});
            sound_ = false;
        }
        object.value->members.push_back({std::move(value), span, Json{}});
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        // The parser counts bytes from 1, the one it stumbled over included.
        const std::size_t at = std::min(position == 0 ? 0 : position - 1, text_.size());
        const bool over = at >= text_.size();
        diagnostics_.error(
            codes::json_syntax, places_.at(at, at + 1),
            over ? "the JSON ends before everything that was opened is closed" : "this is not valid JSON from here on",
            over ? "the file may have been cut off: export it again"
                 : "JSON wants double quotes around names and texts, commas between values, none after "
                   "the last, and no comments");
        return false;
    }

private:
    [[nodiscard]] std::size_t reached() const noexcept { return static_cast<std::size_t>(reached_ - text_.data()); }

    /// From the opening to past the closing quote of the text just read: inside it every quote has a backslash.
    [[nodiscard]] std::pair<std::size_t, std::size_t> quoted() const noexcept {
        const std::size_t end = reached();
        std::size_t begin = end - 1;
        for (bool found = false; !found && begin > 0;) {
            --begin;
            if (text_[begin] != '"') {
                continue;
            }
            std::size_t backslashes = 0;
            while (begin > backslashes && text_[begin - 1 - backslashes] == '\\') {
                ++backslashes;
            }
            found = backslashes % 2 == 0;
        }
        return {begin, end};
    }

    bool number() {
        // To know that a number is over, the parser has read one character more, but at the end of the text.
        std::size_t end = reached();
        if (end > 0 && !is_number_character(text_[end - 1])) {
            --end;
        }
        std::size_t begin = end;
        while (begin > 0 && is_number_character(text_[begin - 1])) {
            --begin;
        }
        put(Json::Kind::number, std::string{text_.substr(begin, end - begin)}, places_.at(begin, end));
        return true;
    }

    bool literal(Json::Kind kind, std::size_t length) {
        const std::size_t end = reached();
        put(kind, std::string{text_.substr(end - length, length)}, places_.at(end - length, end));
        return true;
    }

    bool open(Json::Kind kind) {
        const Span span = places_.at(reached() - 1, reached());
        if (open_.size() >= static_cast<std::size_t>(most_nesting)) {
            diagnostics_.error(codes::too_deep, span, "this is nested over 64 deep",
                               "Open Cap Format needs no more than ten levels");
            return false;
        }
        open_.push_back({put(kind, {}, span), {}});
        return true;
    }

    bool close() {
        open_.pop_back();
        return true;
    }

    /// Puts a value where the parser is, and gives its place in the tree. That of an open list or object stays until it
    /// is closed: nothing is added beside it before.
    Json* put(Json::Kind kind, std::string text, Span span) {
        Json value;
        value.kind = kind;
        value.text = std::move(text);
        value.span = span;
        if (open_.empty()) {
            root_ = std::move(value);
            return &root_;
        }
        Json& owner = *open_.back().value;
        if (owner.kind == Json::Kind::object) {
            owner.members.back().value = std::move(value);
            return &owner.members.back().value;
        }
        owner.items.push_back(std::move(value));
        return &owner.items.back();
    }

    /// A list or an object that is not closed yet, and where each of its keys stands.
    struct Open {
        Json* value = nullptr;
        std::unordered_map<std::string, Span> keys{};
    };

    std::string_view text_;
    const char* const& reached_;
    Diagnostics& diagnostics_;
    Places places_;
    Json root_{};
    std::vector<Open> open_{};
    bool sound_ = true;
};

}  // namespace

const Json* Json::find(std::string_view key) const noexcept {
    const auto found =
        std::find_if(members.begin(), members.end(), [&](const JsonMember& member) { return member.key == key; });
    return found == members.end() || found->value.kind == Kind::null ? nullptr : &found->value;
}

std::string_view described(Json::Kind kind) noexcept {
    switch (kind) {
        case Json::Kind::null: return "null";
        case Json::Kind::boolean: return "true or false";
        case Json::Kind::number: return "a number";
        case Json::Kind::text: return "text";
        case Json::Kind::list: return "a list";
        case Json::Kind::object: return "an object";
    }
    return "null";
}

std::optional<Json> read_json(std::string name, std::string text, diagnostic::Sources& sources,
                              Diagnostics& diagnostics) {
    if (text.size() > most_bytes) {
        const auto id = sources.add(std::move(name), {});
        diagnostics.error(codes::file_too_large, {id, 0, 0, 0}, "the file is larger than 8 MiB",
                          "give only the files that hold your own grants and their vesting terms");
        return std::nullopt;
    }
    const auto id = sources.add(std::move(name), std::move(text));
    const std::string_view kept = sources[id].text();
    if (const std::size_t bad = diagnostic::utf8::first_invalid(kept); bad != std::string::npos) {
        Places places{kept, id};
        diagnostics.error(codes::invalid_utf8, places.at(bad, bad + 1), "a byte here is not UTF-8",
                          "export the file again, or save it as UTF-8");
        return std::nullopt;
    }
    const char* const begin = std::to_address(kept.begin());
    const char* const end = std::to_address(kept.end());
    const char* reached = begin;
    try {
        Builder builder{kept, id, reached, diagnostics};
        const bool read = nlohmann::json::sax_parse(Walker{begin, &reached}, Walker{end, &reached}, &builder);
        if (!read || !builder.sound()) {
            return std::nullopt;
        }
        return std::move(builder).take();
    } catch (const std::exception& error) {
        diagnostics.error(codes::json_syntax, {id, 1, 1, 1}, std::string{"this JSON cannot be read: "} + error.what(),
                          "export the file again");
        return std::nullopt;
    }
}

}  // namespace offerkit::file
