#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include <offerkit/choice/decision/decision.hpp>

/// Decisions among offers written as text in a test, with everything they refer to kept alive.
namespace decisions {

/// An offer of so much base salary a year, and its [factors].
std::string offer(const std::string& company, int salary, const std::string& factors);

class Deciding {
public:
    /// Reads the offers (a.toml, b.toml ...) and the priorities (me.toml), and decides.
    Deciding(const std::vector<std::string>& offers, const std::string& priorities,
             const offerkit::choice::DecisionOptions& options = {});
    Deciding(const Deciding&) = delete;
    Deciding& operator=(const Deciding&) = delete;

    /// The decision, which must be there.
    [[nodiscard]] const offerkit::choice::Decision& operator*() const;
    [[nodiscard]] const offerkit::choice::Decision* operator->() const { return &**this; }
    [[nodiscard]] bool decided() const { return decision_.has_value(); }
    /// "a.toml:5:10 off-scale: 12 lies ... (me.toml:3)": each problem with the place of the other file.
    [[nodiscard]] const std::vector<std::string>& problems() const { return problems_; }
    /// "0 pay-outside-scale", or "equal-column" for what is about no single offer.
    [[nodiscard]] std::vector<std::string> warnings() const;
    [[nodiscard]] const offerkit::choice::Comparison& comparison() const { return *comparison_; }
    [[nodiscard]] const offerkit::model::Priorities& priorities() const { return *priorities_; }

private:
    std::vector<offerkit::model::Offer> offers_{};
    std::optional<offerkit::model::Priorities> priorities_{};
    std::optional<offerkit::choice::Comparison> comparison_{};
    std::optional<offerkit::choice::Decision> decision_{};
    std::vector<std::string> problems_{};
};

}  // namespace decisions
