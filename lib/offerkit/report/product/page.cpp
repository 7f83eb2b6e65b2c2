#include <offerkit/report/product/page.hpp>

#include <iterator>

#include <offerkit/contract.hpp>

namespace offerkit::report {

Cell Cell::not_applicable() {
    Cell cell;
    cell.applies = false;
    return cell;
}

Row Row::heading(std::string text) { return {RowKind::heading, {Cell(std::move(text), Tone::strong)}}; }

Table& Table::row(std::vector<Cell> cells) {
    expects(cells.size() <= columns.size());
    rows.emplace_back(std::move(cells));
    return *this;
}

Table& Table::total(std::vector<Cell> cells) {
    expects(cells.size() <= columns.size());
    rows.push_back(Row::total(std::move(cells)));
    return *this;
}

Table& Table::heading(std::string text) {
    rows.push_back(Row::heading(std::move(text)));
    return *this;
}

Table& Table::separator() {
    rows.push_back(Row::separator());
    return *this;
}

Page& Page::title(std::string text) { return add(Heading{std::move(text), 1}); }
Page& Page::heading(std::string text) { return add(Heading{std::move(text), 2}); }
Page& Page::subheading(std::string text) { return add(Heading{std::move(text), 3}); }
Page& Page::text(std::string text) { return add(Paragraph{std::move(text), ParagraphKind::plain}); }
Page& Page::note(std::string text) { return add(Paragraph{std::move(text), ParagraphKind::note}); }
Page& Page::warning(std::string text) { return add(Paragraph{std::move(text), ParagraphKind::warning}); }
Page& Page::facts(std::vector<Fact> facts) { return add(Facts{std::move(facts)}); }
Page& Page::list(std::vector<std::string> items, bool numbered) { return add(List{std::move(items), numbered}); }

Page& Page::add(Block block) {
    blocks.push_back(std::move(block));
    return *this;
}

Page& Page::append(Page other) {
    blocks.insert(blocks.end(), std::make_move_iterator(other.blocks.begin()),
                  std::make_move_iterator(other.blocks.end()));
    return *this;
}

}  // namespace offerkit::report
