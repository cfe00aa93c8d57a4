// Frames drawn by gl beside raster; needs a display with OpenGL.
int main() {}
