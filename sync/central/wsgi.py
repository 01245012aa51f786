"""The centre as a WSGI application, for ``central serve`` or any server that speaks WSGI."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sync.central.settings")
application = get_wsgi_application()
