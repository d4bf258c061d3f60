"""Runs notebooks through the Deno kernel, without a window. Reads a job from stdin, writes one JSON line per notebook.

A job: {"limit": seconds, "notebooks": [{"path", "out", "notebook", "marked": {cell id: source that says its line}}]}.
A line: {"path", "seconds"} or {"path", "cell", "line", "kind", "message"}.
"""

import asyncio
import json
import os
import sys
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

# The kernel often says that it is idle before it sends the result: what comes within this time still counts.
DRAIN_SECONDS = 0.15


class Drained(NotebookClient):
    async def async_execute_cell(self, cell, cell_index, *args, **kwargs):
        self.cell_index = cell_index
        source = cell.source
        cell.source = self.marked.get(cell.id, source)
        try:
            return await super().async_execute_cell(cell, cell_index, *args, **kwargs)
        finally:
            cell.source = source
            if cell.cell_type == "code":
                await self.drain(cell, cell_index)

    async def drain(self, cell, cell_index):
        end = time.monotonic() + DRAIN_SECONDS
        while time.monotonic() < end:
            try:
                message = await asyncio.wait_for(self.kc.iopub_channel.get_msg(timeout=None), 0.05)
            except asyncio.TimeoutError:
                continue
            if message["msg_type"] != "status":
                self.process_message(message, cell, cell_index)

    async def line(self):
        """The line of the statement that was running; the kernel's own lines are those of the code it made."""
        probe = nbformat.v4.new_code_cell("globalThis.$line")
        self.nb.cells.append(probe)
        try:
            await self.async_execute_cell(probe, len(self.nb.cells) - 1)
        finally:
            self.nb.cells.pop()
        texts = [output.get("data", {}).get("text/plain") for output in probe.outputs]
        return int(next((text for text in texts if text and text.isdigit()), "1"))

    async def run(self):
        async with self.async_setup_kernel(cwd=self.folder):
            for index, cell in enumerate(self.nb.cells):
                try:
                    await self.async_execute_cell(cell, index, execution_count=None)
                except CellTimeoutError:
                    return {"cell": index + 1, "line": 1, "kind": "timeout", "message": ""}
                except DeadKernelError:
                    return {"cell": index + 1, "line": 1, "kind": "dead", "message": ""}
                except CellExecutionError as error:
                    return {
                        "cell": index + 1,
                        "line": await self.line(),
                        "kind": "error",
                        "message": error.evalue,
                    }
        return None


def main():
    job = json.load(sys.stdin)
    for one in job["notebooks"]:
        start = time.monotonic()
        notebook = nbformat.reads(one["notebook"], as_version=4)
        client = Drained(notebook, kernel_name="carnets", timeout=job["limit"], allow_errors=False)
        client.marked = one["marked"]
        client.folder = os.path.dirname(os.path.abspath(one["path"]))
        fault = asyncio.run(client.run())
        nbformat.write(notebook, one["out"])
        told = fault or {"seconds": time.monotonic() - start}
        print(json.dumps({"path": one["path"], **told}), flush=True)


if __name__ == "__main__":
    main()
