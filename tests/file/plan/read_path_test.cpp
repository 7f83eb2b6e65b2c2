// What a career plan says of one path: its first job, what follows, and what may happen on the way.

#include <string>
#include <vector>

#include <support/catch.hpp>

#include "file/plan/plans.hpp"

using namespace offerkit;
using plans::with_path;
using quantity::Money;
using quantity::Rate;

namespace {

Money usd(std::int64_t whole) { return {whole * 100, *quantity::Currency::of("USD")}; }

/// Path `a` of a plan without a problem, with these lines.
model::CareerPath path(const std::string& lines) {
    const auto read = with_path(lines);
    CAPTURE(lines, read.problems);
    REQUIRE(read.none());
    return read.value->paths.at(0);
}

std::string exit(const std::string& chance, const std::string& more = "worth = 5\n") {
    return "[[path.exit]]\nname = \"sold\"\nchance = " + chance + "\nafter = \"5 years\"\n" + more;
}

}  // namespace

TEST_CASE("a path of which nothing more is said stays on its rung with nothing to vest, lose or win") {
    const auto read = path("");
    CHECK(read.id == "a");
    CHECK(read.rung == 0);
    CHECK_FALSE(read.has_first_job());
    CHECK_FALSE(read.then);
    CHECK_FALSE(read.then_offer);
    CHECK_FALSE(read.later_pay);
    CHECK_FALSE(read.keeps);
    CHECK(read.vests_over == 48);
    CHECK(read.promotions.empty());
    CHECK_FALSE(read.job_loss);
    CHECK_FALSE(read.moves);
    CHECK_FALSE(read.next.rung);
    CHECK(read.next.one_up == Rate{});
    CHECK_FALSE(read.next.one_up_after_success);
    CHECK(read.exits.empty());
}

TEST_CASE("each key of a path reaches its own place") {
    const auto read = path(
        "pay = [90_000, 95_000]\ncompany = \"Lumen\"\nleave_after = \"2 years\"\nthen = \"b\"\nthen_offer = true\n"
        "later_pay = { low = \"-8%\", likely = \"1%\", high = \"10%\" }\nkeeps = true\nvests_over = \"3 years\"\n"
        "next = { rung = \"high\", one_up = \"30%\", one_up_after_success = \"55%\" }\n"
        "switch = { every = \"3 years\", gain = { low = \"-3%\", likely = \"5%\", high = \"15%\" } }\n"
        "job_loss = { per_year = \"4%\", months_out = 5, comeback = { low = \"88%\", likely = \"93%\", high = \"98%\" "
        "} "
        "}\n[path.promotion]\nhigh = { ever = \"50%\", median = \"4 years\", slow = \"8 years\", pay_over = \"2 "
        "years\", out_after = \"33 months\" }\n");
    CHECK(read.pay == std::vector{usd(90'000), usd(95'000)});
    CHECK(read.pay_span.line == 11);
    CHECK(read.company == "Lumen");
    CHECK(read.leave_after == 24);
    CHECK(read.then == 1U);
    CHECK(read.then_offer);
    CHECK(read.later_pay->low == *Rate::of(-8, 100));
    CHECK(read.later_pay->likely == *Rate::of(1, 100));
    CHECK(read.later_pay->high == *Rate::of(1, 10));
    CHECK(read.keeps == true);
    CHECK(read.vests_over == 36);
    CHECK(read.next.rung == 1U);
    CHECK(read.next.one_up == *Rate::of(3, 10));
    CHECK(read.next.one_up_after_success == *Rate::of(55, 100));
    CHECK(read.moves->every == 36);
    CHECK(read.moves->gain.likely == *Rate::of(5, 100));
    CHECK(read.job_loss->per_year == *Rate::of(4, 100));
    CHECK_FALSE(read.job_loss->in_downturn);
    CHECK(read.job_loss->months_out == 5);
    CHECK(read.job_loss->comeback.low == *Rate::of(88, 100));
    REQUIRE(read.promotions.size() == 1);
    CHECK(read.promotions[0].rung == 1);
    CHECK(read.promotions[0].ever == *Rate::of(1, 2));
    CHECK(read.promotions[0].median == 48);
    CHECK(read.promotions[0].slow == 96);
    CHECK(read.promotions[0].pay_over == 24);
    CHECK(read.promotions[0].out_after == 33);
}

TEST_CASE("what a table of a path leaves out costs and brings nothing") {
    const auto read = path(
        "keeps = false\nswitch = { every = \"3 years\" }\njob_loss = {}\n"
        "promotion = { high = { ever = \"50%\", median = \"4 years\", slow = \"4 years\" } }\n");
    CHECK(read.keeps == false);
    CHECK(read.moves->gain.likely == Rate{});
    CHECK(read.job_loss->per_year == Rate{});
    CHECK(read.job_loss->months_out == 0);
    CHECK(read.job_loss->comeback.high == Rate{1});
    CHECK(read.promotions.at(0).slow == 48);
    CHECK(read.promotions[0].pay_over == 0);
    CHECK_FALSE(read.promotions[0].out_after);
}

TEST_CASE("rungs and paths are named by their ids") {
    CHECK(with_path("then = \"bb\"\n").only("11:8 unknown-path: no [[path]] has the id `bb`", "(write `a` or `b`)"));
    CHECK(with_path("next = { rung = \"hihg\" }\n").only("11:17 unknown-rung", "(did you mean `high`?)"));
    CHECK(with_path("promotion = { hihg = { ever = \"50%\", median = \"4 years\", slow = \"8 years\" } }\n")
              .only("11:15 unknown-rung", "(did you mean `high`?)"));
    CHECK(plans::career("currency = \"USD\"\n[[path]]\nid = \"a\"\nrung = \"low\"\n").problems ==
          std::vector<std::string>{
              "1:1 missing-key: there is no rung: what a path pays is not known (add [[rung]] with `id` and `total`)",
              "4:8 unknown-rung: no [[rung]] has the id `low` (add [[rung]] with that id)"});
}

TEST_CASE("nine in ten are not promoted before half of them") {
    const auto promotion = [](const std::string& rest) {
        return with_path("[path.promotion]\nhigh = { ever = \"50%\", " + rest + " }\n");
    };
    CHECK(promotion("median = \"4 years\", slow = \"4 years\"").none());
    CHECK(promotion("median = \"4 years\", slow = \"47 months\"").only("12:51 wrong-order", "[12:33]"));
    CHECK(promotion("median = \"0 months\", slow = \"4 years\"").only("12:33 bad-period"));
    CHECK(promotion("median = \"1 month\", slow = \"0 months\"").only("12:51 bad-period"));
    CHECK(promotion("median = \"1 month\", slow = \"1 month\", pay_over = \"0 months\"").none());
    CHECK(promotion("median = \"1 month\", slow = \"1 month\", out_after = \"1 month\"").none());
    CHECK(promotion("median = \"1 month\", slow = \"1 month\", out_after = \"0 months\"").only("12:74 bad-period"));
    CHECK(promotion("slow = \"1 month\"").only("12:8 missing-key"));
}

TEST_CASE("a first job is an offer or pay by year, forty years at most") {
    CHECK(with_path("offer = \"x.toml\"\npay = 5\n").only("12:1 conflict"));
    CHECK(path("pay = 5\n").pay == std::vector{usd(5)});
    CHECK(path("offer = \"x.toml\"\nwindow = \"1 month\"\n").window == 1);
    CHECK(path("offer = \"x.toml\"\n").offer->value == "x.toml");
    CHECK_FALSE(path("offer = \"x.toml\"\n").window);
    CHECK(with_path("offer = \"x.toml\"\nwindow = \"0 months\"\n").only("12:10 bad-period"));
    CHECK(with_path("pay = 5\nwindow = \"2 years\"\n").only("12:1 out-of-place"));
    CHECK(with_path("pay = []\n").only("11:7 wrong-type"));
    CHECK(with_path("leave_after = \"0 months\"\n").only("11:15 bad-period"));
    CHECK(path("leave_after = \"1 month\"\n").leave_after == 1);
    const auto years = [](int count) {
        std::string list;
        for (int i = 0; i < count; ++i) {
            list += (i == 0 ? "[" : ", ") + std::to_string(1000 + i);
        }
        return with_path("pay = " + list + "]\n");
    };
    CHECK(years(40).none());
    CHECK(years(40).value->paths.at(0).pay.back() == usd(1039));
    CHECK(years(41).only("11:7 too-many-paths"));
}

TEST_CASE("the first job of the next path is taken up only where a next path has one") {
    const auto bare = [](const std::string& lines) {
        return with_path(lines + "[[path]]\nid = \"bare\"\nrung = \"low\"\n");
    };
    CHECK(bare("then = \"b\"\nthen_offer = true\n").none());
    CHECK(bare("then = \"bare\"\n").none());
    CHECK(bare("then = \"bare\"\nthen_offer = false\n").none());
    CHECK(bare("then = \"bare\"\nthen_offer = true\n").only("11:8 missing-key: `bare` states no first job"));
    CHECK(bare("then_offer = true\n").only("11:1 out-of-place"));
    CHECK(bare("then_offer = false\n").none());
    // The key that was meant is told, and not called missing as well.
    CHECK(bare("thn = \"b\"\nthen_offer = true\n").only("11:1 unknown-key"));
}

TEST_CASE("what vests and whoever moves takes a time") {
    CHECK(path("vests_over = \"0 months\"\n").vests_over == 0);
    CHECK(path("switch = { every = \"1 month\" }\n").moves->every == 1);
    CHECK(with_path("switch = { every = \"0 months\" }\n").only("11:20 bad-period"));
    CHECK(with_path("switch = { gain = \"5%\" }\n").only("11:10 missing-key"));
    CHECK(with_path("job_loss = { months_out = 481 }\n").problems.size() == 1);
}

TEST_CASE("an exit ends the job where it is worth nothing, unless it says otherwise") {
    const auto only_exit = [](const std::string& more) { return path(exit("\"100%\"", more)).exits.at(0); };
    CHECK_FALSE(only_exit("worth = 5\n").ends);
    CHECK(only_exit("worth = 0\n").ends);
    CHECK(only_exit("").ends);
    CHECK(only_exit("worth = 5\nends = true\n").ends);
    CHECK_FALSE(only_exit("ends = false\n").ends);
    const auto sold = only_exit("worth = 5\n");
    CHECK(sold.name == "sold");
    CHECK(sold.chance == Rate{1});
    CHECK(sold.after == 60);
    CHECK(sold.worth == usd(5));
    CHECK(
        with_path("[[path.exit]]\nname = \"sold\"\nchance = \"100%\"\nafter = \"0 months\"\n").only("14:9 bad-period"));
    CHECK(with_path("[[path.exit]]\nname = \"sold\"\nchance = \"100%\"\nafter = \"1 month\"\n").none());
}

TEST_CASE("of the exits of a path exactly one happens") {
    CHECK(with_path(exit("\"20%\"") + exit("\"80%\"")).none());
    CHECK(with_path(exit("\"1/3\"") + exit("\"1/3\"") + exit("\"1/3\"")).none());
    const auto less = with_path(exit("\"20%\"") + exit("\"50%\""));
    CHECK(
        less.only("16:1 chances-sum: the chances of these exits add up to 70%: 30% are missing (give the rest an exit "
                  "of its own, such as `name = \"nothing\"`, `chance = \"30%\"`"));
    const auto more = with_path(exit("\"70%\"") + exit("\"50%\""));
    CHECK(more.only("16:1 chances-sum: the chances of these exits add up to 120%, and only one of them happens"));
    // What is told is told in full: 1/7 + 2/7 = 3/7 = 0.428571428571428571...
    CHECK(with_path(exit("\"1/7\"") + exit("\"2/7\"")).problems.at(0).find("42.8571428571428571") != std::string::npos);
    // A chance that cannot be read leaves the sum open.
    CHECK(with_path(exit("\"20%\"") + exit("\"lots\"")).only("18:10 bad-rate"));
    CHECK(with_path(exit("\"lots\"") + exit("\"20%\"")).only("13:10 bad-rate"));
}
