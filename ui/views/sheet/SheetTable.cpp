// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/SheetTable.h"
#include "paint/SheetTile.h"
#include "plot/TextWidth.h"
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace ard::ui {

namespace {

constexpr double kMostHeaderLetters = 24; ///< of a word in a timestep schedule's name
constexpr double kLeastLetters = 10;
constexpr int kHeadMargins = 20;  ///< pixels, both together
constexpr double kTallest = 0.95; ///< height of a tile against its width

SheetTile::Kind kindOf(SheetCell::State state)
{
    using State = SheetCell::State;
    switch (state) {
    case State::Running:
    case State::Reading:
        return SheetTile::Kind::Growing;
    case State::Done:
    case State::TextOnly:
        return SheetTile::Kind::Written;
    case State::Failed:
        return SheetTile::Kind::Failed;
    case State::Missing:
    case State::Waiting:
        break;
    }
    return SheetTile::Kind::Plan;
}

} // namespace

void SheetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tones &tones = tonesOf(option.palette);
    const QRectF rect(option.rect);
    SheetTile tile;
    tile.tones = &tones;
    tile.font = option.font;
    tile.kind = kindOf(static_cast<SheetCell::State>(index.data(SheetModel::StateRole).toInt()));
    tile.text = index.data().toString();
    tile.cost = index.data(SheetModel::CostRole).toString();
    tile.remark = index.data(SheetModel::ScoreRole).toString();
    if (const int same = index.data(SheetModel::SameRole).toInt(); same > 0 && tile.remark.isEmpty()) {
        tile.remark = tr("= M %1", "the same sentence as with M").arg(same);
        tile.isGood = true;
    }
    tile.selected = option.state & QStyle::State_Selected;
    tile.focused = option.state & QStyle::State_HasFocus;
    tile.hovered = option.state & QStyle::State_MouseOver;
    tile.picture = m_pictures->picture(index.data(SheetModel::IndexRole).toInt(),
                                       sheetPictureRect(rect, option.font).size().toSize(),
                                       painter->device()->devicePixelRatioF(), tones);
    paintSheetTile(*painter, tile, rect);
}

SheetRowHeader::SheetRowHeader(const SheetModel *model, QWidget *parent)
    : QHeaderView(Qt::Vertical, parent), m_sheet(model)
{
    setSectionResizeMode(QHeaderView::Fixed);
}

/// As wide as the longest word.
QSize SheetRowHeader::sizeHint() const
{
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    int width = lettersWidth(fontMetrics(), kLeastLetters);
    for (int section = 0; m_sheet && section < count(); ++section)
        for (const QString &word : m_sheet->scheduleOf(section).split(u' '))
            width = std::max(width, metrics.horizontalAdvance(word));
    return {std::min(width, lettersWidth(fontMetrics(), kMostHeaderLetters)) + kHeadMargins,
            QHeaderView::sizeHint().height()};
}

void SheetRowHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    if (!m_sheet)
        return;
    const Tones &tones = tonesOf(palette());
    painter->save();
    painter->fillRect(rect, tones.window);
    painter->setPen(tones.hairline);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->drawLine(rect.topRight(), rect.bottomRight());
    QFont bold = font();
    bold.setBold(true);
    const bool isFirst = m_sheet->isFirstOfSchedule(section);
    painter->setFont(isFirst ? bold : font());
    painter->setPen(isFirst ? tones.text : tones.muted);
    const QRect inner = rect.adjusted(kHeadMargins / 2, 8, -kHeadMargins / 2 + 2, -6);
    QRect used;
    painter->drawText(inner, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, m_sheet->scheduleOf(section), &used);
    painter->setFont(font());
    painter->setPen(tones.muted);
    painter->drawText(inner.adjusted(0, used.height() + 2, 0, 0), Qt::AlignLeft | Qt::AlignTop,
                      tr("seed %1").arg(m_sheet->seedOf(section)));
    painter->restore();
}

SheetTable::SheetTable(SheetModel *model, SheetPictures *pictures, QWidget *parent) : QTableView(parent), m_model(model)
{
    setModel(model);
    setItemDelegate(new SheetDelegate(pictures, this));
    setVerticalHeader(new SheetRowHeader(model, this));
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        updateGeometries(); // the heads have other names
        fit();
        if (m_model->rowCount() > 0)
            setCurrentIndex(m_model->index(0, 0));
    });
    connect(pictures, &SheetPictures::painted, this, [this](int cell) {
        if (const QModelIndex index = m_model->indexOfCell(cell); index.isValid())
            update(index);
    });
    fit();
    setCurrentIndex(m_model->index(0, 0));
}

/// All columns side by side and all rows below each other, where they can be read then.
void SheetTable::fit()
{
    const QSizeF least = leastSheetTile(font());
    const int columns = std::max(1, m_model->columnCount()), rows = std::max(1, m_model->rowCount());
    QSize room = maximumViewportSize();
    if (rows * static_cast<int>(least.height()) > room.height())
        room.rwidth() -= verticalScrollBar()->sizeHint().width();
    const int width = std::max(static_cast<int>(least.width()), room.width() / columns);
    const int tallest = std::max(static_cast<int>(least.height()), static_cast<int>(width * kTallest));
    const int height = std::clamp(room.height() / rows, static_cast<int>(least.height()), tallest);
    const int rest = std::max(0, room.width() - width * columns); // pixels that the division leaves
    for (int column = 0; column < m_model->columnCount(); ++column)
        setColumnWidth(column, width + (column < rest ? 1 : 0));
    for (int row = 0; row < m_model->rowCount(); ++row)
        setRowHeight(row, height);
}

void SheetTable::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT opened(currentIndex(), event->modifiers() & Qt::ShiftModifier);
        return;
    }
    QTableView::keyPressEvent(event);
}

void SheetTable::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? indexAt(event->pos()) : QModelIndex();
    QTableView::mousePressEvent(event);
}

void SheetTable::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.isValid() && index == m_pressed)
        Q_EMIT opened(index, event->modifiers() & Qt::ShiftModifier);
}

void SheetTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fit();
}

void SheetTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

} // namespace ard::ui

#include "moc_SheetTable.cpp"
