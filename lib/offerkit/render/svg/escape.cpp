#include <offerkit/render/svg/escape.hpp>

#include <offerkit/diagnostic/text.hpp>

namespace offerkit::render {

std::string markup_text(std::string_view text) {
    std::string out;
    for (const char c : diagnostic::visible(text)) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += c; break;
        }
    }
    return out;
}

}  // namespace offerkit::render
