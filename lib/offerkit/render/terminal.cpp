#include <offerkit/render/terminal.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

#include <offerkit/diagnostic/text.hpp>
#include <offerkit/render/terminal_blocks.hpp>

namespace offerkit::render {
namespace {

using namespace report;

constexpr std::size_t readable_width = 100;

/// Text after a lead such as `Note: ` or a bullet, its further lines indented to the same column.
std::string hanging_text(std::string_view lead, Ink lead_ink, std::string_view text, const Screen& screen) {
    const std::size_t indent = diagnostic::display_width(lead);
    const std::size_t width = std::min(screen.width, readable_width);
    const auto lines = diagnostic::wrapped(safe_lines(text, screen), width > indent ? width - indent : 1);
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        out += finished_line((i == 0 ? painted(lead, lead_ink, screen) : std::string(indent, ' ')) + lines[i]);
    }
    return out;
}

class LinesOfBlock {
public:
    explicit LinesOfBlock(const Screen& screen) : screen_(screen) {}

    std::string operator()(const Heading& heading) const {
        const std::string text = safe(heading.text, screen_);
        std::string out;
        std::size_t longest = 0;
        for (const auto& line : diagnostic::wrapped(text, screen_.width)) {
            out += finished_line(painted(line, heading.level <= 2 ? Ink::bold : Ink::plain, screen_));
            longest = std::max(longest, diagnostic::display_width(line));
        }
        if (heading.level <= 1) {
            out += painted(repeated(signs(screen_).rule, longest), Ink::dim, screen_) + "\n";
        }
        return out;
    }

    std::string operator()(const Paragraph& paragraph) const {
        switch (paragraph.kind) {
            case ParagraphKind::plain: return hanging_text("", Ink::plain, paragraph.text, screen_);
            case ParagraphKind::note: return hanging_text("Note: ", Ink::cyan, paragraph.text, screen_);
            case ParagraphKind::warning: return hanging_text("Warning: ", Ink::bold_yellow, paragraph.text, screen_);
        }
        return {};
    }

    std::string operator()(const Facts& facts) const {
        std::size_t key_width = 0;
        for (const auto& fact : facts.facts) {
            key_width = std::max(key_width, diagnostic::display_width(safe(fact.key, screen_)));
        }
        key_width = std::min(key_width, std::max<std::size_t>(screen_.width / 3, 1));
        const std::size_t width = std::min(screen_.width, readable_width);
        const std::size_t room = width > key_width + 2 ? width - key_width - 2 : 1;
        std::string out;
        for (const auto& fact : facts.facts) {
            const auto keys = diagnostic::wrapped(safe(fact.key, screen_), key_width);
            const auto values = diagnostic::wrapped(
                fact.value.applies ? safe_lines(fact.value.text, screen_) : std::string(signs(screen_).none), room);
            for (std::size_t i = 0; i < std::max(keys.size(), values.size()); ++i) {
                const std::string key = i < keys.size() ? keys[i] : "";
                const std::string value = i < values.size() ? values[i] : "";
                const std::size_t taken = diagnostic::display_width(key);
                out += finished_line(painted(key, Ink::dim, screen_) + std::string(key_width + 2 - taken, ' ') +
                                     painted(value, fact.value.applies ? ink_of(fact.value.tone) : Ink::dim, screen_));
            }
        }
        return out;
    }

    std::string operator()(const Table& table) const { return table_text(table, screen_); }
    std::string operator()(const Bars& bars) const { return bars_text(bars, screen_); }
    std::string operator()(const Chart& chart) const { return chart_text(chart, screen_); }
    std::string operator()(const Intervals& intervals) const { return intervals_text(intervals, screen_); }

    std::string operator()(const List& list) const {
        std::string out;
        const std::size_t digits = std::to_string(list.items.size()).size();
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            const std::string lead = list.numbered ? diagnostic::padded_left(std::to_string(i + 1), digits) + ". "
                                                   : std::string(signs(screen_).bullet) + " ";
            out += hanging_text(lead, Ink::dim, list.items[i], screen_);
        }
        return out;
    }

private:
    const Screen& screen_;
};

}  // namespace

std::string to_terminal(const Page& page, const Screen& screen) {
    std::string out;
    bool under_heading = true;
    for (const auto& block : page.blocks) {
        const std::string text = std::visit(LinesOfBlock(screen), block);
        if (text.empty()) {
            continue;
        }
        // A section's heading stands directly on its content; everything else is set apart by a blank line.
        out += under_heading ? "" : "\n";
        out += text;
        const auto* heading = std::get_if<Heading>(&block);
        under_heading = heading != nullptr && heading->level > 1;
    }
    return out;
}

}  // namespace offerkit::render
