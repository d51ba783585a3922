// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/engine/EngineChip.h"
#include "paint/Tones.h"
#include <QPainter>
#include <algorithm>

namespace ard::ui {

EngineChip::EngineChip(Engines *engines, QWidget *parent) : QWidget(parent), m_engines(engines)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(engines, &Engines::statusChanged, this, [this] {
        setAccessibleName(tr("Engine: %1").arg(text()));
        QStringList all;
        for (const EngineClient *engine : m_engines->all())
            all << textOf(engine);
        setToolTip(all.join(QLatin1Char('\n')));
        updateGeometry();
        update();
    });
    setAccessibleName(tr("Engine: %1").arg(text()));
}

const EngineClient *EngineChip::engine() const
{
    const QList<EngineClient *> engines = m_engines->all();
    const auto told = std::find_if(engines.begin(), engines.end(), [this](const EngineClient *engine) {
        const bool isElsewhereTold = engine != m_engines->main() && engine->state() == EngineClient::State::Failed;
        return engine->state() != EngineClient::State::Ready && !isElsewhereTold;
    });
    return told == engines.end() ? m_engines->main() : *told;
}

QString EngineChip::textOf(const EngineClient *engine)
{
    // The reason of a failure has its own banner, with room for it; that of a lane's own model stands in the lane.
    return engine->state() == EngineClient::State::Failed ? tr("Engine stopped") : engine->statusText();
}

QString EngineChip::text() const
{
    return textOf(engine());
}

double EngineChip::progress() const
{
    const EngineClient::Status &status = engine()->status();
    if (status.state == EngineClient::State::Running && status.calls > 0)
        return static_cast<double>(status.call) / status.calls;
    return status.state == EngineClient::State::LoadingModel ? status.fraction : -1;
}

QSize EngineChip::sizeHint() const
{
    const QFontMetrics fm(font());
    return {fm.horizontalAdvance(text()) + fm.height() * 2 + 10, fm.height() + 10};
}

QSize EngineChip::minimumSizeHint() const
{
    const QFontMetrics fm(font());
    return {fm.height() * 8, fm.height() + 10};
}

void EngineChip::drawSign(QPainter &painter, const QRectF &box) const
{
    const Tones &tones = tonesOf(palette());
    painter.setPen(Qt::NoPen);
    switch (engine()->state()) {
    case EngineClient::State::Ready:
        painter.setBrush(tones.good);
        painter.drawEllipse(box);
        break;
    case EngineClient::State::Running:
        painter.setBrush(tones.front);
        painter.drawPolygon(QPolygonF{box.topLeft(), QPointF(box.right(), box.center().y()), box.bottomLeft()});
        break;
    case EngineClient::State::Failed:
        painter.setBrush(tones.danger);
        painter.drawRect(box);
        break;
    default:
        painter.setPen(QPen(tones.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(box.adjusted(1, 1, -1, -1));
        break;
    }
}

void EngineChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tones &tones = tonesOf(palette());
    const QFontMetrics fm(font());
    const double side = fm.height() * 0.62;
    drawSign(painter, QRectF(6, (height() - side) / 2, side, side));
    const QRect words(static_cast<int>(side) + 14, 0, width() - static_cast<int>(side) - 18, height());
    painter.setPen(engine()->state() == EngineClient::State::Failed ? tones.danger : tones.text);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, fm.elidedText(text(), Qt::ElideRight, words.width()));
    if (const double share = progress(); share >= 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tones.hairline);
        const QRectF groove(words.left(), height() - 3, words.width(), 2);
        painter.drawRect(groove);
        painter.setBrush(tones.accent);
        painter.drawRect(QRectF(groove.topLeft(), QSizeF(groove.width() * std::min(1.0, share), 2)));
    }
}

} // namespace ard::ui

#include "moc_EngineChip.cpp"
