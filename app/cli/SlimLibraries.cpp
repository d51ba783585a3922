// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SlimLibraries.h"
#include <fstream>
#include <string>
#include <sys/stat.h>

namespace ard::cli {

bool isSlimFolderValid(const std::filesystem::path &folder)
{
    std::ifstream list(folder / "made-for"); // a line a library: size, modification time, path
    long long size = 0, time = 0;
    std::string path;
    int libraries = 0;
    while (list >> size >> time && list.get() == ' ' && std::getline(list, path)) {
        struct stat now { };
        if (::stat(path.c_str(), &now) != 0 || now.st_size != size || now.st_mtime != time)
            return false;
        ++libraries;
    }
    return list.eof() && libraries > 0;
}

} // namespace ard::cli
