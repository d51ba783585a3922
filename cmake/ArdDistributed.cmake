# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Training with several processes, with what this LibTorch brings: Gloo, and NCCL for gradients on GPUs.
# ard_distributed(<sources...>): defines ARD_GLOO and ARD_NCCL for these files of the present folder; call it after find_package(Torch).
include(CheckCXXSourceCompiles)

set(ARD_C10D "${TORCH_INSTALL_PREFIX}/include/torch/csrc/distributed/c10d")

# c10d's header is always there; whether it can be used is only known when a program with it links.
function(ard_find_nccl result)
  set(${result} OFF PARENT_SCOPE)
  find_path(ARD_NCCL_INCLUDE nccl.h HINTS $ENV{NCCL_ROOT_DIR} $ENV{CUDA_HOME} /usr/local/cuda PATH_SUFFIXES include)
  find_package(CUDAToolkit QUIET)
  if(NOT ARD_NCCL_INCLUDE OR NOT CUDAToolkit_FOUND OR NOT EXISTS "${ARD_C10D}/ProcessGroupNCCL.hpp")
    return()
  endif()
  set(CMAKE_REQUIRED_INCLUDES ${TORCH_INCLUDE_DIRS} ${ARD_NCCL_INCLUDE} ${CUDAToolkit_INCLUDE_DIRS})
  set(CMAKE_REQUIRED_DEFINITIONS -DUSE_C10D_NCCL)
  set(CMAKE_REQUIRED_FLAGS "-std=c++20 ${TORCH_CXX_FLAGS}")
  set(CMAKE_REQUIRED_LIBRARIES ${TORCH_LIBRARIES})
  check_cxx_source_compiles("#include <torch/csrc/distributed/c10d/ProcessGroupNCCL.hpp>
    int main(int count, char **) { return c10d::ProcessGroupNCCL(c10::intrusive_ptr<c10d::Store>(), 0, count).getSize(); }"
    ARD_NCCL_LINKS)
  set(${result} ${ARD_NCCL_LINKS} PARENT_SCOPE)
endfunction()

function(ard_distributed)
  set(definitions)
  # c10d's Gloo is in LibTorch, its headers want those of Gloo.
  find_path(ARD_GLOO_INCLUDE gloo/context.h HINTS ${TORCH_INSTALL_PREFIX}/include)
  if(ARD_GLOO_INCLUDE AND EXISTS "${ARD_C10D}/ProcessGroupGloo.hpp")
    list(APPEND definitions ARD_GLOO USE_C10D_GLOO)
    ard_find_nccl(nccl)
    if(nccl)
      list(APPEND definitions ARD_NCCL USE_C10D_NCCL)
      target_include_directories(ard_engine SYSTEM PRIVATE ${ARD_NCCL_INCLUDE} ${CUDAToolkit_INCLUDE_DIRS})
      message(STATUS "Training with several processes: NCCL for gradients on GPUs, Gloo for others")
    else()
      message(STATUS "Training with several processes: Gloo (LibTorch, CUDA's headers or nccl.h have no NCCL)")
    endif()
  else()
    message(STATUS "Gloo was not found: training runs in one process")
  endif()
  set_source_files_properties(${ARGN} PROPERTIES COMPILE_DEFINITIONS "${definitions}")
endfunction()
