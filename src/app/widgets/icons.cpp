#include "app/widgets/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QSvgRenderer>

// Resources of a static library are there only once they were asked for, outside any namespace.
static void load_icons() { Q_INIT_RESOURCE(icons); }

namespace epochscope::app {
namespace {

class TintedIcon : public QIconEngine {
  public:
    explicit TintedIcon(QByteArray svg) : svg_(std::move(svg)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const auto role =
            mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::ButtonText;
        const QColor colour = QGuiApplication::palette().color(group, role);
        QByteArray tinted = svg_;
        QSvgRenderer(tinted.replace("currentColor", colour.name().toUtf8())).render(painter, rect);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new TintedIcon(svg_); }

  private:
    QByteArray svg_;
};

QByteArray svg_of(const QString& name) {
    load_icons();
    QFile file(":/icons/" + name + ".svg");
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

QIcon icon(const QString& name) { return QIcon(new TintedIcon(svg_of(name))); }

QIcon program_icon() { return QIcon(new TintedIcon(svg_of("epochscope"))); }

}  // namespace epochscope::app
