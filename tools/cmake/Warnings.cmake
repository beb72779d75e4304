# Warnings of our own code. Headers of other projects are SYSTEM and stay silent.
function(thethuc_warnings target)
    target_compile_options(${target} PRIVATE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wsuggest-override -Wnon-virtual-dtor
        # g++ 12 reports these falsely for std::string's own code, inlined
        -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds)
    if(THETHUC_WERROR)
        target_compile_options(${target} PRIVATE -Werror)
    endif()
endfunction()

# A room of the core: a static library that sees src/ and the rooms it names.
function(thethuc_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;USES;PRIVATE_USES" ${ARGN})
    add_library(thethuc_${name} STATIC ${ROOM_SOURCES})
    target_include_directories(thethuc_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(thethuc_${name} PUBLIC ${ROOM_USES} PRIVATE ${ROOM_PRIVATE_USES})
    thethuc_warnings(thethuc_${name})
endfunction()
