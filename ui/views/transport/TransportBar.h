// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TransportBar: first, back, play, forward, last, the ruler, speed and loop. The actions come from the window, so that
// menus, keys and buttons are the same thing.
#include "session/FilmMarks.h"
#include "session/Session.h"
#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QToolButton;

namespace ard::ui {

class PlayButton;
class ScrubRuler;

class TransportBar : public QWidget {
    Q_OBJECT

public:
    struct Buttons {
        QAction *first, *back, *play, *forward, *last, *loop;
    };

    /// session must outlive the bar.
    TransportBar(Session *session, const Buttons &buttons, QWidget *parent = nullptr);

    ScrubRuler *ruler() const { return m_ruler; }
    const FilmMarks &marks() const { return m_marks; }
    QString label() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addButton(QAction *action);
    void buildSpeeds();
    void refreshSteps();
    void refreshLabel();
    void refreshEvents();
    void refreshMarkers();
    void applyFonts();

    Session *m_session;
    FilmMarks m_marks;
    PlayButton *m_play;
    ScrubRuler *m_ruler;
    QLabel *m_label;
    QLabel *m_detail;
    QComboBox *m_speed;
    std::vector<QToolButton *> m_buttons;
};

} // namespace ard::ui
