#include <offerkit/report/words/envelope.hpp>

#include <offerkit/version.hpp>

namespace offerkit::report {

Document envelope(std::string_view command) {
    constexpr int schema = 1;
    return Document::object(
        {{"offerkit", Document::object({{"version", version()}, {"command", command}, {"schema", schema}})}});
}

}  // namespace offerkit::report
