#include <offerkit/report/check/check.hpp>

#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/file/kind.hpp>
#include <offerkit/report/product/columns.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/envelope.hpp>
#include <offerkit/report/words/explain.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using diagnostic::Diagnostic;
using diagnostic::Severity;

/// What an offer holds, by name and number: what a reader looks for to see that nothing was overlooked.
std::vector<std::string> contents_of(const model::Offer& offer) {
    std::vector<std::string> parts;
    const auto add = [&](std::size_t count, std::string_view noun) {
        if (count > 0) {
            parts.push_back(counted(count, noun));
        }
    };
    if (offer.base) {
        parts.emplace_back("base");
    }
    if (offer.bonuses.size() == 1) {
        parts.emplace_back("bonus");
    } else if (!offer.bonuses.empty()) {
        parts.push_back(std::to_string(offer.bonuses.size()) + " bonuses");
    }
    add(offer.sign_ons.size(), "sign-on");
    add(offer.grants.size(), "grant");
    if (offer.refresher) {
        parts.emplace_back("refreshers");
    }
    const auto& benefits = offer.benefits;
    const bool any_benefit = benefits.health || benefits.retirement || benefits.retirement_match || benefits.pto_days ||
                             benefits.espp || !benefits.others.empty();
    if (any_benefit) {
        parts.emplace_back("benefits");
    }
    add(offer.costs.size(), "cost");
    add(offer.events.size(), "event");
    add(offer.factors.size(), "factor");
    if (offer.band) {
        parts.emplace_back("band");
    }
    if (offer.market) {
        parts.emplace_back("market");
    }
    return parts;
}

std::string verdict_of(const std::vector<Diagnostic>& problems) {
    std::size_t errors = 0;
    std::size_t warnings = 0;
    for (const auto& problem : problems) {
        errors += problem.severity == Severity::error || problem.severity == Severity::unreadable ? 1U : 0U;
        warnings += problem.severity == Severity::warning ? 1U : 0U;
    }
    std::vector<std::string> found;
    if (errors > 0) {
        found.push_back(counted(errors, "error"));
    }
    if (warnings > 0) {
        found.push_back(counted(warnings, "warning"));
    }
    return found.empty() ? "no problems" : joined(found);
}

/// "offer", "priorities", "pipeline", "plan" or a kind of profile; null where the file could not be read.
Document kind_of(const CheckedFile& checked) {
    return checked.offer != nullptr        ? Document("offer")
           : checked.priorities != nullptr ? Document("priorities")
           : checked.search != nullptr     ? Document("pipeline")
           : checked.plan != nullptr       ? Document("plan")
           : checked.profile != nullptr    ? Document(checked.profile->kind)
                                           : Document::null();
}

}  // namespace

std::string check_line(const CheckedFile& checked) {
    std::string line = checked.file + ": ";
    if (checked.offer != nullptr) {
        const auto& offer = *checked.offer;
        line += diagnostic::formatted("{}{}{}: ", offer.company, offer.role.empty() ? "" : ", " + offer.role,
                                      offer.kind == model::OfferKind::current ? " (held now)" : "");
        const auto parts = contents_of(offer);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            line += (i == 0 ? "" : ", ") + parts[i];
        }
        line += parts.empty() ? "no pay found; " : "; ";
    }
    if (checked.priorities != nullptr) {
        const std::size_t factors = checked.priorities->factors.size();
        line += diagnostic::formatted(
            "priorities: {}{}{}; ", checked.priorities->money ? "pay, " : "", counted(factors, "factor"),
            checked.priorities->profile.empty() ? "" : ", a starting point rather than yours");
    }
    if (checked.search != nullptr) {
        const auto& search = *checked.search;
        line += diagnostic::formatted("a search: {} in hand, {}{}, {}; ", counted(search.offers.size(), "offer"),
                                      std::to_string(search.processes.size()),
                                      search.processes.size() == 1 ? " process" : " processes",
                                      counted(search.funnels.size(), "channel"));
    }
    if (checked.plan != nullptr) {
        const auto& plan = *checked.plan;
        line += diagnostic::formatted("a career plan: {}, {} of {}{}; ", counted(plan.rungs.size(), "rung"),
                                      counted(plan.paths.size(), "path"),
                                      counted(static_cast<std::size_t>(plan.horizon / 12), "year"),
                                      plan.turns.empty() ? "" : ", " + counted(plan.turns.size(), "turn"));
    }
    if (checked.profile != nullptr) {
        line += diagnostic::formatted("{}, {}, as of {}; ", file::described_kind("profiles/" + checked.profile->kind),
                                      checked.profile->name, to_string(checked.profile->as_of));
    }
    return line + verdict_of(checked.problems);
}

Page check_page(std::span<const CheckedFile> files, const diagnostic::Sources& sources) {
    Page page;
    page.title("Checked files");
    List list;
    Table problems;
    problems.columns = {{"Place"}, {"Kind"}, {"Code"}, {"Problem"}};
    for (const auto& checked : files) {
        list.items.push_back(check_line(checked));
        for (const auto& problem : checked.problems) {
            problems.row({place_of(problem.span, sources), std::string(to_string(problem.severity)),
                          std::string(problem.code),
                          problem.message + (problem.help.empty() ? "" : "; " + problem.help)});
        }
    }
    page.add(std::move(list));
    if (!problems.rows.empty()) {
        page.heading("Problems").add(std::move(problems));
    }
    return page;
}

Document problem_documents(std::span<const Diagnostic> problems, const diagnostic::Sources& sources) {
    return array_of(problems, [&](const auto& problem) {
        return Document::object(
            {{"code", problem.code},
             {"severity", to_string(problem.severity)},
             {"message", problem.message},
             {"help", text_or_null(problem.help)},
             {"source",
              problem.span.source < sources.size() ? Document(sources[problem.span.source].name()) : Document::null()},
             {"line", problem.span.line == 0 ? Document::null() : Document(problem.span.line)},
             {"column", problem.span.column == 0 ? Document::null() : Document(problem.span.column)}});
    });
}

Document check_document(std::span<const CheckedFile> files, const diagnostic::Sources& sources) {
    Document all = Document::array();
    for (const auto& checked : files) {
        Document problems = problem_documents(checked.problems, sources);
        all.push(Document::object(
            {{"file", checked.file},
             {"offers", checked.offer == nullptr ? 0 : 1},
             {"kind", kind_of(checked)},
             {"company", checked.offer == nullptr ? Document::null() : Document(checked.offer->company)},
             {"problems", std::move(problems)}}));
    }
    return envelope("check").set("files", std::move(all));
}

Sheet check_sheet(std::span<const CheckedFile> files, const diagnostic::Sources& sources) {
    struct Line {
        const CheckedFile* file;
        const diagnostic::Diagnostic* problem;
    };
    using Each = const Line&;
    const auto place = [](std::uint32_t number) { return number == 0 ? Datum() : Datum(number); };
    Columns<Line> columns;
    columns.data("file", [](Each line) { return line.file->file; })
        .data("source",
              [&](Each line) {
                  const auto source = line.problem->span.source;
                  return source < sources.size() ? Datum(sources[source].name()) : Datum();
              })
        .data("line", [&](Each line) { return place(line.problem->span.line); })
        .data("column", [&](Each line) { return place(line.problem->span.column); })
        .data("severity", [](Each line) { return to_string(line.problem->severity); })
        .data("code", [](Each line) { return line.problem->code; })
        .data("message", [](Each line) { return line.problem->message; })
        .data("help", [](Each line) { return line.problem->help; });
    std::vector<Line> lines;
    for (const auto& checked : files) {
        for (const auto& problem : checked.problems) {
            lines.push_back({&checked, &problem});
        }
    }
    return columns.sheet(lines);
}

}  // namespace offerkit::report
