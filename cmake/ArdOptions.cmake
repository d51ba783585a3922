# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# One interface target carries the standard, the warnings and the sanitizers; every target of ours links it.
add_library(ard_options INTERFACE)
add_library(ard::options ALIAS ard_options)
target_compile_features(ard_options INTERFACE cxx_std_20)
target_compile_options(ard_options INTERFACE -Wall -Wextra -Wnon-virtual-dtor -Wcast-align)
# CMake's -O3 makes builds longer and, but for the kernels, which ask for it, programs no faster.
string(REPLACE -O3 -O2 CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 14)
  target_compile_options(ard_options INTERFACE -Wno-restrict) # wrong about std::string's operator+ (GCC bug 105651)
endif()
if(ARD_WERROR)
  target_compile_options(ard_options INTERFACE -Werror)
endif()
if(ARD_SANITIZE)
  # Not optimized: with these checks GCC takes twice as long to optimize them away again.
  target_compile_options(ard_options INTERFACE -O0 -g1 -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  target_link_options(ard_options INTERFACE -fsanitize=address,undefined)
endif()
if(ARD_SANITIZE_THREADS)
  target_compile_options(ard_options INTERFACE -O1 -g1 -fsanitize=thread -Wno-tsan) # std::atomic_thread_fence is Qt's
  target_link_options(ard_options INTERFACE -fsanitize=thread)
endif()
option(ARD_FUZZ "Build libFuzzer programs, see tests/fuzz (needs clang)" OFF)
if(ARD_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "ARD_FUZZ needs clang: configure with -DCMAKE_CXX_COMPILER=clang++")
  endif()
  # AddressSanitizer also has what the drivers without libFuzzer call of its instrumentation.
  target_compile_options(ard_options INTERFACE -O1 -fsanitize=address,fuzzer-no-link)
  target_link_options(ard_options INTERFACE -fsanitize=address)
endif()
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

# A fast linker and a compiler cache where the machine has them.
include(CheckLinkerFlag)
foreach(linker mold lld)
  if(NOT ARD_LINKER)
    check_linker_flag(CXX -fuse-ld=${linker} ARD_HAS_${linker})
    if(ARD_HAS_${linker})
      set(ARD_LINKER ${linker})
    endif()
  endif()
endforeach()
if(ARD_LINKER)
  target_link_options(ard_options INTERFACE -fuse-ld=${ARD_LINKER})
endif()
find_program(ARD_CCACHE ccache)
if(ARD_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${ARD_CCACHE})
endif()

# Sources of a library or program compiled sixteen at a time: names in their anonymous namespaces must differ.
function(ard_compile_in_batches target)
  if(ARD_UNITY)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 16)
  endif()
endfunction()

# ard_add_library(<name> <sources...>): a static library below core/ or ui/ with the usual alias ard::<name>.
function(ard_add_library name)
  add_library(ard_${name} STATIC ${ARGN})
  add_library(ard::${name} ALIAS ard_${name})
  target_link_libraries(ard_${name} PUBLIC ard::options)
  ard_compile_in_batches(ard_${name})
endfunction()
