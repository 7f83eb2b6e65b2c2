#include <offerkit/render/html/html.hpp>

#include <cstddef>
#include <string_view>
#include <variant>

#include <offerkit/render/html/blocks.hpp>
#include <offerkit/render/html/style.hpp>
#include <offerkit/render/svg/escape.hpp>
#include <offerkit/render/svg/figure.hpp>

namespace offerkit::render {
namespace {

using namespace report;

std::string document(std::string_view title, std::string_view body) {
    std::string out =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        "base-uri 'none'; form-action 'none'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"generator\" content=\"offerkit\">\n<title>";
    out += markup_text(title);
    out += "</title>\n<style>\n";
    out += figure_style();
    out += page_style();
    out += "</style>\n</head>\n<body>\n";
    out += body;
    return out + "</body>\n</html>\n";
}

std::string part_of(const PaperPart& part, const std::string& id) {
    const auto* figure = std::get_if<Figure>(&part);
    return figure != nullptr ? html_figure(*figure, id) : html_block(std::get<Block>(part), id);
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
    return document(paper.title, body);
}

}  // namespace offerkit::render
