#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/report/tax/amounts.hpp>
#include <offerkit/report/tax/tax.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/offer_names.hpp>
#include <offerkit/report/words/wording.hpp>

namespace offerkit::report {

namespace {

using choice::TaxYear;
using namespace detail;
using quantity::Money;

/// A tenth less and a tenth more: how far an exchange rate may be off.
std::pair<Money, Money> tenth_either_side(Money amount) {
    const Money tenth{
        static_cast<std::int64_t>(quantity::round_half_up(quantity::int128{amount.minor()}, quantity::int128{10})),
        amount.currency()};
    return {amount - tenth, amount + tenth};
}

class Writer {
public:
    Writer(const TaxView& view, std::size_t width) : view_{view}, width_{width}, one_currency_{in_one_currency(view)} {
        std::vector<const model::Offer*> papers;
        for (const auto& offer : view.offers) {
            papers.push_back(offer.after.offer->offer);
        }
        names_ = offer_names(papers);
    }

    FirstScreen write() {
        screen_.verdict = verdict();
        screen_.figures.caption = basis();
        if (constexpr std::size_t titles = 25; fits_side_by_side(width_, titles, heads())) {
            side_by_side();
        } else {
            one_below_the_other();
        }
        points();
        return std::move(screen_);
    }

private:
    [[nodiscard]] const TaxYear& first(std::size_t i) const { return view_.offers[i].after.years.front(); }
    [[nodiscard]] const std::optional<choice::Living>& living(std::size_t i) const { return view_.offers[i].living; }
    [[nodiscard]] quantity::Currency currency(std::size_t i) const { return view_.offers[i].after.law->currency(); }

    [[nodiscard]] std::string amount(std::size_t i, Money money) const {
        return one_currency_ ? whole(money) : diagnostic::formatted("{} {}", currency(i).code(), whole(money));
    }

    [[nodiscard]] std::string verdict() const {
        if (names_.size() == 1) {
            return diagnostic::formatted("{} in {}: {} of {} is yours in the first year", names_.front(),
                                         view_.offers.front().after.law->place.header.name, whole(first(0).take_home),
                                         whole(first(0).counted()));
        }
        const auto most =
            static_cast<std::size_t>(std::max_element(view_.left.begin(), view_.left.end()) - view_.left.begin());
        const auto& best = view_.left[most];
        std::optional<std::size_t> next;
        bool known = best.has_value();
        for (std::size_t i = 0; i < view_.left.size(); ++i) {
            known = known && view_.left[i].has_value();
            if (i != most && (!next || view_.left[i] > view_.left[*next])) {
                next = i;
            }
        }
        if (!known || !next) {
            return "After tax: " + joined(names_);
        }
        const Money more = shown_difference(*best, *view_.left[*next]);
        return more.is_zero() ? diagnostic::formatted("{} and {} leave as much", names_[most], names_[*next])
                              : diagnostic::formatted("{} leaves most: {} a year more than {}", names_[most],
                                                      about(more), names_[*next]);
    }

    /// Currency, status and tax year, and which forms are carried over from the year in their name.
    [[nodiscard]] std::string basis() const {
        std::string text = one_currency_ ? std::string{currency(0).code()} + " a year, " : "A year, ";
        text += diagnostic::formatted("{}, tax year ", word(view_.offers.front().after.household.status));
        const auto year_of = [&](std::size_t i) { return first(i).plan->question().year; };
        std::vector<std::string> years;
        for (std::size_t i = 0; i < names_.size(); ++i) {
            add_once(years, std::to_string(year_of(i)));
        }
        text += joined(years);
        const auto projected = forms_of(view_, true);
        if (projected.empty()) {
            return text;
        }
        const std::string named = diagnostic::formatted("{}; projected: {}", text, joined(projected));
        return width_ == 0 || diagnostic::display_width(named) <= width_
                   ? named
                   : diagnostic::formatted("{}; projected: {}", text, counted(projected.size(), "form"));
    }

    /// The wider of the name and the place of each offer, which stand one below the other.
    [[nodiscard]] std::vector<std::string> heads() const {
        std::vector<std::string> heads;
        for (std::size_t i = 0; i < names_.size(); ++i) {
            const auto& place = view_.offers[i].after.law->place.header.id;
            heads.push_back(diagnostic::display_width(place) > diagnostic::display_width(names_[i]) ? place
                                                                                                    : names_[i]);
        }
        return heads;
    }

    template <class CellOf>
    void row(int rank, std::string name, CellOf cell, RowKind kind = RowKind::normal) {
        screen_.offer_row(rank, std::move(name), names_.size(), cell, kind);
    }

    template <class MoneyOf>
    void taken_row(std::string name, MoneyOf money) {
        for (std::size_t i = 0; i < names_.size(); ++i) {
            if (!money(i).is_zero()) {
                row(0, std::move(name), [&](std::size_t k) { return Cell(taken(money(k))); });
                return;
            }
        }
    }

    [[nodiscard]] Cell living_cell(std::size_t i) const {
        return living(i) ? Cell(taken(living(i)->all())) : Cell::not_applicable();
    }

    [[nodiscard]] Cell left_cell(std::size_t i) const {
        return living(i) ? Cell(whole(shown_difference(first(i).take_home, living(i)->all())), Tone::strong)
                         : Cell::not_applicable();
    }

    [[nodiscard]] bool any_living() const {
        return std::any_of(view_.offers.begin(), view_.offers.end(),
                           [](const auto& offer) { return offer.living.has_value(); });
    }

    void side_by_side() {
        screen_.figures.columns.push_back({"", Align::left, Priority::key});
        for (const auto& name : names_) {
            screen_.figures.columns.push_back({name, Align::right});
        }
        row(3, "Place", [&](std::size_t i) { return Cell(view_.offers[i].after.law->place.header.id); });
        row(0, "Pay, first year", [&](std::size_t i) { return Cell(amount(i, first(i).counted())); });
        taken_row("Into the plan, before tax",
                  [&](std::size_t i) { return first(i).taxes.deferral + first(i).taxes.pretax_benefits; });
        for (const TaxGroup& group : tax_groups()) {
            taken_row(std::string{group.name}, [&](std::size_t i) { return sum_of(first(i), group); });
        }
        row(
            0, "Yours a year", [&](std::size_t i) { return Cell(whole(first(i).take_home), Tone::strong); },
            RowKind::total);
        row(1, "Taken of the next 1,000", [&](std::size_t i) { return next_taken(i); });
        if (any_living()) {
            row(1, "Living as now", [&](std::size_t i) { return living_cell(i); });
            row(0, "Left over", [&](std::size_t i) { return left_cell(i); });
        }
    }

    [[nodiscard]] Cell next_taken(std::size_t i) const {
        return percent_of(first(i).next_of_cash, thousand_of(currency(i)));
    }

    void one_below_the_other() {
        screen_.figures.columns = {{"", Align::left, Priority::key}, {"Place", Align::left},
                                   {"Pay, year 1", Align::right},    {"Taken", Align::right},
                                   {"Yours", Align::right},          {"Next 1,000", Align::right}};
        if (any_living()) {
            screen_.figures.columns.push_back({"Left over", Align::right});
        }
        for (std::size_t i = 0; i < names_.size(); ++i) {
            std::vector<Cell> cells{names_[i],
                                    view_.offers[i].after.law->place.header.id,
                                    amount(i, first(i).counted()),
                                    taken(first(i).taxes.employee),
                                    Cell(whole(first(i).take_home), Tone::strong),
                                    next_taken(i)};
            if (any_living()) {
                cells.push_back(left_cell(i));
            }
            screen_.row(0, Row(std::move(cells)));
        }
    }

    void points() {
        screen_.point(0, "The same", same());
        screen_.point(1, "At the rate", elsewhere());
        screen_.point(2, "Vest tax due", vests());
        screen_.point(2, "Mind", shorts([](const TaxedOffer& offer) { return &offer.warnings; }), Tone::bad);
        screen_.point(1, "Left out", shorts([](const TaxedOffer& offer) { return &offer.left_out; }));
        const auto forms = forms_of(view_, false);
        std::vector<std::string> printed{
            diagnostic::formatted("`offerkit profiles show {}` prints one", forms.front())};
        printed.insert(printed.end(), forms.begin() + 1, forms.end());
        screen_.point(1, "Forms", std::move(printed));
    }

    /// The bases at which the others would leave what the best one leaves.
    [[nodiscard]] std::vector<std::string> same() const {
        std::vector<std::string> all;
        for (const auto& each : view_.equivalents) {
            all.push_back(names_[each.offer] + (all.empty() ? " at a base of " : " at ") + about(each.base));
        }
        return all;
    }

    /// What each leaves in one currency, at the stated rate and where that moves by a tenth.
    [[nodiscard]] std::vector<std::string> elsewhere() const {
        std::vector<std::string> all;
        for (std::size_t i = 0; i < names_.size() && !one_currency_; ++i) {
            const auto& left = view_.left[i];
            if (left && currency(i) != left->currency()) {
                const auto [less, more] = tenth_either_side(*left);
                all.push_back(diagnostic::formatted("{} leaves {}, {} to {} if it moves by 10%", names_[i],
                                                    about(*left), whole(less), whole(more)));
            }
        }
        return all;
    }

    /// What withholding leaves due.
    [[nodiscard]] std::vector<std::string> vests() const {
        std::vector<std::string> all;
        for (std::size_t i = 0; i < names_.size(); ++i) {
            if (const Money due = due_beyond_withheld(first(i)); !due.is_zero()) {
                all.push_back(diagnostic::formatted("{} {}", names_[i], amount(i, due)));
            }
        }
        return all;
    }

    template <class RemarksOf>
    [[nodiscard]] std::vector<std::string> shorts(RemarksOf remarks) const {
        std::vector<std::string> all;
        for (const auto& offer : view_.offers) {
            for (const auto& remark : *remarks(offer)) {
                if (std::string text = short_of(remark); !text.empty()) {
                    add_once(all, std::move(text));
                }
            }
        }
        return all;
    }

    const TaxView& view_;
    std::size_t width_;
    bool one_currency_;
    std::vector<std::string> names_{};
    FirstScreen screen_{};
};

}  // namespace

FirstScreen tax_first_screen(const TaxView& view, std::size_t width) { return Writer{view, width}.write(); }

}  // namespace offerkit::report
