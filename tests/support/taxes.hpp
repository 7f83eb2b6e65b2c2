#pragma once

#include <optional>
#include <string>
#include <vector>

#include <offerkit/file/profiles/profile_store.hpp>
#include <offerkit/tax/assessment.hpp>

/// Taxes in tests: the built-in forms, or some written as text.
namespace taxes {

/// The forms of a store, with what reading them reports.
struct Desk {
    offerkit::diagnostic::Sources sources{};
    offerkit::diagnostic::Diagnostics problems{};
    offerkit::file::ProfileStore store;

    explicit Desk(std::vector<std::string> folders = {}) : store{std::move(folders)} {}

    [[nodiscard]] offerkit::file::Naming naming() { return {sources, problems}; }
    /// The plan of a place that must exist, made from built-in forms.
    [[nodiscard]] offerkit::tax::Plan plan(const std::string& place, int year,
                                           offerkit::tax::Status status = offerkit::tax::Status::single,
                                           offerkit::quantity::Rate index = {});
    /// A plan of one form, written as text after the keys that every form needs.
    [[nodiscard]] static offerkit::tax::Plan form(const std::string& lines,
                                                  offerkit::tax::Status status = offerkit::tax::Status::single,
                                                  int year = 2026, offerkit::quantity::Rate index = {});
};

/// What every form of a test begins with: dollars, a household, single or joint, the year 2026, law.
[[nodiscard]] std::string top(const std::string& id = "test", int year = 2026, const std::string& more = {});

/// One person who earns so much cash, in whole units.
[[nodiscard]] offerkit::tax::Household earning(const offerkit::tax::Plan& plan, std::int64_t cash,
                                               std::int64_t equity = 0);

/// What a line came to, as a decimal.
[[nodiscard]] std::string value(const offerkit::tax::Plan& plan, const offerkit::tax::Household& household,
                                const std::string& line);

}  // namespace taxes
