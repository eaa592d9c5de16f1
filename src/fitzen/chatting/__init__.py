"""`fitzen chat`: the conversation with the coach in a terminal. It knows nothing of the server but its HTTP API."""
