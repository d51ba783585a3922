// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/Checkpoint.h"
#include "checkpoint/PickleReader.h"
#include "fuzz/Harness.h"
#include "support/CheckpointFile.h"
#include <cstdlib>

using namespace ard;

namespace {

void checkError(const Error &error)
{
    if (error.message.empty() || error.message.size() > 2000 || error.message.find('\n') != std::string::npos)
        std::abort();
}

/// Every tensor can be made row-major and has the bytes that its shape says. Their storages lie inside the file.
void check(const Checkpoint &checkpoint, const std::string &key, std::size_t fileBytes)
{
    const auto tensors = checkpoint.tensors(key);
    if (!tensors)
        return checkError(tensors.error());
    for (const auto &[name, tensor] : *tensors) {
        std::vector<std::uint8_t> copy, narrow;
        const TensorView view = rowMajor(tensor, copy);
        if (view.bytes.size() != tensor.elements() * byteSize(tensor.type) || tensor.storage.size() > fileBytes ||
            view.bytes.size() > fileBytes)
            std::abort();
        narrowed(view, narrow);
    }
}

} // namespace

/// The input is taken as a whole file and as a bare pickle.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto checkpoint = Checkpoint::parse({data, data + size}, "fuzz");
    if (checkpoint) {
        checkpoint->number("offset");
        checkpoint->keys();
        check(*checkpoint, "model_dict", size);
        check(*checkpoint, "", size);
    } else {
        checkError(checkpoint.error());
    }
    const auto document = pickle::read({data, size});
    if (!document)
        checkError(document.error());
    return 0;
}

std::vector<std::vector<std::uint8_t>> ard::test::fuzzSeeds()
{
    const std::string storage(48, '\3');
    TensorText plain{"0", 12, 0, {3, 4}, {4, 1}}, strided{"0", 12, 1, {4, 2}, {1, 4}},
        wide{"1", 2, 0, {2}, {1}, "DoubleStorage"};
    const Entries storages{{"0", storage}, {"1", storage.substr(32)}};
    const std::string pickle = statePickle({{"plain", plain}, {"strided", strided}, {"wide", wide}});
    for (TensorText *tensor : {&plain, &strided, &wide})
        tensor->legacy = true;
    const std::string old = statePickle({{"plain", plain}, {"strided", strided}, {"wide", wide}});
    return {zipCheckpoint(pickle, storages),
            zipFile({{"a/data.pkl", pickle}, {"a/data/0", storage}, {"a/data/1", storage.substr(32)}}, true),
            legacyCheckpoint(old, {{"0", 12, storage}, {"1", 2, storage.substr(32)}}),
            legacyCheckpoint(pickled("}" + textOp("model_dict") + "}" + textOp("a") + tensorOp(plain) + "ss"),
                             {{"0", 12, storage}}),
            {pickle.begin(), pickle.end()}};
}
