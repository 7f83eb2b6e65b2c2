#include <algorithm>
#include <span>
#include <vector>

#include <cli/commands/commands.hpp>
#include <cli/session/plan_files.hpp>
#include <offerkit/authoring/template_values.hpp>
#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/report/check/check.hpp>
#include <offerkit/value/review.hpp>

namespace offerkit::cli::commands {
namespace {

/// Looks closer at an offer that could be read: spells its schedules out, values it, and warns of what is probably not
/// meant. An offer is checked by itself, in its own currency.
void examine(FileReading& reading, model::Valuation valuation) {
    valuation.currency = reading.offer->currency;
    const auto alone = choice::compare(std::span(&*reading.offer, 1), valuation, reading.problems);
    if (alone) {
        value::review(alone->offers.front(), valuation, reading.problems);
    }
}

/// Warns of each value that is still the example of the template.
void warn_of_examples(const Session& session, FileReading& reading) {
    const auto source = reading.offer->span.source;
    for (const auto& value : authoring::template_values(session.sources()[source], session.profiles())) {
        reading.problems.warning(diagnostic::codes::template_value, {source, value.line, value.column, value.length},
                                 "this is still the example of the template",
                                 "write what your letter says; where it says the same, take the comment behind it out");
    }
}

/// Looks closer at a plan: reads the offers that it names, whose problems are told under their own names, and warns of
/// what tilts it.
void examine_plan(Session& session, FileReading& reading) {
    PlanFiles files{session, reading.file};
    if (const auto terms = files.terms({session.sources(), session.problems()}, *reading.plan)) {
        static_cast<void>(files.warn(*reading.plan, *terms, reading.problems));
    }
}

report::CheckedFile checked_file(const FileReading& reading) {
    return {.file = reading.file,
            .offer = reading.offer ? &*reading.offer : nullptr,
            .problems = reading.problems.sorted(),
            .priorities = reading.priorities ? &*reading.priorities : nullptr,
            .profile = reading.profile ? &*reading.profile : nullptr,
            .search = reading.search ? &*reading.search : nullptr,
            .plan = reading.plan ? &*reading.plan : nullptr};
}

/// Adds problems of the command line's own sources and of the priorities under their names.
void add_own_problems(std::vector<report::CheckedFile>& files, Session& session) {
    const std::size_t of_arguments = files.size();
    for (const auto& problem : session.problems().sorted()) {
        const auto& name = session.sources()[problem.span.source].name();
        const auto same = std::find_if(files.begin(), files.end(), [&](const auto& file) {
            return file.file == name && file.offer == nullptr && session.is_priorities_file(name);
        });
        if (same != files.end()) {
            same->problems.push_back(problem);
            continue;
        }
        if (files.size() == of_arguments || files.back().file != name) {
            files.push_back({.file = name});
        }
        files.back().problems.push_back(problem);
    }
}

/// The files as a person named them, then what else was read. They refer to the readings.
std::vector<report::CheckedFile> checked_files(const std::vector<FileReading>& readings, Session& session) {
    const auto* priorities = session.priorities(nullptr);
    std::vector<report::CheckedFile> files;
    for (const auto& reading : readings) {
        files.push_back(checked_file(reading));
        if (reading.kind == "priorities" && session.is_priorities_file(reading.file)) {
            files.back().priorities = priorities;
        }
    }
    add_own_problems(files, session);
    if (priorities != nullptr && readings.empty()) {
        files.push_back({.file = *session.invocation().priorities, .priorities = priorities});
    }
    return files;
}

/// One line a file for a person; problems themselves are told on standard error.
std::string lines_of(const std::vector<report::CheckedFile>& files, const render::Screen& screen) {
    std::string text;
    for (const auto& checked : files) {
        text += render::safe(report::check_line(checked), screen) + "\n";
    }
    return text;
}

}  // namespace

Answer check(Session& session) {
    if (session.invocation().arguments.empty() && !session.invocation().priorities) {
        session.complain({"`check` needs FILE", "`offerkit help check` shows how it is used"});
        return {};
    }
    auto readings = session.read_files(file::OtherFiles::read);
    const auto first = std::find_if(readings.begin(), readings.end(),
                                    [](const FileReading& reading) { return reading.offer.has_value(); });
    const auto valuation = session.valuation(first == readings.end() ? nullptr : &*first->offer);
    for (auto& reading : readings) {
        if (reading.offer) {
            examine(reading, valuation);
            warn_of_examples(session, reading);
        }
        if (reading.plan) {
            examine_plan(session, reading);
        }
    }
    const auto files = checked_files(readings, session);
    for (const auto& reading : readings) {
        for (const auto& problem : reading.problems.all()) {
            session.problems().add(problem);
        }
    }
    const auto& invocation = session.invocation();
    if (invocation.format == Format::table) {
        return {lines_of(files, output_screen(invocation))};
    }
    return {rendered(
                invocation, [&] { return report::check_page(files, session.sources()); },
                [&] { return report::check_document(files, session.sources()); },
                [&] { return report::check_sheet(files, session.sources()); }),
            invocation.format == Format::json};
}

}  // namespace offerkit::cli::commands
