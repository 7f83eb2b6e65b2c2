# What keeps a mistake with memory from becoming more than a crash: for what people install, and for the developer
# build, whose tests would otherwise not see it. tests/hardening.py reads the built program for each of them.

include(CheckCXXCompilerFlag)

if(CMAKE_BUILD_TYPE MATCHES "^(Release|RelWithDebInfo|MinSizeRel)$" AND NOT OFFERKIT_SANITIZERS)
    set(offerkit_hardening_default ON)
else()
    set(offerkit_hardening_default OFF)
endif()
option(OFFERKIT_HARDENING "Build with the compiler's checks against mistakes with memory" ${offerkit_hardening_default})

if(OFFERKIT_HARDENING)
    target_compile_definitions(offerkit_options INTERFACE _GLIBCXX_ASSERTIONS)
    string(TOUPPER "${CMAKE_BUILD_TYPE}" offerkit_build_type)
    set(offerkit_flags "${CMAKE_CXX_FLAGS} ${CMAKE_CXX_FLAGS_${offerkit_build_type}}")
    # It is made of inlined functions, and whoever packages offerkit may have asked for more of it.
    if(offerkit_flags MATCHES "-O[123sz]" AND NOT offerkit_flags MATCHES "_FORTIFY_SOURCE")
        target_compile_options(offerkit_options INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
    endif()
    foreach(flag IN ITEMS -fstack-protector-strong -fstack-clash-protection -fcf-protection)
        string(MAKE_C_IDENTIFIER "offerkit_knows${flag}" offerkit_knows)
        check_cxx_compiler_flag("-Werror ${flag}" "${offerkit_knows}")
        if(${offerkit_knows})
            target_compile_options(offerkit_options INTERFACE "${flag}")
        endif()
    endforeach()
    target_link_options(offerkit_options INTERFACE -Wl,-z,relro,-z,now)
endif()
