#include <cli/session/one_screen.hpp>

#include <algorithm>
#include <string>

#include <cli/session/answer.hpp>
#include <offerkit/render/terminal.hpp>

namespace offerkit::cli {

namespace {

// Longer lines of words are hard to read.
constexpr std::size_t widest_line = 100;

}  // namespace

bool in_full(const Invocation& invocation) noexcept {
    return invocation.detail || invocation.explain || invocation.format == Format::xlsx;
}

std::size_t width_of(const Invocation& invocation) {
    return invocation.format == Format::table ? output_screen(invocation).width : 0;
}

bool fits_one_screen(const report::Page& page, const Invocation& invocation, std::size_t offers) {
    // Rows of a terminal as they were first made, and as many still are.
    const std::ptrdiff_t rows = offers <= 3 ? 24 : 30;
    const std::string text = render::to_terminal(page, output_screen(invocation));
    return std::count(text.begin(), text.end(), '\n') <= rows;
}

report::Page one_screen(const report::FirstScreen& screen, const Invocation& invocation, std::size_t offers,
                        const report::Page& below) {
    const auto with = [&](std::size_t most, std::size_t width) {
        report::Page page = screen.page(most, width);
        return page.append(below);
    };
    if (invocation.format != Format::table) {
        return with(screen.pieces(), 0);
    }
    constexpr std::size_t fewest = 3;
    const std::size_t width = std::min(output_screen(invocation).width, widest_line);
    for (std::size_t most = screen.pieces();;) {
        report::Page page = with(most, width);
        if (most <= fewest || fits_one_screen(page, invocation, offers)) {
            return page;
        }
        most -= 1;
    }
}

}  // namespace offerkit::cli
