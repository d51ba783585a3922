// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/Replicas.h"

#include "base/Guard.h"
#include "engine/train/GpuSum.h"
#include <ATen/ATen.h>
#include <cstdlib>
#include <fmt/format.h>
#include <optional>
#ifdef ARD_GLOO
#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>
#endif

namespace ard {
namespace {

using torch::Tensor;

struct Launcher {
    const char *rank, *count, *localRank;
};

constexpr Launcher kLaunchers[] = {
    {"RANK", "WORLD_SIZE", "LOCAL_RANK"},
    {"OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE", "OMPI_COMM_WORLD_LOCAL_RANK"},
    {"PMI_RANK", "PMI_SIZE", "MPI_LOCALRANKID"},
    // Of the step that srun starts: SLURM_NTASKS is there in a batch script of one process, too.
    {"SLURM_PROCID", "SLURM_STEP_NUM_TASKS", "SLURM_LOCALID"}};
constexpr int kMostProcesses = 4096, kDefaultPort = 29500;

/// The variable as a number of 0..most; nullopt: not set, or not one.
std::optional<int> number(const char *variable, int most)
{
    const char *text = std::getenv(variable);
    char *end = nullptr;
    const long value = text ? std::strtol(text, &end, 10) : -1;
    if (!text || end == text || *end != 0 || value < 0 || value > most)
        return std::nullopt;
    return static_cast<int>(value);
}

struct Place {
    int rank = 0, count = 1, localRank = 0;
};

Result<Place> placeOf()
{
    for (const Launcher &launcher : kLaunchers) {
        const auto rank = number(launcher.rank, kMostProcesses - 1), count = number(launcher.count, kMostProcesses);
        if (!rank || !count || *count < 2)
            continue;
        if (*rank >= *count)
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("{} is {}, but {} says that there are {} processes, counted from 0", launcher.rank,
                                    *rank, launcher.count, *count));
        return Place{*rank, *count, number(launcher.localRank, kMostProcesses).value_or(0)};
    }
    return Place{};
}

} // namespace

#ifdef ARD_GLOO

struct Replicas::Group {
    c10::intrusive_ptr<c10d::Store> store;
    c10::intrusive_ptr<c10d::ProcessGroupGloo> gloo;
    std::unique_ptr<GpuSum> gpus; ///< made when the first tensor on a GPU comes
};

namespace {

constexpr std::chrono::seconds kPatience{300};

c10::intrusive_ptr<c10d::Store> meet(const Place &place, const std::string &host, int port)
{
    c10d::TCPStoreOptions options;
    options.port = static_cast<std::uint16_t>(port);
    options.isServer = place.rank == 0;
    options.numWorkers = place.count;
    options.timeout = kPatience;
    return c10::make_intrusive<c10d::TCPStore>(host, options);
}

c10::intrusive_ptr<c10d::ProcessGroupGloo> join(const Place &place, const std::string &host,
                                                const c10::intrusive_ptr<c10d::Store> &store)
{
    auto options = c10d::ProcessGroupGloo::Options::create();
    options->timeout = kPatience;
    const bool here = host == "127.0.0.1" || host == "localhost";
    options->devices.push_back(here ? c10d::ProcessGroupGloo::createDeviceForHostname(host)
                                    : c10d::ProcessGroupGloo::createDefaultDevice());
    return c10::make_intrusive<c10d::ProcessGroupGloo>(c10::make_intrusive<c10d::PrefixStore>("gloo", store),
                                                       place.rank, place.count, options);
}

} // namespace

Result<std::unique_ptr<Replicas>> Replicas::fromEnvironment()
{
    ARD_ASSIGN(const Place place, placeOf());
    if (place.count == 1)
        return std::unique_ptr<Replicas>(new Replicas(0, 1, 0, nullptr));
    const char *address = std::getenv("MASTER_ADDR");
    const std::string host = address ? address : "127.0.0.1";
    const auto port = number("MASTER_PORT", 65535);
    return guarded("meeting the other processes of the training", [&]() -> Result<std::unique_ptr<Replicas>> {
        auto group = std::make_unique<Group>();
        group->store = meet(place, host, port.value_or(kDefaultPort));
        group->gloo = join(place, host, group->store);
        return std::unique_ptr<Replicas>(new Replicas(place.rank, place.count, place.localRank, std::move(group)));
    });
}

void Replicas::sum(Tensor tensor) const
{
    if (!m_group)
        return;
    if (tensor.is_cuda()) {
        if (!m_group->gpus)
            m_group->gpus =
                GpuSum::make(c10::make_intrusive<c10d::PrefixStore>("gpus", m_group->store), m_rank, m_count);
        m_group->gpus->sum(std::move(tensor));
        return;
    }
    std::vector<Tensor> tensors{std::move(tensor)};
    m_group->gloo->allreduce(tensors)->wait();
}

#else

struct Replicas::Group { };

Result<std::unique_ptr<Replicas>> Replicas::fromEnvironment()
{
    ARD_ASSIGN(const Place place, placeOf());
    if (place.count > 1)
        return fail(ErrorCode::Unsupported,
                    fmt::format("this build cannot train with {} processes: it was made without Gloo", place.count));
    return std::unique_ptr<Replicas>(new Replicas(0, 1, 0, nullptr));
}

void Replicas::sum(Tensor) const { }

#endif

Replicas::Replicas(int rank, int count, int localRank, std::unique_ptr<Group> group)
    : m_rank(rank), m_count(count), m_localRank(localRank), m_group(std::move(group))
{
}

Replicas::~Replicas() = default;

const char *Replicas::summedBy(const torch::Device &device)
{
    return device.is_cuda() && GpuSum::isBuilt() ? "nccl" : "gloo";
}

bool Replicas::sumGradients(Parameters &parameters, bool stop) const
{
    if (!m_group)
        return stop;
    // One message: the cost of small ones is their number. It stays on the GPUs where they can sum it.
    const torch::Device home = parameters[parameters.names().front()].device();
    const torch::Device place = home.is_cuda() && GpuSum::isBuilt() ? home : torch::Device(torch::kCPU);
    std::vector<Tensor> parts;
    for (const std::string &name : parameters.names()) {
        Tensor &weight = parameters[name];
        if (!weight.grad().defined())
            weight.mutable_grad() = torch::zeros_like(weight);
        parts.push_back(weight.grad().reshape({-1}).to(place));
    }
    parts.push_back(torch::full({1}, stop ? 1.0 : 0.0, torch::TensorOptions(torch::kFloat).device(place)));
    const Tensor all = at::cat(parts);
    sum(all);
    int64_t offset = 0;
    for (const std::string &name : parameters.names()) {
        Tensor gradient = parameters[name].grad();
        gradient.copy_(all.narrow(0, offset, gradient.numel()).view(gradient.sizes()));
        offset += gradient.numel();
    }
    return all[offset].item<float>() > 0;
}

} // namespace ard
