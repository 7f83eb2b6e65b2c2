#include <offerkit/render/html/html.hpp>
#include <offerkit/render/html/script.hpp>

#include "support/catch.hpp"
#include "support/files.hpp"
#include "support/shell.hpp"

using namespace offerkit::report;
using offerkit::render::to_html;

namespace {

std::string body_of(const std::string& html) { return html.substr(html.find("<body>")); }

/// By another program than ours, in hexadecimal digits.
std::string sha256_of(const std::string& text) {
    const support::ScratchFolder folder;
    folder.write("text", text);
    const auto outcome = support::shell("sha256sum text", folder.path());
    REQUIRE(outcome.status == 0);
    return outcome.text.substr(0, 64);
}

std::string in_base_64(const std::string& hex) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const auto bit = [&](std::size_t at) {
        constexpr std::string_view digits = "0123456789abcdef";
        return at < 4 * hex.size() ? digits.find(hex[at / 4]) >> (3 - at % 4) & 1U : 0U;
    };
    std::string out;
    for (std::size_t at = 0; at < 4 * hex.size(); at += 6) {
        std::size_t value = 0;
        for (std::size_t i = 0; i < 6; ++i) {
            value = 2 * value + bit(at + i);
        }
        out += letters[value];
    }
    out.append((4 - out.size() % 4) % 4, '=');
    return out;
}

}  // namespace

TEST_CASE("a page in HTML is a whole document that loads nothing") {
    const auto html = to_html(Page().title("Northwind AI").text("All of it."));
    CHECK(html.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n"));
    CHECK(html.find("content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\"") !=
          std::string::npos);
    CHECK(html.find("<title>Northwind AI</title>") != std::string::npos);
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("src=") == std::string::npos);
    CHECK(body_of(html) == "<body>\n<main>\n<h1>Northwind AI</h1>\n<p>All of it.</p>\n</main>\n</body>\n</html>\n");
}

TEST_CASE("a table in HTML names its rows and columns, and marks totals and gaps") {
    Table table{{{""}, {"Net", Align::decimal}}, {}, "Pay"};
    table.heading("Paid").row({"Year 1", Cell("10.50", Tone::good)});
    table.total({"Total", "10.50"}).separator().row({"Rank", Cell::not_applicable()});
    const auto html = body_of(to_html(Page().add(table)));
    CHECK(html.find("role=\"region\" aria-label=\"Pay\"") != std::string::npos);
    CHECK(html.find("<caption>Pay</caption>") != std::string::npos);
    CHECK(html.find("<tr><td></td><th scope=\"col\" class=\"r\">Net</th></tr>") != std::string::npos);
    CHECK(html.find("<tr class=\"head\"><th colspan=\"2\">Paid</th></tr>") != std::string::npos);
    CHECK(html.find("<tr><th scope=\"row\">Year 1</th><td class=\"r good\">10.50</td></tr>") != std::string::npos);
    CHECK(html.find("<tr class=\"total\"><th scope=\"row\">Total</th><td class=\"r\">10.50</td></tr>") !=
          std::string::npos);
    CHECK(html.find("<tr class=\"apart\"><th scope=\"row\">Rank</th><td class=\"r\">–</td></tr>") != std::string::npos);
}

TEST_CASE("whatever a person wrote comes out as text, in every block") {
    const std::string evil = "</title><script>x()</script>\" onload='y'\x07";
    Page page;
    page.title(evil).text(evil).note(evil).warning(evil).list({evil}).facts({{evil, Cell(evil)}});
    Table table{{{evil}, {evil}}, {}, evil};
    table.heading(evil).row({Cell(evil), Cell(evil)});
    page.add(table);
    page.add(Bars{{evil}, {{evil, {1}, evil}}, 0, evil});
    page.add(Chart{{{evil, 1, Fill::light}}, {{Fill::light, evil}}, evil, evil});
    PaperSection section{"all", evil, {}};
    section.add(page).add(Figure{.title = evil,
                                 .description = evil,
                                 .unit = evil,
                                 .notes = {evil},
                                 .drawing = Intervals{{{evil, 1, 2, 3, 4, 5, evil}}},
                                 .table = table});
    section.add(Choices{evil, {{evil, page.blocks}}});
    const auto own = to_html(Paper{"", "", {}, ""});
    const std::string script = own.substr(own.find("<script>"));
    auto paper = to_html(Paper{evil, evil, {section}, evil});
    REQUIRE(paper.ends_with(script));
    paper.erase(paper.size() - script.size());
    for (const auto& html : {to_html(page), paper}) {
        CHECK(html.find("<script") == std::string::npos);
        CHECK(html.find("onload='") == std::string::npos);
        CHECK(html.find('\x07') == std::string::npos);
        CHECK(html.find("&lt;script&gt;x()&lt;/script&gt;&quot; onload=&#39;y&#39;\\x07") != std::string::npos);
        const auto title = html.find("</title>");
        CHECK(html.substr(title).starts_with("</title>\n<style>"));
    }
}

TEST_CASE("a paper lists its sections, and each chart has its table behind it") {
    Table table{{{"Offer"}, {"Total", Align::right}}, {}, ""};
    table.row({"Northwind", "10"});
    PaperSection section{"years", "Money by year", {}};
    section.add(Figure{.title = "Money",
                       .description = "One column.",
                       .unit = "USD",
                       .drawing = StackedColumns{{{"base"}}, {{"Northwind", {{"1", {10}, "year 1"}}}}},
                       .table = table});
    const auto html = body_of(to_html(Paper{"Two offers", "As of a day.", {section}, "The end."}));
    CHECK(html.find("<li><a href=\"#years\">Money by year</a></li>") != std::string::npos);
    CHECK(html.find("<section id=\"years\" class=\"years\">\n<h2>Money by year</h2>\n<figure>") != std::string::npos);
    CHECK(html.find("<details>\n<summary>The figures behind it</summary>\n<div class=\"scroll\"") != std::string::npos);
    CHECK(html.find("<footer class=\"closing\">\n<p>The end.</p>") != std::string::npos);
}

TEST_CASE("a paper runs its own script, which its policy names by its bytes, and no other") {
    const auto html = to_html(Paper{"Two offers", "", {}, ""});
    const auto begin = html.find("<script>") + 8;
    const std::string script = html.substr(begin, html.find("</script>") - begin);
    CHECK(html.find("script-src 'sha256-" + in_base_64(sha256_of(script)) + "'; ") < begin);
    CHECK(html.find("<script", begin) == std::string::npos);
    CHECK(script.find("</") == std::string::npos);
    for (const auto* const loads : {"http", "fetch", "import", "XMLHttpRequest", "eval", "innerHTML"}) {
        CHECK(script.find(loads) == std::string::npos);
    }
}

TEST_CASE("choices stand one below the other for those who cannot switch") {
    PaperSection section{"answer", "The answer", {}};
    section.add(Choices{"By definition",
                        {{"First year", Page().text("one").blocks}, {"Annualized", Page().text("two").blocks}}});
    const auto html = body_of(to_html(Paper{"Two offers", "", {section}, ""}));
    CHECK(html.find("<div class=\"choices\" role=\"group\" aria-labelledby=\"answer-1\">\n"
                    "<h3 id=\"answer-1\">By definition</h3>\n"
                    "<div class=\"choice\">\n<h4>First year</h4>\n<p>one</p>\n</div>\n"
                    "<div class=\"choice\">\n<h4>Annualized</h4>\n<p>two</p>\n</div>\n</div>\n") != std::string::npos);
}

TEST_CASE("words between backticks are code, and a lone backtick is itself") {
    const auto html = to_html(Page().text("say `decide <x>` or ` not\nnext"));
    CHECK(html.find("<p>say <code>decide &lt;x&gt;</code> or ` not<br>\nnext</p>") != std::string::npos);
}

TEST_CASE("no text becomes markup or a control character, whatever it is") {
    support::holds("any bytes in a heading, a cell and a chart", [] {
        const std::string text = *rc::gen::container<std::string>(
            rc::gen::oneOf(rc::gen::arbitrary<char>(), rc::gen::elementOf(std::string("<>&\"'`/!-\n\x1b"))));
        Page page;
        page.title("t").text(text).add(Bars{{text}, {{text, {1}, text}}, 0, text});
        const auto html = to_html(page);
        const auto plain = to_html(Page().title("t").text("").add(Bars{{""}, {{"", {1}, ""}}, 0, ""}));
        std::size_t opened = 0;
        std::size_t without = 0;
        for (const char c : html) {
            RC_ASSERT(c == '\n' || static_cast<unsigned char>(c) >= 0x20);
            opened += c == '<' ? 1 : 0;
        }
        for (const char c : plain) {
            without += c == '<' ? 1 : 0;
        }
        // Beside its own elements a page has only `<br>` and `<code>`, and a caption where there is one.
        std::size_t own = 0;
        for (const std::string_view tag : {"<br>", "<code>", "</code>"}) {
            for (auto at = html.find(tag); at != std::string::npos; at = html.find(tag, at + 1)) {
                ++own;
            }
        }
        RC_ASSERT(opened == without + own + (text.empty() ? 0U : 2U));
    });
}
