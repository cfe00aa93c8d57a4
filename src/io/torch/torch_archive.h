#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace epochscope {

/// Inspects a file before libtorch loads it. Throws Error with `name` if it is not a TorchScript
/// archive (a zip archive with `constants.pkl`, `data.pkl` and `code/`, at most max_head_file when
/// unpacked, with at most 16 MB of code), in particular if it is a pickle of torch.save, or if its
/// code does more than compute.  TorchScript has operators that read and write files
/// (torch.from_file, torch.save), and other libraries add more. Some code runs on loading (default
/// parameters, deserialisation of classes). Therefore its words are checked first: other operators
/// than those of aten and prim, those that access files, and getattr with anything but a literal
/// name are rejected. This does not protect against faults of libtorch itself.
void expect_torch_archive(std::span<const std::uint8_t> bytes, const std::string& name);

}  // namespace epochscope
