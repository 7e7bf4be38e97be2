"""What a screen shows and does, without Qt: lists, counts, progress, the walk from step to step."""
