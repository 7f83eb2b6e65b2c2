#include <offerkit/report/words/offer_names.hpp>

#include <string>
#include <utility>
#include <vector>

#include <offerkit/report/words/amounts.hpp>

#include "support/catch.hpp"

using namespace offerkit;

namespace {

std::vector<std::string> names_of(const std::vector<std::pair<std::string, std::string>>& companies_and_files) {
    std::vector<model::Offer> offers;
    for (const auto& [company, file] : companies_and_files) {
        offers.push_back({.file = file,
                          .company = company,
                          .currency = *quantity::Currency::of("USD"),
                          .start = {*calendar::parse_date("2026-03-02"), {}}});
    }
    std::vector<const model::Offer*> papers;
    for (const auto& offer : offers) {
        papers.push_back(&offer);
    }
    return report::offer_names(papers);
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("an offer is called by its company as long as that tells it apart") {
    CHECK(names_of({{"Meta", "meta.toml"}, {"Google", "google.toml"}}) == Names{"Meta", "Google"});
}

TEST_CASE("two offers of one company are told apart by their files, and by the folders of those where need be") {
    CHECK(names_of({{"Meta", "first.toml"}, {"Meta", "offers/second.toml"}, {"Google", "google.toml"}}) ==
          Names{"Meta (first)", "Meta (second)", "Google"});
    CHECK(names_of({{"Meta", "home/may/meta.toml"}, {"Meta", "june/meta.toml"}}) ==
          Names{"Meta (may/meta)", "Meta (june/meta)"});
    CHECK(names_of({{"Meta", "meta.toml"}, {"Meta", "june/meta.toml"}}) == Names{"Meta (meta)", "Meta (june/meta)"});
}

TEST_CASE("one file given twice gives two names") {
    CHECK(names_of({{"Meta", "a/meta.toml"}, {"Meta", "a/meta.toml"}}) == Names{"Meta 1", "Meta 2"});
    CHECK(names_of({{"Meta", "-"}, {"Meta", "other.toml"}, {"Meta", "-"}}) ==
          Names{"Meta 1", "Meta (other)", "Meta 2"});
}

TEST_CASE("a ratio that ends is exact in a document, and another is told to twelve digits") {
    CHECK(report::document_of(*quantity::Rate::of(132, 1000)).text() == "0.132");
    CHECK(report::document_of(*quantity::Rate::of(1, 3)).text() == "0.333333333333");
    CHECK(report::document_of(*quantity::Rate::of(-2, 3)).text() == "-0.666666666667");
    CHECK(report::document_of(quantity::Shares{*quantity::Fraction::of(1, 3)}).text() == "0.3333333333");
}

TEST_CASE("names that are cut stay apart, wide letters too") {
    const std::vector<std::string> names{"Consolidated Northwestern Analytics", "Consolidated Northern Ltd", "Ö",
                                         "大きな会社に長く勤めてから"};
    const auto cut = offerkit::report::names_within(names, 12);
    CHECK(cut == std::vector<std::string>{"Consolida… 1", "Consolida… 2", "Ö", "大きな会社…"});
    CHECK(offerkit::report::names_within(names, 40) == names);
}
