#include <cli/commands/commands.hpp>

namespace offerkit::cli::commands {

Answer init(Session&) { return {}; }

}  // namespace offerkit::cli::commands
