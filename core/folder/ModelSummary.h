// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ModelSummary: what can be said of a model folder from model.json alone: no weights, no torch, no engine. The window lists
// models with it before any engine is there; the engine answers list_models with it.
//
// Keys of model.json that are read here ("format", "name", and those marked * must be there):
//   format 1 | name, task, languages, licence, hint: texts | examples: [texts] | parameters: number | default_sampling_steps: int
//   default_clamp: "none", "nearest" (where it is missing), "expected" or "drawn", as trace/ClampMode.h says
//   architecture*: {vocabulary*, length_head: "token_embed" or "mean_pool"} | diffusion*: {length*, diffusion_steps*}
//   display (read by the engine): "sentence" for a model of lower-cased text without full stops; outputs get both (text/SentenceForm.h)
//   training: {timestep_schedules: [names], anchor_scale: number}
//   learned_timesteps: {levels, timesteps: length rows of levels + 1 whole numbers}, as diffusion/LearnedTimesteps.h wants them
#include "base/Result.h"
#include "protocol/Messages.h"
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace ard {

constexpr int kModelFormat = 1;

/// model.json of a folder: its text and the object that it is. Error (one sentence) when it is missing, larger than 1 MB, not
/// JSON, or nested too deep.
struct ModelJson {
    std::string text;
    nlohmann::json object;
};
Result<ModelJson> readModelJson(const std::filesystem::path &modelFolder);
/// What the object says. Error when it is of a newer format or a number is out of range; nameForErrors names the file.
Result<protocol::ModelSummary> summaryOf(const nlohmann::json &object, const std::string &nameForErrors);

/// Reads model.json of a folder. Error (one sentence) when it is missing, larger than 1 MB, not JSON, of a newer format, or a
/// number is out of range. ModelSummary::folder is set to the folder as given, fingerprint is left empty.
Result<protocol::ModelSummary> readModelSummary(const std::filesystem::path &modelFolder);
/// The same from the text of a model.json; nameForErrors names the file in messages.
Result<protocol::ModelSummary> parseModelSummary(std::string_view json, const std::string &nameForErrors);
/// Summaries of all model folders directly below these folders (a folder that is itself a model counts), sorted by name; a folder
/// that appears twice is listed once. Folders that do not exist and models that cannot be read are left out;
/// the sentences about the latter are appended to problems when given.
std::vector<protocol::ModelSummary> findModels(const std::vector<std::string> &folders,
                                               std::vector<std::string> *problems = nullptr);

} // namespace ard
