#pragma once

#include <concepts>
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <offerkit/report/product/sink.hpp>

namespace offerkit::report {

/// A result as an ordered tree: the JSON contract of a command.
///
/// Objects keep the order in which their members were set, so that the same result always gives the same bytes.
/// Numbers are kept as exact decimal text; money never passes through a binary double on its way out.
///
///     auto doc = Document::object({{"company", "Northwind"}, {"start", nullptr}, {"shares", 1412}});
///     doc.set("salary", Document::number("182000.00"));   // printed 182000
///     doc.set("ranks", Document::array({0.25, 0.75}));
///     std::cout << to_json(doc);
class Document {
public:
    enum class Kind { null, boolean, number, string, array, object };
    struct Member;
    /// A member on its way into an object: its value moves on, where that of a `Member` in a list would be copied with
    /// all that is below it.
    class NewMember;

    Document();  ///< null
    // Written out in the source file, where Member is complete.
    Document(const Document&);
    Document(Document&&) noexcept;
    Document& operator=(const Document&);
    Document& operator=(Document&&) noexcept;
    ~Document();

    Document(std::nullptr_t);
    Document(std::string text);
    Document(std::string_view text);
    Document(const char* text);

    /// Only a real `bool`: without the constraint a pointer would silently become `true`.
    template <std::same_as<bool> B>
    Document(B value) : Document(Truth{value}) {}

    template <std::integral I>
        requires(!std::same_as<I, bool> && !std::same_as<I, char>)
    Document(I value) : Document(Digits{std::to_string(value)}) {}

    /// See `number(double)`.
    Document(double value);

    /// An absent value is null.
    template <class T>
        requires std::constructible_from<Document, const T&>
    Document(const std::optional<T>& value) : Document(value ? Document(*value) : Document()) {}

    static Document null();
    static Document array();
    static Document array(std::initializer_list<Document> elements);
    /// An array whose elements are made one by one when the document is written, so that a million of them never stand
    /// in memory together. `make` is called with 0 to `count` - 1 in order; what it refers to has to outlive the
    /// document. `elements()` does not show them.
    static Document sequence(std::size_t count, std::function<Document(std::size_t)> make);
    static Document object();
    static Document object(std::initializer_list<NewMember> members);

    /// A number from its exact decimal text: optional `-`, digits, optionally `.` and digits; no exponent. Zeros that
    /// end the fraction are dropped (`170.50` is `170.5`, `182000.00` is `182000`) and `-0` is `0`. Any other text is a
    /// programmer error.
    static Document number(std::string_view exact);

    /// A computed number to the twelve digits that it carries, without an exponent: what lies behind them is noise of
    /// binary fractions, and what is nearer to 0 than 1e-12 is 0. JSON has no infinity: null.
    static Document number(double value);

    /// Sets a member of an object: a new key goes last, an existing one keeps its place. A null document becomes an
    /// object; anything else is a programmer error.
    Document& set(std::string_view key, Document value) &;
    Document&& set(std::string_view key, Document value) &&;

    /// Sets every member of another object, as `set` would.
    Document& merge(Document object) &;

    /// Appends an element to an array. A null document becomes an array; anything else is a programmer error.
    Document& push(Document element) &;
    Document&& push(Document element) &&;

    [[nodiscard]] Kind kind() const { return kind_; }
    [[nodiscard]] bool is_null() const { return kind_ == Kind::null; }

    /// The text of a string, the digits of a number, `true` or `false`; empty for the others.
    [[nodiscard]] const std::string& text() const { return text_; }

    /// The elements of an array; empty for the others.
    [[nodiscard]] const std::vector<Document>& elements() const { return elements_; }

    /// How many elements an array has, those of a sequence included, and one of them, counted from 0.
    [[nodiscard]] std::size_t element_count() const;
    [[nodiscard]] Document element(std::size_t index) const;

    /// The members of an object in order; empty for the others.
    [[nodiscard]] const std::vector<Member>& members() const { return members_; }

    /// The value of a key, or nullptr where there is none or this is not an object.
    [[nodiscard]] const Document* find(std::string_view key) const;

    friend bool operator==(const Document&, const Document&);

private:
    struct Truth {
        bool value;
    };
    struct Digits {
        std::string text;
    };
    explicit Document(Truth truth);
    explicit Document(Digits digits);

    struct Sequence;

    Kind kind_ = Kind::null;
    std::shared_ptr<const Sequence> sequence_;
    std::string text_;
    std::vector<Document> elements_;
    std::vector<Member> members_;
};

struct Document::Member {
    std::string key;
    Document value;
    friend bool operator==(const Member&, const Member&) = default;
};

class Document::NewMember {
public:
    NewMember(std::string_view key, Document value) : key_(key), value_(std::move(value)) {}

private:
    friend class Document;

    std::string_view key_;
    mutable Document value_;  // elements of an initializer list are const
};

/// The document as JSON: UTF-8, two spaces a level, one element a line, a newline at the end. Control characters and
/// the two Unicode line separators are escaped; bytes that are not UTF-8 become U+FFFD. Always the same bytes for the
/// same tree.
[[nodiscard]] std::string to_json(const Document& document);

/// The same piece by piece, as it is made.
void write_json(const Document& document, const Sink& sink);

}  // namespace offerkit::report
