// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// AppSettings: what is remembered from one start to the next, with types, defaults, ranges; an INI file. A value that
// does not fit is read as its default. GUI thread.
#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QString>
#include <QStringList>

namespace ard::ui {

class AppSettings : public QObject {
    Q_OBJECT

public:
    enum class Theme { System, Light, Dark };
    Q_ENUM(Theme)
    /// What the cells of the plane are coloured by.
    enum class ColourQuantity { NoiseLevel, Probability, Entropy };
    Q_ENUM(ColourQuantity)
    static constexpr int kMaxRecentFiles = 10;
    /// Seconds that an engine has to answer at its start: a cold disk, or ssh through several hosts.
    static constexpr int kMinimumPatience = 5, kMaximumPatience = 3600, kNormalPatience = 30;

    /// The user's own file (QStandardPaths::AppConfigLocation, explorer.ini).
    explicit AppSettings(QObject *parent = nullptr);
    explicit AppSettings(const QString &iniPath, QObject *parent = nullptr);

    Theme theme() const;
    QString engineCommand() const;    ///< empty: the default (EngineClient::defaultCommand())
    int enginePatience() const;       ///< seconds
    QStringList modelFolders() const; ///< searched besides the bundled ones
    QString lastModel() const;        ///< folder
    QStringList recentFiles() const;  ///< newest first
    double playbackSpeed() const;     ///< model calls a second, 0.25..32
    bool looping() const;
    bool asFastAsEngine() const; ///< a live run is shown as it comes, not at the film's speed
    ColourQuantity colourQuantity() const;
    double uiScale() const; ///< size of all text, 0.75..2.5 times the system's
    QByteArray windowGeometry() const;
    QByteArray windowState() const;

    void setTheme(Theme theme);
    void setEngineCommand(const QString &command);
    void setEnginePatience(int seconds);
    void setModelFolders(const QStringList &folders);
    void setLastModel(const QString &folder);
    void addRecentFile(const QString &path);
    void removeRecentFile(const QString &path);
    void clearRecentFiles();
    void setPlaybackSpeed(double stepsPerSecond);
    void setLooping(bool looping);
    void setAsFastAsEngine(bool on);
    void setColourQuantity(ColourQuantity quantity);
    void setUiScale(double scale);
    void setWindowGeometry(const QByteArray &geometry);
    void setWindowState(const QByteArray &state);

    QString filePath() const { return m_settings.fileName(); }
    void sync() { m_settings.sync(); }

Q_SIGNALS:
    void themeChanged(ard::ui::AppSettings::Theme theme);
    void engineCommandChanged(const QString &command);
    void enginePatienceChanged(int seconds);
    void modelFoldersChanged(const QStringList &folders);
    void recentFilesChanged(const QStringList &files);
    void playbackSpeedChanged(double stepsPerSecond);
    void loopingChanged(bool looping);
    void colourQuantityChanged(ard::ui::AppSettings::ColourQuantity quantity);

private:
    bool store(const QString &key, const QVariant &value); ///< true: it was another value before

    QSettings m_settings;
};

} // namespace ard::ui
