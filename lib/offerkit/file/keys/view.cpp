#include <offerkit/file/keys/view.hpp>

#include <algorithm>

#include <offerkit/contract.hpp>
#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/file/keys/guess.hpp>
#include <offerkit/file/keys/meant.hpp>

namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::Span;
using diagnostic::ticked;
using model::Accepts;
using model::Field;
using model::Schema;
using model::Stated;

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

bool Context::was_meant(std::string_view key) const noexcept {
    return std::find(meant.begin(), meant.end(), key) != meant.end();
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
    context_->meant.insert(context_->meant.end(), guess.here.begin(), guess.here.end());
    if (!guess.elsewhere.empty()) {
        context_->meant.push_back(guess.elsewhere);
    }
    context_->error(codes::unknown_key, entry.key_span, "unknown key " + ticked(entry.key) + in_table(*schema_),
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
    std::string message = ticked(key) + " is missing" + in_table(*schema_);
    if (!why.empty()) {
        message += ": " + std::string{why};
    }
    std::string help;
    if (wanted.table != nullptr && wanted.sample.empty()) {
        help = "add " + std::string{wanted.table->name};
    } else {
        help = "add `" + std::string{key} + " = " + std::string{wanted.sample} + "`";
    }
    context_->missing(codes::missing_key, table_->span, std::move(message), std::move(help));
}

template <class T, class Reader>
View::Maybe<T> View::get(std::string_view key, Reader reader) const {
    const Field& wanted = field(key);
    const Node* node = find(key);
    if (node == nullptr) {
        if (wanted.fallback.empty() || was_meant(key)) {
            return std::nullopt;
        }
        auto value = reader(literal::fallback_node(wanted, table_->span), wanted);
        expects(value.has_value());
        if (!wanted.assumption.empty()) {
            context_->assume(path_of(key), std::string{wanted.fallback}, wanted.assumption, table_->span);
        }
        return Stated<T>{std::move(*value), table_->span};
    }
    auto value = reader(*node, wanted);
    if (!value) {
        context_->error(value.error(), node->span);
        return std::nullopt;
    }
    return Stated<T>{std::move(*value), node->span};
}

template <class T, class Reader>
std::vector<Stated<T>> View::get_list(std::string_view key, Reader reader) const {
    std::vector<Stated<T>> result;
    const Field& wanted = field(key);
    const Node* node = find(key);
    if (node == nullptr || node->kind != NodeKind::list) {
        // One of them stands for a list of one, in a file and as a default.
        if (auto one = get<T>(key, reader)) {
            result.push_back(std::move(*one));
        }
        return result;
    }
    if (node->items.empty()) {
        context_->error(codes::wrong_type, node->span, ticked(key) + " is empty", literal::write_filled(wanted));
    }
    for (const Node& item : node->items) {
        if (auto value = reader(item, wanted)) {
            result.push_back({std::move(*value), item.span});
        } else {
            context_->error(value.error(), item.span);
        }
    }
    return result;
}

View::Maybe<quantity::Money> View::money(std::string_view key) const {
    return get<quantity::Money>(key, [&](const Node& node, const Field& wanted) {
        return literal::money(
            node, wanted,
            model::accepts(wanted.accepts, Accepts::stock_money) ? context_->stock_currency : context_->currency);
    });
}
View::Maybe<quantity::Price> View::price(std::string_view key) const {
    return get<quantity::Price>(key, [&](const Node& node, const Field& wanted) {
        return literal::price(node, wanted, context_->stock_currency);
    });
}
View::Maybe<quantity::Rate> View::rate(std::string_view key) const { return get<quantity::Rate>(key, literal::rate); }
View::Maybe<quantity::Number> View::number(std::string_view key) const {
    return get<quantity::Number>(key, literal::number);
}
View::Maybe<std::int64_t> View::count(std::string_view key) const { return get<std::int64_t>(key, literal::count); }
View::Maybe<calendar::Date> View::date(std::string_view key) const { return get<calendar::Date>(key, literal::date); }
View::Maybe<calendar::Period> View::period(std::string_view key) const {
    return get<calendar::Period>(key, literal::period);
}
View::Maybe<model::PaidTime> View::paid_time(std::string_view key) const {
    return get<model::PaidTime>(key, literal::paid_time);
}
View::Maybe<calendar::DayOfYear> View::day_of_year(std::string_view key) const {
    return get<calendar::DayOfYear>(key, literal::day_of_year);
}
View::Maybe<std::string> View::text(std::string_view key) const { return get<std::string>(key, literal::text); }
View::Maybe<bool> View::boolean(std::string_view key) const { return get<bool>(key, literal::boolean); }
View::Maybe<quantity::Currency> View::currency(std::string_view key) const {
    return get<quantity::Currency>(key, literal::currency);
}
View::Maybe<std::size_t> View::word(std::string_view key) const { return get<std::size_t>(key, literal::choice); }
std::vector<Stated<std::size_t>> View::word_list(std::string_view key) const {
    return get_list<std::size_t>(key, literal::choice);
}
std::vector<Stated<std::string>> View::texts(std::string_view key) const {
    return get_list<std::string>(key, literal::text);
}
std::vector<Stated<std::int64_t>> View::counts(std::string_view key) const {
    return get_list<std::int64_t>(key, literal::count);
}
std::vector<Stated<quantity::Rate>> View::rates(std::string_view key) const {
    return get_list<quantity::Rate>(key, literal::rate);
}
std::vector<Stated<calendar::VestDay>> View::vest_days(std::string_view key) const {
    return get_list<calendar::VestDay>(key, literal::vest_day);
}

template <class First, class Reader>
std::vector<std::pair<Stated<First>, Stated<quantity::Rate>>> View::get_pairs(std::string_view key,
                                                                              Reader first_of) const {
    std::vector<std::pair<Stated<First>, Stated<quantity::Rate>>> result;
    const Field& wanted = field(key);
    const Node* node = find(key);
    if (node == nullptr) {
        return result;
    }
    if (node->kind != NodeKind::list || node->items.empty()) {
        context_->error(literal::wrong_kind(*node, wanted), node->span);
        return result;
    }
    Field rate = wanted;
    rate.accepts = model::accepts(wanted.accepts, Accepts::share) ? Accepts::share : Accepts::rate;
    for (const Node& item : node->items) {
        if (item.kind != NodeKind::list || item.items.size() != 2) {
            context_->error(codes::wrong_type, item.span, "each part of " + ticked(key) + " is a pair",
                            "write `" + std::string{key} + " = " + std::string{wanted.sample} + "`");
            continue;
        }
        const Node& left = item.items[0];
        const Node& right = item.items[1];
        const literal::Read<First> first = first_of(left, wanted);
        const auto second = literal::rate(right, rate);
        if (!first) {
            context_->error(first.error(), left.span);
        }
        if (!second) {
            context_->error(second.error(), right.span);
        }
        if (first && second) {
            result.emplace_back(Stated<First>{*first, left.span}, Stated<quantity::Rate>{*second, right.span});
        }
    }
    return result;
}

std::vector<std::pair<Stated<quantity::Number>, quantity::Rate>> View::pairs(std::string_view key) const {
    const auto number = [](const Node& node, const Field& wanted) {
        Field first = wanted;
        const bool plain = model::accepts(wanted.accepts, Accepts::number);
        first.accepts = plain ? Accepts::number : Accepts::rate;
        return plain ? literal::number(node, first) : literal::rate(node, first);
    };
    std::vector<std::pair<Stated<quantity::Number>, quantity::Rate>> result;
    for (const auto& [first, second] : get_pairs<quantity::Number>(key, number)) {
        result.emplace_back(first, second.value);
    }
    return result;
}

std::vector<std::pair<Stated<calendar::Period>, Stated<quantity::Rate>>> View::dated_pairs(std::string_view key) const {
    return get_pairs<calendar::Period>(key, [](const Node& node, const Field& wanted) {
        Field first = wanted;
        first.accepts = Accepts::period;
        return literal::period(node, first);
    });
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
                        "there is one " + std::string{wanted.table->name} + " at most",
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
                               ? "write " + std::string{wanted.table->name} + " with double brackets, once for each"
                               : literal::wrong_kind(*node, wanted).help;
        context_->error(codes::wrong_type, node->span, "there may be several of " + ticked(key), std::move(help));
        return result;
    }
    if (node->items.empty()) {
        context_->error(codes::wrong_type, node->span, ticked(key) + " is empty", "leave the key out");
    }
    for (std::size_t i = 0; i < node->items.size(); ++i) {
        const Node& item = node->items[i];
        if (item.kind != NodeKind::table) {
            context_->error(codes::wrong_type, item.span,
                            "each of " + ticked(key) + " is a table, not " + std::string{described(item.kind)},
                            wanted.sample.empty()
                                ? "begin each with " + std::string{wanted.table->name} + " on a line of its own"
                                : "write `" + std::string{key} + " = " + std::string{wanted.sample} + "`");
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
        context_->error(codes::conflict, key_span(key), ticked(key) + " and " + ticked(first) + " exclude each other",
                        "keep one of them", diagnostic::Related{key_span(first), ticked(first) + " stands here"});
    }
    const bool misspelt = std::any_of(keys.begin(), keys.end(), [&](std::string_view key) { return was_meant(key); });
    if (first.empty() && !misspelt) {
        std::string help = "add ";
        bool more = false;
        for (const std::string_view key : keys) {
            const Field& one = field(key);
            help += more ? " or " : "";
            help += !one.sample.empty()    ? "`" + std::string{key} + " = " + std::string{one.sample} + "`"
                    : one.table != nullptr ? std::string{one.table->name}
                                           : ticked(key);
            more = true;
        }
        std::vector<std::string_view> all{keys};
        context_->missing(codes::missing_key, table_->span,
                          "one of " + diagnostic::listed(all) + " is missing" + in_table(*schema_), help);
    }
    return first;
}

void View::refuse_together(std::string_view key, std::initializer_list<std::string_view> others) const {
    if (!has(key)) {
        return;
    }
    for (const std::string_view other : others) {
        if (has(other)) {
            context_->error(codes::conflict, key_span(other),
                            ticked(other) + " and " + ticked(key) + " exclude each other", "keep one of them",
                            diagnostic::Related{key_span(key), ticked(key) + " stands here"});
        }
    }
}

void View::refuse(std::string_view key, std::string_view why, std::string help) const {
    if (has(key)) {
        context_->error(codes::out_of_place, key_span(key), ticked(key) + " " + std::string{why},
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
