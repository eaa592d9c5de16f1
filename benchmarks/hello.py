"""The unit of every figure here: a bare Flask route on the same server."""

from flask import Flask

app = Flask("hello")


@app.get("/")
def hello() -> dict[str, bool]:
    return {"ok": True}
