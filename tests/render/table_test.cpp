#include <algorithm>

#include <offerkit/render/terminal.hpp>

#include <offerkit/diagnostic/text.hpp>

#include "support/catch.hpp"

using namespace offerkit::report;
using offerkit::render::Screen;
using offerkit::render::to_terminal;

namespace {

std::string shown(const Table& table, std::size_t width, bool colour = false) {
    return to_terminal(Page().add(table), Screen{width, colour, true});
}

std::size_t widest_line(std::string_view text) {
    std::size_t widest = 0;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        widest = std::max(widest, offerkit::diagnostic::display_width(text.substr(0, end)));
        text.remove_prefix(end + 1);
    }
    return widest;
}

Table pay() {
    Table table;
    table.columns = {{""},
                     {"Year 1", Align::right},
                     {"Year 2", Align::right},
                     {"Year 3", Align::right},
                     {"Year 4", Align::right},
                     {"Total", Align::right}};
    table.row({"Base", "$182,000", "$187,460", "$193,083", "$198,876", "$761,419"});
    table.row({"Sign-on, paid monthly over the first twelve months", "$40,000", Cell::not_applicable(),
               Cell::not_applicable(), Cell::not_applicable(), "$40,000"});
    table.total({"Total", "$222,000", "$187,460", "$193,083", "$198,876", "$801,419"});
    return table;
}

}  // namespace

TEST_CASE("a table has thin rules, two spaces between columns and figures at the right") {
    CHECK(shown(pay(), 120) ==
          "                                                      Year 1    Year 2    Year 3    Year 4     Total\n"
          "────────────────────────────────────────────────────────────────────────────────────────────────────\n"
          "Base                                                $182,000  $187,460  $193,083  $198,876  $761,419\n"
          "Sign-on, paid monthly over the first twelve months   $40,000         –         –         –   $40,000\n"
          "────────────────────────────────────────────────────────────────────────────────────────────────────\n"
          "Total                                               $222,000  $187,460  $193,083  $198,876  $801,419\n");
}

TEST_CASE("a table that is too wide wraps its words first") {
    CHECK(shown(pay(), 80) ==
          "                                  Year 1    Year 2    Year 3    Year 4     Total\n"
          "────────────────────────────────────────────────────────────────────────────────\n"
          "Base                            $182,000  $187,460  $193,083  $198,876  $761,419\n"
          "Sign-on, paid monthly over the   $40,000         –         –         –   $40,000\n"
          "first twelve months\n"
          "────────────────────────────────────────────────────────────────────────────────\n"
          "Total                           $222,000  $187,460  $193,083  $198,876  $801,419\n");
}

TEST_CASE("a table that is still too wide goes on below under the same labels") {
    CHECK(shown(pay(), 40) ==
          "            Year 1    Year 2    Year 3\n"
          "──────────────────────────────────────\n"
          "Base      $182,000  $187,460  $193,083\n"
          "Sign-on,   $40,000         –         –\n"
          "paid\n"
          "monthly\n"
          "over the\n"
          "first\n"
          "twelve\n"
          "months\n"
          "──────────────────────────────────────\n"
          "Total     $222,000  $187,460  $193,083\n"
          "\n"
          "                       Year 4     Total\n"
          "───────────────────────────────────────\n"
          "Base                 $198,876  $761,419\n"
          "Sign-on, paid               –   $40,000\n"
          "monthly over the\n"
          "first twelve months\n"
          "───────────────────────────────────────\n"
          "Total                $198,876  $801,419\n");
}

TEST_CASE("no width loses a figure or breaks one, and from 24 columns on every line fits") {
    for (std::size_t width = 1; width <= 130; ++width) {
        const std::string text = shown(pay(), width);
        CAPTURE(width, text);
        for (const char* const figure :
             {"$182,000", "$187,460", "$193,083", "$198,876", "$761,419", "$40,000", "$222,000", "$801,419"}) {
            CHECK(text.find(figure) != std::string::npos);
        }
        if (width >= 24) {
            CHECK(widest_line(text) <= width);
        }
    }
}

TEST_CASE("figures line up on their decimal point, and words end where whole parts end") {
    Table table;
    table.columns = {{"Definition"}, {"Northwind", Align::decimal}};
    table.row({"first year", "$340,500.10"}).row({"average", "$1,200"}).row({"growth", "1.5%"}).row({"share", "15%"});
    table.row({"none", Cell::not_applicable()}).row({"words", "n/a"}).row({"debt", "-$98.2"}).row({"date", ""});
    CHECK(shown(table, 80) ==
          "Definition    Northwind\n"
          "───────────────────────\n"
          "first year  $340,500.10\n"
          "average       $1,200\n"
          "growth             1.5%\n"
          "share             15%\n"
          "none               –\n"
          "words            n/a\n"
          "debt            -$98.2\n"
          "date\n");
}

TEST_CASE("headings and separators structure a table") {
    Table table;
    table.caption = "In dollars";
    table.columns = {{"Item"}, {"Amount", Align::right}};
    table.heading("Cash").row({"Base", "1"}).heading("Stock").row({"RSU", "2"}).separator().row({"Other", "3"});
    CHECK(shown(table, 80) ==
          "In dollars\n"
          "Item   Amount\n"
          "─────────────\n"
          "Cash\n"
          "Base        1\n"
          "\n"
          "Stock\n"
          "RSU         2\n"
          "\n"
          "Other       3\n");
}

TEST_CASE("long titles wrap and stand on the rule") {
    Table table;
    table.columns = {{"Item"}, {"Contoso Research GmbH", Align::right}, {"Fabrikam", Align::right}};
    table.row({"Base", "$1", "$2"});
    CHECK(shown(table, 26) ==
          "       Contoso\n"
          "      Research\n"
          "Item      GmbH  Fabrikam\n"
          "────────────────────────\n"
          "Base        $1        $2\n");
}

TEST_CASE("wide characters keep the columns of a table straight") {
    Table table;
    table.columns = {{"Company"}, {"Total", Align::right}};
    table.row({"東京", "1"}).row({"cafe\u0301", "22"}).row({"👨\u200d👩\u200d👧", "333"});
    CHECK(shown(table, 80) ==
          "Company  Total\n"
          "──────────────\n"
          "東京         1\n"
          "cafe\u0301        22\n"
          "👨\u200d👩\u200d👧         333\n");
}

TEST_CASE("key columns are repeated and extra ones come last when a table is shown in parts") {
    Table table;
    table.columns = {{"Date", Align::left, Priority::key},
                     {"Grant", Align::left, Priority::extra},
                     {"Shares", Align::right},
                     {"Value", Align::right}};
    table.row({"2026-06-01", "new-hire", "353", "$60,010"});
    CHECK(shown(table, 80) ==
          "Date        Grant     Shares    Value\n"
          "─────────────────────────────────────\n"
          "2026-06-01  new-hire     353  $60,010\n");
    CHECK(shown(table, 28) ==
          "Date        Shares    Value\n"
          "───────────────────────────\n"
          "2026-06-01     353  $60,010\n"
          "\n"
          "Date        Grant\n"
          "────────────────────\n"
          "2026-06-01  new-hire\n");
}

TEST_CASE("a table without titles has no rule, and short rows are blank at their end") {
    Table table;
    table.columns = {{""}, {"", Align::right}};
    table.row({"Base", "1"}).row({"Bonus"});
    CHECK(shown(table, 80) == "Base   1\nBonus\n");
    CHECK(shown(Table(), 80).empty());
}

TEST_CASE("in a table ink lies on the text alone") {
    Table table;
    table.columns = {{"A"}, {"B", Align::right}};
    table.row({Cell("x", Tone::bad), Cell::not_applicable()}).total({"t", Cell("12", Tone::good)});
    CHECK(shown(table, 80, true) ==
          "\x1b[1mA\x1b[0m   \x1b[1mB\x1b[0m\n"
          "\x1b[2m─────\x1b[0m\n"
          "\x1b[31mx\x1b[0m   \x1b[2m–\x1b[0m\n"
          "\x1b[2m─────\x1b[0m\n"
          "\x1b[1mt\x1b[0m  \x1b[32m12\x1b[0m\n");
}
