#include <cli/line/sweep_values.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/formatted.hpp>

namespace offerkit::cli {
namespace {

using choice::SweepValue;
using quantity::Number;

constexpr std::size_t most_axes = 2;

/// Where the value begins: the first `=` outside quotes; npos without one.
std::size_t equals_in(std::string_view text) {
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        quoted = quoted != (text[i] == '"');
        if (text[i] == '=' && !quoted) {
            return i;
        }
    }
    return std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    return text;
}

/// A value as it is written; one that is a number, or a percentage, is known as such.
SweepValue value_of(std::string_view text) {
    SweepValue value{.text = std::string(text)};
    std::string_view plain = text;
    if (plain.size() > 2 && plain.front() == '"' && plain.back() == '"' && plain[plain.size() - 2] == '%') {
        plain = plain.substr(1, plain.size() - 2);
        value.text = std::string(plain);
    }
    value.percent = plain.ends_with('%');
    const auto number = quantity::parse_decimal(value.percent ? plain.substr(0, plain.size() - 1) : plain);
    value.number = number && value.percent ? number->times(*Number::of(1, 100)) : number;
    value.percent = value.percent && value.number;
    return value;
}

/// Splits at commas that stand in no quotes and no brackets.
std::vector<std::string_view> listed_values(std::string_view text) {
    std::vector<std::string_view> values;
    bool quoted = false;
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char c = i < text.size() ? text[i] : ',';
        quoted = quoted != (c == '"');
        depth += !quoted && (c == '[' || c == '{') ? 1 : !quoted && (c == ']' || c == '}') ? -1 : 0;
        if (c == ',' && (i == text.size() || (!quoted && depth == 0))) {
            values.push_back(trimmed(text.substr(begin, i - begin)));
            begin = i + 1;
        }
    }
    return values;
}

Complaint wrong(const Option& option, std::string_view value, std::string_view message) {
    return {diagnostic::formatted("`{} {}`: {}", option.name, value, message),
            diagnostic::formatted("write such as `{} stock.price=150..250/10` or `{} base.salary=180000,200000`",
                                  option.name, option.name)};
}

Complaint too_many(const Option& option, std::string_view value) {
    return {diagnostic::formatted("`{} {}` asks for more than {} rows", option.name, value,
                                  std::to_string(choice::most_sweep_rows)),
            "take a larger step, or fewer values"};
}

/// The values from one number to another by a step; a complaint, or the values.
std::optional<Complaint> range_of(const Option& option, std::string_view whole, std::string_view text,
                                  std::vector<SweepValue>& values) {
    const std::size_t dots = text.find("..");
    const std::size_t slash = text.find('/', dots);
    if (slash == std::string_view::npos) {
        return wrong(option, whole, "a range needs its step, as in 150..250/10");
    }
    const SweepValue from = value_of(trimmed(text.substr(0, dots)));
    const SweepValue to = value_of(trimmed(text.substr(dots + 2, slash - dots - 2)));
    const SweepValue step = value_of(trimmed(text.substr(slash + 1)));
    if (!from.number || !to.number || !step.number) {
        return wrong(option, whole, "a range runs from a number to a number by a number");
    }
    if (from.percent != to.percent || from.percent != step.percent) {
        return wrong(option, whole, "percentages and plain numbers are mixed");
    }
    if (*step.number <= Number{0}) {
        return wrong(option, whole, "the step has to be above 0");
    }
    if (*from.number > *to.number) {
        return wrong(option, whole, "the first value is above the last");
    }
    std::optional<Number> at = from.number;
    while (at && *at <= *to.number) {
        if (values.size() == choice::most_sweep_rows) {
            return too_many(option, whole);
        }
        const auto shown = from.percent ? at->times(Number{100}) : at;
        if (!shown) {
            break;
        }
        values.push_back({quantity::to_decimal(*shown) + (from.percent ? "%" : ""), *at, from.percent});
        at = at->plus(*step.number);
    }
    return std::nullopt;
}

}  // namespace

std::optional<Complaint> take_sweep(const Option& option, std::string_view value, Invocation& invocation) {
    const std::size_t equals = equals_in(value);
    if (equals == std::string_view::npos || equals == 0 || equals + 1 == value.size()) {
        return wrong(option, value, "it takes a path and its values");
    }
    if (invocation.sweeps.size() == most_axes) {
        return wrong(option, value, "at most two keys can be swept at once");
    }
    GivenSweep given;
    std::string_view path = value.substr(0, equals);
    given.axis.path = path;
    if (const std::size_t colon = path.find_last_of(':'); colon != std::string_view::npos) {
        given.file = path.substr(0, colon);
        path.remove_prefix(colon + 1);
    }
    given.path = path;
    const std::string_view text = value.substr(equals + 1);
    const bool range =
        text.find("..") != std::string_view::npos && text.find_first_of("\",[{") == std::string_view::npos;
    if (range) {
        if (auto complaint = range_of(option, value, text, given.axis.values)) {
            return complaint;
        }
    } else {
        for (const auto each : listed_values(text)) {
            if (each.empty()) {
                return wrong(option, value, "one of the values is empty");
            }
            given.axis.values.push_back(value_of(each));
        }
    }
    std::size_t rows = given.axis.values.size();
    for (const auto& other : invocation.sweeps) {
        rows *= other.axis.values.size();
    }
    if (rows > choice::most_sweep_rows) {
        return too_many(option, value);
    }
    invocation.sweeps.push_back(std::move(given));
    return std::nullopt;
}

}  // namespace offerkit::cli
