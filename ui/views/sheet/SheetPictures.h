// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SheetPictures: the small planes of a contact sheet, painted on a thread of their own when somebody wants to see them. A
// picture that is out of date is shown until the new one is there. GUI thread.
#include "paint/SheetPicture.h"
#include "session/Session.h"
#include "session/SessionSheet.h"
#include <QHash>
#include <QObject>
#include <QThreadPool>
#include <map>

namespace ard::ui {

class SheetPictures : public QObject {
    Q_OBJECT

public:
    /// session must outlive the pictures.
    explicit SheetPictures(Session *session, QObject *parent = nullptr);
    ~SheetPictures() override; ///< waits for the picture that is being painted

    /// Of a cell of the sheet, at this size and tone from now on; empty until it is painted: painted() comes then.
    QImage picture(int cell, QSize size, double ratio, const Tones &tones);
    bool isPainting() const { return m_jobs > 0; }

Q_SIGNALS:
    void painted(int cell);

private:
    struct Entry {
        QImage image;
        QSize size;
        double ratio = 0;
        const Tones *tones = nullptr;
        bool isOld = true, isBeingPainted = false;
    };

    SheetPicture pictureOf(int cell) const;
    void paint(int cell);
    void take(int cell, const QImage &image, int arrangement);
    void outdate(); ///< all
    void measure(); ///< how many columns all have

    Session *m_session;
    QHash<int, Entry> m_entries;
    std::map<std::shared_ptr<const RunRecord>, std::pair<int, double>>
        m_measured;    ///< positions needed, largest entropy
    int m_columns = 0; ///< 0: all positions
    double m_entropyMaximum = 1;
    int m_arrangement = 0, m_jobs = 0;
    QThreadPool m_painter;
};

} // namespace ard::ui
