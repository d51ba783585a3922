// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/grid/GridDelegate.h"
#include "models/StepTableModel.h"
#include "paint/GridPainter.h"

namespace ard::ui {

namespace {
constexpr double kLaterShare = 0.6; ///< of the ground: what is only to come must not look like what is

QColor mixed(const QColor &color, const QColor &ground, double share)
{
    const auto part = [share](float one, float other) { return static_cast<float>(one + (other - one) * share); };
    return QColor::fromRgbF(part(color.redF(), ground.redF()), part(color.greenF(), ground.greenF()),
                            part(color.blueF(), ground.blueF()));
}
} // namespace

QColor GridDelegate::fill(const QModelIndex &index) const
{
    switch (m_scale->quantity) {
    case Quantity::Probability:
        return m_scale->color(index.data(StepTableModel::ProbabilityRole).toDouble());
    case Quantity::Entropy:
        return m_scale->color(index.data(StepTableModel::EntropyRole).toDouble());
    case Quantity::Noise:
        break;
    }
    return m_scale->color(index.data(StepTableModel::TimestepAfterRole).toDouble() / m_scale->diffusionSteps);
}

void GridDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(StepTableModel::AheadRole).toBool()) {
        GridCell ahead;
        ahead.fill = option.palette.color(QPalette::Base);
        ahead.selected = option.state & (QStyle::State_Selected | QStyle::State_HasFocus);
        ahead.hovered = option.state & QStyle::State_MouseOver;
        paintGridCell(*painter, ahead, option.font, option.rect);
        return;
    }
    GridCell cell;
    cell.fill = fill(index);
    if (index.data(StepTableModel::LaterRole).toBool())
        cell.fill = mixed(cell.fill, option.palette.color(QPalette::Base), kLaterShare);
    cell.text = index.data().toString();
    cell.settled = index.data(StepTableModel::SettledRole).toBool();
    cell.padding = index.data(StepTableModel::PaddingRole).toBool();
    cell.clean = index.data(StepTableModel::SettledByScheduleRole).toBool();
    cell.pinned = index.data(StepTableModel::PinnedRole).toBool();
    cell.changed = index.data(StepTableModel::ChangedRole).toBool();
    cell.selected = option.state & (QStyle::State_Selected | QStyle::State_HasFocus);
    cell.hovered = option.state & QStyle::State_MouseOver;
    paintGridCell(*painter, cell, option.font, option.rect);
}

} // namespace ard::ui

#include "moc_GridDelegate.cpp"
