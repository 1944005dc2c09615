"""Everything needed to train the reader's weights again."""
