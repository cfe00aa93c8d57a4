#pragma once

#include <QString>

#include <string>

namespace epochscope::app {

/// A sentence of the library (a fault, a warning, a reason) in the language of the window. The
/// library says `data.json: epoch "7": projection has 59 points, label_index has 60`, and knows of
/// no other language: the sentence is fitted to the patterns of sentence_patterns(), and so is what
/// stands in the places of the pattern. What fits none stays as it is. Any thread may call it.
QString message_words(const std::string& sentence);

}  // namespace epochscope::app
