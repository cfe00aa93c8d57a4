#include "app/figure/svg_device.h"

#include "app/figure/svg_engine.h"

#include <QColor>
#include <QGuiApplication>
#include <QPainter>
#include <QScreen>

#include <cmath>
#include <limits>

namespace epochscope::app {

SvgDevice::SvgDevice(QSizeF size, QSizeF millimetres, std::size_t max_marks)
    : size_(size),
      millimetres_(millimetres),
      max_marks_(max_marks),
      engine_(std::make_unique<SvgEngine>(size, millimetres)) {}

SvgDevice::~SvgDevice() = default;

const QByteArray& SvgDevice::svg() const { return engine_->svg(); }

QPaintEngine* SvgDevice::paintEngine() const { return engine_.get(); }

void SvgDevice::outline_words(QPointF start, const QString& words, const QColor& colour,
                              double width) {
    engine_->outline_words(start, words, colour, width);
}

int SvgDevice::metric(PaintDeviceMetric metric) const {
    // Fonts in points are as large as on the screen, whose metrics place them.
    const QScreen* screen = QGuiApplication::primaryScreen();
    constexpr double usual_resolution = 96;
    const double resolution = screen != nullptr ? screen->logicalDotsPerInch() : usual_resolution;
    const auto whole = [](double value) { return static_cast<int>(std::lround(value)); };
    switch (metric) {
        case PdmWidth:
            return whole(size_.width());
        case PdmHeight:
            return whole(size_.height());
        case PdmWidthMM:
            return whole(millimetres_.width());
        case PdmHeightMM:
            return whole(millimetres_.height());
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return whole(resolution);
        case PdmNumColors:
            return std::numeric_limits<int>::max();
        case PdmDepth:
            return 32;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return whole(devicePixelRatioFScale());
    }
    return 0;
}

SvgDevice* svg_device(const QPainter& painter) {
    return dynamic_cast<SvgDevice*>(painter.device());
}

}  // namespace epochscope::app
