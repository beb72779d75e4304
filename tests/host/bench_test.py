"""Promises on speed, kept small: one short and one long document (tests/bench/bench.py has the whole table)."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "bench"))
import bench  # noqa: E402

# What a snapshot may cost at most, as a multiple of fetching the same and keeping nothing.
MOST_TO_BARE = 1.5
# Time per paragraph of the long document against the short one: more than this is not linear.
MOST_GROWTH = 2.0


class Speed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rows = bench.run([20, 200], repeat=5)

    def test_keeping_costs_little_more_than_fetching(self):
        for row in self.rows:
            self.assertLess(row["snapshot_to_bare"], MOST_TO_BARE, row)

    def test_time_grows_with_the_length_only(self):
        short, long = (row["microseconds_per_paragraph"] for row in self.rows)
        self.assertLess(long / short, MOST_GROWTH)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + (sys.argv[1:] or ["-v"]))
