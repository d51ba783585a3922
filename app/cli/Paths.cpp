// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Paths.h"
#include "base/Files.h"
#include "base/Unicode.h"
#include <cerrno>
#include <filesystem>
#include <map>
#include <system_error>
#include <unistd.h>

namespace ard::cli {

namespace {

namespace fs = std::filesystem;

// The type that the help shows is also the mark.
constexpr const char *kFile = "FILE", *kFolder = "FOLDER", *kNewFile = "OUTPUT FILE", *kNewFolder = "OUTPUT FOLDER";

Status checkReadable(const std::string &name, bool folder)
{
    const std::string shown = "Cannot read '" + printable(name) + "': ";
    std::error_code error;
    const fs::file_status status = fs::status(name, error);
    if (!fs::exists(status))
        return fail(ErrorCode::NotFound, shown + std::generic_category().message(error ? error.value() : ENOENT));
    if (folder != fs::is_directory(status))
        return fail(ErrorCode::Io, shown + (folder ? "it is a file, a folder is needed" : "it is a folder"));
    if (::access(name.c_str(), R_OK) != 0)
        return fail(ErrorCode::Io, shown + std::generic_category().message(errno));
    return {};
}

using Written = std::map<fs::path, std::string>; ///< which option writes each file

Status checkOutput(const std::string &name, const std::string &option, Written &written)
{
    ARD_TRY(checkWritable(name));
    std::error_code error;
    if (fs::exists(name, error) && !fs::is_regular_file(name, error))
        return {}; // a device takes any number
    const auto [other, isNew] = written.emplace(fs::weakly_canonical(writtenFile(name), error), option);
    if (!isNew)
        return fail(ErrorCode::InvalidArgument,
                    other->second + " and " + option + " name the same file, '" + printable(name) + "'");
    return {};
}

Status checkOption(const CLI::Option &option, Written &written)
{
    const std::string type = option.get_type_name(), shown = option.get_name();
    const bool reads = type == kFile || type == kFolder;
    if (!reads && type != kNewFile && type != kNewFolder)
        return {};
    for (const std::string &name : option.results()) {
        if (name.empty())
            return fail(ErrorCode::InvalidArgument, shown + ": the name is empty");
        if (reads && name != "-")
            ARD_TRY(checkReadable(name, type == kFolder));
        if (type == kNewFile)
            ARD_TRY(checkOutput(name, shown, written));
        if (type == kNewFolder)
            ARD_TRY(checkFolderWritable(name));
    }
    return {};
}

} // namespace

CLI::Option *readsFile(CLI::Option *option)
{
    return option->type_name(kFile);
}

CLI::Option *readsFolder(CLI::Option *option)
{
    return option->type_name(kFolder);
}

CLI::Option *writesFile(CLI::Option *option)
{
    return option->type_name(kNewFile);
}

CLI::Option *writesFolder(CLI::Option *option)
{
    return option->type_name(kNewFolder);
}

Status checkPaths(const CLI::App &app)
{
    Written written;
    for (const CLI::Option *option : app.get_options())
        ARD_TRY(checkOption(*option, written));
    for (const CLI::App *command : app.get_subcommands())
        ARD_TRY(checkPaths(*command));
    return {};
}

} // namespace ard::cli
