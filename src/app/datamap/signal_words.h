#pragma once

#include <epochscope/analysis/training_signals.h>

#include <QString>

namespace epochscope::app {

/// A signal's name in files: "avg_probs".
QString signal_name(Signal signal);

/// A signal's name for people, in the user's language: "Mean label probability".
QString signal_heading(Signal signal);

/// A signal's description, in the user's language: "mean probability of the label (confidence)".
QString signal_words(Signal signal);

}  // namespace epochscope::app
