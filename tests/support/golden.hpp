#pragma once

#include <string>
#include <string_view>

namespace golden {

/// Checks that `text` equals the file tests/golden/<path>, and fails the test
/// case with the first line that differs when it does not. With the environment
/// variable OFFERKIT_UPDATE_GOLDEN=1 the file is written instead, and the check
/// passes: read the difference in git before committing it.
void check(std::string_view path, std::string_view text);

/// The same for a file named from the top of the repository, such as the
/// expected output that lies beside an example.
void check_source_file(std::string_view path, std::string_view text);

/// Where two texts first differ, told for a person: the line's number and both
/// lines with invisible characters escaped. Empty when they are equal.
std::string first_difference(std::string_view expected, std::string_view actual);

}  // namespace golden
