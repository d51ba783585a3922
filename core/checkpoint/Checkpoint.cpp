// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkpoint/Checkpoint.h"
#include "base/Files.h"
#include "base/Unicode.h"
#include "checkpoint/CheckpointContents.h"
#include "checkpoint/PickleReader.h"

namespace ard {

namespace {

using pickle::Dict;
using pickle::Document;

constexpr std::uint64_t kMaxFileBytes = 1ULL << 36;
constexpr std::size_t kMaxPickleBytes = 64u << 20;
// Expanded tensors of a few bytes could ask for endless memory. Those of real checkpoints are biases and scales.
constexpr std::uint64_t kMaxRepeated = 1u << 24; ///< elements in all

tl::unexpected<Error> failFormat(const std::string &why)
{
    return fail(ErrorCode::Format, why);
}

/// The error with the file's name before it.
tl::unexpected<Error> failFile(const std::string &name, const Error &error)
{
    return fail(error.code, "'" + printable(name) + "' cannot be read as a checkpoint: " + error.message, error.detail);
}

Status readZip(CheckpointContents &contents)
{
    ARD_ASSIGN(contents.archive, ZipArchive::parse(contents.bytes));
    const std::string pickleName = "data.pkl";
    std::vector<std::string> found;
    for (const auto &[name, size] : contents.archive->sizes())
        if (name.ends_with('/' + pickleName))
            found.push_back(name);
    if (found.size() != 1)
        return failFormat("it is a zip file, but not one that torch.save wrote");
    contents.folder = found[0].substr(0, found[0].size() - pickleName.size());
    if (const std::string order = contents.folder + "byteorder"; contents.archive->has(order)) {
        ARD_ASSIGN(const auto text, contents.archive->read(order));
        if (std::string(text.begin(), text.end()) != "little")
            return fail(ErrorCode::Unsupported, "its numbers are not little-endian");
    }
    ARD_ASSIGN(const auto bytes, contents.archive->read(found[0]));
    if (bytes.size() > kMaxPickleBytes)
        return failFormat("the description of its contents is too long");
    ARD_ASSIGN(contents.document, pickle::read(bytes));
    return storagesOf(contents.document).map([](const auto &) {});
}

/// The numbers of a storage.
Result<std::span<const std::uint8_t>> numbersOf(const CheckpointContents &contents, const pickle::Storage &storage)
{
    std::span<const std::uint8_t> bytes;
    if (contents.archive) {
        ARD_ASSIGN(bytes, contents.archive->read(contents.folder + "data/" + storage.key));
    } else {
        const auto found = contents.blocks.find(storage.key);
        if (found == contents.blocks.end())
            return failFormat("the storage '" + printable(storage.key) + "' is missing");
        bytes = found->second;
    }
    if (bytes.size() % byteSize(storage.type) != 0 || bytes.size() / byteSize(storage.type) != storage.elements)
        return failFormat("the storage '" + printable(storage.key) + "' has another size than its tensors say");
    return bytes;
}

/// Reads each storage once, however many tensors share it.
class StorageReader {
public:
    explicit StorageReader(const CheckpointContents &contents) : m_contents(contents) { }

    Result<CheckpointTensor> tensor(const std::string &name, const pickle::Tensor &described)
    {
        const auto &storage = std::get<pickle::Storage>(m_contents.document.values[described.storage]);
        auto found = m_numbers.find(storage.key);
        if (found == m_numbers.end()) {
            ARD_ASSIGN(const auto numbers, numbersOf(m_contents, storage));
            found = m_numbers.emplace(storage.key, numbers).first;
        }
        CheckpointTensor tensor{storage.type, described.shape, described.strides,
                                static_cast<std::uint64_t>(described.offset), found->second};
        if (described.offset < 0 || !fitsStorage(tensor, storage.elements))
            return failFormat("the tensor '" + printable(name, 80) + "' reaches beyond its storage");
        if (!hasAtMost(tensor, storage.elements)) {
            if (!hasAtMost(tensor, m_repeatedLeft))
                return failFormat("the tensor '" + printable(name, 80) +
                                  "' repeats the numbers of its storage more often than is accepted here");
            m_repeatedLeft -= tensor.elements();
        }
        return tensor;
    }

private:
    std::uint64_t m_repeatedLeft = kMaxRepeated;
    const CheckpointContents &m_contents;
    std::map<std::string, std::span<const std::uint8_t>> m_numbers;
};

const Dict *dictionaryAt(const Document &document, const std::string &key)
{
    const auto *outermost = document.rootAs<Dict>();
    if (!outermost || key.empty())
        return outermost;
    const pickle::Value *value = document.find(*outermost, key);
    return value ? std::get_if<Dict>(value) : nullptr;
}

Result<std::map<std::string, CheckpointTensor>> readTensors(const CheckpointContents &contents, const std::string &key)
{
    const Document &document = contents.document;
    const Dict *dict = dictionaryAt(document, key);
    if (!dict)
        return failFormat(key.empty() ? "it is no dictionary" : "it holds no '" + key + "'");
    StorageReader reader(contents);
    std::map<std::string, CheckpointTensor> tensors;
    for (const auto &[keyRef, valueRef] : dict->items) {
        const auto *name = document.as<std::string>(keyRef);
        const auto *described = document.as<pickle::Tensor>(valueRef);
        if (!name || !described)
            return failFormat("something else than a named tensor is among its weights" +
                              (name ? " ('" + printable(*name, 80) + "')" : std::string()));
        ARD_ASSIGN(tensors[*name], reader.tensor(*name, *described));
    }
    return tensors;
}

} // namespace

Result<std::map<std::string, pickle::Storage>> storagesOf(const Document &document)
{
    std::map<std::string, pickle::Storage> storages;
    for (const pickle::Value &value : document.values) {
        const auto *storage = std::get_if<pickle::Storage>(&value);
        if (!storage)
            continue;
        const auto [found, isNew] = storages.emplace(storage->key, *storage);
        if (!isNew && (found->second.type != storage->type || found->second.elements != storage->elements))
            return failFormat("two storages in it have the same name '" + printable(storage->key) + "'");
    }
    return storages;
}

Checkpoint::Checkpoint(std::unique_ptr<CheckpointContents> contents) : m_contents(std::move(contents)) { }
Checkpoint::Checkpoint(Checkpoint &&) noexcept = default;
Checkpoint &Checkpoint::operator=(Checkpoint &&) noexcept = default;
Checkpoint::~Checkpoint() = default;

Result<Checkpoint> Checkpoint::read(const std::filesystem::path &path)
{
    ARD_ASSIGN(auto bytes, readBytes(path, kMaxFileBytes));
    return parse(std::move(bytes), path.string());
}

Result<Checkpoint> Checkpoint::parse(std::vector<std::uint8_t> bytes, const std::string &nameForErrors)
{
    auto contents = std::make_unique<CheckpointContents>();
    contents->name = nameForErrors;
    contents->bytes = std::move(bytes);
    Status status = failFormat("torch.save did not write it");
    if (ZipArchive::isZip(contents->bytes))
        status = readZip(*contents);
    else if (isLegacy(contents->bytes))
        status = readLegacy(*contents);
    if (!status)
        return failFile(nameForErrors, status.error());
    return Checkpoint(std::move(contents));
}

Result<std::map<std::string, CheckpointTensor>> Checkpoint::tensors(const std::string &key) const
{
    auto tensors = readTensors(*m_contents, key);
    if (!tensors)
        return failFile(m_contents->name, tensors.error());
    return tensors;
}

std::optional<std::int64_t> Checkpoint::number(const std::string &key) const
{
    const Document &document = m_contents->document;
    const auto *dict = document.rootAs<Dict>();
    const pickle::Value *value = dict ? document.find(*dict, key) : nullptr;
    const auto *number = value ? std::get_if<std::int64_t>(value) : nullptr;
    return number ? std::optional(*number) : std::nullopt;
}

std::vector<std::string> Checkpoint::keys() const
{
    std::vector<std::string> keys;
    if (const auto *dict = m_contents->document.rootAs<Dict>())
        for (const auto &[key, value] : dict->items)
            if (const auto *text = m_contents->document.as<std::string>(key))
                keys.push_back(*text);
    return keys;
}

} // namespace ard
