import { type DemoPiece, ENGLISH } from '../demo-piece'

export const aTideGauge: DemoPiece = {
  ...ENGLISH,
  key: 'gauge',
  by: 'jonah',
  state: 'changed',
  daysAgo: 90,
  kicker: 'Workshop',
  title: 'A tide gauge for the price of a pair of boots',
  dek: 'A pressure sensor in a length of drainpipe, thirty lines of Python, and what the waves taught us about medians.',
  tags: 'Tides, Measuring, Workshop',
  series: 'Measuring the Merrow',
  text: `The harbour office has a proper gauge. It lives in a locked hut and speaks to a satellite, and last winter it fell silent for nine days. So a few of us built a second one. It has been running under the Saltby slipway since January, and it cost about as much as a pair of boots.

## The idea

Water is heavy. A sensor lying on the bottom feels the water above it *and* the air above that, so we use two: one below, one in the shed. Subtract, divide by the weight of the water, and you have the depth.

~~~text
depth = (pressure_below - pressure_air) / (density * gravity)
~~~

For our half-salt water we use a density of 1,015 kg/m³. If you take 1,000 you will be wrong by 1.5 per cent, which at spring tides is your whole boot.

## The waves

A boat goes by and the reading jumps by forty centimetres. The obvious cure is to take the average of a minute. We did, for two weeks, and every passing barge left a bump, because an average believes everybody a little.

A **median** asks what most of the readings say and ignores the shouting:

~~~python
from collections import deque
from statistics import median

GRAVITY = 9.81
DENSITY = 1015.0


class Gauge:
    """Depth in metres from two pressures in pascals, calmed over the last minute."""

    def __init__(self, samples: int = 60) -> None:
        self._recent: deque[float] = deque(maxlen=samples)

    def read(self, below: float, air: float) -> float | None:
        depth = (below - air) / (DENSITY * GRAVITY)
        if not 0.0 <= depth <= 12.0:  # a loose wire, or a whale
            return None
        self._recent.append(depth)
        return round(median(self._recent), 3)
~~~

That is nearly all of it. The rest writes one line a minute to a file:

~~~csv
2900-01-14T06:06:00Z,3.482
2900-01-14T06:07:00Z,3.497
2900-01-14T06:08:00Z,3.511
~~~

(The year is not a misprint. The clock had no battery. It does now.)

## Three things we got wrong

1. **We trusted the air.** The first version had one sensor and a constant for the air. A deep low then looked exactly like a high tide. It *also* brings a high tide, so for a while we were twice as frightened as we needed to be.
2. **We glued it.** Barnacles don’t care how clever the housing is. Make it so that you can unscrew it with cold hands.
3. **We sent the raw numbers.** People looked at the graph and rang us up about whales. Now we send the calm ones and keep the raw ones in a drawer.

## Is it any good?

When the official gauge came back we laid the two curves on each other. Over thirty days they differ by 1.9 cm at the median, by 6 cm at the worst, and that was the day somebody moored on top of ours.

The parts list, with drawings of the pipe, hangs in the boatyard office. Take a picture of it. Please don’t take *it*.
`,
  laterText: `
## Added since

A reader asked what happens when the pipe freezes. We now know, and we’re writing it up.
`,
}
