"""Digests without OpenSSL, which takes longer to load than all digests of a run to make."""

try:
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

try:
    from _sha2 import sha256  # type: ignore[import-not-found]  # from Python 3.12 on
except ImportError:
    try:
        from _sha256 import sha256  # type: ignore[import-not-found]  # before
    except ImportError:
        from hashlib import sha256


def content_digest(content: bytes) -> str:
    """32 hex digits that tell contents apart, quickly."""
    return str(blake2b(content, digest_size=16).hexdigest())


def hex_digest(content: bytes) -> str:
    """The digest of `content`: 64 hex digits."""
    return str(sha256(content).hexdigest())
