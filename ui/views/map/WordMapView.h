// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WordMapView: the way of the chosen position through the model's space of words, over the model calls, in every lane of the cursor's
// model: a plane through it that is the same for all runs, with some words as landmarks. A click moves the cursor to the call.
#include "paint/WordMap.h"
#include "trace/Insight.h"
#include "views/compare/CompareView.h"

namespace ard::ui {

class ElidedLabel;

class WordMapView : public CompareView {
    Q_OBJECT

public:
    /// session must outlive the view.
    explicit WordMapView(Session *session, QWidget *parent = nullptr);

    const WordMap &map() const { return m_map; }
    PageChart onPage(const QString &title) const override { return pageChart<WordMap>(title, map().state()); }
    QString summary() const;
    QString tip(const QPointF &place) const;

protected:
    void rebuild() override;

private:
    /// What follows from a model's vocabulary, made once.
    struct Places {
        std::shared_ptr<const VocabularyMap> of;
        std::shared_ptr<const std::vector<QPointF>> points;
        std::vector<std::int32_t> frequent; ///< words that can be landmarks, the most frequent first
        QRectF bounds;
    };
    void takePlaces();
    void addPath(WordMapState &state, int lane);
    void addLandmarks(WordMapState &state) const;
    void widen(QRectF &bounds, int lane);
    QString sentence() const;

    ElidedLabel *m_summary;
    Places m_places;
    std::vector<int> m_lanes;                        ///< of the paths
    std::map<int, std::pair<int, QRectF>> m_extents; ///< by run: of so many frames, where all its tokens were
    WordMap m_map;
};

} // namespace ard::ui
