#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <cli/dialogue/dialogue.hpp>
#include <offerkit/calendar/date.hpp>
#include <offerkit/quantity/currency.hpp>

/// What a letter says in plain words, as keys of an offer file. Nothing is guessed: what could mean two things is
/// misunderstood, and the help says how to write it.
namespace offerkit::cli::letter_words {

/// A key of a table of the offer file and its value as TOML.
struct KeyValue {
    std::string key;
    std::string value;
};

/// Which day is meant where the year is left out: the first on or after today, or the last on or before it.
enum class Nearest { next, last };
/// "2026-12-09", "Dec 9", "9 December 2026", "December 9th, 2026", "today".
[[nodiscard]] Understood<calendar::Date> day(const std::string& answer, calendar::Date today, Nearest nearest);

/// "$185k", "8,500 a month", "95 an hour", "650 a day": keys of `[base]`.
[[nodiscard]] Understood<KeyValue> base_pay(const std::string& answer, quantity::Currency currency);
/// "15%" or "$20k": a key of `[bonus]`.
[[nodiscard]] Understood<KeyValue> bonus(const std::string& answer, quantity::Currency currency);

/// What is granted: money that becomes shares, a number of shares or options, or a part of the company.
struct Equity {
    std::vector<KeyValue> keys{};  ///< of `[[grant]]`: `value`, `quantity` or `ownership`, and `strike`
    bool options = false;
};
/// "$240k", "1,400 RSUs", "20,000 options at $1.35", "0.5%".
[[nodiscard]] Understood<Equity> equity(const std::string& answer, quantity::Currency currency);

/// The price of one share: "170", "$1.355".
[[nodiscard]] Understood<std::string> price(const std::string& answer, quantity::Currency currency);
/// "1 year", "twelve months", "90 days": a period as it is written into a file.
[[nodiscard]] Understood<std::string> period(const std::string& answer);

}  // namespace offerkit::cli::letter_words
