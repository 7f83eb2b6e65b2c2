#pragma once

#include <optional>
#include <string>
#include <vector>

#include <offerkit/file/keys/view.hpp>
#include <offerkit/model/fields/catalogue.hpp>
#include <offerkit/model/tax_words.hpp>

namespace offerkit::file {

/// One line of a form as it is written, with the keys that it takes over.
struct WrittenLine {
    Node table;
    std::string given_in{};  ///< the form whose file last wrote some of it: "us-ny-2025"
    int table_year = 0;      ///< of the file that last gave or confirmed its numbers
    model::Standing standing = model::Standing::enacted;

    [[nodiscard]] std::string_view id() const noexcept;
};

/// A tax form as text: its own keys, and those of the forms it takes over.
struct WrittenForm {
    model::ProfileHeader header;
    Node root{};  ///< without `line`
    std::vector<WrittenLine> lines{};
    int year = 0;
    model::Standing standing = model::Standing::enacted;
    std::vector<diagnostic::SourceId> sources{};  ///< of the files it was read from
};

/// Reads the text of a form: takes over what `like` names, then applies its own lines in their order. Reports what does
/// not fit; nothing when there is too little to go on with.
[[nodiscard]] std::optional<WrittenForm> read_written_form(const View& view, model::ProfileHeader header,
                                                           const std::vector<std::string>& trail);

}  // namespace offerkit::file
