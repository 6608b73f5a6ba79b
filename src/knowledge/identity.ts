/**
 * Takes the entities of several articles; gives groups of those that are one thing. Conservative: a wrong merge makes
 * false edges of true ones, a missed merge only leaves two nodes.
 *
 * - Two entities of one article stay two: the article's own reading has told them apart.
 * - One kind and one label are one thing, homonymous persons aside.
 * - Persons of one name are one when their bodies (employer, party) are named alike, or one body's name begins with
 *   the other's (알리바바, 알리바바클라우드). A person without a body joins the only person of that name, or, among
 *   several, the one whose body its article names; else it stays apart. "우 CEO" is nobody outside its article.
 * - A label that is an alias of exactly one other label (현대重 of 현대중공업) is that one, unless either is homonymous.
 *
 * Each step walks its candidates in code-unit order, so that the groups depend on the set of articles alone.
 */
import { byCodeUnit } from "./keys.ts";
import { isFullName, type Unit } from "./units.ts";

/** Body names shorter than this do not tell that a longer one is its branch (삼성: 삼성전자, 삼성물산). */
const MIN_BODY_STEM = 3;

/** Disjoint sets of units that never hold two entities of one article. */
class Groups {
  readonly #members: Unit[][];
  readonly #articles: Set<string>[];
  readonly #group: Map<Unit, number>;

  constructor(units: readonly Unit[]) {
    this.#members = units.map((unit) => [unit]);
    this.#articles = units.map((unit) => new Set([unit.article]));
    this.#group = new Map(units.map((unit, i) => [unit, i]));
  }

  of(unit: Unit): number {
    return this.#group.get(unit) ?? -1;
  }

  members(group: number): readonly Unit[] {
    return this.#members[group] ?? [];
  }

  /** Joins the groups of two units where no article speaks against it. */
  join(a: Unit, b: Unit): void {
    const [one, other] = [this.of(a), this.of(b)];
    if (one === other) return;
    const [small, large] = this.members(one).length < this.members(other).length ? [one, other] : [other, one];
    const articles = this.#articles[large];
    if (!articles || [...(this.#articles[small] ?? [])].some((article) => articles.has(article))) return;
    for (const unit of this.members(small)) {
      this.#members[large]?.push(unit);
      this.#group.set(unit, large);
      articles.add(unit.article);
    }
    this.#members[small] = [];
  }

  all(): Unit[][] {
    return this.#members.filter((members) => members.length > 0);
  }
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups].sort((a, b) => byCodeUnit(a[0], b[0]));
}

/** Joins namesakes, each with the first group that its own article does not already stand in. */
function joinAll(namesakes: readonly Unit[], groups: Groups): void {
  const firsts: Unit[] = [];
  for (const unit of namesakes) {
    for (const first of firsts) groups.join(first, unit);
    if (!firsts.some((first) => groups.of(first) === groups.of(unit))) firsts.push(unit);
  }
}

/** Names of bodies, each with the name it is taken for: the shortest that begins it. */
function stemsOf(names: readonly string[]): Map<string, string> {
  const sorted = [...new Set(names)].sort((a, b) => a.length - b.length || byCodeUnit(a, b));
  return new Map(
    sorted.map((name) => [name, sorted.find((stem) => stem.length >= MIN_BODY_STEM && name.startsWith(stem)) ?? name]),
  );
}

function joinPersons(namesakes: readonly Unit[], groups: Groups): void {
  const stems = stemsOf(namesakes.flatMap((unit) => [...unit.bodies]));
  const employed = namesakes.filter((unit) => unit.bodies.size > 0);
  const byBody = new Map<string, Unit>();
  for (const unit of employed) {
    for (const body of [...unit.bodies].sort(byCodeUnit)) {
      const stem = stems.get(body) ?? body;
      const known = byBody.get(stem);
      if (known) groups.join(known, unit);
      else byBody.set(stem, unit);
    }
  }
  const free = namesakes.filter((unit) => unit.bodies.size === 0);
  const known = new Set(employed.map((unit) => groups.of(unit)));
  if (free[0] && !isFullName("person", free[0].entity.label)) return;
  if (known.size === 0) joinAll(free, groups);
  else joinFree(free, employed, groups);
}

/** Joins persons without a body to the one group of namesakes that fits. */
function joinFree(free: readonly Unit[], employed: readonly Unit[], groups: Groups): void {
  const known = new Set(employed.map((unit) => groups.of(unit)));
  for (const unit of free) {
    const fitting = new Set(
      employed
        .filter((other) => known.size === 1 || [...other.bodies].some((body) => unit.surroundings.has(body)))
        .map((other) => groups.of(other)),
    );
    const [only, ...more] = [...fitting].flatMap((group) => groups.members(group)[0] ?? []);
    if (only && more.length === 0) groups.join(only, unit);
  }
}

/** Joins a label's group with the only group of another label that has it for an alias. */
function joinByAlias(units: readonly Unit[], groups: Groups): void {
  const byName = new Map(grouped(units, (unit) => unit.name));
  const aliasOf = new Map<string, Set<string>>();
  for (const unit of units) {
    for (const alias of unit.otherNames) {
      if (byName.has(alias)) aliasOf.set(alias, (aliasOf.get(alias) ?? new Set()).add(unit.name));
    }
  }
  const single = (name: string) => new Set(byName.get(name)?.map((unit) => groups.of(unit))).size === 1;
  const links = [...aliasOf].flatMap(([alias, names]) => (names.size === 1 ? [[alias, [...names][0] ?? ""]] : []));
  const sound = links.filter(([alias = "", name = ""]) => single(alias) && single(name));
  for (const [alias = "", name = ""] of sound.sort((a, b) => byCodeUnit(a[0] ?? "", b[0] ?? ""))) {
    const [unit, other] = [byName.get(alias)?.[0], byName.get(name)?.[0]];
    if (unit && other && isFullName(unit.kind, unit.entity.label)) groups.join(other, unit);
  }
}

/** The groups of units that are one thing, each ordered by article. */
export function identify(units: readonly Unit[]): Unit[][] {
  const groups = new Groups(units);
  for (const [kind, ofKind] of grouped(units, (unit) => unit.kind)) {
    for (const [, namesakes] of grouped(ofKind, (unit) => unit.name)) {
      if (kind === "person") joinPersons(namesakes, groups);
      else joinAll(namesakes, groups);
    }
    joinByAlias(ofKind, groups);
  }
  return groups
    .all()
    .map((group) => group.sort((a, b) => byCodeUnit(a.article, b.article) || byCodeUnit(a.entity.key, b.entity.key)));
}
