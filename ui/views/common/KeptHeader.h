// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// KeptHeader: a header that keeps its size while its sections stay as many and as large. QHeaderView asks two hundred of them
// whenever a table looks at its geometry, which it does at every step of a film.
#include <QHeaderView>

namespace ard::ui {

class KeptHeader : public QHeaderView {
public:
    explicit KeptHeader(Qt::Orientation orientation, QWidget *parent = nullptr) : QHeaderView(orientation, parent)
    {
        setSectionsClickable(true); // as the header that QTableView makes
        setHighlightSections(true);
    }
    QSize sizeHint() const override
    {
        if (m_count != count() || m_font != font()) {
            m_size = QHeaderView::sizeHint();
            m_count = count();
            m_font = font();
        }
        return m_size;
    }
    void reset() override
    {
        m_count = -1;
        QHeaderView::reset();
    }

private:
    mutable QSize m_size;
    mutable QFont m_font;
    mutable int m_count = -1; ///< of the sections that the size is of
};

} // namespace ard::ui
