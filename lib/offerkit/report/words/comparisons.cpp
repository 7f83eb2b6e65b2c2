#include <offerkit/report/words/comparisons.hpp>

#include <algorithm>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/definitions.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using choice::Comparison;
using choice::UnlikeKey;
using model::Definition;
using quantity::Money;

/// What stands after the first comma of a location: the region that taxes, as people write it.
std::string_view region_of(std::string_view location) {
    const std::size_t comma = location.find(',');
    return comma == std::string_view::npos ? location : location.substr(comma + 1);
}

bool same_place(const model::Offer& a, const model::Offer& b) {
    if (!a.place.empty() && !b.place.empty()) {
        return a.place == b.place;
    }
    return a.location.empty() || b.location.empty() || region_of(a.location) == region_of(b.location);
}

/// "which adds USD 12,000 to its figure", or takes it off.
std::string effect_text(UnlikeKey key, Money effect) {
    const std::string one = key == UnlikeKey::raise ? "s " : " ";
    return effect.minor() < 0 ? diagnostic::formatted("which take{}{} off its figure", one, about(-effect))
                              : diagnostic::formatted("which add{}{} to its figure", one, about(effect));
}

std::string names_of(const std::vector<std::size_t>& offers, const std::vector<std::string>& names) {
    std::vector<std::string> words;
    for (const auto offer : offers) {
        words.push_back(names[offer]);
    }
    return joined(words);
}

}  // namespace

std::string unlike_noun(UnlikeKey key) {
    switch (key) {
        case UnlikeKey::raise: return "a raise";
        case UnlikeKey::benefits: return "benefits";
        case UnlikeKey::refreshers: return "refreshers";
        case UnlikeKey::costs: return "costs";
    }
    return "";
}

std::string waiting_words(const value::Waiting& waiting) {
    std::vector<std::string> events;
    for (const auto& event : waiting.events) {
        events.push_back(diagnostic::formatted("`{}`", event));
    }
    const bool one = waiting.quantity == quantity::Shares{1};
    return (waiting.quantity.is_zero() ? about(waiting.worth) : counted(waiting.quantity)) +
           (one || waiting.quantity.is_zero() ? " that waits for " : " that wait for ") + joined(events, "or");
}

std::string tie_price_text(const quantity::Price& price) {
    const auto exact = quantity::Fraction::of(price.steps(), quantity::Price::steps_per_major);
    const bool small = price.steps() < 10 * static_cast<quantity::int128>(quantity::Price::steps_per_major);
    if (!exact) {
        return to_grouped(price);
    }
    const auto rounded = quantity::parse_price(to_decimal(*exact, small ? 4 : 2), price.currency());
    return to_grouped(rounded ? *rounded : price);
}

std::string definition_name(const Comparison& comparison, Definition definition) {
    std::string name{words_of(definition).name};
    if (definition == Definition::present_value) {
        name += " on " + to_string(comparison.present);
    }
    return name;
}

std::string figure_name(const Comparison& comparison) {
    return uncapitalised(definition_name(comparison, comparison.valuation.by));
}

std::string waiting_line(const Comparison& comparison, const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < comparison.offers.size(); ++i) {
        const auto& waiting = comparison.offers[i].waiting;
        if (waiting) {
            text += (text.empty() ? "" : "; ") +
                    (comparison.offers.size() > 1 ? diagnostic::formatted("of {} ", names[i]) : "") +
                    waiting_words(*waiting);
        }
    }
    if (text.empty()) {
        return text;
    }
    switch (comparison.valuation.pending) {
        case model::Pending::none: return diagnostic::formatted("Not in it: {}.", text);
        case model::Pending::chance: return diagnostic::formatted("In it at the chance of the event: {}.", text);
        case model::Pending::all: break;
    }
    return diagnostic::formatted("In it as if all of it came: {}.", text);
}

std::string asymmetry_line(const Comparison& comparison, const std::vector<std::string>& names) {
    std::string text;
    for (const auto& unlike : comparison.asymmetries) {
        if (!unlike.effect.is_zero()) {
            text +=
                diagnostic::formatted("{}{} states {}, {}", text.empty() ? "Not alike: " : "; ", names[unlike.offer],
                                      unlike_noun(unlike.key), effect_text(unlike.key, unlike.effect));
        }
    }
    return text.empty() ? text : text + ". `compare --common` ranks without what only some state.";
}

std::string common_line(const Comparison& comparison) {
    if (!comparison.removed) {
        return {};
    }
    std::vector<std::string> words;
    for (const auto key : *comparison.removed) {
        words.push_back(unlike_noun(key));
    }
    return words.empty() ? "Nothing was left out by `--common`: all offers state the same things."
                         : diagnostic::formatted("Left out by `--common`, since only some of the offers state it: {}.",
                                                 joined(words));
}

std::string refreshers_line(const Comparison& comparison, const std::vector<std::string>& names) {
    std::string text;
    const auto first = comparison.offers.size() > 1 ? comparison.leaders_with_refreshers() : std::vector<std::size_t>{};
    if (!first.empty()) {
        text = diagnostic::formatted("With refreshers counted (`--refreshers`) {}{}", names_of(first, names),
                                     first.size() == 1 ? " leads." : " lead together.");
    }
    for (std::size_t i = 0; i < comparison.offers.size(); ++i) {
        const Money more = comparison.figure_with_refreshers(i) - comparison.figure(i);
        if (comparison.offers[i].offer->kind == model::OfferKind::current && !more.is_zero()) {
            text += diagnostic::formatted("{}Counting the refreshers of {} adds {} to its {}.", text.empty() ? "" : " ",
                                          names[i], about(more), figure_name(comparison));
        }
    }
    return text;
}

std::string lead_line(const Comparison& comparison, const std::vector<std::string>& names) {
    const auto lead = comparison.lead();
    if (!lead) {
        return {};
    }
    const auto leaders = comparison.leaders();
    const Money most = comparison.figure(comparison.best());
    if (leaders.size() > 1) {
        return diagnostic::formatted("{} tie at {}.", names_of(leaders, names), about(most));
    }
    if (lead->about_even) {
        const Money least = comparison.figure(lead->even.back());
        return diagnostic::formatted("{} are about even: {}{}{}, {} apart.", names_of(lead->even, names), about(most),
                                     lead->even.size() == 2 ? " against " : " down to ", about(least),
                                     about(shown_difference(most, least)));
    }
    return diagnostic::formatted("{} leads with {}, {} ahead of {}.", names[comparison.best()], about(most),
                                 about(shown_difference(most, comparison.figure(comparison.ranking[1]))),
                                 names[comparison.ranking[1]]);
}

bool any_offer(const Comparison& comparison, bool (*has)(const value::ValuedOffer&)) {
    return std::any_of(comparison.offers.begin(), comparison.offers.end(), has);
}

bool taxed_apart(const Comparison& comparison) {
    const auto& offers = comparison.offers;
    return std::any_of(offers.begin(), offers.end(), [&](const value::ValuedOffer& other) {
        const model::Offer& first = *offers.front().offer;
        return other.offer->currency != first.currency || !same_place(*other.offer, first);
    });
}

Document lead_document(const Comparison& comparison) {
    const auto lead = comparison.lead();
    return lead ? Document::object(
                      {{"class", lead->about_even ? "about_even" : "leads"}, {"amount", document_of(lead->amount)}})
                : Document::null();
}

Document asymmetry_documents(const Comparison& comparison) {
    Document all = Document::array();
    for (const auto& unlike : comparison.asymmetries) {
        const auto& paper = *comparison.offers[unlike.offer].offer;
        all.push(Document::object({{"company", paper.company},
                                   {"file", paper.file},
                                   {"key", word(unlike.key)},
                                   {"effect", document_of(unlike.effect)}}));
    }
    return all;
}

Document common_document(const Comparison& comparison) {
    if (!comparison.removed) {
        return Document::null();
    }
    Document removed = array_of(*comparison.removed, [&](const auto key) { return word(key); });
    return Document::object({{"removed", std::move(removed)}});
}

}  // namespace offerkit::report
