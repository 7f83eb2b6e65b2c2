// The parts that a career plan is read from: periods in months, ranges, and priors by name.

#include <algorithm>
#include <string>
#include <vector>

#include <support/catch.hpp>
#include <support/files.hpp>

#include "file/plan/plans.hpp"

using namespace offerkit;
using plans::with_path;
using plans::with_top;
using quantity::Rate;

namespace {

const std::string header = "name = \"Mine\"\nsource = \"s\"\nas_of = 2026-01-01\n";

std::string prior(const std::string& input, const std::string& rates) {
    return "[[prior]]\ninput = \"" + input + "\"\n" + rates +
           "grade = \"C\"\nsource = \"a forum\"\nas_of = 2025-10-02\n";
}

/// A folder with priors of one's own: one rate, a range, three rates that leave some keys, and no rate at all.
struct Own {
    support::ScratchFolder folder{};
    std::vector<std::string> folders{folder.path().string()};

    Own() {
        folder.write("career/mine.toml", header + prior("flat", "value = \"4%\"\n") +
                                             prior("wide", "low = \"-8%\"\nlikely = \"1%\"\nhigh = \"10%\"\n") +
                                             prior("fall", "value = \"-8%\"\n") + prior("blank", ""));
    }
};

}  // namespace

TEST_CASE("a range rises from low to high, and may have no width") {
    const auto range = [](const std::string& low, const std::string& likely, const std::string& high) {
        return with_path("later_pay = { low = \"" + low + "\", likely = \"" + likely + "\", high = \"" + high +
                         "\" }\n");
    };
    CHECK(range("5%", "5%", "5%").none());
    CHECK(range("5%", "4%", "6%")
              .only("11:36 wrong-order: `likely` is below `low` (write the three from the lowest to the highest)",
                    "[11:21]"));
    CHECK(range("5%", "4%", "3%").only("11:36 wrong-order"));
    CHECK(range("5%", "6%", "5%").only("11:49 wrong-order: `high` is below `likely`", "[11:36]"));
    CHECK(with_path("later_pay = { low = \"5%\", high = \"6%\" }\n").only("11:13 missing-key"));
    CHECK(with_path("later_pay = { low = \"5%\", likely = \"6%\" }\n").only("11:13 missing-key"));
    CHECK(with_path("later_pay = { likely = \"5%\", high = \"6%\" }\n").only("11:13 missing-key"));
    const auto three = range("-5%", "6%", "7%");
    REQUIRE(three.none());
    CHECK(three.value->paths.at(0).later_pay->low == *Rate::of(-5, 100));
    CHECK(three.value->paths[0].later_pay->likely == *Rate::of(6, 100));
    CHECK(three.value->paths[0].later_pay->high == *Rate::of(7, 100));
    CHECK(three.value->paths[0].later_pay->span.line == 11);
}

TEST_CASE("one rate is a range without width") {
    const auto one = with_path("later_pay = \"-5%\"\n");
    REQUIRE(one.none());
    CHECK(one.value->paths.at(0).later_pay->low == *Rate::of(-5, 100));
    CHECK(one.value->paths[0].later_pay->high == *Rate::of(-5, 100));
    CHECK(with_path("later_pay = \"lots\"\n").only("11:13 bad-rate"));
    const auto rung =
        plans::career("currency = \"USD\"\n[[rung]]\nid = \"low\"\ntotal = 7\n[[path]]\nid = \"a\"\nrung = \"low\"\n");
    REQUIRE(rung.none());
    CHECK(rung.value->rungs.at(0).total.low == rung.value->rungs[0].total.high);
    CHECK(rung.value->rungs[0].total.span.line == 4);
}

TEST_CASE("a prior stands for a rate, and becomes an assumption with its source") {
    const Own own;
    const auto read = with_top("pay_growth = \"prior:flat\"\n", own.folders);
    CAPTURE(read.problems);
    REQUIRE(read.none());
    CHECK(read.value->pay_growth == *Rate::of(4, 100));
    const auto& assumptions = read.value->assumptions;
    const auto found =
        std::find_if(assumptions.begin(), assumptions.end(), [](const auto& one) { return one.key == "pay_growth"; });
    REQUIRE(found != assumptions.end());
    CHECK(found->value == "4%");
    CHECK(found->meaning == "the prior `flat`, grade C, as of 2025-10-02: a forum");
    CHECK(found->span.line == 2);
}

TEST_CASE("a prior that is a range stands where a range may, and nowhere else") {
    const Own own;
    const auto read = with_path("later_pay = \"prior:wide\"\n", own.folders);
    CAPTURE(read.problems);
    REQUIRE(read.none());
    const auto& range = *read.value->paths.at(0).later_pay;
    CHECK(range.low == *Rate::of(-8, 100));
    CHECK(range.likely == *Rate::of(1, 100));
    CHECK(range.high == *Rate::of(1, 10));
    CHECK(range.span.line == 11);
    CHECK(read.value->assumptions.back().value == "-8%, 1%, 10%");
    const auto flat = with_path("later_pay = \"prior:flat\"\n", own.folders);
    REQUIRE(flat.none());
    CHECK(flat.value->paths.at(0).later_pay->low == *Rate::of(4, 100));
    CHECK(flat.value->paths[0].later_pay->high == *Rate::of(4, 100));
    CHECK(with_top("pay_growth = \"prior:wide\"\n", own.folders)
              .only("2:14 wrong-type: the prior `wide` is a range from -8% to 10%, and `pay_growth` takes one rate",
                    "(write one of your own, such as `pay_growth = \"1%\"`)"));
}

TEST_CASE("a prior has to be one that its key can hold") {
    const Own own;
    const auto keep = with_top("keep = \"prior:fall\"\n", own.folders);
    CHECK(keep.only("2:8 bad-rate", "(write a rate of your own, such as `keep = \"65%\"`)"));
    CHECK(keep.problems.at(0).find(", and the prior `fall` says -8% (") != std::string::npos);
    const auto comeback = with_path("job_loss = { comeback = \"prior:wide\" }\n", own.folders);
    CHECK(comeback.only("11:25 bad-rate"));
    CHECK(comeback.problems.at(0).find(", and the prior `wide` says -8% to 10% (") != std::string::npos);
}

TEST_CASE("a prior that nobody knows, or without a rate, is told with those that have one") {
    const Own own;
    const auto unknown = with_top("keep = \"prior:flta\"\n", own.folders);
    CHECK(unknown.only("2:8 unknown-profile: there is no prior `flta` (did you mean `flat`? those with a rate are "));
    CHECK(unknown.problems.at(0).find("`wide`") != std::string::npos);
    CHECK(unknown.problems[0].find("`blank`") == std::string::npos);
    CHECK(with_top("keep = \"prior:\"\n", own.folders).only("2:8 unknown-profile: there is no prior `` (those with"));
    CHECK(with_top("keep = \"prior:blank\"\n", own.folders)
              .only("2:8 unknown-profile: the prior `blank` gives no single rate"));
    CHECK(with_path("later_pay = \"prior:blank\"\n", own.folders).only("11:13 unknown-profile"));
    CHECK(with_path("later_pay = \"prior:flta\"\n", own.folders).only("11:13 unknown-profile"));
}
