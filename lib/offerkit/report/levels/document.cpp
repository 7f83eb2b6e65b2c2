#include <optional>
#include <utility>

#include <offerkit/model/fields/fields.hpp>
#include <offerkit/report/levels/facts.hpp>
#include <offerkit/report/product/columns.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/assumptions.hpp>
#include <offerkit/report/words/envelope.hpp>

namespace offerkit::report {
namespace {

using choice::LevelPay;
using choice::LevelPlace;
using choice::LevelUp;
using quantity::Money;

Document range_document(const model::PayRange& range) {
    if (!range.min && !range.mid && !range.max) {
        return Document::null();
    }
    return Document::object(
        {{"min", document_of(range.min)}, {"mid", document_of(range.mid)}, {"max", document_of(range.max)}});
}

std::optional<quantity::Currency> currency_of(const LevelPay& pay) {
    for (const auto& amount :
         {pay.total, pay.base_range.min, pay.base_range.max, pay.total_range.min, pay.total_range.max}) {
        if (amount) {
            return amount->currency();
        }
    }
    return std::nullopt;
}

Document pay_document(const LevelPay& pay) {
    const auto currency = currency_of(pay);
    return Document::object({{"basis", to_string(pay.basis)},
                             {"profile", pay.source->kind + "/" + pay.source->id},
                             {"source", pay.source->source},
                             {"as_of", document_of(pay.source->as_of)},
                             {"title", text_or_null(pay.title)},
                             {"currency", currency ? Document(currency->code()) : Document::null()},
                             {"total", document_of(pay.total)},
                             {"base", document_of(pay.base)},
                             {"stock", document_of(pay.stock)},
                             {"bonus", document_of(pay.bonus)},
                             {"stock_share", document_of(choice::stock_share(pay))},
                             {"base_range", range_document(pay.base_range)},
                             {"total_range", range_document(pay.total_range)},
                             {"bonus_rate", document_of(pay.bonus_rate)}});
}

Document level_entry(const LevelFacts& facts, const LevelPlace& place) {
    const auto& own = level_of(facts, place);
    Document overlaps = Document::array();
    Document same_rung = Document::array();
    Document uncovered = Document::array();
    for (const auto& entry : choice::beside(facts.ladders, place, facts.to)) {
        for (const auto& neighbour : entry.neighbours) {
            Document one = Document::object({{"ladder", neighbour.ladder}, {"name", neighbour.name}});
            if (neighbour.share) {
                one.set("share", document_of(*neighbour.share)).set("from", neighbour.from).set("to", neighbour.to);
                overlaps.push(std::move(one));
            } else {
                same_rung.push(std::move(one));
            }
        }
        if (entry.uncovered) {
            uncovered.push(
                Document::object({{"ladder", entry.ladder->header.id}, {"share", document_of(*entry.uncovered)}}));
        }
    }
    Document pay = array_of(choice::pay_at(place.ladder, own, facts.bands, facts.markets),
                            [&](const auto& each) { return pay_document(each); });
    return Document::object({{"ladder", place.ladder},
                             {"name", place.name},
                             {"title", text_or_null(place.title)},
                             {"rung", text_or_null(place.rung)},
                             {"from", document_of(own.from)},
                             {"to", document_of(own.to)},
                             {"approximate", place.approximate},
                             {"overlaps", std::move(overlaps)},
                             {"uncovered", std::move(uncovered)},
                             {"same_rung", std::move(same_rung)},
                             {"pay", std::move(pay)}});
}

Document ladder_entries(const LevelFacts& facts) {
    return array_of(facts.ladders, [&](const auto& ladder) {
        return Document::object({{"id", ladder.header.id},
                                 {"name", ladder.header.name},
                                 {"source", ladder.header.source},
                                 {"as_of", document_of(ladder.header.as_of)},
                                 {"note", text_or_null(ladder.header.note)},
                                 {"approximate", ladder.approximate},
                                 {"scale_max", ladder.scale_max > 0 ? Document(ladder.scale_max) : Document::null()}});
    });
}

Document rung_entries(const LevelFacts& facts) {
    Document rungs = Document::array();
    for (const auto rung : model::standard_rungs()) {
        for (const auto& pay : choice::pay_at("", {.name = "", .rung = std::string(rung)}, {}, facts.markets)) {
            if (pay.basis == choice::PayBasis::rung) {
                Document entry = Document::object({{"rung", rung}});
                entry.merge(pay_document(pay));
                rungs.push(std::move(entry));
            }
        }
    }
    return rungs;
}

/// Whether a source is of the year of the offer: pay of different years is never subtracted.
bool of_its_year(const LevelPay& pay, const value::ValuedOffer& offer) {
    return pay.source->as_of.year() == offer.window.start().year();
}

Document one_up_entry(const LevelUp& up, const value::ValuedOffer& offer) {
    Document pay = Document::array();
    for (const auto& each : up.pay) {
        const auto gap = of_its_year(each.next, offer) ? choice::gap_to(each.next, offer) : choice::PayGap{};
        pay.push(pay_document(each.next)
                     .set("own", each.own ? pay_document(*each.own) : Document::null())
                     .set("worth", document_of(each.worth()))
                     .set("less_this_offer", Document::object({{"total", document_of(gap.total)},
                                                               {"base", document_of(gap.base)},
                                                               {"stock", document_of(gap.stock)},
                                                               {"bonus", document_of(gap.bonus)}})));
    }
    return Document::object({{"name", up.next.name},
                             {"title", text_or_null(up.next.title)},
                             {"rung", text_or_null(up.next.rung)},
                             {"same_rung", up.same_rung},
                             {"pay", std::move(pay)}});
}

/// A level and one that it corresponds to.
struct PlaceLine {
    const LevelPlace* place;
    const model::LadderLevel* own;
    const choice::LevelNeighbour* neighbour;  ///< null where there is none
};

Columns<PlaceLine> place_columns() {
    using Line = const PlaceLine&;
    const auto of_neighbour = [](auto of) {
        return [of](Line line) { return line.neighbour != nullptr ? Datum(of(*line.neighbour)) : Datum(); };
    };
    Columns<PlaceLine> columns;
    columns.data("ladder", [](Line line) { return line.place->ladder; })
        .data("name", [](Line line) { return line.place->name; })
        .data("title", [](Line line) { return line.place->title; })
        .data("rung", [](Line line) { return line.place->rung; })
        .data("from", [](Line line) { return line.own->from; })
        .data("to", [](Line line) { return line.own->to; })
        .data("other_ladder", of_neighbour([](const choice::LevelNeighbour& each) { return each.ladder; }))
        .data("other_name", of_neighbour([](const choice::LevelNeighbour& each) { return each.name; }))
        .data("share", of_neighbour([](const choice::LevelNeighbour& each) { return each.share; }));
    return columns;
}

/// A figure of the next level beside the same of the offer.
struct StepLine {
    const OfferLevel* level;
    const LevelUp* up;
    const choice::LevelUpPay* pay;
    std::string_view figure;
    std::optional<Money> own;
    Money next;
    Money offer;

    [[nodiscard]] bool one_currency() const { return next.currency() == offer.currency(); }
};

Columns<StepLine> step_columns() {
    using Line = const StepLine&;
    Columns<StepLine> columns;
    columns.data("company", [](Line line) { return line.level->offer->offer->company; })
        .data("ladder", [](Line line) { return line.level->place.ladder; })
        .data("level", [](Line line) { return line.level->place.name; })
        .data("next", [](Line line) { return line.up->next.name; })
        .data("basis", [](Line line) { return to_string(line.pay->next.basis); })
        .data("profile", [](Line line) { return line.pay->next.source->kind + "/" + line.pay->next.source->id; })
        .data("as_of", [](Line line) { return line.pay->next.source->as_of; })
        .data("currency",
              [](Line line) {
                  const auto currency = currency_of(line.pay->next);
                  return currency ? Datum(currency->code()) : Datum();
              })
        .data("figure", &StepLine::figure)
        .data("own_level", &StepLine::own)
        .data("next_level", &StepLine::next)
        .data("this_offer", [](Line line) { return line.one_currency() ? Datum(line.offer) : Datum(); })
        .data("less_this_offer", [](Line line) {
            return line.one_currency() && of_its_year(line.pay->next, *line.level->offer)
                       ? Datum(line.next - line.offer)
                       : Datum();
        });
    return columns;
}

/// The figures that a source knows of the next level, each beside that of the offer.
void add_steps(std::vector<StepLine>& lines, const OfferLevel& level, const LevelUp& up,
               const choice::LevelUpPay& pay) {
    const auto& offer = *level.offer;
    const LevelPay none{};
    const LevelPay& own = pay.own ? *pay.own : none;
    const Money total = offer.definitions.annualized;
    const Money base = offer.annualized.base;
    const auto add = [&](std::string_view figure, const std::optional<Money>& mine, const std::optional<Money>& next,
                         Money offered) {
        if (next) {
            lines.push_back({&level, &up, &pay, figure, mine, *next, offered});
        }
    };
    add("total", own.total, pay.next.total, total);
    add("base", own.base, pay.next.base, base);
    add("stock", own.stock, pay.next.stock, offer.annualized.equity);
    add("bonus", own.bonus, pay.next.bonus, offer.annualized.bonus);
    add("base_min", own.base_range.min, pay.next.base_range.min, base);
    add("base_max", own.base_range.max, pay.next.base_range.max, base);
    add("total_min", own.total_range.min, pay.next.total_range.min, total);
    add("total_max", own.total_range.max, pay.next.total_range.max, total);
}

}  // namespace

Document levels_document(const LevelFacts& facts, std::span<const LevelPlace> places) {
    Document levels = array_of(places, [&](const auto& place) { return level_entry(facts, place); });
    return envelope("levels")
        .set("as_of", document_of(facts.as_of))
        .set("levels", std::move(levels))
        .set("ladders", ladder_entries(facts))
        .set("rungs", rung_entries(facts));
}

Document offer_level_document(const LevelFacts& facts, const OfferLevel& level) {
    const auto& offer = *level.offer;
    const auto* up = std::get_if<LevelUp>(&level.up);
    Document missing = array_of(missing_figures(level));
    Document claims = Document::array();
    for (const auto& profile : facts.claims) {
        for (const auto& claim : profile.claims) {
            claims.push(Document::object({{"text", claim.text},
                                          {"source", claim.source},
                                          {"as_of", document_of(claim.as_of)},
                                          {"contested", text_or_null(claim.contested)}}));
        }
    }
    Document rates = array_of(rates_used({&offer, 1}));
    return levels_document(facts, {&level.place, 1})
        .set("offer", Document::object({{"company", offer.offer->company},
                                        {"file", offer.offer->file},
                                        {"currency", offer.currency.code()},
                                        {"annualized", document_of(offer.definitions.annualized)},
                                        {"base", document_of(offer.annualized.base)},
                                        {"stock", document_of(offer.annualized.equity)},
                                        {"bonus", document_of(offer.annualized.bonus)},
                                        {"sign_ons", document_of(offer.annualized.sign_ons)}}))
        .set("one_up", up == nullptr ? Document::null() : one_up_entry(*up, offer))
        .set("missing", std::move(missing))
        .set("claims", std::move(claims))
        .set("rates", std::move(rates));
}

Sheet levels_sheet(const LevelFacts& facts, std::span<const LevelPlace> places) {
    std::vector<PlaceLine> lines;
    for (const auto& place : places) {
        const auto& own = level_of(facts, place);
        for (const auto& neighbour : place.neighbours) {
            lines.push_back({&place, &own, &neighbour});
        }
        if (place.neighbours.empty()) {
            lines.push_back({&place, &own, nullptr});
        }
    }
    return place_columns().sheet(lines);
}

Sheet offer_level_sheet(const OfferLevel& level) {
    std::vector<StepLine> lines;
    if (const auto* up = std::get_if<LevelUp>(&level.up)) {
        for (const auto& pay : up->pay) {
            add_steps(lines, level, *up, pay);
        }
    }
    return step_columns().sheet(lines);
}

}  // namespace offerkit::report
