#include <cli/registry/release.hpp>

namespace offerkit::cli {

std::string_view release() noexcept { return OFFERKIT_RELEASE; }

}  // namespace offerkit::cli
