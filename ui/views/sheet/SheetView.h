// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SheetView: the contact sheet with what it is made of: timestep schedules, numbers of sampling steps, seeds, the sentence, a
// reference, and the folder of `ardiff compare --cells`.
#include "models/SheetModel.h"
#include "session/Session.h"
#include "session/SessionSheet.h"
#include "views/sheet/SheetPictures.h"
#include <QWidget>
#include <functional>

class QAction;
class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace ard::ui {

class ElidedLabel;
class SheetTable;

class SheetView : public QWidget {
    Q_OBJECT

public:
    /// session must outlive the view. openFolder, keepFolder: what its buttons do.
    SheetView(Session *session, QAction *openFolder, QAction *keepFolder, QWidget *parent = nullptr);

    SheetModel *model() { return &m_model; }
    SheetTable *table() const { return m_table; }
    SheetPictures *pictures() { return &m_pictures; }
    QString status() const; ///< how far it is filled, or what a field has that cannot be taken

Q_SIGNALS:
    void runOpened(); ///< the run of a cell is in a lane

private:
    QLineEdit *addList(QHBoxLayout *row, const QString &title, const QString &name, const QString &help, int stretch,
                       const std::function<QString(const QString &)> &take);
    QWidget *buildAxes();
    QWidget *buildSource(QAction *openFolder, QAction *keepFolder);
    void buildSetChoice(QHBoxLayout *row);
    void connectTable();
    void showAxes();
    void showSets();
    void showProgress();
    void open(const QModelIndex &index, bool inAnotherLane);
    void showMenu(const QPoint &place);

    Session *m_session;
    ContactSheet *m_sheet;
    SheetModel m_model;
    SheetPictures m_pictures;
    SheetTable *m_table;
    QPushButton *m_fill;
    ElidedLabel *m_status, *m_source;
    QLineEdit *m_schedules = nullptr, *m_steps = nullptr, *m_seeds = nullptr, *m_reference = nullptr;
    QComboBox *m_seedChoice, *m_set;
    QSpinBox *m_sourceNumber;
    QPushButton *m_takeForm;
    QString m_fieldProblem; ///< one sentence; empty: none
};

} // namespace ard::ui
