// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TokenShares: how much of something every position of a lane has, such as of a token's attention: drawn behind the words of its
// sentence. The view that shows the same sets it and takes it away. GUI thread.
#include <QObject>
#include <vector>

namespace ard::ui {

class Lane;

class TokenShares : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// shares: [N] of any sign, the largest magnitude counts as the whole; empty: none.
    void set(const Lane *lane, std::vector<float> shares);
    /// [N], -1..1; empty: none.
    const std::vector<float> &of(const Lane *lane) const;

Q_SIGNALS:
    void changed();

private:
    const Lane *m_lane = nullptr; ///< only compared: it may be gone
    std::vector<float> m_shares;
};

} // namespace ard::ui
