#include <offerkit/file/keys/meant.hpp>

#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <offerkit/diagnostic/formatted.hpp>
#include <offerkit/diagnostic/text.hpp>
#include <offerkit/file/keys/likely.hpp>
#include <offerkit/file/keys/literal.hpp>

namespace offerkit::file::literal {

namespace {

using diagnostic::formatted;
using model::Accepts;
using model::Field;
using quantity::Fraction;

/// The value of a node as it stands in its file.
std::string as_written(const Node& node) { return node.kind == NodeKind::text ? likely::quoted(node.text) : node.text; }

bool is_scalar(NodeKind kind) noexcept { return kind != NodeKind::list && kind != NodeKind::table; }

/// A value in place of a whole table: "write [bonus] on a line of its own and `target = "10%"` below it"; empty where
/// it says nothing of any key.
std::string write_table(const Node& node, const Field& field) {
    if (field.table == nullptr || !is_scalar(node.kind)) {
        return {};
    }
    for (const std::string_view key : field.table->short_for) {
        const Field& inner = *find_field(*field.table, key);
        const auto meant = fits(node, inner) ? std::vector{as_written(node)} : likely::values(node, inner);
        if (meant.empty()) {
            continue;
        }
        const std::string pairs = pairs_of(*field.table, key, meant.front(), ", ");
        const bool only_several = !takes(field, Accepts::table);
        const std::string whole = only_several ? formatted("{} = [{{ {} }}]", field.key, pairs)
                                               : formatted("{} = {{ {} }}", field.key, pairs);
        return field.table->name.starts_with("[")
                   ? formatted("write {} on a line of its own and `{}` below it, or here `{}`", field.table->name,
                               pairs_of(*field.table, key, meant.front(), "` and `"), whole)
                   : formatted("write `{}`", whole);
    }
    return {};
}

}  // namespace

std::string pairs_of(const model::Schema& table, std::string_view key, std::string_view value,
                     std::string_view joiner) {
    std::string pairs;
    for (const Field& other : table.fields) {
        if (other.required && other.key != key) {
            pairs += formatted("{} = {}{}", other.key, other.sample, joiner);
        }
    }
    return pairs + formatted("{} = {}", key, value);
}

std::string named(const Field& field) { return diagnostic::ticked(field.key); }

bool takes(const Field& field, Accepts one) noexcept { return model::accepts(field.accepts, one); }

std::string taken(const Field& field) {
    constexpr std::array<std::pair<Accepts, std::string_view>, 21> words{{
        {Accepts::profile, "the name of a profile"},
        {Accepts::text, "text"},
        {Accepts::choice, "a word"},
        {Accepts::boolean, "true or false"},
        {Accepts::date, "a date"},
        {Accepts::day_of_year, "a day of the year"},
        {Accepts::vest_day, "a day of the year"},
        {Accepts::period, "a period"},
        {Accepts::money, "an amount of money"},
        {Accepts::stock_money, "an amount of money"},
        {Accepts::price, "the price of one share"},
        {Accepts::rate, "a rate"},
        {Accepts::growth_rate, "a rate"},
        {Accepts::correlation, "a rate"},
        {Accepts::share, "a share"},
        {Accepts::number, "a number"},
        {Accepts::count, "a whole number"},
        {Accepts::currency, "a currency"},
        {Accepts::table, "a table"},
        {Accepts::tables, "tables"},
        {Accepts::list, "a list"},
    }};
    if (takes(field, Accepts::pairs) || takes(field, Accepts::number_pairs)) {
        return "a list of pairs";
    }
    std::vector<std::string_view> kinds;
    if (takes(field, Accepts::rows)) {
        kinds.emplace_back("a list of pairs");
    }
    for (const auto& [kind, word] : words) {
        if (takes(field, kind)) {
            kinds.push_back(word);
        }
    }
    std::string result;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        result += i == 0 ? "" : i + 1 == kinds.size() ? " or " : ", ";
        result += kinds[i];
    }
    return result;
}

std::string write_sample(const Field& field) {
    if (takes(field, Accepts::tables) && field.table != nullptr && field.table->name.starts_with("[[")) {
        return formatted("begin each with {} on a line of its own", field.table->name);
    }
    if (takes(field, Accepts::table) && field.table != nullptr && field.table->name.starts_with("[")) {
        return formatted("begin it with {} on a line of its own", field.table->name);
    }
    return field.sample.empty() ? std::string{} : formatted("write `{} = {}`", field.key, field.sample);
}

std::string write_meant(const Node& node, const Field& field) {
    const auto meant = likely::values(node, field);
    if (meant.empty()) {
        const std::string table = write_table(node, field);
        return table.empty() ? write_sample(field) : table;
    }
    // Inside a list the key is not written again.
    const bool part =
        takes(field, Accepts::list) || takes(field, Accepts::pairs) || takes(field, Accepts::number_pairs);
    std::string help = "write ";
    for (std::size_t i = 0; i < meant.size(); ++i) {
        help += i == 0 ? "`" : " or `";
        help += (part ? std::string{} : std::string{field.key} + " = ") + meant[i] + "`";
    }
    return node.kind == NodeKind::text && node.text == meant.front() ? formatted("{}, without quotation marks", help)
                                                                     : help;
}

std::string write_filled(const Field& field) {
    const std::string filled = write_sample(field);
    return field.required   ? filled
           : filled.empty() ? "leave the key out"
                            : formatted("leave the key out, or {}", filled);
}

std::string unsigned_literal(const Node& node) {
    std::string text = node.text;
    std::erase(text, '-');
    return node.kind == NodeKind::text ? "\"" + text + "\"" : text;
}

std::string write_amount(const Node& node, const Field& field, int decimals) {
    if (node.text.starts_with('-')) {
        return formatted("write it without the minus sign: `{} = {}`", field.key, unsigned_literal(node));
    }
    const std::size_t point = node.text.find('.');
    const auto value = quantity::parse_decimal(node.text);
    if (point == std::string::npos || !value || *value > Fraction{most_number}) {
        return "check the number of its digits";
    }
    std::int64_t steps_per_unit = 1;
    for (int i = 0; i < decimals; ++i) {
        steps_per_unit *= 10;
    }
    // Rounded half up, as everything is that is rounded for a person.
    const auto steps = quantity::round_half_up(static_cast<quantity::int128>(value->numerator()) * steps_per_unit,
                                               static_cast<quantity::int128>(value->denominator()));
    const auto rounded = Fraction::of(steps, steps_per_unit);
    return rounded ? formatted("write `{} = {}`", field.key, diagnostic::grouped(quantity::to_decimal(*rounded), '_'))
                   : write_sample(field);
}

std::string percent_hint(const Fraction& value, const Field& field) {
    const std::string percent = formatted("write \"{}%\"", quantity::to_decimal(value));
    const auto times_100 = value.times(Fraction{100});
    if (!takes(field, Accepts::share) && value < Fraction{3} && times_100) {
        return formatted("{} or \"{}%\"", percent, quantity::to_decimal(*times_100));
    }
    const auto hundredth = Fraction::of(value.numerator(), static_cast<quantity::int128>(value.denominator()) * 100);
    return hundredth ? formatted("{} or {}", percent, quantity::to_decimal(*hundredth)) : percent;
}

}  // namespace offerkit::file::literal
