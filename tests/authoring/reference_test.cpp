#include "support/catch.hpp"
#include "support/golden.hpp"

#include <regex>
#include <set>
#include <string>

#include <offerkit/authoring/reference.hpp>
#include <offerkit/model/fields/career_fields.hpp>
#include <offerkit/model/fields/fields.hpp>

namespace model = offerkit::model;

TEST_CASE("the reference page in docs is the one the program writes") {
    golden::check_source_file("docs/file-reference.md", offerkit::authoring::file_reference());
}

TEST_CASE("the reference page tells every key of every file and each table once") {
    const std::string page = offerkit::authoring::file_reference();
    std::set<const model::Schema*> seen;
    const auto walk = [&](const auto& self, const model::Schema& schema) -> void {
        if (!seen.insert(&schema).second) {
            return;
        }
        for (const auto& field : schema.fields) {
            CAPTURE(schema.name, field.key);
            CHECK(page.find("| `" + std::string{field.key} + "` | ") != std::string::npos);
            CHECK(page.find(std::string{field.doc}) != std::string::npos);
            if (field.table != nullptr) {
                self(self, *field.table);
            }
        }
    };
    walk(walk, model::offer_schema());
    walk(walk, model::priorities_schema());
    walk(walk, model::pipeline_schema());
    walk(walk, model::career_schema());
    for (const auto kind : model::profile_kinds()) {
        walk(walk, *model::profile_schema(kind));
    }
}

TEST_CASE("every link of the reference page leads to one place on it") {
    const std::string page = offerkit::authoring::file_reference();
    std::multiset<std::string> places;
    const std::regex anchor{"<a id=\"([^\"]+)\">"};
    for (std::sregex_iterator it{page.begin(), page.end(), anchor}; it != std::sregex_iterator{}; ++it) {
        places.insert((*it)[1]);
    }
    const std::regex link{"\\]\\(#([^)]+)\\)"};
    int links = 0;
    for (std::sregex_iterator it{page.begin(), page.end(), link}; it != std::sregex_iterator{}; ++it) {
        CAPTURE((*it)[1].str());
        CHECK(places.count((*it)[1]) == 1);
        ++links;
    }
    CHECK(links > 30);
    for (const auto& place : places) {
        CAPTURE(place);
        CHECK(places.count(place) == 1);
    }
}
