#include <offerkit/report/product/columns.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace offerkit::report;
using offerkit::quantity::Currency;
using offerkit::quantity::Fraction;
using offerkit::quantity::Money;
using offerkit::quantity::Shares;

namespace {

struct Line {
    std::string name;
    Money net;
    std::optional<Shares> shares;
};

Money usd(std::int64_t cents) { return {cents, *Currency::of("USD")}; }

std::vector<Line> lines() { return {{"a", usd(123'400), Shares(1412)}, {"b", usd(50), std::nullopt}}; }

Columns<Line> columns() {
    return {{.key = "file", .on_page = false, .value = [](const Line& line) { return Datum(line.name + ".toml"); }},
            {.key = "name",
             .title = "Name",
             .priority = Priority::key,
             .value = [](const Line& line) { return Datum(line.name); }},
            {.key = "net",
             .title = "Net",
             .align = Align::decimal,
             .value = [](const Line& line) { return Datum(line.net); }},
            {.key = "shares",
             .title = "Shares",
             .align = Align::decimal,
             .value = [](const Line& line) { return Datum(line.shares); },
             .shown =
                 [](const Line& line) {
                     return line.shares ? Cell(text_of(*line.shares), Tone::good) : Cell("none", Tone::dim);
                 }},
            {.title = "Why", .shown = [](const Line&) { return Cell("because"); }}};
}

}  // namespace

TEST_CASE("a page shows the columns that are for people, with values in the style of the page") {
    MoneyStyle cents;
    cents.see(usd(50));
    const Table table = columns().table(lines(), cents);
    CHECK(table.columns ==
          std::vector<Column>{
              {"Name", Align::left, Priority::key}, {"Net", Align::decimal}, {"Shares", Align::decimal}, {"Why"}});
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0].cells[1].text == "1,234.00");
    CHECK(table.rows[0].cells[1].value == Datum(usd(123'400)));
    CHECK(table.rows[0].cells[2].text == "1,412");
    CHECK(table.rows[0].cells[2].value == Datum(Shares(1412)));
    CHECK(table.rows[1].cells[2] == Cell("none", Tone::dim));
    CHECK(table.rows[1].cells[3].text == "because");
}

TEST_CASE("a sheet has the columns with a key, whether its rows stand ready or are made late") {
    const Sheet sheet = columns().sheet(lines());
    CHECK(sheet.columns == std::vector<std::string>{"file", "name", "net", "shares"});
    REQUIRE(sheet.rows.size() == 2);
    CHECK(sheet.rows[0] == std::vector<SheetCell>{"a.toml", "a", usd(123'400), Shares(1412)});
    CHECK(sheet.rows[1][3].is_empty());
    const Sheet late = columns().sheet_made_late(std::make_shared<const std::vector<Line>>(lines()));
    CHECK(late.columns == sheet.columns);
    REQUIRE(late.more == 2);
    CHECK(late.make(1) == sheet.rows[1]);
}

TEST_CASE("columns can be chosen for a page and laid down as lines") {
    const auto all = lines();
    const Table table = columns().table(all, {}, {"net", "file", "Why", "name"});
    CHECK(table.columns == std::vector<Column>{{"Net", Align::decimal}, {"Why"}, {"Name", Align::left, Priority::key}});
    MoneyStyle cents;
    cents.see(usd(50));
    cents.name_currencies();
    const Row line = columns().line("net", all, cents, RowKind::total);
    CHECK(line.kind == RowKind::total);
    REQUIRE(line.cells.size() == 3);
    CHECK(line.cells[0] == Cell("Net", Tone::strong));
    CHECK(line.cells[2].text == "USD 0.50");
}

TEST_CASE("a page writes each type of value as people read it") {
    CHECK(cell_on_page({}) == Cell::not_applicable());
    CHECK(cell_on_page("x, 1234").text == "x, 1234");
    CHECK(cell_on_page(Datum(1234567)).text == "1,234,567");
    CHECK(cell_on_page(*Fraction::of(1, 8)).text == "12.5%");
    CHECK(cell_on_page(Datum::number("1234.50")).text == "1,234.5");
    CHECK(cell_on_page(12345.25).text == "12,345.25");
    CHECK(cell_on_page(Shares(1412)).text == "1,412");
}
