#include <string>

#include <support/catch.hpp>
#include <support/files.hpp>

#include <offerkit/file/document/document.hpp>
#include <offerkit/file/kind.hpp>
#include <offerkit/model/fields/fields.hpp>

using namespace offerkit;

namespace {

std::string kind(const std::string& text) {
    diagnostic::Sources sources;
    diagnostic::Diagnostics problems;
    const auto document = file::read_document("some.toml", text, sources, problems);
    REQUIRE(document.has_value());
    return file::kind_of(document->root);
}

}  // namespace

TEST_CASE("a file is known by its keys: an offer, priorities, or a profile of its kind") {
    CHECK(kind(support::read_file(support::source_path("examples/priorities.toml"))) == "priorities");
    CHECK(kind(support::read_file(support::source_path("examples/three-offers/google.toml"))) == "offer");
    for (const auto& folder : {"vesting/google", "companies/google", "ladders/google", "bands/google",
                               "market/software-2020", "claims/levels", "priorities/growth", "negotiation/practice"}) {
        CAPTURE(folder);
        const std::string name = folder;
        CHECK(kind(support::read_file(support::source_path("profiles/" + name + ".toml"))) ==
              "profiles/" + name.substr(0, name.find('/')));
    }
}

TEST_CASE("what could be an offer is one, however wrong its keys are") {
    CHECK(kind("") == "offer");
    CHECK(kind("company = \"Acme\"\n") == "offer");
    CHECK(kind("name = \"Acme\"\ncurrency = \"USD\"\nsalary = 1\n") == "offer");
    CHECK(kind("start = 2026-03-02\nhorizon = \"4 years\"\nname = \"x\"\n[[factor]]\nid = \"a\"\n") == "offer");
    CHECK(kind("horizon = \"4 years\"\n") == "priorities");
}
