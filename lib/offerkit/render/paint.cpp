#include <offerkit/render/paint.hpp>

#include <array>

#include <offerkit/diagnostic/text.hpp>

namespace offerkit::render {
namespace {

std::string_view sequence(Ink ink) {
    switch (ink) {
        case Ink::plain: return "";
        case Ink::bold: return "\x1b[1m";
        case Ink::dim: return "\x1b[2m";
        case Ink::red: return "\x1b[31m";
        case Ink::green: return "\x1b[32m";
        case Ink::yellow: return "\x1b[33m";
        case Ink::blue: return "\x1b[34m";
        case Ink::magenta: return "\x1b[35m";
        case Ink::cyan: return "\x1b[36m";
        case Ink::bold_red: return "\x1b[1;31m";
        case Ink::bold_yellow: return "\x1b[1;33m";
        case Ink::bold_cyan: return "\x1b[1;36m";
    }
    return "";
}

}  // namespace

std::string painted(std::string_view safe_text, Ink ink, const Screen& screen) {
    if (!screen.colour || ink == Ink::plain || safe_text.empty()) {
        return std::string(safe_text);
    }
    std::string out(sequence(ink));
    out += safe_text;
    out += "\x1b[0m";
    return out;
}

Ink ink_of(report::Tone tone) {
    switch (tone) {
        case report::Tone::normal: return Ink::plain;
        case report::Tone::strong: return Ink::bold;
        case report::Tone::good: return Ink::green;
        case report::Tone::bad: return Ink::red;
        case report::Tone::dim: return Ink::dim;
    }
    return Ink::plain;
}

std::string safe(std::string_view text, const Screen& screen) {
    return screen.unicode ? diagnostic::visible(text) : diagnostic::to_ascii(text);
}

std::string safe_lines(std::string_view text, const Screen& screen) {
    std::string out;
    for (;;) {
        const std::size_t end = text.find('\n');
        out += safe(text.substr(0, end), screen);
        if (end == std::string_view::npos) {
            return out;
        }
        out += '\n';
        text.remove_prefix(end + 1);
    }
}

const Signs& signs(const Screen& screen) {
    static constexpr Signs unicode{"─", "•", "–", "│", "└"};
    static constexpr Signs ascii{"-", "*", "-", "|", "+"};
    return screen.unicode ? unicode : ascii;
}

std::string_view segment_sign(std::size_t index, const Screen& screen) {
    static constexpr std::array<std::string_view, 7> unicode{"█", "▓", "▒", "░", "▪", "▫", "·"};
    static constexpr std::array<std::string_view, 7> ascii{"#", "=", "+", "-", "o", ":", "."};
    return screen.unicode ? unicode[index % unicode.size()] : ascii[index % ascii.size()];
}

Ink segment_ink(std::size_t index) {
    static constexpr std::array<Ink, 7> inks{Ink::blue,    Ink::cyan, Ink::green, Ink::yellow,
                                             Ink::magenta, Ink::red,  Ink::plain};
    return inks[index % inks.size()];
}

std::string_view fill_sign(report::Fill fill, const Screen& screen) {
    switch (fill) {
        case report::Fill::solid: return screen.unicode ? "█" : "#";
        case report::Fill::light: return screen.unicode ? "░" : "-";
        case report::Fill::dotted: return screen.unicode ? "·" : ".";
    }
    return " ";
}

std::string repeated(std::string_view sign, std::size_t count) {
    std::string out;
    out.reserve(sign.size() * count);
    for (std::size_t i = 0; i < count; ++i) {
        out += sign;
    }
    return out;
}

std::string finished_line(std::string line) {
    while (line.ends_with(' ')) {
        line.pop_back();
    }
    line += '\n';
    return line;
}

}  // namespace offerkit::render
