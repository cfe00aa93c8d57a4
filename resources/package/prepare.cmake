# What Debian's policy asks of the files of a package, before CPack packs them.
file(GLOB roots "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/*/usr" "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr")
list(GET roots 0 root)
set(documents "${root}/share/doc/epochscope")
file(COPY_FILE "${CMAKE_CURRENT_LIST_DIR}/copyright" "${documents}/copyright")
file(REMOVE "${documents}/LICENSE")
string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(WRITE "${documents}/changelog" "epochscope (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium

  * Packaged by CPack.

 -- ${CPACK_PACKAGE_CONTACT}  ${date}
")
file(GLOB compressed "${root}/share/man/man1/*.1" "${documents}/changelog")
execute_process(COMMAND gzip -9nf ${compressed} COMMAND_ERROR_IS_FATAL ANY)
