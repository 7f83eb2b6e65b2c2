#pragma once

#include <optional>
#include <string>
#include <vector>

#include <offerkit/file/read.hpp>
#include <offerkit/file/read_any.hpp>
#include <offerkit/model/career_plan.hpp>
#include <offerkit/model/search_plan.hpp>

/// Career plans and pipeline files written as text in a test, read with what was found in them.
namespace plans {

template <class T>
struct Read {
    std::optional<T> value{};
    std::vector<std::string> problems{};  ///< "5:6 duplicate-id: there are two ... (give each ...) [2:6]", by place

    /// Whether exactly one problem was found, and its line begins and ends so.
    [[nodiscard]] bool only(const std::string& begin, const std::string& end = {}) const {
        return problems.size() == 1 && problems[0].starts_with(begin) && problems[0].ends_with(end);
    }
    [[nodiscard]] bool none() const { return problems.empty() && value.has_value(); }
};

/// What a reader of the library finds in a text, with the profiles of some folders before the built-in ones.
template <class T, class Reader>
Read<T> read(const std::vector<std::string>& folders, Reader reader) {
    offerkit::diagnostic::Sources sources;
    offerkit::diagnostic::Diagnostics diagnostics;
    const offerkit::file::ProfileStore profiles{folders};
    Read<T> result;
    result.value = reader(offerkit::file::Reading{sources, diagnostics, profiles, {}});
    const auto place = [](const offerkit::diagnostic::Span& span) {
        return std::to_string(span.line) + ":" + std::to_string(span.column);
    };
    for (const auto& problem : diagnostics.sorted()) {
        result.problems.push_back(place(problem.span) + " " + std::string{problem.code} + ": " + problem.message +
                                  (problem.help.empty() ? "" : " (" + problem.help + ")") +
                                  (problem.related ? " [" + place(problem.related->span) + "]" : ""));
    }
    return result;
}

inline Read<offerkit::model::CareerPlan> career(const std::string& text, const std::vector<std::string>& folders = {}) {
    return read<offerkit::model::CareerPlan>(folders, [&](const offerkit::file::Reading& reading) {
        return offerkit::file::read_plan_text(reading, "plan.toml", text);
    });
}

inline Read<offerkit::model::SearchPlan> search(const std::string& text, const std::vector<std::string>& folders = {}) {
    return read<offerkit::model::SearchPlan>(folders, [&](const offerkit::file::Reading& reading) {
        return offerkit::file::read_search_text(reading, "pipeline.toml", text,
                                                offerkit::quantity::Currency::of("EUR"));
    });
}

/// Two rungs and two paths, and lines of one's own from line 16 on.
inline Read<offerkit::model::CareerPlan> with_plan(const std::string& rest) {
    return career(
        "currency = \"USD\"\n"
        "[[rung]]\nid = \"low\"\ntotal = 100_000\n"
        "[[rung]]\nid = \"high\"\ntotal = 150_000\n"
        "[[path]]\nid = \"a\"\nrung = \"low\"\npay = 90_000\n"
        "[[path]]\nid = \"b\"\nrung = \"high\"\npay = [120_000, 130_000]\n" +
        rest);
}

/// The same with lines of the plan itself, from line 2 on.
inline Read<offerkit::model::CareerPlan> with_top(const std::string& rest,
                                                  const std::vector<std::string>& folders = {}) {
    return career("currency = \"USD\"\n" + rest +
                      "[[rung]]\nid = \"low\"\ntotal = 100_000\n[[path]]\nid = \"a\"\nrung = \"low\"\n",
                  folders);
}

/// The same with lines of path `a`, which begins on rung `low`, from line 11 on. Path `b` has a first job.
inline Read<offerkit::model::CareerPlan> with_path(const std::string& rest,
                                                   const std::vector<std::string>& folders = {}) {
    return career(
        "currency = \"USD\"\n"
        "[[rung]]\nid = \"low\"\ntotal = 100_000\n"
        "[[rung]]\nid = \"high\"\ntotal = 150_000\n"
        "[[path]]\nid = \"a\"\nrung = \"low\"\n" +
            rest + "[[path]]\nid = \"b\"\nrung = \"high\"\npay = [120_000, 130_000]\n",
        folders);
}

}  // namespace plans
