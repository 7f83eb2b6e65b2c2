#include <offerkit/report/product/datum.hpp>

#include <cmath>

namespace offerkit::report {
namespace {

/// The plain text of each type of value.
struct Plain {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const Datum::Digits& digits) const { return digits.text; }
    std::string operator()(std::int64_t count) const { return std::to_string(count); }
    std::string operator()(double estimate) const { return Document::number(estimate).text(); }
    std::string operator()(calendar::Date date) const { return to_string(date); }
    template <class Exact>
    std::string operator()(const Exact& value) const {
        return document_of(value).text();
    }
};

}  // namespace

Datum::Datum(double estimate) {
    if (std::isfinite(estimate)) {
        held_ = estimate;
    }
}

Datum Datum::number(std::string_view exact) {
    Datum datum;
    datum.held_ = Digits{Document::number(exact).text()};
    return datum;
}

bool Datum::is_number() const {
    switch (kind()) {
        case Kind::empty:
        case Kind::text:
        case Kind::date: return false;
        default: return true;
    }
}

std::string Datum::plain() const { return std::visit(Plain{}, held_); }

Document document_of(quantity::Money amount) { return Document::number(to_plain(amount)); }
Document document_of(const quantity::Price& price) { return Document::number(to_plain(price)); }
Document document_of(const quantity::Fraction& number) {
    const std::string text = to_decimal(number);
    return quantity::parse_decimal(text) == number ? Document::number(text) : Document::number(number.approximate());
}
Document document_of(quantity::Shares shares) { return Document::number(to_decimal(shares.exact())); }
Document document_of(calendar::Date date) { return to_string(date); }

Document text_or_null(std::string_view text) { return text.empty() ? Document::null() : Document(text); }

}  // namespace offerkit::report
