"""Facts to results: pure, and explaining itself."""
