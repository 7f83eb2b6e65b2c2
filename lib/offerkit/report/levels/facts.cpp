#include <offerkit/report/levels/facts.hpp>

#include <algorithm>
#include <map>
#include <utility>

#include <offerkit/contract.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/words/wording.hpp>
#include <offerkit/value/review.hpp>

namespace offerkit::report {

using choice::LevelPlace;
using choice::LevelUp;
using choice::NoLevelUp;
using choice::PayBasis;
using diagnostic::formatted;

const model::LadderLevel& level_of(const LevelFacts& facts, const LevelPlace& place) {
    const auto* ladder = choice::find_ladder(facts.ladders, place.ladder);
    const auto* level = ladder == nullptr ? nullptr : choice::find_level(*ladder, place.name);
    expects(level != nullptr);
    return *level;
}

std::string old_level_facts(std::span<const model::ProfileHeader* const> used, calendar::Date as_of) {
    std::map<calendar::Date, std::vector<std::string>> by_date;
    for (const auto* header : used) {
        auto& of_day = by_date[header->as_of];
        std::string name = header->kind + "/" + header->id;
        if (std::find(of_day.begin(), of_day.end(), name) == of_day.end()) {
            of_day.push_back(std::move(name));
        }
    }
    std::erase_if(by_date, [&](const auto& day) { return !value::is_old({"", "", "", day.first}, as_of); });
    std::vector<std::string> parts;
    for (const auto& [date, profiles] : by_date) {
        parts.push_back(formatted("{} of {}", joined(profiles), to_string(date)));
    }
    return parts.empty() ? "" : formatted("Facts older than two years: {}.", in_a_row(parts, "; "));
}

std::vector<std::string> missing_figures(const OfferLevel& level) {
    std::vector<std::string> lines;
    const auto* up = std::get_if<LevelUp>(&level.up);
    if (up == nullptr) {
        if (std::get<NoLevelUp>(level.up) == NoLevelUp::top_of_ladder) {
            lines.push_back(formatted("{} is the highest level that `{}` lists", level.place.name, level.place.ladder));
        }
        return lines;
    }
    const std::string next = up->next.name;
    const auto any = [&](PayBasis basis) {
        return std::any_of(up->pay.begin(), up->pay.end(), [&](const auto& pay) { return pay.next.basis == basis; });
    };
    if (up->same_rung) {
        const std::string next_rung =
            up->next_rung ? formatted("; the next rung, {}, begins at {}", up->next_rung->rung, up->next_rung->name)
                          : "";
        lines.push_back(
            formatted("{} and {} stand on one rung, {}: medians by rung cannot tell them apart and are left out{}",
                      up->own.name, next, up->own.rung, next_rung));
    }
    if (!any(PayBasis::level)) {
        lines.push_back(
            formatted("no median for {} itself: look one up for today, write it into a `market` profile of "
                      "your own and name its folder with `--profiles`",
                      next));
    }
    if (!any(PayBasis::posting)) {
        lines.push_back(
            formatted("no posting for {}: the company's open positions often name a range of base pay; it "
                      "goes into a `bands` profile",
                      next));
    }
    lines.push_back(formatted(
        "what this company pays at {}: ask the recruiter for base, bonus and equity of both levels, in the same call",
        next));
    return lines;
}

std::string_view to_string(PayBasis basis) noexcept {
    switch (basis) {
        case PayBasis::level: return "level";
        case PayBasis::rung: return "rung";
        case PayBasis::posting: return "posting";
    }
    return "level";
}

}  // namespace offerkit::report
