#include <offerkit/diagnostic/diagnostic.hpp>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <set>
#include <span>
#include <string_view>
#include <tuple>

#include <offerkit/diagnostic/codes.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/diagnostic/utf8.hpp>

namespace offerkit::diagnostic {

namespace {

/// Whether a character of UTF-8 may begin at a place of a text.
bool begins_character(std::string_view text, std::size_t at) {
    return at >= text.size() || utf8::begins_character(text[at]);
}

/// Cuts the middle out of a sentence that repeats too long a word of a file: how it begins and ends is kept.
void keep_short(std::string& sentence) {
    if (sentence.size() <= longest_sentence) {
        return;
    }
    constexpr std::size_t kept_end = longest_sentence / 4;
    std::size_t cut = longest_sentence - kept_end;
    std::size_t end = sentence.size() - kept_end;
    while (!begins_character(sentence, cut)) {
        --cut;
    }
    while (!begins_character(sentence, end)) {
        ++end;
    }
    sentence = sentence.substr(0, cut) + " … " + sentence.substr(end);
}

/// The problems of one source, cut to the gravest of them where there are too many, in their order.
void append_some(std::vector<Diagnostic>& told, std::span<Diagnostic> problems) {
    std::vector<std::size_t> order(problems.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto cut = static_cast<std::ptrdiff_t>(std::min(most_of_a_source, problems.size()));
    if (problems.size() > most_of_a_source) {
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return problems[a].severity < problems[b].severity; });
        std::sort(order.begin(), order.begin() + cut);
    }
    for (auto index = order.begin(); index != order.begin() + cut; ++index) {
        told.push_back(std::move(problems[*index]));
    }
    if (problems.size() > most_of_a_source) {
        const auto more = static_cast<long long>(problems.size() - most_of_a_source);
        const Diagnostic& gravest = problems[order[most_of_a_source]];
        told.push_back({gravest.severity, codes::more_problems.id, Span{gravest.span.source, 0, 0, 0},
                        grouped(more) + (more == 1 ? " more problem" : " more problems") + " in this file",
                        "put these right first and check again"});
    }
}

}  // namespace

std::string_view to_string(Severity severity) noexcept {
    switch (severity) {
        case Severity::unreadable:
        case Severity::error: return "error";
        case Severity::warning: return "warning";
        case Severity::note: return "note";
    }
    return "error";
}

void Diagnostics::add(Diagnostic diagnostic) {
    keep_short(diagnostic.message);
    keep_short(diagnostic.help);
    if (diagnostic.related) {
        keep_short(diagnostic.related->message);
    }
    all_.push_back(std::move(diagnostic));
}

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
    std::vector<Diagnostic> told;
    told.reserve(once.size());
    for (auto first = once.begin(); first != once.end();) {
        const auto last = std::find_if(
            first, once.end(), [&](const Diagnostic& other) { return other.span.source != first->span.source; });
        append_some(told, {first, last});
        first = last;
    }
    return told;
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
