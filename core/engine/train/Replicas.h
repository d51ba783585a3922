// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Replicas: the processes that train one model together, each on its share of every batch; gradients are summed over all of them
// with c10d as LibTorch ships it: Gloo, or on GPUs NCCL where it is built with it (then each process needs a GPU of its own).
// Started by torchrun, mpirun or srun: rank and number of processes come from
// the environment (RANK and WORLD_SIZE, OMPI_COMM_WORLD_*, PMI_*, SLURM_PROCID and SLURM_STEP_NUM_TASKS), the meeting point from MASTER_ADDR
// and MASTER_PORT. Every process must make the same calls in the same order. Throws what c10d throws: train() guards it.
#include "base/Result.h"
#include "engine/model/Parameters.h"
#include <memory>

namespace ard {

class Replicas {
public:
    /// Waits until all processes are there. One process, as without any of the variables: nothing to wait for. Error: the variables
    /// contradict each other, the others did not come, or this build has no Gloo.
    static Result<std::unique_ptr<Replicas>> fromEnvironment();
    ~Replicas();

    int rank() const { return m_rank; }
    int count() const { return m_count; }
    int localRank() const { return m_localRank; } ///< among the processes of this machine: which GPU
    bool isFirst() const { return m_rank == 0; }
    /// What sums the gradients of a model there: "nccl" or "gloo".
    static const char *summedBy(const torch::Device &device);

    /// In place, over all processes; a contiguous tensor on the CPU, or where summedBy says nccl on the GPU.
    void sum(torch::Tensor tensor) const;
    /// Gradients over all processes; returns whether stop was true in any of them.
    bool sumGradients(Parameters &parameters, bool stop) const;

private:
    struct Group;
    Replicas(int rank, int count, int localRank, std::unique_ptr<Group> group);

    int m_rank, m_count, m_localRank;
    std::unique_ptr<Group> m_group; ///< null: one process
};

} // namespace ard
