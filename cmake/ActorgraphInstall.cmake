# What the program knows, and its licences; cli installs the program. The libraries have no stable interface yet.
include(GNUInstallDirs)

# The program looks for ../share/actorgraph beside itself.
install(DIRECTORY ${ACTORGRAPH_DATA_DIR}/ DESTINATION ${CMAKE_INSTALL_DATADIR}/actorgraph)
install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
