// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SmallTraining: data and a network with which "ardiff train" takes seconds.
#include "cli/RunArdiff.h"
#include "cli/TestFolder.h"

namespace ard::test {

/// A training configuration but for what is trained and for how long: 16 positions, 100 diffusion steps.
inline nlohmann::json smallNetwork()
{
    return {{"architecture",
             {{"embedding_width", 16},
              {"width", 32},
              {"heads", 2},
              {"encoder_layers", 1},
              {"decoder_layers", 1},
              {"encoder_feed_forward", 32},
              {"decoder_feed_forward", 32},
              {"max_positions", 64}}},
            {"diffusion", {{"length", 16}, {"diffusion_steps", 100}}}};
}

/// Pairs of the grammar in the folder (train.src, train.tgt ..).
inline Outcome drawPairs(const TestFolder &folder, int pairs, const QString &split = QStringLiteral("train"))
{
    return ardiff({"grammar", "generate", "--pairs", QString::number(pairs), "--seed", "3", "--split", split, "--out",
                   folder.path()});
}

/// Those of "train", prepared for that network in a folder of this name.
inline Outcome prepareWords(const TestFolder &folder, int vocabulary, const QString &name = QStringLiteral("data"))
{
    return ardiff({"prepare", "--source", folder.filePath("train.src"), "--target", folder.filePath("train.tgt"),
                   "--word-model", "--vocab-size", QString::number(vocabulary), "--max-target", "16", "--out",
                   folder.filePath(name)});
}

} // namespace ard::test
