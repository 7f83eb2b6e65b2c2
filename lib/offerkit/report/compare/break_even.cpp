#include <offerkit/report/compare/break_even.hpp>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/report/product/columns.hpp>
#include <offerkit/report/words/amounts.hpp>
#include <offerkit/report/words/comparisons.hpp>
#include <offerkit/report/words/wording.hpp>
#include <offerkit/value/equity.hpp>

namespace offerkit::report {
namespace {

using choice::BreakEven;
using choice::Comparison;
using diagnostic::formatted;
using value::ValuedOffer;

/// Marks a price that is reached after the shares have been counted.
constexpr std::string_view counted_mark = " [1]";

/// "2,000 shares at 200.00": those that are counted at the stated price.
std::string counted_shares(const ValuedOffer& offer) {
    quantity::Shares shares;
    for (const auto& grant : offer.grants) {
        if (grant.instrument != model::Instrument::cash && value::counted_at_stock_price(grant)) {
            shares += grant.quantity;
        }
    }
    return formatted("{} at {}", counted(shares), to_grouped(offer.offer->stock->price.value));
}

bool is_marked(const BreakEven& tie) { return tie.shares_follow_price && tie.price_after_counting.has_value(); }

std::string tie_price(const BreakEven& tie) {
    return formatted("{}{}", tie_price_text(is_marked(tie) ? *tie.price_after_counting : *tie.price),
                     is_marked(tie) ? counted_mark : "");
}

/// What the mark in the table means, and the shares it is about; empty where nothing is marked.
std::string counted_first(const Comparison& comparison, std::span<const std::string> names) {
    std::vector<std::size_t> marked;
    for (const auto& tie : comparison.break_even) {
        if (is_marked(tie)) {
            marked.push_back(tie.offer);
        }
    }
    if (marked.empty()) {
        return {};
    }
    std::vector<std::string> shares;
    for (const auto i : marked) {
        shares.push_back(
            formatted("{}{}", marked.size() > 1 ? names[i] + " " : "", counted_shares(comparison.offers[i])));
    }
    return formatted(
        "{} The grant is quoted in money and becomes shares at the share price, so this price is one reached after "
        "the shares have been counted at the stated price ({}).",
        counted_mark.substr(1), in_a_row(shares, "; "));
}

/// The ties that no stock price makes, a line an offer.
std::vector<std::string> other_ties(const Comparison& comparison, std::span<const std::string> names) {
    std::vector<std::string> lines;
    for (const auto& tie : comparison.break_even) {
        std::vector<std::string> ways;
        if (tie.chance) {
            ways.push_back(formatted("a chance of {} that what waits comes", to_percent(*tie.chance, 1)));
        }
        if (tie.payout) {
            ways.push_back("a bonus payout of " + to_percent(*tie.payout, 1));
        }
        if (!ways.empty()) {
            lines.push_back(
                formatted("{} breaks even with {} at {}", names[tie.offer], names[tie.against], joined(ways, "or at")));
        }
    }
    return lines;
}

Table share_prices(const Comparison& comparison, std::span<const std::string> names) {
    using Tie = const BreakEven&;
    const auto stock = [&](Tie tie) -> const model::Stock& { return *comparison.offers[tie.offer].offer->stock; };
    Columns<BreakEven> columns;
    columns.add({.title = "Offer", .priority = Priority::key, .value = [&](Tie tie) { return names[tie.offer]; }})
        .add({.title = "break-even with", .value = [&](Tie tie) { return names[tie.against]; }})
        .add({.title = "at a share price of",
              .align = Align::decimal,
              .shown =
                  [&](Tie tie) {
                      return tie.price || is_marked(tie) ? Cell(tie_price(tie)) : Cell("no price", Tone::dim);
                  }})
        .add({.title = "stated", .align = Align::decimal, .value = [&](Tie tie) { return stock(tie).price.value; }})
        .add({.title = "or at yearly growth of",
              .align = Align::decimal,
              .shown =
                  [](Tie tie) { return tie.growth ? Cell(to_percent(*tie.growth, 1)) : Cell("no growth", Tone::dim); }})
        .add({.title = "assumed", .align = Align::decimal, .shown = [&](Tie tie) {
                  return stock(tie).growth_stated ? Cell(to_percent(stock(tie).growth.value, 1))
                                                  : Cell("none", Tone::dim);
              }});
    std::vector<BreakEven> ties;
    std::copy_if(comparison.break_even.begin(), comparison.break_even.end(), std::back_inserter(ties),
                 [](Tie tie) { return tie.has_stock; });
    return columns.table(ties);
}

}  // namespace

Page break_even_part(const Comparison& comparison, std::span<const std::string> names) {
    Page page;
    if (Table prices = share_prices(comparison, names); !prices.rows.empty()) {
        page.add(std::move(prices));
    }
    if (auto others = other_ties(comparison, names); !others.empty()) {
        page.list(std::move(others));
    }
    if (std::string counted = counted_first(comparison, names); !page.blocks.empty() && !counted.empty()) {
        page.text(std::move(counted));
    }
    return page;
}

}  // namespace offerkit::report
