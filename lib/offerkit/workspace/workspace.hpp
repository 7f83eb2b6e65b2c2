#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <offerkit/choice/comparison/comparison.hpp>
#include <offerkit/choice/decision/decision.hpp>
#include <offerkit/choice/leaving/leaving.hpp>
#include <offerkit/choice/negotiation/negotiation.hpp>
#include <offerkit/choice/timelines/timelines.hpp>
#include <offerkit/file/read.hpp>

/// The front door of the library: one object that owns what every job needs.
namespace offerkit {

using Offers = std::vector<model::Offer>;

/// Keeps the texts that were read, what is wrong with them, and the profiles at hand, so that reading and each job of
/// the program is one call. A job returns nothing, or leaves an offer out, only for a reason that `problems` names.
///
/// Results point into the offers and, for a decision, into the comparison and the priorities, so these must outlive
/// them; temporaries do not compile. One workspace belongs to one thread.
///
///     offerkit::Workspace workspace;
///     const auto offers = workspace.read({"a.toml", "b.toml"});
///     const auto comparison = workspace.compare(offers, {.as_of = today});
class Workspace {
public:
    /// `profile_folders` are searched before the profiles built in, in this order.
    explicit Workspace(std::vector<std::string> profile_folders = {});

    // What it hands out refers to it.
    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;
    ~Workspace() = default;

    /// Reads offer files. A file with an error is left out.
    [[nodiscard]] Offers read(const std::vector<std::string>& files);
    /// Reads an offer from a text; `name` stands for its file in problems.
    [[nodiscard]] std::optional<model::Offer> read_text(std::string name, std::string text);
    /// Reads priorities: a file, or the name of a profile such as "growth". `currency` is that of amounts if the file
    /// names none.
    [[nodiscard]] std::optional<model::Priorities> read_priorities(
        const std::string& name, std::optional<quantity::Currency> currency = std::nullopt);

    /// See choice::compare.
    [[nodiscard]] std::optional<choice::Comparison> compare(const Offers& offers, const model::Valuation& valuation);
    /// See choice::decide.
    [[nodiscard]] std::optional<choice::Decision> decide(const choice::Comparison& comparison,
                                                         const model::Priorities& priorities,
                                                         const choice::DecisionOptions& options = {});
    /// See choice::negotiate: what to ask for in the first of the offers, by the practice that is built in.
    [[nodiscard]] std::optional<choice::Negotiation> negotiate(const Offers& offers, const model::Valuation& valuation,
                                                               const choice::NegotiationTerms& terms = {});
    /// See choice::leaving.
    [[nodiscard]] choice::LeavingAnswers leave(const Offers& offers, const model::Valuation& valuation,
                                               const choice::LeavingTerms& terms = {});
    /// See choice::timelines.
    [[nodiscard]] std::vector<value::OfferTimeline> vest(const Offers& offers, const model::Valuation& valuation,
                                                         const choice::TimelineTerms& terms = {});

    // Results would point into what is gone.
    std::optional<choice::Comparison> compare(Offers&&, const model::Valuation&) = delete;
    std::optional<choice::Decision> decide(choice::Comparison&&, const model::Priorities&,
                                           const choice::DecisionOptions& = {}) = delete;
    std::optional<choice::Decision> decide(const choice::Comparison&, model::Priorities&&,
                                           const choice::DecisionOptions& = {}) = delete;
    std::optional<choice::Negotiation> negotiate(Offers&&, const model::Valuation&,
                                                 const choice::NegotiationTerms& = {}) = delete;
    choice::LeavingAnswers leave(Offers&&, const model::Valuation&, const choice::LeavingTerms& = {}) = delete;
    std::vector<value::OfferTimeline> vest(Offers&&, const model::Valuation&,
                                           const choice::TimelineTerms& = {}) = delete;

    [[nodiscard]] const diagnostic::Diagnostics& problems() const noexcept { return problems_; }
    [[nodiscard]] bool has_errors() const noexcept { return problems_.has_errors(); }
    /// The problems as the program shows them, each with its line, without colour; empty if there are none.
    [[nodiscard]] std::string problems_text() const;
    [[nodiscard]] const diagnostic::Sources& sources() const noexcept { return sources_; }
    [[nodiscard]] const file::ProfileStore& profiles() const noexcept { return profiles_; }
    /// For the finer functions of the library: reads into this workspace.
    [[nodiscard]] file::Reading reading() noexcept { return {sources_, problems_, profiles_}; }

private:
    diagnostic::Sources sources_{};
    diagnostic::Diagnostics problems_{};
    file::ProfileStore profiles_;
};

}  // namespace offerkit
