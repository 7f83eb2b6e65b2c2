# What `cmake --install` lays down: the program, the library with its headers,
# a CMake package, a pkg-config file, the manual pages, the completions, the
# JSON Schemas and the examples.

include(CMakePackageConfigHelpers)

install(TARGETS offerkit_cli RUNTIME COMPONENT offerkit_program)
install(TARGETS offerkit EXPORT offerkit-targets
    ARCHIVE COMPONENT offerkit_development
    LIBRARY COMPONENT offerkit_program
    FILE_SET HEADERS COMPONENT offerkit_development)

get_target_property(offerkit_type offerkit TYPE)
set(offerkit_package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/offerkit")
install(EXPORT offerkit-targets
    NAMESPACE offerkit:: DESTINATION "${offerkit_package_dir}" COMPONENT offerkit_development)

configure_package_config_file(cmake/offerkit-config.cmake.in
    "${PROJECT_BINARY_DIR}/generated/offerkit-config.cmake"
    INSTALL_DESTINATION "${offerkit_package_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/generated/offerkit-config-version.cmake"
    COMPATIBILITY SameMinorVersion)
install(FILES
        "${PROJECT_BINARY_DIR}/generated/offerkit-config.cmake"
        "${PROJECT_BINARY_DIR}/generated/offerkit-config-version.cmake"
    DESTINATION "${offerkit_package_dir}" COMPONENT offerkit_development)

# A static offerkit needs its libraries on the user's link line, a shared one
# brings them along.
if(offerkit_type STREQUAL "STATIC_LIBRARY")
    set(offerkit_pc_requires "Requires: tomlplusplus, libutf8proc")
else()
    set(offerkit_pc_requires "Requires.private: tomlplusplus, libutf8proc")
endif()
# Found from where the file lies, so that an installed tree can be moved.
file(RELATIVE_PATH offerkit_pc_up "/prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/prefix")
string(REGEX REPLACE "/$" "" offerkit_pc_up "${offerkit_pc_up}")
configure_file(cmake/offerkit.pc.in "${PROJECT_BINARY_DIR}/generated/offerkit.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/generated/offerkit.pc"
    DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT offerkit_development)

install(FILES "${offerkit_manual_dir}/offerkit.1" ${offerkit_command_pages}
    DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" COMPONENT offerkit_program)
install(FILES "${offerkit_manual_dir}/offerkit.5"
    DESTINATION "${CMAKE_INSTALL_MANDIR}/man5" COMPONENT offerkit_program)
install(FILES "${offerkit_manual_dir}/offerkit.bash" RENAME offerkit
    DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" COMPONENT offerkit_program)
install(FILES "${offerkit_manual_dir}/_offerkit"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions" COMPONENT offerkit_program)
install(FILES "${offerkit_manual_dir}/offerkit.fish"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d" COMPONENT offerkit_program)

install(FILES ${offerkit_schema_files}
    DESTINATION "${CMAKE_INSTALL_DATADIR}/offerkit/schema" COMPONENT offerkit_program)

install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT offerkit_program)
foreach(document IN ITEMS README.md CHANGELOG.md SECURITY.md)
    if(EXISTS "${PROJECT_SOURCE_DIR}/${document}")
        install(FILES "${document}"
            DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT offerkit_program)
    endif()
endforeach()
foreach(folder IN ITEMS docs examples)
    if(IS_DIRECTORY "${PROJECT_SOURCE_DIR}/${folder}")
        install(DIRECTORY "${folder}"
            DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT offerkit_program)
    endif()
endforeach()
