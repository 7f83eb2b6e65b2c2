#include <cli/help/roff.hpp>

#include <algorithm>

namespace offerkit::cli {

namespace {

/// Lines of at most 80 bytes, broken at spaces; what is bold stays so over a break.
std::string filled(std::string_view text) {
    constexpr std::size_t most = 78;
    std::string out;
    std::size_t taken = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        // A word at the beginning of a line must not look like a request.
        const std::string_view guard = text.front() == '.' ? "\\&" : "";
        if (taken > 0) {
            const bool fits = taken + 1 + guard.size() + end <= most;
            out += fits ? ' ' : '\n';
            taken = fits ? taken + 1 : 0;
        }
        out += taken == 0 ? guard : "";
        out += text.substr(0, end);
        taken += end;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out + "\n";
}

}  // namespace

std::string roff(std::string_view text) {
    std::string out;
    bool bold = false;
    for (const char c : text) {
        switch (c) {
            case '\\': out += "\\e"; break;
            case '-': out += "\\-"; break;
            case '"': out += "\\(dq"; break;
            case '\'': out += "\\(aq"; break;
            case '~': out += "\\(ti"; break;
            case '^': out += "\\(ha"; break;
            case '`':
                out += bold ? "\\fR" : "\\fB";
                bold = !bold;
                break;
            default: out += c;
        }
    }
    return out;
}

std::string roff_sentences(std::string_view text) {
    std::string out;
    for (;;) {
        const std::size_t end = text.find(". ");
        if (end == std::string_view::npos) {
            return out + filled(roff(text));
        }
        out += filled(roff(text.substr(0, end + 1)));
        text.remove_prefix(end + 2);
    }
}

std::string roff_bold(std::string_view text) { return "\\fB" + roff(text) + "\\fR"; }
std::string roff_italic(std::string_view text) { return "\\fI" + roff(text) + "\\fR"; }

std::string roff_item(const std::string& label, std::string_view meaning) {
    return ".TP\n" + label + "\n" + roff_sentences(meaning);
}

}  // namespace offerkit::cli
