// The only file that knows toml++: it turns a text into our own tree, and its exceptions into values.

#include <algorithm>
#include <exception>
#include <optional>

#include <toml++/toml.h>

#include <offerkit/diagnostic/utf8.hpp>
#include <offerkit/file/tree/tree.hpp>

namespace offerkit::file {

namespace {

using diagnostic::Source;
using diagnostic::SourceId;
using diagnostic::Span;

/// Copies toml++'s tree. With a fixed place, every span is that place.
class Copier {
public:
    Copier(const Source& source, SourceId id, std::optional<Span> fixed) : source_{source}, id_{id}, fixed_{fixed} {}

    [[nodiscard]] Node copy(const toml::node& from) const {
        Node node;
        node.span = span_of(from.source());
        switch (from.type()) {
            case toml::node_type::string:
                node.kind = NodeKind::text;
                node.text = **from.as_string();
                break;
            case toml::node_type::integer:
            case toml::node_type::floating_point: literal(node, NodeKind::number, from.source()); break;
            case toml::node_type::boolean: literal(node, NodeKind::boolean, from.source()); break;
            case toml::node_type::date: literal(node, NodeKind::date, from.source()); break;
            case toml::node_type::time: literal(node, NodeKind::time, from.source()); break;
            case toml::node_type::date_time: literal(node, NodeKind::date_time, from.source()); break;
            case toml::node_type::array:
                node.kind = NodeKind::list;
                node.items.reserve(from.as_array()->size());
                for (const toml::node& item : *from.as_array()) {
                    node.items.push_back(copy(item));
                }
                break;
            default: copy_table(node, *from.as_table());
        }
        return node;
    }

private:
    void copy_table(Node& node, const toml::table& from) const {
        node.kind = NodeKind::table;
        node.entries.reserve(from.size());
        for (const auto& [key, value] : from) {
            node.entries.push_back({std::string{key.str()}, span_of(key.source()), copy(value)});
        }
        // toml++ sorts keys by name; people wrote them in another order.
        std::stable_sort(node.entries.begin(), node.entries.end(), [](const Entry& a, const Entry& b) {
            return a.key_span.line != b.key_span.line ? a.key_span.line < b.key_span.line
                                                      : a.key_span.column < b.key_span.column;
        });
    }

    void literal(Node& node, NodeKind kind, const toml::source_region& region) const {
        node.kind = kind;
        node.text = source_.slice(region.begin.line, region.begin.column, region.end.line, region.end.column);
    }

    [[nodiscard]] Span span_of(const toml::source_region& region) const noexcept {
        if (fixed_) {
            return *fixed_;
        }
        std::uint32_t end = region.end.column;
        if (region.end.line != region.begin.line) {
            end = diagnostic::utf8::length(source_.line(region.begin.line)) + 1;
        }
        return {id_, region.begin.line, region.begin.column, end > region.begin.column ? end - region.begin.column : 1};
    }

    const Source& source_;
    SourceId id_;
    std::optional<Span> fixed_;
};

Result<Node, SyntaxFault> parse(std::string_view text, const Source& source, SourceId id, std::optional<Span> fixed) {
    try {
        return Copier{source, id, fixed}.copy(toml::parse(text));
    } catch (const toml::parse_error& error) {
        const toml::source_position place = error.source().begin;
        return failure(SyntaxFault{place.line, place.column, std::string{error.description()}});
    } catch (const std::exception& error) {
        return failure(SyntaxFault{1, 1, error.what()});
    }
}

}  // namespace

Result<Node, SyntaxFault> parse_toml(std::string_view text, const Source& source, SourceId id) {
    auto root = parse(text, source, id, std::nullopt);
    if (root) {
        root->span = {id, 1, 1, 0};
    }
    return root;
}

Result<Node, SyntaxFault> parse_toml_value(std::string_view text, Span at) {
    const Source line{{}, "value = " + std::string{text}};
    auto root = parse(line.text(), line, at.source, at);
    if (!root) {
        return root;
    }
    if (root->entries.size() != 1) {
        return failure(SyntaxFault{1, 1, "more than one value"});
    }
    Node value = std::move(root->entries.front().value);
    return value;
}

}  // namespace offerkit::file
