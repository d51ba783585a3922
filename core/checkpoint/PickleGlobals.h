// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PickleGlobals: the only names of Python that the reader knows, and what calling one of them makes. No Python is run: a name
// stands for a few lines of C++ here. Internal to core/checkpoint.
#include "base/Result.h"
#include "checkpoint/PickleValue.h"

namespace ard::pickle {

/// Error (Unsupported) that tells the name when it is none of those that a checkpoint needs.
Result<Global> knownGlobal(const std::string &module, const std::string &name);

/// What callable(*arguments) makes: a new value of the document, or one of the arguments.
Result<Ref> call(Document &document, const Global &callable, const Tuple &arguments);

/// What a persistent id of torch.save stands for: ('storage', type, key, location, elements[, view]).
Result<Value> persistentValue(const Document &document, const Value &id);

} // namespace ard::pickle
