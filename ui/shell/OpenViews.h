// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// openViews: what of a window can be a picture of its own: the views that are open, without forms and lists. GUI thread.
#include "paint/Page.h"

class QMainWindow;
class QWidget;

namespace ard::ui {

struct OpenView {
    const QWidget *widget = nullptr;
    QString title;
    std::function<PageChart()> chart; ///< as it is when this is called; the window must still be there
    bool isDrawn = false; ///< in any size and theme; otherwise it is a picture of the screen, as large as fits
    bool isOnPage =
        false; ///< on that of the whole window, too: drawn, and about several lanes or in front of other panels
};

/// In the order of the docks; the table of steps, where it is shown, first.
std::vector<OpenView> openViews(const QMainWindow *window);

} // namespace ard::ui
