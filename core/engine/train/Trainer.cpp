// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/Trainer.h"

#include "base/FileLock.h"
#include "base/Files.h"
#include "base/Guard.h"
#include "base/Log.h"
#include "engine/Device.h"
#include "engine/Runtime.h"
#include "engine/train/InitialWeights.h"
#include "engine/train/TrainingRun.h"
#include <fmt/format.h>

namespace ard {
namespace {

/// The folder is there, holds what is expected and belongs to this process until the lock goes.
Result<std::optional<FileLock>> takeFolder(const TrainOptions &options)
{
    std::error_code error;
    std::filesystem::create_directories(options.out, error);
    if (error)
        return fail(ErrorCode::Io,
                    fmt::format("the folder \"{}\" cannot be made: {}", options.out.string(), error.message()));
    ARD_ASSIGN(std::optional<FileLock> lock, FileLock::take(options.out / "train.lock"));
    if (!lock)
        return fail(ErrorCode::Io,
                    fmt::format("another training runs in \"{}\": wait until it ends, or give another --out",
                                options.out.string()));
    const bool present = std::filesystem::exists(checkpointPath(options.out));
    if (present && !options.resume)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("\"{}\" holds a training run already: give --resume to go on, or another --out",
                                options.out.string()));
    if (!present && options.resume)
        return fail(ErrorCode::NotFound,
                    fmt::format("\"{}\" holds no checkpoint to resume from", options.out.string()));
    for (const std::filesystem::path &folder : {options.out, options.out / "model"})
        removeAbandonedTemporaries(folder);
    return lock;
}

Result<PreparedData> readData(const std::filesystem::path &folder)
{
    ARD_ASSIGN(PreparedData data, PreparedData::load(folder));
    if (data.size() == 0)
        return fail(ErrorCode::InvalidArgument, "the prepared data holds no pairs");
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(folder / "tokenizer.model", ignored))
        return fail(ErrorCode::NotFound,
                    fmt::format("\"{}\" has no tokenizer.model, which the trained model needs: prepare the data again",
                                folder.string()));
    return data;
}

/// How it is computed, for the log.
std::string describe(const TrainConfig &config, const torch::Device &device, const Replicas &replicas)
{
    const bool narrow = precisionNamed(config.precision, device) == MatmulPrecision::BFloat16;
    std::string text = fmt::format("training on {}: products in {}, weights in float32", device.str(),
                                   narrow ? "bfloat16" : "float32");
    if (replicas.count() > 1)
        text += fmt::format(", gradients of {} processes summed by {}", replicas.count(), Replicas::summedBy(device));
    return text;
}

} // namespace

Result<TrainSummary> train(const TrainConfig &config, const TrainOptions &options)
{
    initialiseRuntime();
    ARD_ASSIGN(const torch::Device device, resolveDevice(options.device));
    ARD_ASSIGN(const PreparedData data, readData(options.data));
    ARD_ASSIGN(const auto replicas, Replicas::fromEnvironment());
    if (config.batch % replicas->count() != 0)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("a batch of {} cannot be shared evenly by {} processes: change \"batch\"", config.batch,
                                replicas->count()));
    std::optional<FileLock> lock; // of the first process, for all
    if (replicas->isFirst()) {
        ARD_ASSIGN(auto taken, takeFolder(options));
        lock.emplace(std::move(*taken));
    }
    return guarded("training", [&]() -> Result<TrainSummary> {
        const bool any = options.device == "auto" || options.device == "cuda";
        const torch::Device mine = device.is_cuda() && any && replicas->count() > 1
            ? torch::Device(device.type(), static_cast<c10::DeviceIndex>(replicas->localRank()))
            : device;
        if (replicas->isFirst())
            log::info(describe(config, mine, *replicas));
        ARD_ASSIGN(TrainingStep step, TrainingStep::make(config, mine, replicas.get()));
        ARD_ASSIGN(Parameters weights,
                   initialWeights(config.model, config.seed, options.initial, options.data / "tokenizer.model"));
        TrainingRun run(config, options, data, mine, std::move(weights), std::move(step), *replicas);
        if (options.resume)
            ARD_TRY(run.resume());
        return run.run();
    });
}

} // namespace ard
