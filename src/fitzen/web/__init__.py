"""What every route shares: who asks, what they sent, how answers and errors look."""
