// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/AppSettings.h"
#include <QFileInfo>
#include <QStandardPaths>

namespace ard::ui {

namespace {
QString defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/explorer.ini");
}
} // namespace

AppSettings::AppSettings(QObject *parent) : AppSettings(defaultPath(), parent) { }

AppSettings::AppSettings(const QString &iniPath, QObject *parent)
    : QObject(parent), m_file(iniPath, QSettings::IniFormat)
{
}

void AppSettings::addRecentFile(const QString &path)
{
    m_file.sync(); // another window may have changed the list
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList files = recentFiles();
    files.removeAll(absolute);
    files.prepend(absolute);
    recentFiles.set(files.mid(0, kMaxRecentFiles));
}

void AppSettings::removeRecentFile(const QString &path)
{
    m_file.sync();
    QStringList files = recentFiles();
    files.removeAll(path);
    files.removeAll(QFileInfo(path).absoluteFilePath());
    recentFiles.set(files);
}

} // namespace ard::ui

#include "moc_AppSettings.cpp"
