#include <offerkit/report/show/questions.hpp>

#include <algorithm>

namespace offerkit::report {
namespace {

bool holds_options(const model::Offer& offer, bool (*says)(const model::Grant&)) {
    return std::any_of(offer.grants.begin(), offer.grants.end(),
                       [&](const model::Grant& grant) { return model::is_option(grant.instrument) && says(grant); });
}

bool is_private(const model::Offer& offer) {
    return offer.stock && offer.stock->kind == model::StockKind::private_company;
}

}  // namespace

std::vector<std::string> questions_about(const value::ValuedOffer& valued) {
    const model::Offer& offer = *valued.offer;
    std::vector<std::string> questions;
    const auto ask = [&](bool open, const char* question) {
        if (open) {
            questions.emplace_back(question);
        }
    };
    const bool new_offer = offer.kind == model::OfferKind::offer;
    ask(!valued.not_known.empty(), "the strike and the 409A price");
    ask(is_private(offer) && !offer.stock->fully_diluted, "how many shares there are, fully diluted");
    ask(holds_options(offer, [](const model::Grant& grant) { return grant.termination_windows.empty(); }),
        "how long options last after leaving");
    ask(valued.non_compete.has_value(), "is the non-compete enforced, and where?");
    ask(new_offer && offer.evidence != model::Evidence::written, "the offer in writing");
    ask(new_offer && !offer.decide_by, "by when to answer");
    ask(new_offer && std::any_of(offer.sign_ons.begin(), offer.sign_ons.end(),
                                 [](const auto& sign_on) { return !sign_on.clawback; }),
        "is the sign-on to be paid back?");
    ask(new_offer && !offer.bonuses.empty(), "what the bonus paid in the last years");
    ask(new_offer && !offer.refresher && !is_private(offer) && !offer.grants.empty(), "are refreshers usual?");
    return questions;
}

}  // namespace offerkit::report
