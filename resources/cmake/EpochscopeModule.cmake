# How every part of the project is built, and the one function that makes a module of a folder.
# Debian's name of the folder, for all systems. The default has the capital of the project.
set(CMAKE_INSTALL_DOCDIR share/doc/epochscope CACHE PATH "Where the manual is installed")
include(GNUInstallDirs)

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
target_include_directories(epochscope_options INTERFACE "${PROJECT_SOURCE_DIR}/include")
# Libraries and programs alike are position independent, so that they can share precompiled headers.
target_compile_options(epochscope_options INTERFACE -fPIC
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor
    -Woverloaded-virtual "$<$<BOOL:${EPOCHSCOPE_WERROR}>:-Werror>")
# Every SIMD target gives the same bytes, which a multiplication fused with an addition would not.
target_compile_options(epochscope_options INTERFACE -ffp-contract=off)
if(EPOCHSCOPE_UNITY)
    # In a unity source, names of one file may hide those of another; the step tidy of tests/run.sh compiles each file alone.
    target_compile_options(epochscope_options INTERFACE -Wno-shadow $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()
# What takes longer to compile than to run has the property EPOCHSCOPE_THIN and is optimized less: tests, command line, window.
set(thin "$<BOOL:$<TARGET_PROPERTY:EPOCHSCOPE_THIN>>")
if(EPOCHSCOPE_SANITIZE)
    target_compile_options(epochscope_options INTERFACE
        -fsanitize=${EPOCHSCOPE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer "$<${thin}:-O0>")
    target_link_options(epochscope_options INTERFACE -fsanitize=${EPOCHSCOPE_SANITIZE})
else()
    # At -O1, GCC warns of variables that are initialized.
    target_compile_options(epochscope_options INTERFACE "$<${thin}:-O1;-Wno-maybe-uninitialized>")
endif()
if(EPOCHSCOPE_FUZZ)
    target_compile_options(epochscope_options INTERFACE "$<$<NOT:${thin}>:-fsanitize=fuzzer-no-link>")
endif()

# epochscope_unity(TARGET sources...): compiles up to 12 sources of a target as one, since most of the time goes into headers.
# Sources that declare the same name at the start of a line (in unnamed namespaces, mostly) do not share a group, and a source
# that declares a name of a header in the list stands alone. Groups are chosen at configure time: if an edit makes names
# collide ("redefinition of ..."), run cmake --preset again.
function(epochscope_unity target)
    # Kernels are compiled once for each SIMD target, by including themselves.
    list(FILTER ARGN EXCLUDE REGEX "_simd\\.cpp$")
    set(headers ${ARGN})
    list(FILTER headers INCLUDE REGEX "\\.h$")
    list(REMOVE_ITEM ARGN ${headers} "")
    set(names_of_headers "-")
    set(group_count 0)
    foreach(source IN LISTS headers ARGN)
        file(READ "${source}" text)
        string(REGEX REPLACE "[][;]" "," text "\n${text}")
        string(REGEX MATCHALL "\n[A-Za-z][^\n]*" lines "${text}")
        set(names "")
        foreach(line IN LISTS lines)
            if(NOT line MATCHES "^\n(namespace|static_assert|using|TEST_CASE)" AND line MATCHES "^[^(=]*[ &*]([A-Za-z_0-9]+)( final)?( =| :| ?[({,])")
                list(APPEND names "${CMAKE_MATCH_1}")
            endif()
        endforeach()
        if(source MATCHES "\\.h$")
            list(JOIN names "|" declared)
            string(APPEND names_of_headers "|${declared}")
            continue()
        endif()
        set(shared "${names}")
        list(FILTER shared INCLUDE REGEX "^(${names_of_headers})$")
        if(shared)
            continue()
        endif()
        set(group 0)
        while(group LESS group_count)
            set(shared "${names}")
            list(FILTER shared INCLUDE REGEX "^(${names_of_group_${group}})$")
            if(NOT shared AND size_of_group_${group} LESS 12)
                break()
            endif()
            math(EXPR group "${group} + 1")
        endwhile()
        if(group EQUAL group_count)
            math(EXPR group_count "${group_count} + 1")
            set(names_of_group_${group} "-")
            set(size_of_group_${group} 0)
        endif()
        foreach(declared IN LISTS names)
            string(APPEND names_of_group_${group} "|${declared}")
        endforeach()
        math(EXPR size_of_group_${group} "${size_of_group_${group}} + 1")
        set_source_files_properties("${source}" PROPERTIES UNITY_GROUP "${target}_${group}")
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()

# epochscope_module(NAME [THIN] [PUBLIC libraries...] [PRIVATE libraries...] [EXCLUDE files...]
#                   [PRECOMPILE headers... | PRECOMPILED_BY module]): the static library epochscope::NAME from src/NAME and
# include/epochscope/NAME. What it links is what the architecture allows it to see. Headers of others' that most of its
# files include are parsed once, by it or by a module below it; every file includes what it needs all the same. THIN modules
# do not loop over large arrays themselves and are not linked by fuzz targets.
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
        PUBLIC ${MODULE_PUBLIC} PRIVATE $<BUILD_INTERFACE:epochscope_options> ${MODULE_PRIVATE})
    target_include_directories(epochscope_${name} PRIVATE "${PROJECT_SOURCE_DIR}/src" PUBLIC
        "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>" "$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>")
    if(MODULE_THIN)
        set_target_properties(epochscope_${name} PROPERTIES EPOCHSCOPE_THIN ON)
    endif()
    if(EPOCHSCOPE_UNITY)
        list(FILTER sources INCLUDE REGEX "\\.cpp$")
        epochscope_unity(epochscope_${name} ${sources})
    endif()
    if(MODULE_PRECOMPILE)
        target_precompile_headers(epochscope_${name} PRIVATE ${MODULE_PRECOMPILE})
    elseif(MODULE_PRECOMPILED_BY)
        target_precompile_headers(epochscope_${name} REUSE_FROM epochscope_${MODULE_PRECOMPILED_BY})
    endif()
endfunction()
