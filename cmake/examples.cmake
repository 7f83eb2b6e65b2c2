# What `offerkit examples` copies: the files of examples/, as one generated source file.

file(GLOB_RECURSE offerkit_examples CONFIGURE_DEPENDS
    "${PROJECT_SOURCE_DIR}/examples/*.toml" "${PROJECT_SOURCE_DIR}/examples/*.json" "${PROJECT_SOURCE_DIR}/examples/*.jsonl"
    "${PROJECT_SOURCE_DIR}/examples/*.md")
set(offerkit_examples_source "${PROJECT_BINARY_DIR}/generated/example_files.cpp")
file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/generated")

# A list in a file: an example that is removed changes the list, and so runs the script again.
set(offerkit_examples_list "${PROJECT_BINARY_DIR}/generated/examples.list")
list(JOIN offerkit_examples "\n" offerkit_examples_text)
file(CONFIGURE OUTPUT "${offerkit_examples_list}" CONTENT "${offerkit_examples_text}" @ONLY)

add_custom_command(
    OUTPUT "${offerkit_examples_source}"
    COMMAND "${CMAKE_COMMAND}"
        "-DLIST=${offerkit_examples_list}" "-DTOP=${PROJECT_SOURCE_DIR}/examples" "-DOUTPUT=${offerkit_examples_source}"
        -P "${PROJECT_SOURCE_DIR}/cmake/embed_examples.cmake"
    DEPENDS ${offerkit_examples} "${offerkit_examples_list}"
        "${PROJECT_SOURCE_DIR}/cmake/embed_examples.cmake" "${PROJECT_SOURCE_DIR}/cmake/byte_array.cmake"
    COMMENT "Embedding the examples"
    VERBATIM)
