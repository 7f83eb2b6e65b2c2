# How every target of this project is compiled, whoever builds it.

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()

# -O2 rather than CMake's -O3: no slower here, half the code to load at start-up.
string(REPLACE "-O3" "-O2" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/lib")
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/lib")

if(OFFERKIT_PYTHON)
    # What goes into the module is loaded wherever there is room.
    set(CMAKE_POSITION_INDEPENDENT_CODE ON)
endif()

add_library(offerkit_options INTERFACE)
target_compile_features(offerkit_options INTERFACE cxx_std_20)
# A fused multiply-add rounds once where the source rounds twice, so figures
# would differ from one processor to the next.
target_compile_options(offerkit_options INTERFACE -ffp-contract=off)

if(OFFERKIT_SANITIZERS)
    target_compile_options(offerkit_options INTERFACE
        "-fsanitize=${OFFERKIT_SANITIZERS}" -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(offerkit_options INTERFACE "-fsanitize=${OFFERKIT_SANITIZERS}")
endif()
