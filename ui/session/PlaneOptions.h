// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlaneOptions: what the planes of all lanes show besides the film, until the window is closed. GUI thread.
#include <QObject>
#include <utility>

namespace ard::ui {

class PlaneOptions : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    bool figureMarks() const { return m_figureMarks; } ///< as in the paper's figure
    bool showsRuler() const { return m_showsRuler; }
    /// The timestep schedule can be edited in the plane of a run, too; in that of a plan it always can.
    bool editsSchedule() const { return m_editsSchedule; }

public Q_SLOTS:
    void setFigureMarks(bool on) { set(m_figureMarks, on); }
    void setShowsRuler(bool on) { set(m_showsRuler, on); }
    void setEditsSchedule(bool on) { set(m_editsSchedule, on); }

Q_SIGNALS:
    void changed();

private:
    void set(bool &option, bool on)
    {
        if (std::exchange(option, on) != on)
            Q_EMIT changed();
    }

    bool m_figureMarks = false;
    bool m_showsRuler = true;
    bool m_editsSchedule = false;
};

} // namespace ard::ui
