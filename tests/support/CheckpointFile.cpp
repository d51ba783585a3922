// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/CheckpointFile.h"
#include "checkpoint/ZipArchive.h"

namespace ard::test {

namespace {

std::string little(std::uint64_t number, int bytes)
{
    std::string text;
    for (int i = 0; i < bytes; ++i)
        text.push_back(i < 8 ? static_cast<char>(number >> (8 * i)) : '\0');
    return text;
}

std::uint32_t checksum(const std::string &data)
{
    return crc32({reinterpret_cast<const std::uint8_t *>(data.data()), data.size()});
}

/// What the local header and the list of entries have in common, from the version on.
std::string common(const std::string &name, const std::string &data, std::size_t extraBytes)
{
    const std::uint64_t size = extraBytes == 0 ? data.size() : 0xFFFFFFFF;
    return little(20, 2) + little(0x800, 2) + little(0, 2) + little(0, 4) + little(checksum(data), 4) +
        little(size, 4) + little(size, 4) + little(name.size(), 2) + little(extraBytes, 2);
}

/// The record that stands for the sizes of an entry and its place.
std::string extra64(std::uint64_t size, std::uint64_t place)
{
    return little(0xCAFE, 2) + little(2, 2) + "xx" + little(1, 2) + little(24, 2) + little(size, 8) + little(size, 8) +
        little(place, 8);
}

std::string end64(std::uint64_t entries, std::uint64_t listBytes, std::uint64_t list)
{
    return "PK\x06\x06" + little(44, 8) + little(45, 2) + little(45, 2) + little(0, 4) + little(0, 4) +
        little(entries, 8) + little(entries, 8) + little(listBytes, 8) + little(list, 8) + "PK\x06\x07" + little(0, 4) +
        little(list + listBytes, 8) + little(1, 4);
}

std::string tupleOp(const std::vector<std::int64_t> &numbers)
{
    std::string text = "(";
    for (const std::int64_t number : numbers)
        text += numberOp(number);
    return text + "t";
}

} // namespace

std::vector<std::uint8_t> zipFile(const Entries &entries, bool zip64)
{
    std::string file, list;
    for (const auto &[name, data] : entries) {
        const std::string extra = zip64 ? extra64(data.size(), file.size()) : std::string();
        const std::uint64_t place = zip64 ? 0xFFFFFFFF : file.size();
        list += "PK\x01\x02" + little(20, 2) + common(name, data, extra.size()) + little(0, 2 + 2 + 2 + 4) +
            little(place, 4) + name + extra;
        file += "PK\x03\x04" + common(name, data, extra.size()) + name + extra + data;
    }
    const std::uint64_t count = zip64 ? 0xFFFF : entries.size();
    const std::uint64_t listBytes = zip64 ? 0xFFFFFFFF : list.size(), place = zip64 ? 0xFFFFFFFF : file.size();
    const std::string wide = zip64 ? end64(entries.size(), list.size(), file.size()) : std::string();
    const std::string end = "PK\x05\x06" + little(0, 4) + little(count, 2) + little(count, 2) + little(listBytes, 4) +
        little(place, 4) + little(0, 2);
    file += list + wide + end;
    return {file.begin(), file.end()};
}

std::vector<std::uint8_t> zipCheckpoint(const std::string &pickle, const Entries &storages)
{
    Entries entries{{"archive/data.pkl", pickle}};
    for (const auto &[key, data] : storages)
        entries.emplace_back("archive/data/" + key, data);
    entries.emplace_back("archive/version", "3\n");
    return zipFile(entries);
}

std::vector<std::uint8_t> legacyCheckpoint(const std::string &pickle, const std::vector<Block> &blocks)
{
    std::string file = pickled("\x8a\x0a" + std::string("\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19", 10));
    file += pickled(numberOp(1001)) + pickled("}" + textOp("little_endian") + "\x88s") + pickle;
    std::string keys = "](", data;
    for (const Block &block : blocks) {
        keys += textOp(block.key);
        data += little(block.elements, 8) + block.bytes;
    }
    file += pickled(keys + "e") + data;
    return {file.begin(), file.end()};
}

std::string pickled(const std::string &body)
{
    return "\x80\x02" + body + ".";
}

std::string textOp(const std::string &text)
{
    return "X" + little(text.size(), 4) + text;
}

std::string numberOp(std::int64_t number)
{
    return "\x8a\x08" + little(static_cast<std::uint64_t>(number), 8);
}

std::string globalOp(const std::string &module, const std::string &name)
{
    return "c" + module + "\n" + name + "\n";
}

std::string tensorOp(const TensorText &tensor)
{
    const std::string storage = "(" + textOp("storage") + globalOp("torch", tensor.storageType) + textOp(tensor.key) +
        textOp("cuda:0") + numberOp(tensor.elements) + (tensor.legacy ? "N" : "") + "tQ";
    return globalOp("torch._utils", "_rebuild_tensor_v2") + "(" + storage + numberOp(tensor.offset) +
        tupleOp(tensor.shape) + tupleOp(tensor.strides) + "\x89" + globalOp("collections", "OrderedDict") + ")R" + "tR";
}

std::string statePickle(const std::vector<std::pair<std::string, TensorText>> &tensors)
{
    std::string dict = globalOp("collections", "OrderedDict") + ")R(";
    for (const auto &[name, tensor] : tensors)
        dict += textOp(name) + tensorOp(tensor);
    return pickled("}(" + textOp("model_dict") + dict + "u" + textOp("offset") + numberOp(7) + "u");
}

} // namespace ard::test
