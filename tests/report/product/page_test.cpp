#include <offerkit/report/product/page.hpp>

#include <variant>

#include "support/catch.hpp"

using namespace offerkit::report;

TEST_CASE("a page holds its blocks in the order in which they were said") {
    Page page;
    page.title("Northwind").text("One.").note("Two.").warning("Three.").facts({{"Start", "2026-03-02"}});
    page.append(Page().heading("Pay").subheading("Base").list({"a", "b"}, true));
    CHECK(page.blocks == std::vector<Block>{Heading{"Northwind", 1}, Paragraph{"One.", ParagraphKind::plain},
                                            Paragraph{"Two.", ParagraphKind::note},
                                            Paragraph{"Three.", ParagraphKind::warning},
                                            Facts{{{"Start", "2026-03-02"}}}, Heading{"Pay", 2}, Heading{"Base", 3},
                                            List{{"a", "b"}, true}});
}

TEST_CASE("a table is built row by row, and a cell that does not apply is not a blank one") {
    Table table;
    table.columns = {{"Item"}, {"Year 1", Align::right}};
    table.heading("Stock").row({"Equity", Cell::not_applicable()}).separator().total({"Total", Cell("$1", Tone::good)});
    REQUIRE(table.rows.size() == 4);
    CHECK(table.rows[0] == Row::heading("Stock"));
    CHECK_FALSE(table.rows[1].cells[1].applies);
    CHECK_FALSE(table.rows[1].cells[1] == Cell::blank());
    CHECK(table.rows[2].kind == RowKind::separator);
    CHECK(table.rows[3] == Row::total({"Total", Cell("$1", Tone::good)}));
}
