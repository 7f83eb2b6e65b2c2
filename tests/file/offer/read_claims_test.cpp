// What of a company is paid before its common shares: rounds of investors and the options of others.

#include <string>

#include <offerkit/quantity/exact.hpp>
#include "support/catch.hpp"

#include "file/reading.hpp"

using namespace offerkit;
using model::Participation;
using quantity::Exact;
using reading::offer;
using reading::with_top;

namespace {

/// A private company; its rounds and options from line 7 on.
reading::Outcome company(const std::string& rest) {
    return offer(with_top("[stock]\nkind = \"private\"\nprice = 1\n" + rest));
}

/// A round of 100 shares for 300 in lines 7 to 9; further keys from line 10 on.
reading::Outcome round(const std::string& keys) {
    return company("[[stock.series]]\nshares = 100\ninvested = 300\n" + keys);
}

model::ShareSeries read(const std::string& keys) {
    const auto outcome = round(keys);
    CAPTURE(keys, outcome.problems);
    REQUIRE(outcome.problems.empty());
    return outcome.offer->stock->series.at(0);
}

}  // namespace

TEST_CASE(
    "a round has a name, a rank and a way to share the rest, and is paid once what it brought unless it says more") {
    const auto plain = read("");
    CHECK(plain.shares == 100);
    CHECK(plain.name.empty());
    CHECK(plain.rank == 1);
    CHECK(plain.participation == Participation::none);
    CHECK(plain.preference == Exact{300});
    CHECK(plain.span.line == 7);
    // 1.5 times 300, and 40 of dividends.
    const auto all = read("name = \"B\"\nrank = 3\nparticipation = \"full\"\nmultiple = 1.5\naccrued = 40\n");
    CHECK(all.name == "B");
    CHECK(all.rank == 3);
    CHECK(all.participation == Participation::full);
    CHECK(all.preference == Exact{490});
    // A cap is a multiple of what was brought, whatever is paid first: 4 times 300, above 2 times 300 and 600.
    CHECK(read("multiple = 2\naccrued = 600\nparticipation = \"capped\"\ncap = 4\n").cap == Exact{1'200});
    CHECK(round("multiple = 2\naccrued = 601\nparticipation = \"capped\"\ncap = 4\n").only("13:7 wrong-order"));
}

TEST_CASE("a multiple or a cap that cannot be read is told alone") {
    CHECK(round("multiple = \"x\"\n").only("10:12 wrong-type"));
    CHECK(round("multiple = \"x\"\nparticipation = \"capped\"\ncap = 1\n").only("10:12 wrong-type"));
    CHECK(round("participation = \"capped\"\ncap = \"x\"\n").only("11:7 wrong-type"));
    CHECK(round("participation = \"capped\"\nmultiple = 0\ncap = 0\n").problems.empty());
    CHECK(round("participation = \"capped\"\nmultiple = 0\ncap = -1\n").only("12:7 bad-number"));
    CHECK(round("multiple = 2\nparticipation = \"capped\"\ncap = \"x\"\n").only("12:7 wrong-type"));
    for (const std::string keys : {"rank = 0\n", "rank = 1_001\n", "accrued = -1\n", "participation = \"some\"\n"}) {
        CAPTURE(keys);
        CHECK(round(keys).problems.size() == 1);
    }
    CHECK(round("rank = 1_000\n").problems.empty());
    CHECK(company("[[stock.series]]\ninvested = 300\n").only("7:1 missing-key"));
    CHECK(company("[[stock.series]]\nprice = 3\n").only("7:1 missing-key"));
}

TEST_CASE("options of others have shares and a strike") {
    const auto options = [](const std::string& keys) { return company("[[stock.options]]\n" + keys); };
    const auto two = options("shares = 5\nstrike = 1.25\n[[stock.options]]\nshares = 7\nstrike = 2\n");
    REQUIRE(two.problems.empty());
    REQUIRE(two.offer->stock->options.size() == 2);
    CHECK(two.offer->stock->options[0].shares == 5);
    CHECK(to_plain(two.offer->stock->options[0].strike) == "1.25");
    CHECK(two.offer->stock->options[1].shares == 7);
    CHECK(two.offer->stock->options[1].span.line == 10);
    CHECK(options("shares = 5\n").only("7:1 missing-key"));
    CHECK(options("strike = 5\n").only("7:1 missing-key"));
}

TEST_CASE("a company has a thousand rounds and a thousand kinds of options at most, which is said once") {
    const auto many = [](int count, const std::string& one) {
        std::string text;
        for (int i = 0; i < count; ++i) {
            text += one;
        }
        return company(text);
    };
    const std::string series = "[[stock.series]]\nshares = 1\ninvested = 1\n";
    const std::string options = "[[stock.options]]\nshares = 1\nstrike = 1\n";
    CHECK(many(1'000, series).problems.empty());
    CHECK(many(1'000, options).problems.empty());
    // Behind six lines and a thousand of three each.
    CHECK(many(1'002, series).only("3007:1 schedule-too-long"));
    CHECK(many(1'002, options).only("3007:1 schedule-too-long"));
}
