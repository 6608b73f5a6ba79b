/**
 * Takes places; moves them apart until no two overlap, as little as need be.
 *
 * A node takes a box: its circle, and room for some of its label, which is wider than high. In each round every pair
 * of overlapping boxes is pushed apart along the axis where less is missing. A grid finds the pairs. Pairs are taken in
 * the order of the places, so that the outcome is fixed; coinciding nodes part by their order.
 */
import type { Place } from "./layout.ts";

const LABEL_ROOM = 14;
const MARGIN = 5;
const ROUNDS = 300;

const halfWidth = (place: Place) => place.size + MARGIN + LABEL_ROOM;
const halfHeight = (place: Place) => place.size + MARGIN;

function cells(places: readonly Place[], cell: number): Map<string, number[]> {
  const grid = new Map<string, number[]>();
  places.forEach((place, i) => {
    const key = `${Math.floor(place.x / cell)},${Math.floor(place.y / cell)}`;
    const members = grid.get(key);
    if (members) members.push(i);
    else grid.set(key, [i]);
  });
  return grid;
}

/** Pushes two places apart if their boxes overlap; whether they did. */
function part(a: Place, b: Place): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const missingX = halfWidth(a) + halfWidth(b) - Math.abs(dx);
  const missingY = halfHeight(a) + halfHeight(b) - Math.abs(dy);
  if (missingX <= 0.01 || missingY <= 0.01) return false;
  if (missingX < missingY) {
    const push = ((dx < 0 ? -1 : 1) * (missingX + 0.01)) / 2;
    a.x -= push;
    b.x += push;
  } else {
    const push = ((dy < 0 ? -1 : 1) * (missingY + 0.01)) / 2;
    a.y -= push;
    b.y += push;
  }
  return true;
}

/** Moves the places apart in place; stops when none overlap, or after enough rounds. */
export function separate(places: Place[]): void {
  const cell = 2 * Math.max(1, ...places.map(halfWidth));
  for (let round = 0; round < ROUNDS; round++) {
    const grid = cells(places, cell);
    let moved = false;
    places.forEach((place, i) => {
      const [column, row] = [Math.floor(place.x / cell), Math.floor(place.y / cell)];
      for (let x = column - 1; x <= column + 1; x++) {
        for (let y = row - 1; y <= row + 1; y++) {
          for (const j of grid.get(`${x},${y}`) ?? []) {
            const other = places[j];
            if (j > i && other && part(place, other)) moved = true;
          }
        }
      }
    });
    if (!moved) return;
  }
}
