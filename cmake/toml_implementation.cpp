// toml++ compiled once, for a program that needs no shared library. cmake/dependencies.cmake defines what makes it the
// implementation, without the assertions that some malformed input would reach.
#include <toml++/toml.h>
