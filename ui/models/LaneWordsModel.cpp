// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/LaneWordsModel.h"
#include <algorithm>

namespace ard::ui {

namespace {
constexpr int kCallsAtATime = 40; ///< of a trace: what 256 positions take is a few milliseconds
} // namespace

LaneWordsModel::LaneWordsModel(const Comparison *comparison, QObject *parent)
    : QAbstractTableModel(parent), m_comparison(comparison)
{
    m_goOn.setSingleShot(true);
    m_goOn.setInterval(0);
    connect(&m_goOn, &QTimer::timeout, this, &LaneWordsModel::followReference);
    connect(comparison, &Comparison::changed, this, &LaneWordsModel::onChanged);
    reload();
}

void LaneWordsModel::setFollowing(bool follows)
{
    m_follows = follows;
    if (follows && m_isStale)
        onChanged();
}

void LaneWordsModel::onChanged()
{
    m_isStale = !m_follows;
    if (m_follows)
        reload();
}

void LaneWordsModel::setReference(const QString &sentence)
{
    std::vector<SentenceWord> words = wordsOfText(sentence.toStdString());
    if (words == m_reference)
        return;
    m_reference = std::move(words);
    m_traces.clear();
    reload();
}

void LaneWordsModel::setOnlyDifferences(bool only)
{
    if (only == m_onlyDifferences)
        return;
    m_onlyDifferences = only;
    reload();
}

int LaneWordsModel::differingCount() const
{
    return static_cast<int>(
        std::count_if(m_columns.begin(), m_columns.end(), [](const WordColumn &column) { return column.differs; }));
}

void LaneWordsModel::reload()
{
    std::vector<WordColumn> columns = wordColumns(m_comparison->seen(), m_reference);
    std::vector<int> shown;
    for (std::size_t c = 0; c < columns.size(); ++c)
        if (!m_onlyDifferences || columns[c].differs)
            shown.push_back(static_cast<int>(c));
    const int rowsBefore = rowCount();
    const auto columnsBefore = m_shown.size();
    const int rows = m_comparison->size() + (hasReference() ? 1 : 0);
    const bool isReset = rows != rowsBefore || shown.size() != columnsBefore;
    if (isReset)
        beginResetModel();
    m_columns = std::move(columns);
    m_shown = std::move(shown);
    m_lanes = m_comparison->size();
    m_hits.clear();
    if (isReset)
        endResetModel();
    else if (rows > 0 && !m_shown.empty())
        Q_EMIT dataChanged(index(0, 0), index(rows - 1, columnCount() - 1));
    followReference();
}

void LaneWordsModel::followReference()
{
    if (!hasReference())
        return;
    const auto lanes = static_cast<std::size_t>(m_lanes);
    m_traces.resize(lanes, ReferenceTrace(m_reference));
    m_followed.resize(lanes);
    m_hits.resize(lanes);
    bool isDone = true;
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        const Lane *shown = m_comparison->board()->at(static_cast<int>(lane)); // none: it has just left the board
        const Run *run = shown ? shown->run() : nullptr;
        const std::pair<int, const Run *> followed{run ? run->number() : 0, run};
        if (std::exchange(m_followed[lane], followed) != followed)
            m_traces[lane] = ReferenceTrace(m_reference);
        const SeenRun seen = m_comparison->seen(static_cast<int>(lane));
        isDone = m_traces[lane].follow(seen, kCallsAtATime) && isDone;
        m_hits[lane] = m_traces[lane].after(seen.calls());
    }
    if (!isDone)
        m_goOn.start();
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
                           {ReferenceFirstRole, ReferenceSinceRole});
}

int LaneWordsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_lanes + (hasReference() ? 1 : 0);
}

int LaneWordsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

const WordColumn &LaneWordsModel::columnAt(int column) const
{
    return m_columns[static_cast<std::size_t>(m_shown[static_cast<std::size_t>(column)])];
}

QVariant LaneWordsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int lane = laneOfRow(index.row());
    const WordColumn &column = columnAt(index.column());
    if (role == LaneRole)
        return lane;
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignCenter);
    return lane < 0 ? referenceData(column, role) : laneData(column, lane, role);
}

QVariant LaneWordsModel::laneData(const WordColumn &column, int lane, int role) const
{
    const auto at = static_cast<std::size_t>(lane);
    const LaneWord &word = column.lanes[at];
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(word.text);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return spoken(word, lane);
    case DiffersRole:
        return column.differs;
    case SinceRole:
        return word.since;
    case FinalRole:
        return word.isFinal;
    case FirstRole:
        return word.isFirst;
    case PositionRole:
        return word.first;
    case ReferenceFirstRole:
    case ReferenceSinceRole: {
        if (column.reference < 0 || at >= m_hits.size() || m_hits[at].empty())
            return 0;
        const ReferenceWord &hit = m_hits[at][static_cast<std::size_t>(column.reference)];
        return role == ReferenceFirstRole ? hit.firstSeen : hit.since;
    }
    default:
        return {};
    }
}

QVariant LaneWordsModel::referenceData(const WordColumn &column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return column.reference < 0
            ? QString()
            : QString::fromStdString(m_reference[static_cast<std::size_t>(column.reference)].text);
    case DiffersRole:
        return column.differs;
    case PositionRole:
        return -1;
    default:
        return {};
    }
}

QString LaneWordsModel::spoken(const LaneWord &word, int lane) const
{
    const QString letter = headerData(lane + (hasReference() ? 1 : 0), Qt::Vertical, Qt::DisplayRole).toString();
    if (word.text.empty())
        return tr("Lane %1: no word here").arg(letter);
    const QString text = QString::fromStdString(word.text);
    if (!word.isFinal)
        return tr("Lane %1: \"%2\", unchanged since model call %3 so far").arg(letter, text).arg(word.since);
    return (word.isFirst ? tr("Lane %1: \"%2\", for good since model call %3, first of all that have it")
                         : tr("Lane %1: \"%2\", for good since model call %3"))
        .arg(letter, text)
        .arg(word.since);
}

QVariant LaneWordsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Horizontal)
        return section >= 0 && section < columnCount() ? QVariant(m_shown[static_cast<std::size_t>(section)] + 1)
                                                       : QVariant();
    if (section < 0 || section >= rowCount())
        return {};
    const int lane = laneOfRow(section);
    const Lane *shown =
        m_comparison->board()->at(lane); // none: it has just left the board, of which nobody told this model yet
    return lane < 0 ? tr("reference") : shown ? shown->letter() : QString();
}

QHash<int, QByteArray> LaneWordsModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractTableModel::roleNames();
    names.insert({{DiffersRole, "differs"},
                  {SinceRole, "since"},
                  {FinalRole, "final"},
                  {FirstRole, "first"},
                  {PositionRole, "position"},
                  {LaneRole, "lane"},
                  {ReferenceFirstRole, "referenceFirst"},
                  {ReferenceSinceRole, "referenceSince"}});
    return names;
}

} // namespace ard::ui

#include "moc_LaneWordsModel.cpp"
