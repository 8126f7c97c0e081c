"""A saywho process that stays: documents go in as lines, what was found in them comes out as lines."""

import json
import subprocess
import threading


class SaywhoEnded(RuntimeError):
    """The process ended, or answered something else than it was asked."""


class Reader:
    """Keeps one `saywho extract --format ndjson` running.

    It starts with the first document, and ends with `close`, or when whoever holds it ends: its standard input is closed then.
    """

    def __init__(self, command):
        self.command = command
        self._process = None

    def read(self, documents):
        """The answers to a list of documents ({"id", "text"} or {"id", "html"}), in their order.

        A document that can not be read is answered with {"id", "line", "error"}. Where the process ends before it answered all, no
        answer counts: SaywhoEnded is raised, and the next call starts another process.
        """
        try:
            return self._read(documents)
        except BaseException:
            # Answers to these documents may still be under way: nobody may take them for others'.
            self.close()
            raise

    def _read(self, documents):
        process = self._process
        if process is None:
            process = self._process = subprocess.Popen(
                self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )

        def write():
            try:
                for document in documents:
                    # All in ASCII: half a character, as broken texts have them, is no UTF-8.
                    process.stdin.write(json.dumps(document).encode("ascii") + b"\n")
                process.stdin.flush()
            except (BrokenPipeError, ValueError):
                pass  # Told below, by the answers that are missing.

        # Both pipes are small: whoever writes all before reading may wait for a process that waits for them.
        writer = threading.Thread(target=write, daemon=True)
        writer.start()
        answers = []
        for document in documents:
            line = process.stdout.readline()
            if not line.endswith(b"\n"):
                raise SaywhoEnded(
                    f"{self.command[0]} ended with {process.wait()} before it answered to {document['id']!r}"
                )
            answer = json.loads(line)
            if answer["id"] not in (document["id"], None):
                raise SaywhoEnded(f"asked for {document['id']!r}, answered to {answer['id']!r}")
            answers.append({**answer, "id": document["id"]})
        writer.join()
        return answers

    def close(self):
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            process.stdout.close()
            try:
                process.stdin.close()
            except BrokenPipeError:
                pass


_kept = None


def keep_reader(command):
    """The reader of this Python process. Spark gives such a process one partition after another; saywho starts once for them all."""
    global _kept
    if _kept is None or _kept.command != command:
        _kept = Reader(command)
    return _kept
