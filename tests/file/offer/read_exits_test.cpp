// Scenarios of a private company, and the claims before common shares, as a file states them.

#include <string>
#include <variant>

#include <offerkit/quantity/exact.hpp>
#include "support/catch.hpp"

#include "file/reading.hpp"

using namespace offerkit;
using quantity::Exact;
using quantity::Money;
using reading::offer;
using reading::with_top;

namespace {

/// A private company of 1,000 shares; `rest` of [stock] from line 8 on.
std::string with_stock(const std::string& rest) {
    return with_top("[stock]\nkind = \"private\"\nprice = 1\nfully_diluted = 1_000\n" + rest);
}

/// One scenario in line 8 that is sure and pays nothing yet: its further keys stand from line 11 on.
std::string with_exit(const std::string& rest) {
    return with_stock("[[exit]]\nchance = \"100%\"\nafter = \"2 years\"\n" + rest);
}

/// One series of 100 shares in line 8: its further keys stand from line 10 on.
std::string with_series(const std::string& rest) { return with_stock("[[stock.series]]\nshares = 100\n" + rest); }

}  // namespace

TEST_CASE("a scenario is a day and what the company is worth then") {
    const auto read = offer(with_exit("value = 5_000\n"));
    CHECK(read.problems.empty());
    REQUIRE(read.offer->stock->exits.size() == 1);
    const model::Exit& exit = read.offer->stock->exits.front();
    CHECK(exit.name == "sale on 2028-03-02");
    CHECK(to_string(exit.on) == "2028-03-02");
    CHECK(std::get<Money>(exit.value) == Money{5'000'00, read.offer->stock->currency});
    CHECK(offer(with_exit("name = \"later\"\nvalue = 0\n")).offer->stock->exits.front().name == "later");
    CHECK(offer(with_exit("")).only("8:1 missing-key"));
    CHECK(offer(with_exit("value = -1\n")).problems.size() == 1);
    CHECK(offer(with_stock("[[exit]]\nafter = \"2 years\"\nvalue = 1\n")).problems.size() == 1);
}

TEST_CASE("the day of a scenario is said once, on or after the first day and before the year 3000") {
    const auto on = [](const std::string& keys) {
        return offer(with_stock("[[exit]]\nchance = \"100%\"\nvalue = 0\n" + keys));
    };
    CHECK(on("on = 2026-03-02\n").problems.empty());
    CHECK(on("on = 2026-03-01\n").only("11:6 wrong-order"));
    CHECK(on("").only("8:1 missing-key"));
    CHECK(on("on = 2028-01-01\nafter = \"2 years\"\n").only("12:1 conflict"));
    CHECK(on("after = \"973 years\"\n").problems.empty());
    CHECK(on("after = \"974 years\"\n").only("11:9 bad-date"));
}

TEST_CASE("three values of one scenario rise, and two may be equal") {
    const auto range = [](const std::string& three) { return offer(with_exit("value = { " + three + " }\n")); };
    const auto read = range("low = 1, likely = 2, high = 3");
    CHECK(read.problems.empty());
    CHECK(std::holds_alternative<model::ValueRange>(read.offer->stock->exits.front().value));
    CHECK(range("low = 2, likely = 2, high = 2").problems.empty());
    CHECK(range("low = 3, likely = 2, high = 4").only("11:9 wrong-order"));
    CHECK(range("low = 1, likely = 4, high = 3").only("11:9 wrong-order"));
    CHECK_FALSE(range("low = 1, high = 3").problems.empty());
}

TEST_CASE("a tender names the price of a share, and nothing that belongs to a sale") {
    const auto tender = [](const std::string& keys) { return offer(with_exit("how = \"tender\"\n" + keys)); };
    const auto read = tender("price = 3.5\nsellable = \"25%\"\n");
    CHECK(read.problems.empty());
    const model::Exit& exit = read.offer->stock->exits.front();
    CHECK(std::get<quantity::Price>(exit.value).steps() == 35 * quantity::Price::steps_per_major / 10);
    CHECK(exit.sellable == *quantity::Rate::of(1, 4));
    CHECK(tender("").only("8:1 missing-key"));
    CHECK(tender("value = 5_000\n").only("12:1 out-of-place"));
    CHECK(tender("price = 1\ndebt = 5\n").only("13:1 out-of-place"));
    CHECK(tender("price = 1\nrounds = 1\ndilution = \"10%\"\n").problems.size() == 2);
    CHECK(offer(with_exit("price = 3\n")).only("11:1 out-of-place"));
    CHECK(offer(with_exit("value = 5\nsellable = \"25%\"\n")).only("12:1 out-of-place"));
    // A tender says what a share is worth, so that nobody needs the number of all of them.
    const std::string uncounted =
        "[stock]\nkind = \"private\"\nprice = 1\n[[exit]]\nchance = \"100%\"\nafter = \"2 years\"\n";
    CHECK(offer(with_top(uncounted + "how = \"tender\"\nprice = 3\n")).problems.empty());
    CHECK(offer(with_top(uncounted + "value = 5_000\n")).only("4:1 no-share-count"));
}

TEST_CASE("one mistake in the number of shares is told once") {
    const auto wrong = [](const std::string& key) {
        return offer(with_top("[stock]\nkind = \"private\"\nprice = 1\n" + key +
                              "\n[[exit]]\nchance = \"100%\"\nafter = \"2 years\"\nvalue = 5_000\n"));
    };
    CHECK(wrong("fully_diluted = \"many\"").problems.size() == 1);
    CHECK(wrong("fully_dilutd = 1_000").problems.size() == 1);
}

TEST_CASE("rounds before a scenario are its own, else those of [stock]") {
    const auto own = offer(with_exit("value = 5\nrounds = 2\ndilution = \"20%\"\nraised = 7\n"));
    CHECK(own.problems.empty());
    CHECK(own.offer->stock->exits.front().rounds == 2);
    CHECK(own.offer->stock->exits.front().dilution == *quantity::Rate::of(1, 5));
    CHECK(own.offer->stock->exits.front().raised == Money{7'00, own.offer->stock->currency});
    const auto inherited = offer(
        with_stock("rounds = 3\ndilution = \"10%\"\n[[exit]]\nchance = \"100%\"\nafter = \"2 years\"\nvalue = 5\n"));
    CHECK(inherited.problems.empty());
    CHECK(inherited.offer->stock->exits.front().rounds == 3);
    CHECK(inherited.offer->stock->exits.front().dilution == *quantity::Rate::of(1, 10));
    CHECK(offer(with_exit("value = 5\nrounds = 1\ndilution = \"100%\"\n")).only("13:12 bad-rate"));
    CHECK(offer(with_exit("value = 5\nrounds = 0\ndilution = \"100%\"\n")).problems.empty());
    const auto nothing_raised = offer(with_exit("value = 5\nraised = 7\n"));
    REQUIRE(nothing_raised.only("12:1 out-of-place"));
    CHECK(nothing_raised.problems[0].find("no round of financing") != std::string::npos);
    CHECK(nothing_raised.helps[0].find("`rounds = 1`") != std::string::npos);
    CHECK(offer(with_exit("value = 5\nraised = 0\n")).problems.empty());
    CHECK(offer(with_exit("value = 5\nrounds = 1\ndilution = \"0%\"\nraised = 7\n")).only("14:1 out-of-place"));
}

TEST_CASE("chances of scenarios add up to all, exactly") {
    const auto two = [](const std::string& first, const std::string& second) {
        return offer(with_stock("[[exit]]\nchance = \"" + first +
                                "\"\nafter = \"2 years\"\nvalue = 0\n[[exit]]\nchance = \"" + second +
                                "\"\nafter = \"3 years\"\nvalue = 5\n"));
    };
    CHECK(two("30%", "70%").problems.empty());
    const auto less = two("30%", "69.9%");
    REQUIRE(less.only("13:10 chances-sum"));
    CHECK(less.helps[0] == "give the rest a scenario, such as one with `chance = \"0.1%\"` and `value = 0`");
    const auto more = two("30%", "71%");
    REQUIRE(more.only("13:10 chances-sum"));
    CHECK(more.helps[0] == "take 1% off them");
    // Where one of them cannot be read, their sum is not known.
    CHECK(two("30%", "abc").problems.size() == 1);
}

TEST_CASE("a scenario may wait for an event of the file") {
    const std::string event = "[[event]]\nid = \"launch\"\n";
    CHECK(offer(with_exit("value = 5\nevent = \"launch\"\n" + event)).problems.empty());
    const auto unknown = offer(with_exit("value = 5\nevent = \"lunch\"\n" + event));
    REQUIRE(unknown.only("12:9 unknown-event"));
    CHECK(unknown.helps[0].find("`launch`") != std::string::npos);
    CHECK(offer(with_exit("value = 5\nevent = \"lunch\"\n")).helps.at(0).find("[[event]]") != std::string::npos);
}

TEST_CASE("scenarios belong to a private company") {
    const std::string scenario = "[[exit]]\nchance = \"100%\"\nafter = \"2 years\"\nvalue = 5\n";
    CHECK(offer(with_top(scenario)).only("4:3 out-of-place"));
    CHECK(offer(with_top("[stock]\nkind = \"public\"\nprice = 1\n" + scenario)).only("7:3 out-of-place"));
    CHECK(offer(with_top("[stok]\nkind = \"private\"\nprice = 1\n" + scenario)).only("4:2 unknown-key"));
    // A kind of stock that cannot be read may be a private company's; the kind of the offer says nothing of it.
    CHECK(offer(with_top("[stock]\nkind = \"privat\"\nprice = 1\n" + scenario)).only("5:8 unknown-word"));
    CHECK(offer(with_top("[stock]\nknid = \"private\"\nprice = 1\n" + scenario)).only("5:1 unknown-key"));
    CHECK(offer(with_top("kind = \"ofer\"\n[stock]\nkind = \"public\"\nprice = 1\n" + scenario)).problems.size() == 2);
}

TEST_CASE("an offer has a thousand scenarios at most, which is said once") {
    std::string text;
    for (int i = 0; i < 1'002; ++i) {
        text += "[[exit]]\nchance = \"0.1%\"\nafter = \"2 years\"\nvalue = 5\n";
    }
    CHECK(offer(with_stock(text)).only("4008:1 schedule-too-long"));
    CHECK(offer(with_stock(text.substr(0, text.size() / 1'002 * 1'000))).problems.empty());
}

TEST_CASE("scenarios of a profile count in multiples of the last round, and stand alone") {
    const auto named = [](const std::string& keys, const std::string& rest = "") {
        return offer(with_stock("exits = \"venture-2004-2013\"\n" + keys + rest));
    };
    const auto read = named("preferred_price = 2\n");
    CHECK(read.problems.empty());
    CHECK(read.offer->stock->exits.size() > 1);
    CHECK(named("").only("4:1 missing-key"));
    CHECK(named("preferred_price = 2\n", "[[exit]]\nchance = \"100%\"\nafter = \"2 years\"\nvalue = 5\n")
              .only("8:9 conflict"));
    CHECK(offer(with_stock("exits = \"no-such-profile\"\npreferred_price = 2\n")).problems.size() == 1);
    CHECK(
        offer(with_top("[stock]\nkind = \"private\"\nprice = 1\npreferred_price = 2\nexits = \"venture-2004-2013\"\n"))
            .only("4:1 missing-key"));
}

TEST_CASE("a round is what it brought in all or by the share, and what is paid first a multiple of it") {
    const auto read = [](const std::string& keys) {
        const auto found = offer(with_series(keys));
        REQUIRE(found.problems.empty());
        return found.offer->stock->series.front();
    };
    CHECK(read("invested = 300\n").preference == Exact{300});
    CHECK(read("price = 3\n").preference == Exact{300});
    CHECK(read("price = 3\nmultiple = 2\n").preference == Exact{600});
    CHECK(read("price = 3\nmultiple = 0\n").preference == Exact{0});
    CHECK(read("price = 3\nmultiple = 2\naccrued = 50\n").preference == Exact{650});
    CHECK(offer(with_series("")).only("8:1 missing-key"));
    CHECK(offer(with_series("invested = 300\nprice = 3\n")).only("11:1 conflict"));
    CHECK(offer(with_series("invested = 300\nmultiple = -1\n")).only("11:12 bad-number"));
}

TEST_CASE("a cap is of a round that shares the rest up to it, and never below what is paid first") {
    const auto capped = [](const std::string& keys) {
        return offer(with_series("invested = 300\nparticipation = \"capped\"\n" + keys));
    };
    const auto read = capped("cap = 3\n");
    CHECK(read.problems.empty());
    CHECK(read.offer->stock->series.front().cap == Exact{900});
    CHECK(capped("cap = 1\n").problems.empty());
    CHECK(capped("cap = 0.5\n").only("12:7 wrong-order"));
    CHECK(capped("").only("8:1 missing-key"));
    CHECK(offer(with_series("invested = 300\ncap = 3\n")).only("11:1 out-of-place"));
}

TEST_CASE("rounds and options leave common shares") {
    const auto taken = [](const std::string& series, const std::string& options) {
        return offer(with_stock("[[stock.series]]\nshares = " + series +
                                "\ninvested = 1\n[[stock.options]]\nshares = " + options + "\nstrike = 1\n"));
    };
    CHECK(taken("500", "499").problems.empty());
    CHECK(taken("500", "500").only("11:1 too-many-shares"));
    CHECK(taken("500", "499").offer->stock->options.front().shares == 499);
}
