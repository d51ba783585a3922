// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs one fuzz target on its seeds, on the kept corpus and on damaged ones of both for a fixed number of rounds, or on the files named
// on the command line (a crash that libFuzzer found). "--write-corpus FOLDER" writes seeds and corpus for libFuzzer, "--keep-corpus
// FOLDER" keeps what is in the folder as the corpus (after "libfuzzer_X -merge=1 FOLDER GROWN").
#include "base/Files.h"
#include "fuzz/Corpus.h"
#include "fuzz/Harness.h"
#include "support/Samples.h"
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

using namespace ard;

void run(const std::vector<std::uint8_t> &input)
{
    // A copy of exactly this size, so that the sanitizer sees a read behind the end.
    const std::vector<std::uint8_t> exact(input.begin(), input.end());
    LLVMFuzzerTestOneInput(exact.data(), exact.size());
}

Status runFiles(int count, char **names)
{
    for (int i = 0; i < count; ++i) {
        ARD_ASSIGN(const std::vector<std::uint8_t> bytes, readBytes(names[i]));
        run(bytes);
    }
    return {};
}

Result<test::Inputs> seedsAndCorpus()
{
    ARD_ASSIGN(test::Inputs inputs, test::readCorpus(ARD_CORPUS));
    const auto seeds = test::fuzzSeeds();
    inputs.insert(inputs.begin(), seeds.begin(), seeds.end());
    return inputs;
}

Status writeCorpus(const char *folder)
{
    if (!std::filesystem::exists(ARD_CORPUS)) // a new target
        return test::writeInputs(test::fuzzSeeds(), folder);
    ARD_ASSIGN(const test::Inputs inputs, seedsAndCorpus());
    return test::writeInputs(inputs, folder);
}

Status runDamaged()
{
    constexpr int rounds = 100'000;
    std::mt19937 random(20230509);
    ARD_ASSIGN(const test::Inputs inputs, seedsAndCorpus());
    for (const auto &input : inputs)
        run(input);
    for (int round = 0; round < rounds; ++round)
        run(test::damaged(inputs[static_cast<std::size_t>(round) % inputs.size()], random));
    std::printf("%zu inputs, %d damaged ones\n", inputs.size(), rounds);
    return {};
}

Status perform(int argc, char **argv)
{
    const std::string first = argc > 1 ? argv[1] : "";
    if (argc == 3 && first == "--write-corpus")
        return writeCorpus(argv[2]);
    if (argc == 3 && first == "--keep-corpus")
        return test::keepCorpus(argv[2], ARD_CORPUS);
    return argc > 1 ? runFiles(argc - 1, argv + 1) : runDamaged();
}

} // namespace

int main(int argc, char **argv)
{
    const Status status = perform(argc, argv);
    if (!status)
        std::fprintf(stderr, "%s\n", status.error().message.c_str());
    return status ? EXIT_SUCCESS : EXIT_FAILURE;
}
