"""Settings -> Infra; the only importer of adapters. Each adapter is imported when its URL asks for it."""

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from fitzen import config
from fitzen.config import Settings, SettingsError
from fitzen.infra.barcodes.base import Barcodes
from fitzen.infra.base import Infra
from fitzen.infra.cache.base import Cache
from fitzen.infra.files.base import Files, Served
from fitzen.infra.identity.base import Identity
from fitzen.infra.llm.base import Llm, Size
from fitzen.infra.messages import urls
from fitzen.infra.messages.base import Messages
from fitzen.infra.storage.base import Clock, Store, utc_now
from fitzen.infra.storage.rotation import Rotation
from fitzen.infra.telemetry.base import Telemetry
from fitzen.infra.telemetry.reporting import Reporter
from fitzen.infra.urls import LOOPBACK, is_safe, query_of

if TYPE_CHECKING:
    from fitzen.infra.files.cloudfront import CloudFront
    from fitzen.infra.llm.openai import Model

BUCKET = re.compile(r"[a-z0-9][a-z0-9-]{1,61}[a-z0-9]")
"""Without dots, which the certificate of S3 does not cover."""
REGION = re.compile(r"[a-z]{2,}(-[a-z]+)+-\d")
POOL = re.compile(r"[a-z-]+-\d_[A-Za-z0-9]{1,45}")
CLIENT = re.compile(r"[A-Za-z0-9_+]{1,128}")
REDIS = re.compile(r"rediss?://([^/?#@]*@)?(\[[0-9a-f:]+\]|[\w.-]+)(:\d{1,5})?(/\d*)?")
ELASTICACHE = re.compile(r"(rediss://)([a-z][a-z0-9-]{0,39})@([\w.-]+(?::\d{1,5})?)\?iam=([a-z][a-z0-9-]{0,39})")
"""A user without a password, and the name of the Serverless cache for which a token is signed."""
ANOTHER_MODEL = "My usual model does not answer right now, so another one does.\n\n"
BUILTIN = (
    "I cannot reach my language model right now, so I answer in my simpler way. Logging and all of your figures work as "
    "ever.\n\n"
)


def build(settings: Settings, clock: Clock = utc_now, shared_metrics: Path | None = None) -> Infra:
    """Build every adapter; nothing connects yet. Raises SettingsError on a URL that no adapter takes.

    `shared_metrics` is a folder that the processes of one server share.
    """
    telemetry = _telemetry(settings)
    store = build_store(settings.store_url, "STORE_URL", clock, _rotation(settings, "store_url"))
    same = settings.chat_store_url == settings.store_url
    chat_rotation = _rotation(settings, "chat_store_url")
    chat_store = store if same else build_store(settings.chat_store_url, "CHAT_STORE_URL", clock, chat_rotation)
    if telemetry.traces:
        from fitzen.infra.telemetry.observed import traced

        store = traced(store, telemetry.traces, settings.store_url)
        chat_store = store if same else traced(chat_store, telemetry.traces, settings.chat_store_url)
    replica_rotation = _rotation(settings, "replica_url")
    replica = (
        build_store(settings.replica_url, "REPLICA_URL", clock, replica_rotation) if settings.replica_url else None
    )
    sms, mail, push = urls.sms(settings), urls.mail(settings), urls.push(settings)
    from fitzen.infra.messages.local import Inbox
    from fitzen.nutrition.foods import overlays

    overlays.use(Path(settings.data_dir))
    files, served_files = _files(settings)
    return Infra(
        settings=settings,
        clock=clock,
        store=store,
        chat_store=chat_store,
        replica=replica,
        identity=build_identity(settings, store, sms, mail),
        sms=sms,
        mail=mail,
        push=push,
        topics=urls.topics(settings),
        llm=_observed(_llm(settings), telemetry),
        files=files,
        cache=_cache(settings, chat_store, clock),
        served_files=served_files,
        inbox=None if settings.production else next((box for box in (sms, mail, push) if isinstance(box, Inbox)), None),
        barcodes=_barcodes(settings.barcodes_url),
        telemetry=telemetry,
        reporter=Reporter(telemetry, shared_metrics, settings.metrics_emf_s),
    )


def _telemetry(settings: Settings) -> Telemetry:
    if not settings.otel_exporter_otlp_endpoint:
        return Telemetry(key=settings.pepper)
    try:
        from fitzen.infra.telemetry.otel import Otel
    except ImportError:
        raise SettingsError("OTEL_EXPORTER_OTLP_ENDPOINT needs the extra: install fitzen[telemetry].") from None
    return Telemetry(Otel(settings), settings.pepper)


def _rotation(settings: Settings, name: str) -> Rotation | None:
    """Give the way to fetch anew what a reference to a secret stands for; None where the URL is no reference."""
    if name not in settings.references:
        return None
    return Rotation(lambda stage: config.renewed(settings, name, stage))


def build_store(
    url: str, variable: str = "STORE_URL", clock: Clock = utc_now, rotation: Rotation | None = None
) -> Store:
    scheme = urlsplit(url).scheme.partition("+")[0]
    if scheme in ("sqlite", "postgresql", "postgres"):
        from fitzen.infra.storage.sql import SqlStore

        return SqlStore(url, clock=clock, rotation=rotation)
    if scheme == "dynamodb":
        from fitzen.infra.storage.dynamodb import DynamoStore

        return DynamoStore(url, clock=clock)
    raise SettingsError(f"{variable} must start with sqlite:, postgresql: or dynamodb:.")


def _files(settings: Settings) -> tuple[Files, Served | None]:
    """The files, and the same once more where it is the API that gives them out."""
    if settings.files_url.startswith("file:"):
        from fitzen.infra.files.local import LocalFiles

        folder = Path(settings.files_url.removeprefix("file://").removeprefix("file:"))
        local = LocalFiles(folder, settings.verifies)
        return local, local
    if settings.files_url.startswith("s3:"):
        return _bucket(settings), None
    raise SettingsError("FILES_URL must start with file: or s3://.")


def _bucket(settings: Settings) -> Files:
    parts = urlsplit(settings.files_url)
    asked = query_of(parts.query)
    if not BUCKET.fullmatch(parts.netloc) or parts.path.strip("/") or not asked.keys() <= {"region", "endpoint"}:
        raise SettingsError(
            "FILES_URL takes s3://bucket, with ?region= where it is not AWS_REGION; a bucket's name has 3 to 63 small "
            "letters, figures and hyphens."
        )
    endpoint = asked.get("endpoint")
    if endpoint is not None and not is_safe(endpoint):
        raise SettingsError("FILES_URL: the endpoint is https://host; http:// only on this machine.")
    from fitzen.infra.files.s3 import S3Files

    return S3Files(parts.netloc, asked.get("region") or settings.aws_region, endpoint, _cdn(settings))


def _cdn(settings: Settings) -> "CloudFront | None":
    given = (settings.files_cdn_url, settings.files_cdn_key_id, settings.files_cdn_private_key)
    if not any(given):
        return None
    if not all(given):
        raise SettingsError("Set all of FILES_CDN_URL, FILES_CDN_KEY_ID and FILES_CDN_PRIVATE_KEY, or none of them.")
    parts = urlsplit(settings.files_cdn_url)
    if parts.scheme != "https" or not parts.netloc or parts.path.strip("/") or parts.query:
        raise SettingsError("FILES_CDN_URL must be https://host of the distribution.")
    if not settings.files_cdn_key_id.isalnum():
        raise SettingsError("FILES_CDN_KEY_ID must be the id of a public key of CloudFront, such as K2JCJMDEHXQW5F.")
    from fitzen.infra.files.cloudfront import CloudFront

    try:
        return CloudFront(*given)
    except ValueError as error:
        raise SettingsError(f"FILES_CDN_PRIVATE_KEY must be {error}.") from None


def _cache(settings: Settings, store: Store, clock: Clock) -> Cache:
    if settings.requests_a_minute < 0:
        raise SettingsError("REQUESTS_A_MINUTE must be 0 (no limit) or more.")
    if not settings.cache_url:
        from fitzen.infra.cache.stored import StoredCache

        return StoredCache(store, clock)
    if settings.cache_url == "memory:":
        from fitzen.infra.cache.memory import MemoryCache

        return MemoryCache()
    signed = ELASTICACHE.fullmatch(settings.cache_url)
    if not signed and not REDIS.fullmatch(settings.cache_url):
        raise SettingsError(
            "CACHE_URL must be memory:, redis://host:6379/0 or, with TLS, rediss://user:password@host:6379 or, of "
            "ElastiCache Serverless, rediss://user@host:6379?iam=cache."
        )
    from fitzen.infra.cache.redis import RedisCache

    if not signed:
        return RedisCache(settings.cache_url)
    from fitzen.infra.cache.elasticache import signing_in

    scheme, user, host, name = signed.groups()
    return RedisCache(scheme + host, sign_in=signing_in(user, name, settings.aws_region))


def build_identity(settings: Settings, store: Store, sms: Messages, mail: Messages) -> Identity:
    if settings.identity_url == "local:":
        from fitzen.infra.identity.local import LocalIdentity

        return LocalIdentity(store, {"phone": sms, "email": mail}, settings.pepper)
    return _pool(settings, store)


def _pool(settings: Settings, store: Store) -> Identity:
    parts = urlsplit(settings.identity_url)
    asked = query_of(parts.query)
    region, pool_id, client = parts.netloc, parts.path.removeprefix("/"), asked.get("client", "")
    right = REGION.fullmatch(region) and POOL.fullmatch(pool_id) and CLIENT.fullmatch(client)
    if parts.scheme != "cognito" or not right or not asked.keys() <= {"client", "endpoint"}:
        raise SettingsError(
            "IDENTITY_URL takes local: or cognito://region/pool-id?client=client-id, such as "
            "cognito://eu-central-1/eu-central-1_aBcDeFgHi?client=3a1b2c3d4e5f6g7h8i9j0k1l2m."
        )
    if not pool_id.startswith(f"{region}_"):
        raise SettingsError(f"IDENTITY_URL: the pool {pool_id} is not in {region}.")
    endpoint = asked.get("endpoint")
    if endpoint is not None and not is_safe(endpoint):
        raise SettingsError("IDENTITY_URL: the endpoint is https://host; http:// only on this machine.")
    from fitzen.infra.identity.cognito import CognitoIdentity
    from fitzen.infra.identity.cognito_pool import Pool

    secret = settings.cognito_client_secret
    return CognitoIdentity(store, Pool(region, pool_id, client, secret, endpoint), settings.pepper)


def _llm(settings: Settings) -> Llm:
    """The models of LLM_URL and LLM_FALLBACK_URL, in their order; the built-in coach is always the last."""
    from fitzen.coach.builtin import BuiltinCoach

    urls = [url.strip() for url in f"{settings.llm_url},{settings.llm_fallback_url}".split(",")]
    models = [_model(url, settings) for url in urls if url not in ("", "builtin:")]
    if not models:
        return BuiltinCoach()
    from fitzen.infra.llm.resilient import Link, Resilient

    return Resilient([*(Link(model, ANOTHER_MODEL) for model in models), Link(BuiltinCoach(), BUILTIN, reads=False)])


def _observed(llm: Llm, telemetry: Telemetry) -> Llm:
    """Let each model of a chain tell of its calls; the built-in coach asks nobody and costs nothing."""
    for link in getattr(llm, "links", ()):
        if link.llm.name != "builtin":
            from fitzen.infra.telemetry.observed import ObservedLlm

            link.llm = ObservedLlm(link.llm, telemetry)
    return llm


def _model(url: str, settings: Settings) -> Llm:
    parts = urlsplit(url)
    asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    if parts.scheme == "bedrock":
        from fitzen.infra.llm.bedrock import Bedrock

        large = unquote(parts.path.removeprefix("/")) or settings.bedrock_model_id
        small = asked.get("small") or settings.bedrock_small_model_id
        return Bedrock(parts.netloc or settings.aws_region, large, small, asked.get("endpoint"))
    if parts.scheme == "openai" and parts.hostname and asked.get("model"):
        return _openai(parts, asked, settings.openai_api_key)
    raise SettingsError(
        "LLM_URL and LLM_FALLBACK_URL take builtin:, bedrock://region/model-id?small=model-id and "
        "openai://host/v1?model=name&small=name, several with commas."
    )


def _openai(parts: SplitResult, asked: dict[str, str], key: str) -> Llm:
    """A server on this machine is spoken to in plain HTTP, any other never."""
    from fitzen.infra.llm.openai import OpenAi

    large = _priced(asked["model"], asked.get("price", ""))
    small = _priced(asked["small"], asked.get("small_price", "")) if "small" in asked else large
    scheme = "http" if parts.hostname in LOOPBACK else "https"
    sizes: dict[Size, Model] = {"large": large, "small": small}
    return OpenAi(f"{scheme}://{parts.netloc.rpartition('@')[2]}{parts.path or '/v1'}", sizes, key)


def _priced(name: str, price: str) -> "Model":
    """`price=2:10:0.2` is in US dollars a million tokens: read, written, and read from the cache."""
    from fitzen.infra.llm.openai import Model
    from fitzen.infra.llm.prices import Price

    try:
        figures = [float(each) for each in price.split(":")] if price else [0.0, 0.0]
        return Model(id=name, price=Price(*figures))
    except (TypeError, ValueError):
        raise SettingsError("LLM_URL: price and small_price are figures with colons, such as 2:10:0.2.") from None


def _barcodes(url: str) -> Barcodes | None:
    """`off://world.openfoodfacts.org?contact=…`, or the https URL of a server like it; nothing asked when empty."""
    if not url:
        return None
    parts = urlsplit(url)
    local = parts.scheme == "http" and parts.hostname in LOOPBACK
    if not parts.netloc or (parts.scheme not in ("off", "https") and not local):
        raise SettingsError("BARCODES_URL must start with off:// or https://.")
    from fitzen.infra.barcodes.openfoodfacts import OpenFoodFacts

    scheme = "https" if parts.scheme == "off" else parts.scheme
    contact = parse_qs(parts.query).get("contact", [""])[0]
    return OpenFoodFacts(f"{scheme}://{parts.netloc}{parts.path}", contact)
