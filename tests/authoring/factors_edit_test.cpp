#include "support/catch.hpp"

#include <string>
#include <vector>

#include <offerkit/authoring/factors_edit.hpp>
#include <offerkit/authoring/priorities_template.hpp>
#include <offerkit/file/read.hpp>

using namespace offerkit;
using authoring::with_factors;

namespace {

const std::vector<model::FactorRating> ratings{{"growth", quantity::Number{7}}, {"my visa", model::UnknownRating{}}};

std::string edited(const std::string& text) { return with_factors(text, ratings).value_or("(not edited)"); }

}  // namespace

TEST_CASE("ratings replace those of a file and follow them, and every other byte stays") {
    CHECK(
        edited("a = 1\n[factors] # mine\n# first\n  growth =  { chance = \"7#0%\" }  # ask\npeople = 3\n\n[base]\n") ==
        "a = 1\n[factors] # mine\n# first\n  growth =  7  # ask\npeople = 3\n\"my visa\" = \"unknown\"\n\n[base]\n");
    CHECK(edited("[factors]\n\"my visa\" = 3\n\"growth\"=4") == "[factors]\n\"my visa\" = \"unknown\"\n\"growth\"=7\n");
    CHECK(edited("a = 1") == "a = 1\n\n[factors]\ngrowth = 7\n\"my visa\" = \"unknown\"\n");
    CHECK(edited("a = 1\r\n[factors]\r\ngrowth = 3\r\n") ==
          "a = 1\r\n[factors]\r\ngrowth = 7\r\n\"my visa\" = \"unknown\"\r\n");
    CHECK(edited("[factors]\n[base]\nsalary = 1\n") ==
          "[factors]\ngrowth = 7\n\"my visa\" = \"unknown\"\n[base]\nsalary = 1\n");
}

TEST_CASE("ratings in a form that is not edited line by line are left alone") {
    for (const char* text :
         {"factors = { growth = 3 }\n", "factors.growth = 3\n", "[factors.growth]\nchance = \"70%\"\n",
          "[factors]\ngrowth = [\n3]\n", "[[factors]]\ngrowth = 3\n", "[factors]\ngrowth = 3\n[factors]\n",
          "{\"factors\": {\"growth\": 3}}", "[factors]\ngrowth.chance = \"70%\"\n", "[\"factors\"]\ngrowth = 3\n"}) {
        CAPTURE(text);
        CHECK(edited(text) == "(not edited)");
    }
}

TEST_CASE("the priorities template is read without a problem, as it is and with any hidden key") {
    const std::string text = authoring::priorities_template(*calendar::Date::of(2026, 1, 20));
    const auto problems = [](const std::string& read) {
        diagnostic::Sources sources;
        diagnostic::Diagnostics diagnostics;
        const file::ProfileStore profiles;
        const auto priorities = file::read_priorities_text({sources, diagnostics, profiles}, "me.toml", read, {});
        std::string told = priorities ? "" : "nothing was read\n";
        for (const auto& problem : diagnostics.sorted()) {
            told += problem.message + "\n";
        }
        return told;
    };
    CHECK(problems(text) == "");
    int hidden = 0;
    for (std::size_t at = text.find("\n#"); at != std::string::npos; at = text.find("\n#", at + 1)) {
        if (at + 2 < text.size() && text[at + 2] >= 'a' && text[at + 2] <= 'z' && text.find("#[household]") > at) {
            std::string changed = text;
            changed.erase(at + 1, 1);
            CAPTURE(changed.substr(at + 1, 40));
            CHECK(problems(changed) == "");
            ++hidden;
        }
    }
    CHECK(hidden >= 8);
    const std::size_t begin = text.find("#[household]");
    std::string all = text.substr(0, begin);
    bool line_start = true;
    for (std::size_t i = begin; i < text.size(); ++i) {
        const bool drop = line_start && text[i] == '#';
        line_start = text[i] == '\n';
        if (!drop) {
            all += text[i];
        }
    }
    CHECK(problems(all) == "");
}
