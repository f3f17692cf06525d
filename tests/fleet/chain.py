"""A chain of certificates as a publisher's server has it, so that a look costs as many bytes as it would out there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256, SHA384
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

LONG = timedelta(days=90)
_LOGGED = x509.UnrecognizedExtension(ObjectIdentifier("1.3.6.1.4.1.11129.2.4.2"), b"\x04\x81\xf2" + bytes(242))
"""As long as the two receipts of certificate logs (RFC 6962) that every public certificate carries."""
Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@dataclass(frozen=True)
class Chain:
    """Files of a server: the certificate and the one that signed it, its key; and the root, which kiosks trust."""

    served: Path
    key: Path
    root: Path
    length: int
    """Bytes of what is served, as they travel."""


def make_chain(folder: Path, bits: int = 4096) -> Chain:
    """Make a root (RSA, of so many bits), one below it (P-384) and a server's certificate for 127.0.0.1 (P-256)."""
    root_key, middle_key = rsa.generate_private_key(65537, bits), ec.generate_private_key(ec.SECP384R1())
    key = ec.generate_private_key(ec.SECP256R1())
    root, middle = _name("Fleet Test Root"), _name("Fleet Test Middle")
    top = _authority(root, root, root_key, root_key)
    between = _authority(middle, root, middle_key, root_key)
    leaf = _leaf(_name("127.0.0.1"), middle, key, middle_key)
    chain = Chain(folder / "chain.pem", folder / "key.pem", folder / "root.pem", _length(leaf) + _length(between))
    chain.served.write_bytes(leaf.public_bytes(Encoding.PEM) + between.public_bytes(Encoding.PEM))
    chain.key.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    chain.root.write_bytes(top.public_bytes(Encoding.PEM))
    return chain


def _authority(name: x509.Name, issuer: x509.Name, key: Key, signer: Key) -> x509.Certificate:
    usage = x509.KeyUsage(True, False, False, False, False, True, True, False, False)
    builder = _begun(name, issuer, key, signer).add_extension(x509.BasicConstraints(True, None), critical=True)
    return builder.add_extension(usage, critical=True).sign(signer, SHA384())


def _leaf(name: x509.Name, issuer: x509.Name, key: Key, signer: Key) -> x509.Certificate:
    names = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
    builder = _begun(name, issuer, key, signer).add_extension(names, critical=False)
    builder = builder.add_extension(x509.BasicConstraints(False, None), critical=True)
    return builder.add_extension(usage, critical=False).add_extension(_LOGGED, critical=False).sign(signer, SHA256())


def _begun(name: x509.Name, issuer: x509.Name, key: Key, signer: Key) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder(issuer, name, key.public_key(), x509.random_serial_number())
    builder = builder.not_valid_before(now - LONG).not_valid_after(now + LONG)
    builder = builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    above = x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key())
    return builder.add_extension(above, critical=False)


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _length(certificate: x509.Certificate) -> int:
    return len(certificate.public_bytes(Encoding.DER))
