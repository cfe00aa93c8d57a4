#pragma once

#include "app/canvas/canvas.h"

#include <QMainWindow>

#include <memory>

namespace epochscope::app {

class CanvasArea;
class Player;
class Session;

/// The window. It only wires: session, views, actions.
class MainWindow : public QMainWindow {
    Q_OBJECT

  public:
    explicit MainWindow(Renderer renderer = Renderer::automatic, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Session& session();
    [[nodiscard]] Player& player();
    /// That of what is open; the data map has one of its own.
    [[nodiscard]] Canvas& canvas();
    [[nodiscard]] CanvasArea& deck();

    /// Opens a folder off the GUI thread; on failure tells why and stays as it was.
    void open(const QString& folder, const QString& projection = {});

  signals:
    /// An opening ended, well or not.
    void open_finished(bool opened);

  protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace epochscope::app
