// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// AppSettings: what is remembered from one start to the next; an INI file. A setting is one line here: settings.theme() reads
// it, settings.theme.set() stores it, settings.theme.onChange() hears of it. GUI thread.
#include "session/Playback.h"
#include "session/Setting.h"
#include <QByteArray>
#include <QString>
#include <QStringList>

namespace ard::ui {

class AppSettings : public QObject {
    Q_OBJECT

    QSettings m_file; // before the settings, which use it

public:
    enum class Theme { System, Light, Dark };
    Q_ENUM(Theme)
    /// What the cells of the plane are coloured by.
    enum class ColourQuantity { NoiseLevel, Probability, Entropy };
    Q_ENUM(ColourQuantity)
    /// Which panels there are and how large everything is. Standard: as the user has put them.
    enum class Layout { Standard, Lecture, Compare, Student, Research };
    Q_ENUM(Layout)
    /// Whether things slide, fade and blink. System: as Qt knows it of the system.
    enum class Motion { System, Reduced, Full };
    Q_ENUM(Motion)
    static constexpr int kMaxRecentFiles = 10;
    /// Seconds that an engine has to answer at its start: a cold disk, or ssh through several hosts.
    static constexpr int kMinimumPatience = 5, kMaximumPatience = 3600, kNormalPatience = 30;
    /// Seconds without a word of an engine that has something to do, after which the status tells so.
    static constexpr int kMinimumSilence = 5, kMaximumSilence = 3600, kNormalSilence = 20;

    /// The user's own file (QStandardPaths::AppConfigLocation, explorer.ini).
    explicit AppSettings(QObject *parent = nullptr);
    explicit AppSettings(const QString &iniPath, QObject *parent = nullptr);

    Setting<Theme> theme{&m_file, "appearance/theme"};
    Setting<Motion> motion{&m_file, "appearance/motion"};
    Setting<QString> language{&m_file, "appearance/language"}; ///< a code such as "zh_CN"; empty: the system's
    Setting<QString> engineCommand{&m_file, "engine/command"}; ///< empty: EngineClient::defaultCommand()
    Setting<int> enginePatience{&m_file, "engine/patience", kNormalPatience, [](const int &seconds) {
                                    return seconds >= kMinimumPatience && seconds <= kMaximumPatience;
                                }};
    Setting<int> engineSilence{&m_file, "engine/silence", kNormalSilence, [](const int &seconds) {
                                   return seconds >= kMinimumSilence && seconds <= kMaximumSilence;
                               }};
    /// "film.play=Space; K": keys that are others than at first, by the id of their action; see shell/Shortcuts.
    Setting<QStringList> shortcuts{&m_file, "keys/own"};
    Setting<QStringList> modelFolders{&m_file, "models/folders"}; ///< searched besides the bundled ones
    Setting<QString> lastModel{&m_file, "models/last"};           ///< folder
    /// Newest first; see addRecentFile().
    Setting<QStringList> recentFiles{
        &m_file, "files/recent", {}, [](const QStringList &files) { return files.size() <= kMaxRecentFiles; }};
    /// Model calls a second.
    Setting<double> playbackSpeed{&m_file, "playback/speed", Playback::kNormalSpeed, [](const double &speed) {
                                      return speed >= Playback::kMinimumSpeed && speed <= Playback::kMaximumSpeed;
                                  }};
    Setting<bool> looping{&m_file, "playback/loop"};
    Setting<bool> asFastAsEngine{&m_file, "playback/asFastAsEngine"}; ///< a live run is shown as it comes
    /// By probability at first: how noisy a cell is, the axis says already.
    Setting<ColourQuantity> colourQuantity{&m_file, "plane/colour", ColourQuantity::Probability};
    /// Size of all text, times the system's.
    Setting<double> uiScale{&m_file, "window/uiScale", 1.0,
                            [](const double &scale) { return scale >= 0.75 && scale <= 2.5; }};
    Setting<QByteArray> windowGeometry{&m_file, "window/geometry"};
    Setting<QByteArray> windowState{&m_file, "window/state"}; ///< of the standard layout
    Setting<Layout> layout{&m_file, "window/layout"};

    void addRecentFile(const QString &path);
    void removeRecentFile(const QString &path);

    QString filePath() const { return m_file.fileName(); }
    void sync() { m_file.sync(); }
};

} // namespace ard::ui
