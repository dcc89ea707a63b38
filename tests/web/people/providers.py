"""Organisations that sign people in: an OpenID provider that listens on this machine, and a SAML one that only writes."""

import json
import zlib
from base64 import b64decode, b64encode, urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from onelogin.saml2.utils import OneLogin_Saml2_Utils


@dataclass
class OpenIdProvider:
    """
    Gives out codes, and for a code who somebody is.

    Attributes:
        says: By code, the claims about whoever got it.
        challenges: By code, what was promised when it was asked for (RFC 7636).
    """

    origin: str = ""
    says: dict[str, dict[str, object]] = field(default_factory=dict)
    challenges: dict[str, str] = field(default_factory=dict)

    def sign_in(self, asked: str, **claims: object) -> str:
        """Somebody signs in there; returns the query with which they are sent back."""
        query = parse_qs(urlsplit(asked).query)
        code = f"code-{len(self.says)}"
        self.says[code], self.challenges[code] = claims, query["code_challenge"][0]
        return f"code={code}&state={query['state'][0]}"

    def answer(self, path: str, body: str, authorization: str) -> dict[str, object] | None:
        if path == "/.well-known/openid-configuration":
            names = ["authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri"]
            return {
                "issuer": self.origin,
                "token_endpoint_auth_methods_supported": ["client_secret_post"],
                **{name: f"{self.origin}/{name}" for name in names},
            }
        if path == "/token_endpoint":
            given = {name: values[0] for name, values in parse_qs(body).items()}
            digest = sha256(given["code_verifier"].encode()).digest()
            proves = urlsafe_b64encode(digest).rstrip(b"=").decode() == self.challenges[given["code"]]
            if given["client_secret"] != "geheim" or not proves:
                return None
            return {"access_token": given["code"], "token_type": "Bearer"}
        if path == "/userinfo_endpoint":
            return self.says[authorization.removeprefix("Bearer ")]
        return None


@contextmanager
def open_id_provider() -> Iterator[OpenIdProvider]:
    """One that listens."""
    provider = OpenIdProvider()

    class Desk(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.say(provider.answer(self.path, "", self.headers.get("Authorization", "")))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self.say(provider.answer(self.path, body, ""))

        def say(self, what: dict[str, object] | None) -> None:
            self.send_response(400 if what is None else 200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(what or {"error": "invalid_grant"}).encode())

        def log_message(self, *what: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Desk)
    provider.origin = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield provider
    server.shutdown()
    thread.join()
    server.server_close()


RESPONSE = """<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"
 ID="_response" Version="2.0" IssueInstant="{now}" Destination="{acs}" InResponseTo="{request}">
 <saml:Issuer>{entity}</saml:Issuer>
 <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>{assertion}</samlp:Response>"""
ASSERTION = """<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_assertion" Version="2.0" IssueInstant="{now}">
 <saml:Issuer>{entity}</saml:Issuer>
 <saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">{person}</saml:NameID>
  <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
   <saml:SubjectConfirmationData NotOnOrAfter="{later}" Recipient="{acs}" InResponseTo="{request}"/>
  </saml:SubjectConfirmation></saml:Subject>
 <saml:Conditions NotBefore="{before}" NotOnOrAfter="{later}">
  <saml:AudienceRestriction><saml:Audience>{audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions>
 <saml:AuthnStatement AuthnInstant="{now}" SessionIndex="_session"><saml:AuthnContext>
  <saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>
 <saml:AttributeStatement>
  <saml:Attribute Name="urn:oid:0.9.2342.19200300.100.1.3"><saml:AttributeValue>{address}</saml:AttributeValue></saml:Attribute>
  <saml:Attribute Name="urn:oid:2.16.840.1.113730.3.1.241"><saml:AttributeValue>{name}</saml:AttributeValue></saml:Attribute>
 </saml:AttributeStatement></saml:Assertion>"""


class SamlProvider:
    """Signs what it says with a key of its own."""

    entity = "https://idp.gemeente.example"

    def __init__(self) -> None:
        self._key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "idp")])
        now = datetime.now(UTC)
        self._certificate = (
            x509.CertificateBuilder(name, name, self._key.public_key(), 1, now, now + timedelta(days=1))
            .sign(self._key, hashes.SHA256())
        )  # fmt: skip

    @property
    def certificate(self) -> str:
        return self._certificate.public_bytes(serialization.Encoding.PEM).decode()

    def sign_in(self, asked: str, *, person: str, name: str, address: str) -> str:
        """Somebody signs in there; returns what they bring along (`SAMLResponse`)."""
        packed = parse_qs(urlsplit(asked).query)["SAMLRequest"][0]
        request = ET.fromstring(zlib.decompress(b64decode(packed), -15))
        now = datetime.now(UTC)
        told = {
            "now": instant(now),
            "before": instant(now - timedelta(minutes=1)),
            "later": instant(now + timedelta(minutes=5)),
            "acs": request.attrib["AssertionConsumerServiceURL"],
            "audience": request.findtext("{urn:oasis:names:tc:SAML:2.0:assertion}Issuer"),
            "request": request.attrib["ID"],
            "entity": self.entity,
            "person": person,
            "name": name,
            "address": address,
        }
        key = self._key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        ).decode()
        signed = OneLogin_Saml2_Utils.add_sign(ASSERTION.format(**told), key, self.certificate)
        assertion = signed.decode() if isinstance(signed, bytes) else str(signed)
        assertion = assertion.partition("?>")[2] if assertion.startswith("<?xml") else assertion
        return b64encode(RESPONSE.format(assertion=assertion, **told).encode()).decode()


def instant(when: datetime) -> str:
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")
