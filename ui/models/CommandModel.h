// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CommandModel: what can be done now, one row a command: its name, where it stands in the menus, its keys. CommandFilter: those that the
// typed words find, the best first. GUI thread.
#include <QAbstractListModel>
#include <QAction>
#include <QPointer>
#include <QSortFilterProxyModel>
#include <vector>

namespace ard::ui {

struct Command {
    QPointer<QAction> action; ///< gone when a menu was filled anew meanwhile: the row stays and cannot be run
    QString place;            ///< "View ▸ Theme"; empty: in no menu
};

class CommandModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        PlaceRole = Qt::UserRole + 1,
        KeysRole,     ///< as the keyboard has them: "F5, Ctrl+Return"
        HelpRole,     ///< one sentence
        ActionRole,   ///< QAction*
        IsOnRole,     ///< bool: a switch that is on
        IsEnabledRole ///< bool: it can be run now
    };

    explicit CommandModel(QList<Command> commands, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        Command command;
        QString name, help; ///< as they were: the action may go
    };
    void onChanged(const QAction *action);
    QString spoken(const Row &row) const;

    std::vector<Row> m_rows;
};

/// How well the words find a command, 0: not at all. Each must be found: as the beginning of a word, inside one, or with letters left
/// out; best in the name, then in the menu, then in what it does. Case and accents are the same.
int commandScore(const QString &words, const QString &name, const QString &place, const QString &help);

class CommandFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit CommandFilter(QObject *parent = nullptr);
    void setSourceModel(QAbstractItemModel *model) override;
    void setWords(const QString &words); ///< empty: all, in the order of the menus

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    void rate();

    QString m_words;
    std::vector<int> m_scores; ///< by row
};

} // namespace ard::ui
