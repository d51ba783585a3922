// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CallStagesModel: the stages inside a model call, a row each in their order, columns positions 0..N-1. DisplayRole is the
// nearest word of the stage's latent. Stages behind the one that is shown are empty, as if they had not happened yet.
#include "trace/Insight.h"
#include <QAbstractTableModel>
#include <optional>

namespace ard::ui {

class CallStagesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        WordIdRole = Qt::UserRole + 1,
        DistanceRole, ///< to the nearest word embedding
        ChangedRole,  ///< bool: another word than one stage before
        CurrentRole   ///< bool: the stage that is shown
    };

    explicit CallStagesModel(QObject *parent = nullptr) : QAbstractTableModel(parent) { }

    void setInside(std::optional<CallInside> inside);
    const std::optional<CallInside> &inside() const { return m_inside; }
    /// 0..4; the stages up to it are told.
    void setStage(int stage);
    int stage() const { return m_stage; }
    static QString title(CallStage stage);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// Vertical: title of the stage; horizontal: position.
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString label(std::int32_t word) const;

    std::optional<CallInside> m_inside;
    int m_stage = 0;
};

} // namespace ard::ui
