#include <offerkit/model/fields/fields.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include <offerkit/model/fields/tables.hpp>

namespace offerkit::model {

namespace {

constexpr std::array<std::string_view, 13> kinds{"vesting", "companies",  "ladders",     "bands", "market",
                                                 "claims",  "priorities", "negotiation", "taxes", "places",
                                                 "stocks",  "exits",      "career"};

}  // namespace

const Field* find_field(const Schema& schema, std::string_view key) noexcept {
    const auto found =
        std::find_if(schema.fields.begin(), schema.fields.end(), [&](const Field& field) { return field.key == key; });
    return found == schema.fields.end() ? nullptr : &*found;
}

const Schema& offer_schema() noexcept { return tables::offer; }

const Schema& priorities_schema() noexcept { return tables::priorities; }

const Schema& pipeline_schema() noexcept { return tables::pipeline; }

const Schema* profile_schema(std::string_view kind) noexcept {
    static constexpr std::array<std::pair<std::string_view, const Schema*>, kinds.size()> schemas{{
        {"vesting", &tables::vesting_profile},
        {"companies", &tables::company_profile},
        {"ladders", &tables::ladder_profile},
        {"bands", &tables::band_profile},
        {"market", &tables::market_profile},
        {"claims", &tables::claims_profile},
        {"priorities", &tables::priorities_profile},
        {"negotiation", &tables::negotiation_profile},
        {"taxes", &tables::tax_profile},
        {"places", &tables::place_profile},
        {"stocks", &tables::stocks_profile},
        {"exits", &tables::exits_profile},
        {"career", &tables::career_profile},
    }};
    const auto found =
        std::find_if(schemas.begin(), schemas.end(), [&](const auto& entry) { return entry.first == kind; });
    return found == schemas.end() ? nullptr : found->second;
}

std::span<const std::string_view> profile_kinds() noexcept { return kinds; }

std::span<const std::string_view> standard_rungs() noexcept {
    return find_field(*find_field(tables::ladder_profile, "level")->table, "rung")->choices;
}

}  // namespace offerkit::model
