// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// VocabularyInspector: where the words of the model that made a run lie on the plane of TokenState::projection. A model is asked
// once, however many of its runs are looked at. GUI thread.
#include "session/EngineQuestion.h"
#include <map>
#include <memory>
#include <optional>

namespace ard::ui {

class VocabularyInspector : public EngineQuestion {
    Q_OBJECT

public:
    explicit VocabularyInspector(Engines *engines, QObject *parent = nullptr);

    void look(Run *run); ///< nullptr: none
    /// Of the model of that run; nullptr: not known (yet).
    std::shared_ptr<const VocabularyMap> answer() const;

private:
    protocol::Body request(const Place &place) const override;
    bool keep(const protocol::Body &answer) override;
    QString noAnswer() const override;

    std::optional<std::string> m_model;                                 ///< fingerprint
    std::map<std::string, std::shared_ptr<const VocabularyMap>> m_maps; ///< by the fingerprints of models
};

} // namespace ard::ui
