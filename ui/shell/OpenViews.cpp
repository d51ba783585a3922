// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/OpenViews.h"
#include "shell/ViewRegistry.h"
#include "views/grid/TokenGridView.h"
#include "views/page/OnPage.h"
#include <QDockWidget>
#include <QMainWindow>
#include <QPainter>
#include <QScrollArea>

namespace ard::ui {

namespace {

constexpr double kScreenFineness = 2;

/// Tabs behind another one are visible to Qt, too.
bool isOnScreen(const QWidget *widget)
{
    return widget->isVisible() && !widget->visibleRegion().isEmpty();
}

/// The view in a panel: itself, or inside what scrolls it.
OnPage *drawnIn(QWidget *panel)
{
    if (auto *view = dynamic_cast<OnPage *>(panel))
        return view;
    for (QWidget *child : panel->findChildren<QWidget *>())
        if (auto *view = dynamic_cast<OnPage *>(child))
            return view;
    return nullptr;
}

QImage screenPicture(QWidget *widget)
{
    QImage image(widget->size() * kScreenFineness, QImage::Format_RGB32);
    image.setDevicePixelRatio(kScreenFineness);
    image.fill(widget->palette().color(QPalette::Base));
    widget->render(&image);
    return image;
}

PageChart screenChart(const QString &title, QWidget *widget)
{
    return {title, [image = screenPicture(widget)](QPainter &painter, const QRectF &rect, const ChartStyle &) {
                const QSizeF whole = QSizeF(image.size()) / image.devicePixelRatio();
                const QSizeF size = whole.scaled(rect.size(), Qt::KeepAspectRatio);
                painter.setRenderHint(QPainter::SmoothPixmapTransform);
                painter.drawImage(QRectF(rect.topLeft(), size), image, image.rect());
            }};
}

OpenView ofScreen(const QWidget *panel, const QString &title, QWidget *content)
{
    return {panel, title, [title, content] { return screenChart(title, content); }};
}

} // namespace

std::vector<OpenView> openViews(const QMainWindow *window)
{
    std::vector<OpenView> views;
    if (auto *table = window->findChild<TokenGridView *>(); table && isOnScreen(table))
        views.push_back(ofScreen(table, table->accessibleName(), table));
    for (const ViewKind &kind : viewKinds()) {
        const auto *dock = window->findChild<QDockWidget *>(kind.id);
        QWidget *panel = dock ? dock->widget() : nullptr;
        if (!kind.isPicture || !panel || !panel->isVisible())
            continue;
        const QString title = dock->windowTitle();
        const auto *scrolled = qobject_cast<const QScrollArea *>(panel);
        if (const OnPage *view = drawnIn(panel))
            views.push_back(
                {panel, title, [view, title] { return view->onPage(title); }, true, kind.ofLanes || isOnScreen(panel)});
        else
            views.push_back(ofScreen(panel, title, scrolled ? scrolled->widget() : panel));
    }
    return views;
}

} // namespace ard::ui
