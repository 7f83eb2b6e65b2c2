#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <offerkit/model/offer.hpp>
#include <offerkit/timeline/findings.hpp>

namespace offerkit::timeline {

/// The day on which a sign-on is paid, or from which its monthly parts are counted.
[[nodiscard]] Date sign_on_begin(const model::SignOn& sign_on, Date start) noexcept;

/// A payment of a sign-on.
struct SignOnPart {
    Date date;
    quantity::Money amount;
};

/// Everything a sign-on pays to somebody who stays: one payment, or equal monthly parts, each at its month's end
/// (docs/numbers.md, "Pay"). The parts add up to the amount.
[[nodiscard]] std::vector<SignOnPart> sign_on_parts(const model::SignOn& sign_on, Date start);

/// A sign-on whose payments are laid out once, to be asked what is owed of it on any day.
///
/// The rule (docs/numbers.md, "Paying back"): all of what was paid so far, or amount x (months not served / months of
/// the term), months whole and counted from each payment (or from the start); all of it while `full_for` runs, and the
/// months then are those that remain of the term; or the part that the step of the day names. Nothing from the end of
/// the term on. A term in days counts days. The payments are summed exactly, times `share`, and rounded half up once.
/// Nothing for a waived reason.
class SignOnTerms {
public:
    /// The sign-on must outlive it.
    SignOnTerms(const model::SignOn& sign_on, Date start);

    [[nodiscard]] const model::SignOn& paper() const noexcept { return *sign_on_; }
    [[nodiscard]] const std::vector<SignOnPart>& parts() const noexcept { return parts_; }
    /// The first day on which leaving owes nothing of any payment; absent where nothing ever is owed.
    [[nodiscard]] std::optional<Date> until() const noexcept { return until_; }
    [[nodiscard]] SettledSignOn settle(const Departure& departure) const;

private:
    [[nodiscard]] Date term_begin(const SignOnPart& part) const noexcept;
    /// How many of `parts_owed_of_` a payment owes on a day.
    [[nodiscard]] std::int64_t parts_owed(const model::Clawback& clawback, Date begin, Date day) const noexcept;

    const model::SignOn* sign_on_;
    Date start_;
    std::vector<SignOnPart> parts_;
    std::int64_t parts_owed_of_ = 1;  // into how many a payment is divided to say how much of it is owed
    std::optional<Date> until_{};
};

}  // namespace offerkit::timeline
