#include <offerkit/report/negotiate/words.hpp>

#include <algorithm>

#include <offerkit/choice/negotiation/ask.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/words/amounts.hpp>

// What to say to them, and in which words.
namespace offerkit::report {

using choice::Justification;
using choice::Negotiation;
using choice::negotiation::LeverKind;
using choice::negotiation::Stage;
using diagnostic::formatted;

namespace {

// Between quotation marks.
std::string said(std::string_view text) { return formatted("\"{}\"", text); }

std::string reason_said(const Negotiation& found, const Justification& why) {
    // What stays is no matter of theirs: to them an amount is one before tax.
    if (found.after_tax()) {
        return why.kind == Justification::Kind::competing_offer ? "I have another offer in writing that leaves me more"
                                                                : "The range for this level goes higher";
    }
    switch (why.kind) {
        case Justification::Kind::competing_offer: return "I have another offer in writing at " + about(why.amount);
        case Justification::Kind::band: return "The range for this level goes up to " + about(why.amount);
        case Justification::Kind::market: return "The figures for this level go up to " + about(why.amount);
    }
    return {};
}

}  // namespace

std::string reason_words(const Negotiation& found) {
    const auto* why = found.strongest();
    return why != nullptr ? said(reason_said(found, *why))
                          : "none in your files: ask, do not state (\"what would it take?\")";
}

std::string part_words(const choice::negotiation::AskPart& part, quantity::Currency home) {
    const std::string unit = part.lever == LeverKind::equity_shares ? " shares" : "";
    return formatted("{} {} -> {}{}{}", lever_words(part.lever), level_words(part.from, home),
                     level_words(part.to, home), unit, part.rise ? formatted(" (+{})", to_percent(*part.rise, 0)) : "");
}

std::string closing_words(const Negotiation& found) {
    return found.closing_sign_on
               ? said(formatted("With {} more sign-on I sign today.", to_grouped(*found.closing_sign_on, true)))
               : said("What would close the rest, so that I can sign today?");
}

std::vector<Line> negotiation_lines(const Negotiation& found) {
    std::vector<Line> lines;
    if (found.stage == Stage::before_offer) {
        lines.push_back({"What do you expect?",
                         said("I would rather hear first what this role pays: what is the range for the level?")});
        if (found.ask.low && found.ask.high && !found.after_tax()) {
            lines.push_back(
                {"They insist", said(formatted("I am looking at {} to {} a year in all, by how the parts are made up.",
                                               to_grouped(*found.ask.low, true), to_grouped(*found.ask.high, true)))});
        }
    } else {
        const std::string target = of_metric(choice::negotiation::spoken_at_least(found.target.amount), found);
        lines.push_back({formatted("They come to {} or more", target), said("Yes, today.")});
        lines.push_back({"They come below that, above your floor", closing_words(found)});
        lines.push_back({"They stay below your floor", "\"What is fixed, and what is not?\" once; then decide"});
        lines.push_back({"If we match, will you sign?",
                         found.ask.counter && found.after_tax()
                             ? "\"Yes, with the parts I asked for.\" (only if it is true)"
                         : found.ask.counter
                             ? formatted("\"Yes, at {}.\" (only if it is true)", of_metric(*found.ask.counter, found))
                             : said("That depends on the whole of it: what is possible?")});
    }
    lines.push_back({"Do you have other offers?",
                     found.alternatives.empty() ? said("I am talking to others, and you are the one I would like.")
                                                : said("Yes; I would rather not name numbers.")});
    lines.push_back({"By Friday?", said("This matters to me. By when do you truly need to know?")});
    lines.push_back({"What do you earn now?", said("I would like this to be about the work here.")});
    lines.push_back({"We never negotiate", said("I understand. Which parts are set for everybody, and which for me?")});
    return lines;
}

std::string negotiation_mail(const Negotiation& found) {
    const model::Offer& offer = *found.offer;
    std::string text = formatted("Hello,\n\nthank you for the offer{}{}. I would like to join {}.\n\n",
                                 offer.role.empty() ? "" : " as ", offer.role, offer.company);
    if (found.in_one_piece.parts.empty()) {
        text += "Before I answer: what is the range for this level, for base, equity and sign-on?\n";
    } else {
        text += found.strongest() != nullptr ? "To say yes I would ask you to look at these parts again:\n\n"
                                             : "Is there room in these parts?\n\n";
        for (const auto& part : found.in_one_piece.parts) {
            text += formatted("  - {}\n", part_words(part, offer.currency));
        }
        if (const auto* why = found.strongest()) {
            text += formatted("\n{}.\n", reason_said(found, *why));
        }
        text += "\nWhat can you do?\n";
    }
    return text + "\nThank you,\n";
}

std::vector<std::string> never_say(const Negotiation& found) {
    std::vector<std::string> lines{"What you earn now."};
    if (found.reservation) {
        lines.push_back(formatted("What you would walk away for: {}.", about(*found.reservation)));
    }
    lines.emplace_back("Anything that you cannot show, an offer above all.");
    lines.emplace_back("\"I need\": rent and debts are no reason for them.");
    lines.emplace_back("Yes, in the first call.");
    return lines;
}

}  // namespace offerkit::report
