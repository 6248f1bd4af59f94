# Grounding: transcribed — throw_log.py
THROWS = 40


def write(distance):
    print(distance)
