#include "catch.hpp"

#include <offerkit/calendar/date.hpp>
#include <offerkit/calendar/period.hpp>
#include <offerkit/quantity/currency.hpp>
#include <offerkit/quantity/fraction.hpp>
#include <offerkit/quantity/money.hpp>
#include <offerkit/quantity/price.hpp>
#include <offerkit/quantity/shares.hpp>

namespace Catch {

using namespace offerkit;

std::string StringMaker<calendar::Date>::convert(const calendar::Date& value) { return calendar::to_string(value); }

std::string StringMaker<calendar::Period>::convert(const calendar::Period& value) { return calendar::to_string(value); }

std::string StringMaker<quantity::Currency>::convert(const quantity::Currency& value) {
    return std::string{value.code()};
}

std::string StringMaker<quantity::Fraction>::convert(const quantity::Fraction& value) {
    return quantity::to_ratio(value);
}

std::string StringMaker<quantity::Money>::convert(const quantity::Money& value) {
    return quantity::to_plain(value) + " " + std::string{value.currency().code()};
}

std::string StringMaker<quantity::Price>::convert(const quantity::Price& value) { return quantity::to_plain(value); }

std::string StringMaker<quantity::Shares>::convert(const quantity::Shares& value) {
    return quantity::to_ratio(value.exact());
}

}  // namespace Catch
