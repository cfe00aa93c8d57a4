#include "app/export/size_choice.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

namespace epochscope::app {

namespace {

constexpr int most_pixels_a_side = 16384;
/// What the chooser holds for a size in pixels instead of a factor.
constexpr int free_size = 0;

}  // namespace

SizeChoice::SizeChoice(Size canvas, double scale, QWidget* parent)
    : QWidget(parent),
      canvas_{std::max(1, canvas.width), std::max(1, canvas.height)},
      scale_(scale),
      factor_(new QComboBox(this)),
      width_(new QSpinBox(this)),
      height_(new QSpinBox(this)),
      keep_shape_(new QCheckBox(tr("Keep the aspect ratio"), this)) {
    factor_->setAccessibleName(tr("Size"));
    factor_->setToolTip(tr("The size of the picture relative to the canvas"));
    for (const int factor : {1, 2, 4})
        factor_->addItem(tr("%1\u00d7 the canvas").arg(factor), factor);
    factor_->addItem(tr("In pixels"), free_size);
    build_spins();
    keep_shape_->setChecked(true);
    keep_shape_->setToolTip(tr("Width and height change together"));

    auto* row = new QHBoxLayout;
    row->addWidget(factor_);
    row->addWidget(width_);
    row->addWidget(new QLabel(QStringLiteral("\u00d7"), this));
    row->addWidget(height_);
    row->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(keep_shape_);
    connect(factor_, &QComboBox::currentIndexChanged, this, &SizeChoice::follow_factor);
    connect(keep_shape_, &QCheckBox::toggled, this, [this] { follow_side(true); });
    follow_factor();
}

void SizeChoice::build_spins() {
    width_->setAccessibleName(tr("Width in pixels"));
    width_->setToolTip(tr("Width in pixels, up to %1").arg(most_pixels_a_side));
    height_->setAccessibleName(tr("Height in pixels"));
    height_->setToolTip(tr("Height in pixels, up to %1").arg(most_pixels_a_side));
    for (QSpinBox* spin : {width_, height_}) {
        // A canvas four times as large may be more; then the size is refused in words.
        spin->setRange(1, 4 * std::max({canvas_.width, canvas_.height, most_pixels_a_side}));
        spin->setGroupSeparatorShown(false);
        connect(spin, &QSpinBox::valueChanged, this, [this, spin] { follow_side(spin == width_); });
    }
}

bool SizeChoice::in_pixels() const { return factor_->currentData().toInt() == free_size; }

void SizeChoice::follow_factor() {
    const bool free = in_pixels();
    width_->setEnabled(free);
    height_->setEnabled(free);
    keep_shape_->setEnabled(free);
    const QSignalBlocker quiet_width(width_);
    const QSignalBlocker quiet_height(height_);
    if (free) {
        width_->setMaximum(most_pixels_a_side);
        height_->setMaximum(most_pixels_a_side);
    } else {
        const int factor = factor_->currentData().toInt();
        const int most = 4 * std::max({canvas_.width, canvas_.height, most_pixels_a_side});
        width_->setMaximum(most);
        height_->setMaximum(most);
        width_->setValue(canvas_.width * factor);
        height_->setValue(canvas_.height * factor);
    }
    emit changed();
}

void SizeChoice::follow_side(bool width_changed) {
    if (in_pixels() && keep_shape_->isChecked()) {
        QSpinBox& other = width_changed ? *height_ : *width_;
        const QSignalBlocker quiet(other);
        const double shape = static_cast<double>(canvas_.width) / canvas_.height;
        other.setValue(static_cast<int>(
            std::lround(width_changed ? width_->value() / shape : height_->value() * shape)));
    }
    emit changed();
}

Size SizeChoice::size() const { return {width_->value(), height_->value()}; }

double SizeChoice::scale() const {
    const Size wanted = size();
    return scale_ * std::min(static_cast<double>(wanted.width) / canvas_.width,
                             static_cast<double>(wanted.height) / canvas_.height);
}

}  // namespace epochscope::app
