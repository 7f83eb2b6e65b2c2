#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <cli/line/invocation.hpp>

namespace offerkit::cli {

/// Checks the value given to an option by the rules that hold in files too, and puts it in its place. The complaint
/// says what is wrong with it; nothing when it is right. An option that is given again replaces nothing: the caller
/// refuses it.
[[nodiscard]] std::optional<Complaint> take_value(const Option& option, const std::string& value,
                                                  Invocation& invocation);

/// Whether a time can be looked at: from a month to 100 years, longer than any offer lasts and short enough to be read.
[[nodiscard]] bool is_horizon(calendar::Period period) noexcept;

/// `text` as what is typed stands in a message.
[[nodiscard]] std::string ticked(std::string_view text);

/// "table, json, csv or markdown": every word of a choice.
[[nodiscard]] std::string listed(std::span<const Choice> choices, std::string_view last = "or");

}  // namespace offerkit::cli
