#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/decision/decision.hpp>
#include <offerkit/choice/negotiation/alternatives.hpp>
#include <offerkit/choice/negotiation/ask.hpp>
#include <offerkit/choice/negotiation/package.hpp>
#include <offerkit/choice/negotiation/position.hpp>
#include <offerkit/choice/negotiation/red_flags.hpp>
#include <offerkit/choice/negotiation/timing.hpp>

namespace offerkit::choice {

/// What a negotiation is asked for, beside the offers.
struct NegotiationTerms {
    negotiation::Metric metric = negotiation::Metric::average;
    std::optional<Money> target{};                       ///< in the currency of the results
    std::optional<negotiation::NextLevel> next{};        ///< what one level up is said to pay
    std::vector<negotiation::PublishedPay> published{};  ///< what is said to be paid at the offer's level
    const model::Priorities* priorities = nullptr;       ///< the caller's: with factors, what else counts
};

/// Something that can justify a number to the other side.
struct Justification {
    enum class Kind { competing_offer, band, market };
    Kind kind = Kind::market;
    Money amount;        ///< up to which, in the metric
    std::string source;  ///< a company, or who published it
    std::optional<calendar::Date> as_of{};
};
[[nodiscard]] std::string_view to_string(Justification::Kind kind) noexcept;

/// What the files do not say and a negotiation would be better for.
enum class Missing { alternatives, band, caps, market, level, level_figures, grant_price };

/// Everything `negotiate` finds. Amounts are of the metric, in the currency of the comparison, unless they say
/// otherwise.
struct Negotiation {
    const model::Offer* offer = nullptr;  ///< the caller's
    Comparison comparison;                ///< of the offer, first, and the others
    NegotiationTerms terms{};
    model::NegotiationProfile practice;
    Money current;  ///< the offer as it stands
    negotiation::Position position;
    negotiation::Alternatives alternatives{};
    std::optional<Decision> decision{};  ///< with priorities that hold factors: the ranking without pay is in it
    bool counts_other_factors = false;   ///< whether the reservation does
    std::optional<Money> reservation{};  ///< walk away below; absent without an alternative, or where no pay ties
    negotiation::Target target;
    negotiation::Ceiling ceiling{};
    negotiation::Ask ask;
    std::optional<Money> settles_at{};  ///< where the counter, as it is said, ends by the settlement model
    std::vector<Justification> justifications{};
    std::vector<negotiation::LeverAnswer> levers{};  ///< those that reach the best alternative, then the target
    std::optional<negotiation::Exchange> exchange{};
    std::vector<negotiation::Package> packages{};
    std::vector<negotiation::Concession> concessions{};
    negotiation::WorthAsking worth;
    negotiation::Deadline deadline{};
    std::optional<negotiation::Waiting> waiting{};
    std::vector<negotiation::RedFlag> red_flags{};
    std::vector<Missing> missing{};

    [[nodiscard]] const value::ValuedOffer& valued() const noexcept { return comparison.offers.front(); }
    /// The most that something in the files justifies; nothing where nothing does.
    [[nodiscard]] const Justification* strongest() const noexcept;
    /// Whether a number is one to say: above what is offered, and not below what one would walk away for.
    [[nodiscard]] bool worth_saying(Money amount) const noexcept;
    /// Whether the counter (or the range) is above what anything justifies.
    [[nodiscard]] bool beyond_justified() const noexcept;
};

/// Solves the numbers of a negotiation over the first of some offers, the others being the ways to go without it
/// (docs/numbers.md, "Negotiating"). The offers must outlive the result; they and the practice are as the reader
/// accepts them. Nothing when there is none, one cannot be valued, or the target is in another currency than the
/// results, which is reported.
[[nodiscard]] std::optional<Negotiation> negotiate(std::span<const model::Offer> offers,
                                                   const model::Valuation& valuation, NegotiationTerms terms,
                                                   const model::NegotiationProfile& practice, Diagnostics& diagnostics);

}  // namespace offerkit::choice
