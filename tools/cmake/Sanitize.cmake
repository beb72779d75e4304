# Sanitizers, for everything that is built here.
if(THETHUC_SANITIZE)
    add_compile_options(-fsanitize=${THETHUC_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${THETHUC_SANITIZE})
endif()

# A loadable module must name every library it needs; the sanitizers' runtime is the one exception,
# since the process that loads the module brings it.
function(thethuc_no_undefined target)
    # nor shows what the static libraries in it would export (utf8proc)
    target_link_options(${target} PRIVATE -Wl,--exclude-libs,ALL)
    if(NOT THETHUC_SANITIZE)
        target_link_options(${target} PRIVATE -Wl,-z,defs)
    endif()
endfunction()
