/**
 * Verdicts: features by which a proposal is judged against the whole article.
 *
 * The first models see one sentence; a verdict sees all places that say the same, rivals for the same pair or event, and
 * whether the rules agree. Its probability is the confidence of the fact: how often such a proposal is right.
 */
import { isSymmetric } from "../../ontology/index.ts";
import { Bag, bucket, ladder } from "./bag.ts";
import { occasionFactuality, pairFactuality } from "./gate.ts";
import type { EventProposal, RelationProposal } from "./propose.ts";
import type { Story } from "./scene.ts";

const LOGITS = [-2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3, 4];
const FEW = [1, 2, 3, 4, 6];
const TRUST = [0.01, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const COARSE = [0.3, 0.6];
export const ROLE_LEAST = 0.4;

function logit(p: number): number {
  const cut = Math.min(0.999, Math.max(0.001, p));
  return Math.log(cut / (1 - cut));
}

/** Features of a relation among all that are proposed. */
export function relationVerdict(
  story: Story,
  proposal: RelationProposal,
  all: readonly RelationProposal[],
): Int32Array {
  const bag = new Bag();
  const { kind, head, tail, places } = proposal;
  const best = places[0] as RelationProposal["places"][number];
  bag.add("bias");
  bag.add(kind);
  ladder(bag, "p", logit(best.p), LOGITS);
  ladder(bag, `${kind} p`, logit(best.p), [-1, 0, 1, 2]);
  const missing = places.reduce((product, { p }) => product * (1 - p), 1);
  ladder(bag, "or", logit(1 - missing), LOGITS);
  ladder(bag, "any", logit(proposal.any), LOGITS);
  bag.both(`places=${bucket(places.length, FEW)}`, kind);
  bag.both(`how=${best.pair.carried ?? "here"}`, kind);
  const drawn = story.drawn.get(`${head}\n${tail}`) ?? story.drawn.get(`${tail}\n${head}`);
  bag.both(`drawn=${drawn?.has(kind) ?? false}`, kind);
  const drafts = story.scenes.flatMap((scene) =>
    scene.relations.filter((d) => d.kind === kind && joins(d.head.entity.key, d.tail.entity.key, proposal)),
  );
  const trust = Math.max(0, ...drafts.map((d) => story.trust(d)));
  ladder(bag, "trust", trust, TRUST);
  ladder(bag, `${kind} trust`, trust, COARSE);
  const rivals = all.filter((r) => r !== proposal && samePair(r, proposal));
  const rival = Math.max(0, ...rivals.map((r) => r.places[0]?.p ?? 0));
  bag.both(`rival=${bucket(rival - best.p, [-0.5, -0.2, 0, 0.2])}`, kind);
  const ofHead = all.filter((r) => r !== proposal && r.kind === kind && r.head === head);
  const ofTail = all.filter((r) => r !== proposal && r.kind === kind && r.tail === tail);
  bag.both(`head's=${bucket(best_(ofHead) - best.p, [-0.5, -0.2, 0, 0.2])}${ofHead.length > 0}`, kind);
  bag.both(`tail's=${bucket(best_(ofTail) - best.p, [-0.5, -0.2, 0, 0.2])}${ofTail.length > 0}`, kind);
  const spread = (key: string) => bucket(story.spread.get(key) ?? 0, [1, 2, 3, 5]);
  bag.both(`spread=${spread(head)}${spread(tail)}`, kind);
  bag.both(`fact=${pairFactuality(best.pair) ?? "none"}`, kind);
  bag.both(`at=${best.pair.scene.view.sentence.kind}`, kind);
  const h = story.byKey.get(head);
  const t = story.byKey.get(tail);
  bag.both(`kinds=${h?.kind}-${t?.kind}`, kind);
  const sure = Math.min(...[h, t].map((e) => Math.max(0, ...(e?.mentions ?? []).map((m) => m.confidence))));
  bag.add(`sure=${bucket(sure, [0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95])}`);
  bag.add(`source=${h?.mentions[0]?.source}`);
  bag.add(`source=${t?.mentions[0]?.source}`);
  return bag.keys();
}

const best_ = (list: readonly RelationProposal[]) => Math.max(0, ...list.map((r) => r.places[0]?.p ?? 0));

function joins(a: string, b: string, { head, tail, kind }: RelationProposal): boolean {
  return (a === head && b === tail) || (isSymmetric(kind) && a === tail && b === head);
}

function samePair(a: RelationProposal, b: RelationProposal): boolean {
  return (a.head === b.head && a.tail === b.tail) || (a.head === b.tail && a.tail === b.head);
}

/** The entities that an event is taken to join: all likely ones, and never none. */
export function mainKeys(proposal: EventProposal): string[] {
  const likely = proposal.roles.filter((r) => r.best >= ROLE_LEAST);
  return (likely.length > 0 ? likely : proposal.roles.slice(0, 1)).map((r) => r.part.site.entity.key);
}

/** Features of an event among all that are proposed. */
export function eventVerdict(story: Story, proposal: EventProposal, all: readonly EventProposal[]): Int32Array {
  const bag = new Bag();
  const { type, occasion, p, any, roles } = proposal;
  const { scene } = occasion;
  bag.add("bias");
  bag.add(type);
  ladder(bag, "p", logit(p), LOGITS);
  ladder(bag, `${type} p`, logit(p), [-1, 0, 1, 2]);
  ladder(bag, "any", logit(any), LOGITS);
  const nobody = roles.reduce((product, r) => product * (r.p[0] ?? 1), 1);
  ladder(bag, "somebody", logit(1 - nobody), LOGITS);
  ladder(bag, "role", logit(roles[0]?.best ?? 0), LOGITS);
  const likely = roles.filter((r) => r.best >= ROLE_LEAST);
  bag.both(`roles=${bucket(likely.length, FEW)}`, type);
  bag.both(`played=${[...new Set(likely.map((r) => r.role))].sort().join("+")}`, type);
  bag.both(`here=${likely.some((r) => r.part.from === "here")}`, type);
  const mine = new Set(mainKeys(proposal));
  const shares = (o: EventProposal) => mainKeys(o).some((key) => mine.has(key));
  const same = all.filter((o) => o !== proposal && o.type === type);
  const beside = same.filter((o) => o.occasion.scene === scene);
  const apart = same.filter((o) => o.occasion.scene !== scene && shares(o));
  const strongest = (list: readonly EventProposal[]) => Math.max(0, ...list.map((o) => o.p));
  bag.both(`beside=${bucket(strongest(beside) - p, [-0.5, -0.2, 0, 0.2, 0.5])}${beside.some(shares)}`, type);
  bag.both(`apart=${bucket(strongest(apart) - p, [-0.5, -0.2, 0, 0.2, 0.5])}${apart.length > 0}`, type);
  bag.both(`rank=${bucket(apart.filter((o) => o.p > p).length, [0, 1, 2, 3, 5])}`, type);
  const earlier = apart.filter((o) => o.occasion.start < occasion.start && o.p > 0.3);
  bag.both(`earlier=${bucket(earlier.length, FEW)}`, type);
  bag.both(`word again=${apart.some((o) => o.occasion.lemma === occasion.lemma)}`, type);
  const other = all.filter((o) => o.occasion === occasion && o !== proposal);
  bag.add(`other=${bucket(strongest(other) - p, [-0.5, -0.2, 0, 0.2])}`);
  const { sentence } = scene.view;
  bag.both(`at=${sentence.kind}${bucket(sentence.index, [0, 1, 2, 3, 6, 12])}`, type);
  bag.both(`fact=${occasionFactuality(occasion) ?? "none"}`, type);
  const framed = scene.events.filter(
    (e) => e.eventType === type && e.trigger.start < occasion.end && occasion.start < e.trigger.end,
  );
  bag.both(`framed=${framed.length > 0}`, type);
  const trust = Math.max(0, ...framed.map((e) => story.trust(e)));
  ladder(bag, "trust", trust, TRUST);
  ladder(bag, `${type} trust`, trust, COARSE);
  bag.add(`mode=${occasion.mode}`);
  return bag.keys();
}
