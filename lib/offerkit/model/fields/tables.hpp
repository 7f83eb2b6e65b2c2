#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include <offerkit/model/fields/catalogue.hpp>
#include <offerkit/model/fields/fields.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/model/priorities.hpp>
#include <offerkit/model/tax_words.hpp>
#include <offerkit/words.hpp>

/// The tables that several kinds of file share, so that a schedule is written alike wherever it stands.
namespace offerkit::model::tables {

extern const Schema offer;
extern const Schema priorities;
extern const Schema pipeline;
extern const Schema base;
extern const Schema bonus;
extern const Schema sign_on;
extern const Schema benefits;
extern const Schema cost;
extern const Schema grant;
extern const Schema vesting;
extern const Schema series;
extern const Schema other_options;
extern const Schema exit;
extern const Schema vesting_profile;
extern const Schema ladder_profile;
extern const Schema band_profile;
extern const Schema market_profile;
extern const Schema company_profile;
extern const Schema claims_profile;
extern const Schema stocks_profile;
extern const Schema priorities_profile;
extern const Schema negotiation_profile;
extern const Schema tax_profile;
extern const Schema place_profile;
extern const Schema exits_profile;
extern const Schema career_profile;

inline constexpr std::array<std::string_view, 1> vesting_kind{"vesting"};
inline constexpr std::array<std::string_view, 1> ladder_kind{"ladders"};
inline constexpr std::array<std::string_view, 1> exits_kind{"exits"};

/// What every profile carries: a fact without a source and a date is hearsay.
inline constexpr std::array<Field, 4> header_fields{{
    {.key = "name",
     .accepts = Accepts::text,
     .doc = "What the profile describes",
     .required = true,
     .sample = R"("Google 38/32/20/10, monthly")"},
    {.key = "source",
     .accepts = Accepts::text,
     .doc = "Where the facts are from",
     .required = true,
     .sample = R"("offer letters, 2026")"},
    {.key = "as_of",
     .accepts = Accepts::date,
     .doc = "The day the source speaks for",
     .required = true,
     .sample = "2026-01-01"},
    {.key = "note",
     .accepts = Accepts::text,
     .doc = "What is contested or assumed",
     .sample = R"("older grants are even")"},
}};

/// The keys of a kind of profile: the header, then its own.
template <std::size_t N>
constexpr std::array<Field, header_fields.size() + N> with_header(const Field (&own)[N]) {
    std::array<Field, header_fields.size() + N> all{};
    std::copy(header_fields.begin(), header_fields.end(), all.begin());
    std::copy(own, own + N, all.begin() + header_fields.size());
    return all;
}

}  // namespace offerkit::model::tables
