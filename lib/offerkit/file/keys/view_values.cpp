#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/file/keys/meant.hpp>
#include <offerkit/file/keys/view.hpp>

// The values that a view reads, by their kinds.
namespace offerkit::file {

namespace {

namespace codes = diagnostic::codes;
using diagnostic::formatted;
using model::Accepts;
using model::Field;
using model::Stated;

}  // namespace

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
        // One name that cannot be read leaves what others of its key name to be checked.
        if (!model::accepts(wanted.accepts, Accepts::text)) {
            context_->meant.push_back({wanted.key, schema_});
        }
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
        context_->error(codes::wrong_type, node->span, formatted("`{}` is empty", key), literal::write_filled(wanted));
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
            context_->error(codes::wrong_type, item.span, formatted("each part of `{}` is a pair", key),
                            formatted("write `{} = {}`", key, wanted.sample));
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

}  // namespace offerkit::file
