# Tests that are scripts. The label `once` marks those whose result does not
# depend on how the program was compiled: the sanitizer run leaves them out.

find_package(Python3 3.9 REQUIRED COMPONENTS Interpreter)

file(GLOB offerkit_tool_tests CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tools/*_test.py")
foreach(file IN LISTS offerkit_tool_tests)
    cmake_path(GET file STEM stem)
    string(REGEX REPLACE "_test$" "" tool "${stem}")
    add_test(NAME tools/${tool} COMMAND "${Python3_EXECUTABLE}" -B "${file}")
    set_tests_properties(tools/${tool} PROPERTIES LABELS "script;once" TIMEOUT 60)
endforeach()

add_test(NAME install/release_name
    COMMAND "${Python3_EXECUTABLE}" -B "${CMAKE_CURRENT_SOURCE_DIR}/release_name.py" "${CMAKE_COMMAND}" "${PROJECT_SOURCE_DIR}")
set_tests_properties(install/release_name PROPERTIES LABELS "script;once" TIMEOUT 60)

add_test(NAME install/consumer
    COMMAND "${CMAKE_CURRENT_SOURCE_DIR}/install/run.sh"
        "${PROJECT_BINARY_DIR}" "${CMAKE_COMMAND}" "${CMAKE_CXX_COMPILER}")
set_tests_properties(install/consumer PROPERTIES LABELS "install;once" TIMEOUT 600)

if(OFFERKIT_HARDENING)
    add_test(NAME hardening/program
        COMMAND "${Python3_EXECUTABLE}" -B "${CMAKE_CURRENT_SOURCE_DIR}/hardening.py" program "$<TARGET_FILE:offerkit_cli>")
    set_tests_properties(hardening/program PROPERTIES LABELS "script;once" TIMEOUT 120)
endif()
add_test(NAME hardening/release
    COMMAND "${Python3_EXECUTABLE}" -B "${CMAKE_CURRENT_SOURCE_DIR}/hardening.py" release
        "${CMAKE_COMMAND}" "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}/scratch/release")
set_tests_properties(hardening/release PROPERTIES LABELS "script;once" TIMEOUT 120)
