# The one list of warnings. Errors for people who work on offerkit, not for
# people who only build it: their compiler may know warnings that ours does not.

add_library(offerkit_warnings INTERFACE)
target_compile_options(offerkit_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion)

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # False alarms of g++ 12 on joining strings (GCC PR105329, PR105651).
    target_compile_options(offerkit_warnings INTERFACE
        -Wno-restrict -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND (OFFERKIT_SANITIZERS OR NOT OFFERKIT_DEVELOPER_MODE))
    # The sanitizers' own code, and what a release inlines, hide from g++ what has been set.
    target_compile_options(offerkit_warnings INTERFACE -Wno-maybe-uninitialized)
endif()
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    # libstdc++ 12 sorts stably through a buffer that it calls deprecated itself.
    target_compile_options(offerkit_warnings INTERFACE -Wno-deprecated-declarations)
endif()

if(OFFERKIT_DEVELOPER_MODE)
    target_compile_options(offerkit_warnings INTERFACE -Werror)
endif()
