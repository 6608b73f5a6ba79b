/** Graph files for the browser tests: a small one with every kind of thing, a hostile one, a large one. */
import {
  type ArticleSpan,
  type EdgeAttributes,
  emptyGraph,
  formats,
  type KnowledgeGraph,
  layOut,
  type NodeAttributes,
} from "../../src/index.ts";

export const TEXT = [
  "마윈의 한빛, 새길을 산다",
  "마윈 한빛 대표는 12일 새길을 300억원에 인수하기로 했다고 밝혔다. 한빛은 새길의 별자리를 판다.",
  "나라신문은 한빛이 정부의 지원을 받았다는 의혹이 있다고 보도했다. 서울에 있는 한빛은 이를 부인했다.",
].join("\n");

/** The n-th place of words in the text. */
function span(words: string, nth = 0, text = TEXT, article = "first"): ArticleSpan {
  let start = text.indexOf(words);
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { article, start, end: start + words.length };
}

function everywhere(words: string, text = TEXT, article = "first"): ArticleSpan[] {
  const count = text.split(words).length - 1;
  return Array.from({ length: count }, (_, nth) => span(words, nth, text, article));
}

type Kind = Exclude<NodeAttributes["kind"], "event">;

function addEntity(graph: KnowledgeGraph, kind: Kind, label: string, mentions: ArticleSpan[]): string {
  const key = `${kind}:${label}`;
  graph.addNode(key, { kind, label, aliases: [label], reasons: [], mentions, x: 0, y: 0, size: 1 });
  return key;
}

type EdgeFacts = Pick<EdgeAttributes, "kind" | "label" | "evidence"> & Partial<EdgeAttributes>;

function addEdge(graph: KnowledgeGraph, source: string, target: string, facts: EdgeFacts): string {
  const key = `${source}|${facts.kind}|${target}`;
  graph.addEdgeWithKey(key, source, target, { factuality: "done", confidence: 0.9, method: "rule", ...facts });
  return key;
}

function sentencesOf(text: string): [number, number][] {
  return [...text.matchAll(/[^\n.]+\.?/g)].map((found) => {
    const start = found.index + (found[0].length - found[0].trimStart().length);
    return [start, found.index + found[0].length];
  });
}

const written = (graph: KnowledgeGraph): string => {
  layOut(graph);
  return formats.json.write(graph);
};

export const KEYS = {
  person: "person:마윈",
  company: "company:한빛",
  paper: "organization:나라신문",
  makes: "company:새길|makes|product:별자리",
  position: "person:마윈|position_at|company:한빛",
  supports: "organization:정부|supports|company:한빛",
  event: "event:first:34",
} as const;

/** The words behind the edges that the tests choose. */
export const EVIDENCE = {
  position: "마윈 한빛 대표",
  supports: "한빛이 정부의 지원을 받았다는 의혹이 있다",
} as const;

/** One article, every kind of node, a planned event, an alleged relation told by a newspaper. */
export function smallGraph(): string {
  const graph = emptyGraph();
  graph.replaceAttributes({
    format: "maek/1",
    language: "ko",
    articles: [
      { id: "first", title: "마윈의 한빛, 새길을 산다", date: "2025-02-12", text: TEXT, sentences: sentencesOf(TEXT) },
    ],
  });
  const person = addEntity(graph, "person", "마윈", everywhere("마윈"));
  const company = addEntity(graph, "company", "한빛", everywhere("한빛"));
  const bought = addEntity(graph, "company", "새길", everywhere("새길"));
  const paper = addEntity(graph, "organization", "나라신문", everywhere("나라신문"));
  const government = addEntity(graph, "organization", "정부", everywhere("정부"));
  const place = addEntity(graph, "place", "서울", everywhere("서울"));
  const product = addEntity(graph, "product", "별자리", everywhere("별자리"));
  const trigger = span("인수");
  const event = `event:first:${trigger.start}`;
  graph.addNode(event, {
    kind: "event",
    label: "새길 300억원 인수",
    aliases: ["인수"],
    eventType: "acquisition",
    trigger,
    mentions: [trigger],
    evidence: [span("새길을 300억원에 인수하기로 했다고")],
    factuality: "planned",
    time: { ...span("12일"), text: "12일", from: "2025-02-12" },
    amounts: [{ text: "300억원", value: 3e10, unit: "KRW", bound: "exact" }],
    confidence: 0.9,
    x: 0,
    y: 0,
    size: 1,
  });
  const bid = [span("새길을 300억원에 인수하기로 했다고")];
  addEdge(graph, person, company, {
    kind: "position_at",
    label: "직책",
    title: "대표",
    evidence: [span(EVIDENCE.position)],
  });
  addEdge(graph, person, event, { kind: "agent", label: "주체", evidence: bid, factuality: "planned" });
  addEdge(graph, event, bought, { kind: "target", label: "대상", evidence: bid, factuality: "planned" });
  addEdge(graph, bought, product, { kind: "makes", label: "제작·운영", evidence: [span("새길의 별자리")] });
  addEdge(graph, company, product, { kind: "makes", label: "제작·운영", evidence: [span("별자리를 판다")] });
  addEdge(graph, company, place, { kind: "located_in", label: "소재", evidence: [span("서울에 있는 한빛")] });
  addEdge(graph, company, bought, { kind: "owns", label: "소유", evidence: bid, factuality: "planned" });
  addEdge(graph, company, bought, { kind: "acquires", label: "인수", evidence: bid, factuality: "planned" });
  addEdge(graph, government, company, {
    kind: "supports",
    label: "지지",
    evidence: [span(EVIDENCE.supports)],
    factuality: "alleged",
    attributedTo: paper,
  });
  return written(graph);
}

export const HOSTILE = `<img src=x onerror="window.hacked=1"><script>window.hacked=2</script>`;

/** Markup wherever a text may stand: labels, aliases, relation names, titles, the article. */
export function hostileGraph(): string {
  const text = `${HOSTILE}\n나쁜 ${HOSTILE} 말 "><svg onload=window.hacked=3> 끝.`;
  const graph = emptyGraph();
  graph.replaceAttributes({
    format: "maek/1",
    language: "ko",
    articles: [
      { id: HOSTILE, title: HOSTILE, url: "javascript:window.hacked=4", text, sentences: [[0, HOSTILE.length]] },
    ],
  });
  const person = addEntity(graph, "person", HOSTILE, everywhere(HOSTILE, text, HOSTILE));
  const company = addEntity(graph, "company", "나쁜", everywhere("나쁜", text, HOSTILE));
  addEdge(graph, person, company, {
    kind: "position_at",
    label: HOSTILE,
    title: HOSTILE,
    evidence: everywhere(HOSTILE, text, HOSTILE),
  });
  return written(graph);
}

/** Two articles and `count` companies: each tied to one before it, some of them twice. */
export function largeGraph(count: number): string {
  const graph = emptyGraph();
  const names = Array.from({ length: count }, (_, i) => `제${i}공업`);
  const half = Math.floor(count / 2);
  const texts = [names.slice(0, half).join(" "), names.slice(half).join(" ")];
  graph.replaceAttributes({
    format: "maek/1",
    language: "ko",
    articles: texts.map((text, i) => ({ id: `a${i}`, title: "", text, sentences: [[0, text.length]] })),
  });
  let at = 0;
  names.forEach((name, i) => {
    if (i === half) at = 0;
    addEntity(graph, "company", name, [{ article: i < half ? "a0" : "a1", start: at, end: at + name.length }]);
    at += name.length + 1;
  });
  for (let i = 1; i < count; i++) {
    const target = `company:제${Math.floor((i * 7919) % i ** 0.7)}공업`;
    const evidence = graph.getNodeAttribute(target, "mentions");
    if (`company:제${i}공업` === target) continue;
    addEdge(graph, `company:제${i}공업`, target, { kind: "supplies", label: "공급", evidence });
    if (i % 9 === 0) addEdge(graph, `company:제${i}공업`, target, { kind: "owns", label: "소유", evidence });
  }
  return written(graph);
}
