#include "app/export/size_choice.h"

#include <epochscope/export/figure.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace epochscope::app {

struct SizeUnit {
    const char* name;
    const char* width;
    const char* height;
    int decimals;
    double least;
    double most;
    /// 0: that of the canvas.
    double usual_width;
    /// 0: it is no unit on paper.
    double millimetres;
};

namespace {

constexpr std::array factors{1, 2, 4};
/// In points.
constexpr double usual_letters = 8;
constexpr std::array units{
    SizeUnit{QT_TRANSLATE_NOOP("epochscope::app::SizeChoice", "In pixels"),
             QT_TRANSLATE_NOOP("epochscope::app::SizeChoice", "Width in pixels"),
             QT_TRANSLATE_NOOP("epochscope::app::SizeChoice", "Height in pixels"), 0, 1, 16384, 0,
             0},
    SizeUnit{QT_TRANSLATE_NOOP("epochscope::app::SizeChoice", "In millimetres"),
             QT_TRANSLATE_NOOP("epochscope::app::SizeChoice", "Width in millimetres"),
             QT_TRANSLATE_NOOP("epochscope::app::SizeChoice", "Height in millimetres"), 1, 10, 2000,
             85, 1},
    SizeUnit{QT_TRANSLATE_NOOP("epochscope::app::SizeChoice", "In inches"),
             QT_TRANSLATE_NOOP("epochscope::app::SizeChoice", "Width in inches"),
             QT_TRANSLATE_NOOP("epochscope::app::SizeChoice", "Height in inches"), 2, 0.4, 78.7,
             3.3, millimetres_an_inch},
};

}  // namespace

SizeChoice::SizeChoice(Size canvas, double scale, QWidget* parent)
    : QWidget(parent),
      canvas_{std::max(1, canvas.width), std::max(1, canvas.height)},
      scale_(scale),
      factor_(new QComboBox(this)),
      width_(new QDoubleSpinBox(this)),
      height_(new QDoubleSpinBox(this)),
      keep_shape_(new QCheckBox(tr("Keep the aspect ratio"), this)),
      letters_(new QDoubleSpinBox(this)) {
    factor_->setAccessibleName(tr("Size"));
    factor_->setToolTip(tr("The size of the picture: relative to the canvas, or on paper"));
    for (const int factor : factors) factor_->addItem(tr("%1\u00d7 the canvas").arg(factor));
    for (const SizeUnit& unit : units) factor_->addItem(tr(unit.name));
    build_sides();
    keep_shape_->setChecked(true);
    keep_shape_->setToolTip(tr("Width and height change together"));
    letters_->setRange(2, 72);
    letters_->setDecimals(1);
    letters_->setValue(usual_letters);
    letters_->setPrefix(tr("Letters: "));
    letters_->setSuffix(tr(" pt"));
    letters_->setAccessibleName(tr("Height of letters in points"));
    letters_->setToolTip(
        tr("The height of letters on paper; samples and lines become larger with them"));

    auto* sides = new QHBoxLayout;
    sides->addWidget(factor_);
    sides->addWidget(width_);
    sides->addWidget(new QLabel(QStringLiteral("\u00d7"), this));
    sides->addWidget(height_);
    sides->addStretch(1);
    auto* below = new QHBoxLayout;
    below->addWidget(keep_shape_);
    below->addWidget(letters_);
    below->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(sides);
    column->addLayout(below);
    // Kept free, so that nothing moves when it is shown.
    QSizePolicy policy = letters_->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    letters_->setSizePolicy(policy);
    connect(factor_, &QComboBox::currentIndexChanged, this, &SizeChoice::follow_factor);
    connect(keep_shape_, &QCheckBox::toggled, this, [this] { follow_side(true); });
    connect(letters_, &QDoubleSpinBox::valueChanged, this, &SizeChoice::changed);
    follow_factor();
}

void SizeChoice::build_sides() {
    for (QDoubleSpinBox* side : {width_, height_}) {
        side->setGroupSeparatorShown(false);
        connect(side, &QDoubleSpinBox::valueChanged, this,
                [this, side] { follow_side(side == width_); });
    }
}

const SizeUnit* SizeChoice::unit() const {
    const int index = factor_->currentIndex() - static_cast<int>(factors.size());
    return index < 0 ? nullptr : &units.at(static_cast<std::size_t>(index));
}

int SizeChoice::factor() const {
    return factors.at(static_cast<std::size_t>(factor_->currentIndex()));
}

double SizeChoice::shape() const { return static_cast<double>(canvas_.width) / canvas_.height; }

void SizeChoice::follow_factor() {
    const SizeUnit* own = unit();
    const SizeUnit& shown = own != nullptr ? *own : units.front();
    const bool is_on_paper = shown.millimetres > 0;
    keep_shape_->setEnabled(own != nullptr);
    letters_->setVisible(is_on_paper);
    // A size in pixels goes on from one of the canvas.
    const bool was_in_pixels = width_->decimals() == 0;
    const double before = was_in_pixels ? width_->value() : canvas_.width;
    const QSignalBlocker quiet_width(width_);
    const QSignalBlocker quiet_height(height_);
    // A canvas four times as large may be more; then the size is refused in words.
    const double most =
        own != nullptr ? shown.most : 4.0 * std::max({canvas_.width, canvas_.height, 1});
    for (QDoubleSpinBox* side : {width_, height_}) {
        side->setEnabled(own != nullptr);
        side->setDecimals(shown.decimals);
        side->setRange(shown.least, most);
    }
    for (const auto& [side, name] : {std::pair(width_, shown.width), {height_, shown.height}}) {
        side->setAccessibleName(tr(name));
        side->setToolTip(tr("%1, up to %2").arg(tr(name), locale().toString(shown.most, 'g', 6)));
    }
    if (own == nullptr) {
        width_->setValue(canvas_.width * factor());
        height_->setValue(canvas_.height * factor());
    } else {
        width_->setValue(is_on_paper ? shown.usual_width : before);
        height_->setValue(width_->value() / shape());
    }
    emit changed();
}

void SizeChoice::follow_side(bool width_changed) {
    if (unit() != nullptr && keep_shape_->isChecked()) {
        QDoubleSpinBox& other = width_changed ? *height_ : *width_;
        const QSignalBlocker quiet(other);
        other.setValue(width_changed ? width_->value() / shape() : height_->value() * shape());
    }
    emit changed();
}

Size SizeChoice::size() const {
    return {static_cast<int>(width_->value()), static_cast<int>(height_->value())};
}

std::optional<QSizeF> SizeChoice::paper() const {
    const SizeUnit* own = unit();
    if (own == nullptr || own->millimetres == 0) return std::nullopt;
    return QSizeF(width_->value(), height_->value()) * own->millimetres;
}

double SizeChoice::scale() const {
    if (paper()) return scale_of_letters(letters_->value());
    const Size wanted = size();
    return scale_ * std::min(static_cast<double>(wanted.width) / canvas_.width,
                             static_cast<double>(wanted.height) / canvas_.height);
}

}  // namespace epochscope::app
