// What of an offer to clear up before signing it: where each begins, and what is none (docs/numbers.md, "Negotiating").

#include <algorithm>
#include <string>
#include <vector>

#include <offerkit/choice/negotiation/red_flags.hpp>

#include "support/catch.hpp"
#include "support/offers.hpp"

using namespace offerkit;
using namespace offerkit::choice::negotiation;

namespace {

// Nothing to clear up by itself.
const std::string head = "company = \"X\"\ncurrency = \"USD\"\nstart = 2026-03-02\n";
const std::string pay = "[level]\nladder = \"google\"\nname = \"L4\"\n[base]\nsalary = 100_000\n";
const std::string monthly = "vesting = { over = \"4 years\", every = \"1 month\" }\n";
const std::string listed = "[stock]\nkind = \"public\"\nprice = 4\n";
const std::string unlisted = "[stock]\nkind = \"private\"\nprice = 4\n";

std::vector<std::string> codes(const std::string& text) {
    std::vector<std::string> found;
    for (const auto& flag : red_flags(offers::read(text))) {
        found.push_back(flag.code);
    }
    return found;
}
std::vector<std::string> codes_with(const std::string& rest) { return codes(head + pay + rest); }

std::string message(const std::string& text, const std::string& code) {
    for (const auto& flag : red_flags(offers::read(text))) {
        if (flag.code == code) {
            return flag.message;
        }
    }
    return {};
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a plain offer on paper has nothing to clear up, and one by word or without a level has that") {
    CHECK(codes(head + pay).empty());
    CHECK(codes(head + "[base]\nsalary = 100_000\n") == Codes{"no-level"});
    CHECK(codes(head + "evidence = \"verbal\"\n" + pay) == Codes{"not-in-writing"});
    // The job held now is no offer.
    CHECK(codes(head + "kind = \"current\"\n" + pay).empty());
}

TEST_CASE("a clawback is long beyond two years and a ban on competing beyond half of one") {
    const auto clawed = [](const std::string& within) {
        return codes_with("[[sign_on]]\namount = 10_000\nclawback = { within = \"" + within + "\" }\n");
    };
    CHECK(clawed("24 months").empty());
    CHECK(clawed("25 months") == Codes{"long-clawback"});
    CHECK(codes_with("[[sign_on]]\namount = 10_000\n").empty());
    CHECK(codes_with("[leaving]\nnon_compete = \"6 months\"\n").empty());
    CHECK(codes_with("[leaving]\nnotice = \"9 months\"\n").empty());
    const std::string banned = head + pay + "[leaving]\nnon_compete = \"9 months\"\n";
    CHECK(codes(banned) == Codes{"long-non-compete"});
    CHECK(message(banned, "long-non-compete") == "competitors are barred for 9 months, unpaid");
    CHECK(message(banned + "non_compete_pay = \"50%\"\n", "long-non-compete") ==
          "competitors are barred for 9 months, at 50% of base");
}

TEST_CASE("a cliff is long beyond a year, in the whole schedule and in a part of it") {
    const auto vested = [](const std::string& terms) {
        return codes_with(listed + "[[grant]]\nid = \"g\"\nquantity = 100\nvesting = " + terms + "\n");
    };
    CHECK(vested("{ over = \"4 years\", every = \"1 month\", cliff = \"12 months\" }").empty());
    CHECK(vested("{ over = \"4 years\", every = \"1 month\", cliff = \"13 months\" }") == Codes{"long-cliff"});
    CHECK(vested("{ over = \"4 years\", every = \"1 month\" }").empty());
    const auto in_part = [](const std::string& cliff) {
        return codes_with(
            listed +
            "[[grant]]\nid = \"g\"\nquantity = 100\n[[grant.segment]]\nportion = \"50%\"\nover = \"2 "
            "years\"\nevery = \"1 month\"\n[[grant.segment]]\nportion = \"50%\"\nover = \"2 years\"\nevery "
            "= \"1 month\"\ncliff = \"" +
            cliff + "\"\n");
    };
    CHECK(in_part("12 months").empty());
    CHECK(in_part("18 months") == Codes{"long-cliff"});
}

TEST_CASE("equity in money is clear with a price to count shares at, or where it is paid in cash") {
    const std::string grant = "[[grant]]\nvalue = 40_000\n";
    CHECK(codes_with(listed + grant + monthly) == Codes{"equity-in-money-only"});
    CHECK(codes_with(listed + grant + "conversion = { price = 4 }\n" + monthly).empty());
    CHECK(codes_with(grant + "instrument = \"cash\"\n" + monthly).empty());
    CHECK(codes_with(listed + "[[grant]]\nquantity = 100\n" + monthly).empty());
}

TEST_CASE("shares of a private company are clear with the number of all, or as a part of all") {
    CHECK(codes_with(unlisted + "[[grant]]\nquantity = 100\n" + monthly) == Codes{"shares-of-unknown-whole"});
    CHECK(codes_with(unlisted + "fully_diluted = 10_000\n[[grant]]\nquantity = 100\n" + monthly).empty());
    CHECK(codes_with(unlisted).empty());
}

TEST_CASE("common shares at the price of preferred ones are to be asked about, and at another price are not") {
    CHECK(codes_with(unlisted + "preferred_price = 4\n") == Codes{"preferred-as-value"});
    CHECK(codes_with(unlisted + "preferred_price = 9\n").empty());
}
