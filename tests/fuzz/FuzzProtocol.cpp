// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/Harness.h"
#include "protocol/Codec.h"
#include "support/Samples.h"
#include <algorithm>
#include <cstdlib>

using namespace ard;
using namespace ard::protocol;

namespace {

void checkPayload(std::span<const std::uint8_t> payload)
{
    const Decoded message = decode(payload);
    if (!message) {
        if (message.error().error.message.empty())
            std::abort();
        return;
    }
    const auto bytes = encode(*message); // what is accepted can be sent on unchanged
    const Decoded again = decode(std::span(bytes).subspan(4));
    if (!again || !test::same(*message, *again))
        std::abort();
}

} // namespace

/// The input is a stream of messages, fed in pieces whose size its first byte gives.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::size_t step = data[0] + 1u;
    const std::span<const std::uint8_t> stream(data + 1, size - 1);
    PayloadReader reader;
    for (std::size_t at = 0; at < stream.size(); at += step) {
        reader.feed(stream.subspan(at, std::min(step, stream.size() - at)));
        while (true) {
            const auto payload = reader.next();
            if (!payload)
                return 0;
            if (!*payload)
                break;
            checkPayload(**payload);
        }
    }
    return 0;
}

std::vector<std::vector<std::uint8_t>> ard::test::fuzzSeeds()
{
    std::vector<std::vector<std::uint8_t>> seeds;
    for (const Message &message : sampleMessages()) {
        seeds.push_back(encode(message));
        seeds.back().insert(seeds.back().begin(), 100);
    }
    return seeds;
}
