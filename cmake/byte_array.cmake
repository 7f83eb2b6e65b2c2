# Files as hexadecimal character arrays: no limit on the length of a literal, no delimiter that a file could contain,
# every byte as it is. Everything is constant-initialised, so start-up runs no code for it.

# Sets `declaration` to the array text_INDEX with the bytes of the file, and `size` to how many they are.
function(offerkit_byte_array path index declaration size)
    file(READ "${path}" hex HEX)
    string(LENGTH "${hex}" digits)
    math(EXPR bytes "${digits} / 2")
    if(bytes EQUAL 0)
        message(FATAL_ERROR "${path}: the file is empty")
    endif()
    string(REGEX REPLACE "(..)" "'\\\\x\\1'," letters "${hex}")
    set(${declaration} "constexpr char text_${index}[${bytes}] = {${letters}};\n" PARENT_SCOPE)
    set(${size} "${bytes}" PARENT_SCOPE)
endfunction()
