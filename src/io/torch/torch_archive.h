#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace epochscope {

/// Looks through a file before libtorch does. Throws Error, which calls it `name`, where it is no
/// TorchScript archive (a zip archive with `constants.pkl`, `data.pkl` and `code/`, unpacked at
/// most max_head_file, of it 16 MB code): above all where it is a pickle as torch.save writes it,
/// or where its code does more than work out numbers.
///
/// TorchScript has operators that read and write files (torch.from_file, torch.save) and, by other
/// libraries than its core, more. Some code runs as soon as it is loaded (values of parameters that
/// are not given, what classes do to be restored). So its words are looked at before: it is refused
/// where it names such operators, others than aten's and prim's, or anything by a text that is made
/// up (getattr of other than a plain name). Whoever makes libtorch itself fail is not kept out by
/// that.
void expect_torch_archive(std::span<const std::uint8_t> bytes, const std::string& name);

}  // namespace epochscope
