// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ShortcutDialog.h"
#include "plot/TextWidth.h"
#include "shell/CommandDelegate.h"
#include "shell/Shortcuts.h"
#include "views/common/Icons.h"
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace ard::ui {

void KeyEdit::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Control:
    case Qt::Key_Shift:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_Meta:
    case Qt::Key_unknown:
        return; // the first half of a key
    default:
        break;
    }
    clear();
    QKeySequenceEdit::keyPressEvent(event); // knows which signs are written with Shift
    const QKeySequence sequence = keySequence();
    setKeySequence(sequence); // it waits for no second one
    if (!sequence.isEmpty())
        Q_EMIT pressed(sequence);
}

void KeyEdit::keyReleaseEvent(QKeyEvent *event)
{
    event->accept();
}

ShortcutDialog::ShortcutDialog(Shortcuts *shortcuts, const QList<Command> &commands, QWidget *parent)
    : QDialog(parent), m_shortcuts(shortcuts), m_model(commands), m_field(new QLineEdit(this)),
      m_list(new QListView(this)), m_help(new QLabel(this)), m_problem(new QLabel(this))
{
    setWindowTitle(tr("Keyboard shortcuts"));
    m_field->setPlaceholderText(tr("Find a command by its words"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->setClearButtonEnabled(true);
    m_filter.setSourceModel(&m_model);
    m_list->setModel(&m_filter);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Commands and their keys"));
    m_help->setWordWrap(true);
    m_help->setMinimumHeight(2 * fontMetrics().height()); // one or two lines: nothing jumps
    m_problem->setWordWrap(true);
    m_problem->setMinimumHeight(fontMetrics().height());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *all = buttons->addButton(tr("&All as at first"), QDialogButtonBox::ResetRole);
    all->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Return in the field closes nothing
    connect(all, &QPushButton::clicked, this, [this] {
        m_shortcuts->resetAll();
        tell({});
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_help);
    layout->addLayout(buildKeys());
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_filter.setWords(words);
        m_list->setCurrentIndex(m_filter.index(0, 0));
        showCurrent();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ShortcutDialog::showCurrent);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &ShortcutDialog::showCurrent);
    m_list->setCurrentIndex(m_filter.index(0, 0));
    resize(lettersWidth(parent->fontMetrics(), 94), parent->fontMetrics().height() * 34);
}

QLayout *ShortcutDialog::buildKeys()
{
    auto *row = new QHBoxLayout;
    const QStringList titles{tr("&Key"), tr("&Other key")};
    for (int which = 0; which < Shortcuts::kMost; ++which) {
        auto *edit = new KeyEdit(this);
        auto *label = new QLabel(titles[which], this);
        label->setBuddy(edit);
        auto *remove = new QToolButton(this);
        remove->setIcon(themedIcon(QStringLiteral("close")));
        remove->setToolTip(tr("Take this key away"));
        remove->setAccessibleName(remove->toolTip());
        connect(edit, &KeyEdit::pressed, this, [this, which](const QKeySequence &key) { setKey(which, key); });
        connect(remove, &QToolButton::clicked, this, [this, which] { setKey(which, {}); });
        row->addWidget(label);
        row->addWidget(edit, 1);
        row->addWidget(remove);
        m_keys << edit;
        m_controls << edit << remove;
    }
    auto *reset = new QPushButton(tr("As at &first"), this);
    reset->setAutoDefault(false);
    connect(reset, &QPushButton::clicked, this, [this] {
        if (QAction *action = current())
            tell(m_shortcuts->reset(action));
    });
    row->addWidget(reset);
    m_controls << reset;
    return row;
}

QAction *ShortcutDialog::current() const
{
    return m_list->currentIndex().data(CommandModel::ActionRole).value<QAction *>();
}

void ShortcutDialog::setKey(int which, const QKeySequence &key)
{
    if (QAction *action = current())
        tell(m_shortcuts->set(action, which, key));
}

/// What was refused goes out of the field again.
void ShortcutDialog::tell(const QString &problem)
{
    showCurrent();
    m_problem->setText(problem);
}

void ShortcutDialog::showCurrent()
{
    const QAction *action = current();
    m_problem->clear();
    m_help->setText(m_list->currentIndex().data(CommandModel::HelpRole).toString());
    for (QWidget *control : std::as_const(m_controls))
        control->setEnabled(action != nullptr);
    for (int which = 0; which < m_keys.size(); ++which)
        m_keys[which]->setKeySequence(action ? m_shortcuts->key(action, which) : QKeySequence());
}

} // namespace ard::ui

#include "moc_ShortcutDialog.cpp"
