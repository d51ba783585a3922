// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ElidedLabel: one line of text that shortens itself with an ellipsis instead of widening the window; the whole text is
// its tooltip while it is shortened.
#include <QLabel>

namespace ard::ui {

class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    enum class Tone { Text, Muted, Danger };

    explicit ElidedLabel(QWidget *parent = nullptr);
    void setFullText(const QString &text);
    QString fullText() const { return m_text; }
    void setTone(Tone tone);
    /// Larger and bolder than the text around it, whatever size that has.
    void setEmphasis(double scale, bool bold);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont textFont() const;
    int lineHeight(const QFontMetrics &fm) const;

    QString m_text;
    double m_scale = 1;
    bool m_bold = false;
    Tone m_tone = Tone::Text;
};

} // namespace ard::ui
