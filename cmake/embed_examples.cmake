# cmake -DLIST=<file of paths> -DTOP=<folder that they are named from> -DOUTPUT=<file.cpp> -P embed_examples.cmake
#
# Writes the examples as one source file, so that the program can copy them wherever it is installed.

include("${CMAKE_CURRENT_LIST_DIR}/byte_array.cmake")

file(STRINGS "${LIST}" paths)
list(SORT paths COMPARE STRING)
set(arrays "")
set(rows "")
set(index 0)
foreach(path IN LISTS paths)
    file(RELATIVE_PATH name "${TOP}" "${path}")
    offerkit_byte_array("${path}" ${index} declaration size)
    string(APPEND arrays "${declaration}")
    string(APPEND rows "    {\"${name}\", {text_${index}, ${size}}},\n")
    math(EXPR index "${index} + 1")
endforeach()

file(WRITE "${OUTPUT}" "// Generated from examples/ by cmake/embed_examples.cmake.
#include <cli/registry/example_files.hpp>

namespace offerkit::cli {
namespace {

${arrays}
constexpr ExampleFile files[] = {
${rows}};

}  // namespace

std::span<const ExampleFile> example_files() noexcept {
    return files;
}

}  // namespace offerkit::cli
")
