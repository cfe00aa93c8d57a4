# cmake --install: the program with its manual, and for programs of others the modules without Qt as a CMake package.
# Components: runtime and development.
include(CMakePackageConfigHelpers)
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME runtime)

# Man pages and completions are made by the program, out of the options that it declares.
set(reference "${PROJECT_BINARY_DIR}/reference")
set(reference_commands "")
foreach(form IN ITEMS man bash zsh fish)
    list(APPEND reference_commands COMMAND epochscope reference ${form} --out "${reference}/${form}")
endforeach()
add_custom_command(OUTPUT "${reference}/done" COMMAND "${CMAKE_COMMAND}" -E rm -rf "${reference}" ${reference_commands}
    COMMAND "${CMAKE_COMMAND}" -E touch "${reference}/done" DEPENDS epochscope)
add_custom_target(epochscope_reference ALL DEPENDS "${reference}/done")

install(TARGETS epochscope)
install(DIRECTORY "${reference}/man/" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
install(DIRECTORY "${reference}/bash/" DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions")
install(DIRECTORY "${reference}/zsh/" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions")
install(DIRECTORY "${reference}/fish/" DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")
install(FILES LICENSE README.md DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(DIRECTORY resources/manual DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(FILES resources/python/epochscope.py resources/python/pyproject.toml DESTINATION "${CMAKE_INSTALL_DATADIR}/epochscope/python")
install(DIRECTORY data/ DESTINATION "${CMAKE_INSTALL_DATADIR}/epochscope")
if(EPOCHSCOPE_APP)
    install(TARGETS epochscope-desktop)
    install(FILES resources/epochscope.desktop DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
    install(FILES resources/epochscope-mime.xml DESTINATION "${CMAKE_INSTALL_DATADIR}/mime/packages" RENAME epochscope.xml)
    install(FILES resources/epochscope.metainfo.xml DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
    install(FILES resources/icons/epochscope.svg DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
endif()
if(EPOCHSCOPE_TORCH)
    # Where the program looks for it, on every system.
    install(TARGETS epochscope_torch LIBRARY DESTINATION lib/epochscope)
endif()

set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME development)
set(package "${CMAKE_INSTALL_LIBDIR}/cmake/epochscope")
set(modules model compute io analysis render projection opening export events)
list(TRANSFORM modules PREPEND epochscope_ OUTPUT_VARIABLE targets)
install(TARGETS ${targets} EXPORT epochscope-targets)
foreach(module IN LISTS modules)
    install(DIRECTORY include/epochscope/${module} DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/epochscope" OPTIONAL)
    set_target_properties(epochscope_${module} PROPERTIES EXPORT_NAME ${module})
endforeach()
install(EXPORT epochscope-targets NAMESPACE epochscope:: DESTINATION "${package}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/epochscope-config-version.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/epochscope-config-version.cmake" "${CMAKE_CURRENT_LIST_DIR}/epochscope-config.cmake"
    DESTINATION "${package}")
