#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <offerkit/file/read.hpp>

/// Reading texts in tests, with every problem written as one line.
namespace reading {

struct Outcome {
    std::optional<offerkit::model::Offer> offer{};
    std::vector<std::string> problems{};      ///< "2:12 unknown-currency: no currency has the code `USDD`", by place
    std::vector<std::string> helps{};         ///< of the same problems
    std::vector<std::string> source_names{};  ///< of the same problems

    /// Whether exactly one problem was found, at that place and of that code.
    [[nodiscard]] bool only(const std::string& place_and_code) const {
        return problems.size() == 1 && problems[0].starts_with(place_and_code + ":");
    }
    [[nodiscard]] bool has(const std::string& place_and_code) const {
        return std::any_of(problems.begin(), problems.end(),
                           [&](const std::string& problem) { return problem.starts_with(place_and_code + ":"); });
    }
};

inline void take_problems(Outcome& outcome, const offerkit::diagnostic::Sources& sources,
                          const offerkit::diagnostic::Diagnostics& diagnostics) {
    for (const auto& problem : diagnostics.sorted()) {
        outcome.problems.push_back(std::to_string(problem.span.line) + ":" + std::to_string(problem.span.column) + " " +
                                   std::string{problem.code} + ": " + problem.message);
        outcome.helps.push_back(problem.help);
        outcome.source_names.push_back(sources[problem.span.source].name());
    }
}

/// Reads an offer after `--set` arguments, with the profiles of some folders before the built-in ones.
inline Outcome offer(const std::string& text, const std::vector<std::string>& settings = {},
                     const std::vector<std::string>& folders = {}, const std::string& name = "acme.toml") {
    offerkit::diagnostic::Sources sources;
    offerkit::diagnostic::Diagnostics diagnostics;
    const offerkit::file::ProfileStore profiles{folders};
    std::vector<offerkit::file::Override> overrides;
    for (const std::string& setting : settings) {
        if (auto one = offerkit::file::parse_override(setting, sources, diagnostics)) {
            overrides.push_back(std::move(*one));
        }
    }
    Outcome outcome;
    outcome.offer = offerkit::file::read_offer({sources, diagnostics, profiles, overrides}, name, text);
    take_problems(outcome, sources, diagnostics);
    return outcome;
}

/// The three required lines, then `rest` from line 4 on.
inline std::string with_top(const std::string& rest) {
    return "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n" + rest;
}

/// A grant of 100 restricted shares with further keys from line 6 on; `vesting` stands there already.
inline std::string with_grant(const std::string& rest) {
    return with_top("[[grant]]\nvesting = \"even-yearly\"\n" + rest);
}

}  // namespace reading
