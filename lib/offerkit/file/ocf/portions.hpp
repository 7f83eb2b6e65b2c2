#pragma once

#include <optional>

#include <offerkit/file/ocf/conditions.hpp>
#include <offerkit/file/ocf/object.hpp>
#include <offerkit/quantity/fraction.hpp>

namespace offerkit::file {

/// The portions of a security that the steps of a path give out, one after the other.
class OcfPortions {
public:
    explicit OcfPortions(const OcfObject& terms) : terms_{&terms} {}

    /// What a step vests each time, as a part of the whole. Returns nullopt, and reports it, if our terms have no such.
    [[nodiscard]] std::optional<quantity::Fraction> part_of(const OcfCondition& step) const;
    /// Adds what a step gives. Returns false, and reports it, if the sum is too fine, as without a part.
    [[nodiscard]] bool give(const OcfCondition& step, const std::optional<quantity::Fraction>& part);
    /// Whether all of the security is given out; reports it if not.
    [[nodiscard]] bool add_up() const;

private:
    const OcfObject* terms_;
    quantity::Fraction given_{};
};

}  // namespace offerkit::file
