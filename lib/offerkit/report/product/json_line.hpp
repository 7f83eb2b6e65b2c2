#pragma once

#include <string>
#include <string_view>

#include <offerkit/report/product/document.hpp>

namespace offerkit::report {

/// An object as one line of JSON, for JSON Lines: without a space between its parts, with a newline at its end. It is
/// put together member by member: large parts are written from where they stand.
class JsonLine {
public:
    JsonLine& add(std::string_view key, const Document& value);
    [[nodiscard]] std::string finished() &&;

private:
    std::string text_{};
};

}  // namespace offerkit::report
