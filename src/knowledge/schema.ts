/**
 * The shape of the graph file, for zod: what an outside file must look like before anything else asks of it.
 *
 * Attributes that maek does not know are kept, so that other programs may add theirs. What the attributes say is
 * checked afterwards, on the graph (see check.ts).
 */
import { z } from "zod";
import { ENTITY_KINDS, extensionSchema, FACTUALITIES } from "../ontology/index.ts";

const offset = z.int().min(0);
const span = z.object({ article: z.string(), start: offset, end: offset });
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "expected a day, YYYY-MM-DD");
const text = z.string().min(1);

const articleSchema = z.looseObject({
  id: text,
  title: z.string(),
  date: day.exactOptional(),
  publisher: z.string().exactOptional(),
  url: z.string().exactOptional(),
  text: z.string(),
  sentences: z.array(z.tuple([offset, offset])),
});

const placed = { label: text, aliases: z.array(z.string()), mentions: z.array(span) };
const position = { x: z.number(), y: z.number(), size: z.number() };

const entitySchema = z.looseObject({
  kind: z.enum(ENTITY_KINDS),
  subkind: z.string().exactOptional(),
  ...placed,
  reasons: z.array(z.object({ alias: z.string(), reason: z.string() })).default([]),
  ...position,
});

const eventSchema = z.looseObject({
  kind: z.literal("event"),
  eventType: text,
  ...placed,
  trigger: span,
  evidence: z.array(span).exactOptional(),
  factuality: z.enum(FACTUALITIES),
  time: z
    .object({ text, start: offset, end: offset, from: day.exactOptional(), to: day.exactOptional() })
    .exactOptional(),
  amounts: z.array(
    z.object({ text, value: z.number(), upper: z.number().exactOptional(), unit: z.string(), bound: z.string() }),
  ),
  attributedTo: text.exactOptional(),
  confidence: z.number(),
  ...position,
});

const edgeSchema = z.looseObject({
  kind: text,
  label: text,
  title: text.exactOptional(),
  evidence: z.array(span),
  factuality: z.enum(FACTUALITIES),
  attributedTo: text.exactOptional(),
  confidence: z.number(),
  method: z.enum(["rule", "model", "llm"]),
});

/** graphology's serialized JSON, with the attributes of maek. */
export const graphSchema = z.looseObject({
  attributes: z.looseObject({
    format: z.literal("maek/1"),
    language: z.literal("ko"),
    ontology: extensionSchema.exactOptional(),
    articles: z.array(articleSchema),
  }),
  nodes: z.array(z.object({ key: text, attributes: z.discriminatedUnion("kind", [entitySchema, eventSchema]) })),
  edges: z.array(z.object({ key: text, source: text, target: text, attributes: edgeSchema })),
});
