/** Search as a combobox: names, parts of names, aliases, initial consonants; arrows and Enter choose. */
import { useComputed, useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { type SearchHit, searchOf } from "../../../src/index.ts";
import { graph, select } from "../state/store.ts";
import { kindName } from "../text/words.ts";
import { Icon, KindIcon } from "./icon.tsx";

const MOST = 12;

function Hit({ hit, at, chosen, onChoose }: { hit: SearchHit; at: number; chosen: boolean; onChoose: () => void }) {
  const { key, label, name, match } = hit;
  const kind = graph.value?.getNodeAttribute(key, "kind") ?? "person";
  return (
    <div
      id={`found-${at}`}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      onPointerDown={(event) => {
        event.preventDefault();
        onChoose();
      }}
    >
      <KindIcon kind={kind} />
      <span class="found-label">
        {name.slice(0, match.start)}
        <b>{name.slice(match.start, match.end)}</b>
        {name.slice(match.end)}
      </span>
      {name !== label && <span class="found-alias">{label}</span>}
      <span class="found-kind">{kindName(kind)}</span>
    </div>
  );
}

export function SearchBox() {
  const query = useSignal("");
  const open = useSignal(false);
  const at = useSignal(0);
  const input = useRef<HTMLInputElement>(null);
  const search = useComputed(() => (graph.value ? searchOf(graph.value) : undefined));
  const found = useComputed(() => search.value?.(query.value, MOST) ?? []);
  const shown = open.value && query.value.trim() !== "";

  const choose = (index: number) => {
    const hit = found.value[index];
    if (!hit) return;
    open.value = false;
    query.value = "";
    input.current?.blur();
    select({ node: hit.key });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") at.value = Math.min(at.value + 1, found.value.length - 1);
    else if (event.key === "ArrowUp") at.value = Math.max(at.value - 1, 0);
    else if (event.key === "Enter") choose(at.value);
    else if (event.key !== "Escape") return;
    else if (query.value) query.value = "";
    else input.current?.blur();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search class="search">
      <Icon name="search" />
      <input
        id="search"
        ref={input}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder="이름 찾기 (초성도)"
        aria-label="이름 찾기"
        aria-keyshortcuts="/"
        aria-expanded={shown}
        aria-controls="search-results"
        {...(shown && found.value[at.value] ? { "aria-activedescendant": `found-${at.value}` } : {})}
        value={query.value}
        onInput={(event) => {
          query.value = event.currentTarget.value;
          open.value = true;
          at.value = 0;
        }}
        onFocus={() => {
          open.value = true;
        }}
        onBlur={() => {
          open.value = false;
        }}
        onKeyDown={onKeyDown}
      />
      <span class="key">/</span>
      {shown && (
        <div class="results" id="search-results" role="listbox" aria-label="찾은 이름">
          {found.value.map((hit, index) => (
            <Hit key={hit.key} hit={hit} at={index} chosen={index === at.value} onChoose={() => choose(index)} />
          ))}
          {found.value.length === 0 && <p class="none">“{query.value}”에 맞는 이름이 없습니다.</p>}
        </div>
      )}
    </search>
  );
}
