#include <offerkit/file/profiles/tax_line_reader.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/diagnostic/text.hpp>

namespace offerkit::file::detail {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::ticked;
using model::Accepts;
using model::Field;
using tax::Exact;
using tax::Kind;

std::string write(std::string_view key, const Field& field) {
    return "write `" + std::string{key} + " = " + std::string{field.sample} + "`";
}

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

std::optional<Exact> TaxLineReader::number_of(const Node& node, const View& view, std::string_view key) {
    Field field = *find_field(view.schema(), key);
    // A decimal may stand in quotation marks, where it is read as exactly as without them.
    if (node.kind == NodeKind::text && model::accepts(field.accepts, Accepts::text)) {
        if (const auto value = quantity::parse_decimal(node.text)) {
            return Exact{*value};
        }
        context_.error(codes::bad_number, node.span, ticked(key) + " is not a plain number", write(key, field));
        return std::nullopt;
    }
    field.accepts = Accepts::number;
    const auto value = literal::number(node, field);
    if (!value) {
        context_.error(value.error(), node.span);
        return std::nullopt;
    }
    return Exact{*value};
}

std::optional<Exact> TaxLineReader::rate_of(const Node& node, std::string_view key) {
    Field field = *find_field(view_.schema(), key);
    field.accepts = Accepts::growth_rate;
    const auto value = literal::rate(node, field);
    if (!value) {
        context_.error(value.error(), node.span);
        return std::nullopt;
    }
    return Exact{*value};
}

template <class T, class Read>
std::optional<tax::ByStatus<T>> TaxLineReader::by_status(const View& view, std::string_view key, Read read) {
    const Node* node = view.find(key);
    if (node == nullptr) {
        return std::nullopt;
    }
    ByStatus<T> result{};
    if (node->kind != NodeKind::table) {
        const std::optional<T> value = read(*node);
        if (!value) {
            return std::nullopt;
        }
        std::fill(result.begin(), result.end(), *value);
        return result;
    }
    const auto table = view.table(key);
    bool good = true;
    for (std::size_t i = 0; i < tax::status_count; ++i) {
        const std::string_view status = word(static_cast<tax::Status>(i));
        const Node* own = find_entry(*node, status);
        if (own != nullptr && !form_.knows[i]) {
            good = false;
            context_.error(codes::form_status, table->key_span(status),
                           ticked(form_.name()) + " does not know " + ticked(status),
                           "take it out, or add it to `statuses` and to every line");
        } else if (own == nullptr && form_.knows[i]) {
            good = false;
            context_.error(codes::form_status, node->span,
                           ticked(key) + " of line " + ticked(written_.id()) + " says nothing of " + ticked(status),
                           "add `" + std::string{status} + " = ...`, or take it out of `statuses`");
        } else if (own != nullptr) {
            const std::optional<T> value = read(*own);
            good = good && value.has_value();
            result[i] = value.value_or(T{});
        }
    }
    return good ? std::optional{std::move(result)} : std::nullopt;
}

std::optional<tax::ByStatus<Exact>> TaxLineReader::numbers(const View& view, std::string_view key) {
    return by_status<Exact>(view, key, [&](const Node& node) { return number_of(node, view, key); });
}

std::optional<tax::ByStatus<Exact>> TaxLineReader::positive_numbers(const View& view, std::string_view key) {
    return by_status<Exact>(view, key, [&](const Node& node) {
        auto value = number_of(node, view, key);
        if (value && *value <= Exact{}) {
            context_.error(codes::bad_number, node.span, ticked(key) + " is above 0",
                           "write a number above 0, such as `" + std::string{key} + " = 1`");
            value.reset();
        }
        return value;
    });
}

bool TaxLineReader::in_order(const std::vector<model::Stated<Exact>>& thresholds, std::string_view key) {
    for (std::size_t i = 0; i < thresholds.size(); ++i) {
        if (i == 0 && !thresholds[i].value.is_zero()) {
            context_.error(codes::wrong_order, thresholds[i].span, ticked(key) + " begin at 0",
                           "write a first part from 0 on, such as `[0, \"0%\"]`");
            return false;
        }
        if (i > 0 && thresholds[i].value <= thresholds[i - 1].value) {
            context_.error(codes::wrong_order, thresholds[i].span,
                           ticked(key) + " rise, and this threshold is not above the one before it",
                           "write them in their order, each once",
                           diagnostic::Related{thresholds[i - 1].span, "the one before it"});
            return false;
        }
    }
    return true;
}

std::optional<std::vector<tax::Row>> TaxLineReader::rows_of(const Node& node, std::string_view key, bool rates_alone) {
    const Field& field = *find_field(view_.schema(), key);
    if (node.kind != NodeKind::list || node.items.empty()) {
        context_.error(literal::wrong_kind(node, field), node.span);
        return std::nullopt;
    }
    std::vector<tax::Row> result;
    std::vector<model::Stated<Exact>> thresholds;
    for (const Node& item : node.items) {
        if (item.kind != NodeKind::list || item.items.size() != 2) {
            context_.error(codes::wrong_type, item.span, "each part of " + ticked(key) + " is a pair",
                           write(key, field));
            return std::nullopt;
        }
        const Node& value = item.items[1];
        const auto from = number_of(item.items[0], view_, key);
        if (rates_alone && value.kind == NodeKind::number) {
            context_.error(codes::bad_rate, value.span, "a rate is text, and a bare number is money",
                           "write it such as \"10%\"");
            return std::nullopt;
        }
        const auto read = value.kind == NodeKind::number ? number_of(value, view_, key) : rate_of(value, key);
        if (!from || !read) {
            return std::nullopt;
        }
        thresholds.push_back({*from, item.items[0].span});
        result.push_back({*from, *read});
    }
    return in_order(thresholds, key) ? std::optional{std::move(result)} : std::nullopt;
}

std::optional<tax::ByStatus<std::vector<tax::Row>>> TaxLineReader::rows(std::string_view key, bool rates_alone) {
    return by_status<std::vector<tax::Row>>(view_, key,
                                            [&](const Node& node) { return rows_of(node, key, rates_alone); });
}

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
                       "line " + ticked(line.id) + " is made from one line or input, not from several",
                       "add them up in a line of kind `sum`, and read that");
    }
}

std::optional<tax::Taper> TaxLineReader::read_taper() {
    const auto view = view_.table("taper");
    if (!view) {
        return std::nullopt;
    }
    const auto of = view->text("of");
    const auto from = numbers(*view, "from");
    const auto rate = view->rate("rate");
    view->refuse_together("rate", {"by", "each"});
    if (!view->has("rate")) {
        view->require("by", "an amount falls by a `rate`, or `by` an amount for `each` part");
        view->require("each", "an amount falls by a `rate`, or `by` an amount for `each` part");
    }
    const auto by = numbers(*view, "by");
    const auto each = positive_numbers(*view, "each");
    const auto floor = numbers(*view, "floor");
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
    return tax::Gate{reference(*of), numbers(*view, "over"), numbers(*view, "from"), numbers(*view, "under"),
                     numbers(*view, "up_to")};
}

std::optional<tax::Rounding> TaxLineReader::read_rounding(std::string_view key) {
    const auto view = view_.table(key);
    if (!view) {
        return std::nullopt;
    }
    const auto to = positive_numbers(*view, "to");
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
                into = number_of(*node, view, key).value_or(into);
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
                               write("c", *find_field(view.schema(), "c")));
                continue;
            }
            for (std::size_t i = 0; i < list.size(); ++i) {
                piece.c.at(i) = number_of(list[i], view, "c").value_or(Exact{});
            }
        }
        thresholds.push_back({piece.from, view.span("from")});
        pieces.push_back(piece);
    }
    return in_order(thresholds, "pieces") ? pieces : std::vector<tax::Piece>{};
}

void TaxLineReader::read_amount(tax::Line& line) {
    view_.require("value", "an `amount` is a number");
    line.value = numbers(view_, "value").value_or(line.value);
    line.taper = read_taper();
}

void TaxLineReader::read_bands(tax::Line& line) {
    if (view_.exactly_one({"bands", "bands_of"}) == "bands") {
        line.rows = rows("bands", true).value_or(line.rows);
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
        line.rate = rate_of(*view_.find("times"), "times");
    } else {
        line.times = reference(*times);
    }
}

void TaxLineReader::refuse_others(Kind kind) {
    for (const KeyOfKinds& one : keys_of_kinds) {
        if (!one.kinds[static_cast<std::size_t>(kind)]) {
            view_.refuse(one.key, "has no meaning on a line of kind " + ticked(word(kind)));
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
            line.rows = rows("steps", false).value_or(line.rows);
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
    line.at_least = numbers(view_, "at_least");
    line.at_most = numbers(view_, "at_most");
    line.round = read_rounding("round");
    line.round_of = read_rounding("round_of");
    line.split = positive_numbers(view_, "split");
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
                       ticked(id->value) + (is_input ? " is the name of an input" : " is no name of a line"),
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
