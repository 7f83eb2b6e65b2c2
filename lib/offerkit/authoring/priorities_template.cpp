#include <offerkit/authoring/priorities_template.hpp>

#include <utility>

#include <offerkit/authoring/template_writer.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/model/fields/fields.hpp>

namespace offerkit::authoring {

using templates::hidden;
using templates::shown;

std::string priorities_template(calendar::Date today) {
    templates::Writer out{model::priorities_schema(), today};
    out.comment("What matters to you, to fill in before you look at the offers.");
    out.comment("");
    out.comment(
        "Every value is an example: replace it. A swing is what going from a scale's worst end to its best counts,"
        " beside the other swings: begin with the one that matters most and call it 100. Say what the two ends mean"
        " first, because a swing has no meaning without them. Copy a [[factor]] for each thing that matters, five or"
        " six at most, and take out what does not.");
    out.comment("");
    out.comment(
        "Each offer file then rates itself: [factors] with `growth = 7`, or `offerkit decide OFFER OFFER"
        " --priorities FILE --blind` asks you. `offerkit decide --weights` asks for all of this instead.");
    out.comment("");
    out.comment(diagnostic::formatted("Written by `offerkit init priorities` on {}.", calendar::to_string(today)));
    out.gap();
    out.block({.table = "",
               .active = true,
               .lines = {shown("name"), shown("currency"), hidden("horizon"), hidden("discount_rate"), hidden("raise"),
                         hidden("stay"), hidden("risk_tolerance")}});
    out.block(
        {.table = "money", .active = true, .lines = {shown("worst"), shown("best"), shown("swing"), hidden("goal")}});
    out.block({.table = "factor",
               .active = true,
               .lines = {shown("id"), shown("name"), shown("swing"), shown("worst_means"), shown("best_means"),
                         shown("goal"), shown("question"), hidden("scale"), hidden("must")}});
    out.block({.table = "factor",
               .active = true,
               .lines = {shown("id", "\"people\""), shown("name", "\"People\""), shown("swing", "50"),
                         shown("worst_means", "\"I would work alone or with strangers\""),
                         shown("best_means", "\"a manager and a team I would follow\""), hidden("scale"),
                         hidden("must"), hidden("askable")}});
    out.comment("From here on: what fewer people need. It works once its # are gone.");
    out.gap();
    out.block(
        {.table = "household",
         .lines = {shown("status"), shown("children"), shown("deferral"), shown("spending"), shown("spending_at")}});
    std::string text = std::move(out).text();
    text.pop_back();
    return text;
}

}  // namespace offerkit::authoring
