#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <offerkit/file/keys/view.hpp>
#include <offerkit/file/profiles/written_form.hpp>
#include <offerkit/tax/form.hpp>

namespace offerkit::file::detail {

/// Reads the values of one line of a tax form. Each is one for all statuses that the form knows, or one for each of
/// them. Nothing for a value that cannot be read, which is reported.
class TaxValues {
public:
    TaxValues(const View& line, const tax::Form& form, const WrittenLine& written)
        : line_{line}, form_{form}, written_{written}, context_{line.context()} {}

    /// Numbers of the line, or of a table in it.
    [[nodiscard]] std::optional<tax::ByStatus<tax::Exact>> numbers(const View& view, std::string_view key);
    [[nodiscard]] std::optional<tax::ByStatus<tax::Exact>> positive_numbers(const View& view, std::string_view key);
    /// Thresholds of the line, each with a rate; or, where not `rates_alone`, with an amount.
    [[nodiscard]] std::optional<tax::ByStatus<std::vector<tax::Row>>> rows(std::string_view key, bool rates_alone);

    [[nodiscard]] std::optional<tax::Exact> number_of(const Node& node, const View& view, std::string_view key);
    [[nodiscard]] std::optional<tax::Exact> rate_of(const Node& node, std::string_view key);
    /// Whether thresholds begin at 0 and rise; reports the first that does not.
    [[nodiscard]] bool in_order(const std::vector<model::Stated<tax::Exact>>& thresholds, std::string_view key);

private:
    /// `read` gives a value of a node, or reports it.
    template <class T, class Read>
    [[nodiscard]] std::optional<tax::ByStatus<T>> by_status(const View& view, std::string_view key, Read read);
    [[nodiscard]] std::optional<std::vector<tax::Row>> rows_of(const Node& node, std::string_view key,
                                                               bool rates_alone);

    const View& line_;
    const tax::Form& form_;
    const WrittenLine& written_;
    Context& context_;
};

}  // namespace offerkit::file::detail
