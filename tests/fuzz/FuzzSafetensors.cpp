// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Safetensors.h"
#include "fuzz/Harness.h"
#include <cstdlib>
#include <string_view>

using namespace ard;

namespace {

std::vector<std::uint8_t> seedOf(std::string_view header, std::size_t dataBytes)
{
    std::vector<std::uint8_t> bytes;
    for (int shift = 0; shift < 64; shift += 8)
        bytes.push_back(static_cast<std::uint8_t>(static_cast<std::uint64_t>(header.size()) >> shift));
    bytes.insert(bytes.end(), header.begin(), header.end());
    for (std::size_t i = 0; i < dataBytes; ++i)
        bytes.push_back(static_cast<std::uint8_t>(i));
    return bytes;
}

/// Elements times size is what the view holds, and the last byte can be read.
void check(const TensorView &view)
{
    std::uint64_t bytes = byteSize(view.type);
    for (const std::int64_t extent : view.shape)
        bytes *= static_cast<std::uint64_t>(extent);
    volatile std::uint8_t touched = view.bytes.empty() ? 0 : view.bytes.front() ^ view.bytes.back();
    (void)touched;
    if (bytes != view.bytes.size())
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto file = Safetensors::parse({data, data + size}, "fuzz");
    if (!file) {
        if (file.error().message.empty() || file.error().message.size() > 2000)
            std::abort();
        return 0;
    }
    std::size_t total = 0;
    for (const auto &[name, view] : file->tensors()) {
        check(view);
        total += view.bytes.size();
    }
    if (total > size) // only possible where two tensors share bytes
        std::abort();
    return 0;
}

std::vector<std::vector<std::uint8_t>> ard::test::fuzzSeeds()
{
    return {
        seedOf(R"({"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},)"
               R"("b":{"dtype":"I64","shape":[1],"data_offsets":[16,24]}}  )",
               24),
        seedOf(R"({"x\u00e9":{"dtype":"BF16","shape":[],"data_offsets":[0,2]},)"
               R"("e":{"dtype":"U8","shape":[0,9],"data_offsets":[2,2]}})",
               2),
        seedOf("{}", 0),
    };
}
