#include <offerkit/timeline/dated_quantities.hpp>

#include <cstdint>
#include <string>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>

namespace offerkit::timeline {

bool gives_whole_grant(const ScheduleTerms& terms, Diagnostics& diagnostics) {
    std::int64_t given = 0;
    bool in_shares = false;
    for (const auto& dated : terms.vesting.dates) {
        in_shares = in_shares || dated.quantity.has_value();
        if (__builtin_add_overflow(given, dated.quantity.value_or(0), &given)) {
            given = -1;
            break;
        }
    }
    if (!in_shares || given == terms.quantity) {
        return true;
    }
    if (given < 0) {
        diagnostics.error(diagnostic::codes::portions_sum, terms.vesting.span,
                          "the quantities add up to more than can be counted",
                          "check the number of digits of each `quantity`");
        return false;
    }
    const bool missing = given < terms.quantity;
    const std::string gap = diagnostic::grouped(missing ? terms.quantity - given : given - terms.quantity);
    const bool one = gap == "1";
    diagnostics.error(
        diagnostic::codes::portions_sum, terms.vesting.span,
        diagnostic::formatted("the quantities add up to {}, but the grant is of {}", diagnostic::grouped(given),
                              diagnostic::grouped(terms.quantity)),
        diagnostic::formatted("{}{}, or change what is granted", gap,
                              missing ? one ? " is missing: add it to a date" : " are missing: add them to a date"
                              : one   ? " is too much: take it off a date"
                                      : " are too many: take them off a date"));
    return false;
}

}  // namespace offerkit::timeline
