#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <offerkit/calendar/date.hpp>
#include <offerkit/file/tree/tree.hpp>
#include <offerkit/model/fields/fields.hpp>

/// What somebody probably meant who wrote a value as letters do, and not as these files. Only what cannot be misread is
/// given; everything else is empty.
namespace offerkit::file::likely {

/// "185_000" for "$185,000", "185k", "USD 185.000,00" or "1.85e5". `fine`: whether three decimals are usual, as in the
/// price of a share; else "185.000" is 185 thousand.
[[nodiscard]] std::string amount(std::string_view text, bool fine = false);
/// The same of "185,000", "185k" or "185k a year", which name no currency.
[[nodiscard]] std::string number(std::string_view text, bool fine = false);
/// The days that "Dec 9, 2026", "9.12.2026" or "2026/12/9" may be: one, or two where day and month could be swapped.
[[nodiscard]] std::vector<calendar::Date> dates(std::string_view text);
/// 12 for "dec" or "december", in small letters; 0 for what is no month.
[[nodiscard]] int month_named(std::string_view word) noexcept;
/// "02-15" for "Feb 15", "15 February" or "2-15".
[[nodiscard]] std::string day_of_year(std::string_view text);
/// "4 years" for "4 yrs", "1 month" for "monthly" or "a month", "18 months" for "1.5 years".
[[nodiscard]] std::string period(std::string_view text);
/// "1 month" for "monthly", in small letters: how often something comes, in a word. Empty for other words.
[[nodiscard]] std::string_view frequency(std::string_view word) noexcept;
/// "15%" for "15 percent" or "15 pct"; "0.15" for "0,15".
[[nodiscard]] std::string rate(std::string_view text);

/// What a text stands for in a file, whatever its key: a date, an amount, a word in quotation marks.
[[nodiscard]] std::string value(std::string_view text);

/// What to write for a field in place of a value that it cannot take, as TOML: `185_000`, `"4 years"`. Several where
/// the value may mean either.
[[nodiscard]] std::vector<std::string> values(const Node& written, const model::Field& field);

/// Text in quotation marks as TOML has it.
[[nodiscard]] std::string quoted(std::string_view text);

}  // namespace offerkit::file::likely
