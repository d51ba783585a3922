// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lane/LaneView.h"
#include "models/LaneNames.h"
#include "models/LengthText.h"
#include "paint/LaneMark.h"
#include "plot/ColorBar.h"
#include "plot/ElidedLabel.h"
#include "plot/PlaneView.h"
#include "views/lane/LaneHeader.h"
#include "views/origin/OriginLine.h"
#include "views/plane/PlanePanel.h"
#include "views/strip/TextStripView.h"
#include <QDrag>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace ard::ui {

namespace {
constexpr double kRadius = 8, kBorder = 2; ///< pixels
constexpr int kMostLinesOfStrip = 6;       ///< where the words stand in the strip alone
constexpr double kWordsOfLecture = 0.2;    ///< of the height of the window, there
constexpr double kWordsOfNarrow = 0.15, kWordsOfDense = 0.06;
constexpr double kLeastOfDense = 0.65; ///< of the size of the words

bool isRunFile(const QMimeData &data)
{
    const QUrl url = data.urls().value(0);
    return url.isLocalFile() && url.path().endsWith(QLatin1String(".ardrun"));
}
} // namespace

LaneView::LaneView(Session *session, Lane *lane, QWidget *parent)
    : QWidget(parent), m_session(session), m_lane(lane), m_header(new LaneHeader(lane->mark(), this)),
      m_strip(new TextStripView(session, lane, this)), m_origin(new OriginLine(session, lane, this)),
      m_plane(new PlanePanel(session, lane, this)), m_bar(new ColorBar(this)), m_foot(new QWidget(this)),
      m_noise(new ElidedLabel(m_foot)), m_cost(new ElidedLabel(m_foot)), m_honesty(new ElidedLabel(m_foot))
{
    setAcceptDrops(true);
    m_cost->setAlignment(Qt::AlignRight);
    m_honesty->setTone(ElidedLabel::Tone::Muted);
    auto *facts = new QHBoxLayout;
    facts->setSpacing(12);
    facts->addWidget(m_noise, 1);
    facts->addWidget(m_cost);
    auto *foot = new QVBoxLayout(m_foot);
    foot->setContentsMargins(4, 2, 4, 0);
    foot->setSpacing(0);
    foot->addLayout(facts);
    foot->addWidget(m_honesty);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(2);
    layout->addWidget(m_header);
    layout->addWidget(m_strip);
    auto *origin = new QHBoxLayout;
    origin->setContentsMargins(0, 0, 14, 0);
    origin->addWidget(m_origin, 1);
    origin->addWidget(m_bar, 0, Qt::AlignBottom);
    layout->addLayout(origin);
    layout->addWidget(m_plane, 1);
    layout->addWidget(m_foot);

    connect(m_header->menuButton(), &QToolButton::clicked, this, &LaneView::changeWanted);
    connect(m_header->closeButton(), &QToolButton::clicked, this, &LaneView::closeWanted);
    connect(m_header, &LaneHeader::dragged, this, &LaneView::startDrag);
    connect(m_plane->view(), &PlaneView::headerChanged, this, &LaneView::describe);
    connect(m_plane->view(), &PlaneView::wordsBelowChanged, this, &LaneView::giveWordsRoom);
    connect(m_plane->view(), &PlaneView::keyChanged, this,
            [this] { m_bar->setScale(m_plane->view()->state().quantity); });
    m_bar->hide();
    watchFilm();
    watchPresses();
    setAlone(true);
}

void LaneView::watchFilm()
{
    // What is said of a lane depends on the other lanes, too: whether they differ.
    connect(m_session->form(), &GenerationForm::changed, this, &LaneView::describe);
    connect(m_session->runs(), &RunStore::changed, this, &LaneView::describe);
    connect(m_session->runs(), &RunStore::added, this, &LaneView::describe);
    connect(m_lane, &Lane::titleChanged, this, &LaneView::describe);
    connect(m_lane, &Lane::changesChanged, this, &LaneView::describe);
    connect(m_session->engines(), &Engines::stateChanged, this, &LaneView::describe);
    connect(m_session->board(), &Board::removed, this, &LaneView::describe);
    connect(m_session->board(), &Board::swapped, this, &LaneView::describe);
    connect(m_session->cursor(), &Cursor::laneChanged, this, &LaneView::showCurrent);
}

void LaneView::watchPresses()
{
    for (QWidget *child : findChildren<QWidget *>())
        child->installEventFilter(this);
    installEventFilter(this);
}

QString LaneView::honesty() const
{
    return m_honesty->fullText();
}

QString LaneView::noise() const
{
    return m_noise->fullText();
}

QString LaneView::cost() const
{
    return m_cost->fullText();
}

void LaneView::setAlone(bool alone, int mostLines)
{
    m_alone = alone;
    m_header->setMark(m_lane->mark());
    m_header->setVisible(!alone);
    m_foot->setVisible(!alone);
    m_origin->setSuppressed(!alone);
    m_plane->setBeside(!alone);
    m_mostLines = mostLines;
    giveWordsRoom();
    if (!alone && m_strip->parentWidget() != this)
        static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_strip);
    applyMargins();
    describe();
    update();
}

void LaneView::setLecture(bool on)
{
    m_plane->view()->setBare(on);
    m_bar->setVisible(on && m_alone);
    m_header->setBare(on);
    m_lecture = on;
    giveWordsRoom();
}

void LaneView::setDense(bool on)
{
    m_dense = on;
    m_header->setDense(on);
    m_plane->view()->setDense(on);
    applyMargins();
    giveWordsRoom();
}

void LaneView::applyMargins()
{
    const QMargins beside = m_dense ? QMargins(10, 4, 8, 3) : QMargins(10, 9, 8, 7);
    layout()->setContentsMargins(m_alone ? QMargins() : beside);
}

/// More of it where no words stand under the plane.
void LaneView::giveWordsRoom()
{
    if (m_alone) {
        m_strip->setCompact(m_lecture, m_lecture ? 2 : m_mostLines);
        m_strip->setMostOfWindow(TextStripView::kMostOfLane);
        return;
    }
    const bool isOnlyPlace = m_lecture || !m_plane->view()->state().wordsBelow;
    m_strip->setCompact(true, isOnlyPlace ? kMostLinesOfStrip : m_mostLines);
    if (m_dense)
        m_strip->setMostOfWindow(kWordsOfDense, kLeastOfDense);
    else if (isOnlyPlace)
        m_strip->setMostOfWindow(m_lecture ? kWordsOfLecture : kWordsOfNarrow);
    else
        m_strip->setMostOfWindow(TextStripView::kMostOfLane);
}

void LaneView::showCurrent()
{
    update();
    describe();
}

void LaneView::describe()
{
    if (m_alone || index() < 0)
        return;
    const PlaneView *view = m_plane->view();
    m_header->setTitle(laneTitle(*m_lane, *m_session));
    const QString notice = view->notice();
    m_header->setSubtitle(notice.isEmpty() ? subtitle() : notice, !notice.isEmpty());
    const NoiseBadge badge = noiseBadge(*m_lane, *m_session);
    m_noise->setFullText((badge.same ? QStringLiteral("= ") : QStringLiteral("≠ ")) + badge.text);
    m_cost->setFullText(laneCost(*m_lane));
    m_honesty->setFullText(laneHonesty(*m_lane, *m_session).join(QStringLiteral(" · ")));
    const bool failed =
        m_lane->run() ? m_lane->run()->state() == Run::State::Failed : !modelProblem(*m_lane, *m_session).isEmpty();
    const bool warns = failed || !offTraining(*m_lane, *m_session).isEmpty();
    m_honesty->setTone(warns ? ElidedLabel::Tone::Danger : ElidedLabel::Tone::Muted);
    setAccessibleName(tr("Lane %1: %2").arg(m_lane->letter(), m_header->title()));
    setAccessibleDescription(
        QStringList{m_noise->fullText(), m_cost->fullText(), m_honesty->fullText()}.join(QStringLiteral("; ")));
}

/// Before the first call how long the sentence is to be, which is decided by then; afterwards where the run is.
QString LaneView::subtitle() const
{
    const Run *run = m_lane->run();
    const bool isStart = run && m_session->cursor()->momentIn(m_lane) == Moment{};
    const QString length = isStart ? lengthText(*run) : QString();
    return length.isEmpty() ? m_plane->view()->subtitle() : length;
}

bool LaneView::eventFilter(QObject *watched, QEvent *event)
{
    const bool isPress = event->type() == QEvent::MouseButtonPress;
    const bool isTabbed =
        event->type() == QEvent::FocusIn && static_cast<QFocusEvent *>(event)->reason() <= Qt::BacktabFocusReason;
    if ((isPress || isTabbed) && !m_alone)
        m_session->cursor()->setLane(index());
    return QWidget::eventFilter(watched, event);
}

void LaneView::startDrag()
{
    auto *data = new QMimeData;
    data->setData(QLatin1String(LaneHeader::kDragFormat), QByteArray::number(index()));
    auto *drag = new QDrag(this); // deletes itself
    drag->setMimeData(data);
    drag->setPixmap(m_header->grab());
    drag->exec(Qt::MoveAction);
}

void LaneView::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasFormat(QLatin1String(LaneHeader::kDragFormat)) || isRunFile(*event->mimeData()))
        event->acceptProposedAction();
}

void LaneView::dropEvent(QDropEvent *event)
{
    const QByteArray from = event->mimeData()->data(QLatin1String(LaneHeader::kDragFormat));
    if (!from.isEmpty()) {
        m_session->board()->swap(from.toInt(), index());
    } else if (isRunFile(*event->mimeData())) {
        m_session->cursor()->setLane(index());
        m_session->openRun(event->mimeData()->urls().first().toLocalFile());
    }
    event->acceptProposedAction();
}

void LaneView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tones &tones = tonesOf(palette());
    if (m_alone) {
        painter.fillRect(rect(), tones.surface);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = isCurrent() ? kBorder : 1;
    painter.setPen(QPen(isCurrent() ? laneColor(m_lane->mark(), tones) : tones.hairline, width));
    painter.setBrush(tones.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), kRadius, kRadius);
}

} // namespace ard::ui

#include "moc_LaneView.cpp"
