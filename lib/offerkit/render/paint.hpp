#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <offerkit/report/product/page.hpp>

namespace offerkit::render {

/// What the place that is written to can show. See process.hpp for how it is found out.
struct Screen {
    std::size_t width = 100;  ///< columns
    bool colour = false;
    bool unicode = true;  ///< false: only ASCII may be written

    friend bool operator==(const Screen&, const Screen&) = default;
};

/// The few inks in use. They are the sixteen colours that every terminal's own theme defines.
enum class Ink { plain, bold, dim, red, green, yellow, blue, magenta, cyan, bold_red, bold_yellow, bold_cyan };

/// `safe_text` in an ink when the screen has colour, as it is otherwise. Escapes nothing.
[[nodiscard]] std::string painted(std::string_view safe_text, Ink ink, const Screen& screen);

[[nodiscard]] Ink ink_of(report::Tone tone);

/// `text` as this screen may show it: control and bidirectional characters escaped, ASCII only where the screen asks.
[[nodiscard]] std::string safe(std::string_view text, const Screen& screen);

/// The same for a text of several lines: its newlines are kept, for `diagnostic::wrapped` to break at.
[[nodiscard]] std::string safe_lines(std::string_view text, const Screen& screen);

/// The signs that the renderers draw with.
struct Signs {
    std::string_view rule;
    std::string_view bullet;
    std::string_view none;  ///< a cell that does not apply
    std::string_view axis;
    std::string_view corner;
};
[[nodiscard]] const Signs& signs(const Screen& screen);

/// The sign of the n-th segment of a bar: darkest first, so that the parts differ without colour too.
[[nodiscard]] std::string_view segment_sign(std::size_t index, const Screen& screen);
[[nodiscard]] Ink segment_ink(std::size_t index);

[[nodiscard]] std::string_view fill_sign(report::Fill fill, const Screen& screen);

/// `sign`, `count` times.
[[nodiscard]] std::string repeated(std::string_view sign, std::size_t count);

/// `line` without spaces at its end, then a newline.
[[nodiscard]] std::string finished_line(std::string line);

}  // namespace offerkit::render
