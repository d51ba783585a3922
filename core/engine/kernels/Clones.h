// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Functions marked ARD_CLONES are compiled for several instruction sets and chosen at run time. Sanitizers cannot follow the resolver.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&               \
    !defined(__SANITIZE_THREAD__)
#define ARD_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define ARD_CLONES
#endif
