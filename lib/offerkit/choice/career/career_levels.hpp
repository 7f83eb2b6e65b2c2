#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <offerkit/model/fields/catalogue.hpp>
#include <offerkit/model/offer.hpp>
#include <offerkit/quantity/fraction.hpp>
#include <offerkit/value/valued_offer.hpp>

namespace offerkit::choice {

/// A level of another ladder that a level corresponds to (docs/numbers.md, "Levels").
struct LevelNeighbour {
    std::string ladder;
    std::string name;
    std::string title{};
    std::optional<quantity::Rate> share{};  ///< of the level's own interval that both cover; absent: they stand on the
                                            ///< same rung, no more is known
    std::int64_t from = 0;                  ///< the stretch of the common scale that both cover; 0 without a share
    std::int64_t to = 0;
};

/// Where a level stands.
struct LevelPlace {
    std::string ladder;
    std::string name;
    std::string title{};
    std::string rung{};
    bool approximate = false;                  ///< its ladder has no intervals, so that it is placed by its rung alone
    std::vector<LevelNeighbour> neighbours{};  ///< by ladder in the order given, the largest share first

    /// What part of its interval a ladder's levels do not cover, because that ladder ends earlier; nothing where the
    /// two are set side by side by rung alone or do not correspond at all.
    [[nodiscard]] std::optional<quantity::Rate> uncovered_by(std::string_view other) const;
};

/// The ladder of that id, or null.
[[nodiscard]] const model::Ladder* find_ladder(std::span<const model::Ladder> ladders, std::string_view id) noexcept;
/// The level of that name, or null.
[[nodiscard]] const model::LadderLevel* find_level(const model::Ladder& ladder, std::string_view name) noexcept;
/// Whether a level stands on the common scale.
[[nodiscard]] bool has_interval(const model::LadderLevel& level) noexcept;

/// Places a level among ladders: by how much of its interval theirs cover, which adds up to at most 1 for a ladder, or
/// by its rung where one of the two has no interval. Nothing when no ladder of its name lists it.
[[nodiscard]] std::optional<LevelPlace> place_level(const model::Level& level, std::span<const model::Ladder> ladders);

/// What a published figure is of. The enumerators stand in the order in which they are to be trusted for one level.
enum class PayBasis {
    level,    ///< medians of what people on this very level are paid
    rung,     ///< medians of a standard rung, over many companies
    posting,  ///< the range that a posting of the company names for this level
};

/// What one source says is paid a year at a level. Medians are each a median of its own: parts do not add up to the
/// total, and a difference of two medians is not the median of differences.
struct LevelPay {
    const model::ProfileHeader* source = nullptr;  ///< the profile's, with its source and date; never null
    PayBasis basis = PayBasis::level;
    std::string title{};  ///< of the rung or the posting, where the source gives one
    std::optional<quantity::Money> total{};
    std::optional<quantity::Money> base{};
    std::optional<quantity::Money> stock{};
    std::optional<quantity::Money> bonus{};
    model::PayRange base_range{};                ///< of a posting
    model::PayRange total_range{};               ///< of a posting
    std::optional<quantity::Rate> bonus_rate{};  ///< of a posting: target bonus as a share of base

    [[nodiscard]] bool is_range() const noexcept { return basis == PayBasis::posting; }
};

/// Everything that bands and markets say about a level: its own medians, those of its rung, then postings that name it;
/// within each in the order given. The profiles must outlive the result.
[[nodiscard]] std::vector<LevelPay> pay_at(std::string_view ladder, const model::LadderLevel& level,
                                           std::span<const model::BandProfile> bands,
                                           std::span<const model::MarketProfile> markets);

/// What one source says about the next level and, where it does, about the level itself.
struct LevelUpPay {
    LevelPay next{};
    std::optional<LevelPay> own{};  ///< from the same source on the same basis, so that the two can be compared

    /// What the level is worth by this source: the next level's median total less the own one. Nothing without both.
    [[nodiscard]] std::optional<quantity::Money> worth() const noexcept;
};

/// What medians pay a year above an offer; negative where the offer pays more. Each difference stands by itself.
struct PayGap {
    std::optional<quantity::Money>
        total{};                            ///< against `annualized`, the convention that such medians are collected by
    std::optional<quantity::Money> base{};  ///< against the salary on the first day
    std::optional<quantity::Money> stock{};  ///< against the grants' value / vesting years
    std::optional<quantity::Money> bonus{};  ///< against the whole targets
};

/// Medians less the offer. Parts that the source does not give are absent, and all are where its currency is another.
[[nodiscard]] PayGap gap_to(const LevelPay& pay, const value::ValuedOffer& offer) noexcept;

/// Stock as a part of base, stock and bonus, by medians: how far pay has moved to equity. An indication, because
/// medians of parts are no parts of one whole. Nothing without all three.
[[nodiscard]] std::optional<quantity::Rate> stock_share(const LevelPay& pay) noexcept;

/// The level above a level of its own ladder, and what is published about it.
struct LevelUp {
    model::LadderLevel own{};
    model::LadderLevel next{};
    bool same_rung = false;  ///< both stand on one rung: medians by rung cannot tell them apart and are left out
    std::optional<model::LadderLevel> next_rung{};  ///< the first level above the rung, where both stand on one
    std::vector<LevelUpPay> pay{};                  ///< the most trustworthy first; empty: nothing is published
};

/// Why there is no level above.
enum class NoLevelUp { unknown_ladder, unknown_level, top_of_ladder };

/// One level up from a level, with what medians and postings say about it (docs/numbers.md, "Levels"). The profiles
/// must outlive the result.
[[nodiscard]] std::variant<LevelUp, NoLevelUp> level_up(const model::Level& level,
                                                        std::span<const model::Ladder> ladders,
                                                        std::span<const model::BandProfile> bands,
                                                        std::span<const model::MarketProfile> markets);

}  // namespace offerkit::choice
