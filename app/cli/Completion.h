// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Completion: what shells complete after "ardiff": commands, options, and of an option's values files, folders or a list.
#include "OptionTable.h"

namespace ard::cli {

std::string bashCompletion(const CommandEntry &program);
std::string zshCompletion(const CommandEntry &program);
std::string fishCompletion(const CommandEntry &program);

} // namespace ard::cli
