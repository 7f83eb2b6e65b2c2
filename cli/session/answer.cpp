#include <cli/session/answer.hpp>

namespace offerkit::cli {

void Output::write_to(const report::Sink& sink) const {
    if (made_) {
        made_(sink);
    } else {
        sink(whole_);
    }
}

std::string Output::text() const {
    std::string all;
    write_to([&](std::string_view piece) {
        all += piece;
        return true;
    });
    return all;
}

render::Screen output_screen(const Invocation& invocation) {
    if (invocation.screen) {
        return *invocation.screen;
    }
    Environment environment = environment_of(Stream::standard_output);
    if (invocation.output) {
        environment.is_terminal = false;
        environment.window_columns.reset();
    }
    return screen_for(environment, invocation.colour);
}

}  // namespace offerkit::cli
