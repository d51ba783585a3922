// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CandidateRisksModel: the candidates of a run, a row each: its sentence, its risk, how likely the model finds it where that counts in
// the choice, and how far it agrees with each other one. What is unticked is taken out: the risks are those among the rest. The
// agreement is computed off this thread.
#include "facts/CandidateRisks.h"
#include "session/Run.h"
#include <QAbstractTableModel>
#include <QPointer>

namespace ard::ui {

class CandidateRisksModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int kMost = 128;           ///< of more candidates the first: a column each
    enum Column { SentenceColumn, RiskColumn }; ///< then those below, as far as there are some
    enum Role {
        ChosenRole = Qt::UserRole + 1, ///< bool: the best by the run's rule among those that are in
        OutRole,                       ///< bool: taken out
        AgreementRole ///< 0..100, of the columns of agreement; invalid elsewhere and of a candidate with itself
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// nullptr: none. Empty until the run is finished, and where it has but one candidate.
    void setRun(const Run *run);
    const Run *run() const { return m_run; }
    ChoiceRule rule() const { return m_basis.rule; } ///< of the run
    int likelihoodColumn() const;                    ///< -1: the rule does not ask for it
    int scoreColumn() const;                         ///< what a mixed rule compares; -1 of others
    int firstAgreementColumn() const;
    int chosen() const { return m_choice.chosen; } ///< row; -1: none
    int chosenOfAll() const { return m_ofAll; }    ///< with all of them in; -1: not known yet
    int count() const { return static_cast<int>(m_sentences.size()); }
    QList<int> out() const; ///< rows that are taken out
    void setOut(int row, bool out);
    void takeAllIn();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void choiceChanged();

private:
    void fill();
    void choose();
    QString agreementText(int row, int other) const;
    QString text(int row, int column) const;
    QString title(int column) const;
    QString help(int column) const; ///< of a title
    QString spoken(int row) const;

    QPointer<const Run> m_run;
    std::vector<std::string> m_sentences;
    std::vector<std::vector<double>> m_agreement; ///< empty: not computed yet
    std::vector<bool> m_isOut;
    ChoiceBasis m_basis;
    CandidateChoice m_choice;
    int m_ofAll = -1;
};

} // namespace ard::ui
