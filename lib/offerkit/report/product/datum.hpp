#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <offerkit/calendar/date.hpp>
#include <offerkit/quantity/fraction.hpp>
#include <offerkit/quantity/money.hpp>
#include <offerkit/quantity/price.hpp>
#include <offerkit/quantity/shares.hpp>
#include <offerkit/report/product/document.hpp>

/// What a cell of a table holds: a value that knows its type, so that each format writes it in its own way. CSV writes
/// the exact decimal, a page groups the digits, and a spreadsheet can keep the number and choose a format for it.
///
/// Beside it are the helpers that turn values into parts of a document: `document_of`, `array_of`, `text_or_null`.
namespace offerkit::report {

/// One typed value, or none: the value does not exist or does not apply.
///
///     Datum(offer.total)           // money
///     Datum(tie.price)             // std::optional: empty where there is no price
///     Datum(0.731)                 // a computed estimate: twelve digits
class Datum {
public:
    /// A number that is only known as its exact decimal text.
    struct Digits {
        std::string text;
        friend bool operator==(const Digits&, const Digits&) = default;
    };
    using Held = std::variant<std::monostate, std::string, Digits, quantity::Money, quantity::Price, quantity::Shares,
                              quantity::Fraction, std::int64_t, double, calendar::Date>;
    /// The alternatives of `Held`, in the same order.
    enum class Kind { empty, text, number, money, price, shares, rate, count, estimate, date };

    Datum() = default;
    Datum(std::string text) : held_(std::move(text)) {}
    Datum(std::string_view text) : held_(std::string(text)) {}
    Datum(const char* text) : held_(std::string(text)) {}
    Datum(quantity::Money amount) : held_(amount) {}
    Datum(const quantity::Price& price) : held_(price) {}
    Datum(quantity::Shares shares) : held_(shares) {}
    /// A rate, a ratio or another exact number.
    Datum(const quantity::Fraction& rate) : held_(rate) {}
    /// An estimate. What is not finite is empty.
    Datum(double estimate);
    Datum(calendar::Date date) : held_(date) {}
    template <std::integral Count>
        requires(!std::same_as<Count, bool> && !std::same_as<Count, char>)
    Datum(Count count) : held_(static_cast<std::int64_t>(count)) {}
    template <class T>
        requires std::constructible_from<Datum, const T&>
    Datum(const std::optional<T>& value) : Datum(value ? Datum(*value) : Datum()) {}

    static Datum empty() { return {}; }
    /// A number from its exact decimal text, under the rules of `Document::number`.
    static Datum number(std::string_view exact);
    static Datum number(long long whole) { return {whole}; }

    [[nodiscard]] Kind kind() const { return static_cast<Kind>(held_.index()); }
    [[nodiscard]] bool is_empty() const { return kind() == Kind::empty; }
    /// A number of any type: neither empty, nor a text, nor a date.
    [[nodiscard]] bool is_number() const;
    /// A number that is exactly zero.
    [[nodiscard]] bool is_zero() const { return is_number() && plain() == "0"; }
    [[nodiscard]] const Held& held() const { return held_; }

    /// The value as a program reads it: `182000`, never `$182,000`; empty where there is none.
    [[nodiscard]] std::string plain() const;

    friend bool operator==(const Datum&, const Datum&) = default;

private:
    Held held_{};
};

[[nodiscard]] Document document_of(quantity::Money amount);
[[nodiscard]] Document document_of(const quantity::Price& price);
/// A rate or a ratio: exact where it ends within ten decimals, else to twelve digits.
[[nodiscard]] Document document_of(const quantity::Fraction& number);
/// Shares to ten decimals. Where they are fractions, documents give the exact ratio in a second member.
[[nodiscard]] Document document_of(quantity::Shares shares);
[[nodiscard]] Document document_of(calendar::Date date);

/// Null where there is no value.
template <class T>
[[nodiscard]] Document document_of(const std::optional<T>& value) {
    if (!value) {
        return Document::null();
    }
    if constexpr (std::constructible_from<Document, const T&>) {
        return Document(*value);
    } else {
        return document_of(*value);
    }
}

/// The text as a string; null where it is empty.
[[nodiscard]] Document text_or_null(std::string_view text);

/// An array of what `make` returns for each element of `range`, in order.
template <class Range, class Make>
[[nodiscard]] Document array_of(const Range& range, Make make) {
    Document all = Document::array();
    for (const auto& each : range) {
        all.push(make(each));
    }
    return all;
}

/// An array of the elements of `range` themselves.
template <class Range>
[[nodiscard]] Document array_of(const Range& range) {
    return array_of(range, [](const auto& each) {
        if constexpr (std::constructible_from<Document, decltype(each)>) {
            return Document(each);
        } else {
            return document_of(each);
        }
    });
}

}  // namespace offerkit::report
