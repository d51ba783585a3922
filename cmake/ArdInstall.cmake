# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# `cmake --install`: programs, bundled models, what a desktop wants to know. Included last, when all targets are known.
include(GNUInstallDirs)
set(ARD_APPLICATION_ID org.ardiffusion.Explorer)
set(ARD_SHARE ${CMAKE_INSTALL_DATADIR}/ardiff-explorer)

foreach(program ardiff ardiff-explorer)
  if(TARGET ${program})
    install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  endif()
endforeach()

if(TARGET ardiff_engine)
  install(TARGETS ardiff_engine RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR})
endif()

install(DIRECTORY models/ DESTINATION ${ARD_SHARE}/models)
install(FILES README.md ARCHITECTURE.md LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/ardiff-explorer)
install(FILES docs/protocol.md docs/import.md docs/performance.md DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/ardiff-explorer/docs)

if(TARGET ardiff-explorer)
  set(desktop packaging/desktop/${ARD_APPLICATION_ID})
  install(FILES ${desktop}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES ${desktop}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
  install(FILES ${desktop}.mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME ${ARD_APPLICATION_ID}.xml)
  install(FILES resources/icons/ardiff-explorer.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps
          RENAME ${ARD_APPLICATION_ID}.svg)
endif()

# `cpack -G DEB` in the build folder makes a Debian package (needs dpkg-dev, for the libraries it depends on).
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME ardiff-explorer)
set(CPACK_PACKAGE_CONTACT "The AR-Diffusion Explorer authors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "watch a diffusion model write a sentence")
set(CPACK_PACKAGE_DESCRIPTION "A window that shows how an AR-Diffusion text model denoises a sentence, and ardiff, the engine under\n\
it: training, sampling and evaluation from the command line.")
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libblis4-openmp, fonts-dejavu-core, fonts-noto-cjk")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_STRIP_FILES ON)
include(CPack)
