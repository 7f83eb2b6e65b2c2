#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <offerkit/choice/negotiation/negotiation.hpp>

/// What the page and the document of `negotiate` say in words.
namespace offerkit::report {

/// "USD 312,450 a year", "USD 1,210,000 over 4 years": an amount of the metric, to whole units.
[[nodiscard]] std::string of_metric(quantity::Money amount, const choice::Negotiation& found);
/// "the top of the band (posting, 2026-01-10)": what backs a number.
[[nodiscard]] std::string justification_words(const choice::Justification& why);
/// "pay a year, the mean of 4 years": what the amounts are of.
[[nodiscard]] std::string metric_words(const choice::Negotiation& found);

/// "equity, in money": a lever.
[[nodiscard]] std::string lever_words(choice::negotiation::LeverKind kind);
/// "+12,500 a year", "+120 shares", "+2.75% of base": never less than what it takes, in whole units. Money of another
/// currency than `home` names it.
[[nodiscard]] std::string change_words(const choice::negotiation::Amount& amount, quantity::Currency home,
                                       std::string_view unit = {});
/// "212,500", "520", "17.75%".
[[nodiscard]] std::string level_words(const choice::negotiation::Amount& amount, quantity::Currency home);
/// "easily", "a little", "seldom", "fixed".
[[nodiscard]] std::string flexibility_words(model::Flexibility flexibility);
/// "a year", "an hour" or "a day", for a lever of base pay; else empty.
[[nodiscard]] std::string unit_words(choice::negotiation::LeverKind kind, const model::Offer& offer);

/// Something to know before relying on a number, with what to do about it.
struct NegotiationWarning {
    std::string code;
    std::string message;
    std::string help;
};
/// Red flags of the offer, then what is wrong with the ask, then what the files do not say.
[[nodiscard]] std::vector<NegotiationWarning> negotiation_warnings(const choice::Negotiation& found);

/// What to do, one step after the other.
[[nodiscard]] std::vector<std::string> order_of_play(const choice::Negotiation& found);
/// What to ask them.
[[nodiscard]] std::vector<std::string> negotiation_questions(const choice::Negotiation& found);

/// A sentence for the call.
struct Line {
    std::string when;
    std::string say;
};
[[nodiscard]] std::vector<Line> negotiation_lines(const choice::Negotiation& found);
/// What to say as the reason, in quotation marks; without one, that there is none.
[[nodiscard]] std::string reason_words(const choice::Negotiation& found);
/// "sign-on 40,000 -> 70,000 (+75%)": a part of the ask.
[[nodiscard]] std::string part_words(const choice::negotiation::AskPart& part, quantity::Currency home);
/// "With 60,000 more sign-on I sign today.", in quotation marks: what closes the rest.
[[nodiscard]] std::string closing_words(const choice::Negotiation& found);
/// A short mail in the person's words: the parts asked for, one reason, a question.
[[nodiscard]] std::string negotiation_mail(const choice::Negotiation& found);
/// What to keep to oneself.
[[nodiscard]] std::vector<std::string> never_say(const choice::Negotiation& found);

}  // namespace offerkit::report
