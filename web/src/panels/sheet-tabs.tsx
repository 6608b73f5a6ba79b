/** On narrow screens: which half of the panel is open under the graph. */
import { sheet } from "../state/store.ts";

export function SheetTabs() {
  const tabs = [
    ["ties", "관계"],
    ["article", "기사"],
  ] as const;
  return (
    <fieldset class="sheet-tabs switch" aria-label="아래 화면">
      {tabs.map(([value, name]) => (
        <button
          key={value}
          type="button"
          aria-pressed={sheet.value === value}
          onClick={() => {
            sheet.value = value;
          }}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
