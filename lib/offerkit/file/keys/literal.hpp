#pragma once

#include <cstdint>
#include <string>

#include <offerkit/calendar/date.hpp>
#include <offerkit/calendar/period.hpp>
#include <offerkit/calendar/vest_day.hpp>
#include <offerkit/diagnostic/diagnostic.hpp>
#include <offerkit/file/tree/tree.hpp>
#include <offerkit/model/fields/fields.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/quantity/currency.hpp>
#include <offerkit/quantity/money.hpp>
#include <offerkit/quantity/price.hpp>
#include <offerkit/result.hpp>

/// What a literal means for its key. Numbers are read from their digits, exactly.
namespace offerkit::file::literal {

/// Why a literal cannot be read, with the key named and what to write instead.
struct Fault {
    diagnostic::Code code;
    std::string message;
    std::string help{};
};

template <class T>
using Read = Result<T, Fault>;

[[nodiscard]] Read<quantity::Money> money(const Node& node, const model::Field& field, quantity::Currency currency);
[[nodiscard]] Read<quantity::Price> price(const Node& node, const model::Field& field, quantity::Currency currency);
/// A rate, a growth rate or a share, as the field accepts: "15%", "1/3", "0.15" or 0.15.
[[nodiscard]] Read<quantity::Rate> rate(const Node& node, const model::Field& field);
[[nodiscard]] Read<quantity::Number> number(const Node& node, const model::Field& field);
[[nodiscard]] Read<std::int64_t> count(const Node& node, const model::Field& field);
[[nodiscard]] Read<calendar::Date> date(const Node& node, const model::Field& field);
[[nodiscard]] Read<calendar::Period> period(const Node& node, const model::Field& field);
/// The same, with whether it is written in weeks.
[[nodiscard]] Read<model::PaidTime> paid_time(const Node& node, const model::Field& field);
[[nodiscard]] Read<calendar::DayOfYear> day_of_year(const Node& node, const model::Field& field);
[[nodiscard]] Read<calendar::VestDay> vest_day(const Node& node, const model::Field& field);
[[nodiscard]] Read<std::string> text(const Node& node, const model::Field& field);
[[nodiscard]] Read<bool> boolean(const Node& node, const model::Field& field);
[[nodiscard]] Read<quantity::Currency> currency(const Node& node, const model::Field& field);
/// The position of the word among the field's choices.
[[nodiscard]] Read<std::size_t> choice(const Node& node, const model::Field& field);

/// Whether one of the kinds that a field accepts can be read from a node; lists and tables are not looked into.
[[nodiscard]] bool fits(const Node& node, const model::Field& field);

/// The fault of a value of another kind than the field takes: "`salary` takes an amount, not text".
[[nodiscard]] Fault wrong_kind(const Node& node, const model::Field& field);

/// The default of a field as the node that a person would have written.
[[nodiscard]] Node fallback_node(const model::Field& field, diagnostic::Span at);

}  // namespace offerkit::file::literal
