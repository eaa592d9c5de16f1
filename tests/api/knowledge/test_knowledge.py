"""An app shows the article behind a source, and searches them."""

from tests.fixtures.api import Client

from fitzen.coach.knowledge.library import articles


def test_an_article_is_shown_with_its_sources(signed_in: Client) -> None:
    answer = signed_in.get("/api/knowledge/creatine")
    assert answer.status_code == 200
    body = answer.get_json()
    assert body["slug"] == "creatine"
    assert body["title"] == "Creatine"
    assert body["topics"] == ["supplements", "health"]
    assert body["text"] == articles()["creatine"].text
    assert [each["number"] for each in body["sources"]] == list(range(1, len(body["sources"]) + 1))
    first = body["sources"][0]
    assert first["authors"] == "Kreider RB et al."
    assert first["url"] == f"https://doi.org/{first['doi']}"


def test_a_document_without_a_doi_has_no_address(signed_in: Client) -> None:
    sources = signed_in.get("/api/knowledge/sodium").get_json()["sources"]
    guideline = next(each for each in sources if each["authors"] == "World Health Organization")
    assert guideline["doi"] is None
    assert guideline["url"] is None
    assert guideline["published_in"].startswith("WHO guideline")


def test_an_article_that_did_not_change_is_not_sent_again(signed_in: Client) -> None:
    etag = signed_in.get("/api/knowledge/creatine").headers["ETag"]
    assert signed_in.get("/api/knowledge/creatine", headers={"If-None-Match": etag}).status_code == 304


def test_no_file_but_an_article_is_served(signed_in: Client) -> None:
    for slug in ("no-such-article", "library.py", "..%2Flibrary", "creatine.md", "CREATINE"):
        assert signed_in.get(f"/api/knowledge/{slug}").status_code == 404


def test_a_search_gives_the_best_passages_first(signed_in: Client) -> None:
    body = signed_in.get("/api/knowledge", query_string={"q": "how much protien a day?", "limit": 2}).get_json()
    assert len(body["items"]) == 2
    best = body["items"][0]
    assert best["slug"] == "protein-amount"
    assert best["text"] in articles()["protein-amount"].text
    assert all(f"[{each['number']}]" in best["text"] for each in best["sources"])


def test_what_is_no_subject_finds_nothing(signed_in: Client) -> None:
    body = signed_in.get("/api/knowledge", query_string={"q": "who painted the mona lisa"}).get_json()
    assert body == {"items": [], "next_cursor": None}


def test_a_search_for_nothing_is_refused(signed_in: Client) -> None:
    for query in ({}, {"q": ""}, {"q": "a" * 301}, {"q": "protein", "limit": 11}):
        answer = signed_in.get("/api/knowledge", query_string=query)
        assert answer.status_code == 422
        assert answer.get_json()["errors"]


def test_only_those_who_are_signed_in_read(client: Client) -> None:
    assert client.get("/api/knowledge/creatine").status_code == 401
    assert client.get("/api/knowledge?q=protein").status_code == 401


def test_all_articles_are_listed_by_title(signed_in: Client) -> None:
    items = signed_in.get("/api/knowledge/articles").get_json()["items"]
    assert {each["slug"] for each in items} == set(articles())
    assert items == sorted(items, key=lambda each: each["title"].casefold())
    assert next(each for each in items if each["slug"] == "creatine")["topics"] == ["supplements", "health"]
