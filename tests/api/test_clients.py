"""What the other tests of the API stand on: who a client is."""

from tests.fixtures.api import Client


def test_each_client_is_its_own_person(client: Client, signed_in: Client, another: Client) -> None:
    assert client.get("/api/users/me").status_code == 401
    assert signed_in.get("/api/users/me").get_json()["email"] == "ana@example.com"
    assert another.get("/api/users/me").get_json()["email"] == "ben@example.com"
    assert signed_in.get(f"/api/users/{another.user_id}").status_code == 403
