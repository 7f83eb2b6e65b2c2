#include <offerkit/file/profiles/tax_values.hpp>

#include <algorithm>
#include <utility>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/file/keys/meant.hpp>

namespace offerkit::file::detail {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::formatted;
using model::Accepts;
using model::Field;
using tax::Exact;

}  // namespace

std::optional<Exact> TaxValues::number_of(const Node& node, const View& view, std::string_view key) {
    Field field = *find_field(view.schema(), key);
    // A decimal may stand in quotation marks, where it is read as exactly as without them.
    if (node.kind == NodeKind::text && model::accepts(field.accepts, Accepts::text)) {
        if (const auto value = quantity::parse_decimal(node.text)) {
            return Exact{*value};
        }
        context_.error(codes::bad_number, node.span, formatted("`{}` is not a plain number", key),
                       literal::write_sample(field));
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

std::optional<Exact> TaxValues::rate_of(const Node& node, std::string_view key) {
    Field field = *find_field(line_.schema(), key);
    field.accepts = Accepts::growth_rate;
    const auto value = literal::rate(node, field);
    if (!value) {
        context_.error(value.error(), node.span);
        return std::nullopt;
    }
    return Exact{*value};
}

template <class T, class Read>
std::optional<tax::ByStatus<T>> TaxValues::by_status(const View& view, std::string_view key, Read read) {
    const Node* node = view.find(key);
    if (node == nullptr) {
        return std::nullopt;
    }
    tax::ByStatus<T> result{};
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
                           formatted("`{}` does not know `{}`", form_.name(), status),
                           "take it out, or add it to `statuses` and to every line");
        } else if (own == nullptr && form_.knows[i]) {
            good = false;
            context_.error(codes::form_status, node->span,
                           formatted("`{}` of line `{}` says nothing of `{}`", key, written_.id(), status),
                           formatted("add `{} = ...`, or take it out of `statuses`", status));
        } else if (own != nullptr) {
            const std::optional<T> value = read(*own);
            good = good && value.has_value();
            result[i] = value.value_or(T{});
        }
    }
    return good ? std::optional{std::move(result)} : std::nullopt;
}

std::optional<tax::ByStatus<Exact>> TaxValues::numbers(const View& view, std::string_view key) {
    return by_status<Exact>(view, key, [&](const Node& node) { return number_of(node, view, key); });
}

std::optional<tax::ByStatus<Exact>> TaxValues::positive_numbers(const View& view, std::string_view key) {
    return by_status<Exact>(view, key, [&](const Node& node) {
        auto value = number_of(node, view, key);
        if (value && *value <= Exact{}) {
            context_.error(codes::bad_number, node.span, formatted("`{}` is above 0", key),
                           formatted("write a number above 0, such as `{} = 1`", key));
            value.reset();
        }
        return value;
    });
}

bool TaxValues::in_order(const std::vector<model::Stated<Exact>>& thresholds, std::string_view key) {
    for (std::size_t i = 0; i < thresholds.size(); ++i) {
        if (i == 0 && !thresholds[i].value.is_zero()) {
            context_.error(codes::wrong_order, thresholds[i].span, formatted("`{}` begin at 0", key),
                           "write a first part from 0 on, such as `[0, \"0%\"]`");
            return false;
        }
        if (i > 0 && thresholds[i].value <= thresholds[i - 1].value) {
            context_.error(codes::wrong_order, thresholds[i].span,
                           formatted("`{}` rise, and this threshold is not above the one before it", key),
                           "write them in their order, each once",
                           diagnostic::Related{thresholds[i - 1].span, "the one before it"});
            return false;
        }
    }
    return true;
}

std::optional<std::vector<tax::Row>> TaxValues::rows_of(const Node& node, std::string_view key, bool rates_alone) {
    const Field& field = *find_field(line_.schema(), key);
    if (node.kind != NodeKind::list || node.items.empty()) {
        context_.error(literal::wrong_kind(node, field), node.span);
        return std::nullopt;
    }
    std::vector<tax::Row> result;
    std::vector<model::Stated<Exact>> thresholds;
    for (const Node& item : node.items) {
        if (item.kind != NodeKind::list || item.items.size() != 2) {
            context_.error(codes::wrong_type, item.span, formatted("each part of `{}` is a pair", key),
                           literal::write_sample(field));
            return std::nullopt;
        }
        const Node& value = item.items[1];
        const auto from = number_of(item.items[0], line_, key);
        if (rates_alone && value.kind == NodeKind::number) {
            context_.error(codes::bad_rate, value.span, "a rate is text, and a bare number is money",
                           "write it such as \"10%\"");
            return std::nullopt;
        }
        const auto read = value.kind == NodeKind::number ? number_of(value, line_, key) : rate_of(value, key);
        if (!from || !read) {
            return std::nullopt;
        }
        thresholds.push_back({*from, item.items[0].span});
        result.push_back({*from, *read});
    }
    return in_order(thresholds, key) ? std::optional{std::move(result)} : std::nullopt;
}

std::optional<tax::ByStatus<std::vector<tax::Row>>> TaxValues::rows(std::string_view key, bool rates_alone) {
    return by_status<std::vector<tax::Row>>(line_, key,
                                            [&](const Node& node) { return rows_of(node, key, rates_alone); });
}

}  // namespace offerkit::file::detail
