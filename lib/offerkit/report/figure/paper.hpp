#pragma once

#include <string>
#include <variant>
#include <vector>

#include <offerkit/report/figure/figure.hpp>
#include <offerkit/report/product/page.hpp>

namespace offerkit::report {

/// One way to see something, under its name.
struct Choice {
    std::string name{};
    std::vector<Block> blocks{};
};
/// The same thing seen in several ways. Where a reader can switch, the first is shown; else all, one below the other.
struct Choices {
    std::string title{};
    std::vector<Choice> choices{};
};

/// A part of a paper: a block of a page, a chart, or what can be switched.
using PaperPart = std::variant<Block, Figure, Choices>;

struct PaperSection {
    std::string id{};       ///< of letters a to z and `-`, unique in its paper
    std::string heading{};  ///< empty: no heading
    std::vector<PaperPart> parts{};

    /// Appends the blocks of a page, headings of level 1 left out: the paper has its own.
    PaperSection& add(const Page& page);
    PaperSection& text(std::string text);
    PaperSection& add(Figure figure);
    PaperSection& add(Choices choices);
    PaperSection& add(Block block);
};

/// A document of sections with charts, to be read on a screen or on paper.
struct Paper {
    std::string title{};
    std::string under_title{};  ///< a line below it; empty: none
    std::vector<PaperSection> sections{};
    std::string closing{};  ///< small print at the end; empty: none
};

}  // namespace offerkit::report
