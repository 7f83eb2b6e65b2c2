#include <offerkit/diagnostic/formatted.hpp>

#include <fmt/args.h>
#include <fmt/format.h>

namespace offerkit::diagnostic {

std::string filled(std::string_view sentence, std::initializer_list<std::string_view> parts) {
    fmt::dynamic_format_arg_store<fmt::format_context> blanks;
    blanks.reserve(parts.size(), 0);
    for (const auto part : parts) {
        blanks.push_back(part);
    }
    return fmt::vformat(fmt::string_view(sentence.data(), sentence.size()), blanks);
}

}  // namespace offerkit::diagnostic
