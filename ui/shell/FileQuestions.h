// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FileQuestions: every dialog of the window that asks for a file or folder, in one place. A name that is given without
// its suffix gets it, dots or not, and no existing file is replaced unasked.
#include <QSize>
#include <QString>
#include <QStringList>
#include <functional>
#include <optional>

class QWidget;

namespace ard::ui {

struct SaveQuestion {
    QString title;
    QString proposal; ///< file name, with or without a folder
    QString filter;
    QString suffix;                 ///< with its dot: ".ardrun"
    QStringList otherSuffixes = {}; ///< names that end so stay as they are; the filter chosen says which one is added
};

/// A size for a picture, and what it is for: "Slide 1280 × 720".
struct PictureSize {
    QString title;
    QSize size; ///< pixels
};

struct PictureQuestion {
    struct View {
        QString title;
        bool isDrawn = true; ///< in any colours; otherwise they are those of the screen
    };
    QList<View> views; ///< what it can be a picture of; at least one
    int proposed = 0;  ///< of them
    QList<PictureSize> sizes;
};

struct PictureChoice {
    enum class Colours { Window, Light, Dark };
    int view = 0, size = 0; ///< indices
    Colours colours = Colours::Window;
};

/// How the questions are put. Tests answer them instead.
struct FileQuestions {
    std::function<QString(QWidget *, const SaveQuestion &)> saveName; ///< empty: cancelled
    std::function<bool(QWidget *, const QString &path)> mayReplace;
    std::function<QString(QWidget *, const QString &title, const QString &filter)> openName;
    std::function<QString(QWidget *, const QString &title)> folder;
    std::function<QString(QWidget *, const QString &title)> remoteFolder; ///< of the machine that the engine is on
    std::function<std::optional<PictureChoice>(QWidget *, const PictureQuestion &)> picture; ///< nullopt: cancelled
};

FileQuestions &fileQuestions();

/// "run 1.5" and ".ardrun" make "run 1.5.ardrun"; a name that has the suffix stays, in capitals too.
QString withSuffix(const QString &name, const QString &suffix);
/// Where to save, with its suffix; empty: nowhere. Asks again when an existing file is to stay.
QString askWhereToSave(QWidget *window, SaveQuestion question);

} // namespace ard::ui
