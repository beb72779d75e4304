# The extension: thethuc-VERSION-PLATFORM.oxt, from a staging folder `oxt` in the build folder. The command line
# reads rulesets and messages from the same staging folder, so both always agree.
set(THETHUC_OXT ${CMAKE_BINARY_DIR}/thethuc-${PROJECT_VERSION}-${THETHUC_PLATFORM}.oxt)
set(THETHUC_STAGE ${CMAKE_BINARY_DIR}/oxt)

file(GLOB_RECURSE oxt_inputs CONFIGURE_DEPENDS
    ${CMAKE_SOURCE_DIR}/extension/* ${CMAKE_SOURCE_DIR}/registry/* ${CMAKE_SOURCE_DIR}/templates/*)
add_custom_command(OUTPUT ${THETHUC_OXT}
    COMMAND ${CMAKE_COMMAND}
        -D SOURCE=${CMAKE_SOURCE_DIR} -D STAGE=${THETHUC_STAGE} -D OXT=${THETHUC_OXT}
        -D LIBRARY=$<TARGET_FILE:thethuc_uno> -D TYPES=${UNO_OWN_TYPES} -D STRIP=${CMAKE_STRIP}
        -D VERSION=${PROJECT_VERSION} -D PLATFORM=${THETHUC_PLATFORM} -D SANITIZE=${THETHUC_SANITIZE}
        -P ${CMAKE_SOURCE_DIR}/tools/cmake/PackOxt.cmake
    DEPENDS ${oxt_inputs} ${UNO_OWN_TYPES} thethuc_uno ${CMAKE_SOURCE_DIR}/tools/cmake/PackOxt.cmake
    COMMENT "Extension thethuc-${PROJECT_VERSION}-${THETHUC_PLATFORM}.oxt"
    VERBATIM)
add_custom_target(oxt ALL DEPENDS ${THETHUC_OXT})
