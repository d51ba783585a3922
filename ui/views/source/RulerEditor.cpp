// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/source/RulerEditor.h"
#include "session/CoreSentences.h"
#include "session/CoreTexts.h"
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ard::ui {

RulerEditor::RulerEditor(QWidget *parent)
    : QWidget(parent), m_kind(new QComboBox(this)), m_tail(new QSpinBox(this)), m_list(new QLineEdit(this)),
      m_listProblem(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    for (QWidget *box : std::initializer_list<QWidget *>{m_kind, m_tail, m_list, m_listProblem})
        layout->addWidget(box);
    setFocusProxy(m_kind);
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToContents); // in every language
    m_kind->setAccessibleName(tr("Ruler"));
    for (const RulerKind &kind : rulerKinds()) {
        m_kind->addItem(coreText(kind.title), QString::fromStdString(kind.name));
        m_kind->setItemData(m_kind->count() - 1, coreText(kind.help), Qt::ToolTipRole);
    }
    m_tail->setRange(1, 4096);
    m_tail->setKeyboardTracking(false);
    m_tail->setPrefix(tr("K = ", "calls of the ruler tail"));
    m_tail->setAccessibleName(tr("Calls in the last N sentence steps"));
    m_tail->setToolTip(tr("How many of the M calls are spent on the last N sentence steps"));
    m_list->setAccessibleName(tr("Executed sentence steps"));
    m_list->setToolTip(
        tr("The executed sentence steps, falling, with commas or spaces between them; the first and the last "
           "one are added"));
    m_listProblem->setWordWrap(true);
    m_listProblem->setTextFormat(Qt::PlainText);
    m_listProblem->hide();
    connect(m_kind, &QComboBox::activated, this,
            [this](int i) { chooseKind(m_kind->itemData(i).toString().toStdString()); });
    connect(m_tail, &QSpinBox::valueChanged, this, [this](int calls) {
        m_ruler.tail = calls;
        Q_EMIT edited(m_ruler);
    });
    connect(m_list, &QLineEdit::editingFinished, this, &RulerEditor::readList);
    setRuler({}, {});
}

void RulerEditor::setRuler(const RulerSpec &ruler, const std::vector<int> &executed, bool isReadable)
{
    m_ruler = ruler;
    m_executed = executed;
    m_kind->setCurrentIndex(m_kind->findData(QString::fromStdString(ruler.kind)));
    m_kind->setToolTip(m_kind->currentData(Qt::ToolTipRole).toString());
    const QSignalBlocker blocked(m_tail);
    m_tail->setValue(ruler.tail);
    const bool isUnread = (m_list->hasFocus() && m_list->isModified()) || !isReadable;
    if (isReadable || ruler.kind != "list")
        markList({});
    if (!isUnread || ruler.kind != "list")
        m_list->setText(
            QString::fromStdString(rulerText({"list", 1, ruler.sentenceSteps})).section(QLatin1Char('='), 1));
    m_tail->setVisible(ruler.kind == "tail");
    m_list->setVisible(ruler.kind == "list");
}

void RulerEditor::chooseKind(const std::string &kind)
{
    m_ruler.kind = kind;
    if (kind == "list" && m_ruler.sentenceSteps.empty()) {
        m_ruler.sentenceSteps = m_executed;
        const auto repeated = std::unique(m_ruler.sentenceSteps.begin(), m_ruler.sentenceSteps.end());
        m_ruler.sentenceSteps.erase(repeated, m_ruler.sentenceSteps.end());
    }
    Q_EMIT edited(m_ruler);
}

void RulerEditor::readList()
{
    if (!m_list->isModified())
        return;
    m_list->setModified(false);
    static const QRegularExpression separator(QStringLiteral("\\s*,\\s*|\\s+"));
    const QString list = m_list->text().trimmed().replace(separator, QStringLiteral(","));
    const auto ruler = parseRuler("list=" + list.toStdString());
    if (!ruler) {
        markList(coreSentence(ruler.error()));
        Q_EMIT refused(m_listProblem->text());
        return;
    }
    markList({});
    m_ruler.sentenceSteps = ruler->sentenceSteps;
    Q_EMIT edited(m_ruler);
}

void RulerEditor::markList(const QString &problem)
{
    m_listProblem->setText(problem);
    m_listProblem->setVisible(!problem.isEmpty());
    m_list->setAccessibleDescription(problem);
}

} // namespace ard::ui

#include "moc_RulerEditor.cpp"
