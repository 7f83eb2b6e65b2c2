#include <algorithm>
#include <string>
#include <vector>

#include <offerkit/model/fields/fields.hpp>
#include <support/catch.hpp>
#include <support/files.hpp>

#include "file/reading.hpp"

using namespace offerkit;
using reading::offer;
using reading::with_grant;
using reading::with_top;

TEST_CASE("a grant says how much it is in exactly one way") {
    CHECK(offer(with_grant("quantity = 5\n")).problems.empty());
    CHECK(offer(with_grant("")).only("4:1 missing-key"));
    CHECK(offer(with_grant("quantity = 5\nvalue = 5\n")).only("7:1 conflict"));
    CHECK(offer(with_grant("quantity = 0\n")).only("6:12 bad-number"));
    CHECK(offer(with_grant("quantity = 5\nconversion = { price = 1 }\n")).only("7:1 out-of-place"));
    CHECK(offer(with_grant("value = 5\nconversion = { price = 0 }\n")).only("7:24 bad-price"));
}

TEST_CASE("a share of the company needs the number of its shares") {
    CHECK(offer(with_grant("ownership = \"1%\"\n")).only("6:13 no-share-count"));
    CHECK(offer(with_grant("ownership = \"1%\"\n[stock]\nkind = \"private\"\nprice = 1\nfully_diluted = 100\n"))
              .problems.empty());
}

TEST_CASE("shares may be said by number and part of the company, and the number counts") {
    const std::string both = "quantity = 30_000\nownership = \"0.3%\"\n";
    const auto alone = offer(with_grant(both + "[stock]\nkind = \"private\"\nprice = 1\n"));
    CHECK(alone.problems.empty());
    CHECK(std::get<model::QuantityGrant>(alone.offer->grants.at(0).amount).shares == 30'000);
    CHECK(alone.offer->stock->fully_diluted == 10'000'000);
    const auto stated = [&](const std::string& diluted) {
        return offer(with_grant(both + "[stock]\nkind = \"private\"\nprice = 1\nfully_diluted = " + diluted + "\n"));
    };
    // 30,000 / 9.9 million are 0.303%: just 1% more than 0.3%.
    CHECK(stated("10_000_000").problems.empty());
    CHECK(stated("9_902_000").problems.empty());
    CHECK(stated("9_900_000").only("7:13 ownership-differs"));
    CHECK(stated("10_200_000").only("7:13 ownership-differs"));
    CHECK(offer(with_grant(both + "value = 5\n")).only("8:1 conflict"));
    CHECK(offer(with_grant(both + "[stock]\nprice = 1\n")).problems.empty());
}

TEST_CASE("a price that nobody has said may be left out, but not where it counts shares") {
    CHECK(offer(with_grant("quantity = 5\n[stock]\nkind = \"private\"\n")).problems.empty());
    CHECK_FALSE(offer(with_grant("quantity = 5\n[stock]\nkind = \"private\"\n")).offer->stock->price_is_known);
    CHECK(offer(with_grant("ownership = \"1%\"\n[stock]\nkind = \"private\"\nfully_diluted = 100\n")).problems.empty());
}

TEST_CASE("an acceleration by a reason names no event, and only a double trigger looks back") {
    const auto with = [](const std::string& keys) {
        return offer(with_grant("quantity = 5\n[[grant.acceleration]]\n" + keys +
                                "\n[[event]]\nid = \"sale\"\ndate = 2027-06-01\n"));
    };
    CHECK(with("trigger = \"without_cause\"\namount = \"pro_rata\"").problems.empty());
    CHECK(with("trigger = \"retirement\"\nevent = \"sale\"").only("9:1 out-of-place"));
    CHECK(with("trigger = \"good_reason\"\nbefore = \"6 months\"").only("9:1 out-of-place"));
    CHECK(with("trigger = \"single\"\nevent = \"sale\"\nbefore = \"6 months\"").only("10:1 out-of-place"));
    CHECK(with("trigger = \"double\"\nevent = \"sale\"\nbefore = \"6 months\"").problems.empty());
    CHECK(with("trigger = \"retirement\"\namount = \"pro_rata\"\norder = \"last\"").only("10:1 out-of-place"));
    CHECK(with("trigger = \"retirement\"\namount = \"pro_rata\"\nmonths = 2").only("10:1 conflict"));
}

TEST_CASE("all grants of an offer together have at most 100,000 tranches") {
    std::string grants;
    for (int i = 0; i < 11; ++i) {
        grants += "[[grant]]\nquantity = 5\nvesting = { over = \"9990 days\", every = \"1 day\" }\n";
    }
    CHECK(offer(with_top(grants)).only("34:1 schedule-too-long"));
}

TEST_CASE("a strike belongs to options and their like, and may be left out while nobody has said it") {
    for (const std::string instrument : {"iso", "nso", "sar"}) {
        CAPTURE(instrument);
        CHECK(offer(with_grant("instrument = \"" + instrument + "\"\nquantity = 5\n")).problems.empty());
        CHECK(
            offer(with_grant("instrument = \"" + instrument + "\"\nquantity = 5\nstrike = 0.8734\n")).problems.empty());
    }
    for (const std::string instrument : {"rsu", "rsa", "psu"}) {
        CAPTURE(instrument);
        CHECK(offer(with_grant("instrument = \"" + instrument + "\"\nquantity = 5\nstrike = 1\n"))
                  .only("8:1 out-of-place"));
    }
    CHECK(offer(with_grant("instrument = \"phantom\"\nquantity = 5\n")).problems.empty());
    CHECK(offer(with_grant("instrument = \"phantom\"\nquantity = 5\nstrike = 1\n")).problems.empty());
    CHECK(offer(with_grant("instrument = \"iso\"\nvalue = 5\nstrike = 1\n")).problems.empty());
}

TEST_CASE("cash is an amount of money, with nothing to convert") {
    CHECK(offer(with_grant("instrument = \"cash\"\nvalue = 5\n")).problems.empty());
    CHECK(offer(with_grant("instrument = \"cash\"\nquantity = 5\n")).only("7:1 out-of-place"));
    CHECK(offer(with_grant("instrument = \"cash\"\nvalue = 5\nconversion = { price = 1 }\n")).only("8:1 out-of-place"));
}

TEST_CASE("performance belongs to performance shares, and its curve rises") {
    const std::string curve = "[[grant.performance]]\nexpected = 1\ncurve = ";
    CHECK(offer(with_grant("instrument = \"psu\"\nquantity = 5\n" + curve + "[[1, \"0%\"], [2, \"150%\"]]\n"))
              .problems.empty());
    CHECK(offer(with_grant("quantity = 5\n" + curve + "[[1, \"0%\"]]\n")).only("7:9 out-of-place"));
    CHECK(offer(with_grant("instrument = \"psu\"\nquantity = 5\n" + curve + "[[1, \"0%\"], [1, \"9%\"]]\n"))
              .only("10:22 wrong-order"));
    CHECK(offer(with_grant("instrument = \"psu\"\nquantity = 5\n" + curve + "[[1]]\n")).only("10:10 wrong-type"));
    CHECK(offer(with_grant("instrument = \"psu\"\nquantity = 5\n" + curve + "[]\n")).only("10:9 wrong-type"));
    const std::string one = curve + "[[1, \"0%\"]]\n";
    CHECK(offer(with_grant("instrument = \"psu\"\nquantity = 5\n" + one + one)).only("11:1 conflict"));
    CHECK(offer(with_grant("instrument = \"psu\"\nquantity = 5\n" + one + one + one)).only("11:1 conflict"));
}

TEST_CASE("every event that a grant waits for stands in [[event]], with the near ones named") {
    const std::string event = "[[event]]\nid = \"ipo\"\n";
    CHECK(offer(with_grant("quantity = 5\ngate = \"ipo\"\n" + event)).problems.empty());
    const auto near = offer(with_grant("quantity = 5\ngate = [\"ipo\", \"ipoo\"]\n" + event));
    CHECK(near.only("7:16 unknown-event"));
    CHECK(near.helps == std::vector<std::string>{"did you mean `ipo`?"});
    const auto beside = offer(with_grant("quantity = 5\ngate = [\"ipo\", 5, \"ipoo\"]\n" + event));
    REQUIRE(beside.problems.size() == 2);
    CHECK(beside.problems[0].starts_with("7:16 wrong-type"));
    CHECK(beside.problems[1].starts_with("7:19 unknown-event"));
    CHECK(offer(with_grant("quantity = 5\n[[grant.acceleration]]\ntrigger = \"single\"\nevent = \"sale\"\n"))
              .only("9:9 unknown-event"));
    const std::string segment = "[[grant]]\nquantity = 5\n[[grant.segment]]\nportion = 1\nover = \"1 year\"\n";
    CHECK(offer(with_top(segment + "start = \"event:sale + 1 month\"\n")).only("9:9 unknown-event"));
    CHECK(offer(with_top(segment + "gate = \"sale\"\n")).only("9:8 unknown-event"));
}

TEST_CASE("an event start is an event and a period after it") {
    const std::string segment =
        "[[event]]\nid = \"ipo\"\n[[grant]]\nquantity = 5\n[[grant.segment]]\nportion = 1\nover = \"1 year\"\nstart = ";
    CHECK(offer(with_top(segment + "\"event:ipo\"\n")).problems.empty());
    for (const std::string start : {"\"ipo\"", "\"event:\"", "\"event:ipo + six months\"", "\"event:ipo +6 months\"",
                                    "\"event:ipo + 6 months + 1 day\""}) {
        CAPTURE(start);
        CHECK(offer(with_top(segment + start + "\n")).only("11:9 bad-text"));
    }
}

TEST_CASE("a schedule stands in exactly one of its forms") {
    const std::string grant = "[[grant]]\nquantity = 5\n";
    CHECK(offer(with_top(grant)).only("4:1 missing-key"));
    CHECK(offer(with_top(grant + "vesting = \"meta\"\n[[grant.segment]]\nportion = 1\nover = \"1 year\"\n"))
              .only("7:9 conflict"));
    CHECK(offer(with_top(grant + "vesting = { over = \"1 year\", yearly = [1] }\n")).only("6:30 conflict"));
    CHECK(offer(with_top(grant + "vesting = {}\n")).only("6:11 missing-key"));
    CHECK(offer(with_top(grant + "vesting = 5\n")).only("6:11 wrong-type"));
    CHECK(offer(with_top(grant + "vesting = { over = \"1 year\", every = \"0 days\" }\n")).only("6:38 bad-period"));
    CHECK(offer(with_top(grant + "vesting = { over = \"0 days\" }\n")).problems.empty());
    CHECK(offer(with_top(grant + "vesting = { yearly = [] }\n")).only("6:22 wrong-type"));
    CHECK(offer(with_top(grant + "vesting = { on = [{ date = 2027-01-01, portion = 1, quantity = 5 }] }\n"))
              .only("6:53 conflict"));
    CHECK(offer(with_top(
                    grant +
                    "vesting = { on = [{ date = 2027-01-01, portion = 0.5 }, { date = 2028-01-01, quantity = 3 }] }\n"))
              .only("6:89 conflict"));
    CHECK(offer(with_top(grant + "vesting = { on = [{ date = 2027-01-01, portion = 1 }], cliff = \"1 year\" }\n"))
              .only("6:56 out-of-place"));
}

TEST_CASE("two grants of one id are reported at the second") {
    const auto outcome =
        offer(with_top("[[grant]]\nid = \"a\"\nquantity = 1\nvesting = \"meta\"\n[[grant]]\nid = \"a\"\nquantity = "
                       "1\nvesting = \"meta\"\n"));
    CHECK(outcome.only("9:6 duplicate-id"));
}

TEST_CASE("an exercise window is no longer than the life of the grant") {
    const std::string option =
        "instrument = \"nso\"\nquantity = 5\nstrike = 1\nexpires = \"10 years\"\n[[grant.termination_window]]\nperiod "
        "= ";
    CHECK(offer(with_grant(option + "\"10 years\"\n")).problems.empty());
    CHECK(offer(with_grant(option + "\"11 years\"\n")).only("11:10 wrong-order"));
    const std::string second = "\"1 year\"\n[[grant.termination_window]]\nperiod = \"2 years\"\n";
    CHECK(offer(with_grant(option + second)).only("13:10 duplicate-id"));
    CHECK(offer(with_grant(option + second + "reason = \"death\"\n")).problems.empty());
}

TEST_CASE("the life of a grant ends a period after its first day, or the day before that") {
    const auto expiry = [](const std::string& written) {
        const auto outcome = offer(with_grant("instrument = \"nso\"\nquantity = 5\nexpires = " + written + "\n"));
        REQUIRE(outcome.problems.empty());
        return *outcome.offer->grants.at(0).expires;
    };
    CHECK(expiry("\"10 years\"").after == calendar::Period::months(120));
    CHECK_FALSE(expiry("\"10 years\"").day_before);
    CHECK_FALSE(expiry("{ after = \"10 years\" }").day_before);
    CHECK_FALSE(expiry("{ after = \"10 years\", day_before = false }").day_before);
    CHECK(expiry("{ after = \"10 years\", day_before = true }").day_before);
    CHECK(offer(with_grant("instrument = \"nso\"\nquantity = 5\nexpires = { day_before = true }\n"))
              .only("8:11 missing-key"));
    CHECK(offer(with_grant("instrument = \"nso\"\nquantity = 5\nexpires = 10\n")).only("8:11 wrong-type"));
}

TEST_CASE("acceleration names its event, and an amount in one way") {
    const std::string grant = "quantity = 5\n[[event]]\nid = \"sale\"\n[[grant.acceleration]]\n";
    CHECK(
        offer(with_grant(grant + "trigger = \"double\"\nevent = \"sale\"\nwithin = \"12 months\"\n")).problems.empty());
    CHECK(offer(with_grant(grant + "trigger = \"double\"\n")).only("9:1 missing-key"));
    CHECK(offer(with_grant(grant + "trigger = \"death\"\nevent = \"sale\"\n")).only("11:1 out-of-place"));
    CHECK(offer(with_grant(grant + "trigger = \"single\"\nevent = \"sale\"\nwithin = \"1 year\"\n"))
              .only("12:1 out-of-place"));
    CHECK(offer(with_grant(grant + "trigger = \"death\"\namount = 1\nmonths = 1\n")).only("12:1 conflict"));
    CHECK(offer(with_grant(grant + "trigger = \"death\"\nquantity = 1\nmonths = 1\n")).only("11:1 conflict"));
}

TEST_CASE("every word that a key of a grant takes can be read") {
    const auto reads = [](const std::string& schema_key, const std::string& before, const std::string& after) {
        const model::Field* grant = find_field(model::offer_schema(), "grant");
        for (const std::string_view word : find_field(*grant->table, schema_key)->choices) {
            CAPTURE(schema_key, word);
            const std::string list =
                schema_key == "forfeits_vested" ? "[\"" + std::string{word} + "\"]" : "\"" + std::string{word} + "\"";
            CHECK(offer(with_grant(before + schema_key + " = " + list + "\n" + after)).problems.empty());
        }
    };
    reads("allocation", "quantity = 5\n", "");
    reads("day_of_month", "quantity = 5\n", "");
    reads("before_grant", "quantity = 5\n", "");
    reads("after_leaving", "quantity = 5\n", "");
    reads("forfeits_vested", "quantity = 5\n", "");
    CHECK(offer(with_grant("quantity = 5\nday_of_month = 32\n")).only("7:16 bad-number"));
}

TEST_CASE("what lists several things takes one of them without brackets as well") {
    const std::string event = "[[event]]\nid = \"ipo\"\n";
    for (const std::string gate : {"\"ipo\"", "[\"ipo\"]"}) {
        const auto outcome = offer(with_grant("quantity = 5\ngate = " + gate + "\n" + event));
        REQUIRE(outcome.problems.empty());
        CHECK(outcome.offer->grants.at(0).gates == std::vector<std::string>{"ipo"});
    }
    for (const std::string reason : {"\"with_cause\"", "[\"with_cause\"]"}) {
        const auto outcome = offer(with_grant("quantity = 5\nforfeits_vested = " + reason + "\n"));
        REQUIRE(outcome.problems.empty());
        CHECK(outcome.offer->grants.at(0).forfeits_vested ==
              std::vector<model::LeavingReason>{model::LeavingReason::with_cause});
    }
    for (const std::string reason : {"\"death\"", "[\"death\"]"}) {
        const auto outcome = offer(with_top("[[sign_on]]\namount = 5\nclawback = { waived = " + reason + " }\n"));
        REQUIRE(outcome.problems.empty());
        CHECK(outcome.offer->sign_ons.at(0).clawback->waived ==
              std::vector<model::LeavingReason>{model::LeavingReason::death});
    }
    for (const std::string day : {"\"05-15\"", "[\"05-15\"]"}) {
        CHECK(offer(with_grant("quantity = 5\nalign = " + day + "\n")).problems.empty());
    }
    CHECK(offer(with_grant("quantity = 5\nforfeits_vested = []\n")).only("7:19 wrong-type"));
    CHECK(offer(with_grant("quantity = 5\nforfeits_vested = \"with-cause\"\n")).only("7:19 unknown-word"));
}

TEST_CASE("a fixed vest day that is clear but written otherwise is told as it is to be written") {
    const auto help = [](const std::string& day) {
        const auto outcome = offer(with_grant("quantity = 5\nalign = [" + day + "]\n"));
        REQUIRE(outcome.helps.size() == 1);
        return outcome.helps[0];
    };
    CHECK(help("\"2-15\"") == "write `\"02-15\"`");
    CHECK(help("\"15 Feb\"") == "write `\"02-15\"`");
    CHECK(help("2026-02-15") == "write `\"02-15\"`");
    CHECK(help("\"03-3Wed\"") == "write `\"03-3wed\"`");
    // The number beside a weekday is not the day of the month.
    for (const std::string day : {"\"3rd Wed of March\"", "\"02-30\"", "\"03-6wed\""}) {
        CAPTURE(day);
        CHECK(help(day).starts_with("write month and day such as"));
    }
}

TEST_CASE("losing on leaving what waits for an event is listed as assumed where something waits, and nowhere else") {
    const auto assumes = [](const std::string& rest) {
        const auto outcome = offer(with_top("[[event]]\nid = \"ipo\"\n[[grant]]\nquantity = 5\n" + rest));
        REQUIRE(outcome.problems.empty());
        return std::any_of(outcome.offer->assumptions.begin(), outcome.offer->assumptions.end(),
                           [](const auto& each) { return each.key.ends_with(".after_leaving"); });
    };
    const std::string vesting = "vesting = \"even-yearly\"\n";
    CHECK(assumes(vesting + "gate = \"ipo\"\n"));
    CHECK(assumes("[[grant.segment]]\nportion = 1\nover = \"1 year\"\ngate = \"ipo\"\n"));
    CHECK_FALSE(assumes(vesting));
    CHECK_FALSE(assumes(vesting + "gate = \"ipo\"\nafter_leaving = \"forfeit\"\n"));
}

TEST_CASE("what is assumed of a grant is said by its id, or by its place where it has none") {
    const std::string grant = "quantity = 480\nvesting = \"standard\"\n";
    const auto read = offer(with_top("[[grant]]\nid = \"main\"\n" + grant + "[[grant]]\n" + grant)).offer;
    REQUIRE(read.has_value());
    const auto assumed = [&](const std::string& key) {
        return std::any_of(read->assumptions.begin(), read->assumptions.end(),
                           [&](const auto& assumption) { return assumption.key == key; });
    };
    CHECK(assumed("grant.main.instrument"));
    CHECK(assumed("grant.grant-2.instrument"));
    CHECK_FALSE(assumed("grant.grant-1.instrument"));
}

namespace {

/// A [refresher] in line 4 with one line for each of its keys, which stand from line 5 on.
reading::Outcome refresher(const std::string& keys) { return offer(with_top("[refresher]\n" + keys)); }

/// The value that is assumed of a key; "-" for nothing.
std::string assumed_of(const reading::Outcome& outcome, const std::string& key) {
    REQUIRE(outcome.offer.has_value());
    const auto& all = outcome.offer->assumptions;
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.key == key; });
    return found == all.end() ? "-" : found->value;
}

}  // namespace

TEST_CASE("a refresher comes once a year from the first anniversary, and surely, unless it says otherwise") {
    CHECK_FALSE(offer(with_top("")).offer->refresher);
    const auto plain = refresher("value = 60_000\nvesting = { over = \"4 years\" }\n");
    REQUIRE(plain.problems.empty());
    CHECK(quantity::to_plain(plain.offer->refresher->value.value) == "60000");
    CHECK(plain.offer->refresher->first_after == calendar::Period::months(12));
    CHECK(plain.offer->refresher->every == calendar::Period::months(12));
    CHECK_FALSE(plain.offer->refresher->on);
    CHECK(plain.offer->refresher->probability == quantity::Rate{1});
    CHECK(plain.offer->refresher->vesting.segments.at(0).over == calendar::Period::months(48));
    CHECK(assumed_of(plain, "refresher.every") == "12 months");
    const auto full = refresher(
        "value = 60_000\nfirst_after = \"6 months\"\nevery = \"1 day\"\non = \"08-31\"\n"
        "vesting = \"even-yearly\"\nday_of_month = 15\nprobability = \"80%\"\n");
    REQUIRE(full.problems.empty());
    CHECK(full.offer->refresher->first_after == calendar::Period::months(6));
    CHECK(full.offer->refresher->every == calendar::Period::days(1));
    CHECK(full.offer->refresher->on == calendar::DayOfYear{8, 31});
    CHECK(full.offer->refresher->day_of_month == calendar::DayRule::fixed(15));
    CHECK(full.offer->refresher->probability == *quantity::Rate::of(4, 5));
}

TEST_CASE("each key of a refresher that cannot be read is one problem, whatever the others say") {
    const std::vector<std::string> good{"value = 60_000", "first_after = \"6 months\"", "every = \"1 year\"",
                                        "vesting = { over = \"4 years\" }", "probability = \"80%\""};
    const std::vector<std::string> bad{"value = -1", "first_after = \"soon\"", "every = \"often\"",
                                       "vesting = { over = \"long\" }", "probability = \"80\""};
    for (std::size_t wrong = 0; wrong < good.size(); ++wrong) {
        std::string text;
        for (std::size_t i = 0; i < good.size(); ++i) {
            text += (i == wrong ? bad[i] : good[i]) + "\n";
        }
        CAPTURE(text);
        const auto read = refresher(text);
        REQUIRE(read.problems.size() == 1);
        CHECK(read.problems[0].starts_with(std::to_string(wrong + 5) + ":"));
        CHECK_FALSE(read.offer);
    }
    CHECK(refresher("vesting = { over = \"4 years\" }\n").only("4:1 missing-key"));
    CHECK(refresher("value = 60_000\n").only("4:1 missing-key"));
    CHECK(refresher("value = 60_000\nvesting = { over = \"4 years\" }\nevery = \"0 months\"\n").only("7:9 bad-period"));
}

TEST_CASE("a value becomes shares at the price named, of the grant's own day, or of the stock") {
    const auto price = [](const std::string& grant, const std::string& stock) {
        return assumed_of(offer(with_grant(grant + "[stock]\n" + stock)), "grant.grant-1.conversion.price");
    };
    const std::string priced = "price = 12.50\nas_of = 2026-03-02\n";
    CHECK(price("value = 5_000\n", priced) == "12.5");
    CHECK(price("value = 5_000\ngrant_date = 2026-03-02\n", priced) == "12.5");
    CHECK(price("value = 5_000\ngrant_date = 2026-03-03\n", priced) == "the price of 2026-03-03");
    CHECK(price("value = 5_000\ngrant_date = 2026-03-01\n", priced) == "12.5");
    CHECK(price("value = 5_000\n", "price = 12.50\nas_of = 2026-01-15\n") == "12.5");
    CHECK(price("value = 5_000\nconversion = { price = 10 }\n", priced) == "-");
    CHECK(price("value = 5_000\nconversion = { round = \"up\" }\n", priced) == "12.5");
    CHECK(price("quantity = 5\n", priced) == "-");
    CHECK(price("instrument = \"cash\"\nvalue = 5_000\n", priced) == "-");
    CHECK(price("value = 5_000\n", "kind = \"private\"\n") == "-");
    const auto counted = [](const std::string& grant) {
        return assumed_of(offer(with_grant(grant + "[stock]\nprice = 12.50\n")), "grant.grant-1.value");
    };
    CHECK(counted("instrument = \"nso\"\nvalue = 5_000\n") == "at the price of a share");
    CHECK(counted("instrument = \"rsu\"\nvalue = 5_000\n") == "-");
}

TEST_CASE("a fractional share is dropped when a value becomes shares, which is said where nothing else is") {
    const auto rounding = [](const std::string& grant) {
        return assumed_of(offer(with_grant(grant)), "grant.grant-1.conversion.round");
    };
    CHECK(rounding("value = 5_000\n") == "down");
    CHECK(rounding("value = 5_000\nconversion = { price = 10 }\n") == "down");
    CHECK(rounding("value = 5_000\nconversion = { price = 10, round = \"up\" }\n") == "-");
    CHECK(rounding("quantity = 5\n") == "-");
    CHECK(rounding("instrument = \"cash\"\nvalue = 5_000\n") == "-");
}

TEST_CASE("fixed vest days are one a month at most, and each second one is told") {
    const auto align = [](const std::string& days) {
        return offer(with_grant("quantity = 5\nalign = [" + days + "]\n"));
    };
    const auto two = align("\"12-01\", \"01-31\"");
    REQUIRE(two.problems.empty());
    CHECK(two.offer->grants[0].align == std::vector{calendar::VestDay::on({12, 1}), calendar::VestDay::on({1, 31})});
    CHECK(align("\"12-01\", \"12-15\"").only("7:19 conflict"));
    CHECK(align("\"01-01\", \"12-01\", \"01-15\", \"01-31\"").problems.size() == 2);
}

TEST_CASE("a grant has the name that it says, else that of its place") {
    const auto id = [](const std::string& keys) {
        return offer(with_grant("quantity = 5\n" + keys)).offer->grants[0].id;
    };
    CHECK(id("id = \"main\"\n") == "main");
    CHECK(id("id = \"\"\n") == "grant-1");
    CHECK(id("") == "grant-1");
}

TEST_CASE("a grant is of its own day, and its vesting counts from there, unless it says otherwise") {
    const auto read = [](const std::string& keys) {
        const auto outcome = offer(with_grant("quantity = 5\n" + keys));
        REQUIRE(outcome.problems.empty());
        return outcome.offer->grants[0];
    };
    CHECK(read("").grant_date == calendar::Date::of(2026, 3, 2));
    CHECK_FALSE(read("").grant_date_is_written);
    const auto later = read("grant_date = 2026-05-01\n");
    CHECK(later.grant_date == calendar::Date::of(2026, 5, 1));
    CHECK(later.grant_date_is_written);
    CHECK(later.vesting_start.value == *calendar::Date::of(2026, 5, 1));
    const auto both = read("grant_date = 2026-05-01\nvesting_start = 2026-04-01\n");
    CHECK(both.vesting_start.value == *calendar::Date::of(2026, 4, 1));
    CHECK(assumed_of(offer(with_grant("quantity = 5\ngrant_date = 2026-05-01\n")), "grant.grant-1.vesting_start") ==
          "2026-05-01");
    CHECK(assumed_of(offer(with_grant("quantity = 5\ngrant_date = 2026-05-01\n")), "grant.grant-1.grant_date") == "-");
}

TEST_CASE("grants of 100,000 tranches together are read, and one more is told once") {
    const auto grants = [](int count) {
        std::string text;
        for (int i = 0; i < count; ++i) {
            text += "[[grant]]\nquantity = 5\nvesting = { over = \"10000 days\", every = \"1 day\" }\n";
        }
        return offer(with_top(text));
    };
    CHECK(grants(10).problems.empty());
    // The eleventh begins in line 4 + 10 x 3.
    CHECK(grants(12).only("34:1 schedule-too-long"));
}

TEST_CASE("an event that is asked for by a schedule of a name is told at the name") {
    const support::ScratchFolder folder;
    folder.write("vesting/gated.toml",
                 "name = \"Mine\"\nsource = \"a letter\"\nas_of = 2026-01-01\n[[segment]]\nportion = 1\nover = \"3 "
                 "years\"\ngate = \"ipo\"\nstart = \"event:sale\"\n");
    const auto read = [&](const std::string& rest) { return offer(with_top(rest), {}, {folder.path().string()}); };
    const std::string grant = "[[grant]]\nquantity = 5\nvesting = \"gated\"\n";
    const std::string both = "[[event]]\nid = \"ipo\"\n[[event]]\nid = \"sale\"\n";
    CHECK(read(grant + both).problems.empty());
    CHECK(read(grant).problems.size() == 2);
    CHECK(read(grant + "[[event]]\nid = \"ipo\"\n").only("6:11 unknown-event"));
    CHECK(read(grant + "[[event]]\nid = \"sale\"\n").only("6:11 unknown-event"));
    const std::string refresher = "[refresher]\nvalue = 5\nvesting = \"gated\"\n";
    CHECK(read(refresher + both).problems.empty());
    CHECK(read(refresher + "[[event]]\nid = \"ipo\"\n").only("4:1 unknown-event"));
}

TEST_CASE("an event that is not there is told what would add it, and one that may be misspelt is not missed") {
    const auto unknown = offer(with_grant("quantity = 5\ngate = \"ipo\"\n"));
    REQUIRE(unknown.only("7:8 unknown-event"));
    CHECK(unknown.helps[0] == "add [[event]] with `id = \"ipo\"`; without a date it is pending");
    CHECK(offer(with_grant("quantity = 5\ngate = \"ipo\"\n[[event]]\nidd = \"ipo\"\n")).only("9:1 unknown-key"));
    CHECK(offer(with_grant("quantity = 5\n[[event]]\nid = \"lock\"\nafter = { event = \"ipo\" }\n"))
              .only("9:19 unknown-event"));
    CHECK(offer(with_grant("ownership = \"1%\"\n[stok]\nkind = \"private\"\nprice = 1\n")).only("7:2 unknown-key"));
}

TEST_CASE("a name that cannot be read hides no other that is unknown") {
    const auto read =
        offer(with_grant("id = 5\nquantity = 5\n[[grant.acceleration]]\ntrigger = \"single\"\nevent = \"sael\"\n"
                         "[[event]]\nid = \"sale\"\ndate = 2027-06-01\n"));
    CHECK(read.problems.size() == 2);
    CHECK(read.has("6:6 wrong-type"));
    CHECK(read.has("10:9 unknown-event"));
}
