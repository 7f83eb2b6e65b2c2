#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <offerkit/choice/after_tax/after_tax.hpp>
#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/diagnostic/source.hpp>
#include <offerkit/model/fields/catalogue.hpp>
#include <offerkit/quantity/money.hpp>
#include <offerkit/words.hpp>

/// What a negotiation is about and what it finds, part by part (docs/numbers.md, "Negotiating").
namespace offerkit::choice::negotiation {

/// The figure that the amounts of a negotiation are expressed in: `annualized` is what letters and recruiters quote.
/// `decide` is the yearly average too, but offers are set against each other by everything that counts in a decision.
enum class Metric { annualized, average, present_value, first_year, decide };
[[nodiscard]] constexpr auto words(Metric) noexcept {
    using enum Metric;
    return std::to_array<Word<Metric>>({{annualized, "annualized"},
                                        {average, "average"},
                                        {present_value, "present_value"},
                                        {first_year, "first_year"},
                                        {decide, "decide"}});
}

/// The definition whose figure it is.
[[nodiscard]] model::Definition definition_of(Metric metric) noexcept;

/// What the metric is taxed by, where it counts what stays: the law of each offer, in order, and who is taxed.
struct MetricTaxes {
    std::span<const std::optional<TaxLaw>> laws{};  ///< empty: the metric is before tax
    const model::Household* household = nullptr;    ///< null: one person without anything else

    [[nodiscard]] bool counted() const noexcept { return !laws.empty(); }
};

/// Where an amount stands in a pay range.
struct InRange {
    model::PayRange range{};                      ///< with the middle, worked out from both ends where it is not stated
    std::optional<quantity::Rate> compa_ratio{};  ///< amount / middle
    std::optional<quantity::Rate> penetration{};  ///< (amount - min) / (max - min); below 0 or above 1 outside
};

/// Where an amount stands among percentiles: linear between the points given.
struct AmongPercentiles {
    std::optional<quantity::Rate> percentile{};  ///< 0 to 100; absent outside the points given
    int below = 0;                               ///< the lowest point, where the amount is under it; else 0
    int above = 0;                               ///< the highest point, where the amount is over it; else 0
};

/// What a published source says is paid at the offer's level.
struct PublishedPay {
    std::string what;    ///< "median of the rung `senior`": what the figures are of
    std::string source;  ///< the profile's name
    calendar::Date as_of;
    std::optional<Money> total{};
    std::optional<Money> base{};
    model::PayRange base_range{};  ///< of a posting
};

/// Where an offer stands before anybody asks for anything.
struct Position {
    Money salary;                     ///< a year, on the first day, in the offer's currency
    std::optional<InRange> base{};    ///< in the band of the file
    std::optional<InRange> equity{};  ///< the new-hire grant in it
    std::optional<InRange> sign_on{};
    Money annualized;  ///< what market figures are compared with, in the offer's currency
    std::optional<AmongPercentiles> market{};
    std::size_t rank = 1;  ///< among the files, by the metric
    std::size_t files = 1;
};

/// How sure another way is, from what can be relied on to what is hoped for.
enum class Grade { written, verbal, process, current, search };
[[nodiscard]] constexpr auto words(Grade) noexcept {
    using enum Grade;
    return std::to_array<Word<Grade>>(
        {{written, "written"}, {verbal, "verbal"}, {process, "process"}, {current, "current"}, {search, "search"}});
}

/// One way to go without the offer at hand (BATNA: Fisher & Ury 1981; Lax & Sebenius 1986).
struct Alternative {
    std::size_t offer = 0;  ///< its place in the comparison
    Grade grade = Grade::written;
    Money figure;              ///< the metric, as if it were there; of the job held now what is still to come
    Money clawback;            ///< of the job held now: owed on leaving, and so kept by staying; the whole amount
    Money standing;            ///< figure with the clawback as the metric counts it
    quantity::Rate chance{1};  ///< that it comes true
    Money worth;               ///< with its chance: p standing + (1 - p) of the next best
    double value = 0;          ///< the same in the unit of the preference
    std::optional<Money> make_whole{};  ///< of the job held now: what leaving forfeits and owes; beside the figures
};

/// The other offers as ways to go, the best first; ties go to what is surer. What is only hoped for is worth
/// p V + (1 - p) V(next best), the next best being the best of those below it, and nothing where there is none.
struct Alternatives {
    std::vector<Alternative> all{};

    [[nodiscard]] bool empty() const noexcept { return all.empty(); }
    /// The best alternative to an agreement. Not for none.
    [[nodiscard]] const Alternative& batna() const noexcept { return all.front(); }
    /// The one that is that offer of the comparison; it must be there.
    [[nodiscard]] const Alternative& of(std::size_t offer) const noexcept;
    /// The best of those that do not hang on an interview; nothing where there is none.
    [[nodiscard]] const Alternative* surest() const noexcept;
};

/// What a private company would have to be sold for so that the offer at hand and one of the other ways tie.
struct CompanyBreakEven {
    std::size_t offer = 0;                                  ///< whose shares are private
    std::size_t against = 0;                                ///< what it is set against
    model::Definition figure = model::Definition::average;  ///< that they tie on
    CompanyTie tie;
};

/// A part of an offer that can be asked for more of. Equity is a lever in money and in shares, since letters quote
/// either.
enum class LeverKind { base, bonus, sign_on, equity, equity_shares, level };
[[nodiscard]] constexpr auto words(LeverKind) noexcept {
    using enum LeverKind;
    return std::to_array<Word<LeverKind>>({{base, "base"},
                                           {bonus, "bonus"},
                                           {sign_on, "sign_on"},
                                           {equity, "equity"},
                                           {equity_shares, "equity_shares"},
                                           {level, "level"}});
}

/// How much of a lever: money, a share of base, or shares.
using Amount = std::variant<Money, quantity::Rate, quantity::Shares>;

/// What a lever or a package is to reach: the best alternative (with everything that counts, where priorities say so),
/// or the target.
enum class Goal { batna, target };
[[nodiscard]] std::string_view to_string(Goal goal) noexcept;

/// Why a lever alone does not do it.
enum class Obstacle {
    nothing,
    over_cap,  ///< the band ends before
    no_effect  ///< however much of it moves the metric too little, or not at all
};

/// What one lever alone would take to reach a goal.
struct LeverAnswer {
    Goal goal = Goal::target;
    LeverKind lever = LeverKind::base;
    std::optional<Amount> needed{};  ///< the change; absent where nothing does it
    std::optional<Amount> level{};   ///< the new amount
    std::optional<Money> resulting{};
    std::optional<Amount> cap{};
    bool is_new = false;  ///< the offer has none of it yet
    bool reachable = false;
    Obstacle obstacle = Obstacle::nothing;
    model::Flexibility flexibility = model::Flexibility::none;
    std::vector<std::string> settings{};  ///< of `--set`; empty where there is nothing to change
    std::string said{};                   ///< the same at the next number that people say, for a page
};

/// `easiest_first` fills the lever that moves most easily up to its cap before the next; `spread` asks every lever that
/// moves at all for an equal part, less what whole shares bring beyond theirs. Neither asks for what is fixed by
/// policy.
enum class PackageKind { easiest_first, spread };
[[nodiscard]] std::string_view to_string(PackageKind kind) noexcept;

struct PackagePart {
    LeverKind lever = LeverKind::base;
    Amount needed;
    Amount level;
    bool at_cap = false;
    std::string setting;
};

/// A combined ask inside every cap.
struct Package {
    Goal goal = Goal::target;
    PackageKind kind = PackageKind::easiest_first;
    std::vector<PackagePart> parts{};
    Money resulting;
    bool reachable = true;  ///< else all levers stand at their caps and it is still short
};

/// The same value a year in every lever: what so much more base is worth in the others.
struct Exchange {
    Money base;   ///< more a year, in the offer's currency
    Money worth;  ///< what that adds to the metric
    struct Equal {
        LeverKind lever = LeverKind::sign_on;
        Amount amount;
    };
    std::vector<Equal> equals{};  ///< levers that can make it up
};

/// The highest that a lever may stand at, and who says so.
struct Ceiling {
    LeverKind lever = LeverKind::base;
    Amount cap;
    bool from_band = false;  ///< else the usual room of such an employer
    std::string source{};
    std::optional<calendar::Date> as_of{};
};

/// Where a target comes from.
enum class TargetFrom { stated, competing_offer, market, markup, reservation };
[[nodiscard]] constexpr auto words(TargetFrom) noexcept {
    using enum TargetFrom;
    return std::to_array<Word<TargetFrom>>({{stated, "stated"},
                                            {competing_offer, "competing_offer"},
                                            {market, "market"},
                                            {markup, "markup"},
                                            {reservation, "reservation"}});
}

/// What to aim for: what was asked for, else the largest of the best competing offer, the market's 75th percentile and
/// the offer and a tenth; in any case at least what one would walk away for.
struct Target {
    Money amount;
    TargetFrom from = TargetFrom::markup;
    std::optional<Money> competing_offer{};  ///< absent: there is none
    std::optional<Money> market{};           ///< absent: not known, or not a figure of this metric
    Money markup;                            ///< the offer and a tenth
};

/// What to say. Every number is one that people say (`as_spoken`), and none is above the ceiling or the strongest
/// reason.
struct Ask {
    std::optional<Money> low{};  ///< a range, before there is an offer: at least the target, unless a limit is below it
    std::optional<Money> high{};
    std::optional<Money> counter{};  ///< the answer to an offer; absent before there is one, where the offer is at the
                                     ///< target already, and where nothing can be asked for
    bool reachable = true;           ///< the target, with every lever at its ceiling
    std::optional<Money> cap{};      ///< the metric with every lever at its ceiling; absent: none is known
};

/// One part, as it is said: a number that people say, inside its ceiling.
struct AskPart {
    LeverKind lever = LeverKind::base;
    Amount from;
    Amount to;
    Amount change;
    std::optional<quantity::Rate> rise{};  ///< change / from; absent where there is nothing yet
    std::string setting;                   ///< the argument of `--set` that does it
};

struct OnePiece {
    std::vector<AskPart> parts{};        ///< the easiest first
    Money together;                      ///< the metric with all of them
    std::optional<Money> first_alone{};  ///< with the first alone; absent without parts
};

/// How far a negotiation has come, by the file.
enum class Stage {
    before_offer,  ///< still interviewing, or no pay is named yet
    offer,         ///< an offer in hand
    counter_offer  ///< the job held now, which answers another offer
};
[[nodiscard]] constexpr auto words(Stage) noexcept {
    using enum Stage;
    return std::to_array<Word<Stage>>(
        {{before_offer, "before_offer"}, {offer, "offer"}, {counter_offer, "counter_offer"}});
}

/// One level up, by the ratio of two medians of one source and date: a figure of another year is never subtracted.
struct LevelStep {
    std::string name;      ///< of the level, on the offer's own ladder
    quantity::Rate ratio;  ///< median total there / median total at the offer's level
    std::string source;
    calendar::Date as_of;
};

/// The time there is to answer.
struct Deadline {
    std::optional<calendar::Date> decide_by{};
    std::optional<std::int64_t> days_given{};  ///< from the day it was received
    std::optional<std::int64_t> days_left{};   ///< from the as-of day; below 0 once it has passed
};

/// An interview still under way.
struct InProcess {
    std::size_t offer = 0;
    quantity::Rate chance{};
    std::optional<calendar::Date> expected{};
    bool in_time = false;                       ///< known before the deadline in any case
    std::optional<quantity::Rate> published{};  ///< the company's own odds from an onsite to an offer
};

/// Taking the offer now against waiting for those in process, each amount as the pay at this offer that is as good. The
/// expectation is that of the alternatives: every one counts with its chance, what fails falls to the next best.
struct Waiting {
    std::vector<InProcess> offers{};
    Money accept_now;
    Money wait;                             ///< letting the offer go and waiting
    Money with_extension;                   ///< waiting while the offer stays open
    Money extension;                        ///< what staying open is worth: the last less the best without it
    std::optional<calendar::Date> until{};  ///< when the last of them should be known
};

/// Something in an offer to clear up before signing it, seen from its file alone.
struct RedFlag {
    std::string code;     ///< stable: "short-deadline"
    std::string message;  ///< what it is
    std::string ask;      ///< what to ask for
    diagnostic::Span span{};
};

}  // namespace offerkit::choice::negotiation
