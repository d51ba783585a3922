// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PathText: file names between Qt's texts and core's paths, in the file system's own encoding.
#include <QFile>
#include <QString>
#include <filesystem>

namespace ard::ui {

inline std::filesystem::path fileSystemPath(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

} // namespace ard::ui
