// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ScrubRuler: a slider over the steps of a run, drawn to the scale of sentence steps: a tall tick for every executed
// one, so that what was skipped, and a last jump that is longer than the others, can be seen; a ring above where words
// flip, a triangle below where words settle; markers 1 to 9 below, too. The steps of a repair, which has no sentence steps, follow
// at even distances under a dashed line. Value: step 0..maximum().
#include <QAbstractSlider>
#include <algorithm>
#include <optional>
#include <vector>

class QPainter;

namespace ard::ui {

struct Tones;

class ScrubRuler : public QAbstractSlider {
    Q_OBJECT

public:
    struct Event {
        int step = 0;
        int flips = 0, settles = 0; ///< words
        bool operator==(const Event &) const = default;
    };
    struct Marker {
        int step = 0;
        int number = 1; ///< 1..9
        bool operator==(const Marker &) const = default;
    };

    explicit ScrubRuler(QWidget *parent = nullptr);

    /// [M+1] executed sentence steps, falling, ending with 0; a further 0 for each step of a repair. available: steps that can
    /// be shown, 0..M.
    void setSteps(const std::vector<int> &sentenceSteps, int available);
    void setEvents(std::vector<Event> events);
    void setMarkers(std::vector<Marker> markers);
    const std::vector<Event> &events() const { return m_events; }
    const std::vector<Marker> &markers() const { return m_markers; }
    double xOf(int step) const; ///< pixels
    QString toolTipOf(int step) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;
    void sliderChange(SliderChange change) override;

private:
    int stepAt(double x) const; ///< the nearest
    int repairSteps() const { return std::max(0, static_cast<int>(m_sentenceSteps.size()) - 1 - m_repairFrom); }
    double repairShare() const; ///< of the width
    void paintRepair(QPainter &painter, const Tones &tones) const;
    void paintEvents(QPainter &painter, const Tones &tones) const;
    void paintMarkers(QPainter &painter, const Tones &tones) const;
    double middle() const { return height() * 0.47; } ///< y of the line
    double tall() const { return height() * 0.19; }   ///< half of a tick

    std::vector<int> m_sentenceSteps;
    int m_repairFrom = 0; ///< the step behind which those of a repair come; the last one where there is none
    std::vector<Event> m_events;
    std::vector<Marker> m_markers;
};

} // namespace ard::ui
