// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SourceTree: the sources of the program as text, with what each of them includes, for rules about who may see whom.
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

namespace ard::test {

struct SourceFile {
    QString path; ///< relative to the tree, with '/': "core/base/Result.h"
    QStringList lines;
    QStringList ownIncludes;     ///< files of the tree, as their paths
    QStringList foreignIncludes; ///< everything else, as it is written: "torch/types.h", "QString", "vector"

    bool isBelow(const QString &folder) const { return path.startsWith(folder + QLatin1Char('/')); }
    bool isHeader() const { return path.endsWith(QLatin1String(".h")); }
    bool isCpp() const
    {
        return isHeader() || path.endsWith(QLatin1String(".cpp")) || path.endsWith(QLatin1String(".c"));
    }
};

class SourceTree {
public:
    /// Reads C++, CMake and shell files in app, cmake, core, packaging, tests, ui and the CMakeLists.txt of the top.
    /// An include is looked for beside the file that has it, then below core, ui, tests and the top.
    explicit SourceTree(const QString &root);

    const QMap<QString, SourceFile> &files() const { return m_files; }
    /// Everything foreign that a file comes to see through its own includes and theirs, with the path that leads there:
    /// include -> "a.h > b.h".
    QMap<QString, QString> foreignReach(const QString &path) const;
    /// Every file of the tree that a file comes to see, with the way there.
    QMap<QString, QString> ownReach(const QString &path) const;

private:
    void add(const QString &root, const QString &path);
    void resolveIncludes(SourceFile &file) const;

    QMap<QString, SourceFile> m_files;
};

} // namespace ard::test
