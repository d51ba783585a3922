# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# `cpack -G DEB`: three packages for the Debian that it runs on: ardiff, ardiff-explorer, ardiff-models. packaging/package.sh calls it.
set(debian ${PROJECT_SOURCE_DIR}/packaging/debian)

# Which Debian: its number is part of the version, so that the packages of two Debians differ and an upgrade takes the newer.
set(ARD_DEBIAN_RELEASE 1)
if(EXISTS /etc/os-release)
  file(STRINGS /etc/os-release number REGEX "^VERSION_ID=")
  string(REGEX MATCH "[0-9]+" number "${number}")
  if(number)
    set(ARD_DEBIAN_RELEASE 1~deb${number})
  endif()
endif()
set(version "${PROJECT_VERSION}-${ARD_DEBIAN_RELEASE}")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME ardiff-explorer)
set(CPACK_PACKAGE_CONTACT "AR-Diffusion Explorer authors <maintainers@ardiffusion.invalid>")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${ARD_DEBIAN_RELEASE})
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_COMPONENTS_ALL models)
set(about "AR-Diffusion writes text by turning noise into words in many small\n\
steps, with a timestep of its own for every position of the sentence.")

# A fast BLAS by name: LibTorch is content with Debian's default one, which is thirty times slower, and nobody would look for that.
if(TARGET ardiff)
  list(APPEND CPACK_COMPONENTS_ALL engine)
  set(CPACK_DEBIAN_ENGINE_PACKAGE_NAME ardiff)
  set(CPACK_DEBIAN_ENGINE_PACKAGE_SHLIBDEPS ON)
  set(CPACK_DEBIAN_ENGINE_PACKAGE_DEPENDS "libblis4-openmp | libopenblas0-pthread")
  set(CPACK_DEBIAN_ENGINE_PACKAGE_RECOMMENDS "ardiff-models")
  foreach(script postinst postrm triggers)
    configure_file(${debian}/ardiff.${script}.in ${PROJECT_BINARY_DIR}/debian/${script} @ONLY)
    list(APPEND CPACK_DEBIAN_ENGINE_PACKAGE_CONTROL_EXTRA ${PROJECT_BINARY_DIR}/debian/${script})
  endforeach()
  set(CPACK_COMPONENT_ENGINE_DESCRIPTION "train, run and study AR-Diffusion text models\n${about}\n\n\
This is the command line program, which trains such models, writes with\n\
them, scores and compares what they write. It needs no display and is the\n\
engine behind the window of ardiff-explorer, here or through ssh.")
endif()

set(CPACK_DEBIAN_MODELS_PACKAGE_NAME ardiff-models)
set(CPACK_DEBIAN_MODELS_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_MODELS_PACKAGE_ENHANCES "ardiff, ardiff-explorer")
set(CPACK_COMPONENT_MODELS_DESCRIPTION "small AR-Diffusion models and recorded runs of them\n${about}\n\n\
These are the models that come with the program, with recorded runs:\n\
sentences of a small grammar, facts about a restaurant as a sentence, a\n\
sentence with the words that it is given, English for German sentences.")

if(TARGET ardiff-explorer)
  list(APPEND CPACK_COMPONENTS_ALL explorer)
  set(CPACK_DEBIAN_EXPLORER_PACKAGE_NAME ardiff-explorer)
  set(CPACK_DEBIAN_EXPLORER_PACKAGE_SHLIBDEPS ON)
  # The icons are drawn by a plugin, which is in a package of its own since Qt 6.8.
  set(CPACK_DEBIAN_EXPLORER_PACKAGE_DEPENDS
      "ardiff (= ${version}), ardiff-models (>= ${PROJECT_VERSION}), qt6-svg-plugins | libqt6svg6 (<< 6.7), fonts-dejavu-core")
  set(CPACK_DEBIAN_EXPLORER_PACKAGE_RECOMMENDS "fonts-noto-cjk, qt6-translations-l10n, qt6-wayland")
  set(CPACK_COMPONENT_EXPLORER_DESCRIPTION "watch a diffusion model write a sentence\n${about}\n\n\
This is a window that shows it as it happens: a plane of token position by\n\
diffusion timestep that fills while a real model denoises, the words at\n\
every step, and the numbers behind each cell; timestep schedules side by\n\
side from the same noise.")
endif()

# What Debian's policy wants in every package: copyright, changelog, man pages compressed, reasons for what lintian says.
string(TIMESTAMP ARD_CHANGELOG_DATE "%a, %d %b %Y %H:%M:%S +0000" UTC)
configure_file(${debian}/finish.cmake.in ${PROJECT_BINARY_DIR}/debian/finish.cmake @ONLY)
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_BINARY_DIR}/debian/finish.cmake)
# package.sh has built what is packed; all the rest, tests among it, would take a quarter of an hour.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)
include(CPack)
