// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// GpuSum: sums over processes that stay on the GPUs, with c10d's NCCL where LibTorch has it (ARD_NCCL, found when the build is
// configured: cmake/ArdDistributed.cmake). A file of its own: its headers need CUDA's.
#include <memory>
#include <torch/types.h>

namespace c10d {
class Store;
}

namespace ard {

class GpuSum {
public:
    virtual ~GpuSum() = default;
    /// Null: this build has none. Every process has a GPU of its own. Throws what c10d throws.
    static std::unique_ptr<GpuSum> make(const c10::intrusive_ptr<c10d::Store> &store, int rank, int count);
    static bool isBuilt();
    /// In place, over all processes; a contiguous tensor on a GPU.
    virtual void sum(torch::Tensor tensor) = 0;
};

} // namespace ard
