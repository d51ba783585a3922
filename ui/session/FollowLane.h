// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// followLane: for what shows the cursor's lane, whichever that is. GUI thread.
#include "session/Cursor.h"
#include <QPointer>
#include <memory>

namespace ard::ui {

/// Calls watch(lane) now and whenever the cursor goes to another lane; of the films only that lane's is connected to context
/// then. cursor must outlive context.
template <class Watch>
void followLane(Cursor *cursor, QObject *context, Watch watch)
{
    const auto watched = std::make_shared<QPointer<Film>>();
    const auto follow = [cursor, context, watch, watched] {
        if (*watched)
            (*watched)->disconnect(context);
        *watched = cursor->film();
        watch(cursor->lane());
    };
    QObject::connect(cursor, &Cursor::laneChanged, context, follow);
    follow();
}

} // namespace ard::ui
