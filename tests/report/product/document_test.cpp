#include <offerkit/report/product/document.hpp>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"

using offerkit::report::Document;
using offerkit::report::to_json;

TEST_CASE("a document prints its members in the order in which they were set") {
    auto offer = Document::object({{"company", "Northwind"}, {"start", nullptr}, {"public", true}, {"shares", 1412}});
    offer.set("salary", Document::number("182000.00"));
    offer.set("ranks", Document::array({0.25, 0.75}));
    offer.set("pending", Document::array());
    offer.set("level", Document::object());
    offer.set("start", "2026-03-02");  // an existing key keeps its place
    CHECK(to_json(offer) == R"({
  "company": "Northwind",
  "start": "2026-03-02",
  "public": true,
  "shares": 1412,
  "salary": 182000,
  "ranks": [
    0.25,
    0.75
  ],
  "pending": [],
  "level": {}
}
)");
}

TEST_CASE("a document grows from null by pushing and setting") {
    Document list;
    list.push(Document().set("a", 1)).push(std::string("b")).push(std::optional<int>()).push(std::optional<int>(7));
    CHECK(to_json(list) == "[\n  {\n    \"a\": 1\n  },\n  \"b\",\n  null,\n  7\n]\n");
    CHECK(list.elements().front().find("a")->text() == "1");
    CHECK(list.elements().front().find("b") == nullptr);
    CHECK(list == Document::array({Document::object({{"a", 1}}), "b", Document::null(), 7}));
    CHECK_FALSE(list == Document::array());
}

TEST_CASE("money leaves a document with every digit it came with") {
    CHECK(Document::number("170.25").text() == "170.25");
    CHECK(Document::number("170.50").text() == "170.5");
    CHECK(Document::number("182000.00").text() == "182000");
    CHECK(Document::number("-0.00").text() == "0");
    CHECK(Document::number("-500").text() == "-500");
    CHECK(Document::number("100").text() == "100");
    CHECK(Document::number("9007199254740993").text() == "9007199254740993");  // no double holds it
    CHECK(Document(std::numeric_limits<std::int64_t>::min()).text() == "-9223372036854775808");
    CHECK(Document(std::numeric_limits<std::uint64_t>::max()).text() == "18446744073709551615");
}

TEST_CASE("computed numbers print the twelve digits that they carry, never noise and never an exponent") {
    CHECK(Document(0.1).text() == "0.1");
    CHECK(Document(0.1 + 0.2).text() == "0.3");
    CHECK(Document(0.17380016000000004).text() == "0.17380016");
    CHECK(Document(1.0 / 3).text() == "0.333333333333");
    CHECK(Document(2.0).text() == "2");
    CHECK(Document(-0.0).text() == "0");
    CHECK(Document(-1.1e-16).text() == "0");
    CHECK(Document(std::nextafter(1.0, 2.0)).text() == "1");
    CHECK(Document(-123456.789).text() == "-123456.789");
    CHECK(Document(1e21).text() == "1000000000000000000000");
    CHECK(Document(1e-7).text() == "0.0000001");
    CHECK(Document(std::numeric_limits<double>::denorm_min()).text() == "0");
    CHECK(Document(std::numeric_limits<double>::max()).text().find('e') == std::string::npos);
    CHECK(Document(std::numeric_limits<double>::quiet_NaN()).is_null());
    CHECK(Document(std::numeric_limits<double>::infinity()).is_null());
}

TEST_CASE("strings of any bytes become valid JSON that cannot drive a terminal") {
    const auto json = [](std::string_view text) { return to_json(Document(text)); };
    CHECK(json("quote \" back \\ slash /") == "\"quote \\\" back \\\\ slash /\"\n");
    CHECK(json("\b\f\n\r\t") == "\"\\b\\f\\n\\r\\t\"\n");
    CHECK(json(std::string_view("\0\x1b\x7f", 3)) == "\"\\u0000\\u001b\\u007f\"\n");
    CHECK(json("\u009b \u2028 \u2029") == "\"\\u009b \\u2028 \\u2029\"\n");
    CHECK(json("東京 é 😀") == "\"東京 é 😀\"\n");
    CHECK(json("a\xff"
               "b\xe6\x9d") == "\"a\ufffdb\ufffd\"\n");
    CHECK(to_json(Document::object({{"a\nb", 1}})) == "{\n  \"a\\nb\": 1\n}\n");
}

TEST_CASE("another JSON reader finds in a document what was put there") {
    std::string every_byte;
    for (int byte = 1; byte < 0x80; ++byte) {
        every_byte.push_back(static_cast<char>(byte));
    }
    every_byte += "\u0080\u009f\u00a0\u2028東😀";
    const auto text = to_json(Document::object({{every_byte, Document::array({every_byte, 0.1, false, nullptr})}}));
    const auto read = nlohmann::json::parse(text);
    CHECK(read.at(every_byte).at(0).get<std::string>() == every_byte);
    CHECK(read.at(every_byte).at(1).get<double>() == 0.1);
    CHECK(read.at(every_byte).at(2) == false);
    CHECK(read.at(every_byte).at(3).is_null());
    CHECK(read.at(every_byte).size() == 4);
}

TEST_CASE("an array that is made as it is written is the same text as one that stands there") {
    const auto element = [](std::size_t i) { return Document::object({{"i", i}, {"text", "x"}}); };
    for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{5000}}) {
        Document whole = Document::array();
        for (std::size_t i = 0; i < count; ++i) {
            whole.push(element(i));
        }
        const auto made = Document::sequence(count, element);
        CHECK(made.element_count() == count);
        CHECK(to_json(Document::object({{"all", made}})) == to_json(Document::object({{"all", whole}})));
    }
    CHECK(Document::sequence(3, element).element(2) == element(2));
}

TEST_CASE("nothing more is made of a document once nobody takes it") {
    std::size_t made = 0;
    const auto endless = Document::sequence(100'000'000, [&](std::size_t i) {
        ++made;
        return Document(i);
    });
    std::size_t taken = 0;
    offerkit::report::write_json(endless, [&](std::string_view piece) {
        taken += piece.size();
        return taken < 200'000;
    });
    CHECK(taken >= 200'000);
    CHECK(made < 100'000);
}
