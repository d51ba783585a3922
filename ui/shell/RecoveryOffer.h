// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RecoveryOffer: asks once, at the start, whether the unsaved runs of a session that did not end as it should come back. Nothing waits
// for the answer, and no answer loses them.
class QWidget;

namespace ard::ui {

class Recovery;

/// Nothing where there is nothing to bring back. recovery must outlive the window.
void offerRecovery(Recovery *recovery, QWidget *window);

} // namespace ard::ui
