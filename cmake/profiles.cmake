# profiles/<kind>/<id>.toml become one generated source file, so that the
# program carries them and finds them wherever it is installed.

file(GLOB offerkit_profiles CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/profiles/*/*.toml")
set(offerkit_profiles_source "${PROJECT_BINARY_DIR}/generated/builtin_profiles.cpp")
file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/generated")

# A list in a file rather than on the command line: a profile that is removed
# changes the list, and so runs the script again.
set(offerkit_profiles_list "${PROJECT_BINARY_DIR}/generated/profiles.list")
list(JOIN offerkit_profiles "\n" offerkit_profiles_text)
file(CONFIGURE OUTPUT "${offerkit_profiles_list}" CONTENT "${offerkit_profiles_text}" @ONLY)

add_custom_command(
    OUTPUT "${offerkit_profiles_source}"
    COMMAND "${CMAKE_COMMAND}"
        "-DLIST=${offerkit_profiles_list}" "-DOUTPUT=${offerkit_profiles_source}"
        -P "${PROJECT_SOURCE_DIR}/cmake/embed_profiles.cmake"
    DEPENDS ${offerkit_profiles} "${offerkit_profiles_list}"
        "${PROJECT_SOURCE_DIR}/cmake/embed_profiles.cmake" "${PROJECT_SOURCE_DIR}/cmake/byte_array.cmake"
    COMMENT "Embedding the built-in profiles"
    VERBATIM)
