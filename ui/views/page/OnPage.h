// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// OnPage: what views have whose content is drawn by a painter of ui/paint: it can stand on a page in any size and theme.
#include "paint/Page.h"

namespace ard::ui {

class OnPage {
public:
    virtual ~OnPage() = default;
    /// As it is at this moment. GUI thread; the result can be painted on any.
    virtual PageChart onPage(const QString &title) const = 0;

protected:
    OnPage() = default;
    OnPage(const OnPage &) = default;
    OnPage &operator=(const OnPage &) = default;
};

} // namespace ard::ui
