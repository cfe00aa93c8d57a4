# cpack: a Debian package of what is installed for users (see resources/package.sh).
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME epochscope)
set(CPACK_PACKAGE_CONTACT "The Epochscope developers <maintainers@epochscope.invalid>")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "viewer of how a neural network learns
 Epochscope plays the training of a classifier: the position of each sample in
 the plane at each epoch, its predicted class and confidence, and its nearest
 neighbours. It projects recorded embeddings, paints classification landscapes,
 finds mislabelled samples, measures how far a projection can be trusted, and
 exports pictures and videos.")
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "ffmpeg, fonts-dejavu-core, libgl1-mesa-dri, qt6-translations-l10n")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL runtime)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PRE_BUILD_SCRIPTS "${PROJECT_SOURCE_DIR}/resources/package/prepare.cmake")
include(CPack)
