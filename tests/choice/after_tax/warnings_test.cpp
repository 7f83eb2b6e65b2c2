// Each warning of taxes is said where the files give reason to it, and nowhere else.

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <offerkit/choice/after_tax/remarks.hpp>
#include <offerkit/report/tax/tax.hpp>
#include "support/catch.hpp"
#include "support/taxed.hpp"

using namespace offerkit;
using taxes::Case;

namespace {

/// What differs between an offer that gives reason to a warning and one that does not.
struct Facts {
    std::string place = "us-tx";
    std::string currency = "USD";
    std::string more{};  ///< keys of the offer itself
    int salary = 100'000;
    std::string tables{};
    int children = 0;
};

std::vector<std::string> said(const Facts& facts, std::vector<choice::TaxRemark> (*remarks)(const choice::AfterTax&),
                              bool most_deferral = false) {
    std::string text = "company = \"Acme\"\ncurrency = \"" + facts.currency + "\"\n" + facts.more;
    text += facts.more.find("start") == std::string::npos ? "start = 2026-01-05\n" : "";
    text += "[base]\nsalary = " + std::to_string(facts.salary) + "\n" + facts.tables;
    model::Household household;
    household.children = {facts.children, {}};
    if (most_deferral) {
        household.most_deferral = diagnostic::Span{};
    }
    const Case one{text, facts.place, 2, &household};
    for (const auto& problem : one.problems.all()) {
        UNSCOPED_INFO(problem.message);
    }
    REQUIRE(one.after);
    std::vector<std::string> sentences;
    for (const auto& remark : remarks(*one.after)) {
        const bool of_note = remark.topic == choice::TaxTopic::form_note;
        CHECK(report::short_of(remark).empty() == of_note);
        CHECK(report::short_of(remark).size() < 60);
        sentences.push_back(report::sentence_of(remark));
    }
    return sentences;
}

std::vector<std::string> warned(const Facts& facts) { return said(facts, choice::tax_warnings); }

bool any(const std::vector<std::string>& sentences, const std::string& words) {
    return std::any_of(sentences.begin(), sentences.end(),
                       [&](const auto& one) { return one.find(words) != std::string::npos; });
}

std::string at(const std::string& location) { return "location = \"" + location + "\"\n"; }

std::string grant(const std::string& instrument, const std::string& more = "", const std::string& stock = "public") {
    const bool option = instrument == "iso" || instrument == "nso";
    return "[stock]\nkind = \"" + stock + "\"\nprice = 10\n[[grant]]\nid = \"g\"\ninstrument = \"" + instrument +
           "\"\nquantity = 1_000\n" + (option ? "strike = 1\n" : "") +
           "vesting = { over = \"2 years\", every = \"3 months\" }\n" + more;
}

const std::string planned = "exercise = { on = 2027-06-01 }\n";

}  // namespace

TEST_CASE("each warning of taxes speaks where there is reason to it, and is silent where there is none") {
    const std::string late = "start = 2026-03-02\n";
    const std::string ipo = "gate = \"ipo\"\n[[event]]\nid = \"ipo\"\n";
    struct Row {
        std::string words;
        Facts reason;
        Facts none;
    };
    const std::vector<Row> rows{
        // Everywhere.
        {"taxed as a whole year in one place", {.more = late}, {}},
        {"as if you lived and worked in `place`", {.more = at("Denver, CO, US")}, {.more = at("Austin, TX, US")}},
        {"as if you lived and worked in `place`", {.more = at("Berlin, DE")}, {.more = at("Austin, TX")}},
        {"an event without a date", {.tables = grant("rsu", ipo)}, {.tables = grant("rsu")}},
        {"income of that one year",
         {.tables = grant("rsu", ipo + "date = 2027-06-01\n")},
         {.tables = grant("rsu", ipo)}},
        {"nothing says when you exercise it", {.tables = grant("nso")}, {.tables = grant("nso", planned)}},
        {"nobody buys them yet", {.tables = grant("rsu", "", "private")}, {.tables = grant("rsu")}},
        {"looks back to an earlier day",
         {.tables = "[benefits]\nespp = { discount = \"15%\", contribution = \"10%\", limit = 25_000 }\n"},
         {.tables = "[benefits]\nhealth = 5_000\n"}},
        {"although it was taxed",
         {.tables = "[[sign_on]]\namount = 9_000\nclawback = { within = \"12 months\" }\n"},
         {.tables = "[[sign_on]]\namount = 9_000\n"}},
        // United States.
        {"withholds social security from zero again", {.more = late, .salary = 250'000}, {.more = late}},
        {"withholds social security from zero again", {.more = late, .salary = 250'000}, {.salary = 250'000}},
        {"alternative minimum tax", {.tables = grant("iso", planned)}, {.tables = grant("iso")}},
        {"alternative minimum tax", {.tables = grant("iso", planned)}, {.tables = grant("nso", planned)}},
        {"section 83(b)", {.tables = grant("rsa")}, {.tables = grant("rsu")}},
        {"section 83(i)", {.tables = grant("rsu", "", "private")}, {.tables = grant("rsu")}},
        {"for your own convenience",
         {.place = "us-nj", .more = at("New York, NY, US")},
         {.place = "us-ny", .more = at("New York, NY, US")}},
        {"New York City's tax is of its residents alone",
         {.place = "us-ct", .more = at("New York, NY, US")},
         {.place = "us-ct", .more = at("Hartford, CT, US")}},
        {"Yonkers taxes commuters",
         {.place = "us-nj", .more = at("Yonkers, NY, US")},
         {.place = "us-nj", .more = at("Newark, NJ, US")}},
        {"an agreement between the two states",
         {.place = "us-md-montgomery", .more = at("Arlington, VA, US")},
         {.place = "us-md-montgomery", .more = at("Dover, DE, US")}},
        {"Philadelphia's wage tax is not covered",
         {.place = "us-nj", .more = at("Philadelphia, PA, US")},
         {.place = "us-nj", .more = at("New York, NY, US")}},
        // United Kingdom.
        {"free childcare for working parents ends",
         {.place = "uk-england", .currency = "GBP", .salary = 120'000, .children = 1},
         {.place = "uk-england", .currency = "GBP", .salary = 90'000, .children = 1}},
        {"free childcare for working parents ends",
         {.place = "uk-scotland", .currency = "GBP", .salary = 120'000, .children = 1},
         {.place = "uk-scotland", .currency = "GBP", .salary = 120'000}},
        {"EMI or CSOP",
         {.place = "uk-england", .currency = "GBP", .tables = grant("nso")},
         {.place = "uk-england", .currency = "GBP", .tables = grant("rsu")}},
        {"too much may be withheld",
         {.place = "uk-england", .currency = "GBP", .more = late},
         {"uk-england", "GBP", "start = 2026-04-06\n"}},
        // Elsewhere.
        {"Church tax", {"de", "EUR"}, {"ie", "EUR"}},
        {"pay for several years", {.place = "de", .currency = "EUR", .tables = grant("rsu")}, {"de", "EUR"}},
        {"young company",
         {.place = "de", .currency = "EUR", .tables = grant("rsu", "", "private")},
         {.place = "de", .currency = "EUR", .tables = grant("rsu")}},
        {"holiday allowance of 8%", {"nl", "EUR"}, {"de", "EUR"}},
        {"when their shares can be traded", {.place = "nl", .currency = "EUR", .tables = grant("nso")}, {"nl", "EUR"}},
        {"falls to 27% from 2027", {"nl-30", "EUR"}, {"nl", "EUR"}},
        {"Cost to company counts", {"in", "INR", "role = \"Engineer, CTC 60 lakh\"\n"}, {"in", "INR"}},
        {"eligible start-up",
         {.place = "in", .currency = "INR", .tables = grant("rsu", "", "private")},
         {.place = "in", .currency = "INR", .tables = grant("rsu")}},
        {"leaves Singapore", {.place = "sg", .currency = "SGD", .tables = grant("rsu")}, {"sg", "SGD"}},
        {"leaves Singapore", {.place = "sg-cpf", .currency = "SGD", .tables = grant("rsu")}, {"sg-cpf", "SGD"}},
        {"a package that includes super", {"au", "AUD", "role = \"Engineer, total package\"\n"}, {"au", "AUD"}},
        {"eligible start-up", {.place = "au", .currency = "AUD", .tables = grant("rsu", "", "private")}, {"au", "AUD"}},
        {"half of it may be deductible",
         {.place = "ca-on", .currency = "CAD", .tables = grant("nso")},
         {.place = "ca-on", .currency = "CAD", .tables = grant("rsu")}},
        {"KEEP plan", {.place = "ie", .currency = "EUR", .tables = grant("nso")}, {"ie", "EUR"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.words, row.reason.place, row.none.place);
        CHECK(any(warned(row.reason), row.words));
        CHECK_FALSE(any(warned(row.none), row.words));
    }
    CHECK(warned({}).empty());
}

TEST_CASE("every warning that a form has is seen in the table above, or is one of the same words") {
    // What the table looks for, by label: a new warning of a form needs a row there.
    const std::set<std::string> seen{"social security withheld again",
                                     "minimum tax",
                                     "83(b) election",
                                     "83(i) and 1202",
                                     "convenience rule",
                                     "commuting to New York",
                                     "reciprocity",
                                     "childcare at 100,000",
                                     "tax withheld too high at first",
                                     "EMI and CSOP",
                                     "church tax, private insurance",
                                     "pay for several years",
                                     "young companies",
                                     "holiday allowance",
                                     "day of tax",
                                     "the 30% ruling ends",
                                     "cost to company",
                                     "start-ups",
                                     "taxed on leaving",
                                     "does the package include super?",
                                     "half of the gain",
                                     "KEEP"};
    taxes::Desk desk;
    std::set<std::string> found;
    for (const std::string& name : desk.store.ids("taxes")) {
        const auto form = desk.store.tax_form(name, desk.naming());
        REQUIRE(form);
        for (const auto& warning : form->warnings) {
            CAPTURE(name, warning.label);
            CHECK_FALSE(warning.text.empty());
            CHECK_FALSE(warning.source.empty());
            found.insert(warning.label);
        }
    }
    CHECK(found == seen);
}

TEST_CASE("a later year takes warnings over, and replaces those whose label it gives") {
    taxes::Desk desk;
    for (const std::string form : {"us-federal-2025", "us-federal-2027", "us-federal-2030"}) {
        const auto read = desk.store.tax_form(form, desk.naming());
        REQUIRE(read);
        CHECK(read->warnings.size() == 5);
    }
}

TEST_CASE("each thing that taxes leave out is named where it matters") {
    const auto out = [](const Facts& facts) { return said(facts, choice::tax_left_out); };
    CHECK(any(out({}), "credits, moves within a year, work in two places, treaties"));
    const std::string contract = "employment = \"contract\"\n";
    CHECK(any(out({"de", "EUR", contract}), "Not computed for contracts"));
    CHECK_FALSE(any(out({"us-tx", "USD", contract}), "Not computed for contracts"));
    CHECK_FALSE(any(out({"de", "EUR"}), "Not computed for contracts"));
    CHECK(any(out({.tables = grant("rsu")}), "vests in another place than it was granted in"));
    CHECK_FALSE(any(out({}), "vests in another place"));
    CHECK(any(out({.tables = "[benefits]\nhealth = 5_000\n"}), "Benefits"));
    CHECK(any(out({.tables = "[benefits]\nretirement = \"5%\"\n"}), "pays into a plan"));
    CHECK_FALSE(any(out({}), "pays into a plan"));
    // What the form of a place says of itself.
    CHECK(any(out({"ca-on", "CAD"}), "ca-on-2026: tax reduction of low incomes left out"));
}

TEST_CASE("as much as the law allows is nothing where its form states no limit, and that is said") {
    const std::string words = "states no limit of what may be paid in before tax";
    Case germany{"company = \"Acme\"\ncurrency = \"EUR\"\nstart = 2026-01-05\n[base]\nsalary = 90_000\n", "de", 1};
    REQUIRE(germany.after);
    auto after = *germany.after;
    after.household.most_deferral = true;
    const auto sentences = choice::tax_warnings(after);
    CHECK(std::any_of(sentences.begin(), sentences.end(), [&](const auto& remark) {
        return report::sentence_of(remark).find(words) != std::string::npos;
    }));
    CHECK_FALSE(any(said({}, choice::tax_warnings, true), words));
}

TEST_CASE("a line of income that a warning names is passed by more than it alone") {
    const auto childcare = [](int salary) {
        return any(warned({.place = "uk-england", .currency = "GBP", .salary = salary, .children = 1}),
                   "free childcare for working parents ends");
    };
    CHECK_FALSE(childcare(100'000));
    CHECK(childcare(100'001));
}

TEST_CASE("a ceiling is reached where a thousand more of pay leave its line as it is") {
    const auto again = [](int salary) {
        return any(warned({.more = "start = 2026-03-02\n", .salary = salary}),
                   "withholds social security from zero again");
    };
    // Social security of 2026 ends at 184,500.
    CHECK_FALSE(again(183'500));
    CHECK_FALSE(again(184'499));
    CHECK(again(184'500));
    CHECK(again(184'600));
}

TEST_CASE("a location names another place by its country and, where both name one, by its region") {
    const std::string words = "as if you lived and worked in `place`";
    const auto elsewhere = [&](const std::string& place, const std::string& currency, const std::string& location) {
        return any(warned({.place = place, .currency = currency, .more = at(location)}), words);
    };
    CHECK(elsewhere("us-tx", "USD", "Toronto, ON, CA"));
    CHECK(elsewhere("us-md-montgomery", "USD", "Arlington, VA, US"));
    CHECK_FALSE(elsewhere("us-md-montgomery", "USD", "Bethesda, MD, US"));
    CHECK_FALSE(elsewhere("us-tx", "USD", "austin, tx, us"));
    // No region: of the country alone.
    CHECK_FALSE(elsewhere("us-tx", "USD", "Somewhere, US"));
    CHECK_FALSE(elsewhere("de", "EUR", "Munich, BY, DE"));
    CHECK_FALSE(elsewhere("nl-30", "EUR", "Amsterdam, NH, NL"));
    CHECK(elsewhere("nl-30", "EUR", "Antwerp, BE"));
    CHECK_FALSE(elsewhere("de", "EUR", "Munich, DE"));
    CHECK(elsewhere("de", "EUR", "Vienna, AT"));
    // A region without a country, which is that of the place or a country's.
    CHECK_FALSE(elsewhere("ca-on", "CAD", "Toronto, ON"));
    CHECK(elsewhere("de", "EUR", "Sofia, BG"));
    CHECK_FALSE(elsewhere("us-tx", "USD", "Remote"));
    CHECK_FALSE(elsewhere("us-tx", "USD", "Dallas, Texas"));
    CHECK_FALSE(elsewhere("sg-cpf", "SGD", "Jurong, SG"));
}
