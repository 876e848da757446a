"""Lets the gate ask a connector for subjects: answers lines of JSON on standard input, one after the other
(docs/driver-protocol.md). Python 3.9 or newer, no packages."""
import json
import sys


def answer_questions(name, establish):
    """`establish` takes a subject and a channel and gives their conversation identifier, or raises."""
    # Standard output belongs to the protocol.
    output, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        print(json.dumps(answer_to(json.loads(line), name, establish)), file=output, flush=True)


def answer_to(question, name, establish):
    seq = question["seq"]
    if "start" in question:
        return {"seq": seq, "protocol": 1, "name": name, "version": "1.0.0", "operations": ["establish-conversation"]}
    asked = question["do"]
    if asked["operation"] != "establish-conversation":
        return {"seq": seq, "unsupported": True}
    subject, channel = asked["input"]["subject"], asked["input"]["channelAddressIdentifier"]
    try:
        return {"seq": seq, "done": True, "seen": establish(subject, channel)}
    except Exception as error:  # whatever it is: the next question is answered all the same
        return {"seq": seq, "broken": str(error)}
