#include <offerkit/version.hpp>

namespace offerkit {

std::string_view version() { return OFFERKIT_VERSION; }

}  // namespace offerkit
