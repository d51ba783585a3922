// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/PickleGlobals.h"
#include "base/Unicode.h"
#include <array>
#include <optional>

namespace ard::pickle {

namespace {

constexpr std::size_t kMaxDimensions = 8; // a weight has at most four
constexpr std::size_t kMaxKeyBytes = 64;
// A call copies its arguments and takes three bytes of the file: without this a small file could ask for endless memory.
constexpr std::size_t kMaxCopiedPairs = 1'000'000;

struct Row {
    const char *module, *name;
    Global global;
};

using enum GlobalKind;
constexpr std::array kKnown{
    Row{"collections", "OrderedDict", {OrderedDict}},
    Row{"torch._utils", "_rebuild_tensor_v2", {RebuildTensor}},
    Row{"torch._utils", "_rebuild_parameter", {RebuildParameter}},
    Row{"torch._utils", "_rebuild_parameter_with_state", {RebuildParameter}},
    Row{"torch", "DoubleStorage", {StorageType, TensorType::F64}},
    Row{"torch", "FloatStorage", {StorageType, TensorType::F32}},
    Row{"torch", "HalfStorage", {StorageType, TensorType::F16}},
    Row{"torch", "BFloat16Storage", {StorageType, TensorType::BF16}},
    Row{"torch", "LongStorage", {StorageType, TensorType::I64}},
    Row{"torch", "IntStorage", {StorageType, TensorType::I32}},
    Row{"torch", "ShortStorage", {StorageType, TensorType::I16}},
    Row{"torch", "CharStorage", {StorageType, TensorType::I8}},
    Row{"torch", "ByteStorage", {StorageType, TensorType::U8}},
    Row{"torch", "BoolStorage", {StorageType, TensorType::Bool}},
    Row{"torch", "Size", {Size}},
    Row{"torch", "device", {Device}},
    Row{"torch", "float64", {Dtype}},
    Row{"torch", "float32", {Dtype}},
    Row{"torch", "float16", {Dtype}},
    Row{"torch", "bfloat16", {Dtype}},
    Row{"torch", "int64", {Dtype}},
    Row{"torch", "int32", {Dtype}},
    Row{"torch", "bool", {Dtype}},
    // Numbers of numpy and counters of schedulers: what the training state has besides the weights. They are read over.
    Row{"numpy.core.multiarray", "scalar", {Unneeded}},
    Row{"numpy._core.multiarray", "scalar", {Unneeded}},
    Row{"numpy.core.multiarray", "_reconstruct", {Unneeded}},
    Row{"numpy._core.multiarray", "_reconstruct", {Unneeded}},
    Row{"numpy", "ndarray", {Unneeded}},
    Row{"numpy", "dtype", {Unneeded}},
    Row{"_codecs", "encode", {Unneeded}},
    Row{"collections", "Counter", {Unneeded}},
};

tl::unexpected<Error> failPickle(const std::string &why)
{
    return fail(ErrorCode::Format, why);
}

std::optional<std::vector<std::int64_t>> wholeNumbers(const Document &document, Ref ref)
{
    const auto *tuple = document.as<Tuple>(ref);
    if (!tuple || tuple->items.size() > kMaxDimensions)
        return std::nullopt;
    std::vector<std::int64_t> numbers;
    for (const Ref item : tuple->items) {
        const auto *number = document.as<std::int64_t>(item);
        if (!number)
            return std::nullopt;
        numbers.push_back(*number);
    }
    return numbers;
}

/// OrderedDict() or OrderedDict([(key, value), ..]).
Result<Value> makeDict(Document &document, const Tuple &arguments)
{
    Dict dict;
    if (arguments.items.empty())
        return dict;
    const auto *pairs = document.as<List>(arguments.items[0]);
    if (!pairs || arguments.items.size() != 1)
        return failPickle("an OrderedDict in it is made from something else than pairs");
    document.copiedPairs += pairs->items.size();
    if (document.copiedPairs > kMaxCopiedPairs)
        return failPickle("its dictionaries have too many entries");
    for (const Ref ref : pairs->items) {
        const auto *list = document.as<List>(ref);
        const auto *tuple = document.as<Tuple>(ref);
        const std::vector<Ref> *pair = list ? &list->items : tuple ? &tuple->items : nullptr;
        if (!pair || pair->size() != 2)
            return failPickle("an OrderedDict in it is made from something else than pairs");
        dict.items.emplace_back((*pair)[0], (*pair)[1]);
    }
    return dict;
}

/// _rebuild_tensor_v2(storage, offset, shape, strides, requires_grad, hooks[, metadata]); what follows the strides is for training.
Result<Value> makeTensor(const Document &document, const Tuple &arguments)
{
    const std::vector<Ref> &items = arguments.items;
    if (items.size() < 6 || items.size() > 7 || !document.as<pickle::Storage>(items[0]) ||
        !document.as<std::int64_t>(items[1]))
        return failPickle("a tensor in it is described in an unknown way");
    auto shape = wholeNumbers(document, items[2]), strides = wholeNumbers(document, items[3]);
    if (!shape || !strides || shape->size() != strides->size())
        return failPickle("a tensor in it has an impossible shape");
    return Tensor{items[0], *document.as<std::int64_t>(items[1]), std::move(*shape), std::move(*strides)};
}

} // namespace

Result<Global> knownGlobal(const std::string &module, const std::string &name)
{
    for (const Row &row : kKnown)
        if (module == row.module && name == row.name)
            return row.global;
    return fail(ErrorCode::Unsupported,
                "it asks for " + printable(module + "." + name, 80) +
                    ", which no checkpoint of the reference implementation needs (nothing in it was run)");
}

Result<Ref> call(Document &document, const Global &callable, const Tuple &arguments)
{
    const std::vector<Ref> &items = arguments.items;
    switch (callable.kind) {
    case OrderedDict: {
        ARD_ASSIGN(Value dict, makeDict(document, arguments));
        return document.add(std::move(dict));
    }
    case RebuildTensor: {
        ARD_ASSIGN(Value tensor, makeTensor(document, arguments));
        return document.add(std::move(tensor));
    }
    case RebuildParameter: // (tensor, requires_grad, hooks[, state]): the tensor itself
        if (items.size() >= 3 && document.as<Tensor>(items[0]))
            return items[0];
        return failPickle("a parameter in it is described in an unknown way");
    case Size:
        if (items.size() == 1 && document.as<Tuple>(items[0]))
            return items[0];
        return failPickle("a size in it is described in an unknown way");
    case Device:
        if (!items.empty() && document.as<std::string>(items[0]))
            return items[0];
        return failPickle("a device in it is described in an unknown way");
    case Unneeded:
        return document.add(Opaque{});
    case StorageType:
    case Dtype:
        break;
    }
    return failPickle("it calls something that is not a function");
}

Result<Value> persistentValue(const Document &document, const Value &id)
{
    const auto *tuple = std::get_if<Tuple>(&id);
    if (!tuple || tuple->items.size() < 5 || tuple->items.size() > 6)
        return failPickle("a storage in it is described in an unknown way");
    const auto *word = document.as<std::string>(tuple->items[0]);
    const auto *kind = document.as<Global>(tuple->items[1]);
    const auto *key = document.as<std::string>(tuple->items[2]);
    const auto *elements = document.as<std::int64_t>(tuple->items[4]);
    // The fourth is where the numbers were ("cpu", "cuda:0"): they are read to main memory whatever it says.
    if (!word || *word != "storage" || !kind || kind->kind != StorageType || !key || key->size() > kMaxKeyBytes ||
        !elements || *elements < 0)
        return failPickle("a storage in it is described in an unknown way");
    if (tuple->items.size() == 6 && !document.as<None>(tuple->items[5]))
        return fail(ErrorCode::Unsupported,
                    "it holds a storage that is part of another one, as only very old torch wrote it");
    return pickle::Storage{kind->type, *key, static_cast<std::uint64_t>(*elements)};
}

} // namespace ard::pickle
