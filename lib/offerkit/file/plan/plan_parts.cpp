#include <offerkit/diagnostic/suggest.hpp>
#include <offerkit/file/plan/detail/plan_parts.hpp>

namespace offerkit::file::plan {

namespace codes = diagnostic::codes;

std::optional<std::size_t> Names::find(Context& context, const std::string& id, diagnostic::Span span) const {
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (ids[i] == id) {
            return i;
        }
    }
    const std::vector<std::string_view> words(ids.begin(), ids.end());
    const std::string near = diagnostic::did_you_mean(id, words);
    context.missing(code, span, "no " + std::string{what} + " has the id `" + id + "`",
                    !near.empty()   ? near
                    : words.empty() ? "add " + std::string{what} + " with that id"
                                    : "write " + diagnostic::listed(words));
    return std::nullopt;
}

std::optional<int> months(const View& view, std::string_view key, int least) {
    const auto period = view.period(key);
    if (!period) {
        return std::nullopt;
    }
    const auto fault = [&](std::string message, std::string help) {
        view.context().error(codes::bad_period, period->span, "`" + std::string{key} + "` " + std::move(message),
                             std::move(help));
        return std::nullopt;
    };
    if (!period->value.in_months()) {
        return fault("is counted in months or years", "write such as \"18 months\" or \"2 years\"");
    }
    if (period->value.count() < least) {
        return fault("is at least one month", "write such as \"18 months\" or \"2 years\"");
    }
    return period->value.count();
}

namespace {

/// Reads `low`, `likely` and `high` by `read`; values that fall are reported.
template <class Range, class Read>
std::optional<Range> range_in(const View& table, Read read) {
    const auto low = read(table, "low");
    const auto likely = read(table, "likely");
    const auto high = read(table, "high");
    if (!low || !likely || !high) {
        return std::nullopt;
    }
    const auto falls = [&](const auto& lower, std::string_view lower_key, const auto& upper, std::string_view key) {
        if (upper.value < lower.value) {
            table.context().error(codes::wrong_order, upper.span,
                                  "`" + std::string{key} + "` is below `" + std::string{lower_key} + "`",
                                  "write the three from the lowest to the highest",
                                  diagnostic::Related{lower.span, "`" + std::string{lower_key} + "` stands here"});
            return true;
        }
        return false;
    };
    if (falls(*low, "low", *likely, "likely") || falls(*likely, "likely", *high, "high")) {
        return std::nullopt;
    }
    return Range{low->value, likely->value, high->value, table.span()};
}

bool is_table(const View& view, std::string_view key) {
    const Node* node = view.find(key);
    return node != nullptr && node->kind == NodeKind::table;
}

}  // namespace

std::optional<model::RateRange> rate_range(const View& view, std::string_view key) {
    if (is_table(view, key)) {
        const auto table = view.table(key);
        return table ? range_in<model::RateRange>(
                           *table, [](const View& from, std::string_view name) { return from.rate(name); })
                     : std::nullopt;
    }
    const auto rate = view.rate(key);
    return rate ? std::optional{model::RateRange{rate->value, rate->value, rate->value, rate->span}} : std::nullopt;
}

std::optional<model::MoneyRange> money_range(const View& view, std::string_view key) {
    if (is_table(view, key)) {
        const auto table = view.table(key);
        return table ? range_in<model::MoneyRange>(
                           *table, [](const View& from, std::string_view name) { return from.money(name); })
                     : std::nullopt;
    }
    const auto amount = view.money(key);
    return amount ? std::optional{model::MoneyRange{amount->value, amount->value, amount->value, amount->span}}
                  : std::nullopt;
}

}  // namespace offerkit::file::plan
