#include <offerkit/report/words/offer_names.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include <offerkit/contract.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>

namespace offerkit::report {
namespace {

std::string_view stem_of(std::string_view path) {
    const std::string_view name = path.substr(path.find_last_of('/') + 1);
    return name.ends_with(".toml") && name.size() > 5 ? name.substr(0, name.size() - 5) : name;
}

/// "second/meta": the file with the folder that it lies in.
std::string_view last_folder_of(std::string_view path) {
    const std::size_t name = path.size() - path.substr(path.find_last_of('/') + 1).size();
    const std::size_t before = name < 2 ? std::string_view::npos : path.find_last_of('/', name - 2);
    const std::string_view last = path.substr(before == std::string_view::npos ? 0 : before + 1);
    return last.ends_with(".toml") ? last.substr(0, last.size() - 5) : last;
}

}  // namespace

std::vector<std::string> offer_names(std::span<const model::Offer* const> offers) {
    // What each could be called, the shortest first. Counting each name among all would take the square of their
    // number.
    using NameOf = std::string (*)(const model::Offer&);
    constexpr std::array<NameOf, 3> ways{
        [](const model::Offer& offer) { return offer.company; },
        [](const model::Offer& offer) { return diagnostic::formatted("{} ({})", offer.company, stem_of(offer.file)); },
        [](const model::Offer& offer) {
            return diagnostic::formatted("{} ({})", offer.company, last_folder_of(offer.file));
        }};
    std::vector<std::string> names(offers.size());
    for (const auto name_of : ways) {
        std::map<std::string, int> bearers;
        for (const auto* offer : offers) {
            ++bearers[name_of(*offer)];
        }
        for (std::size_t i = 0; i < offers.size(); ++i) {
            if (std::string name = name_of(*offers[i]); names[i].empty() && bearers[name] == 1) {
                names[i] = std::move(name);
            }
        }
    }
    std::map<std::string, int> numbers;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        if (names[i].empty()) {
            names[i] =
                diagnostic::formatted("{} {}", offers[i]->company, std::to_string(++numbers[offers[i]->company]));
        }
    }
    return names;
}

std::vector<std::string> names_of(std::span<const std::size_t> places, const std::vector<std::string>& names) {
    std::vector<std::string> chosen;
    for (const auto place : places) {
        chosen.push_back(names[place]);
    }
    return chosen;
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

std::vector<std::string> names_within(const std::vector<std::string>& names, std::size_t width) {
    constexpr std::size_t narrowest = 6;
    expects(width >= narrowest);
    std::vector<std::string> cut;
    for (const auto& name : names) {
        cut.push_back(diagnostic::shortened(name, width));
    }
    std::vector<std::string> all = cut;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (std::count(cut.begin(), cut.end(), cut[i]) > 1) {
            const std::string place = " " + std::to_string(i + 1);
            all[i] = diagnostic::shortened(names[i], width - place.size()) + place;
        }
    }
    return all;
}

}  // namespace offerkit::report
