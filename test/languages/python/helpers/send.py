import hashlib


def send(text):
    """Prints a hash of what a program would send to the provider."""
    if not text:
        raise ValueError("nothing to send")
    if isinstance(text, str):
        text = text.encode()
    print(hashlib.sha256(text).hexdigest())
