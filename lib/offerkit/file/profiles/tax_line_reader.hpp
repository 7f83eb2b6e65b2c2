#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <offerkit/file/keys/view.hpp>
#include <offerkit/file/profiles/tax_values.hpp>
#include <offerkit/file/profiles/written_form.hpp>
#include <offerkit/tax/form.hpp>

namespace offerkit::file::detail {

/// Reads one line of a tax form. Which keys mean something depends on its kind.
class TaxLineReader {
public:
    TaxLineReader(const View& view, const tax::Form& form, const WrittenLine& written)
        : view_{view}, form_{form}, written_{written}, values_{view, form, written}, context_{view.context()} {}

    [[nodiscard]] std::optional<tax::Line> run();

private:
    void read_kind(tax::Line& line);
    void read_amount(tax::Line& line);
    void read_bands(tax::Line& line);
    void read_product(tax::Line& line);
    void read_common(tax::Line& line);
    void refuse_others(tax::Kind kind);

    [[nodiscard]] tax::Reference reference(const model::Stated<std::string>& text) const;
    [[nodiscard]] std::vector<tax::Reference> references(const View& view, std::string_view key) const;
    void one_base(tax::Line& line);

    [[nodiscard]] std::optional<tax::Taper> read_taper();
    [[nodiscard]] std::optional<tax::Gate> read_gate();
    [[nodiscard]] std::optional<tax::Rounding> read_rounding(std::string_view key);
    [[nodiscard]] std::vector<tax::Piece> read_pieces();

    const View& view_;
    const tax::Form& form_;
    const WrittenLine& written_;
    TaxValues values_;
    Context& context_;
};

}  // namespace offerkit::file::detail
