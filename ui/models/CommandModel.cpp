// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/CommandModel.h"
#include "session/PlainText.h"
#include <QKeySequence>
#include <algorithm>

namespace ard::ui {

namespace {

QString keysOf(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &sequence : action.shortcuts())
        keys << sequence.toString(QKeySequence::NativeText);
    return keys.join(QStringLiteral(", "));
}

/// Lower case, without accents.
QString plain(const QString &text)
{
    QString letters;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toCaseFolded())
        if (c.category() != QChar::Mark_NonSpacing)
            letters += c;
    return letters;
}

QStringList wordsOf(const QString &text)
{
    QStringList words(QString{});
    for (const QChar c : plain(text))
        if (c.isLetterOrNumber())
            words.last() += c;
        else if (!words.last().isEmpty())
            words << QString();
    words.removeAll(QString());
    return words;
}

bool hasLettersInOrder(const QString &letters, const QString &word)
{
    qsizetype at = 0;
    for (const QChar c : word)
        if (at < letters.size() && letters[at] == c)
            ++at;
    return at == letters.size();
}

enum Match { None = 0, LettersLeftOut = 1, Inside = 4, Beginning = 6, Whole = 7 };

Match matchOf(const QString &typed, const QStringList &words)
{
    Match best = None;
    for (const QString &word : words) {
        Match match = None;
        if (word == typed)
            match = Whole;
        else if (word.startsWith(typed))
            match = Beginning;
        else if (word.contains(typed))
            match = Inside;
        else if (typed.size() > 2 && word.startsWith(typed.front()) && hasLettersInOrder(typed, word))
            match = LettersLeftOut;
        best = std::max(best, match);
    }
    return best;
}

} // namespace

CommandModel::CommandModel(QList<Command> commands, QObject *parent) : QAbstractListModel(parent)
{
    for (Command &command : commands) {
        const QAction *action = command.action;
        connect(action, &QAction::changed, this, [this, action] { onChanged(action); });
        connect(action, &QObject::destroyed, this, [this] { // its pointer is empty by now
            if (!m_rows.empty())
                Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        });
        m_rows.push_back({std::move(command), controlName(action->text()), action->statusTip()});
    }
}

void CommandModel::onChanged(const QAction *action)
{
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        if (m_rows[row].command.action == action)
            Q_EMIT dataChanged(index(static_cast<int>(row)), index(static_cast<int>(row)));
}

int CommandModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString CommandModel::spoken(const Row &row) const
{
    const QAction *action = row.command.action;
    QStringList parts{row.name, row.command.place};
    if (action && action->isEnabled())
        parts << keysOf(*action);
    else
        parts << tr("not now");
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QVariant CommandModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    QAction *action = row.command.action;
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::ToolTipRole:
    case HelpRole:
        return row.help;
    case Qt::AccessibleTextRole:
        return spoken(row);
    case PlaceRole:
        return row.command.place;
    case KeysRole:
        return action ? keysOf(*action) : QString();
    case ActionRole:
        return QVariant::fromValue(action);
    case IsOnRole:
        return action && action->isCheckable() && action->isChecked();
    case IsEnabledRole:
        return action && action->isEnabled() && action->isVisible();
    default:
        return {};
    }
}

int commandScore(const QString &words, const QString &name, const QString &place, const QString &help)
{
    constexpr int kName = 8, kPlace = 3, kHelp = 1;
    const QStringList inName = wordsOf(name), inPlace = wordsOf(place), inHelp = wordsOf(help);
    const QStringList typed = wordsOf(words);
    int score = 0;
    for (const QString &word : typed) {
        // What a sentence has of letters by chance finds nothing.
        const Match helped = matchOf(word, inHelp);
        const int best = std::max({kName * matchOf(word, inName), kPlace * matchOf(word, inPlace),
                                   helped > LettersLeftOut ? kHelp * helped : 0});
        if (best == 0)
            return 0;
        score += best;
    }
    if (!typed.isEmpty() && !inName.isEmpty() && inName.front().startsWith(typed.front()))
        score += kName / 2;
    return typed.isEmpty() ? 1 : score;
}

CommandFilter::CommandFilter(QObject *parent) : QSortFilterProxyModel(parent) { }

void CommandFilter::setSourceModel(QAbstractItemModel *model)
{
    QSortFilterProxyModel::setSourceModel(model);
    setWords(m_words);
}

void CommandFilter::setWords(const QString &words)
{
    m_words = words;
    rate();
    invalidate();
    sort(wordsOf(words).isEmpty() ? -1 : 0);
}

void CommandFilter::rate()
{
    m_scores.clear();
    const QAbstractItemModel *model = sourceModel();
    for (int row = 0; model && row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        m_scores.push_back(commandScore(m_words, index.data().toString(),
                                        index.data(CommandModel::PlaceRole).toString(),
                                        index.data(CommandModel::HelpRole).toString()));
    }
}

bool CommandFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    return static_cast<std::size_t>(row) < m_scores.size() && m_scores[static_cast<std::size_t>(row)] > 0;
}

bool CommandFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto rank = [this](const QModelIndex &index) {
        return std::pair(-m_scores[static_cast<std::size_t>(index.row())], index.row());
    };
    return rank(left) < rank(right);
}

} // namespace ard::ui

#include "moc_CommandModel.cpp"
