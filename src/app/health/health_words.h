#pragma once

#include <epochscope/analysis/alerts.h>
#include <epochscope/analysis/health.h>

#include <QString>

#include <string_view>

namespace epochscope::app {

/// "loss", "effective rank": a signal by its name in files; also `class_accuracy`.
QString health_signal_words(std::string_view name);

/// "effective rank 1.2: the features collapse: ...".
QString words_of(const HealthAlert& alert);

/// "Epoch 7: the features collapse: ...".
QString words_with_epoch(const HealthAlert& alert);

}  // namespace epochscope::app
