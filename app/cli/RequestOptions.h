// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RequestOptions: an option for every row of requestParameters().
#include "trace/RequestParameters.h"
#include <CLI/CLI.hpp>
#include <functional>
#include <string>

namespace ard::cli {

/// given is called with the name of a parameter that the user sets ("eta"). request must outlive the command.
void addRequestOptions(CLI::App &command, GenerationRequest &request,
                       const std::function<void(const std::string &)> &given);

} // namespace ard::cli
