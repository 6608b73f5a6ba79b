/**
 * Takes places; moves them apart until no two overlap, as little as need be.
 *
 * A node takes a box: its circle, and room for some of its label, which is wider than high. In each round every pair
 * of overlapping boxes is pushed apart along the axis where less is missing; a grid finds the pairs. A crowd that does
 * not come apart in a number of rounds is first spread a little, which keeps its shape. Pairs are taken in the order of
 * the places, so that the outcome is fixed; coinciding nodes part by their order.
 */
import type { Place } from "./layout.ts";

const MARGIN = 7;
const ROUNDS = 40;
const SPREADS = 30;
const SPREAD = 1.15;
/** After so many rounds, more overlaps for each place than this are a crowd that pushing alone will not part. */
const [PATIENCE, CROWD] = [4, 0.5];
/** What is less than this apart or over is taken for touching. */
const TOUCH = 0.01;

const halfWidth = (place: Place) => place.size + MARGIN + place.room;
const halfHeight = (place: Place) => place.size + MARGIN;

/** Indices of places by the cell they are in, cells being numbered row by row. */
class Grid {
  readonly #cell: number;
  readonly #left: number;
  readonly #bottom: number;
  readonly #columns: number;
  readonly #members = new Map<number, number[]>();

  constructor(places: readonly Place[], cell: number) {
    this.#cell = cell;
    const range = { left: Infinity, right: -Infinity, bottom: Infinity };
    for (const { x, y } of places) {
      range.left = Math.min(range.left, x);
      range.right = Math.max(range.right, x);
      range.bottom = Math.min(range.bottom, y);
    }
    this.#left = range.left - cell;
    this.#bottom = range.bottom - cell;
    this.#columns = Math.ceil((range.right - this.#left) / cell) + 2;
    places.forEach((place, i) => {
      const at = this.#number(place);
      const members = this.#members.get(at);
      if (members) members.push(i);
      else this.#members.set(at, [i]);
    });
  }

  #number({ x, y }: Place): number {
    return Math.floor((y - this.#bottom) / this.#cell) * this.#columns + Math.floor((x - this.#left) / this.#cell);
  }

  /** Calls `visit` with each place of the cells around one, as they were when the grid was made. */
  around(place: Place, visit: (index: number) => void): void {
    const middle = this.#number(place);
    for (let row = -1; row <= 1; row++) {
      for (let column = -1; column <= 1; column++) {
        for (const index of this.#members.get(middle + row * this.#columns + column) ?? []) visit(index);
      }
    }
  }
}

/** Pushes two places apart if their boxes overlap; whether they did. */
function part(a: Place, b: Place): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const missingX = halfWidth(a) + halfWidth(b) - Math.abs(dx);
  const missingY = halfHeight(a) + halfHeight(b) - Math.abs(dy);
  if (missingX <= TOUCH || missingY <= TOUCH) return false;
  if (missingX < missingY) {
    const push = ((dx < 0 ? -1 : 1) * (missingX + TOUCH)) / 2;
    a.x -= push;
    b.x += push;
  } else {
    const push = ((dy < 0 ? -1 : 1) * (missingY + TOUCH)) / 2;
    a.y -= push;
    b.y += push;
  }
  return true;
}

/** One round over all pairs; how many overlapped. */
function round(places: readonly Place[], cell: number): number {
  const grid = new Grid(places, cell);
  let overlaps = 0;
  places.forEach((place, i) => {
    grid.around(place, (j) => {
      const other = places[j];
      if (j > i && other && part(place, other)) overlaps++;
    });
  });
  return overlaps;
}

/** Moves the places apart, in place. */
export function separate(places: Place[]): void {
  const cell = 2 * places.reduce((widest, place) => Math.max(widest, halfWidth(place)), 1);
  for (let spread = 0; spread < SPREADS; spread++) {
    for (let done = 0; done < ROUNDS; done++) {
      const overlaps = round(places, cell);
      if (overlaps === 0) return;
      if (done >= PATIENCE && overlaps > CROWD * places.length) break;
    }
    for (const place of places) {
      place.x *= SPREAD;
      place.y *= SPREAD;
    }
  }
}
