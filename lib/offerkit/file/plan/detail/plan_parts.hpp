#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <offerkit/diagnostic/plan_codes.hpp>
#include <offerkit/file/keys/meant.hpp>
#include <offerkit/file/keys/view.hpp>
#include <offerkit/model/career_plan.hpp>

/// The parts that a career plan is read from.
namespace offerkit::file::plan {

/// Something a plan names by its id: a rung or a path.
struct Names {
    std::string_view what;  ///< "[[rung]]"
    const diagnostic::Code& code;
    std::vector<std::string> ids{};

    /// The place of a name; an unknown one is reported, with near ones.
    [[nodiscard]] std::optional<std::size_t> find(Context& context, const std::string& id, diagnostic::Span span) const;
};

/// A number of months; a period in days, or one below `least`, is reported.
[[nodiscard]] std::optional<int> months(const View& view, std::string_view key, int least);
/// A rate; `"prior:INPUT"` is that of a profile of kind "career", and an assumption.
[[nodiscard]] std::optional<model::Stated<quantity::Rate>> rate(const View& view, std::string_view key);
/// A rate, or a table of three, which rise; a prior may be either.
[[nodiscard]] std::optional<model::RateRange> rate_range(const View& view, std::string_view key);
/// An amount, or a table of three.
[[nodiscard]] std::optional<model::MoneyRange> money_range(const View& view, std::string_view key);
/// Reads the values of a key, one or a list, each by `read`, which takes a node and the field.
template <class Value, class Read>
[[nodiscard]] std::vector<model::Stated<Value>> values(const View& view, std::string_view key, Read read) {
    std::vector<model::Stated<Value>> result;
    const Node* node = view.find(key);
    if (node == nullptr) {
        return result;
    }
    const model::Field& field = *find_field(view.schema(), key);
    const auto take = [&](const Node& item) {
        if (auto value = read(item, field)) {
            result.push_back({std::move(*value), item.span});
        } else {
            view.context().error(value.error(), item.span);
        }
    };
    if (node->kind != NodeKind::list) {
        take(*node);
        return result;
    }
    if (node->items.empty()) {
        view.context().error(diagnostic::codes::wrong_type, node->span, "`" + std::string{key} + "` is empty",
                             literal::write_filled(field));
    }
    for (const Node& item : node->items) {
        take(item);
    }
    return result;
}

[[nodiscard]] model::CareerPath read_path(const View& table, const Names& rungs, const Names& paths);
/// What can only be seen of the plan as a whole.
void check_plan(Context& context, const View& root, const model::CareerPlan& plan);

}  // namespace offerkit::file::plan
