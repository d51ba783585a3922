// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing: what the precompiled headers of the tests are made for (tests/CMakeLists.txt).
