#pragma once

#include <optional>

#include <offerkit/value/leaving.hpp>

/// Days that leaving depends on: the last one to give notice, and the last one on which an ISO is taxed as one.
namespace offerkit::value {

/// The last day on which an incentive stock option is still taxed as one after leaving (US tax code, section
/// 422(a)(2); a year for the disabled, section 422(c)(6)). Nothing for another instrument, and on death, after which
/// the limit does not apply.
[[nodiscard]] std::optional<Date> iso_deadline(const Leaving& leaving, const OptionLeaving& option) noexcept;

/// The last day to give notice so as to leave on the day asked; nothing where the papers name no notice.
[[nodiscard]] std::optional<Date> notice_day(const Leaving& leaving) noexcept;

}  // namespace offerkit::value
