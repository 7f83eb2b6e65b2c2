#include <cli/help/completion.hpp>

#include <cli/commands/commands.hpp>

namespace offerkit::cli::commands {

Answer completion(Session& session) {
    const auto& shell = session.invocation().arguments.front();
    return {shell == "bash" ? bash_completion() : shell == "zsh" ? zsh_completion() : fish_completion()};
}

}  // namespace offerkit::cli::commands
