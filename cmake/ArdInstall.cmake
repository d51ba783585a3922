# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# `cmake --install`: programs, bundled models, what a desktop wants to know. Included last, when all targets are known.
# Its three parts are the packages that ArdPackage.cmake makes: engine (no Qt), explorer, models.
include(GNUInstallDirs)
set(ARD_APPLICATION_ID org.ardiffusion.Explorer)
set(ARD_SHARE ${CMAKE_INSTALL_DATADIR}/ardiff-explorer)

if(TARGET ardiff)
  install(TARGETS ardiff RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT engine)
  install(TARGETS ardiff_engine RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR} COMPONENT engine)
  install(FILES docs/protocol.md docs/import.md docs/performance.md DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/ardiff COMPONENT engine)
  # Debian's zsh looks in a place of its own.
  if(EXISTS /etc/debian_version)
    set(zsh vendor-completions)
  else()
    set(zsh site-functions)
  endif()
  install(DIRECTORY ${ARD_MANUAL}/man1 DESTINATION ${CMAKE_INSTALL_MANDIR} COMPONENT engine)
  install(FILES ${ARD_MANUAL}/completions/bash/ardiff DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT engine)
  install(FILES ${ARD_MANUAL}/completions/zsh/_ardiff DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/${zsh} COMPONENT engine)
  install(FILES ${ARD_MANUAL}/completions/fish/ardiff.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d
          COMPONENT engine)
endif()

# What is made of a model, not what it was made with: folders with a model.json, without their scripts.
file(GLOB models CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/models/*/model.json)
foreach(model IN LISTS models)
  cmake_path(GET model PARENT_PATH folder)
  install(DIRECTORY ${folder} DESTINATION ${ARD_SHARE}/models COMPONENT models PATTERN "*.sh" EXCLUDE PATTERN "*.awk" EXCLUDE)
endforeach()

if(TARGET ardiff-explorer)
  install(TARGETS ardiff-explorer RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT explorer)
  install(FILES README.md README.zh-CN.md ARCHITECTURE.md DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/ardiff-explorer COMPONENT explorer)
  set(desktop packaging/desktop/${ARD_APPLICATION_ID})
  set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
  install(FILES packaging/desktop/ardiff-explorer.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT explorer)
  install(FILES ${desktop}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT explorer)
  install(FILES ${desktop}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT explorer)
  install(FILES ${desktop}.mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME ${ARD_APPLICATION_ID}.xml
          COMPONENT explorer)
  install(FILES resources/icons/ardiff-explorer.svg DESTINATION ${icons}/scalable/apps RENAME ${ARD_APPLICATION_ID}.svg
          COMPONENT explorer)
  install(FILES ${desktop}.ardrun.svg DESTINATION ${icons}/scalable/mimetypes COMPONENT explorer)
  install(DIRECTORY packaging/desktop/icons/ DESTINATION ${icons} COMPONENT explorer)
endif()

include(ArdPackage)
