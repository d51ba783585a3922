// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/PlaneAccessible.h"
#include "plot/PlaneView.h"

namespace ard::ui {

namespace {
QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *view = qobject_cast<PlaneView *>(object);
    return view ? new PlaneAccessible(view) : nullptr;
}
} // namespace

PlaneAccessible::PlaneAccessible(PlaneView *view) : QAccessibleWidget(view, QAccessible::Graphic) { }

QString PlaneAccessible::text(QAccessible::Text kind) const
{
    if (kind == QAccessible::Description)
        if (const QString told = static_cast<PlaneView *>(widget())->description(); !told.isEmpty())
            return told;
    return QAccessibleWidget::text(kind);
}

void PlaneAccessible::install()
{
    static const bool once = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(once)
}

} // namespace ard::ui
