#include <algorithm>
#include <span>
#include <vector>

#include <cli/commands/commands.hpp>
#include <offerkit/choice/comparison.hpp>
#include <offerkit/report/check_report.hpp>
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

/// One line a file for a person; problems themselves are told on standard error.
std::string lines_of(const std::vector<report::CheckedFile>& files, const Screen& screen) {
    std::string text;
    for (const auto& checked : files) {
        text += safe(report::check_line(checked), screen) + "\n";
    }
    return text;
}

}  // namespace

Answer check(Session& session) {
    if (session.invocation().arguments.empty() && !session.invocation().priorities) {
        session.complain({"`check` needs FILE", "`offerkit help check` shows how it is used"});
        return {};
    }
    auto readings = session.read_files();
    const auto first = std::find_if(readings.begin(), readings.end(),
                                    [](const FileReading& reading) { return reading.offer.has_value(); });
    const auto valuation = session.valuation(first == readings.end() ? nullptr : &*first->offer);
    for (auto& reading : readings) {
        if (reading.offer) {
            examine(reading, valuation);
        }
    }
    std::vector<report::CheckedFile> files;
    for (const auto& reading : readings) {
        files.push_back({reading.file, reading.offer ? &*reading.offer : nullptr, reading.problems.sorted()});
    }
    // Problems of the command line's own sources and of the priorities stand under their names.
    for (const auto& problem : session.problems().sorted()) {
        const auto& name = session.sources()[problem.span.source].name();
        if (files.size() == readings.size() || files.back().file != name) {
            files.push_back({name, nullptr, {}});
        }
        files.back().problems.push_back(problem);
    }
    if (const auto* priorities = session.priorities(nullptr); priorities != nullptr && readings.empty()) {
        files.push_back({*session.invocation().priorities, nullptr, {}, priorities});
    }
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
