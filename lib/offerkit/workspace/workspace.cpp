#include <offerkit/workspace/workspace.hpp>

#include <utility>

#include <offerkit/render/caret.hpp>

namespace offerkit {

Workspace::Workspace(std::vector<std::string> profile_folders) : profiles_{std::move(profile_folders)} {}

Offers Workspace::read(const std::vector<std::string>& files) {
    Offers offers;
    for (const auto& file : files) {
        if (auto offer = file::read_offer_file(reading(), file)) {
            offers.push_back(std::move(*offer));
        }
    }
    return offers;
}

std::optional<model::Offer> Workspace::read_text(std::string name, std::string text) {
    return file::read_offer(reading(), std::move(name), std::move(text));
}

std::optional<model::Priorities> Workspace::read_priorities(const std::string& name,
                                                            std::optional<quantity::Currency> currency) {
    return file::read_priorities_named(reading(), name, currency);
}

std::optional<choice::Comparison> Workspace::compare(const Offers& offers, const model::Valuation& valuation) {
    return choice::compare(offers, valuation, problems_);
}

std::optional<choice::Decision> Workspace::decide(const choice::Comparison& comparison,
                                                  const model::Priorities& priorities,
                                                  const choice::DecisionOptions& options) {
    return choice::decide(comparison, priorities, options, problems_);
}

std::optional<choice::Negotiation> Workspace::negotiate(const Offers& offers, const model::Valuation& valuation,
                                                        const choice::NegotiationTerms& terms) {
    const auto employer = offers.empty() ? std::nullopt : offers.front().employer;
    const auto practice = profiles_.practice(employer, {sources_, problems_});
    return practice ? choice::negotiate(offers, valuation, terms, *practice, problems_) : std::nullopt;
}

choice::LeavingAnswers Workspace::leave(const Offers& offers, const model::Valuation& valuation,
                                        const choice::LeavingTerms& terms) {
    return choice::leaving(offers, valuation, terms, problems_);
}

std::vector<value::OfferTimeline> Workspace::vest(const Offers& offers, const model::Valuation& valuation,
                                                  const choice::TimelineTerms& terms) {
    return choice::timelines(offers, valuation, terms, problems_);
}

std::string Workspace::problems_text() const { return render::to_text(problems_.sorted(), sources_, {}); }

}  // namespace offerkit
