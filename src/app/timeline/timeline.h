#pragma once

#include <QWidget>

namespace epochscope::app {

class Session;
class Player;

/// The bar below the canvas: play, step, rate, loop, direction, and the track that scrubs.
class Timeline : public QWidget {
    Q_OBJECT

  public:
    Timeline(Session& session, Player& player, QWidget* parent = nullptr);
};

}  // namespace epochscope::app
