// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Verify: runs the engine on weights, inputs and noise recorded from the reference implementation and says how far
// apart the two are. Plain values, no torch in the header.
#include "base/Result.h"
#include <filesystem>
#include <string>
#include <vector>

namespace ard {

enum class Verdict { Agrees, Differs, NotChecked };

struct VerifiedPart {
    std::string name; ///< "forward.x0", "skip.sample", "skip.ids", ..
    double error = 0; ///< largest difference, relative where the recorded value is above 1; for ids: how many differ
    double tolerance = 0;
    Verdict verdict = Verdict::NotChecked;
    std::string note; ///< why it was not checked or cannot agree; empty otherwise
};

struct VerifyReport {
    std::string file;
    std::vector<VerifiedPart> parts;
    int count(Verdict verdict) const;
};

/// Checks everything that is in the fixture; a part that the engine does not know is reported as NotChecked, never left
/// out. device: as in resolveDevice(). Error when the file is no fixture, is damaged, its network is one that the engine does
/// not have, or the device is not there.
Result<VerifyReport> verifyFixture(const std::filesystem::path &path, const std::string &device = "cpu");

} // namespace ard
