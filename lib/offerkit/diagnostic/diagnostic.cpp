#include <offerkit/diagnostic/diagnostic.hpp>

#include <algorithm>
#include <cstdint>
#include <set>
#include <tuple>

namespace offerkit::diagnostic {

std::string_view to_string(Severity severity) noexcept {
    switch (severity) {
        case Severity::unreadable:
        case Severity::error: return "error";
        case Severity::warning: return "warning";
        case Severity::note: return "note";
    }
    return "error";
}

void Diagnostics::add(Diagnostic diagnostic) { all_.push_back(std::move(diagnostic)); }

void Diagnostics::error(const Code& code, Span span, std::string message, std::string help,
                        std::optional<Related> related) {
    add({Severity::error, code.id, span, std::move(message), std::move(help), std::move(related)});
}

void Diagnostics::warning(const Code& code, Span span, std::string message, std::string help) {
    add({Severity::warning, code.id, span, std::move(message), std::move(help)});
}

void Diagnostics::note(const Code& code, Span span, std::string message, std::string help) {
    add({Severity::note, code.id, span, std::move(message), std::move(help)});
}

void Diagnostics::unreadable(const Code& code, Span span, std::string message, std::string help) {
    add({Severity::unreadable, code.id, span, std::move(message), std::move(help)});
}

std::vector<Diagnostic> Diagnostics::sorted() const {
    std::vector<Diagnostic> result = all_;
    const auto place = [](const Diagnostic& d) { return std::tuple{d.span.source, d.span.line, d.span.column}; };
    std::stable_sort(result.begin(), result.end(),
                     [&](const Diagnostic& a, const Diagnostic& b) { return place(a) < place(b); });
    // Equal places are neighbours now, but a repetition may stand behind another problem of the same place.
    std::set<std::tuple<std::string_view, std::string_view, Severity, std::uint32_t>> found;
    std::vector<Diagnostic> once;
    once.reserve(result.size());
    for (Diagnostic& diagnostic : result) {
        if (!once.empty() && place(once.back()) != place(diagnostic)) {
            found.clear();
        }
        if (found.insert({diagnostic.code, diagnostic.message, diagnostic.severity, diagnostic.span.length}).second) {
            once.push_back(diagnostic);
        }
    }
    return once;
}

bool Diagnostics::has_errors() const noexcept {
    return std::any_of(all_.begin(), all_.end(), [](const Diagnostic& d) {
        return d.severity == Severity::error || d.severity == Severity::unreadable;
    });
}

bool Diagnostics::has_unreadable() const noexcept {
    return std::any_of(all_.begin(), all_.end(),
                       [](const Diagnostic& d) { return d.severity == Severity::unreadable; });
}

}  // namespace offerkit::diagnostic
