#include <offerkit/value/leaving_days.hpp>

#include <offerkit/value/option_facts.hpp>

namespace offerkit::value {

std::optional<Date> iso_deadline(const Leaving& leaving, const OptionLeaving& option) noexcept {
    return option.grant->instrument == model::Instrument::iso ? last_iso_day(leaving.last_day, leaving.departure.reason)
                                                              : std::nullopt;
}

std::optional<Date> notice_day(const Leaving& leaving) noexcept {
    const auto& terms = leaving.offer->leaving;
    if (!terms || !terms->notice) {
        return std::nullopt;
    }
    return terms->notice->after(leaving.last_day, -1);
}

}  // namespace offerkit::value
