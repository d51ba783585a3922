// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/AppSettings.h"
#include "session/Playback.h"
#include <QFileInfo>
#include <QMetaEnum>
#include <QStandardPaths>
#include <cmath>

namespace ard::ui {

namespace {

const QString kTheme = QStringLiteral("appearance/theme");
const QString kEngineCommand = QStringLiteral("engine/command");
const QString kEnginePatience = QStringLiteral("engine/patience");
const QString kModelFolders = QStringLiteral("models/folders");
const QString kLastModel = QStringLiteral("models/last");
const QString kRecentFiles = QStringLiteral("files/recent");
const QString kPlaybackSpeed = QStringLiteral("playback/speed");
const QString kUiScale = QStringLiteral("window/uiScale");
const QString kLooping = QStringLiteral("playback/loop");
const QString kAsFastAsEngine = QStringLiteral("playback/asFastAsEngine");
const QString kColourQuantity = QStringLiteral("plane/colour");
const QString kWindowGeometry = QStringLiteral("window/geometry");
const QString kWindowState = QStringLiteral("window/state");

/// Enumerations are kept by name, so that a file stays readable and an unknown name is seen as such.
template <class Enum>
Enum enumValue(const QVariant &stored, Enum fallback)
{
    bool known = false;
    const int value = QMetaEnum::fromType<Enum>().keyToValue(stored.toString().toLatin1().constData(), &known);
    return known ? static_cast<Enum>(value) : fallback;
}

template <class Enum>
QString enumName(Enum value)
{
    return QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(static_cast<int>(value)));
}

QString defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/explorer.ini");
}

} // namespace

AppSettings::AppSettings(QObject *parent) : AppSettings(defaultPath(), parent) { }

AppSettings::AppSettings(const QString &iniPath, QObject *parent)
    : QObject(parent), m_settings(iniPath, QSettings::IniFormat)
{
}

AppSettings::Theme AppSettings::theme() const
{
    return enumValue(m_settings.value(kTheme), Theme::System);
}

QString AppSettings::engineCommand() const
{
    return m_settings.value(kEngineCommand).toString();
}

int AppSettings::enginePatience() const
{
    const int seconds = m_settings.value(kEnginePatience, kNormalPatience).toInt();
    return seconds >= kMinimumPatience && seconds <= kMaximumPatience ? seconds : kNormalPatience;
}

QStringList AppSettings::modelFolders() const
{
    return m_settings.value(kModelFolders).toStringList();
}

QString AppSettings::lastModel() const
{
    return m_settings.value(kLastModel).toString();
}

QStringList AppSettings::recentFiles() const
{
    return m_settings.value(kRecentFiles).toStringList().mid(0, kMaxRecentFiles);
}

double AppSettings::playbackSpeed() const
{
    bool isNumber = false;
    const double speed = m_settings.value(kPlaybackSpeed).toDouble(&isNumber);
    const bool fits = isNumber && speed >= Playback::kMinimumSpeed && speed <= Playback::kMaximumSpeed;
    return fits ? speed : Playback::kNormalSpeed;
}

double AppSettings::uiScale() const
{
    const double scale = m_settings.value(kUiScale, 1.0).toDouble();
    return scale >= 0.75 && scale <= 2.5 ? scale : 1.0; // also not a number
}

bool AppSettings::looping() const
{
    return m_settings.value(kLooping, false).toBool();
}

bool AppSettings::asFastAsEngine() const
{
    return m_settings.value(kAsFastAsEngine, false).toBool();
}

AppSettings::ColourQuantity AppSettings::colourQuantity() const
{
    return enumValue(m_settings.value(kColourQuantity), ColourQuantity::NoiseLevel);
}

QByteArray AppSettings::windowGeometry() const
{
    return m_settings.value(kWindowGeometry).toByteArray();
}

QByteArray AppSettings::windowState() const
{
    return m_settings.value(kWindowState).toByteArray();
}

void AppSettings::setTheme(Theme theme)
{
    const bool changed = theme != this->theme();
    store(kTheme, enumName(theme));
    if (changed)
        Q_EMIT themeChanged(theme);
}

void AppSettings::setEngineCommand(const QString &command)
{
    if (store(kEngineCommand, command))
        Q_EMIT engineCommandChanged(command);
}

void AppSettings::setEnginePatience(int seconds)
{
    const int before = enginePatience();
    store(kEnginePatience, seconds);
    if (const int now = enginePatience(); now != before)
        Q_EMIT enginePatienceChanged(now);
}

void AppSettings::setModelFolders(const QStringList &folders)
{
    if (store(kModelFolders, folders))
        Q_EMIT modelFoldersChanged(folders);
}

void AppSettings::setLastModel(const QString &folder)
{
    store(kLastModel, folder);
}

void AppSettings::addRecentFile(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList files = recentFiles();
    files.removeAll(absolute);
    files.prepend(absolute);
    if (store(kRecentFiles, files.mid(0, kMaxRecentFiles)))
        Q_EMIT recentFilesChanged(recentFiles());
}

void AppSettings::removeRecentFile(const QString &path)
{
    QStringList files = recentFiles();
    if (files.removeAll(path) + files.removeAll(QFileInfo(path).absoluteFilePath()) == 0)
        return;
    store(kRecentFiles, files);
    Q_EMIT recentFilesChanged(files);
}

void AppSettings::clearRecentFiles()
{
    if (store(kRecentFiles, QStringList()))
        Q_EMIT recentFilesChanged({});
}

void AppSettings::setPlaybackSpeed(double stepsPerSecond)
{
    const double before = playbackSpeed();
    store(kPlaybackSpeed, stepsPerSecond);
    if (const double now = playbackSpeed(); now != before)
        Q_EMIT playbackSpeedChanged(now);
}

void AppSettings::setUiScale(double scale)
{
    store(kUiScale, scale);
}

void AppSettings::setLooping(bool looping)
{
    const bool changed = looping != this->looping();
    store(kLooping, looping);
    if (changed)
        Q_EMIT loopingChanged(looping);
}

void AppSettings::setAsFastAsEngine(bool on)
{
    store(kAsFastAsEngine, on);
}

void AppSettings::setColourQuantity(ColourQuantity quantity)
{
    const bool changed = quantity != colourQuantity();
    store(kColourQuantity, enumName(quantity));
    if (changed)
        Q_EMIT colourQuantityChanged(quantity);
}

void AppSettings::setWindowGeometry(const QByteArray &geometry)
{
    store(kWindowGeometry, geometry);
}

void AppSettings::setWindowState(const QByteArray &state)
{
    store(kWindowState, state);
}

bool AppSettings::store(const QString &key, const QVariant &value)
{
    const QVariant before = m_settings.value(key);
    m_settings.setValue(key, value);
    return before.toStringList() != value.toStringList();
}

} // namespace ard::ui
