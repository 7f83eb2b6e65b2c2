// What stands beside the figures: what waits or can never come, what vests shortly after the window, and options that
// are worth nothing. Each answer is worked out by hand.

#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using quantity::Shares;

namespace {

using Rows = std::vector<std::string>;

const std::string head = "company = \"Acme\"\ncurrency = \"USD\"\nstart = 2026-03-02\n";
const std::string priced = "[stock]\nprice = 10\nas_of = 2026-01-01\n";

/// Values an offer over four years, as of 2026-01-01, and tells of it what `tell` does.
template <class Tell>
Rows told(const std::string& text, Tell tell, bool refreshers = false) {
    auto valuation = offers::valuation();
    valuation.count_refreshers = refreshers;
    const std::vector one{offers::read(head + text)};
    const auto comparison = offers::compare(one, valuation);
    return tell(comparison.offers.at(0));
}

Rows pending(const value::ValuedOffer& offer) {
    Rows rows;
    for (const auto& each : offer.pending) {
        std::string row = each.grant + " " + std::to_string(each.quantity.whole()) + " " +
                          offers::text(each.worth_today) + (each.impossible ? " impossible" : "") +
                          (each.cash ? " cash" : "");
        for (const auto& event : each.events) {
            row += " " + event.id + (event.chance ? " " + quantity::to_percent(*event.chance) : "");
        }
        rows.push_back(row);
    }
    return rows;
}

Rows outside(const value::ValuedOffer& offer) {
    Rows rows;
    for (const auto& each : offer.just_outside) {
        rows.push_back(each.grant + " " + to_string(each.date) + " " + std::to_string(each.quantity.whole()) + " " +
                       offers::text(each.worth));
    }
    return rows;
}

Rows nothing_worth(const value::ValuedOffer& offer) {
    Rows rows;
    for (const auto& each : offer.at_the_money) {
        rows.push_back(each.grant + " " + std::to_string(each.quantity.whole()) + " " + to_plain(each.strike));
    }
    return rows;
}

}  // namespace

TEST_CASE("what waits is told at today's price with its events, and apart from it what can never come") {
    const auto half = [](const std::string& gate) {
        return "[[grant.segment]]\nportion = \"50%\"\nover = \"2 years\"\nevery = \"1 year\"\ngate = \"" + gate +
               "\"\n";
    };
    const std::string events =
        "[[event]]\nid = \"ipo\"\nchance = \"30%\"\n[[event]]\nid = \"round\"\ndeadline = 2025-12-31\n";
    CHECK(told(priced + "growth = \"50%\"\n[[grant]]\nid = \"g\"\nquantity = 100\n" + half("ipo") + half("round") +
                   events,
               pending) == Rows{"g 50 500.00 ipo 30% round", "g 50 500.00 impossible ipo 30% round"});
    CHECK(told("[[grant]]\nid = \"c\"\ninstrument = \"cash\"\nvalue = 100\ngate = \"ipo\"\nvesting = { over = \"1 "
               "year\" }\n" +
                   events,
               pending) == Rows{"c 10000 100.00 cash ipo 30%"});
    CHECK(told(priced + "[[grant]]\nid = \"g\"\nquantity = 100\nvesting = { over = \"1 year\" }\n", pending).empty());
}

TEST_CASE("a vest up to three months after the window is told, a later one and one inside it are not") {
    const auto grant = [](const std::string& days) {
        return told(priced + "[[grant]]\nid = \"g\"\nquantity = 100\nvesting = { over = \"" + days + " days\" }\n",
                    outside);
    };
    // The window ends on 2030-03-02, day 1,461; three months later is 2030-06-02, 92 days on.
    CHECK(grant("1461").empty());
    CHECK(grant("1462") == Rows{"g 2030-03-03 100 1,000.00"});
    CHECK(grant("1553") == Rows{"g 2030-06-02 100 1,000.00"});
    CHECK(grant("1554").empty());
    // Of refreshers where they count.
    const std::string refresher =
        priced + "[refresher]\nvalue = 100\nfirst_after = \"42 months\"\nvesting = { over = \"8 months\" }\n";
    CHECK(told(refresher, outside, true) == Rows{"refresher-1 2030-05-02 10 100.00"});
    CHECK(told(refresher, outside).empty());
}

TEST_CASE("options are told to be worth nothing where none of their vests in the window is worth anything") {
    const auto option = [](const std::string& stock, const std::string& terms) {
        return told(stock + "[[grant]]\nid = \"o\"\ninstrument = \"nso\"\nquantity = 100\n" + terms, nothing_worth);
    };
    const std::string two_years = "vesting = { over = \"2 years\", every = \"1 year\" }\n";
    CHECK(option(priced, "strike = 10\n" + two_years) == Rows{"o 100 10"});
    CHECK(option(priced, "strike = 9.99\n" + two_years).empty());
    // After one year 10.00 are 14.30 or so, after two 21.50.
    CHECK(option(priced + "growth = \"43%\"\n", "strike = 15\n" + two_years).empty());
    CHECK(option(priced + "growth = \"43%\"\n", "strike = 30\n" + two_years) == Rows{"o 100 30"});
    // Those after the window do not count, and without any inside there is nothing to tell.
    CHECK(option(priced, "strike = 10\nvesting = { over = \"8 years\", every = \"1 year\" }\n") == Rows{"o 50 10"});
    CHECK(option(priced, "strike = 10\nvesting = { over = \"5 years\" }\n").empty());
    CHECK(option(priced, two_years).empty());
    // Without a price nobody knows, and shares of a price of nothing are no options.
    CHECK(option("", "strike = 10\n" + two_years).empty());
    CHECK(told("[stock]\nprice = 0\nas_of = 2026-01-01\n[[grant]]\nid = \"g\"\nquantity = 100\n" + two_years,
               nothing_worth)
              .empty());
}

TEST_CASE("a grant of which the strike or the price is not known is told as such") {
    const auto unknown = [](const std::string& text) {
        return told(text, [](const value::ValuedOffer& offer) {
            Rows rows;
            for (const auto& each : offer.not_known) {
                rows.push_back(each.grant + (each.what.strike ? " strike" : "") + (each.what.price ? " price" : ""));
            }
            return rows;
        });
    };
    const std::string option =
        "[[grant]]\nid = \"o\"\ninstrument = \"nso\"\nquantity = 100\nvesting = { over = \"1 year\" }\n";
    CHECK(unknown(priced + option) == Rows{"o strike"});
    CHECK(unknown(option) == Rows{"o strike price"});
    CHECK(unknown(priced + option + "strike = 1\n").empty());
}
