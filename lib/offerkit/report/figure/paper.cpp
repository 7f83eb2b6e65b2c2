#include <offerkit/report/figure/paper.hpp>

#include <utility>

namespace offerkit::report {

PaperSection& PaperSection::add(const Page& page) {
    for (const auto& block : page.blocks) {
        const auto* own = std::get_if<Heading>(&block);
        if (own == nullptr || own->level > 1) {
            parts.emplace_back(block);
        }
    }
    return *this;
}

PaperSection& PaperSection::text(std::string text) {
    return add(Block{Paragraph{std::move(text), ParagraphKind::plain}});
}

PaperSection& PaperSection::add(Figure figure) {
    parts.emplace_back(std::move(figure));
    return *this;
}

PaperSection& PaperSection::add(Choices choices) {
    parts.emplace_back(std::move(choices));
    return *this;
}

PaperSection& PaperSection::add(Block block) {
    parts.emplace_back(std::move(block));
    return *this;
}

}  // namespace offerkit::report
