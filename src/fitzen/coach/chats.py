"""What a conversation is kept as, for whoever lists, exports or counts it; having one takes far more (conversation.py)."""

from datetime import timedelta

CHAT, MESSAGE, ACTION = "chat", "message", "action"
KEPT = timedelta(days=90)
AFTER = timedelta(milliseconds=1)
"""What is said later in a chat is listed later, whatever the clocks of the servers say."""
MAX_TITLE = 60
