// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TestFolder: where a test of a command keeps its files; gone with it.
#include "base/Files.h"
#include <QTemporaryDir>
#include <string>

namespace ard::test {

class TestFolder {
public:
    QString path() const { return m_folder.path(); }
    QString filePath(const QString &name) const { return m_folder.filePath(name); }
    std::filesystem::path at(const QString &name) const { return filePath(name).toStdString(); }
    /// The path of a file that has this text now.
    QString file(const QString &name, const std::string &text) const
    {
        if (!writeAtomically(at(name), text))
            qFatal("a test file cannot be written");
        return filePath(name);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace ard::test
