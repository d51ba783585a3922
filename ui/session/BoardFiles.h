// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// BoardFiles: all lanes of the session in one file, and a file back onto the board. Written and read off this thread; what fails changes
// nothing. GUI thread.
#include "trace/BoardFile.h"
#include <QObject>
#include <QThreadPool>

namespace ard::ui {

class Lane;
class Session;

class BoardFiles : public QObject {
    Q_OBJECT

public:
    explicit BoardFiles(Session *session); ///< must outlive this object
    ~BoardFiles() override;                ///< waits for what is under way

    static bool isBoardFile(const QString &path); ///< by its name
    /// view: what is on screen besides the cursor's place. Answers with saved or saveFailed. The runs count as saved then.
    void save(const QString &path, const BoardView &view);
    /// Answers with opened or openFailed. The runs come into the list; the form takes the settings of the cursor's lane, the others what they
    /// have of their own.
    void open(const QString &path);

Q_SIGNALS:
    void saved(const QString &path);
    void opened(const QString &path, const ard::BoardView &view);
    void saveFailed(const QString &path, const QString &reason);
    void openFailed(const QString &path, const QString &reason);

private:
    BoardRecord plan(BoardView view) const; ///< without the runs
    void show(BoardRecord &board, const QString &path);
    void placeCursor(const BoardView &view);

    Session *m_session;
    QThreadPool m_pool;
};

} // namespace ard::ui
