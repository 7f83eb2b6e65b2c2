#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <offerkit/file/keys/view.hpp>
#include <offerkit/file/profiles/written_form.hpp>
#include <offerkit/tax/form.hpp>

namespace offerkit::file::detail {

/// Reads one line of a tax form. Which keys mean something depends on its kind; every number is one for all statuses
/// that the form knows, or one for each of them.
class TaxLineReader {
public:
    TaxLineReader(const View& view, const tax::Form& form, const WrittenLine& written)
        : view_{view}, form_{form}, written_{written}, context_{view.context()} {}

    [[nodiscard]] std::optional<tax::Line> run();

private:
    template <class T>
    using ByStatus = tax::ByStatus<T>;

    void read_kind(tax::Line& line);
    void read_amount(tax::Line& line);
    void read_bands(tax::Line& line);
    void read_product(tax::Line& line);
    void read_common(tax::Line& line);
    void refuse_others(tax::Kind kind);

    [[nodiscard]] tax::Reference reference(const model::Stated<std::string>& text) const;
    [[nodiscard]] std::vector<tax::Reference> references(const View& view, std::string_view key) const;
    void one_base(tax::Line& line);

    /// One value for all statuses, or one for each; `read` gives a value of a node, or reports it.
    template <class T, class Read>
    [[nodiscard]] std::optional<ByStatus<T>> by_status(const View& view, std::string_view key, Read read);
    [[nodiscard]] std::optional<ByStatus<tax::Exact>> numbers(const View& view, std::string_view key);
    [[nodiscard]] std::optional<ByStatus<tax::Exact>> positive_numbers(const View& view, std::string_view key);
    [[nodiscard]] std::optional<ByStatus<std::vector<tax::Row>>> rows(std::string_view key, bool rates_alone);
    [[nodiscard]] std::optional<std::vector<tax::Row>> rows_of(const Node& node, std::string_view key,
                                                               bool rates_alone);
    [[nodiscard]] std::optional<tax::Exact> number_of(const Node& node, const View& view, std::string_view key);
    [[nodiscard]] std::optional<tax::Exact> rate_of(const Node& node, std::string_view key);
    [[nodiscard]] bool in_order(const std::vector<model::Stated<tax::Exact>>& thresholds, std::string_view key);

    [[nodiscard]] std::optional<tax::Taper> read_taper();
    [[nodiscard]] std::optional<tax::Gate> read_gate();
    [[nodiscard]] std::optional<tax::Rounding> read_rounding(std::string_view key);
    [[nodiscard]] std::vector<tax::Piece> read_pieces();

    const View& view_;
    const tax::Form& form_;
    const WrittenLine& written_;
    Context& context_;
};

}  // namespace offerkit::file::detail
