# epochscope_embed(TARGET FUNCTION files...): adds a source to the target that defines `epochscope::FUNCTION()`, the contents
# and SHA-256 of these files (src/export/embedded_file.h). CMake runs this file itself to write the source.
function(epochscope_embed target name)
    set(source "${CMAKE_CURRENT_BINARY_DIR}/${target}_${name}.cpp")
    set(script "${PROJECT_SOURCE_DIR}/resources/cmake/EpochscopeEmbed.cmake")
    add_custom_command(OUTPUT "${source}"
        COMMAND "${CMAKE_COMMAND}" "-DEMBED_NAME=${name}" "-DEMBED_FILES=${ARGN}" "-DEMBED_SOURCE=${source}" -P "${script}"
        DEPENDS ${ARGN} "${script}" VERBATIM)
    target_sources(${target} PRIVATE "${source}")
    set_source_files_properties("${source}" PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON SKIP_PRECOMPILE_HEADERS ON)
endfunction()

if(NOT CMAKE_SCRIPT_MODE_FILE)
    return()
endif()

# bytes_of(HEX VARIABLE): the bytes of hexadecimal digits as C++ writes them.
function(bytes_of hex variable)
    string(REGEX REPLACE "(................................)" "\\1\n" hex "${hex}")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
    set(${variable} "${bytes}" PARENT_SCOPE)
endfunction()

set(arrays "")
set(entries "")
set(index 0)
foreach(file IN LISTS EMBED_FILES)
    get_filename_component(name "${file}" NAME)
    file(READ "${file}" content HEX)
    file(SHA256 "${file}" hash)
    bytes_of("${content}" bytes)
    bytes_of("${hash}" hash_bytes)
    string(APPEND arrays "constexpr unsigned char file_${index}[] = {\n${bytes}};\n")
    string(APPEND entries "    {\"${name}\", file_${index}, {${hash_bytes}}},\n")
    math(EXPR index "${index} + 1")
endforeach()
file(WRITE "${EMBED_SOURCE}" "#include \"export/embedded_file.h\"

namespace epochscope {

namespace {

${arrays}
constexpr EmbeddedFile files[] = {
${entries}};

}  // namespace

std::span<const EmbeddedFile> ${EMBED_NAME}() { return files; }

}  // namespace epochscope
")
