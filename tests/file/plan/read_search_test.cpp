// What a pipeline file says of a search: the record by channel, offers, processes, and when a job is wanted.

#include <string>
#include <vector>

#include <support/catch.hpp>
#include <support/files.hpp>

#include "file/plan/plans.hpp"

using namespace offerkit;
using plans::search;
using quantity::Money;
using quantity::Rate;

namespace {

Money eur(std::int64_t whole) { return {whole * 100, *quantity::Currency::of("EUR")}; }

std::string funnel(const std::string& channel, const std::string& counts = {}) {
    return "[[funnel]]\nchannel = \"" + channel + "\"\n" + counts;
}

std::string offer(const std::string& name) { return "[[offer]]\nname = \"" + name + "\"\nvalue = 5\n"; }

/// A process of four lines, and further keys in lines of their own.
std::string process(const std::string& name, const std::string& more) {
    return "[[process]]\nname = \"" + name + "\"\nvalue = 7\nexpected = 2026-02-05\n" + more;
}

/// The plan in a text without a problem.
model::SearchPlan good(const std::string& text) {
    const auto read = search(text);
    CAPTURE(text, read.problems);
    REQUIRE(read.none());
    return *read.value;
}

}  // namespace

TEST_CASE("a search of which nothing is said wants one offer, costs nothing, and knows what is usual") {
    const auto plan = good("");
    CHECK(plan.file == "pipeline.toml");
    CHECK(plan.currency.code() == "EUR");
    CHECK_FALSE(plan.currency_stated);
    CHECK_FALSE(plan.as_of);
    CHECK_FALSE(plan.floor);
    CHECK(plan.cost_per_week.is_zero());
    CHECK(plan.want == 1);
    CHECK_FALSE(plan.priors_stated);
    CHECK(plan.priors[2].a == 4.4);
    CHECK(plan.priors[2].b == 6.3);
    CHECK_FALSE(plan.timing);
}

TEST_CASE("each key of a pipeline file reaches its own place") {
    const auto plan = good(
        "currency = \"USD\"\nas_of = 2026-01-20\nfloor = 700\ncost_per_week = 25\nwant = 2\n"
        "prior = [[1, 2], [3, 4], [5, 6.5]]\n" +
        funnel("cold", "sent = 20\nreplies = 7\nonsites = 5\noffers = 3\npending_sent = 2\npending_replies = 1\n") +
        "[[offer]]\nname = \"Acme\"\nvalue = 900\ndecide_by = 2026-01-29\n" + offer("Bolt") +
        process("Contoso", "chance = \"40%\"\nopen_days = 14\nstage = \"onsite\"\nchannel = \"cold\"\n") +
        process("Delta", "stage = \"sent\"\n"));
    CHECK(plan.currency.code() == "USD");
    CHECK(plan.currency_stated);
    CHECK(to_string(plan.as_of->value) == "2026-01-20");
    CHECK(plan.floor->value.minor() == 70'000);
    CHECK(plan.cost_per_week.minor() == 2'500);
    CHECK(plan.want == 2);
    CHECK(plan.priors_stated);
    CHECK(plan.priors[0].a == 1);
    CHECK(plan.priors[0].b == 2);
    CHECK(plan.priors[1].a == 3);
    CHECK(plan.priors[1].b == 4);
    CHECK(plan.priors[2].a == 5);
    CHECK(plan.priors[2].b == 6.5);
    REQUIRE(plan.funnels.size() == 1);
    CHECK(plan.funnels[0].channel.value == "cold");
    const std::vector<std::int64_t> counts{plan.funnels[0].reached[0].value, plan.funnels[0].reached[1].value,
                                           plan.funnels[0].reached[2].value, plan.funnels[0].reached[3].value,
                                           plan.funnels[0].pending[0],       plan.funnels[0].pending[1],
                                           plan.funnels[0].pending[2]};
    CHECK(counts == std::vector<std::int64_t>{20, 7, 5, 3, 2, 1, 0});
    REQUIRE(plan.offers.size() == 2);
    CHECK(plan.offers[0].name.value == "Acme");
    CHECK(plan.offers[0].value.value.minor() == 90'000);
    CHECK(to_string(plan.offers[0].decide_by->value) == "2026-01-29");
    CHECK_FALSE(plan.offers[1].decide_by);
    REQUIRE(plan.processes.size() == 2);
    CHECK(plan.processes[0].name.value == "Contoso");
    CHECK(plan.processes[0].value.value.minor() == 700);
    CHECK(plan.processes[0].chance->value == *Rate::of(2, 5));
    CHECK(to_string(plan.processes[0].expected.value) == "2026-02-05");
    CHECK(plan.processes[0].open_days == 14);
    CHECK(plan.processes[0].stage->value == model::Stage::onsite);
    CHECK(plan.processes[0].channel->value == "cold");
    CHECK_FALSE(plan.processes[1].chance);
    CHECK_FALSE(plan.processes[1].channel);
    // What is assumed of a process stands beside its name.
    CHECK(plan.processes[1].open_days == 7);
    REQUIRE(plan.assumptions.size() == 1);
    CHECK(plan.assumptions[0].subject == "Delta");
    CHECK(plan.assumptions[0].value == "7");
}

TEST_CASE("a prior of a search is three pairs of numbers above 0, up to a million") {
    const auto prior = [](const std::string& value) { return search("prior = " + value + "\n"); };
    CHECK(prior("[[0.1, 1000000], [1, 1], [1, 1]]").none());
    CHECK(prior("3").only("1:9 wrong-type"));
    CHECK(
        prior("[[1, 1], [1, 1]]").only("1:9 wrong-type: `prior` has three pairs, for reply, onsite and offer, not 2"));
    CHECK(prior("[[1, 1], 3, [1, 1]]").only("1:18 wrong-type"));
    CHECK(prior("[[1, 1], [1], [1, 1]]").only("1:18 wrong-type"));
    CHECK(prior("[[1, 1], [1, 1, 1], [1, 1]]").only("1:18 wrong-type"));
    CHECK(prior("[[1, 0], [1, 1], [1, 1]]").only("1:14 bad-number"));
    CHECK(prior("[[1, 1], [1000000.1, 1], [1, 1]]").only("1:19 bad-number"));
    CHECK(prior("[[1, \"x\"], [1, 1], [1, 1]]")
              .only("1:14 wrong-type", "(write `prior = [[1, 1], [1, 1], [4.4, 6.3]]`)"));
}

TEST_CASE("of what was tried and is settled not more can have come through") {
    const auto counts = [](const std::string& lines) { return search(funnel("cold", lines)); };
    CHECK(counts("sent = 5\nreplies = 5\nonsites = 5\noffers = 5\n").none());
    CHECK(counts("sent = 5\npending_sent = 5\n").none());
    CHECK(counts("sent = 5\nreplies = 3\npending_sent = 2\n").none());
    CHECK(
        counts("sent = 5\nreplies = 4\npending_sent = 2\n")
            .only("4:11 funnel-counts: `replies = 4` and `sent = 5` less `pending_sent = 2` cannot both be: of 3 that "
                  "are settled not more can have come through (count each application once in every step that it "
                  "reached: write `replies = 3` at most, or a larger `sent`)",
                  "[3:8]"));
    CHECK(counts("sent = 5\nreplies = 6\n").only("4:11 funnel-counts: `replies = 6` and `sent = 5` cannot both be"));
    CHECK(counts("sent = 5\npending_sent = 6\n")
              .only("4:16 funnel-counts: `pending_sent = 6` and `sent = 5` cannot both be (`pending_sent` counts those "
                    "of `sent` that are still open: write `pending_sent = 5` at most)",
                    "[3:8]"));
    CHECK(counts("sent = 9\nreplies = 9\nonsites = 9\noffers = 9\npending_onsites = 1\n")
              .only("6:10 funnel-counts: `offers = 9` and `onsites = 9` less `pending_onsites = 1`", "[5:11]"));
    CHECK(counts("sent = 9\nreplies = 5\npending_replies = 1\nonsites = 5\n")
              .only("6:11 funnel-counts: `onsites = 5` and `replies = 5` less `pending_replies = 1`", "[4:11]"));
    CHECK(counts("sent = 5\nreplies = 6\nonsites = 7\n").problems.size() == 2);
    // A number that cannot be read is told alone.
    CHECK(counts("sent = 5\nreplies = 5\npending_sent = \"two\"\n").problems.size() == 1);
    CHECK(counts("sent = \"many\"\nreplies = 5\n").problems.size() == 1);
}

TEST_CASE("channels, offers and processes have names of their own") {
    CHECK(search(funnel("cold") + funnel("cold")).only("4:11 duplicate-id: there are two channels `cold`", "[2:11]"));
    CHECK(search(offer("Acme") + offer("Acme")).only("5:8 duplicate-id: there are two offers `Acme`", "[2:8]"));
    const std::string sure = "chance = \"40%\"\n";
    CHECK(search(process("Acme", sure) + process("Acme", sure))
              .only("7:8 duplicate-id: there are two processes `Acme`", "[2:8]"));
    CHECK(search(offer("Acme") + process("Acme", sure))
              .only("5:8 duplicate-id: `Acme` is an offer and a process", "[2:8]"));
    CHECK(search(funnel("a") + funnel("b") + offer("a") + offer("b") + process("c", sure) + process("d", sure)).none());
    // Two without a name miss one each, and are not called the same.
    const std::string nameless = "[[offer]]\nvalue = 5\n";
    const auto read = search(nameless + nameless + "[[process]]\nvalue = 7\nexpected = 2026-02-05\n" + sure);
    REQUIRE(read.problems.size() == 3);
    for (const std::string& problem : read.problems) {
        CHECK(problem.find("missing-key: `name`") != std::string::npos);
    }
}

TEST_CASE("a process says how likely it is, or how far it has come") {
    CHECK(search(process("a", "chance = \"40%\"\n")).none());
    CHECK(search(process("a", "stage = \"onsite\"\n")).none());
    CHECK(search(process("a", "chance = \"40%\"\nstage = \"onsite\"\n")).none());
    CHECK(search(process("a", "")).only("1:1 missing-key: `chance` is missing"));
    CHECK(search(process("a", "stage = \"onsit\"\n")).only("5:9 unknown-word"));
    const support::ScratchFolder folder;
    folder.write("career/mine.toml",
                 "name = \"Mine\"\nsource = \"s\"\nas_of = 2026-01-01\n[[prior]]\ninput = \"doors\"\nvalue = "
                 "\"30%\"\ngrade = \"C\"\nsource = \"f\"\nas_of = 2025-10-02\n");
    const auto by_prior = search(process("a", "chance = \"prior:doors\"\n"), {folder.path().string()});
    REQUIRE(by_prior.none());
    CHECK(by_prior.value->processes.at(0).chance->value == *Rate::of(3, 10));
}

TEST_CASE("the rates of a process are those of the channel that it names, or of the only one") {
    const std::string stage = "stage = \"onsite\"\n";
    const std::string two = funnel("cold") + funnel("referral");
    CHECK(search(funnel("cold") + process("a", stage)).none());
    CHECK(search(process("a", stage)).none());
    CHECK(search(two + process("a", stage + "channel = \"referral\"\n")).none());
    CHECK(search(two + process("a", "chance = \"40%\"\n")).none());
    CHECK(search(two + process("a", "chance = \"40%\"\n" + stage)).none());
    CHECK(search(two + process("a", "")).only("5:1 missing-key: `chance` is missing"));
    CHECK(search(two + process("a", stage))
              .only("5:1 missing-key: `channel` is missing: there are several",
                    "(add `channel = \"cold\"`; the channels are `cold` and `referral`)"));
    const auto channel = [&](const std::string& before, const std::string& name) {
        return search(before + process("a", stage + "channel = \"" + name + "\"\n"));
    };
    CHECK(channel(two, "referal").only("10:11 unknown-channel", "(did you mean `referral`?)"));
    CHECK(channel(two, "zzz").only("10:11 unknown-channel", "(the channels are `cold` and `referral`)"));
    CHECK(channel("", "zzz").only("6:11 unknown-channel", "(add [[funnel]] with `channel = \"zzz\"`)"));
}

TEST_CASE("a pipeline holds a thousand of a kind, and tells the first one too many alone") {
    const auto many = [](int count, const std::string& before, const std::string& after) {
        std::string text;
        for (int i = 0; i < count; ++i) {
            text += before + std::to_string(i) + after;
        }
        return search(text);
    };
    const std::string quote = "\"\n";
    CHECK(many(1'000, "[[funnel]]\nchannel = \"", quote).none());
    CHECK(many(1'002, "[[funnel]]\nchannel = \"", quote)
              .only("2001:1 bad-number: with this one there are more than 1,000 of [[funnel]]"));
    CHECK(many(1'000, "[[offer]]\nvalue = 5\nname = \"", quote).none());
    CHECK(many(1'002, "[[offer]]\nvalue = 5\nname = \"", quote).only("3001:1 bad-number"));
    const std::string process = "[[process]]\nvalue = 7\nexpected = 2026-02-05\nchance = \"4%\"\nname = \"";
    CHECK(many(1'000, process, quote).none());
    CHECK(many(1'002, process, quote).only("5001:1 bad-number"));
}

TEST_CASE("the time before the first day is counted in months, each part up to twenty years") {
    const auto timing = [](const std::string& lines) { return search("[timing]\nwanted = 2026-08-31\n" + lines); };
    const auto usual = timing("");
    REQUIRE(usual.none());
    REQUIRE(usual.value->timing);
    CHECK(to_string(usual.value->timing->wanted.value) == "2026-08-31");
    CHECK(usual.value->timing->notice.is_zero());
    CHECK(usual.value->timing->visa.is_zero());
    CHECK(usual.value->timing->prepare.is_zero());
    CHECK_FALSE(usual.value->timing->search);
    CHECK(usual.value->timing->seniority == model::Seniority::middle);
    const auto stated = timing(
        "notice = \"1 month\"\nvisa = \"2 years\"\nprepare = \"3 months\"\nsearch = \"240 months\"\nseniority = "
        "\"senior\"\n");
    REQUIRE(stated.none());
    CHECK(stated.value->timing->notice == calendar::Period::months(1));
    CHECK(stated.value->timing->visa == calendar::Period::months(24));
    CHECK(stated.value->timing->prepare == calendar::Period::months(3));
    CHECK(stated.value->timing->search == calendar::Period::months(240));
    CHECK(stated.value->timing->seniority == model::Seniority::senior);
    CHECK(timing("notice = \"241 months\"\n").only("3:10 bad-period"));
    CHECK(timing("visa = \"30 days\"\n").only("3:8 bad-period"));
    CHECK(timing("notice = \"0 days\"\n").none());
    CHECK(timing("search = \"21 years\"\n").only("3:10 bad-period", "(write such as `search = \"3 months\"`)"));
    CHECK(search("[timing]\nnotice = \"1 month\"\n").only("1:1 missing-key: `wanted` is missing"));
}

TEST_CASE("amounts of a pipeline file are in its currency, or in that of the run") {
    CHECK(good(offer("a")).offers.at(0).value.value == eur(5));
    CHECK(good("currency = \"JPY\"\n" + offer("a")).offers.at(0).value.value.currency().code() == "JPY");
    CHECK(search("want = 0\n").problems.size() == 1);
}
