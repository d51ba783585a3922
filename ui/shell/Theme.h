// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Theme: light or dark and how large everything is, for the whole application. Fusion style with palettes of its own.
#include "paint/Tones.h"
#include "session/AppSettings.h"
#include <QFont>
#include <QList>
#include <QObject>
#include <QPalette>

namespace ard::ui {

QPalette paletteOf(const Tones &tones);
/// resources/theme/explorer.qss with the colours filled in.
QString styleSheetOf(const Tones &tones);

/// A font of the system's with the signs of Simplified Chinese, empty when there is none. Left to themselves, systems
/// take one with Japanese shapes of the same characters.
QString chineseFamily();

class Theme : public QObject {
    Q_OBJECT

public:
    static constexpr double kMinimumScale = 0.75, kMaximumScale = 2.5;

    /// Remembers the palette and font that the system gave the application. One for the application.
    explicit Theme(QObject *parent = nullptr);

    void setMode(AppSettings::Theme mode);
    /// "zh_CN" and the like: which fonts come first.
    void setLanguage(const QString &code);
    void setScale(double scale); ///< 1: the system's font size, at least 10 pt; clamped
    /// Times the scale, for lecture mode; no setting. 1: none.
    void setZoom(double zoom);
    /// Panels that slide, menus that fade, a caret that blinks: not where motion is reduced.
    void setMotion(AppSettings::Motion motion);
    bool isMotionReduced() const;
    AppSettings::Theme mode() const { return m_mode; }
    double scale() const { return m_scale; }
    double shownScale() const; ///< with the zoom, within the same limits
    bool isDark() const;

Q_SIGNALS:
    void scaleChanged(double scale); ///< what the user chose
    void sizeChanged();              ///< of what is shown
    void motionChanged();

private:
    void apply();
    void applyMotion();

    QFont m_systemFont;
    bool m_isChinese = false;
    bool m_systemIsDark;
    AppSettings::Theme m_mode = AppSettings::Theme::System;
    AppSettings::Motion m_motion = AppSettings::Motion::System;
    bool m_systemIsCalm;
    QList<Qt::UIEffect> m_systemEffects;
    int m_systemFlash; ///< milliseconds of the caret
    double m_scale = 1;
    double m_zoom = 1;
};

} // namespace ard::ui
