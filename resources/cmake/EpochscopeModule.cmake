# How every part of the project is built, and the one function that makes a module of a folder.

if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# What one build folder has compiled serves the others: paths count from the project's folder, and precompiled headers by
# their contents.
find_program(CCACHE ccache)
if(CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}"
        CCACHE_SLOPPINESS=pch_defines,time_macros "${CCACHE}")
endif()

# The interface library that every target of ours links: warnings, sanitizers, include folders.
add_library(epochscope_options INTERFACE)
target_include_directories(epochscope_options INTERFACE "${PROJECT_SOURCE_DIR}/include" "${PROJECT_SOURCE_DIR}/src")
# Libraries and programs alike are position independent, so that they can share precompiled headers.
target_compile_options(epochscope_options INTERFACE -fPIC
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor
    -Woverloaded-virtual -Werror)
# Every vector level gives the same bytes, which a multiplication fused with an addition would not.
target_compile_options(epochscope_options INTERFACE -ffp-contract=off)
# What takes longer to compile than to run has the property EPOCHSCOPE_THIN and is hardly optimized: tests, and under
# sanitizers, which find as much there, thin modules.
set(thin "$<BOOL:$<TARGET_PROPERTY:EPOCHSCOPE_THIN>>")
if(EPOCHSCOPE_SANITIZE)
    target_compile_options(epochscope_options INTERFACE
        -fsanitize=${EPOCHSCOPE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer "$<${thin}:-O0>")
    target_link_options(epochscope_options INTERFACE -fsanitize=${EPOCHSCOPE_SANITIZE})
else()
    target_compile_options(epochscope_options INTERFACE "$<${thin}:-O1>")
endif()
if(EPOCHSCOPE_FUZZ)
    target_compile_options(epochscope_options INTERFACE "$<$<NOT:${thin}>:-fsanitize=fuzzer-no-link>")
endif()

# epochscope_module(NAME [THIN] [PUBLIC libraries...] [PRIVATE libraries...] [EXCLUDE files...]
#                   [PRECOMPILE headers... | PRECOMPILED_BY module]): the static library epochscope::NAME from src/NAME and
# include/epochscope/NAME. What it links is what the architecture allows it to see. Headers of others' that most of its
# files include are parsed once, by it or by a module below it; every file includes what it needs all the same. THIN is
# what goes through no large arrays itself and is linked by no fuzz target.
function(epochscope_module name)
    cmake_parse_arguments(MODULE "THIN" "PRECOMPILED_BY" "PUBLIC;PRIVATE;EXCLUDE;PRECOMPILE" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS
        "${PROJECT_SOURCE_DIR}/src/${name}/*.cpp"
        "${PROJECT_SOURCE_DIR}/src/${name}/*.h"
        "${PROJECT_SOURCE_DIR}/include/epochscope/${name}/*.h")
    foreach(file IN LISTS MODULE_EXCLUDE)
        list(REMOVE_ITEM sources "${PROJECT_SOURCE_DIR}/src/${name}/${file}")
    endforeach()
    add_library(epochscope_${name} STATIC ${sources})
    add_library(epochscope::${name} ALIAS epochscope_${name})
    target_link_libraries(epochscope_${name}
        PUBLIC ${MODULE_PUBLIC} PRIVATE epochscope_options ${MODULE_PRIVATE})
    target_include_directories(epochscope_${name} PUBLIC "${PROJECT_SOURCE_DIR}/include" "${PROJECT_SOURCE_DIR}/src")
    if(MODULE_THIN AND EPOCHSCOPE_SANITIZE)
        set_target_properties(epochscope_${name} PROPERTIES EPOCHSCOPE_THIN ON)
    endif()
    if(MODULE_PRECOMPILE)
        target_precompile_headers(epochscope_${name} PRIVATE ${MODULE_PRECOMPILE})
    elseif(MODULE_PRECOMPILED_BY)
        target_precompile_headers(epochscope_${name} REUSE_FROM epochscope_${MODULE_PRECOMPILED_BY})
    endif()
endfunction()
