// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ScheduleHandle: the one number of a timestep schedule as something that can be taken hold of in the plane of a plan.
//   Anchor  ar-diffusion: n_e = scale x N, at the height of T-1, right of the plane. There x runs as 1 - N/n_e, so that N is at the
//           edge of the plane, the paper's 2N in the middle of the margin, and what is infinitely far (uniform) at its end.
//   Lag     lagged: on the front at which the last position begins, one column before it, L timesteps below T-1.
//   Block   block: the right edge of the first block.
#include "paint/PlaneGeometry.h"
#include "paint/Tones.h"
#include <QCoreApplication>
#include <QFont>
#include <QString>
#include <optional>

class QPainter;

namespace ard::ui {

struct ScheduleHandle {
    enum class Kind { Anchor, Lag, Block };
    Kind kind = Kind::Anchor;
    double value = 2;    ///< of the parameter: anchor scale, lag, block length
    bool active = false; ///< the pointer is on it or the keyboard has it
    bool operator==(const ScheduleHandle &) const = default;
};

/// Where a handle is put, and why that is not where it was wanted.
struct HandlePlace {
    double value = 0;
    QString problem; ///< one sentence; empty: it is
};

class HandleGeometry {
    Q_DECLARE_TR_FUNCTIONS(ard::ui::HandleGeometry)

public:
    /// geometry must outlive it.
    HandleGeometry(const ScheduleHandle &handle, const PlaneGeometry &geometry) : m_handle(handle), m_g(geometry) { }

    /// Pixels that a handle needs to the right of the plane.
    static double margin(const ScheduleHandle &handle, const QFont &font);
    QPointF point() const { return pointOf(m_handle.value); }
    QPointF pointOf(double value) const;
    /// The value of a point, held within what there is and drawn to what has a name: the paper's, uniform, autoregressive.
    HandlePlace place(const QPointF &at) const;
    /// The next value: steps are presses of an arrow key, to the right or down for more.
    HandlePlace moved(int steps) const;
    bool isHit(const QPointF &at) const;
    bool movesAcross() const { return m_handle.kind != ScheduleHandle::Kind::Lag; }
    QString label() const; ///< "n_e = 96 = 2N, the paper's"

private:
    double trackLeft() const { return m_g.plane().right() + 12; }
    double trackRight() const;
    HandlePlace held(double value) const;
    HandlePlace placeAnchor(double x) const;
    HandlePlace placeLag(double y) const;

    ScheduleHandle m_handle;
    const PlaneGeometry &m_g;
};

/// A label on a ground of its own, the middle of its upper edge there, within what may be painted on.
void paintPlaque(QPainter &painter, const QString &text, QPointF centreTop, const QRectF &within, const Tones &tones,
                 const QFont &font);
/// With what it moves: the fan of lines to the anchor, the front of the lag, the edges of the blocks.
void paintHandle(QPainter &painter, const ScheduleHandle &handle, const PlaneGeometry &geometry, const Tones &tones,
                 const QFont &font);

} // namespace ard::ui
