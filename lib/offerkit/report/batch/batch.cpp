#include <offerkit/report/batch/batch.hpp>

#include <offerkit/report/product/datum.hpp>

namespace offerkit::report {
namespace {

Document problem_document(const BatchPlace& place, const diagnostic::Diagnostic& problem,
                          const diagnostic::Sources& sources) {
    const auto& span = problem.span;
    const bool placed = span.source < sources.size();
    const bool of_the_line = placed && sources[span.source].name() == place.input;
    const bool in_a_line = placed && span.line != 0;
    return Document::object(
        {{"code", text_or_null(problem.code)},
         {"severity", to_string(problem.severity)},
         {"message", problem.message},
         {"help", text_or_null(problem.help)},
         {"source", placed ? Document(sources[span.source].name()) : Document::null()},
         {"line", of_the_line ? Document(place.line) : (in_a_line ? Document(span.line) : Document::null())},
         {"column", placed && span.column != 0 ? Document(span.column) : Document::null()}});
}

}  // namespace

Document batch_document(const BatchPlace& place, const ShownOffer* valued,
                        std::span<const diagnostic::Diagnostic> problems, const diagnostic::Sources& sources) {
    Document document = Document::object({{"input", place.input}, {"line", place.line}, {"ok", valued != nullptr}});
    if (valued != nullptr) {
        const Document shown = show_document(std::span(valued, 1), false, sources);
        for (const auto& member : shown.members()) {
            if (member.key != "offerkit") {
                document.set(member.key, member.value);
            }
        }
    }
    document.set("problems",
                 array_of(problems, [&](const auto& problem) { return problem_document(place, problem, sources); }));
    return document;
}

}  // namespace offerkit::report
