#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <offerkit/choice/decision/detail/distribution.hpp>
#include <offerkit/choice/decision/findings.hpp>
#include <offerkit/choice/decision/pay_at_risk.hpp>
#include <offerkit/numeric/draw_tables.hpp>
#include <offerkit/numeric/word_stream.hpp>

namespace offerkit::choice::decision::detail {

/// What the value of each offer turns out to be, future by future, a block of them at a time. What is certain is summed
/// once; ratings with few outcomes are looked up together; each of the rest has random numbers of its own, which belong
/// to what the offers are like and not to their order.
class Futures {
public:
    static constexpr std::size_t block = 256;

    /// `pay` may be null, and outlives the constructor alone.
    Futures(const std::vector<std::vector<Rating>>& ratings, std::span<const double> weights, std::uint64_t seed,
            const DrawnPay* pay);

    /// Draws the futures from `first` on, which is even.
    void draw(std::uint64_t first) noexcept;
    /// The values of an offer in the futures last drawn.
    [[nodiscard]] std::span<const double> values(std::size_t offer) const noexcept {
        return std::span{values_}.subspan(offer * block, block);
    }

private:
    /// Some discrete parts of an offer's value, drawn together.
    struct Discrete {
        std::size_t offer;
        numeric::WordStream stream;
        numeric::AliasTable table;
    };
    /// An unknown: even between 0 and its weight.
    struct Even {
        std::size_t offer;
        numeric::WordStream stream;
        double weight;
    };
    /// Pay that share prices move, as weighted value over its normal score.
    struct Price {
        std::size_t offer;
        numeric::WordStream stream;
        std::vector<double> lower;  ///< what each normal number counts in the score
        numeric::ScoreCurve value;
    };

    void add_ratings(std::size_t offer, std::span<const Rating> row, std::span<const double> weights,
                     const numeric::PhiloxKey& key);
    void add_discrete(std::size_t offer, std::span<const Atom> atoms, const numeric::PhiloxKey& key);
    void add_pay(const DrawnPay& pay, double weight, const numeric::PhiloxKey& key);
    void draw_prices(std::uint64_t first) noexcept;
    /// The scores of the price number `last`, which is not the first.
    void add_up_scores(std::span<const double> lower, std::size_t last) noexcept;
    [[nodiscard]] double* row(std::size_t offer) noexcept { return &values_[offer * block]; }

    std::vector<double> certain_;  ///< by offer
    std::vector<Discrete> discrete_{};
    std::vector<Even> even_{};
    std::vector<Price> prices_{};
    std::vector<numeric::NormalTable> normal_{};  ///< one where prices are drawn, else none
    std::vector<double> normals_{};               ///< [normal number * block + future]
    std::vector<double> scores_{};
    std::vector<double> values_;  ///< [offer * block + future]
    std::uint64_t streams_ = 0;   ///< of ratings, given out
};

}  // namespace offerkit::choice::decision::detail
