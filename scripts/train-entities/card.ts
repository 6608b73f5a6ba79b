/** Writes graph/models/MODEL_CARD.md from the figures of the training that made the weights. */
import type { EntityScores } from "./measure.ts";
import { figuresOf, type Score, type ScoreTable } from "./scores.ts";

export interface CardFacts {
  readonly sentences: number;
  /** How many articles of the benchmark, and how many annotated for maek. */
  readonly benchmark: number;
  readonly annotated: number;
  /** How many pieces composed for maek. */
  readonly composed: number;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  /** All of the articles annotated for maek, cross-validated: exact spans by the tagger alone. */
  readonly mentions: ScoreTable;
  /** Entities in the same articles: by rules alone, and by rules, tagger and judge. */
  readonly rules: EntityScores;
  readonly entities: EntityScores;
  /** Exact spans in konec's development news sentences, by the tagger with konec's weights. */
  readonly konec: ScoreTable;
}

const HEAD = "| kind | precision | recall | F1 | gold |\n|---|---|---|---|---|";

function row(name: string, score: Score): string {
  const { precision, recall, f1 } = figuresOf(score);
  return `| ${name} | ${precision.toFixed(1)} | ${recall.toFixed(1)} | ${f1.toFixed(1)} | ${score.gold} |`;
}

function entityTable({ typed, untyped, byKind }: EntityScores): string {
  const kinds = Object.entries(byKind).sort((a, b) => b[1].gold - a[1].gold);
  return [
    HEAD,
    row("all, typed", typed),
    row("all, untyped", untyped),
    ...kinds.map(([kind, score]) => row(kind, score)),
  ].join("\n");
}

const spanTable = (table: ScoreTable): string => [HEAD, ...table.rows()].join("\n");

export function writeCard(facts: CardFacts): string {
  return `# The learned entity finder

Written by \`npm run train:entities\`, which reproduces the weights bit for bit from the same data and lexicon.

| file | bytes | what |
|---|---|---|
| ${facts.files[0]?.name} | ${facts.files[0]?.bytes} | the tagger's weights for articles |
| ${facts.files[1]?.name} | ${facts.files[1]?.bytes} | the judge's weights |

## What it is
A **tagger**, a linear-chain conditional random field over characters with BIO tags of eleven kinds (person, company,
organization, place, product, title, date, amount, event, law, goods). Features, hashed: character n-grams (1–4) around
the character, kinds of characters, the word it stands in with and without particle, the word's endings, the words
around, what the rules and lexicon of src/entities say of the character, and what lexicon and analyzer say
of its word and morpheme. Some are learnt for each source apart. Half
of the features that name words are left out at random while learning, so that the weights of the general ones grow too.

A **judge**, softmax regression over the strings of an article that rules or tagger take for names: it sees what both
say, how often and where the string stands, what follows it and how it looks, and decides once for the article.

## Data, licence and attribution
- konec (github korean-named-entity/konec, konne, konne-prep) over KLUE-NER sentences: ${facts.sentences} news sentences with
  silver labels. CC BY-SA 4.0.
- ${facts.benchmark} annotated articles of the benchmark, texts from KLUE-MRC v1.1 (Korea Economic Daily; CC BY-SA 4.0) and Korean
  Wikinews (CC BY 2.5), weighed three times. The lexicon was mined from them, so that the rules know nearly every name
  there; each is read with a lexicon that lacks names which few other articles have, until the rules are as good there
  as on articles that they don't know.
- ${facts.annotated} articles annotated for maek (scripts/annotations/train; texts from KLUE-MRC v1.1 and Korean Wikinews), which no
  lexicon was mined from, weighed four times.
- ${facts.composed} pieces composed for maek with their annotation (scripts/annotations/composed), mostly of firms
  and people that don't exist, weighed twice; the tagger learns from them, the judge does not.

The weights are derived from these and come under **CC BY-SA 4.0**, with attribution to KLUE (Park et al. 2021), the
konec authors, Hankyung and the contributors of Korean Wikinews. The code is MIT.

Mended in konec's silver labels: lone surnames (이 씨, 정 회장), which a table of forms cannot tell.

## Figures
Exact spans, konec's development sentences of news, with konec's weights (this set is for these figures only):

${spanTable(facts.konec)}

Entities of the ${facts.annotated} articles annotated for maek, counted by score.mjs after resolution, five-fold cross-validation of
rules, tagger and judge:

${entityTable(facts.entities)}

The same by rules alone:

${entityTable(facts.rules)}

Mentions in them by the tagger alone, exact spans, five-fold cross-validation:

${spanTable(facts.mentions)}

## Tried
| what | effect |
|---|---|
| a chain for articles and konec alike, without weights of their own | articles' mentions −5 F1 |
| 58 features a character instead of 46, with 5-grams | articles −1 F1, slower |
| more than two epochs | articles −1 to −2 F1: the chain learns its articles by heart |
| before thinned lexicons, our own articles and the features of words and morphemes | 98 held-out articles: entities 75.5 instead of 77.4 F1, of any kind 79.5 instead of 81.9 |
| the judge heeding our own articles as much as the others / three times as much | typed 75.5 / 75.9 F1 |
| what stands beside a candidate as features of the judge | ±0: left out |
| dropout 0 / 0.4 / 0.5 / 0.65 | articles' mentions 81.3 / 82.2 / 82.4 / 81.4 F1 on one fold |
| without the rules' mentions as features | articles' mentions 70 instead of 82 F1 |
| settling the kinds that articles leave open by a first round over konec | articles' mentions of an unlucky fold 78.1 → 80.7 F1 |
| mending lone surnames in konec | person 79.7 → 84.6, all 84.4 → 85.6 |
| konec's weights by four rounds and a third of the pruning | silver slice 89.3 → 89.7, company 79.8 → 81.1; konec dev 85.4 → 85.3, company 70.5 both: left out |
| what the rules found from a probability of 0.45 / 0.35 / 0.24 / 0.2 on, tagged strings from 0.6 (before the two rows below) | held-out 77.6 / 77.6 / 77.7 / 77.5, of any kind 81.8 / 81.7 / 81.8 / 81.7: 0.24, for single sentences |
| 45,000 more names in the lexicon and the first 716 composed pieces (the later ones: 79.0, 82.8) | our own articles, cross-validated: entities 76.9 → 78.7, of any kind 81.0 → 82.5, products 48.7 → 57.1, mentions 74.3 → 76.3 F1 |
| doubtful names (rules' from 0.15, tagged ones from 0.3 on) for the facts to decide on | recall of any kind 78.4 → 83.1 at precision 80.6; those that no fact speaks of are dropped again |
| relabelling konec by four folds where the chain is sure | all −0.6 |
| a copy of each sentence with other persons' names (from KLUE-RE) | person +1.0, company −2.6, all +0.1: left out |
| KLUE-RE's marked entities as partly annotated sentences | articles ±0, training three times longer: left out |
| a second chain over the first one's output and the article's strings | below the judge: it learns its few articles by heart |

## Known weaknesses
Products (few are annotated, and what counts as one is a matter of taste); foreign names seen for the first time without
a title; names that are words (우리 in a list of banks); laws and events of konec (rare words are left
out of the features); spans inside longer names (place names in titles of events). Kinds follow the annotation
of Korean business news around 2013–2021; other genres are worse. Media and government are told apart by the lexicon.
`;
}
