// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/log/LogView.h"
#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>

namespace ard::ui {

LogView::LogView(LogBuffer *log, QWidget *parent) : QTableView(parent), m_model(log)
{
    setAccessibleName(tr("Log of the engine"));
    setModel(&m_model);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
    fitColumns();
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeInserted, this,
            [this] { setProperty("atEnd", verticalScrollBar()->value() == verticalScrollBar()->maximum()); });
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (property("atEnd").toBool())
            scrollToBottom();
    });
}

/// By what the columns can hold, not by the lines that there are: before the first line the columns were as narrow as
/// their titles.
void LogView::fitColumns()
{
    const QFontMetrics fm = fontMetrics();
    const int margin = fm.height();
    setColumnWidth(LogModel::TimeColumn, fm.horizontalAdvance(QStringLiteral("00:00:00.000")) + margin);
    int widest = 0;
    for (const QString &level : LogModel::levels())
        widest = std::max(widest, fm.horizontalAdvance(level));
    setColumnWidth(LogModel::LevelColumn, widest + margin);
    verticalHeader()->setDefaultSectionSize(fm.height() + 6);
}

void LogView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitColumns();
}

} // namespace ard::ui

#include "moc_LogView.cpp"
