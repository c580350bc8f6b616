"""A small, strict LRS: xAPI 1.0.3, and 2.0 where it differs little. It refuses what an LRS must refuse, and says why.

Not kept: the data of attachments (statements that refer to them by `fileUrl` are taken).
"""

from scormkit.preview.lrs.document_store import Document, Owner
from scormkit.preview.lrs.lrs import Lrs
from scormkit.preview.lrs.messages import Answer, Client, OpenClient, RefusedError, Request

__all__ = ["Answer", "Client", "Document", "Lrs", "OpenClient", "Owner", "RefusedError", "Request"]
