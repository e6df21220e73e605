# The program, what it knows, and its licences; nothing of the libraries, which have no stable interface yet.
include(GNUInstallDirs)

install(TARGETS actorgraph RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY ${ACTORGRAPH_DATA_DIR}/ DESTINATION ${CMAKE_INSTALL_DATADIR}/actorgraph)
install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
