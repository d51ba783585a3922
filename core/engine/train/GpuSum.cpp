// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/GpuSum.h"

#ifdef ARD_NCCL
#include <torch/csrc/distributed/c10d/ProcessGroupNCCL.hpp>
#include <vector>
#endif

namespace ard {

#ifdef ARD_NCCL

namespace {

class NcclSum final : public GpuSum {
public:
    NcclSum(const c10::intrusive_ptr<c10d::Store> &store, int rank, int count)
        : m_group(c10::make_intrusive<c10d::ProcessGroupNCCL>(store, rank, count))
    {
    }

    void sum(torch::Tensor tensor) override
    {
        std::vector<torch::Tensor> tensors{std::move(tensor)};
        m_group->allreduce(tensors)->wait(); // later work on this GPU waits for it, this thread need not
    }

private:
    c10::intrusive_ptr<c10d::ProcessGroupNCCL> m_group;
};

} // namespace

bool GpuSum::isBuilt()
{
    return true;
}

std::unique_ptr<GpuSum> GpuSum::make(const c10::intrusive_ptr<c10d::Store> &store, int rank, int count)
{
    return std::make_unique<NcclSum>(store, rank, count);
}

#else

bool GpuSum::isBuilt()
{
    return false;
}

#ifdef ARD_GLOO
std::unique_ptr<GpuSum> GpuSum::make(const c10::intrusive_ptr<c10d::Store> &, int, int)
{
    return nullptr;
}
#endif

#endif

} // namespace ard
