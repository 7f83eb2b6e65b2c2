#include <string>
#include <vector>

#include <cli/run.hpp>

int main(int argc, char** argv) {
    // A program may be started without even its own name.
    const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
    return offerkit::cli::run(words);
}
