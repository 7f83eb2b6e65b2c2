#include <offerkit/file/profiles/tax_line_reader.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/file/keys/meant.hpp>

namespace offerkit::file::detail {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::formatted;
using tax::Exact;
using tax::Kind;

/// The keys that mean something on some kinds only, and on which.
struct KeyOfKinds {
    std::string_view key;
    std::array<bool, words(model::LineKind{}).size()> kinds;
};
//                                               amount bands  steps  curve  sum    least  greatest product
constexpr std::array<KeyOfKinds, 14> keys_of_kinds{{
    {"of", {false, true, true, true, false, true, true, true}},
    {"plus", {false, false, false, false, true, false, false, false}},
    {"minus", {false, false, false, false, true, false, false, false}},
    {"value", {true, false, false, false, false, false, false, false}},
    {"taper", {true, false, false, false, false, false, false, false}},
    {"bands", {false, true, false, false, false, false, false, false}},
    {"bands_of", {false, true, false, false, false, false, false, false}},
    {"steps", {false, false, true, false, false, false, false, false}},
    {"edge", {false, false, true, false, false, false, false, false}},
    {"pieces", {false, false, false, true, false, false, false, false}},
    {"times", {false, false, false, false, false, false, false, true}},
    {"round_of", {false, true, true, true, false, false, false, true}},
    {"split", {false, true, true, true, false, false, false, true}},
    {"indexed", {true, true, false, false, false, false, false, false}},
}};

quantity::RoundingWay way_of(const View& view) {
    using Way = quantity::RoundingWay;
    const auto way = view.choice<Way>("how");
    return way ? way->value : Way::up;
}

}  // namespace

tax::Reference TaxLineReader::reference(const model::Stated<std::string>& text) const {
    const std::size_t point = text->find('.');
    return point == std::string::npos ? tax::Reference{{}, text.value, text.span}
                                      : tax::Reference{text->substr(0, point), text->substr(point + 1), text.span};
}

std::vector<tax::Reference> TaxLineReader::references(const View& view, std::string_view key) const {
    std::vector<tax::Reference> result;
    for (const auto& text : view.texts(key)) {
        result.push_back(reference(text));
    }
    return result;
}

void TaxLineReader::one_base(tax::Line& line) {
    view_.require("of", "it is made from one line or input");
    if (line.of.size() > 1) {
        context_.error(codes::form_line, view_.span("of"),
                       formatted("line `{}` is made from one line or input, not from several", line.id),
                       "add them up in a line of kind `sum`, and read that");
    }
}

std::optional<tax::Taper> TaxLineReader::read_taper() {
    const auto view = view_.table("taper");
    if (!view) {
        return std::nullopt;
    }
    const auto of = view->text("of");
    const auto from = values_.numbers(*view, "from");
    const auto rate = view->rate("rate");
    view->refuse_together("rate", {"by", "each"});
    if (!view->has("rate")) {
        view->require("by", "an amount falls by a `rate`, or `by` an amount for `each` part");
        view->require("each", "an amount falls by a `rate`, or `by` an amount for `each` part");
    }
    const auto by = values_.numbers(*view, "by");
    const auto each = values_.positive_numbers(*view, "each");
    const auto floor = values_.numbers(*view, "floor");
    if (!of || !from) {
        return std::nullopt;
    }
    tax::Taper taper{.of = reference(*of), .from = *from, .way = way_of(*view)};
    if (rate) {
        taper.rate = Exact{rate->value};
    }
    taper.by = by.value_or(taper.by);
    taper.each = each.value_or(taper.each);
    taper.floor = floor.value_or(taper.floor);
    return taper;
}

std::optional<tax::Gate> TaxLineReader::read_gate() {
    const auto view = view_.table("only");
    const auto of = view ? view->text("of") : std::nullopt;
    if (!of) {
        return std::nullopt;
    }
    const bool any = view->has("over") || view->has("from") || view->has("under") || view->has("up_to");
    if (!any) {
        context_.error(codes::missing_key, view->span(), "`only` says when a line counts, and here it does not",
                       "add `over`, `from`, `under` or `up_to`, such as `over = 161_550`");
    }
    return tax::Gate{reference(*of), values_.numbers(*view, "over"), values_.numbers(*view, "from"),
                     values_.numbers(*view, "under"), values_.numbers(*view, "up_to")};
}

std::optional<tax::Rounding> TaxLineReader::read_rounding(std::string_view key) {
    const auto view = view_.table(key);
    if (!view) {
        return std::nullopt;
    }
    const auto to = values_.positive_numbers(*view, "to");
    return to ? std::optional{tax::Rounding{*to, way_of(*view)}} : std::nullopt;
}

std::vector<tax::Piece> TaxLineReader::read_pieces() {
    std::vector<tax::Piece> pieces;
    std::vector<model::Stated<Exact>> thresholds;
    constexpr std::size_t most = std::tuple_size_v<decltype(tax::Piece::c)>;
    for (const View& view : view_.tables("pieces")) {
        tax::Piece piece;
        const auto take = [&](std::string_view key, Exact& into) {
            if (const Node* node = view.find(key)) {
                into = values_.number_of(*node, view, key).value_or(into);
            }
        };
        take("from", piece.from);
        take("origin", piece.origin);
        take("unit", piece.unit);
        if (piece.unit <= Exact{}) {
            context_.error(codes::bad_number, view.span("unit"), "`unit` is above 0", "write `unit = 1`");
            piece.unit = Exact{1};
        }
        if (const Node* node = view.find("c")) {
            const std::vector<Node> one{*node};
            const auto& list = node->kind == NodeKind::list ? node->items : one;
            if (list.empty() || list.size() > most) {
                context_.error(codes::form_line, node->span, "a piece has one to three coefficients",
                               literal::write_sample(*find_field(view.schema(), "c")));
                continue;
            }
            for (std::size_t i = 0; i < list.size(); ++i) {
                piece.c.at(i) = values_.number_of(list[i], view, "c").value_or(Exact{});
            }
        }
        thresholds.push_back({piece.from, view.span("from")});
        pieces.push_back(piece);
    }
    return values_.in_order(thresholds, "pieces") ? pieces : std::vector<tax::Piece>{};
}

void TaxLineReader::read_amount(tax::Line& line) {
    view_.require("value", "an `amount` is a number");
    line.value = values_.numbers(view_, "value").value_or(line.value);
    line.taper = read_taper();
}

void TaxLineReader::read_bands(tax::Line& line) {
    if (view_.exactly_one({"bands", "bands_of"}) == "bands") {
        line.rows = values_.rows("bands", true).value_or(line.rows);
    } else {
        line.bands_of = text_or_empty(view_, "bands_of");
    }
}

void TaxLineReader::read_product(tax::Line& line) {
    view_.require("times", "a `product` has two sides");
    const auto times = view_.text("times");
    if (!times) {
        return;
    }
    // A rate begins with a digit or its sign, a name does not.
    if (times->value.find_first_of("0123456789+-.") == 0) {
        line.rate = values_.rate_of(*view_.find("times"), "times");
    } else {
        line.times = reference(*times);
    }
}

void TaxLineReader::refuse_others(Kind kind) {
    for (const KeyOfKinds& one : keys_of_kinds) {
        if (!one.kinds[static_cast<std::size_t>(kind)]) {
            view_.refuse(one.key, formatted("has no meaning on a line of kind `{}`", word(kind)));
        }
    }
}

void TaxLineReader::read_kind(tax::Line& line) {
    refuse_others(line.kind);
    switch (line.kind) {
        case Kind::amount: read_amount(line); break;
        case Kind::bands:
            one_base(line);
            read_bands(line);
            break;
        case Kind::steps:
            one_base(line);
            view_.require("steps", "it gives the row in force");
            line.rows = values_.rows("steps", false).value_or(line.rows);
            if (const auto edge = view_.one_of("edge")) {
                line.at_edge = edge->value == "from";
            }
            break;
        case Kind::curve:
            one_base(line);
            view_.require("pieces", "a `curve` has at least one");
            line.pieces = read_pieces();
            break;
        case Kind::sum:
            if (line.plus.empty() && line.minus.empty()) {
                view_.require("plus", "a `sum` has something to add");
            }
            break;
        case Kind::least:
        case Kind::greatest: view_.require("of", "it is one of some lines"); break;
        case Kind::product:
            one_base(line);
            read_product(line);
            break;
    }
}

void TaxLineReader::read_common(tax::Line& line) {
    if (view_.has("only")) {
        line.only = read_gate();
    }
    line.at_least = values_.numbers(view_, "at_least");
    line.at_most = values_.numbers(view_, "at_most");
    line.round = read_rounding("round");
    line.round_of = read_rounding("round_of");
    line.split = values_.positive_numbers(view_, "split");
    line.indexed = read_rounding("indexed");
    if (const auto component = text_or_empty(view_, "is"); !component.empty()) {
        line.is = from_word<tax::Component>(component);
        if (!line.is) {
            context_.error(literal::choice(*view_.find("is"), *find_field(view_.schema(), "is")).error(),
                           view_.span("is"));
        }
    }
    const auto deductible = view_.boolean("deductible");
    line.deductible = deductible && deductible->value;
    line.label = text_or_empty(view_, "label");
    line.note = text_or_empty(view_, "note");
    line.source = text_or_empty(view_, "source");
    if (line.source.empty()) {
        line.source = form_.header.source;
    }
}

std::optional<tax::Line> TaxLineReader::run() {
    const auto id = view_.text("id");
    const auto kind = view_.text("kind");
    if (!id || !kind) {
        view_.require("kind");
        return std::nullopt;
    }
    const auto meaning = from_word<Kind>(kind->value);
    if (!meaning) {
        context_.error(literal::choice(*view_.find("kind"), *find_field(view_.schema(), "kind")).error(), kind->span);
        return std::nullopt;
    }
    const bool plain = !id->value.empty() && std::all_of(id->value.begin(), id->value.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
    const bool is_input = from_word<tax::Input>(id->value).has_value();
    if (!plain || is_input) {
        context_.error(codes::form_line, id->span,
                       formatted("`{}` is {}", id->value, is_input ? "the name of an input" : "no name of a line"),
                       "a line is called by small letters, digits and `_`, such as `taxable_income`");
        return std::nullopt;
    }
    tax::Line line{.id = id->value,
                   .kind = *meaning,
                   .per_earner = form_.of_person || view_.has("per"),
                   .of = references(view_, "of"),
                   .plus = references(view_, "plus"),
                   .minus = references(view_, "minus"),
                   .standing = written_.standing,
                   .table_year = written_.table_year,
                   .span = id->span};
    read_kind(line);
    read_common(line);
    return line;
}

}  // namespace offerkit::file::detail
