#include <string>
#include <vector>

#include <offerkit/report/career/rough_amounts.hpp>

#include "support/catch.hpp"

using offerkit::choice::paths::Estimated;
using offerkit::report::rough_amount;
using offerkit::report::rough_amounts;
using offerkit::report::rough_thousands;
using Texts = std::vector<std::string>;

TEST_CASE("an amount is rounded to the power of ten above its standard error, at least 1,000") {
    CHECK(rough_amount({78'100, 7'900}) == "80,000");
    CHECK(rough_amount({78'100, 800}) == "78,000");
    CHECK(rough_amount({78'149, 0}) == "78,000");
    CHECK(rough_amount({-587'000, 15'400}) == "-600,000");
    CHECK(rough_amount({3'458'576, 9'600}) == "3.46M");
    CHECK(rough_amount({3'458'576, 10'000}) == "3.5M");
    CHECK(rough_amount({16'300'000, 200'000}) == "16M");
    CHECK(rough_amount({996'000, 9'000}) == "1.00M");
}

TEST_CASE("what its standard error swallows is none, without a sign") {
    CHECK(rough_amount({400, 0}) == "0");
    CHECK(rough_amount({-4'000, 9'000}) == "0");
    CHECK(rough_amount({-40'000, 90'000}) == "0");
    CHECK(rough_thousands(std::vector<Estimated>{{-4'000, 9'000}}) == Texts{"0"});
}

TEST_CASE("amounts of a column carry the digits of the least sure of them, and are written alike") {
    CHECK(rough_amounts(std::vector<Estimated>{{4'545'723, 7'900}, {5'215'368, 34'300}}) == Texts{"4.5M", "5.2M"});
    CHECK(rough_amounts(std::vector<Estimated>{{3'808'593, 3'600}, {980'530, 8'700}}) == Texts{"3.81M", "0.98M"});
    CHECK(rough_amounts(std::vector<Estimated>{{152'340, 2'000}, {4'340, 200}}) == Texts{"150,000", "0"});
    CHECK(rough_amounts(std::vector<Estimated>{}).empty());
    CHECK(rough_thousands(std::vector<Estimated>{{453'710, 700}, {567'138, 9'300}}) == Texts{"450", "570"});
}
