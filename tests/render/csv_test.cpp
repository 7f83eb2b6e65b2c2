#include <offerkit/render/csv.hpp>

#include "support/catch.hpp"

using offerkit::render::to_csv;
using offerkit::report::Sheet;
using offerkit::report::SheetCell;

namespace {

std::string one_cell(std::string_view text) {
    Sheet sheet;
    sheet.columns = {"x", "y"};
    sheet.row({text, "."});
    return to_csv(sheet).substr(4);
}

}  // namespace

TEST_CASE("CSV has the column names first, then one line for each row") {
    Sheet sheet;
    sheet.columns = {"company", "year", "base", "sign_on"};
    sheet.row({"Northwind", SheetCell::number(1), SheetCell::number("182000.50"), SheetCell::number("-500")});
    sheet.row({"Contoso, Inc.", SheetCell::number(2), SheetCell::number("0"), SheetCell::empty()});
    CHECK(to_csv(sheet) ==
          "company,year,base,sign_on\n"
          "Northwind,1,182000.5,-500\n"
          "\"Contoso, Inc.\",2,0,\n");
}

TEST_CASE("CSV quotes what would break a row apart") {
    CHECK(one_cell("say \"hi\"") == "\"say \"\"hi\"\"\",.\n");
    CHECK(one_cell("two\nlines") == "\"two\nlines\",.\n");
    CHECK(one_cell("two\r\nlines") == "\"two\r\nlines\",.\n");
    CHECK(one_cell(" edge ") == "\" edge \",.\n");
    CHECK(one_cell("plain words") == "plain words,.\n");
}

TEST_CASE("no text in a CSV file starts a formula, and numbers stay numbers") {
    CHECK(one_cell("=1+1") == "'=1+1,.\n");
    CHECK(one_cell("+1") == "'+1,.\n");
    CHECK(one_cell("-1") == "'-1,.\n");
    CHECK(one_cell("@SUM(A1)") == "'@SUM(A1),.\n");
    CHECK(one_cell("\t=1") == "\"'\t=1\",.\n");
    CHECK(one_cell("\r=1") == "\"'\r=1\",.\n");
    CHECK(one_cell("=HYPERLINK(\"http://a\",\"b\")") == "\"'=HYPERLINK(\"\"http://a\"\",\"\"b\"\")\",.\n");
    CHECK(one_cell("＝1") == "'＝1,.\n");
    CHECK(one_cell("a=1") == "a=1,.\n");
    Sheet sheet;
    sheet.columns = {"=x"};
    sheet.row({SheetCell::number("-1")});
    CHECK(to_csv(sheet) == "'=x\n-1\n");
}

TEST_CASE("CSV shows control characters and replaces broken UTF-8") {
    CHECK(one_cell("a\x1b[31m\u009b") == "a\\x1b[31m\\u009b,.\n");
    CHECK(one_cell("a\xff") == "a\ufffd,.\n");
    CHECK(one_cell("東京 👨\u200d👩") == "東京 👨\u200d👩,.\n");
}

TEST_CASE("a row of one empty cell is still a row in CSV") {
    Sheet sheet;
    sheet.columns = {"x"};
    sheet.row({SheetCell::empty()});
    sheet.row({"a"});
    CHECK(to_csv(sheet) == "x\n\"\"\na\n");
}

TEST_CASE("rows that are made as they are written follow those that stand there, until nobody takes them") {
    offerkit::report::Sheet sheet;
    sheet.columns = {"i"};
    sheet.row({"first"});
    sheet.more = 3;
    sheet.make = [](std::size_t i) {
        return std::vector<offerkit::report::SheetCell>{offerkit::report::SheetCell::number(static_cast<long long>(i))};
    };
    CHECK(offerkit::render::to_csv(sheet) == "i\nfirst\n0\n1\n2\n");
    sheet.more = 100'000'000;
    std::size_t taken = 0;
    offerkit::render::write_csv(sheet, [&](std::string_view piece) {
        taken += piece.size();
        return false;
    });
    CHECK(taken < 200'000);
}
