// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MetricOptions: how outputs are scored, for every command that scores them.
#include "metrics/MetricsReport.h"
#include <CLI/CLI.hpp>
#include <functional>

namespace ard::cli {

struct MetricOptions {
    std::string tokens = "13a"; ///< 13a, intl, char, words or auto
    Bootstrap bootstrap;
    std::vector<std::string> knownWords; ///< files
    std::vector<std::string> knownVerse; ///< files
    std::string twin;                    ///< folder of the model that says how likely outputs are; empty: none
};

/// --tokenize, --known-words, --known-verse, --bootstrap and --bootstrap-seed. With a model, tokens are auto unless they are given.
void addMetricOptions(CLI::App &command, MetricOptions &options, bool withModel);
/// --twin, which scores and writes nothing.
void addTwinOption(CLI::App &command, MetricOptions &options);
/// languages: what the model's card says ("en", "de-en"); auto takes international tokens for German outputs, characters for
/// Chinese ones, else 13a.
BleuTokens bleuTokens(const MetricOptions &options, const std::string &languages = {});
/// Loads the twin in a folder; only the program with the engine can.
using LoadLikelihood = std::function<Result<Likelihood>(const std::string &twin)>;
/// Loads the twin, before anything else is read, and reads the known words and verse. The tokens are those of bleuTokens(options) until a model's languages are known.
Result<ScoreOptions> scoreOptions(const MetricOptions &options, const LoadLikelihood &load);

/// The sources and references of a file, at most limit of them (0: all).
Result<ReferenceSet> readReferences(const std::string &path, int limit);

} // namespace ard::cli
