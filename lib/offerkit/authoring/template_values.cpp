#include <offerkit/authoring/template_values.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <offerkit/authoring/template.hpp>

namespace offerkit::authoring {

namespace {

constexpr std::string_view written_by = "Written by `offerkit init";
constexpr std::string_view with_company = " --company ";
constexpr std::string_view written_on = "` on ";

/// The template that a file says it began as; nothing where it says nothing of the kind.
std::optional<std::string> template_of(const diagnostic::Source& source, const file::ProfileStore& profiles) {
    constexpr std::size_t introduction = 8192;
    const std::string_view text = std::string_view{source.text()}.substr(0, introduction);
    const std::size_t begin = text.find(written_by);
    if (begin == std::string_view::npos) {
        return std::nullopt;
    }
    std::string_view rest = text.substr(begin + written_by.size());
    rest = rest.substr(0, rest.find('\n'));
    const std::size_t on = rest.find(written_on);
    const auto today =
        on == std::string_view::npos ? std::nullopt : calendar::parse_date(rest.substr(on + written_on.size(), 10));
    if (!today) {
        return std::nullopt;
    }
    if (!rest.starts_with(with_company)) {
        return offer_template(*today);
    }
    const std::size_t named = with_company.size();
    // A company's profile may be gone since then: its template is nothing to complain of.
    diagnostic::Sources sources;
    diagnostic::Diagnostics problems;
    return on > named
               ? company_template(profiles, std::string{rest.substr(named, on - named)}, {sources, problems}, *today)
               : std::nullopt;
}

/// A line of a template with its comment, which stands behind it or, where there is no room, above it.
struct ExampleLine {
    std::string_view line;
    std::string_view above{};

    friend bool operator==(const ExampleLine&, const ExampleLine&) = default;
};

/// The example in a line of a file, if it looks like one: not a fact of a company, nor a name that says nothing. One
/// that is commented out counts where that is asked for.
std::optional<ExampleLine> example_in(const diagnostic::Source& source, std::uint32_t number, bool hidden_too) {
    ExampleLine found{source.line(number)};
    if (hidden_too && found.line.starts_with('#')) {
        found.line.remove_prefix(1);
    }
    const std::size_t equals = found.line.find(" = ");
    if (found.line.empty() || found.line.front() < 'a' || found.line.front() > 'z' ||
        equals == std::string_view::npos || found.line.starts_with("id = ") ||
        found.line.starts_with("name = \"Sign-on\"")) {
        return std::nullopt;
    }
    if (found.line.find("  # ") == std::string_view::npos && number > 1) {
        found.above = source.line(number - 1);
    }
    const std::string_view comment = found.above.empty() ? found.line : found.above;
    const bool fact = comment.find("Usual at ") != std::string_view::npos;
    return fact || comment.find("# ") == std::string_view::npos ? std::nullopt : std::optional{found};
}

}  // namespace

std::string origin_line(const model::CompanyProfile* company, calendar::Date today) {
    std::string line{written_by};
    if (company != nullptr) {
        line.append(with_company).append(company->header.id);
    }
    return line.append(written_on) + calendar::to_string(today) + ".";
}

std::vector<diagnostic::Span> template_values(const diagnostic::Source& source, const file::ProfileStore& profiles) {
    const auto began_as = template_of(source, profiles);
    if (!began_as) {
        return {};
    }
    const diagnostic::Source original{"template", *began_as};
    std::vector<ExampleLine> examples;
    for (std::uint32_t number = 1; number <= original.line_count(); ++number) {
        if (const auto example = example_in(original, number, true)) {
            examples.push_back(*example);
        }
    }
    std::vector<diagnostic::Span> found;
    for (std::uint32_t number = 1; number <= source.line_count(); ++number) {
        const auto example = example_in(source, number, false);
        if (!example || std::find(examples.begin(), examples.end(), *example) == examples.end()) {
            continue;
        }
        const std::string_view line = example->line;
        const std::size_t begin = line.find(" = ") + 3;
        const std::size_t end = line.find_last_not_of(' ', line.find("  #")) + 1;
        found.push_back({0, number, static_cast<std::uint32_t>(begin + 1), static_cast<std::uint32_t>(end - begin)});
    }
    return found;
}

}  // namespace offerkit::authoring
