#include <offerkit/file/keys/likely.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include <offerkit/calendar/period.hpp>
#include <offerkit/calendar/vest_day.hpp>
#include <offerkit/file/keys/likely_text.hpp>
#include <offerkit/quantity/fraction.hpp>

namespace offerkit::file::likely {

namespace {

using calendar::Date;
using model::Accepts;
using model::Field;
using quantity::Fraction;

bool takes(const Field& field, Accepts one) noexcept { return model::accepts(field.accepts, one); }

bool takes_amount(const Field& field) noexcept {
    return takes(field, Accepts::money) || takes(field, Accepts::stock_money) || takes(field, Accepts::price) ||
           takes(field, Accepts::number) || takes(field, Accepts::count);
}

std::string truth(std::string_view text) {
    const std::string word = lowered(text);
    return word == "yes" || word == "true" || word == "y" ? "true" : word == "no" || word == "false" ? "false" : "";
}

/// A day of the year as `day_of_year` reads it, or a weekday of a month but for its capital letters. Empty for any
/// other weekday, because the number beside it is not the day of the month.
std::string vest_day(std::string_view text) {
    constexpr std::array<std::string_view, 7> weekdays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    const std::string plain = lowered(trimmed(text));
    if (text.size() > longest) {
        return {};
    }
    if (calendar::parse_vest_day(plain)) {
        return plain;
    }
    const bool names_weekday = std::any_of(weekdays.begin(), weekdays.end(), [&](std::string_view weekday) {
        return plain.find(weekday) != std::string::npos;
    });
    return names_weekday ? std::string{} : day_of_year(plain);
}

std::vector<std::string> for_text(std::string_view text, const Field& field) {
    std::vector<std::string> found;
    const auto add = [&](std::string one) {
        if (!one.empty()) {
            found.push_back(std::move(one));
        }
    };
    if (takes_amount(field)) {
        add(amount(text, takes(field, Accepts::price) || takes(field, Accepts::number)));
    }
    if (takes(field, Accepts::date)) {
        for (const Date date : dates(text)) {
            add(to_string(date));
        }
    }
    if (takes(field, Accepts::boolean)) {
        add(truth(text));
    }
    if (takes(field, Accepts::rate) || takes(field, Accepts::growth_rate) || takes(field, Accepts::share) ||
        takes(field, Accepts::correlation)) {
        const std::string meant = rate(text);
        add(meant.empty() ? "" : quoted(meant));
    }
    if (takes(field, Accepts::period)) {
        const std::string meant = period(text);
        add(meant.empty() ? "" : quoted(meant));
    }
    if (takes(field, Accepts::day_of_year)) {
        const std::string meant = day_of_year(text);
        add(meant.empty() ? "" : quoted(meant));
    }
    if (takes(field, Accepts::vest_day)) {
        const std::string meant = vest_day(text);
        add(meant.empty() ? "" : quoted(meant));
    }
    return found;
}

std::vector<std::string> for_number(const std::string& digits, const Field& field) {
    std::vector<std::string> found;
    if (takes_amount(field) && digits.find_first_of("eE") != std::string::npos) {
        found.push_back(amount(digits, true));
    }
    const auto value = quantity::parse_decimal(digits);
    const bool whole = value && value->is_whole() && *value >= Fraction{0};
    if (takes(field, Accepts::period) && whole) {
        // Of the two units the field's own example comes first.
        const bool months = field.sample.find("month") != std::string_view::npos || *value > Fraction{10};
        for (const auto unit : {months ? "month" : "year", months ? "year" : "month"}) {
            const std::string one = counted(value->numerator(), unit);
            if (calendar::parse_period(one)) {
                found.push_back(quoted(one));
            }
        }
    }
    if (takes(field, Accepts::date) && digits.size() == 8) {
        for (const Date date : dates(digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6))) {
            found.push_back(to_string(date));
        }
    }
    if ((takes(field, Accepts::text) || takes(field, Accepts::profile)) && !takes(field, Accepts::period)) {
        found.push_back(quoted(digits));
    }
    std::erase(found, "");
    return found;
}

}  // namespace

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        result += c == '"' || c == '\\' ? "\\" + std::string{c} : std::string{c};
    }
    return result + "\"";
}

std::string value(std::string_view text) {
    const std::string_view plain = trimmed(text);
    if (plain.empty()) {
        return {};
    }
    const bool is_value = plain.front() == '"' || plain.front() == '\'' || plain.front() == '[' ||
                          plain.front() == '{' || plain == "true" || plain == "false" ||
                          calendar::parse_date(plain).has_value() || quantity::parse_decimal(plain).has_value();
    if (is_value) {
        return std::string{plain};
    }
    if (const auto day = dates(plain); day.size() == 1) {
        return to_string(day.front());
    }
    const bool numbers_alone =
        plain.size() <= longest && plain.find_first_not_of("0123456789-") == std::string_view::npos;
    if (const std::string day = numbers_alone ? day_of_year(plain) : ""; !day.empty()) {
        return quoted(day);
    }
    if (const std::string yes_or_no = truth(plain); !yes_or_no.empty()) {
        return yes_or_no;
    }
    // Of a key that is not known, "one" may be a name.
    if (const std::string meant = number_named(lowered(plain)).empty() ? amount(plain) : ""; !meant.empty()) {
        return meant;
    }
    if (const std::string meant = rate(plain); !meant.empty()) {
        return quoted(meant);
    }
    if (const std::string meant = is_digit(plain.front()) ? period(plain) : ""; !meant.empty()) {
        return quoted(meant);
    }
    return quoted(plain);
}

std::vector<std::string> values(const Node& written, const Field& field) {
    switch (written.kind) {
        case NodeKind::text: return for_text(written.text, field);
        case NodeKind::number: return for_number(written.text, field);
        case NodeKind::date_time:
            return takes(field, Accepts::date) ? std::vector{written.text.substr(0, 10)} : std::vector<std::string>{};
        case NodeKind::date:
            if (takes(field, Accepts::day_of_year) || takes(field, Accepts::vest_day)) {
                return {quoted(written.text.substr(5))};
            }
            return takes(field, Accepts::text) ? std::vector{quoted(written.text)} : std::vector<std::string>{};
        case NodeKind::boolean:
            return takes(field, Accepts::text) ? std::vector{quoted(written.text)} : std::vector<std::string>{};
        case NodeKind::time:
        case NodeKind::list:
        case NodeKind::table: break;
    }
    return {};
}

}  // namespace offerkit::file::likely
