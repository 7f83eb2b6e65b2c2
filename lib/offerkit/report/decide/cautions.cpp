#include <offerkit/report/decide/cautions.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/words/comparisons.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using choice::decision::WarningKind;
using diagnostic::formatted;

class Cautions {
public:
    Cautions(const DecideView& view, const DecideWords& words) : view_(view), decision_(view.decision), words_(words) {}

    [[nodiscard]] std::vector<std::string> sentences() const {
        std::vector<std::string> lines;
        if (!view_.priorities.profile.empty()) {
            lines.push_back(formatted(
                "These priorities are a starting point, `{}`, not yours: `offerkit decide --weights --priorities {} -o "
                "me.toml` makes them yours",
                view_.priorities.profile, view_.priorities.profile));
        }
        if (decision_.judgement.money) {
            if (auto line = asymmetry_line(view_.comparison, words_.names()); !line.empty()) {
                lines.push_back(std::move(line));
            }
        }
        // What holds for several offers is told once.
        const auto& warnings = decision_.warnings;
        for (auto warning = warnings.begin(); warning != warnings.end(); ++warning) {
            const auto same = [&](const auto& other) { return other.offer && other.message == warning->message; };
            if (!warning->offer) {
                lines.push_back(capitalised(warning->message));
            } else if (std::none_of(warnings.begin(), warning, same)) {
                std::vector<std::string> names;
                for (const auto& other : warnings) {
                    if (same(other)) {
                        names.push_back(words_.offer(*other.offer));
                    }
                }
                lines.push_back(formatted("{}: {}", joined(names), warning->message));
            }
        }
        return lines;
    }

    [[nodiscard]] std::string in_brief() const {
        std::vector<std::string> clauses;
        if (!view_.priorities.profile.empty()) {
            clauses.push_back(
                formatted("a starting point, `{}`, not yours (`--weights` makes it so)", view_.priorities.profile));
        }
        if (decision_.judgement.money && !asymmetry_line(view_.comparison, words_.names()).empty()) {
            clauses.emplace_back("offers that do not say the same things");
        }
        std::size_t missing = 0;
        for (const auto& warning : decision_.warnings) {
            missing += warning.kind == WarningKind::missing_rating ? warning.factors.size() : 0;
        }
        for (const auto& warning : decision_.warnings) {
            std::string clause = clause_of(warning, missing);
            if (!clause.empty() && std::find(clauses.begin(), clauses.end(), clause) == clauses.end()) {
                clauses.push_back(std::move(clause));
            }
        }
        return in_a_row(clauses, "; ");
    }

private:
    [[nodiscard]] std::string clause_of(const choice::decision::Warning& warning, std::size_t missing) const {
        switch (warning.kind) {
            case WarningKind::missing_rating:
                return missing == 1 ? "a missing rating" : formatted("{} missing ratings", std::to_string(missing));
            case WarningKind::must_have: break;
            case WarningKind::not_made: return formatted("{}, no offer yet", words_.offer(*warning.offer));
            case WarningKind::pay_outside_scale: return "pay beyond its scale" + some_with(warning.kind);
            case WarningKind::named_like_money: return "what sounds like money";
            case WarningKind::split_branch: return "a branch split finely";
            case WarningKind::many_factors: return "too many factors";
            case WarningKind::equal_column: return "factors that do not tell the offers apart";
            case WarningKind::importance: return "scales without words for their ends";
            case WarningKind::other_winner:
                return formatted("{}, which {}", words_.offer(*warning.offer), warning.message);
            case WarningKind::sampled: return "figures from draws";
        }
        return {};
    }

    // " at Google": the offers that a warning of this kind is about, unless it is about all of them.
    [[nodiscard]] std::string some_with(WarningKind kind) const {
        std::vector<std::string> names;
        for (const auto& warning : decision_.warnings) {
            if (warning.kind == kind && warning.offer) {
                names.push_back(words_.offer(*warning.offer));
            }
        }
        return names.size() == decision_.ranking.size() ? "" : " at " + joined(names);
    }

    const DecideView& view_;
    const choice::Decision& decision_;
    const DecideWords& words_;
};

}  // namespace

std::vector<std::string> cautions_of(const DecideView& view, const DecideWords& words) {
    return Cautions(view, words).sentences();
}

std::string beware_of(const DecideView& view, const DecideWords& words) { return Cautions(view, words).in_brief(); }

}  // namespace offerkit::report
