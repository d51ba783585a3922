// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/bench/Bench.h"

#include "engine/kernels/Product.h"
#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <fmt/format.h>

namespace ard::bench {
namespace {

constexpr int64_t kMatrixSize = 1024;

Timing matrixProduct(const Bench &bench)
{
    const torch::Tensor a = at::ones({kMatrixSize, kMatrixSize}, torch::dtype(torch::kFloat).device(bench.device));
    return {fmt::format("matrix product {0}x{0}x{0}", kMatrixSize), [a] { Bench::await(a.mm(a)); },
            2e-9 * static_cast<double>(kMatrixSize * kMatrixSize * kMatrixSize), "GFLOP/s"};
}

/// The largest products of a block, one sentence's positions at a time, on each of so many threads: what a model call could
/// reach if it did nothing else.
Timing shapedProducts(const Bench &bench, std::string name, int threads)
{
    struct Shaped {
        kernels::PackedMatrix weight;
        std::vector<float> x;
    };
    const ModelConfig &config = bench.denoiser.config();
    const int64_t rows = config.length, width = config.width;
    std::vector<Shaped> shapes;
    double products = 0;
    for (const auto &[columns, depth] : {std::pair<int64_t, int64_t>{3 * width, width},
                                         {2 * config.decoderFeedForward, width},
                                         {width, config.decoderFeedForward}}) {
        const std::vector<float> weight(static_cast<std::size_t>(columns * depth), 0.5f);
        shapes.push_back({{weight.data(), nullptr, columns, depth},
                          std::vector<float>(static_cast<std::size_t>(rows * depth), 0.25f)});
        products += double(rows * columns * depth);
    }
    const auto repeats = static_cast<int>(2e9 / products) + 1;
    const auto work = [shapes = std::move(shapes), rows, repeats, threads] {
        at::parallel_for(0, threads, 1, [&](int64_t begin, int64_t end) {
            std::vector<float> y;
            for (int64_t thread = begin; thread < end; ++thread)
                for (int i = 0; i < repeats; ++i)
                    for (const Shaped &shape : shapes) {
                        y.resize(static_cast<std::size_t>(rows * shape.weight.columns()));
                        kernels::multiply(shape.weight, {shape.x.data(), shape.weight.depth()}, rows,
                                          {y.data(), shape.weight.columns()});
                    }
        });
    };
    return {std::move(name), work, 2e-9 * products * repeats * threads, "GFLOP/s"};
}

} // namespace

Timings productTimings(const Bench &bench, int threads)
{
    Timings timings{matrixProduct(bench)};
    if (bench.device.is_cpu()) {
        timings.push_back(shapedProducts(bench, "products of the model's shapes, one thread", 1));
        timings.push_back(shapedProducts(bench, kAllThreads, threads));
    }
    return timings;
}

} // namespace ard::bench
