#include <optional>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/levels/facts.hpp>
#include <offerkit/report/levels/pay.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/assumptions.hpp>
#include <offerkit/report/words/offer_names.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {
namespace {

using choice::LevelPay;
using choice::LevelUp;
using choice::LevelUpPay;
using diagnostic::formatted;
using quantity::Money;

std::string what_of(const LevelUpPay& pay, const LevelUp& up) {
    switch (pay.next.basis) {
        case choice::PayBasis::level: return formatted("Medians for {} itself", up.next.name);
        case choice::PayBasis::rung: return "Medians by rung, over many companies";
        case choice::PayBasis::posting: return "Range of a posting: " + pay.next.title;
    }
    return {};
}

class OfferPage {
public:
    OfferPage(const LevelFacts& facts, const OfferLevel& level)
        : facts_(facts), level_(level), offer_(*level.offer), up_(std::get_if<LevelUp>(&level.up)) {}

    Page write() {
        const auto& paper = *offer_.offer;
        const std::string role = role_of(paper);
        Page page;
        page.title(paper.company + (role.empty() ? "" : ": " + role));
        page.facts(facts());
        if (up_ != nullptr) {
            add_pay(page);
        }
        auto missing = missing_figures(level_);
        for (auto& line : missing) {
            line = capitalised(std::move(line)) + ".";
        }
        page.heading("What is missing, and how to get it").list(std::move(missing));
        add_claims(page);
        page.text(
            "This offer is counted as such medians are: salary on the first day, whole bonus targets, each "
            "grant's value over its vesting years, a quarter of the sign-ons. A median is what somebody in the "
            "middle was paid then; it promises nothing about this company now. Figures of different years are never "
            "subtracted: a step up is the ratio of two figures of one source, applied to this offer.");
        for (const auto& rate : rates_used({&offer_, 1})) {
            page.text(formatted("Exchange rate: {}.", rate));
        }
        if (std::string old = old_level_facts(used(), facts_.as_of); !old.empty()) {
            page.note(std::move(old));
        }
        return page;
    }

private:
    [[nodiscard]] std::vector<Fact> facts() const {
        const auto& own = level_of(facts_, level_.place);
        std::vector<Fact> lines;
        const auto named = [](const model::LadderLevel& level) {
            return formatted("{}{}{}{}{}", level.name, level.title.empty() ? "" : ", ", level.title,
                             level.rung.empty() ? "" : "; rung: ", level.rung);
        };
        lines.push_back({"Level", Cell(named(own) + (level_.place.approximate ? " (placed by rung alone)" : ""))});
        lines.push_back({"One up", up_ != nullptr ? Cell(named(up_->next)) : Cell("none on this ladder")});
        lines.push_back({"This offer", Cell(formatted("{} a year, annualized", about(offer_.definitions.annualized)))});
        return lines;
    }

    /// The profiles that this page rests on: the offer's own ladder, and what is published about the next level.
    [[nodiscard]] std::vector<const model::ProfileHeader*> used() const {
        std::vector<const model::ProfileHeader*> headers{
            &choice::find_ladder(facts_.ladders, level_.place.ladder)->header};
        if (up_ != nullptr) {
            for (const auto& pay : up_->pay) {
                headers.push_back(pay.next.source);
            }
        }
        return headers;
    }

    void add_pay(Page& page) const {
        page.heading("One level up: " + up_->next.name);
        if (up_->pay.empty()) {
            page.text(formatted("Nothing is published about {} that this program knows.", up_->next.name));
        }
        for (const auto& pay : up_->pay) {
            const auto& source = *pay.next.source;
            page.subheading(formatted("{}, {}", what_of(pay, *up_), to_string(source.as_of)));
            page.add(pay.next.is_range() ? range_table(pay) : median_table(pay));
            page.text(formatted("Source: {} ({}/{}).", source.source, source.kind, source.id));
        }
    }

    [[nodiscard]] Table columns(const LevelUpPay& pay, std::optional<Money> some) const {
        const bool by_rung = pay.next.basis == choice::PayBasis::rung;
        const std::string up = by_rung ? up_->next.rung : up_->next.name;
        Table table;
        table.columns = {{some ? formatted("{} a year", some->currency().code()) : "", Align::left, Priority::key}};
        if (pay.own) {
            table.columns.push_back({by_rung ? up_->own.rung : up_->own.name, Align::decimal});
        }
        table.columns.push_back({up, Align::decimal});
        if (pay.own) {
            table.columns.push_back({by_rung ? "One rung up" : "One level up", Align::right});
        }
        table.columns.push_back({"This offer", Align::decimal});
        if (pay.own) {
            table.columns.push_back({"It would be about", Align::decimal});
        }
        return table;
    }

    /// A step up as the ratio of two figures of one source, what this offer pays, and what the ratio would make of it.
    static void add_step(std::vector<Cell>& cells, const std::optional<Money>& from, const std::optional<Money>& to,
                         Money own, bool compared) {
        const auto ratio =
            from && to && !from->is_zero() ? quantity::Rate::of(to->minor(), from->minor()) : std::nullopt;
        const auto more = ratio ? ratio->minus(quantity::Rate{1}) : std::nullopt;
        if (compared) {
            cells.push_back(more ? Cell((*ratio < quantity::Rate{1} ? "" : "+") + to_percent(*more, 0))
                                 : Cell::not_applicable());
        }
        const bool one_currency = to && to->currency() == own.currency();
        cells.push_back(one_currency ? Cell(to_grouped(own, true)) : Cell::not_applicable());
        if (compared) {
            const auto here = ratio && one_currency ? quantity::multiply(own, *ratio) : std::nullopt;
            cells.push_back(here && !here->is_zero() ? Cell(to_grouped(to_thousands(*here), true))
                                                     : Cell::not_applicable());
        }
    }

    [[nodiscard]] Table median_table(const LevelUpPay& pay) const {
        Table table = columns(pay, pay.next.total);
        const auto add = [&](std::string name, std::optional<Money> LevelPay::* part, Money own, Tone tone) {
            if (!(pay.next.*part)) {
                return;
            }
            std::vector<Cell> cells{Cell(std::move(name), tone)};
            if (pay.own) {
                cells.push_back(money_cell(*pay.own.*part));
            }
            cells.push_back(money_cell(pay.next.*part));
            add_step(cells, pay.own ? *pay.own.*part : std::nullopt, pay.next.*part, own, pay.own.has_value());
            table.row(std::move(cells));
        };
        add("Base", &LevelPay::base, offer_.annualized.base, Tone::normal);
        add("Stock", &LevelPay::stock, offer_.annualized.equity, Tone::normal);
        add("Bonus", &LevelPay::bonus, offer_.annualized.bonus, Tone::normal);
        add("Total", &LevelPay::total, offer_.definitions.annualized, Tone::strong);
        return table;
    }

    [[nodiscard]] Table range_table(const LevelUpPay& pay) const {
        const auto& base = pay.next.base_range;
        const auto& total = pay.next.total_range;
        Table table = columns(pay, base.min ? base.min : base.max ? base.max : total.min ? total.min : total.max);
        const auto add = [&](std::string name, const model::PayRange LevelPay::* range,
                             std::optional<Money> model::PayRange::* end, Money own) {
            const auto& next = pay.next.*range.*end;
            if (!next) {
                return;
            }
            std::vector<Cell> cells{Cell(std::move(name))};
            if (pay.own) {
                cells.push_back(money_cell(*pay.own.*range.*end));
            }
            cells.push_back(money_cell(next));
            add_step(cells, pay.own ? *pay.own.*range.*end : std::nullopt, next, own, pay.own.has_value());
            table.row(std::move(cells));
        };
        const Money own_base = offer_.annualized.base;
        const Money own_total = offer_.definitions.annualized;
        add("Base, lowest", &LevelPay::base_range, &model::PayRange::min, own_base);
        add("Base, highest", &LevelPay::base_range, &model::PayRange::max, own_base);
        add("Total, lowest", &LevelPay::total_range, &model::PayRange::min, own_total);
        add("Total, highest", &LevelPay::total_range, &model::PayRange::max, own_total);
        return table;
    }

    void add_claims(Page& page) const {
        for (const auto& profile : facts_.claims) {
            std::vector<std::string> items;
            for (const auto& claim : profile.claims) {
                items.push_back(formatted("{}{}{} ({}; as of {})", claim.text,
                                          claim.contested.empty() ? "" : " Contested: ", claim.contested, claim.source,
                                          to_string(claim.as_of)));
            }
            page.heading("What is said about asking").list(std::move(items));
            if (!profile.header.note.empty()) {
                page.note(profile.header.note);
            }
        }
    }

    const LevelFacts& facts_;
    const OfferLevel& level_;
    const value::ValuedOffer& offer_;
    const LevelUp* up_;
};

}  // namespace

Page offer_level_page(const LevelFacts& facts, const OfferLevel& level) { return OfferPage(facts, level).write(); }

}  // namespace offerkit::report
