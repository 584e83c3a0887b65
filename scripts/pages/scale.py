"""Makes a scenario of 24 hours with more than 2,000 teams out of a made-up city, for the size and speed of pages."""

import pathlib
import re
import subprocess


def make(drill, folder, teams=2600, crossings=6000):
    """Writes the scenario into a folder and returns its path.

    Three teams in five are fire squadrons, the others ambulances, at the city's stations and hospitals;
    a charge of twenty tonnes calls all of them, so that more than 2,000 are on the road at a time.
    """
    folder = pathlib.Path(folder)
    subprocess.run(
        [drill, "map", "generate", "--crossings", str(crossings), "--seed", "1", "--out", str(folder)],
        check=True, stdout=subprocess.DEVNULL,
    )
    path = folder / "scenario.jsonc"
    text = path.read_text(encoding="utf-8")
    for kind, share in [("squadron", 0.6), ("ambulance", 0.4)]:
        groups = len(re.findall(rf'"type": "{kind}",', text))
        each = -(-int(teams * share) // groups)
        text = re.sub(rf'("type": "{kind}",\s*"count": )\d+', rf"\g<1>{each}", text)
    text = text.replace('"trinitrotolueneKilograms": 150', '"trinitrotolueneKilograms": 20000')
    path.write_text(text, encoding="utf-8")
    plan = folder / "plans/baseline.jsonc"
    text = plan.read_text(encoding="utf-8")
    text = text.replace('"count": 8,', f'"count": {teams},').replace('"count": 12,', f'"count": {teams},')
    text = text.replace('"teams": 12', '"teams": 800').replace('"teams": 2\n', '"teams": 400\n')
    plan.write_text(text, encoding="utf-8")
    return folder
