namespace epochscope {}
