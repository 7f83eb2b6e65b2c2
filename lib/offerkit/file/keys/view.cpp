#include <offerkit/file/keys/view.hpp>

#include <algorithm>

#include <offerkit/contract.hpp>
#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/file/keys/guess.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::formatted;
using diagnostic::Span;
using diagnostic::ticked;
using model::Accepts;
using model::Field;
using model::Schema;

std::string in_table(const Schema& schema) {
    return schema.name.starts_with("[") ? " in " + std::string{schema.name} : std::string{};
}

}  // namespace

void Context::error(const diagnostic::Code& code, Span span, std::string message, std::string help,
                    std::optional<diagnostic::Related> related) {
    failed = true;
    diagnostics.error(code, span, std::move(message), std::move(help), std::move(related));
}

void Context::missing(const diagnostic::Code& code, Span span, std::string message, std::string help) {
    failed = true;
    if (complete) {
        diagnostics.error(code, span, std::move(message), std::move(help));
    }
}

bool Context::was_meant(std::string_view key, const Schema* table) const noexcept {
    return std::any_of(meant.begin(), meant.end(), [&](const Meant& one) {
        return one.key == key && (table == nullptr || one.table == nullptr || one.table == table);
    });
}

void Context::assume(std::string key, std::string value, std::string_view meaning, Span span) {
    assumptions.push_back({subject, std::move(key), std::move(value), std::string{meaning}, span});
}

View::View(Context& context, const Node& table, const Schema& schema, std::string path)
    : context_{&context}, table_{&table}, schema_{&schema}, path_{std::move(path)} {
    expects(table.kind == NodeKind::table);
    if (context.root == nullptr) {
        context.root = &schema;
    }
    check_keys();
}

std::string View::path_of(std::string_view key) const {
    return path_.empty() ? std::string{key} : path_ + "." + std::string{key};
}

Span View::span(std::string_view key) const noexcept {
    const Node* node = find(key);
    return node != nullptr ? node->span : table_->span;
}

Span View::key_span(std::string_view key) const noexcept {
    for (const Entry& entry : table_->entries) {
        if (entry.key == key) {
            return entry.key_span;
        }
    }
    return table_->span;
}

const Field& View::field(std::string_view key) const noexcept {
    const Field* found = find_field(*schema_, key);
    if (found == nullptr) {
        found = schema_->any_key;
    }
    expects(found != nullptr);
    return *found;
}

void View::check_keys() {
    for (const Entry& entry : table_->entries) {
        const Field* known = find_field(*schema_, entry.key);
        if (known == nullptr && schema_->any_key == nullptr) {
            report_unknown(entry);
        }
    }
    for (const Field& field : schema_->fields) {
        if (field.required) {
            require(field.key);
        }
    }
}

void View::report_unknown(const Entry& entry) {
    // Guessing takes its time, and nobody sees the help of more problems than are told.
    Guess guess;
    if (++context_->unknown_keys <= diagnostic::most_of_a_source) {
        guess = guess_key(entry.key, *schema_, *context_->root, &entry.value);
    }
    meant_.insert(meant_.end(), guess.here.begin(), guess.here.end());
    for (const std::string_view key : guess.here) {
        context_->meant.push_back({key, schema_});
    }
    if (!guess.elsewhere.empty()) {
        context_->meant.push_back({guess.elsewhere});
    }
    context_->error(codes::unknown_key, entry.key_span, formatted("unknown key `{}`{}", entry.key, in_table(*schema_)),
                    std::move(guess.help));
}

bool View::was_meant(std::string_view key) const noexcept {
    return std::find(meant_.begin(), meant_.end(), key) != meant_.end();
}

void View::require(std::string_view key, std::string_view why) const {
    // A misspelt key is one problem, not two.
    if (has(key) || was_meant(key)) {
        return;
    }
    const Field& wanted = field(key);
    std::string message = formatted("`{}` is missing{}", key, in_table(*schema_));
    if (!why.empty()) {
        message += ": " + std::string{why};
    }
    std::string help;
    if (wanted.table != nullptr && wanted.sample.empty()) {
        help = "add " + std::string{wanted.table->name};
    } else {
        help = formatted("add `{} = {}`", key, wanted.sample);
    }
    context_->missing(codes::missing_key, table_->span, std::move(message), std::move(help));
}

std::optional<View> View::table(std::string_view key) const {
    const Node* node = find(key);
    if (node == nullptr) {
        return std::nullopt;
    }
    const Field& wanted = field(key);
    if (node->kind == NodeKind::list && !model::accepts(wanted.accepts, Accepts::tables) && wanted.table != nullptr &&
        wanted.table->name.starts_with("[")) {
        context_->error(codes::wrong_type, node->items.empty() ? node->span : node->items.front().span,
                        formatted("there is one {} at most", wanted.table->name),
                        "write it with single brackets, once");
        return std::nullopt;
    }
    if (node->kind != NodeKind::table) {
        context_->error(literal::wrong_kind(*node, wanted), node->span);
        return std::nullopt;
    }
    return View{*context_, *node, *wanted.table, path_of(key)};
}

std::vector<View> View::tables(std::string_view key) const {
    std::vector<View> result;
    const Node* node = find(key);
    if (node == nullptr) {
        return result;
    }
    const Field& wanted = field(key);
    if (node->kind == NodeKind::table && model::accepts(wanted.accepts, Accepts::table)) {
        result.push_back(View{*context_, *node, *wanted.table, path_of(key)});
        return result;
    }
    if (node->kind != NodeKind::list) {
        std::string help = node->kind == NodeKind::table && wanted.table->name.starts_with("[[")
                               ? formatted("write {} with double brackets, once for each", wanted.table->name)
                               : literal::wrong_kind(*node, wanted).help;
        context_->error(codes::wrong_type, node->span, formatted("there may be several of `{}`", key), std::move(help));
        return result;
    }
    if (node->items.empty()) {
        context_->error(codes::wrong_type, node->span, formatted("`{}` is empty", key), "leave the key out");
    }
    for (std::size_t i = 0; i < node->items.size(); ++i) {
        const Node& item = node->items[i];
        if (item.kind != NodeKind::table) {
            context_->error(
                codes::wrong_type, item.span, formatted("each of `{}` is a table, not {}", key, described(item.kind)),
                wanted.sample.empty() ? formatted("begin each with {} on a line of its own", wanted.table->name)
                                      : formatted("write `{} = {}`", key, wanted.sample));
            continue;
        }
        const Node* id = find_field(*wanted.table, "id") != nullptr ? find_entry(item, "id") : nullptr;
        const bool named = id != nullptr && id->kind == NodeKind::text && !id->text.empty();
        result.push_back(View{*context_, item, *wanted.table,
                              named ? path_of(key) + "." + id->text : path_of(key) + "[" + std::to_string(i) + "]"});
    }
    return result;
}

std::string_view View::exactly_one(std::initializer_list<std::string_view> keys) const {
    std::string_view first;
    for (const std::string_view key : keys) {
        if (!has(key)) {
            continue;
        }
        if (first.empty()) {
            first = key;
            continue;
        }
        context_->error(codes::conflict, key_span(key), formatted("`{}` and `{}` exclude each other", key, first),
                        "keep one of them", diagnostic::Related{key_span(first), formatted("`{}` stands here", first)});
    }
    const bool misspelt = std::any_of(keys.begin(), keys.end(), [&](std::string_view key) { return was_meant(key); });
    if (first.empty() && !misspelt) {
        std::string help = "add ";
        bool more = false;
        for (const std::string_view key : keys) {
            const Field& one = field(key);
            help += more ? " or " : "";
            help += !one.sample.empty()    ? formatted("`{} = {}`", key, one.sample)
                    : one.table != nullptr ? std::string{one.table->name}
                                           : ticked(key);
            more = true;
        }
        std::vector<std::string_view> all{keys};
        context_->missing(codes::missing_key, table_->span,
                          formatted("one of {} is missing{}", diagnostic::listed(all), in_table(*schema_)), help);
    }
    return first;
}

void View::refuse_together(std::string_view key, std::initializer_list<std::string_view> others) const {
    if (!has(key)) {
        return;
    }
    for (const std::string_view other : others) {
        if (has(other)) {
            context_->error(codes::conflict, key_span(other), formatted("`{}` and `{}` exclude each other", other, key),
                            "keep one of them", diagnostic::Related{key_span(key), formatted("`{}` stands here", key)});
        }
    }
}

void View::refuse(std::string_view key, std::string_view why, std::string help) const {
    if (has(key)) {
        context_->error(codes::out_of_place, key_span(key), formatted("`{}` {}", key, why),
                        help.empty() ? "take it out" : std::move(help));
    }
}

std::string text_or_empty(const View& view, std::string_view key) {
    auto text = view.text(key);
    return text ? std::move(text->value) : std::string{};
}

std::optional<calendar::Date> date_of(const View& view, std::string_view key) {
    const auto date = view.date(key);
    return date ? std::optional{date->value} : std::nullopt;
}

}  // namespace offerkit::file
