// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/CandidateRisksModel.h"
#include "session/Background.h"
#include <QLocale>
#include <algorithm>

namespace ard::ui {

void CandidateRisksModel::setRun(const Run *run)
{
    if (run == m_run)
        return;
    if (m_run)
        m_run->disconnect(this);
    m_run = run;
    if (run) {
        connect(run, &Run::finished, this, &CandidateRisksModel::fill);
        connect(run, &QObject::destroyed, this, &CandidateRisksModel::fill);
    }
    fill();
}

void CandidateRisksModel::fill()
{
    beginResetModel();
    m_sentences.clear();
    m_agreement.clear();
    m_choice = {};
    m_ofAll = -1;
    m_basis = {};
    const auto outputs = m_run && !m_run->isLive() ? m_run->record().outputs : std::vector<CandidateOutput>();
    if (!outputs.empty())
        m_basis = choiceBasis(m_run->record(), kMost);
    for (std::size_t i = 0; outputs.size() > 1 && i < std::min<std::size_t>(outputs.size(), kMost); ++i)
        m_sentences.push_back(outputs[i].text);
    m_isOut.assign(m_sentences.size(), false);
    endResetModel();
    Q_EMIT choiceChanged();
    if (m_sentences.empty())
        return;
    inBackground(
        QThreadPool::globalInstance(), this, [sentences = m_sentences] { return candidateAgreement(sentences); },
        [this, of = m_run](std::vector<std::vector<double>> agreement) {
            if (of != m_run || agreement.size() != m_sentences.size())
                return; // another run has come meanwhile
            m_agreement = std::move(agreement);
            m_ofAll = candidateChoice(m_agreement, std::vector<bool>(m_sentences.size(), false), m_basis).chosen;
            choose();
        });
}

void CandidateRisksModel::choose()
{
    if (m_agreement.empty())
        return;
    m_choice = candidateChoice(m_agreement, m_isOut, m_basis);
    Q_EMIT dataChanged(index(0, 0), index(count() - 1, columnCount() - 1));
    Q_EMIT choiceChanged();
}

QList<int> CandidateRisksModel::out() const
{
    QList<int> rows;
    for (int row = 0; row < count(); ++row)
        if (m_isOut[static_cast<std::size_t>(row)])
            rows << row;
    return rows;
}

void CandidateRisksModel::setOut(int row, bool out)
{
    if (row < 0 || row >= count() || m_isOut[static_cast<std::size_t>(row)] == out)
        return;
    m_isOut[static_cast<std::size_t>(row)] = out;
    choose();
}

void CandidateRisksModel::takeAllIn()
{
    m_isOut.assign(m_sentences.size(), false);
    choose();
}

int CandidateRisksModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

int CandidateRisksModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_sentences.empty() ? 0 : firstAgreementColumn() + count();
}

int CandidateRisksModel::likelihoodColumn() const
{
    return m_basis.rule == ChoiceRule::Agreement ? -1 : RiskColumn + 1;
}

int CandidateRisksModel::scoreColumn() const
{
    return m_basis.rule == ChoiceRule::Mixed ? RiskColumn + 2 : -1;
}

int CandidateRisksModel::firstAgreementColumn() const
{
    return std::max({int(RiskColumn), likelihoodColumn(), scoreColumn()}) + 1;
}

QString CandidateRisksModel::agreementText(int row, int other) const
{
    if (m_agreement.empty() || row == other)
        return row == other ? QStringLiteral("–") : QString();
    return QLocale().toString(m_agreement[static_cast<std::size_t>(row)][static_cast<std::size_t>(other)], 'f', 1);
}

QString CandidateRisksModel::text(int row, int column) const
{
    const auto at = static_cast<std::size_t>(row);
    if (column == SentenceColumn)
        return QString::fromStdString(m_sentences[at]);
    if (column == likelihoodColumn())
        return QLocale().toString(m_basis.logLikelihoods[at], 'f', 3);
    if (column >= firstAgreementColumn())
        return agreementText(row, column - firstAgreementColumn());
    if (at >= m_choice.risk.size() || m_isOut[at])
        return QStringLiteral("–");
    return QLocale().toString(column == RiskColumn ? m_choice.risk[at] : m_choice.score[at], 'f', 1);
}

QString CandidateRisksModel::spoken(int row) const
{
    const auto at = static_cast<std::size_t>(row);
    const QString sentence = QString::fromStdString(m_sentences[at]);
    if (m_isOut[at])
        return tr("Candidate %1, taken out: %2").arg(row + 1).arg(sentence);
    return row == m_choice.chosen ? tr("Candidate %1, chosen: %2").arg(row + 1).arg(sentence)
                                  : tr("Candidate %1: %2").arg(row + 1).arg(sentence);
}

QVariant CandidateRisksModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row(), other = index.column() - firstAgreementColumn();
    const auto at = static_cast<std::size_t>(row);
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::CheckStateRole:
        return index.column() == SentenceColumn ? QVariant(m_isOut[at] ? Qt::Unchecked : Qt::Checked) : QVariant();
    case Qt::TextAlignmentRole:
        return static_cast<int>((index.column() == SentenceColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return index.column() == SentenceColumn ? QVariant(QString::fromStdString(m_sentences[at])) : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == SentenceColumn ? QVariant(spoken(row)) : QVariant();
    case ChosenRole:
        return row == m_choice.chosen;
    case OutRole:
        return bool(m_isOut[at]);
    case AgreementRole:
        return other >= 0 && other != row && !m_agreement.empty()
            ? QVariant(m_agreement[at][static_cast<std::size_t>(other)])
            : QVariant();
    default:
        return {};
    }
}

bool CandidateRisksModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::CheckStateRole ||
        index.column() != SentenceColumn)
        return false;
    setOut(index.row(), value.toInt() != Qt::Checked);
    return true;
}

Qt::ItemFlags CandidateRisksModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == SentenceColumn ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant CandidateRisksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0 || section >= (orientation == Qt::Vertical ? count() : columnCount()))
        return {};
    if (orientation == Qt::Vertical) {
        const bool isChosen = section == m_choice.chosen;
        return role == Qt::DisplayRole
            ? QVariant(isChosen ? QString(QChar(0x25B6)) + QLatin1Char(' ') + QString::number(section + 1)
                                : QString::number(section + 1))
            : QVariant();
    }
    if (role == Qt::DisplayRole)
        return title(section);
    return role == Qt::ToolTipRole && section != SentenceColumn ? QVariant(help(section)) : QVariant();
}

QString CandidateRisksModel::title(int column) const
{
    if (column == SentenceColumn)
        return tr("Sentence");
    if (column == RiskColumn)
        return tr("Risk");
    if (column == likelihoodColumn())
        return tr("log p");
    return column == scoreColumn() ? tr("Score") : QString::number(column - firstAgreementColumn() + 1);
}

QString CandidateRisksModel::help(int column) const
{
    if (column == RiskColumn)
        return rule() == ChoiceRule::Agreement
            ? tr("100 less the mean agreement with the others that are ticked; the least is chosen")
            : tr("100 less the mean agreement with the others that are ticked");
    if (column == likelihoodColumn())
        return tr("How likely the model itself finds the words (ours): mean natural logarithm of a word's probability");
    if (column == scoreColumn())
        return tr("100 less the risk, plus 100 times log p (ours); the greatest is chosen");
    return tr("Agreement with candidate %1: BLEU of two sentences, 0 to 100").arg(column - firstAgreementColumn() + 1);
}

QHash<int, QByteArray> CandidateRisksModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractTableModel::roleNames();
    names.insert({{ChosenRole, "chosen"}, {OutRole, "out"}, {AgreementRole, "agreement"}});
    return names;
}

} // namespace ard::ui

#include "moc_CandidateRisksModel.cpp"
