#pragma once

#include "app/canvas/canvas.h"
#include "app/session/session.h"

#include <QStackedWidget>

#include <memory>

namespace epochscope::app {

/// Where a projection is seen while it forms: words until then.
class LivePreview : public QStackedWidget {
    Q_OBJECT

  public:
    /// `style` is how the window draws.
    explicit LivePreview(const Style& style, QWidget* parent = nullptr);

    /// Back to the words.
    void clear();
    void show_places(const std::shared_ptr<const Dataset>& dataset);

    [[nodiscard]] const Session& session() const { return session_; }

  private:
    Session session_;
    /// Gone before the session that it looks at.
    std::unique_ptr<Canvas> canvas_;
};

}  // namespace epochscope::app
