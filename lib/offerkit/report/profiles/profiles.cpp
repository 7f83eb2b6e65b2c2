#include <offerkit/report/profiles/profiles.hpp>

#include <algorithm>
#include <utility>
#include <vector>

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
                             {"note", profile.note.empty() ? Document::null() : Document(profile.note)},
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
        page.heading(title_of(at->kind) + " (" + at->kind + ")");
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
    Document all = Document::array();
    for (const auto& profile : profiles) {
        all.push(entry_of(profile));
    }
    return envelope("profiles").set("profiles", std::move(all));
}

Sheet profiles_sheet(std::span<const model::ProfileHeader> profiles) {
    Sheet sheet;
    sheet.columns = {"kind", "id", "name", "as_of", "built_in", "source", "note"};
    for (const auto& profile : profiles) {
        sheet.row({profile.kind, profile.id, profile.name, cell_of(profile.as_of), profile.built_in ? "yes" : "no",
                   profile.source, profile.note.empty() ? SheetCell::empty() : SheetCell(profile.note)});
    }
    return sheet;
}

Page profile_page(const model::ProfileHeader& profile) {
    const std::string path = "profiles/" + profile.kind + "/" + profile.id + ".toml";
    Page page;
    page.title(profile.name);
    return page.text(profile.built_in ? "Built in, as of " + to_string(profile.as_of) +
                                            ". A file of your own at `~/.config/offerkit/" + path + "` goes before it."
                                      : "Your own, as of " + to_string(profile.as_of) + ".");
}

Document profile_document(const model::ProfileHeader& profile, const std::string& text) {
    return envelope("profiles").set("profiles", Document::array({entry_of(profile).set("text", text)}));
}

}  // namespace offerkit::report
