// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jump/JumpView.h"
#include "paint/GridPainter.h"
#include "paint/Quantity.h"
#include "paint/Tones.h"
#include "plot/ElidedLabel.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace ard::ui {

namespace {

constexpr int kMeasuredRows = 24;
constexpr int kCellMargins = 14; ///< of a word in its cell, both together

/// A cell in the colour of its noise; where the ways are compared, framed where they differ.
class JumpDelegate : public QStyledItemDelegate {
public:
    JumpDelegate(const Jumps *jumps, QObject *parent) : QStyledItemDelegate(parent), m_jumps(jumps) { }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int timestep = index.data(JumpModel::TimestepRole).toInt();
        const Lane *lane = m_jumps->lane();
        GridCell cell;
        cell.fill = timestep < 0 || !lane
            ? option.palette.color(QPalette::Base)
            : QuantityScale().color(static_cast<double>(timestep) / lane->film()->diffusionSteps());
        cell.text = index.data().toString();
        cell.padding = index.data(JumpModel::PaddingRole).toBool();
        cell.settled = true; // nothing here may still change
        cell.clean = index.data(JumpModel::SettledRole).toBool();
        cell.changed = index.data(JumpModel::ChangedRole).toBool();
        cell.selected = option.state & (QStyle::State_Selected | QStyle::State_HasFocus);
        cell.hovered = option.state & QStyle::State_MouseOver;
        paintGridCell(*painter, cell, option.font, option.rect);
    }

private:
    const Jumps *m_jumps;
};

} // namespace

JumpView::JumpView(Session *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_model(session->jumps()), m_title(new ElidedLabel(this)),
      m_summary(new QLabel(this)), m_ask(new QPushButton(tr("What does the network say there?"), this)),
      m_cancel(new QPushButton(tr("Cancel"), this)), m_progress(new QProgressBar(this)), m_table(new QTableView(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setEmphasis(1.2, true);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_progress->setMaximumWidth(160);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Steps that the network has answered"));
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_title, 1);
    for (QWidget *control : std::initializer_list<QWidget *>{m_progress, m_ask, m_cancel})
        row->addWidget(control);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 14, 8);
    layout->setSpacing(6);
    layout->addLayout(row);
    layout->addWidget(m_summary);
    layout->addWidget(m_table, 1);
    buildTable();
    Jumps *jumps = session->jumps();
    connect(m_ask, &QPushButton::clicked, jumps, &Jumps::fill);
    connect(m_cancel, &QPushButton::clicked, jumps, &Jumps::cancel);
    connect(jumps, &Jumps::changed, this, &JumpView::refresh);
    connect(jumps, &Jumps::advanced, this, [this, jumps] { m_progress->setValue(jumps->done()); });
    connect(session, &Session::canRunChanged, this, &JumpView::showSummary);
    connect(session->positions(), &ShownPositions::changed, this, &JumpView::applySizes);
    refresh();
}

void JumpView::buildTable()
{
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new JumpDelegate(m_session->jumps(), m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setAccessibleName(tr("Sentence steps of the jump by position"));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &at) {
        Lane *lane = m_session->jumps()->lane();
        const Moment moment = m_model.moment(at.row());
        if (at.isValid() && lane && lane->film()->contains(moment))
            m_session->cursor()->select({at.column(), moment, m_session->board()->indexOf(lane)});
    });
}

void JumpView::refresh()
{
    const Jumps &jumps = *m_session->jumps();
    const bool isOpen = jumps.lane() != nullptr;
    if (isOpen && jumps.lane()->run()) {
        const auto &steps = jumps.lane()->film()->plan().sentenceSteps;
        const auto call = static_cast<std::size_t>(jumps.call());
        m_title->setFullText(tr("Into the jump of model call %1: sentence step %2 to %3")
                                 .arg(jumps.call())
                                 .arg(steps[call - 1])
                                 .arg(steps[call]));
    } else {
        m_title->setFullText(tr("Into the jump"));
    }
    m_progress->setRange(0, std::max(1, jumps.way().modelCalls()));
    m_progress->setValue(jumps.done());
    m_progress->setVisible(jumps.isFilling());
    m_cancel->setVisible(jumps.isFilling());
    applySizes();
    showSummary();
}

void JumpView::showSummary()
{
    const Jumps &jumps = *m_session->jumps();
    const QString why = jumps.whyNotFill();
    m_ask->setVisible(jumps.lane() && !jumps.isFilling() && !jumps.comparison());
    m_ask->setEnabled(why.isEmpty());
    m_ask->setToolTip(why);
    m_summary->setText(summary());
}

QString JumpView::summary() const
{
    const Jumps &jumps = *m_session->jumps();
    if (!jumps.lane())
        return tr("Choose a cell of the plane and press J: what a model call skips is shown here step by step.");
    if (!jumps.problem().isEmpty())
        return jumps.problem();
    if (jumps.comparison())
        return comparedText();
    const QString numbers =
        tr("%1 sentence steps are skipped; the numbers are the timesteps of each token there.").arg(jumps.skipped());
    const QString why = jumps.whyNotFill();
    return numbers + QLatin1Char(' ') +
        (jumps.isFilling()   ? tr("The network is being asked.")
             : why.isEmpty() ? cost()
                             : why);
}

QString JumpView::cost() const
{
    const Jumps &jumps = *m_session->jumps();
    const int calls = jumps.way().modelCalls();
    const double seconds = jumps.estimatedSeconds();
    if (seconds <= 0)
        return tr("Asking the network takes %1 model calls.").arg(calls);
    if (seconds < 1)
        return tr("Asking the network takes %1 model calls, less than a second.").arg(calls);
    return tr("Asking the network takes %1 model calls, about %2 s.")
        .arg(calls)
        .arg(QLocale().toString(seconds, 'f', seconds < 10 ? 1 : 0));
}

QString JumpView::comparedText() const
{
    const FilledSteps &ways = *m_session->jumps()->comparison();
    const Run *run = m_session->jumps()->lane()->run();
    const std::size_t positions = std::min({ways.jumpWords.size(), ways.filledWords.size(), ways.distance.size()});
    QStringList parted;
    double sum = 0;
    std::size_t farthest = 0;
    for (std::size_t n = 0; n < positions; ++n) {
        sum += static_cast<double>(ways.distance[n]);
        if (ways.distance[n] > ways.distance[farthest])
            farthest = n;
        if (ways.jumpWords[n] != ways.filledWords[n])
            parted << tr("%1: “%2” or “%3”").arg(n).arg(run->label(ways.jumpWords[n]), run->label(ways.filledWords[n]));
    }
    if (positions == 0)
        return {};
    const QLocale locale;
    const QString distance = tr("Distance of the two latents: %1 on average, at most %2 at position %3.")
                                 .arg(locale.toString(sum / static_cast<double>(positions), 'f', 2))
                                 .arg(locale.toString(static_cast<double>(ways.distance[farthest]), 'f', 2))
                                 .arg(farthest);
    const QString words = parted.isEmpty()
        ? tr("The jump and the %1 steps one by one lead to the same words.").arg(ways.modelCalls)
        : tr("The jump and the %1 steps one by one part at %2 of %3 positions (jump or steps): %4.")
              .arg(ways.modelCalls)
              .arg(parted.size())
              .arg(positions)
              .arg(parted.mid(0, 6).join(QStringLiteral(", ")) +
                   (parted.size() > 6 ? QStringLiteral(" …") : QString()));
    return words + QLatin1Char(' ') + distance;
}

void JumpView::showColumns()
{
    const int shown = m_session->positions()->shown(m_model.columnCount());
    for (int column = 0; column < m_model.columnCount(); ++column)
        m_table->setColumnHidden(column, column >= shown);
}

/// Words whole, as far as a column is not much wider than a usual word. Of a long jump some steps stand for all: its words hardly
/// change, and measuring thousands would be felt.
int JumpView::columnWidth(int column) const
{
    QFont letters = font();
    letters.setBold(true);
    const QFontMetrics fm(letters);
    int widest = fm.horizontalAdvance(QStringLiteral("00000"));
    const int every = std::max(1, m_model.rowCount() / kMeasuredRows);
    for (int row = 0; row < m_model.rowCount(); row += every)
        widest = std::max(widest, fm.horizontalAdvance(m_model.index(row, column).data().toString()));
    return std::min(widest, 2 * fm.horizontalAdvance(QStringLiteral("restaurant"))) + kCellMargins;
}

void JumpView::applySizes()
{
    const QFontMetrics fm(font());
    m_table->verticalHeader()->setMinimumSectionSize(12);
    m_table->verticalHeader()->setDefaultSectionSize(fm.height() + 7);
    m_table->horizontalHeader()->setMinimumSectionSize(16);
    const int shown = m_session->positions()->shown(m_model.columnCount());
    for (int column = 0; column < shown; ++column)
        m_table->setColumnWidth(column, columnWidth(column));
    showColumns();
}

void JumpView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applySizes();
}

} // namespace ard::ui

#include "moc_JumpView.cpp"
