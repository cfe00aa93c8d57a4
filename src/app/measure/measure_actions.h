#pragma once

class QMenu;
class QWidget;

namespace epochscope::app {

class Measurer;

/// Actions that compute prototypes and measure trust; disabled with a reason where they cannot.
void add_measure_actions(QWidget& window, QMenu& menu, Measurer& measurer);

}  // namespace epochscope::app
