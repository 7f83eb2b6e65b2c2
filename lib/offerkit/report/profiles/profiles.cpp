#include <offerkit/report/profiles/profiles.hpp>

#include <algorithm>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/product/columns.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/envelope.hpp>

namespace offerkit::report {
namespace {

struct KindWords {
    std::string_view kind;
    std::string_view title;
};
constexpr KindWords kinds[] = {
    {"vesting", "Vesting schedules"},
    {"companies", "Companies' usual terms"},
    {"ladders", "Ladders of levels"},
    {"bands", "Published pay bands"},
    {"market", "Medians of pay"},
    {"claims", "What is said about asking"},
    {"priorities", "Priorities to begin from"},
    {"negotiation", "Rules for negotiating"},
    {"taxes", "Taxes by year"},
    {"places", "Places"},
    {"stocks", "Share prices"},
    {"exits", "How private companies ended"},
    {"career", "Priors for careers and searches"},
};

std::string title_of(std::string_view kind) {
    const auto found =
        std::find_if(std::begin(kinds), std::end(kinds), [&](const KindWords& words) { return words.kind == kind; });
    return found == std::end(kinds) ? std::string(kind) : std::string(found->title);
}

Document entry_of(const model::ProfileHeader& profile) {
    return Document::object({{"kind", profile.kind},
                             {"id", profile.id},
                             {"name", profile.name},
                             {"source", profile.source},
                             {"as_of", document_of(profile.as_of)},
                             {"note", text_or_null(profile.note)},
                             {"built_in", profile.built_in}});
}

}  // namespace

Page profiles_page(std::span<const model::ProfileHeader> profiles) {
    Page page;
    for (auto at = profiles.begin(); at != profiles.end();) {
        const auto end = std::find_if(at, profiles.end(), [&](const auto& other) { return other.kind != at->kind; });
        const bool any_own = std::any_of(at, end, [](const auto& profile) { return !profile.built_in; });
        Table table;
        table.columns = {{"Id", Align::left, Priority::key}, {"As of"}, {"What it is"}};
        if (any_own) {
            table.columns.push_back({"Kept"});
        }
        page.heading(diagnostic::formatted("{} ({})", title_of(at->kind), at->kind));
        for (; at != end; ++at) {
            std::vector<Cell> cells{at->id, to_string(at->as_of), at->name};
            if (any_own) {
                cells.emplace_back(at->built_in ? "built in" : "yours", at->built_in ? Tone::dim : Tone::normal);
            }
            table.row(std::move(cells));
        }
        page.add(std::move(table));
    }
    if (profiles.empty()) {
        page.text("There are none.");
    } else {
        page.text("`offerkit profiles KIND ID` shows one with its source.");
    }
    return page;
}

Document profiles_document(std::span<const model::ProfileHeader> profiles) {
    Document all = array_of(profiles, [&](const auto& profile) { return entry_of(profile); });
    return envelope("profiles").set("profiles", std::move(all));
}

Sheet profiles_sheet(std::span<const model::ProfileHeader> profiles) {
    using Profile = const model::ProfileHeader&;
    Columns<model::ProfileHeader> columns;
    columns.data("kind", &model::ProfileHeader::kind)
        .data("id", &model::ProfileHeader::id)
        .data("name", &model::ProfileHeader::name)
        .data("as_of", &model::ProfileHeader::as_of)
        .data("built_in", [](Profile profile) { return profile.built_in ? "yes" : "no"; })
        .data("source", &model::ProfileHeader::source)
        .data("note", &model::ProfileHeader::note);
    return columns.sheet(profiles);
}

Page profile_page(const model::ProfileHeader& profile) {
    const std::string path = diagnostic::formatted("profiles/{}/{}.toml", profile.kind, profile.id);
    Page page;
    page.title(profile.name);
    return page.text(
        profile.built_in
            ? diagnostic::formatted(
                  "Built in, as of {}. A file of your own at `~/.config/offerkit/{}` takes precedence over it.",
                  to_string(profile.as_of), path)
            : diagnostic::formatted("Your own, as of {}.", to_string(profile.as_of)));
}

Document profile_document(const model::ProfileHeader& profile, const std::string& text) {
    return envelope("profiles").set("profiles", Document::array({entry_of(profile).set("text", text)}));
}

}  // namespace offerkit::report
