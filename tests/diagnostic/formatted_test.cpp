#include <offerkit/diagnostic/formatted.hpp>

#include <string>
#include <string_view>

#include "support/catch.hpp"

using offerkit::diagnostic::formatted;

TEST_CASE("a sentence is filled part by part, whatever the parts hold") {
    const std::string name = "Acme {}";
    CHECK(formatted("Nothing is missing.") == "Nothing is missing.");
    CHECK(formatted("{} breaks even with `{}` at {}", name, std::string_view("B"), "10%") ==
          "Acme {} breaks even with `B` at 10%");
    CHECK(formatted("over = {{ \"{}\" }}", "4 years") == "over = { \"4 years\" }");
    CHECK(formatted("{}{}", "", std::string(300, 'x')) == std::string(300, 'x'));
}
