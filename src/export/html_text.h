#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace epochscope {

/// Text as HTML, between tags and in quoted attributes. Bytes that are no UTF-8, and control
/// characters other than blanks, become U+FFFD.
std::string escaped(std::string_view text);

/// Cuts a text at a character of at most `longest` bytes, and then ends it with an ellipsis.
std::string shortened(std::string words, std::size_t longest, bool& is_cut);

/// A file of resources/web, with each {{name}} replaced by what `part` gives for the name, or by
/// the file of that name. {{policy}} becomes a Content-Security-Policy by which nothing is loaded
/// and nothing runs or styles but the files that the page names, by their hashes.
std::string page_from(std::string_view file,
                      const std::function<std::string(std::string_view)>& part);

}  // namespace epochscope
