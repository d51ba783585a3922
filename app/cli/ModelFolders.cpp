// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ModelFolders.h"
#include <cstdlib>
#include <filesystem>

namespace ard::cli {

std::vector<std::string> ownModelFolders()
{
    namespace fs = std::filesystem;
    constexpr int kLevelsAbove = 3; // build/<preset>/bin
    std::vector<fs::path> candidates;
    if (const char *named = std::getenv("ARDIFF_MODELS"))
        candidates.emplace_back(named);
    std::error_code error;
    const fs::path programs = fs::read_symlink("/proc/self/exe", error).parent_path();
    fs::path above = programs;
    for (int level = 0; level <= kLevelsAbove; ++level, above = above.parent_path())
        candidates.push_back(above / "models");
    candidates.push_back(programs.parent_path() / "share/ardiff-explorer/models");
    std::vector<std::string> folders;
    for (const fs::path &candidate : candidates)
        if (fs::is_directory(candidate, error))
            folders.push_back(candidate.string());
    return folders;
}

CLI::Option *takesModel(CLI::Option *option)
{
    const auto findBundled = [](std::string &name) {
        namespace fs = std::filesystem;
        std::error_code error;
        if (name.empty() || name.find('/') != std::string::npos || fs::exists(name, error))
            return std::string();
        for (const std::string &folder : ownModelFolders())
            if (const fs::path model = fs::path(folder) / name; fs::exists(model / "model.json", error)) {
                name = model.string();
                break;
            }
        return std::string();
    };
    return option->type_name("MODEL")->transform(CLI::Validator(findBundled, ""));
}

} // namespace ard::cli
