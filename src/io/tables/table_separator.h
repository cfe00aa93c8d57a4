#pragma once

#include <string_view>

namespace epochscope {

/// The separator of the cells of a text that begins with its first line: the most frequent of `,`,
/// `;` and tab in that line. If there is none of these: a blank if the line has only numbers, or as
/// many names as the next lines have cells between blanks, of which two are numbers; else a comma.
char guess_separator(std::string_view text);

}  // namespace epochscope
