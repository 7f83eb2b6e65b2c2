#include <offerkit/file/terms/read_pay_range.hpp>

#include <offerkit/diagnostic/formatted.hpp>

namespace offerkit::file {

model::PayRange read_pay_range(const View& table) {
    model::PayRange range;
    std::optional<model::Stated<quantity::Money>> before;
    std::string_view key_before;
    const auto next = [&](std::string_view key, std::optional<quantity::Money>& into) {
        const auto amount = table.money(key);
        if (!amount) {
            return;
        }
        if (before && amount->value < before->value) {
            table.context().error(
                diagnostic::codes::wrong_order, amount->span,
                diagnostic::formatted("`{}` is below `{}`", key, key_before), {},
                diagnostic::Related{before->span, diagnostic::formatted("`{}` stands here", key_before)});
        }
        into = amount->value;
        before = amount;
        key_before = key;
    };
    next("min", range.min);
    next("mid", range.mid);
    next("max", range.max);
    return range;
}

}  // namespace offerkit::file
