"""What a straightforward script does with a file of TensorBoard's events, by Python's protobuf; times itself.

    curves_peer.py FILE PROTO     PROTO: the description of the events, which protoc translates first (not timed)
Prints one JSON object. Checksums of records are not looked at, which takes Python longer than all the rest.
"""
import json
import os
import struct
import subprocess
import sys
import tempfile
import time

with tempfile.TemporaryDirectory() as folder:
    proto = os.path.abspath(sys.argv[2])
    subprocess.run(["protoc", f"--proto_path={os.path.dirname(proto)}", f"--python_out={folder}", proto], check=True)
    sys.path.insert(0, folder)
    import event_pb2
    from google.protobuf.internal import api_implementation

start = time.perf_counter()
series = {}
with open(sys.argv[1], "rb") as file:
    while head := file.read(12):
        (length,) = struct.unpack("<Q", head[:8])
        event = event_pb2.Event.FromString(file.read(length))
        file.read(4)
        for value in event.summary.value:
            if value.WhichOneof("value") == "simple_value":
                points = series.setdefault(value.tag, [])
                points.append((event.step, event.wall_time, value.simple_value))
checksum = sum(point[2] for points in series.values() for point in points)
print(json.dumps({
    "seconds": time.perf_counter() - start,
    "implementation": api_implementation.Type(),
    "points": sum(map(len, series.values())),
    "checksum": checksum,
}))
