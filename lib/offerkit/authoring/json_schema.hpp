#pragma once

#include <string>

#include <offerkit/model/fields/fields.hpp>

namespace offerkit::authoring {

/// The JSON Schema (draft 07) of a kind of file, for editors that check and complete TOML: a file that begins with
/// `#:schema offer.schema.json` is checked while it is typed. It knows every key, type, word and default of the field
/// table; what several keys mean together (a salary or an hourly rate, portions that add up) only `offerkit check`
/// knows.
[[nodiscard]] std::string json_schema(const model::Schema& schema);

}  // namespace offerkit::authoring
