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

TEST_CASE("one key that no other kind of file has makes an offer, whatever stands beside it") {
    const std::string priorities = "horizon = \"4 years\"\n[[factor]]\nid = \"a\"\n";
    CHECK(kind(priorities) == "priorities");
    for (const std::string key : {"start = 2026-03-02", "base = 1", "grant = 1", "sign_on = 1", "role = \"x\""}) {
        CAPTURE(key);
        CHECK(kind(key + "\n" + priorities) == "offer");
    }
    // A name alone marks no kind, and a profile says where it is from or of which day.
    CHECK(kind("name = \"Mine\"\n") == "offer");
    const std::string schedule = "[vesting]\nover = \"4 years\"\n";
    CHECK(kind("source = \"a letter\"\n" + schedule) == "profiles/vesting");
    CHECK(kind("as_of = 2026-01-01\n" + schedule) == "profiles/vesting");
    CHECK(kind(schedule) == "offer");
}

TEST_CASE("every kind of file is described in words of its own") {
    CHECK(file::described_kind("offer") == "an offer");
    CHECK(file::described_kind("priorities") == "a priorities file");
    CHECK(file::described_kind("profiles/ladders") == "a ladder");
    CHECK(file::described_kind("profiles/career") == "a prior for careers");
    CHECK(file::described_kind("profiles/none") == "a profile");
}
