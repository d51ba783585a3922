// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/Tones.h"
#include "paint/ColorMap.h"
#include <QPalette>

namespace ard::ui {

const Tones &lightTones()
{
    static const Tones tones{
        .dark = false,
        .window = QColor(0xf7f7f7),
        .surface = QColor(0xffffff),
        .raised = QColor(0xeef0f2),
        .text = QColor(0x1b1d21),
        .muted = QColor(0x5a616b),
        .hairline = QColor(0xdadce0),
        .outline = QColor(0x8a9099),
        .accent = QColor(0x0067a8),
        .onAccent = QColor(0xffffff),
        .front = QColor(0xd55e00),
        .unsettled = QColor(0x8a5700),
        .good = QColor(0x00704f),
        .danger = QColor(0xb3261e),
        .hatch = QColor(0xd5dae0),
        .edge = QColor(),
    };
    return tones;
}

const Tones &darkTones()
{
    static const Tones tones{
        .dark = true,
        .window = QColor(0x1e1f22),
        .surface = QColor(0x26282c),
        .raised = QColor(0x33363b),
        .text = QColor(0xe9eaec),
        .muted = QColor(0xa4aab3),
        .hairline = QColor(0x3a3d41),
        .outline = QColor(0x7f858e),
        .accent = QColor(0x5cb3e8),
        .onAccent = QColor(0x10151a),
        .front = QColor(0xf07f2d),
        .unsettled = QColor(0xe3b25c),
        .good = QColor(0x4cc79a),
        .danger = QColor(0xf28b82),
        .hatch = QColor(0x41454b),
        .edge = QColor(0x9aa1ab),
    };
    return tones;
}

QColor separator(const Tones &tones, const QColor &fill)
{
    const bool edge = tones.edge.isValid() && contrastRatio(tones.edge, fill) > contrastRatio(tones.surface, fill);
    return edge ? tones.edge : tones.surface;
}

WordStyle wordStyle(const Tones &tones, bool settled, bool padding)
{
    if (padding)
        return {false, false, tones.outline};
    return {settled, !settled, settled ? tones.text : tones.unsettled};
}

const Tones &tonesOf(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128 ? darkTones() : lightTones();
}

} // namespace ard::ui
