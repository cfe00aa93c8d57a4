#pragma once

#include "app/session/session.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/model/dataset.h>

#include <QTest>
#include <QWidget>

#include <memory>
#include <string>

namespace epochscope::tests {

/// How long a test waits for what must come, in milliseconds.
inline constexpr int patience = 60'000;

/// The child widget of a type that has this accessible name.
template <typename Widget>
Widget& named(const QWidget& parent, const QString& name) {
    for (Widget* widget : parent.findChildren<Widget*>())
        if (widget->accessibleName() == name) return *widget;
    throw std::runtime_error("no widget is called " + name.toStdString());
}

/// A dataset around a series.
inline std::shared_ptr<const Dataset> dataset_of(EpochSeries series) {
    return std::make_shared<const Dataset>(
        Dataset{std::move(series), nullptr, "tiny", "/tiny", "made", {}});
}

/// Five samples of classes a a a b b at epochs 1, 2 and 4. Sample 0 has neighbours 1 2, then 2 1,
/// then 2 (intra) and 3, then 4, then 4 (inter); the others have none. Sample 1 is predicted b at
/// epoch 2, all else is right; epoch 4 has no predictions.
std::shared_ptr<const Dataset> tiny_dataset();

/// The same places without any list.
std::shared_ptr<const Dataset> tiny_dataset_without_lists();

}  // namespace epochscope::tests
