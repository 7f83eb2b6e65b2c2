#pragma once

// The one place that includes Catch2. Values without a stream operator, such
// as std::optional and std::variant, are printed rather than shown as {?}, and
// so are offerkit's own: a failed check reads "2026-03-01 == 2026-03-02".
#define CATCH_CONFIG_ENABLE_ALL_STRINGMAKERS
#include <catch2/catch.hpp>

#include <string>
#include <utility>

#include <rapidcheck.h>

namespace offerkit::calendar {
class Date;
class Period;
}  // namespace offerkit::calendar

namespace offerkit::quantity {
class Currency;
class Fraction;
class Money;
class Price;
class Shares;
}  // namespace offerkit::quantity

// Declared on forward declarations and defined in string_makers.cpp, so that
// the precompiled header does not change with the library.
namespace Catch {

template <>
struct StringMaker<offerkit::calendar::Date> {
    static std::string convert(const offerkit::calendar::Date& value);
};
template <>
struct StringMaker<offerkit::calendar::Period> {
    static std::string convert(const offerkit::calendar::Period& value);
};
template <>
struct StringMaker<offerkit::quantity::Currency> {
    static std::string convert(const offerkit::quantity::Currency& value);
};
template <>
struct StringMaker<offerkit::quantity::Fraction> {
    static std::string convert(const offerkit::quantity::Fraction& value);
};
template <>
struct StringMaker<offerkit::quantity::Money> {
    static std::string convert(const offerkit::quantity::Money& value);
};
template <>
struct StringMaker<offerkit::quantity::Price> {
    static std::string convert(const offerkit::quantity::Price& value);
};
template <>
struct StringMaker<offerkit::quantity::Shares> {
    static std::string convert(const offerkit::quantity::Shares& value);
};

}  // namespace Catch

namespace support {

// The one way to state a property: fails the test where random cases show that
// it does not hold. By itself rc::check only says so.
template <class Property>
void holds(const std::string& what, Property&& property) {
    CHECK(rc::check(what, std::forward<Property>(property)));
}
template <class Property>
void holds(Property&& property) {
    CHECK(rc::check(std::forward<Property>(property)));
}

}  // namespace support
