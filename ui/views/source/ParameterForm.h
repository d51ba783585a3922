// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ParameterForm: a row for every entry of requestParameters(): those for everyone, and on request, or where they are set, the
// others. It fills a form layout that is its owner's, so that all labels line up.
#include "session/GenerationForm.h"
#include <QHash>
#include <QObject>

class QFormLayout;
class QToolButton;
class QWidget;

namespace ard::ui {

class ParameterForm : public QObject {
    Q_OBJECT

public:
    /// form and layout must outlive it; the layout's widget becomes the parent of the fields.
    ParameterForm(GenerationForm *form, QFormLayout *layout, QWidget *parent);

    /// The field of a parameter: a NumberBox, SeedEdit, QComboBox or QCheckBox.
    QWidget *field(const std::string &name) const { return m_fields.value(QString::fromStdString(name)); }
    /// All fields and buttons in the order of the rows.
    QList<QWidget *> fields() const { return m_order; }
    QToolButton *moreButton() const { return m_more; }
    void showValues();

Q_SIGNALS:
    /// A value was limited or refused: one sentence for the user.
    void note(const QString &sentence);

private:
    QWidget *makeField(const RequestParameter &parameter);
    QWidget *makeNumber(const RequestParameter &parameter);
    QWidget *makeSeed(const RequestParameter &parameter);
    QWidget *makeChoice(const RequestParameter &parameter);
    QWidget *makeSwitch(const RequestParameter &parameter);
    void showValue(const RequestParameter &parameter);
    bool isShown(const RequestParameter &parameter) const;
    void set(const RequestParameter &parameter, const ParameterValue &value);

    GenerationForm *m_form;
    QFormLayout *m_layout;
    QWidget *m_parent;
    QToolButton *m_more;
    QHash<QString, QWidget *> m_fields, m_rows; ///< by name; a row can hold more than the field
    QList<QWidget *> m_order;
    bool m_showing = false;
};

} // namespace ard::ui
