# Grounding: reconstructed — Algorithm 1
"""One throw (Algorithm 1): launch rail, nose clip, leading edge."""


def glide(sheet: dict, place: float) -> float:
    """Clip and throw, as in Algorithm 1."""
    sheet["clip"] = place
    return throw(sheet)


def throw(sheet: dict) -> float:
    """Section 3 names the throw and prints no procedure."""
    raise NotImplementedError("Not specified in paper")
