#pragma once

#include <string>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>

namespace offerkit::report {

/// What the first screen of `compare` says in words below its figures: a clause for each offer or event, the most
/// important first, and none where there is nothing to say.
class CompareClauses {
public:
    /// Both have to outlive this.
    CompareClauses(const choice::Comparison& comparison, const std::vector<std::string>& names)
        : comparison_{comparison}, names_{names} {}

    /// Grants whose worth nobody has said.
    [[nodiscard]] std::vector<std::string> not_known() const;
    /// What the shares of private companies come to over their exits.
    [[nodiscard]] std::vector<std::string> exits() const;
    /// How each offer could tie with the best.
    [[nodiscard]] std::vector<std::string> ties() const;
    /// What some offers state and others do not.
    [[nodiscard]] std::vector<std::string> unlike() const;
    [[nodiscard]] std::vector<std::string> non_competes() const;
    /// What comes on other days than it is earned on.
    [[nodiscard]] std::vector<std::string> paid() const;
    /// Which papers are no written offers.
    [[nodiscard]] std::vector<std::string> standings() const;
    /// The days to decide by, with whose they are.
    [[nodiscard]] std::vector<std::string> deadlines() const;
    /// What no figure of the screen counts.
    [[nodiscard]] std::vector<std::string> not_in_it() const;

private:
    [[nodiscard]] bool several() const { return comparison_.offers.size() > 1; }
    /// The texts that are not empty, each with the offer's name where there are several.
    template <class Text>
    [[nodiscard]] std::vector<std::string> of_each(Text text) const;

    const choice::Comparison& comparison_;
    const std::vector<std::string>& names_;
};

}  // namespace offerkit::report
