#include <cli/dialogue/blind_rating.hpp>

#include <algorithm>
#include <string_view>

#include <cli/dialogue/answers.hpp>
#include <offerkit/choice/decision/blind_order.hpp>
#include <offerkit/diagnostic/formatted.hpp>

namespace offerkit::cli {
namespace {

using model::Factor;
using model::FactorRating;
using model::Offer;

/// A, B ... Z, AA, AB ...
std::string letter_of(std::size_t position) {
    constexpr std::size_t letters = 26;
    std::string out;
    for (std::size_t rest = position + 1; rest > 0; rest = (rest - 1) / letters) {
        out.insert(out.begin(), static_cast<char>('A' + static_cast<char>((rest - 1) % letters)));
    }
    return out;
}

/// A text without the name that is to stay hidden.
std::string without(std::string text, std::string_view name) {
    for (std::size_t at = 0; !name.empty() && (at = text.find(name, at)) != std::string::npos;) {
        text.replace(at, name.size(), "...");
    }
    return text;
}

/// What may be known of an offer before it is rated: what the work is and where, not who pays nor how much.
std::string description_of(const Offer& offer) {
    std::string text;
    for (const std::string& part : {offer.role, offer.location}) {
        const std::string shown = without(part, offer.company);
        text += (text.empty() || shown.empty() ? "" : ", ") + shown;
    }
    if (offer.stock) {
        const bool listed = offer.stock->kind == model::StockKind::public_market;
        text += std::string{text.empty() ? "" : ", "} + (listed ? "a public company" : "a private company");
    }
    return text.empty() ? "nothing that does not name it" : text;
}

const FactorRating* find_rating(const Offer& offer, const std::string& factor) {
    const auto found = std::find_if(offer.factors.begin(), offer.factors.end(),
                                    [&](const FactorRating& rating) { return rating.factor == factor; });
    return found == offer.factors.end() ? nullptr : &*found;
}

std::string end_text(const quantity::Number& number, const std::string& meaning) {
    return to_decimal(number) + (meaning.empty() ? "" : ": " + meaning);
}

std::string explanation_of(const Factor& factor) {
    return "One number says that you are sure. A range says how unsure you are: `5 7 9` (or `5-9`, whose likely number"
           " is the middle) means one chance in ten that it turns out below 5, and one in ten above 9. `70%` is for"
           " what comes true or not: the best end with a chance of 70%, else the worst; `60% 9 4` says what it is"
           " worth if it does and if it does not. `unknown` counts as anything on the scale, and `decide` tells you"
           " when it is worth asking." +
           (factor.question.empty() ? "" : diagnostic::formatted(" You could ask: \"{}\"", factor.question));
}

bool rate_factor(Dialogue& dialogue, const Factor& factor, std::span<const Offer> offers,
                 std::vector<BlindRating>& all) {
    dialogue.gap();
    dialogue.say(factor.name.empty() ? factor.id : factor.name);
    dialogue.say(end_text(factor.scale.worst, factor.worst_means), 2, 2);
    dialogue.say(end_text(factor.scale.best, factor.best_means), 2, 2);
    for (BlindRating& one : all) {
        const FactorRating* known = find_rating(offers[one.offer], factor.id);
        // A rating that this scale does not hold is no answer to begin from.
        if (known != nullptr && !answers::rating(answers::answer_of(*known), factor)) {
            known = nullptr;
        }
        const std::string fallback = known != nullptr ? answers::answer_of(*known) : "unknown";
        const auto rating = dialogue.ask<FactorRating>(
            one.letter, fallback,
            [&](const std::string& answer) -> Understood<FactorRating> {
                // Taken as it stands in the file, which may say more digits than the brackets do.
                return known != nullptr && answer == fallback ? Understood<FactorRating>{*known}
                                                              : answers::rating(answer, factor);
            },
            explanation_of(factor));
        if (!rating) {
            return false;
        }
        one.ratings.push_back(*rating);
        one.ratings.back().askable = known == nullptr || known->askable;
    }
    return true;
}

}  // namespace

std::optional<std::vector<BlindRating>> rate_blind(Dialogue& dialogue, const model::Priorities& priorities,
                                                   std::span<const Offer> offers, std::uint64_t seed) {
    std::vector<BlindRating> all;
    for (const std::size_t position : choice::blind_order(offers, seed)) {
        all.push_back({position, "Offer " + letter_of(all.size())});
    }
    dialogue.say(
        "The offers without their names, in random order. Have your notes at hand, and judge one thing"
        " at a time.");
    for (const BlindRating& one : all) {
        dialogue.say(diagnostic::formatted("{}: {}", one.letter, description_of(offers[one.offer])), 2, 2);
    }
    dialogue.gap();
    dialogue.say(
        "Answer with a number, with a range (`5-8`, or low, likely, high: `5 7 9`), with the chance that it is met"
        " (`70%`, or `60% 9 4` for 9 if met and 4 if not), or with `unknown`. `?` explains, `back` goes back.");
    for (const Factor& factor : priorities.factors) {
        if (factor.children.empty() && !rate_factor(dialogue, factor, offers, all)) {
            return std::nullopt;
        }
    }
    for (BlindRating& one : all) {
        for (const FactorRating& kept : offers[one.offer].factors) {
            const bool named = std::any_of(one.ratings.begin(), one.ratings.end(),
                                           [&](const FactorRating& rating) { return rating.factor == kept.factor; });
            if (!named) {
                one.ratings.push_back(kept);
            }
        }
    }
    return all;
}

}  // namespace offerkit::cli
