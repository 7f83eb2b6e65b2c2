#include <offerkit/report/offer_names.hpp>

#include <algorithm>
#include <string_view>

namespace offerkit::report {
namespace {

std::string_view stem_of(std::string_view path) {
    const std::string_view name = path.substr(path.find_last_of('/') + 1);
    return name.ends_with(".toml") && name.size() > 5 ? name.substr(0, name.size() - 5) : name;
}

}  // namespace

std::vector<std::string> offer_names(std::span<const model::Offer* const> offers) {
    std::vector<std::string> names;
    names.reserve(offers.size());
    // Counting each name among all would take the square of their number.
    std::vector<std::string_view> companies;
    companies.reserve(offers.size());
    for (const auto* offer : offers) {
        companies.push_back(offer->company);
    }
    std::sort(companies.begin(), companies.end());
    for (const auto* offer : offers) {
        const auto [first, last] =
            std::equal_range(companies.begin(), companies.end(), std::string_view(offer->company));
        names.push_back(last - first == 1 ? offer->company
                                          : offer->company + " (" + std::string(stem_of(offer->file)) + ")");
    }
    return names;
}

std::string role_of(const model::Offer& offer) {
    std::string text = offer.role;
    if (offer.level) {
        text += (text.empty() ? "" : ", ") + offer.level->name;
    }
    return text;
}

std::string standing_of(const model::Offer& offer) {
    const std::string chance = offer.chance ? ", chance " + to_percent(*offer.chance) : "";
    switch (offer.kind) {
        case model::OfferKind::current: return "held now";
        case model::OfferKind::search: return "still searching" + chance;
        case model::OfferKind::offer: break;
    }
    switch (offer.evidence) {
        case model::Evidence::written: return "in writing" + chance;
        case model::Evidence::verbal: return "by word of mouth" + chance;
        case model::Evidence::process: break;
    }
    return "still interviewing" + chance;
}

}  // namespace offerkit::report
