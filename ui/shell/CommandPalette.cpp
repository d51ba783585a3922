// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/CommandPalette.h"
#include "models/RunNames.h"
#include "plot/TextWidth.h"
#include "session/PlainText.h"
#include "session/Session.h"
#include "shell/Actions.h"
#include "shell/CommandDelegate.h"
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QVBoxLayout>
#include <utility>

namespace ard::ui {

namespace {

constexpr int kPaletteLetters = 96, kPaletteRows = 12, kPaletteMargin = 12;

void addEntries(const QList<QAction *> &entries, const QString &place, QList<Command> &commands,
                QSet<const QAction *> &known)
{
    for (QAction *entry : entries) {
        const bool isCommand = !entry->objectName().isEmpty(); // also one that opens a menu of its own
        if (const QMenu *menu = entry->menu(); menu && !isCommand) {
            const QString name = controlName(menu->title());
            addEntries(menu->actions(), place.isEmpty() ? name : place + QStringLiteral(" ▸ ") + name, commands, known);
        } else if (!entry->isSeparator() && !known.contains(entry)) {
            known.insert(entry);
            commands << Command{entry, place};
        }
    }
}

/// A text of the user's or a model's, which has no letter for Alt.
QAction *plainAction(const QString &text, const QString &help, QObject *owner)
{
    auto *action = new QAction(withoutMnemonics(text), owner);
    action->setStatusTip(help);
    return action;
}

} // namespace

QList<Command> menuCommands(const QMenuBar &menus, const Actions &actions)
{
    QList<Command> commands;
    QSet<const QAction *> known;
    addEntries(menus.actions(), {}, commands, known);
    addEntries(actions.all(), {}, commands, known);
    return commands;
}

QList<Command> sessionCommands(Session *session, QObject *owner)
{
    QList<Command> commands;
    for (Run *run : session->runs()->runs()) {
        QAction *action = plainAction(runLabel(*run), {}, owner);
        QObject::connect(action, &QAction::triggered, run, [session, run] { session->show(run); });
        commands << Command{action, CommandPalette::tr("Runs")};
    }
    for (const protocol::ModelSummary &model : session->models()->models()) {
        const ModelTexts texts = session->models()->texts(model);
        QAction *action = plainAction(texts.text(QStringLiteral("name"), QString::fromStdString(model.name)),
                                      texts.text(QStringLiteral("task"), QString::fromStdString(model.task)), owner);
        action->setEnabled(!session->isRunning());
        const QString folder = QString::fromStdString(model.folder);
        QObject::connect(action, &QAction::triggered, session, [session, folder] { session->chooseModel(folder); });
        commands << Command{action, CommandPalette::tr("Models")};
    }
    return commands;
}

CommandPalette::CommandPalette(const QList<Command> &commands, QWidget *window)
    : QFrame(window), m_model(commands), m_field(new QLineEdit(this)), m_list(new QListView(this)),
      m_nothing(new QLabel(tr("No command has these words."), this)), m_before(QApplication::focusWidget())
{
    setObjectName(QStringLiteral("palette"));
    setAutoFillBackground(true);
    m_filter.setSourceModel(&m_model);
    m_list->setModel(&m_filter);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus); // the keyboard stays in the field
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Commands"));
    m_field->setPlaceholderText(tr("What do you want to do? Type words of it."));
    m_field->setAccessibleName(tr("Find a command"));
    m_nothing->setMargin(kPaletteMargin / 2);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPaletteMargin, kPaletteMargin, kPaletteMargin, kPaletteMargin);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    layout->addWidget(m_nothing);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::find);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CommandPalette::tellCurrent);
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    find({});
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::find(const QString &words)
{
    m_filter.setWords(words);
    const bool isEmpty = m_filter.rowCount() == 0;
    m_list->setVisible(!isEmpty);
    m_nothing->setVisible(isEmpty);
    m_list->setCurrentIndex(m_filter.index(0, 0));
    m_list->scrollToTop();
    place();
}

/// Over the middle of the window's upper part, not higher than its commands need.
void CommandPalette::place()
{
    const QRect inside = parentWidget()->rect();
    const int rows = std::clamp(m_filter.rowCount(), 1, kPaletteRows);
    m_list->setFixedHeight(rows * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth());
    const int width = std::min(lettersWidth(fontMetrics(), kPaletteLetters), inside.width() - 2 * kPaletteMargin);
    const int top = std::min(inside.height() / 10, fontMetrics().height() * 4);
    layout()->activate();
    setGeometry((inside.width() - width) / 2, top, width,
                std::min(layout()->sizeHint().height(), inside.height() - top));
}

void CommandPalette::tellCurrent()
{
    m_field->setAccessibleDescription(m_list->currentIndex().data(Qt::AccessibleTextRole).toString());
}

void CommandPalette::runCurrent()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.data(CommandModel::IsEnabledRole).toBool())
        return; // it is pale: another one can be chosen
    const QPointer<QAction> action = index.data(CommandModel::ActionRole).value<QAction *>();
    close(true);
    if (action)
        action->trigger();
}

void CommandPalette::close(bool givesKeyboardBack)
{
    if (std::exchange(m_isClosed, true))
        return;
    hide();
    if (givesKeyboardBack && m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    deleteLater();
    Q_EMIT closed();
}

bool CommandPalette::onKey(QEvent *event)
{
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Escape:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        break;
    default:
        return false;
    }
    if (event->type() == QEvent::ShortcutOverride) { // before Esc stops the run
        event->accept();
        return true;
    }
    if (key->key() == Qt::Key_Escape)
        close(true);
    else if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
        runCurrent();
    else
        QApplication::sendEvent(m_list, event);
    return true;
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (m_isClosed)
        return QFrame::eventFilter(watched, event);
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    if (watched == m_field) {
        if ((event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) && onKey(event))
            return true;
        if (event->type() == QEvent::FocusOut) {
            const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
            // The window of another program, or the field's own menu, is not the end of it.
            if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
                close(false);
        }
    }
    return QFrame::eventFilter(watched, event);
}

void toggleCommandPalette(Session *session, const Actions &actions, const QMenuBar &menus, QWidget *window)
{
    for (auto *open : window->findChildren<CommandPalette *>(QString(), Qt::FindDirectChildrenOnly))
        if (open->isVisible()) {
            open->dismiss();
            return;
        }
    auto *owner = new QObject(window);
    QList<Command> commands = menuCommands(menus, actions) + sessionCommands(session, owner);
    const QAction *itself = actions.action(QStringLiteral("help.commands"));
    commands.removeIf([itself](const Command &command) { return command.action == itself; });
    auto *palette = new CommandPalette(commands, window);
    // Later than the palette: what it runs may be one of these.
    QObject::connect(palette, &QObject::destroyed, owner, &QObject::deleteLater);
}

} // namespace ard::ui

#include "moc_CommandPalette.cpp"
