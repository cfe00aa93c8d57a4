#pragma once

#include "app/canvas/canvas.h"

#include <epochscope/io/open.h>

#include <QMainWindow>

#include <memory>

namespace epochscope::app {

class CanvasArea;
class Comparison;
class Player;
class Session;

/// The main window connects session, views and actions.
class MainWindow : public QMainWindow {
    Q_OBJECT

  public:
    explicit MainWindow(Renderer renderer = Renderer::automatic, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Session& session();
    [[nodiscard]] Player& player();
    /// The canvas of the open dataset; the data map has its own.
    [[nodiscard]] Canvas& canvas();
    [[nodiscard]] CanvasArea& canvas_area();
    [[nodiscard]] Comparison& comparison();
    /// The second canvas of the comparison; null until something is compared.
    [[nodiscard]] Canvas* compared_canvas();

    /// Opens a folder or a file off the GUI thread; shows the problem on failure.
    void open(const QString& path, const OpenOptions& options = {});

    /// The same, as soon as it has an epoch, and follows it as it grows whatever the settings say.
    void watch(const QString& path, const OpenOptions& options = {});

    /// Opens the first, and the second to compare it with that.
    void compare(const QString& first, const QString& second, const OpenOptions& options = {});

  signals:
    /// An opening ended.
    void open_finished(bool opened);

  protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace epochscope::app
