// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/Runtime.h"

#include "base/Log.h"
#include <ATen/Config.h>
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstdlib>
#include <dlfcn.h>
#include <filesystem>
#include <sched.h>
#include <string_view>
#include <thread>
#include <torch/version.h>

#if AT_PARALLEL_OPENMP && !defined(_OPENMP)
#error "at::parallel_for runs on one thread in files that are compiled without OpenMP"
#endif

namespace ard {
namespace {

int coresOfThisProcess()
{
    cpu_set_t set;
    CPU_ZERO(&set);
    if (sched_getaffinity(0, sizeof set, &set) == 0)
        return std::max(1, CPU_COUNT(&set));
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

int wantedThreads()
{
    int threads = 0;
    if (const char *text = std::getenv("OMP_NUM_THREADS")) {
        const std::string_view view = text;
        std::from_chars(view.data(), view.data() + view.size(), threads);
    }
    return threads >= 1 && threads <= 1024 ? threads : coresOfThisProcess();
}

/// The file that the process's sgemm_ lives in, links resolved: Debian's alternatives decide it, not the linker line.
std::string fileOfSgemm()
{
    void *symbol = dlsym(RTLD_DEFAULT, "sgemm_");
    Dl_info info{};
    if (!symbol || dladdr(symbol, &info) == 0 || !info.dli_fname)
        return {};
    std::error_code error;
    const auto real = std::filesystem::canonical(info.dli_fname, error);
    return error ? info.dli_fname : real.string();
}

std::string blasName(std::string file)
{
    std::transform(file.begin(), file.end(), file.begin(), [](unsigned char c) { return std::tolower(c); });
    const auto contains = [&](const char *part) { return file.find(part) != std::string::npos; };
    if (contains("openblas"))
        return "OpenBLAS";
    if (contains("blis"))
        return "BLIS";
    if (contains("mkl") || (contains("libtorch") && at::hasMKL()))
        return "MKL";
    if (contains("atlas"))
        return "ATLAS";
    return contains("libblas") ? "reference BLAS" : "unknown BLAS";
}

/// OpenMP keeps both settings for each thread that starts parallel work, so every such thread sets them.
void prepareThread(int threads)
{
    at::set_num_threads(threads);
    at::parallel_for(0, threads, 1, [](int64_t, int64_t) { at::globalContext().setFlushDenormal(true); });
}

RuntimeInfo inspect()
{
    RuntimeInfo info;
    info.threads = wantedThreads();
    info.blasFile = fileOfSgemm();
    info.blas = blasName(info.blasFile);
    info.slowBlas = info.blas == "reference BLAS";
    info.torchVersion = TORCH_VERSION;
    if (info.slowBlas)
        log::warn("matrix products run on the reference BLAS, which is about thirty times slower than OpenBLAS or "
                  "BLIS: install "
                  "libopenblas0-pthread or libblis4-openmp");
    return info;
}

} // namespace

const RuntimeInfo &initialiseRuntime()
{
    static const RuntimeInfo info = inspect();
    thread_local bool prepared = false;
    if (!prepared)
        prepareThread(info.threads);
    prepared = true;
    return info;
}

} // namespace ard
