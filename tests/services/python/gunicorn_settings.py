"""How gunicorn serves the service written with Django."""

bind = "127.0.0.1:0"
workers = 2
threads = 4
loglevel = "error"
preload_app = True


def on_starting(_server):
    from django_service import create_table

    create_table()


def when_ready(server):
    print(f"listening on {server.LISTENERS[0].sock.getsockname()[1]}", flush=True)
