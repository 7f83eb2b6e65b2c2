#include <offerkit/render/html/html.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include <offerkit/render/html/blocks.hpp>
#include <offerkit/render/html/script.hpp>
#include <offerkit/render/html/style.hpp>
#include <offerkit/render/svg/escape.hpp>
#include <offerkit/render/svg/figure.hpp>

namespace offerkit::render {
namespace {

using namespace report;

/// What a document may run: nothing, or the script of papers and nothing else.
enum class Runs { nothing, page_script };

std::string document(std::string_view title, std::string_view body, Runs runs = Runs::nothing) {
    std::string out =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; ";
    out += runs == Runs::page_script ? "script-src '" + std::string(page_script_source) + "'; " : "";
    out +=
        "base-uri 'none'; form-action 'none'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"generator\" content=\"offerkit\">\n<title>";
    out += markup_text(title);
    out += "</title>\n<style>\n";
    out += figure_style();
    out += page_style();
    out += "</style>\n</head>\n<body>\n";
    out += body;
    if (runs == Runs::page_script) {
        out += "<script>" + std::string(page_script()) + "</script>\n";
    }
    return out + "</body>\n</html>\n";
}

/// All of them, one below the other; the script of the page lets a reader pick one.
std::string choices_of(const Choices& choices, const std::string& id) {
    std::string out = "<div class=\"choices\" role=\"group\" aria-labelledby=\"" + id + "\">\n<h3 id=\"" + id + "\">" +
                      html_text(choices.title) + "</h3>\n";
    for (std::size_t i = 0; i < choices.choices.size(); ++i) {
        const auto& choice = choices.choices[i];
        out += "<div class=\"choice\">\n<h4>" + html_text(choice.name) + "</h4>\n";
        for (const auto& block : choice.blocks) {
            out += html_block(block, id + "-" + std::to_string(i + 1));
        }
        out += "</div>\n";
    }
    return out + "</div>\n";
}

std::string part_of(const PaperPart& part, const std::string& id) {
    if (const auto* figure = std::get_if<Figure>(&part)) {
        return html_figure(*figure, id);
    }
    if (const auto* choices = std::get_if<Choices>(&part)) {
        return choices_of(*choices, id);
    }
    return html_block(std::get<Block>(part), id);
}

}  // namespace

std::string to_html(const Page& page) {
    std::string title;
    std::string body = "<main>\n";
    for (std::size_t i = 0; i < page.blocks.size(); ++i) {
        if (const auto* heading = std::get_if<Heading>(&page.blocks[i]); heading != nullptr && title.empty()) {
            title = heading->text;
        }
        body += html_block(page.blocks[i], "part-" + std::to_string(i + 1));
    }
    return document(title.empty() ? "offerkit" : title, body + "</main>\n");
}

std::string to_html(const Paper& paper) {
    std::string body = "<header>\n<h1>" + html_text(paper.title) + "</h1>\n";
    if (!paper.under_title.empty()) {
        body += "<p class=\"under\">" + html_text(paper.under_title) + "</p>\n";
    }
    body += "<nav aria-label=\"Sections\">\n<ul>\n";
    for (const auto& section : paper.sections) {
        body += "<li><a href=\"#" + section.id + "\">" + html_text(section.heading) + "</a></li>\n";
    }
    body += "</ul>\n</nav>\n</header>\n<main>\n";
    for (const auto& section : paper.sections) {
        body += "<section id=\"" + section.id + "\" class=\"" + section.id + "\">\n<h2>" + html_text(section.heading) +
                "</h2>\n";
        for (std::size_t i = 0; i < section.parts.size(); ++i) {
            body += part_of(section.parts[i], section.id + "-" + std::to_string(i + 1));
        }
        body += "</section>\n";
    }
    body += "</main>\n";
    if (!paper.closing.empty()) {
        body += "<footer class=\"closing\">\n<p>" + html_text(paper.closing) + "</p>\n</footer>\n";
    }
    return document(paper.title, body, Runs::page_script);
}

}  // namespace offerkit::render
