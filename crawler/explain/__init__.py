"""How a page was read, for those who ask: which rule took or dropped each block, where each fact was found."""
