#include "io/curves/event_chunk.h"

#include <io/curves/event.pb.h>

#include <bit>
#include <cstring>
#include <optional>
#include <string_view>

namespace epochscope {

namespace {

/// TensorFlow's DataType.
enum DataType : std::int32_t { dt_float = 1, dt_double = 2, dt_int32 = 3, dt_int64 = 9 };

bool is_scalar(const events::Shape& shape) {
    if (shape.unknown_rank()) return false;
    for (const auto& dim : shape.dim())
        if (dim.size() != 1) return false;
    return true;
}

/// The value of a tensor of one number, stored as bytes.
template <typename Number>
std::optional<double> number_of(std::string_view content) {
    static_assert(std::endian::native == std::endian::little);
    Number number{};
    if (content.size() != sizeof number) return std::nullopt;
    std::memcpy(&number, content.data(), sizeof number);
    return static_cast<double>(number);
}

template <typename Number, typename Values>
std::optional<double> number_of(const events::Tensor& tensor, const Values& values) {
    if (values.size() == 1) return static_cast<double>(values.Get(0));
    return values.empty() ? number_of<Number>(tensor.tensor_content()) : std::nullopt;
}

std::optional<double> number_of(const events::Tensor& tensor) {
    if (!is_scalar(tensor.tensor_shape())) return std::nullopt;
    switch (tensor.dtype()) {
        case dt_float:
            return number_of<float>(tensor, tensor.float_val());
        case dt_double:
            return number_of<double>(tensor, tensor.double_val());
        case dt_int32:
            return number_of<std::int32_t>(tensor, tensor.int_val());
        case dt_int64:
            return number_of<std::int64_t>(tensor, tensor.int64_val());
        default:
            return std::nullopt;
    }
}

std::optional<double> number_of(const events::Summary::Value& value) {
    if (value.has_simple_value()) return static_cast<double>(value.simple_value());
    return value.has_tensor() ? number_of(value.tensor()) : std::nullopt;
}

void keep(const events::Event& event, SeriesSet& set) {
    for (const auto& value : event.summary().value()) {
        const std::optional<double> number = number_of(value);
        if (!number) continue;
        ScalarSeries* series = set.named(value.tag());
        if (series == nullptr) continue;
        series->steps.push_back(static_cast<double>(event.step()));
        series->values.push_back(*number);
        series->wall_times.push_back(event.wall_time());
    }
}

}  // namespace

EventChunk read_events(std::span<const std::uint8_t> bytes, RecordLayout::Chunk chunk) {
    EventChunk result;
    events::Event event;
    for (std::size_t at = chunk.begin; at < chunk.end;) {
        const auto record = bytes.subspan(at, chunk.end - at);
        // A mapped file may have become shorter; lost bytes are zeros.
        if (record.size() < record_head + record_tail ||
            record_length(record) > record.size() - record_head - record_tail)
            break;
        const std::span<const std::uint8_t> data = record_data(record);
        if (!has_right_data(record))
            result.faults.push_back({at, "the checksum of a record's data is wrong"});
        else if (!event.ParseFromArray(data.data(), static_cast<int>(data.size())))
            result.faults.push_back({at, "a record is not an event"});
        else {
            ++result.events;
            keep(event, result.set);
        }
        at += record_head + data.size() + record_tail;
    }
    return result;
}

}  // namespace epochscope
