"""Imports every module of the generated client and builds a request with it, as somebody who writes Python would."""

import importlib
import json
import pkgutil
import sys

_, name, document = sys.argv
package = importlib.import_module(name)
modules = [found for _, found, _ in pkgutil.walk_packages(package.__path__, f"{name}.")]
for found in modules:
    importlib.import_module(found)

with open(document, encoding="utf-8") as file:
    paths = json.load(file)["paths"]
operations = sum(method in ("get", "post", "put", "patch", "delete") for path in paths.values() for method in path)
endpoints = [found for found in modules if found.count(".") == 3 and ".api." in found]
# The generator leaves out what takes or gives something else than JSON: files of people, CSV, streams.
assert len(endpoints) > 0.9 * operations, f"only {len(endpoints)} of {operations} endpoints were generated"
bookings = importlib.import_module(f"{name}.api.bookings.bookings_list")
wanted = bookings._get_kwargs(limit=5)
assert (wanted["method"], wanted["url"], wanted["params"]["limit"]) == ("get", "/v1/bookings", 5), wanted
print(f"Python: {len(endpoints)} of {operations} endpoints can be called")
