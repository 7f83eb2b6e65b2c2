#include <offerkit/file/kind.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include <offerkit/model/fields/career_fields.hpp>
#include <offerkit/model/fields/fields.hpp>

namespace offerkit::file {

namespace {

/// How many more of the keys at the top of a file a kind knows than it does not know.
int fit(const Node& root, const model::Schema& schema) noexcept {
    int known = 0;
    for (const Entry& entry : root.entries) {
        known += find_field(schema, entry.key) != nullptr ? 1 : -1;
    }
    return known;
}

/// Whether a key stands at the top that this kind alone has, beside what an offer has.
bool is_marked(const Node& root, const model::Schema& schema) noexcept {
    return std::any_of(root.entries.begin(), root.entries.end(), [&](const Entry& entry) {
        return entry.key != "name" && find_field(schema, entry.key) != nullptr &&
               find_field(model::offer_schema(), entry.key) == nullptr;
    });
}

}  // namespace

std::string kind_of(const Node& root) {
    // What no other kind of file has, however few of its keys are right.
    for (const std::string_view key : {"start", "base", "grant", "sign_on", "role"}) {
        if (find_entry(root, key) != nullptr) {
            return "offer";
        }
    }
    std::string kind = "offer";
    int best = fit(root, model::offer_schema());
    const auto consider = [&](std::string name, const model::Schema& schema) {
        const int here = fit(root, schema);
        if (here > best && is_marked(root, schema)) {
            best = here;
            kind = std::move(name);
        }
    };
    consider("priorities", model::priorities_schema());
    consider("pipeline", model::pipeline_schema());
    consider("plan", model::career_schema());
    if (find_entry(root, "source") != nullptr || find_entry(root, "as_of") != nullptr) {
        for (const std::string_view profile : model::profile_kinds()) {
            consider("profiles/" + std::string{profile}, *model::profile_schema(profile));
        }
    }
    return kind;
}

std::string_view described_kind(std::string_view kind) noexcept {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 15> words{
        {{"offer", "an offer"},
         {"priorities", "a priorities file"},
         {"pipeline", "a pipeline file"},
         {"plan", "a career plan"},
         {"profiles/vesting", "a vesting profile"},
         {"profiles/companies", "a company profile"},
         {"profiles/ladders", "a ladder"},
         {"profiles/bands", "a profile of pay bands"},
         {"profiles/market", "a market profile"},
         {"profiles/claims", "a profile of claims"},
         {"profiles/priorities", "a priorities profile"},
         {"profiles/negotiation", "a negotiation profile"},
         {"profiles/taxes", "a tax form"},
         {"profiles/places", "a place"},
         {"profiles/career", "a prior for careers"}}};
    const auto found = std::find_if(words.begin(), words.end(), [&](const auto& word) { return word.first == kind; });
    return found == words.end() ? std::string_view{"a profile"} : found->second;
}

}  // namespace offerkit::file
