"""Starts nginx on a port that the system chooses, with a configuration in which {port}, {data} and {folder} are filled in.

nginx takes a socket that is open already, as it does when it is upgraded while it runs: so nobody can take the port in
between.
"""
import os
import socket
import sys
from pathlib import Path

data = os.environ["DATA_DIR"]
listener = socket.create_server(("127.0.0.1", 0))
listener.set_inheritable(True)
port = listener.getsockname()[1]

configuration = Path(data, "nginx.conf")
template = Path(sys.argv[1]).read_text()
configuration.write_text(template.replace("{port}", str(port)).replace("{data}", data).replace("{folder}", os.getcwd()))

print(f"listening on {port}", flush=True)
os.environ["NGINX"] = f"{listener.fileno()};"
os.execv("/usr/sbin/nginx", ["nginx", "-e", "stderr", "-c", str(configuration)])
