/** A small graph for tests: every attribute that a graph may have is in it, and hostile names where they are asked for. */
import { graphFrom, type KnowledgeGraph } from "../knowledge/index.ts";

const TEXT = "우융밍 알리바바 최고경영자(CEO)는 24일 3800억위안을 투자할 계획이라고 블룸버그에 밝혔다.";

interface Names {
  readonly person?: string;
  readonly event?: string;
  readonly text?: string;
}

/** The graph; its person's label, its event's label and its article's text may be given. */
export function sampleGraph({ person = "우융밍", event = "알리바바 투자", text = TEXT }: Names = {}): KnowledgeGraph {
  const span = (start: number, end: number) => ({ article: "ali:1", start, end });
  const placed = { mentions: [span(0, 3)], x: -1.5, y: 20.125, size: 6.4 };
  const stated = { factuality: "done", confidence: 0.8, method: "rule" };
  const eventKey = "event:ali:1:30";
  const edge = (source: string, kind: string, target: string, more: object) => ({
    key: `${source} -${kind}-> ${target}`,
    source,
    target,
    attributes: { kind, label: kind, evidence: [span(0, 3)], ...stated, ...more },
  });
  return graphFrom(
    {
      attributes: {
        format: "maek/1",
        language: "ko",
        articles: [
          {
            id: "ali:1",
            title: "",
            date: "2025-02-24",
            publisher: "경제",
            url: "https://x.kr/?a=1&b=2",
            text,
            sentences: [],
          },
        ],
      },
      nodes: [
        {
          key: "company:알리바바",
          attributes: { kind: "company", label: "알리바바", aliases: ["알리바바"], reasons: [], ...placed },
        },
        {
          key: eventKey,
          attributes: {
            kind: "event",
            eventType: "investment",
            label: event,
            aliases: ["투자"],
            ...placed,
            trigger: span(30, 32),
            evidence: [span(0, 10), span(12, 20)],
            factuality: "planned",
            time: { text: "24일", start: 21, end: 24, from: "2025-02-24", to: "2025-02-25" },
            amounts: [
              { text: "3800억위안", value: 380000000000, unit: "CNY", bound: "at_least" },
              { text: "8~9%", value: 8, upper: 9, unit: "%", bound: "exact" },
            ],
            attributedTo: "organization:블룸버그",
            confidence: 0.7,
          },
        },
        {
          key: "organization:블룸버그",
          attributes: { kind: "organization", subkind: "media", label: "블룸버그", aliases: ["블룸버그"], ...placed },
        },
        {
          key: `person:${person}`,
          attributes: {
            kind: "person",
            label: person,
            aliases: [person, "우 CEO", 'a, "b" | [c]'],
            reasons: [{ alias: "우 CEO", reason: "성 '우'와 직함 \"CEO\"" }],
            ...placed,
          },
        },
      ],
      edges: [
        edge("company:알리바바", "agent", eventKey, { label: "주체", attributedTo: "organization:블룸버그" }),
        edge(`person:${person}`, "position_at", "company:알리바바", {
          label: "직책",
          title: "최고경영자(CEO)",
          evidence: [span(0, 18), span(4, 8)],
          factuality: "alleged",
        }),
      ],
    },
    "fixture",
    "json",
  );
}
