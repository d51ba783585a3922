// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CellStore.h"

#include "trace/RunFile.h"
#include <algorithm>

namespace ard::cli {

namespace {

CellKey keyOf(const Generator &generator, const CellRequest &cell)
{
    return {cell.label,
            cell.request,
            cell.seeds,
            cell.batch,
            nameOf(cell.risk),
            cell.settles,
            generator.summary().lengthHead,
            ARD_VERSION,
            generator.summary().fingerprint,
            generator.device()};
}

} // namespace

Result<CellStore> CellStore::open(std::filesystem::path folder)
{
    CellStore store;
    store.m_folder = std::move(folder);
    if (store.m_folder.empty())
        return store;
    std::error_code error;
    std::filesystem::create_directories(store.m_folder, error);
    if (error)
        return fail(ErrorCode::Io, "Cannot make the folder '" + store.m_folder.string() + "': " + error.message());
    return store;
}

Result<std::optional<CellResult>> CellStore::find(const Generator &generator, const std::vector<std::string> &sources,
                                                  const CellRequest &cell) const
{
    if (m_folder.empty())
        return std::nullopt;
    const CellKey key = keyOf(generator, cell);
    const auto file = m_folder / (cellStem(key, sources) + ".json");
    std::error_code error;
    if (!std::filesystem::exists(file, error))
        return std::nullopt;
    ARD_ASSIGN(CellResult result, readCellFile(file, key, sources.size()));
    return result;
}

Status CellStore::keep(const Generator &generator, const std::vector<std::string> &sources, const CellRequest &cell,
                       const CellResult &result) const
{
    if (m_folder.empty())
        return {};
    const CellKey key = keyOf(generator, cell);
    return writeCellFile(m_folder / (cellStem(key, sources) + ".json"), key, result);
}

Status CellStore::keepRuns(Generator &generator, const std::vector<std::string> &sources, const CellRequest &cell,
                           std::size_t count) const
{
    if (m_folder.empty() || count == 0)
        return {};
    const std::string stem = cellStem(keyOf(generator, cell), sources);
    for (std::size_t source = 0; source < std::min(count, sources.size()); ++source)
        for (const std::uint64_t seed : cell.seeds) {
            const auto file = m_folder / cellRunName(stem, seed, source);
            std::error_code error;
            if (std::filesystem::exists(file, error))
                continue;
            GenerationRequest request = cell.request;
            request.source = sources[source];
            request.seed = seed;
            ARD_ASSIGN(const RunRecord run, generator.generate(request, true));
            ARD_TRY(saveRun(run, file));
        }
    return {};
}

} // namespace ard::cli
