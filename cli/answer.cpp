#include <cli/answer.hpp>

namespace offerkit::cli {

Screen output_screen(const Invocation& invocation) {
    Environment environment = environment_of(Stream::standard_output);
    if (invocation.output) {
        environment.is_terminal = false;
        environment.window_columns.reset();
    }
    return screen_for(environment, invocation.colour);
}

}  // namespace offerkit::cli
