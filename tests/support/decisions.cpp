#include "support/decisions.hpp"

#include <offerkit/file/read.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/offers.hpp"

namespace decisions {

using namespace offerkit;

std::string offer(const std::string& company, int salary, const std::string& factors) {
    return "company = \"" + company +
           "\"\ncurrency = \"USD\"\nstart = 2026-01-01\n[base]\nsalary = " + std::to_string(salary) + "\n[factors]\n" +
           factors;
}

Deciding::Deciding(const std::vector<std::string>& offers, const std::string& priorities,
                   const choice::DecisionOptions& options) {
    diagnostic::Sources sources;
    diagnostic::Diagnostics diagnostics;
    const file::ProfileStore profiles{std::vector<std::string>{}};
    const file::Reading into{sources, diagnostics, profiles, {}};
    char name = 'a';
    for (const std::string& text : offers) {
        auto read = file::read_offer(into, std::string{name++} + ".toml", text);
        if (read) {
            offers_.push_back(std::move(*read));
        }
    }
    const support::ScratchFolder folder;
    priorities_ =
        file::read_priorities_file(into, folder.write("me.toml", priorities).string(), quantity::Currency::of("USD"));
    if (!diagnostics.has_errors()) {
        comparison_ = choice::compare(offers_, offers::valuation(), diagnostics);
        REQUIRE(comparison_.has_value());
        decision_ = choice::decide(*comparison_, *priorities_, options, diagnostics);
    }
    for (const auto& problem : diagnostics.sorted()) {
        const auto place = [&](const diagnostic::Span& span) {
            const std::string& path = sources[span.source].name();
            return path.substr(path.find_last_of('/') + 1) + ":" + std::to_string(span.line);
        };
        problems_.push_back(place(problem.span) + ":" + std::to_string(problem.span.column) + " " +
                            std::string{problem.code} +
                            (problem.related ? " (" + place(problem.related->span) + ")" : ""));
    }
}

const choice::Decision& Deciding::operator*() const {
    CAPTURE(problems_);
    REQUIRE(decision_.has_value());
    return *decision_;
}

std::vector<std::string> Deciding::warnings() const {
    std::vector<std::string> all;
    for (const auto& warning : (**this).warnings) {
        all.push_back((warning.offer ? std::to_string(*warning.offer) + " " : "") + std::string{word(warning.kind)});
    }
    return all;
}

}  // namespace decisions
